/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

#include <string.h>

/* who was checked in with how often in the four weeks, on average of many */
static double
count_check_ins (Fixture           *fixture,
                 PzSampleAttention  attention)
{
  PzSampleRun run;
  guint n = 0;

  sample_run_init (&run, fixture->environment, 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(PzDocument) document = sample_run_learner (&run, i);

      run.learners[i].attention = attention;
      pz_sample_add_check_ins (&run, &run.learners[i], document);
      n += fixture_count (document, PZ_RECORD_CHECK_IN);
    }
  pz_sample_end_run (&run);
  return n / 60.0;
}

static void
test_some_are_seen_and_some_are_not (Fixture       *fixture,
                                     gconstpointer  data)
{
  double often = count_check_ins (fixture, PZ_SAMPLE_SEEN_OFTEN);
  double sometimes = count_check_ins (fixture, PZ_SAMPLE_SEEN_SOMETIMES);
  double seldom = count_check_ins (fixture, PZ_SAMPLE_SEEN_SELDOM);

  /* 23 days: every 2 to 7 days, every 11 to 25, hardly ever; less what falls on days without school */
  g_assert_cmpfloat (often, >, 2.5);
  g_assert_cmpfloat (often, <, 6);
  g_assert_cmpfloat (sometimes, >, 0.4);
  g_assert_cmpfloat (sometimes, <, 1.5);
  g_assert_cmpfloat (seldom, <, 0.2);
}

static void
test_days_keep_to_school_and_to_who_is_there (Fixture       *fixture,
                                              gconstpointer  data)
{
  PzSampleRun run;
  guint n = 0;

  sample_run_init (&run, fixture->environment, 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(PzDocument) document = sample_run_learner (&run, i);
      PzSampleLearner *learner = &run.learners[i];

      learner->n_absences = 1;
      learner->absent_from[0] = sample_day ("2026-11-11");
      learner->absent_to[0] = sample_day ("2026-11-20");
      pz_sample_add_check_ins (&run, learner, document);
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_CHECK_IN); k++, n++)
        {
          guint32 day = sample_day (pz_record_get_text (fixture_get (document, PZ_RECORD_CHECK_IN, k), PZ_CHECK_IN_DATE));

          g_assert_true (pz_sample_is_school_day (&run, day));
          g_assert_false (pz_sample_is_absent (learner, day));
          g_assert_cmpuint (day, >, run.term_start);
          g_assert_cmpuint (day, <=, run.today);
        }
    }
  g_assert_cmpuint (n, >, 60);
  pz_sample_end_run (&run);
}

static void
check_words (PzRecord   *check_in,
             const char *goal)
{
  static const char *const kinds[] = { "one-to-one", "observation", "family", "note", "self", NULL };
  const char *kind = pz_record_get_text (check_in, PZ_CHECK_IN_KIND), *about = pz_record_get_text (check_in, PZ_CHECK_IN_GOAL);

  g_assert_true (g_strv_contains (kinds, kind));
  g_assert_false (pz_record_is_empty (check_in, PZ_CHECK_IN_TEXT));
  if (g_str_equal (kind, "one-to-one") || g_str_equal (kind, "family"))
    {
      double minutes = pz_record_get_number (check_in, PZ_CHECK_IN_MINUTES);

      g_assert_cmpfloat (minutes, >=, g_str_equal (kind, "family") ? 10 : 3);
      g_assert_cmpfloat (minutes, <=, g_str_equal (kind, "family") ? 30 : 14);
    }
  else
    g_assert_true (pz_record_is_empty (check_in, PZ_CHECK_IN_MINUTES));
  g_assert_true (about == NULL || g_str_equal (about, goal));
}

static void
test_each_says_what_happened (Fixture       *fixture,
                              gconstpointer  data)
{
  PzSampleRun run;
  guint n = 0, n_of_goals = 0;

  sample_run_init (&run, fixture->environment, 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(PzDocument) document = sample_run_learner (&run, i);
      const char *goal = pz_record_get_id (pz_document_add (document, PZ_RECORD_GOAL));

      pz_sample_add_check_ins (&run, &run.learners[i], document);
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_CHECK_IN); k++, n++)
        {
          PzRecord *check_in = fixture_get (document, PZ_RECORD_CHECK_IN, k);

          check_words (check_in, goal);
          n_of_goals += !pz_record_is_empty (check_in, PZ_CHECK_IN_GOAL);
        }
    }
  /* four of ten are about a goal */
  g_assert_cmpuint (n_of_goals * 10, >, n * 3);
  g_assert_cmpuint (n_of_goals * 10, <, n * 5);
  pz_sample_end_run (&run);
}

/* somebody who is told of has a name already, and is of the same section */
static void
test_tells_of_others_in_the_section (Fixture       *fixture,
                                     gconstpointer  data)
{
  PzSampleRun run;
  guint n_told = 0;

  sample_run_init (&run, fixture->environment, 2 * PZ_SAMPLE_SECTION);
  for (guint i = 0; i < run.options.n_learners; i++)
    {
      g_autoptr(PzDocument) document = sample_run_learner (&run, i);

      pz_sample_add_check_ins (&run, &run.learners[i], document);
      for (guint k = 0; k < fixture_count (document, PZ_RECORD_CHECK_IN); k++)
        {
          PzRecord *check_in = fixture_get (document, PZ_RECORD_CHECK_IN, k);
          const char *name = strstr (pz_record_get_text (check_in, PZ_CHECK_IN_TEXT), "Learner ");
          guint64 other;

          if (name == NULL)
            continue;
          other = g_ascii_strtoull (name + strlen ("Learner "), NULL, 10);
          g_assert_cmpuint (other, <, i);
          g_assert_cmpuint (other / PZ_SAMPLE_SECTION, ==, i / PZ_SAMPLE_SECTION);
          n_told++;
        }
    }
  g_assert_cmpuint (n_told, >, 5);
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-check-ins/some-are-seen-and-some-are-not", test_some_are_seen_and_some_are_not);
  fixture_test_add ("/core/sample-check-ins/days-keep-to-school-and-to-who-is-there",
                    test_days_keep_to_school_and_to_who_is_there);
  fixture_test_add ("/core/sample-check-ins/each-says-what-happened", test_each_says_what_happened);
  fixture_test_add ("/core/sample-check-ins/tells-of-others-in-the-section", test_tells_of_others_in_the_section);
  return g_test_run ();
}
