/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

#include <math.h>

/* the goals of one of many, with the traits of a learner who needs three things */
static PzDocument *
add_goals (PzSampleRun *run,
           guint        index)
{
  PzDocument *document = sample_run_learner (run, index);
  PzRecord *owner = pz_document_get_owner (document);

  run->learners[index].n_needs = 3;
  pz_record_set_add (owner, PZ_LEARNER_NEEDS, "Place value");
  pz_record_set_add (owner, PZ_LEARNER_INTERESTS, "Chess");
  pz_sample_add_goals (run, &run->learners[index], document);
  return document;
}

static void
test_as_many_goals_as_were_asked_for (Fixture       *fixture,
                                      gconstpointer  data)
{
  for (guint n = 1; n <= PZ_SAMPLE_MAX_GOALS; n++)
    {
      PzSampleRun run;
      g_autoptr(PzDocument) document = NULL;
      g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

      sample_run_init (&run, fixture->environment, 1);
      run.options.n_goals = n;
      document = add_goals (&run, 0);
      g_assert_cmpuint (fixture_count (document, PZ_RECORD_GOAL), ==, n);
      for (guint i = 0; i < n; i++)
        g_hash_table_add (titles, (gpointer) pz_record_get_text (fixture_get (document, PZ_RECORD_GOAL, i), PZ_GOAL_TITLE));
      g_assert_cmpuint (g_hash_table_size (titles), ==, n);
      g_assert_true (g_hash_table_contains (titles, "Reads aloud fluently"));
      pz_sample_end_run (&run);
    }
}

static void
test_nearly_everybody_reads_aloud (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzSampleRun run;
  guint n_read = 0, n_answer = 0;

  sample_run_init (&run, fixture->environment, 200);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(PzDocument) document = NULL;

      run.learners[i].speech = i % 2 == 0 ? PZ_SAMPLE_SPEECH_HELPS : PZ_SAMPLE_NO_SPEECH;
      document = add_goals (&run, i);
      /* 1 and half the needs, and one more for who uses text to speech */
      g_assert_cmpuint (fixture_count (document, PZ_RECORD_GOAL), >=, 2 + (i % 2 == 0));
      g_assert_cmpuint (fixture_count (document, PZ_RECORD_GOAL), <=, 3 + (i % 2 == 0));
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_GOAL); k++)
        {
          const char *title = pz_record_get_text (fixture_get (document, PZ_RECORD_GOAL, k), PZ_GOAL_TITLE);

          n_read += g_str_equal (title, "Reads aloud fluently");
          n_answer += g_str_equal (title, "Answers questions after reading");
        }
    }
  g_assert_cmpuint (n_read, >, 170);
  g_assert_cmpuint (n_read, <, 200);
  g_assert_cmpuint (n_answer, ==, 100);
  pz_sample_end_run (&run);
}

static void
check_goal (PzDocument *document,
            PzRecord   *goal)
{
  g_auto(GStrv) needs = pz_record_dup_set (goal, PZ_GOAL_NEEDS);
  double baseline = pz_record_get_number (goal, PZ_GOAL_BASELINE), target = pz_record_get_number (goal, PZ_GOAL_TARGET);

  g_assert_cmpstr (needs[0], ==, "Place value");
  g_assert_true (g_str_has_prefix (pz_record_get_text (goal, PZ_GOAL_MEASURE), "measure"));
  /* less is better where work shall begin sooner */
  if (g_str_equal (pz_record_get_text (goal, PZ_GOAL_TITLE), "Starts work within two minutes"))
    g_assert_cmpfloat (target, <=, baseline);
  else
    g_assert_cmpfloat (target, >=, baseline);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TARGET_DATE), ==, "2027-01-29");
}

static void
check_measurement (PzDocument        *document,
                   PzRecord          *measurement,
                   const PzSampleRun *run)
{
  double value = pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE);
  double out_of = pz_record_get_number (measurement, PZ_MEASUREMENT_OUT_OF);

  g_assert_nonnull (pz_document_find (document, pz_record_get_text (measurement, PZ_MEASUREMENT_GOAL)));
  g_assert_cmpuint (sample_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE)), <=, run->today);
  g_assert_true (isfinite (value));
  if (isnan (out_of))
    return;
  g_assert_cmpfloat (value, >=, 0);
  g_assert_cmpfloat (value, <=, out_of);
  g_assert_cmpfloat (value, ==, floor (value));
}

static void
test_goals_hang_together (Fixture       *fixture,
                          gconstpointer  data)
{
  PzSampleRun run;
  guint n_measurements = 0, n_phases = 0, n_goals = 0, n_circumstances = 0;

  sample_run_init (&run, fixture->environment, 40);
  run.options.n_goals = PZ_SAMPLE_MAX_GOALS;
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(PzDocument) document = add_goals (&run, i);

      n_goals += fixture_count (document, PZ_RECORD_GOAL);
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_GOAL); k++)
        check_goal (document, fixture_get (document, PZ_RECORD_GOAL, k));
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_PHASE); k++, n_phases++)
        {
          PzRecord *phase = fixture_get (document, PZ_RECORD_PHASE, k);

          g_assert_nonnull (pz_document_find (document, pz_record_get_text (phase, PZ_PHASE_GOAL)));
          g_assert_true (g_str_has_prefix (pz_record_get_text (phase, PZ_PHASE_STRATEGY), "strategy"));
        }
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_MEASUREMENT); k++, n_measurements++)
        {
          PzRecord *measurement = fixture_get (document, PZ_RECORD_MEASUREMENT, k);

          check_measurement (document, measurement, &run);
          n_circumstances += !pz_record_is_empty (measurement, PZ_MEASUREMENT_EVIDENCE);
        }
      g_assert_cmpuint (fixture_count (document, PZ_RECORD_GAS_LEVEL), ==, 5);
      g_assert_cmpuint (fixture_count (document, PZ_RECORD_MILESTONE), >=, 5);
    }
  g_assert_cmpuint (n_goals, ==, 40 * PZ_SAMPLE_MAX_GOALS);
  /* a first phase for each, and a change for many */
  g_assert_cmpuint (n_phases, >, n_goals + n_goals / 8);
  g_assert_cmpuint (n_measurements, >, n_goals);
  g_assert_cmpuint (n_circumstances, ==, n_measurements);
  pz_sample_end_run (&run);
}

static void
test_measurements_by_number_are_plain (Fixture       *fixture,
                                       gconstpointer  data)
{
  PzSampleRun run;
  g_autoptr(PzDocument) document = NULL;

  sample_run_init (&run, fixture->environment, 1);
  run.options.n_goals = 3;
  run.options.n_measurements = 10;
  document = add_goals (&run, 0);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_MEASUREMENT), ==, 30);
  for (guint i = 0; i < 30; i++)
    {
      PzRecord *measurement = fixture_get (document, PZ_RECORD_MEASUREMENT, i);

      g_assert_true (pz_record_is_empty (measurement, PZ_MEASUREMENT_EVIDENCE));
      g_assert_true (pz_record_is_empty (measurement, PZ_MEASUREMENT_NOTE));
    }
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-goals/as-many-goals-as-were-asked-for", test_as_many_goals_as_were_asked_for);
  fixture_test_add ("/core/sample-goals/nearly-everybody-reads-aloud", test_nearly_everybody_reads_aloud);
  fixture_test_add ("/core/sample-goals/goals-hang-together", test_goals_hang_together);
  fixture_test_add ("/core/sample-goals/measurements-by-number-are-plain", test_measurements_by_number_are_plain);
  return g_test_run ();
}
