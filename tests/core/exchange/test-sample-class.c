/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

/* the class filled, without the ids the fixture put in */
static PzDocument *
fill (Fixture     *fixture,
      PzSampleRun *run)
{
  sample_run_init (run, fixture->environment, 1);
  run->measures[0][0] = run->levels[0][0] = run->lenses[0][0] = run->strategies[0][0] = '\0';
  run->break_from = sample_day ("2026-11-16");
  run->closed[1] = 0;
  pz_sample_fill_classroom (run);
  return run->classroom;
}

static void
test_the_class_says_when_it_is (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char *const closed[] = { "2026-11-10", "2026-11-16/2026-11-20", NULL };
  PzSampleRun run;
  PzRecord *owner = pz_document_get_owner (fill (fixture, &run));
  g_auto(GStrv) days = pz_record_dup_set (owner, PZ_CLASSROOM_CLOSED_DAYS);

  g_assert_cmpstr (pz_record_get_text (owner, PZ_CLASSROOM_TERM_START), ==, "2026-11-02");
  g_assert_cmpstr (pz_record_get_text (owner, PZ_CLASSROOM_TERM_END), ==, "2027-01-29");
  g_assert_cmpuint (g_strv_length (days), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (g_strv_contains ((const char *const *) days, closed[i]));
  g_assert_false (pz_record_is_empty (owner, PZ_CLASSROOM_SCHOOL));
  g_assert_false (pz_record_is_empty (owner, PZ_CLASSROOM_CHECK_IN_EVERY));
  pz_sample_end_run (&run);
}

static void
test_scales_and_tools_are_remembered_by_id (Fixture       *fixture,
                                            gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document = fill (fixture, &run);

  g_assert_cmpuint (fixture_count (document, PZ_RECORD_LEVEL), ==, PZ_SAMPLE_N_LEVELS);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_MEASURE), ==, PZ_SAMPLE_N_MEASURES);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_STRATEGY), ==, PZ_SAMPLE_N_STRATEGIES);
  g_assert_cmpuint (fixture_count (document, PZ_RECORD_LENS), ==, PZ_SAMPLE_N_LENSES);
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, run.measures[PZ_SAMPLE_HOMEWORK]), PZ_MEASURE_KIND), ==,
                   "yes-no");
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, run.strategies[PZ_SAMPLE_DRILL_TABLET]), PZ_STRATEGY_NAME),
                   ==, "Drill tablet");
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, run.lenses[PZ_SAMPLE_LENS_ACCESS]), PZ_LENS_NAME), ==,
                   "Access at home");
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, run.levels[3]), PZ_LEVEL_NAME), ==, "Level D");
  pz_sample_end_run (&run);
}

static void
test_measures_have_bounds (Fixture       *fixture,
                           gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document = fill (fixture, &run);
  guint n_down = 0;

  for (guint i = 0; i < PZ_SAMPLE_N_MEASURES; i++)
    {
      PzRecord *measure = pz_document_find (document, run.measures[i]);

      g_assert_cmpfloat (pz_record_get_number (measure, PZ_MEASURE_MINIMUM), <,
                         pz_record_get_number (measure, PZ_MEASURE_MAXIMUM));
      n_down += g_str_equal (pz_record_get_text (measure, PZ_MEASURE_DIRECTION), "decrease");
    }
  /* where less is better */
  g_assert_cmpuint (n_down, ==, 1);
  pz_sample_end_run (&run);
}

static void
test_goals_to_give_refer_to_a_measure (Fixture       *fixture,
                                       gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document = fill (fixture, &run);
  guint n_goals = 0, n_phrases = 0;

  for (guint i = 0; i < fixture_count (document, PZ_RECORD_TEMPLATE); i++)
    {
      PzRecord *template = fixture_get (document, PZ_RECORD_TEMPLATE, i);
      const char *content = pz_record_get_text (template, PZ_TEMPLATE_CONTENT);

      if (g_str_equal (pz_record_get_text (template, PZ_TEMPLATE_KIND), "phrase"))
        {
          g_assert_true (g_str_has_suffix (content, "."));
          n_phrases++;
          continue;
        }
      g_assert_true (g_str_has_prefix (content, "{\"measure\":\""));
      g_assert_nonnull (g_strstr_len (content, -1, run.measures[n_goals == 0 ? PZ_SAMPLE_WORDS_PER_MINUTE : PZ_SAMPLE_FACTS]));
      n_goals++;
    }
  g_assert_cmpuint (n_goals, ==, 2);
  g_assert_cmpuint (n_phrases, ==, 3);
  pz_sample_end_run (&run);
}

static void
test_the_journal_was_written_in_the_term (Fixture       *fixture,
                                          gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *document = fill (fixture, &run);

  g_assert_cmpuint (fixture_count (document, PZ_RECORD_INQUIRY), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint32 day = sample_day (pz_record_get_text (fixture_get (document, PZ_RECORD_INQUIRY, i), PZ_INQUIRY_DATE));

      g_assert_cmpuint (day, >=, run.term_start);
      g_assert_cmpuint (day, <=, run.today);
    }
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-class/the-class-says-when-it-is", test_the_class_says_when_it_is);
  fixture_test_add ("/core/sample-class/scales-and-tools-are-remembered-by-id",
                    test_scales_and_tools_are_remembered_by_id);
  fixture_test_add ("/core/sample-class/measures-have-bounds", test_measures_have_bounds);
  fixture_test_add ("/core/sample-class/goals-to-give-refer-to-a-measure", test_goals_to_give_refer_to_a_measure);
  fixture_test_add ("/core/sample-class/the-journal-was-written-in-the-term", test_the_journal_was_written_in_the_term);
  return g_test_run ();
}
