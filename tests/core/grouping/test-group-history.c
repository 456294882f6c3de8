/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-day-spans.h"
#include "pz-group-history.h"

#include <math.h>

#define TODAY "2026-11-26"

enum { ANA, BEN, CARO, DAN };

static const char *const learners[] = { "ana", "ben", "caro", "dan", NULL };

static PzGroupHistory *
make_history (double half_life)
{
  return pz_group_history_new (learners, pz_day_from_text (TODAY), half_life);
}

static PzDocument *
make_activity (const char *date,
               const char *state)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);
  PzDocument *document = pz_document_new (PZ_DOCUMENT_ACTIVITY, "activity", clock);
  PzRecord *owner = pz_document_get_owner (document);

  pz_record_set_text (owner, PZ_ACTIVITY_DATE, date);
  pz_record_set_text (owner, PZ_ACTIVITY_STATE, state);
  return document;
}

static PzRecord *
take_part (PzDocument *document,
           guint       learner,
           const char *group,
           double      round)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_PARTICIPATION);

  pz_record_set_text (record, PZ_PARTICIPATION_LEARNER, learners[learner]);
  pz_record_set_text (record, PZ_PARTICIPATION_GROUP, group);
  pz_record_set_number (record, PZ_PARTICIPATION_ROUND, round);
  return record;
}

static void
test_memory_halves (void)
{
  static const guint people[] = { ANA, BEN };
  guint32 today = pz_day_from_text (TODAY);

  for (guint weeks = 0; weeks <= 40; weeks++)
    {
      g_autoptr(PzGroupHistory) history = make_history (6);

      pz_group_history_add_meeting (history, people, 2, today - 7 * weeks, 3);
      g_assert_cmpfloat_with_epsilon (pz_group_history_get_memory (history, ANA, BEN), 3 * pow (0.5, weeks / 6.0), 1e-8);
      g_assert_cmpfloat (pz_group_history_get_memory (history, BEN, ANA), ==,
                         pz_group_history_get_memory (history, ANA, BEN));
      g_assert_cmpuint (pz_group_history_get_times (history, ANA, BEN), ==, 1);
      g_assert_cmpuint (pz_group_history_get_last (history, BEN, ANA), ==, today - 7 * weeks);
    }
}

static void
test_all_year_forgets_nothing (void)
{
  static const guint people[] = { ANA, BEN, DAN };
  guint32 today = pz_day_from_text (TODAY);
  g_autoptr(PzGroupHistory) history = make_history (0);
  g_autofree double *costs = NULL;

  pz_group_history_add_meeting (history, people, 3, today - 300, 1);
  pz_group_history_add_meeting (history, people, 2, today, 1);
  g_assert_cmpfloat (pz_group_history_get_memory (history, ANA, BEN), ==, 2);
  g_assert_cmpfloat (pz_group_history_get_memory (history, ANA, DAN), ==, 1);
  g_assert_cmpfloat (pz_group_history_get_memory (history, ANA, CARO), ==, 0);
  g_assert_cmpuint (pz_group_history_count_partners (history, ANA), ==, 2);
  g_assert_cmpuint (pz_group_history_count_partners (history, CARO), ==, 0);
  /* to pair two again who met twice costs 3^2 - 2^2 - 1^2 more than a first meeting does */
  costs = pz_group_history_dup_costs (history);
  g_assert_cmpfloat (costs[ANA * 4 + BEN], ==, 4);
  g_assert_cmpfloat (costs[DAN * 4 + ANA], ==, 2);
  g_assert_cmpfloat (costs[ANA * 4 + ANA], ==, 0);
}

static void
test_what_is_to_come_does_not_count (void)
{
  static const guint people[] = { ANA, BEN };
  g_autoptr(PzGroupHistory) history = make_history (6);

  pz_group_history_add_meeting (history, people, 2, pz_day_from_text (TODAY) + 1, 1);
  g_assert_cmpuint (pz_group_history_get_times (history, ANA, BEN), ==, 0);
}

static void
test_an_activity_counts_who_was_there (void)
{
  g_autoptr(PzGroupHistory) history = make_history (0);
  g_autoptr(PzDocument) activity = make_activity ("2026-11-20", "held");

  take_part (activity, ANA, "blue", 1);
  take_part (activity, BEN, "blue", 1);
  take_part (activity, BEN, "blue", 1);
  pz_record_set_text (take_part (activity, CARO, "blue", 1), PZ_PARTICIPATION_PRESENT, "no");
  take_part (activity, DAN, "green", 1);
  /* in the next round */
  take_part (activity, ANA, "red", 2);
  take_part (activity, DAN, "red", 2);
  pz_record_set_text (take_part (activity, BEN, "red", 2), PZ_PARTICIPATION_LEARNER, "zoe");
  pz_document_delete (activity, take_part (activity, CARO, "red", 2));
  g_assert_true (pz_group_history_add_activity (history, activity));
  g_assert_cmpuint (pz_group_history_get_times (history, ANA, BEN), ==, 1);
  g_assert_cmpuint (pz_group_history_get_times (history, ANA, CARO), ==, 0);
  g_assert_cmpuint (pz_group_history_get_times (history, ANA, DAN), ==, 1);
  g_assert_cmpuint (pz_group_history_get_times (history, BEN, DAN), ==, 0);
  g_assert_cmpfloat (pz_group_history_get_memory (history, ANA, BEN), ==, 1);
}

static void
test_a_long_one_weighs_more (void)
{
  g_autoptr(PzGroupHistory) history = make_history (0);
  g_autoptr(PzDocument) activity = make_activity ("2026-11-20", "held");

  pz_record_set_number (pz_document_get_owner (activity), PZ_ACTIVITY_MINUTES, 240);
  take_part (activity, ANA, "blue", 1);
  take_part (activity, BEN, "blue", 1);
  g_assert_true (pz_group_history_add_activity (history, activity));
  g_assert_cmpfloat (pz_group_history_get_memory (history, ANA, BEN), ==, 3);
}

static void
test_only_what_was_held_counts (void)
{
  static const struct { const char *date, *state; } rows[] = {
    { "2026-11-20", "planned" }, { "2026-11-20", NULL }, { NULL, "held" }, { "2026-12-20", "held" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupHistory) history = make_history (6);
      g_autoptr(PzDocument) activity = make_activity (rows[i].date, rows[i].state);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      take_part (activity, ANA, "blue", 1);
      take_part (activity, BEN, "blue", 1);
      g_assert_false (pz_group_history_add_activity (history, activity));
      g_assert_cmpuint (pz_group_history_get_times (history, ANA, BEN), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-history/memory-halves", test_memory_halves);
  g_test_add_func ("/core/group-history/all-year-forgets-nothing", test_all_year_forgets_nothing);
  g_test_add_func ("/core/group-history/what-is-to-come-does-not-count", test_what_is_to_come_does_not_count);
  g_test_add_func ("/core/group-history/an-activity-counts-who-was-there", test_an_activity_counts_who_was_there);
  g_test_add_func ("/core/group-history/a-long-one-weighs-more", test_a_long_one_weighs_more);
  g_test_add_func ("/core/group-history/only-what-was-held-counts", test_only_what_was_held_counts);
  return g_test_run ();
}
