/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-draft-fixture.h"
#include "pz-goal-template.h"

#define WHOLE \
  "{\"title\":\"Reads \\\"well\\\"\",\"condition\":\"Given a text\",\"behaviour\":\"reads aloud\"," \
  "\"criterion\":\"60 words\",\"occasions\":3,\"measure\":\"w7n2c5xk9d0hq4vt\",\"target\":60.5," \
  "\"standard\":\"s5h1zt8q3c6mn0vd\",\"review-every\":7,\"days\":100," \
  "\"milestones\":[{\"text\":\"Short words\",\"days\":30},{\"text\":\"Long words\"}]," \
  "\"levels\":[\"None\",\"\",\"Expected\",\"\",\"All\"]}"

static void
test_round_trip (GoalDraftFixture *fixture,
                 gconstpointer     data)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, &error));
  g_assert_no_error (error);
  text = pz_goal_template_to_text (fixture->draft);
  g_assert_cmpstr (text, ==, WHOLE);
}

static void
test_leaves_alone_what_is_the_learners_own (GoalDraftFixture *fixture,
                                            gconstpointer     data)
{
  g_autofree char *text = NULL;

  pz_record_set_number (draft_goal (fixture->draft), PZ_GOAL_BASELINE, 31);
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_NOTES, "Private");
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_TITLE, "Reads");
  text = pz_goal_template_to_text (fixture->draft);
  g_assert_cmpstr (text, ==, "{\"title\":\"Reads\"}");
  g_assert_true (pz_goal_template_apply (WHOLE, fixture->draft, NULL));
  g_assert_cmpfloat (pz_record_get_number (draft_goal (fixture->draft), PZ_GOAL_BASELINE), ==, 31);
  g_assert_true (pz_record_set_has (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Speed"));
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_NOTES), ==, "Private");
}

static void
test_is_kept_under_its_name (GoalDraftFixture *fixture,
                             gconstpointer     data)
{
  PzRecord *first, *phrase = pz_document_add (fixture->classroom, PZ_RECORD_TEMPLATE);
  g_autoptr(GPtrArray) templates = NULL;

  pz_record_set_text (phrase, PZ_TEMPLATE_KIND, "phrase");
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_TITLE, "Reads");
  first = pz_goal_template_save (fixture->classroom, "Reading", fixture->draft, NULL);
  pz_goal_template_save (fixture->classroom, "Counting", fixture->draft, NULL);
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_TITLE, "Reads well");
  g_assert_true (pz_goal_template_save (fixture->classroom, "Reading", fixture->draft, NULL) == first);
  g_assert_cmpstr (pz_record_get_text (first, PZ_TEMPLATE_CONTENT), ==, "{\"title\":\"Reads well\"}");
  templates = pz_goal_template_list (fixture->classroom);
  g_assert_cmpuint (templates->len, ==, 2); /* by name, the phrase is none */
  g_assert_true (templates->pdata[1] == first);
  pz_document_delete (fixture->classroom, first);
  g_clear_pointer (&templates, g_ptr_array_unref);
  templates = pz_goal_template_list (fixture->classroom);
  g_assert_cmpuint (templates->len, ==, 1);
}

static void
test_what_is_too_long_is_not_kept (GoalDraftFixture *fixture,
                                   gconstpointer     data)
{
  g_autofree char *long_name = g_strnfill (101, 'n');
  g_autofree char *long_text = g_strnfill (500, 's');
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_goal_template_save (fixture->classroom, long_name, fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 25; i++)
    pz_record_set_text (pz_goal_draft_add_milestone (fixture->draft), PZ_MILESTONE_TEXT, long_text);
  g_assert_null (pz_goal_template_save (fixture->classroom, "Long", fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (fixture->classroom, PZ_RECORD_TEMPLATE)), ==, 0);
}

#define ADD(path, function) goal_draft_test_add ("/core/goal-template/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("leaves-alone-what-is-the-learners-own", test_leaves_alone_what_is_the_learners_own);
  ADD ("is-kept-under-its-name", test_is_kept_under_its_name);
  ADD ("what-is-too-long-is-not-kept", test_what_is_too_long_is_not_kept);
  return g_test_run ();
}
