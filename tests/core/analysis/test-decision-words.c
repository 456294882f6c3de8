/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-decision.h"

#include <string.h>

/* Names stand in files and answers that other programs read: they never change. */
static void
test_names_are_for_ever (void)
{
  static const char *const statuses[] = { [PZ_STATUS_MET] = "met", [PZ_STATUS_NEEDS_DATA] = "needs-data",
                                          [PZ_STATUS_TOO_EARLY] = "too-early", [PZ_STATUS_ON_THE_WAY] = "on-the-way",
                                          [PZ_STATUS_NOT_ON_THE_WAY] = "not-on-the-way",
                                          [PZ_STATUS_CANNOT_TELL] = "cannot-tell" };
  static const char *const stages[] = { [PZ_STAGE_DOTS] = "dots", [PZ_STAGE_EARLY] = "early",
                                        [PZ_STAGE_FOUR_POINT] = "four-point", [PZ_STAGE_TREND] = "trend",
                                        [PZ_STAGE_FIRM] = "firm" };
  static const char *const proposals[] = { [PZ_PROPOSAL_NONE] = "none", [PZ_PROPOSAL_GO_ON] = "go-on",
                                           [PZ_PROPOSAL_RAISE_GOAL] = "raise-goal",
                                           [PZ_PROPOSAL_CHANGE_SUPPORT] = "change-support" };

  g_assert_cmpuint (G_N_ELEMENTS (statuses), ==, PZ_N_STATUSES);
  g_assert_cmpuint (G_N_ELEMENTS (stages), ==, PZ_N_STAGES);
  g_assert_cmpuint (G_N_ELEMENTS (proposals), ==, PZ_N_PROPOSALS);
  for (guint i = 0; i < PZ_N_STATUSES; i++)
    g_assert_cmpstr (pz_status_get_name ((PzStatus) i), ==, statuses[i]);
  for (guint i = 0; i < PZ_N_STAGES; i++)
    g_assert_cmpstr (pz_stage_get_name ((PzStage) i), ==, stages[i]);
  for (guint i = 0; i < PZ_N_PROPOSALS; i++)
    g_assert_cmpstr (pz_proposal_get_name ((PzProposal) i), ==, proposals[i]);
}

typedef const char *(*GetLabel) (guint which);

static const char *
status_label (guint which)
{
  return pz_status_get_label ((PzStatus) which);
}

static const char *
stage_label (guint which)
{
  return pz_stage_get_label ((PzStage) which);
}

static const char *
proposal_label (guint which)
{
  return pz_proposal_get_label ((PzProposal) which);
}

static void
assert_told_apart (GetLabel get,
                   guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (get (i), !=, "");
      g_assert_null (strchr (get (i), '\004')); /* the context of a translation is no part of it */
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (get (i), !=, get (j));
    }
}

static void
test_people_can_tell_them_apart (void)
{
  assert_told_apart (status_label, PZ_N_STATUSES);
  assert_told_apart (stage_label, PZ_N_STAGES);
  assert_told_apart (proposal_label, PZ_N_PROPOSALS);
}

/* The words of a verdict are those of the design, and none of them blames. */
static void
test_words_of_the_design (void)
{
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_MET), ==, "met");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_NEEDS_DATA), ==, "needs data");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_TOO_EARLY), ==, "too early to say");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_ON_THE_WAY), ==, "on the way");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_NOT_ON_THE_WAY), ==, "not on the way");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_CANNOT_TELL), ==, "cannot tell");
  g_assert_cmpstr (pz_proposal_get_label (PZ_PROPOSAL_CHANGE_SUPPORT), ==, "try a change of support");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/decision-words/" path, function)
  ADD ("names-are-for-ever", test_names_are_for_ever);
  ADD ("people-can-tell-them-apart", test_people_can_tell_them_apart);
  ADD ("words-of-the-design", test_words_of_the_design);
#undef ADD
  return g_test_run ();
}
