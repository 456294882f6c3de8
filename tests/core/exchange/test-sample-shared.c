/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

static guint
count_learners (PzDocument *classroom,
                guint       goal)
{
  g_auto(GStrv) learners = pz_record_dup_set (fixture_get (classroom, PZ_RECORD_GOAL, goal), PZ_GOAL_LEARNERS);

  return g_strv_length (learners);
}

static void
test_the_first_is_of_everybody_the_others_of_some (Fixture       *fixture,
                                                   gconstpointer  data)
{
  static const struct { guint n, all, fourth, fifth; } rows[]
      = { { 28, 28, 7, 5 }, { 56, 28, 7, 5 }, { 9, 9, 2, 2 }, { 1, 1, 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzSampleRun run;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      sample_run_init (&run, fixture->environment, rows[i].n);
      pz_sample_add_shared_goals (&run);
      g_assert_cmpuint (fixture_count (run.classroom, PZ_RECORD_GOAL), ==, PZ_SAMPLE_N_SHARED_GOALS);
      /* of the first section; then the fourth, eighth ...; then the fourth, ninth ... */
      g_assert_cmpuint (count_learners (run.classroom, 0), ==, rows[i].all);
      g_assert_cmpuint (count_learners (run.classroom, 1), ==, rows[i].fourth);
      g_assert_cmpuint (count_learners (run.classroom, 2), ==, rows[i].fifth);
      pz_sample_end_run (&run);
    }
}

static void
test_each_has_its_way_of_working (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const PzSampleStrategy strategies[]
      = { PZ_SAMPLE_TALKING_STONES, PZ_SAMPLE_PARTNER_READING, PZ_SAMPLE_SHARED_DOCUMENT };
  static const char *const starts[] = { "2026-11-02", "2026-11-09", "2026-11-16" };
  PzSampleRun run;

  sample_run_init (&run, fixture->environment, 8);
  pz_sample_add_shared_goals (&run);
  for (guint i = 0; i < PZ_SAMPLE_N_SHARED_GOALS; i++)
    {
      PzRecord *goal = fixture_get (run.classroom, PZ_RECORD_GOAL, i), *phase = fixture_get (run.classroom, PZ_RECORD_PHASE, i);

      g_assert_cmpstr (run.shared_goals[i], ==, pz_record_get_id (goal));
      g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_START), ==, starts[i]);
      g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TARGET_DATE), ==, "2027-01-29");
      g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_STATE), ==, "active");
      g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_GOAL), ==, pz_record_get_id (goal));
      g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_START), ==, starts[i]);
      g_assert_cmpstr (pz_record_get_text (phase, PZ_PHASE_STRATEGY), ==, run.strategies[strategies[i]]);
    }
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-shared/the-first-is-of-everybody-the-others-of-some",
                    test_the_first_is_of_everybody_the_others_of_some);
  fixture_test_add ("/core/sample-shared/each-has-its-way-of-working", test_each_has_its_way_of_working);
  return g_test_run ();
}
