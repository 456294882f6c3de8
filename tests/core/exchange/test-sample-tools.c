/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

#include <math.h>
#include <string.h>

static guint64
draw (PzSampleRun *run,
      guint        purpose,
      guint        index)
{
  PzRandom random;

  pz_sample_stream (&random, run, purpose, index);
  return pz_random_next (&random);
}

static void
test_each_purpose_draws_for_itself (Fixture       *fixture,
                                    gconstpointer  data)
{
  PzSampleRun run;
  guint64 first;

  sample_run_init (&run, fixture->environment, 1);
  first = draw (&run, 3, 7);
  g_assert_cmpuint (draw (&run, 3, 7), ==, first);
  g_assert_cmpuint (draw (&run, 4, 7), !=, first);
  g_assert_cmpuint (draw (&run, 3, 8), !=, first);
  run.options.seed++;
  g_assert_cmpuint (draw (&run, 3, 7), !=, first);
  pz_sample_end_run (&run);
}

static void
test_chance_is_so_many_of_a_hundred (Fixture       *fixture,
                                     gconstpointer  data)
{
  PzRandom random;
  guint n_true = 0;

  pz_random_init (&random, 1);
  for (guint i = 0; i < 10000; i++)
    {
      g_assert_false (pz_sample_chance (&random, 0));
      g_assert_true (pz_sample_chance (&random, 100));
      n_true += pz_sample_chance (&random, 30);
    }
  /* 3000, and five standard deviations of 46 */
  g_assert_cmpint (ABS ((int) n_true - 3000), <, 230);
}

static void
test_between_takes_both_ends (Fixture       *fixture,
                              gconstpointer  data)
{
  PzRandom random;
  guint counts[5] = { 0 };

  pz_random_init (&random, 1);
  for (guint i = 0; i < 1000; i++)
    {
      int number = pz_sample_between (&random, -2, 2);

      g_assert_cmpint (ABS (number), <=, 2);
      counts[number + 2]++;
    }
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (counts[i], >, 140); /* 200 each */
  g_assert_cmpint (pz_sample_between (&random, 9, 9), ==, 9);
}

static void
test_noise_is_about_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  PzRandom random;
  double sum = 0, squares = 0;

  pz_random_init (&random, 1);
  for (guint i = 0; i < 10000; i++)
    {
      double value = (double) pz_sample_noise (&random, 2000);

      sum += value;
      squares += value * value;
    }
  g_assert_cmpfloat_with_epsilon (sum / 10000, 0, 100);
  g_assert_cmpfloat_with_epsilon (sqrt (squares / 10000), 2000, 100);
  g_assert_cmpint (pz_sample_noise (&random, 0), ==, 0);
}

static void
test_picks_any_of_the_words (Fixture       *fixture,
                             gconstpointer  data)
{
  PzRandom random;
  guint counts[3] = { 0 };
  g_autofree char *only = NULL;

  pz_random_init (&random, 1);
  only = pz_sample_pick (&random, "one word");
  g_assert_cmpstr (only, ==, "one word");
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *word = pz_sample_pick (&random, "first|the middle|last");

      if (g_str_equal (word, "first"))
        counts[0]++;
      else if (g_str_equal (word, "the middle"))
        counts[1]++;
      else if (g_str_equal (word, "last"))
        counts[2]++;
      else
        g_assert_not_reached ();
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (counts[i], >, 140);
}

static void
test_shuffling_loses_nobody (Fixture       *fixture,
                             gconstpointer  data)
{
  PzRandom random;
  guint numbers[50], seen[50] = { 0 }, one = 7, n_moved = 0;

  pz_random_init (&random, 1);
  for (guint i = 0; i < 50; i++)
    numbers[i] = i;
  pz_sample_shuffle (&random, numbers, 50);
  for (guint i = 0; i < 50; i++)
    {
      seen[numbers[i]]++;
      n_moved += numbers[i] != i;
    }
  for (guint i = 0; i < 50; i++)
    g_assert_cmpuint (seen[i], ==, 1);
  g_assert_cmpuint (n_moved, >, 40);
  pz_sample_shuffle (&random, &one, 1);
  pz_sample_shuffle (&random, NULL, 0);
  g_assert_cmpuint (one, ==, 7);
}

static void
test_days_are_written_in_one_way (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const char *const days[] = { "2026-11-25", "2024-02-29", "2026-01-01", "2026-12-31", "0001-01-01" };
  PzSampleRun run;
  PzRecord *record;

  sample_run_init (&run, fixture->environment, 1);
  record = pz_document_get_owner (run.classroom);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = pz_sample_day_to_text (sample_day (days[i]));

      g_assert_cmpstr (text, ==, days[i]);
    }
  pz_sample_set_day (record, PZ_CLASSROOM_TERM_START, run.term_start);
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_TERM_START), ==, "2026-11-02");
  pz_sample_end_run (&run);
}

static void
test_ids_are_those_of_the_records (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzSampleRun run;
  PzRecord *record;
  char id[PZ_ID_LENGTH + 1] = "x";

  sample_run_init (&run, fixture->environment, 1);
  record = pz_document_add (run.classroom, PZ_RECORD_LEVEL);
  pz_sample_set_id (id, record);
  g_assert_cmpstr (id, ==, pz_record_get_id (record));
  g_assert_cmpuint (strlen (id), ==, PZ_ID_LENGTH);
  pz_sample_end_run (&run);
}

static void
test_school_is_from_monday_to_friday (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const struct { const char *day; gboolean is; } rows[] = {
    { "2026-11-02", TRUE }, { "2026-11-06", TRUE }, { "2026-11-07", FALSE }, { "2026-11-08", FALSE }, { "2026-11-09", TRUE },
    { "2026-11-10", FALSE }, /* closed */
    { "2026-11-12", FALSE }, /* the other one */
    { "2026-11-13", TRUE }, { "2026-11-16", FALSE }, { "2026-11-20", FALSE }, /* the break */
    { "2026-11-23", TRUE },
  };
  PzSampleRun run;

  sample_run_init (&run, fixture->environment, 1);
  run.closed[1] = sample_day ("2026-11-12");
  run.break_from = sample_day ("2026-11-16");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].day);
      g_assert_cmpint (pz_sample_is_school_day (&run, sample_day (rows[i].day)), ==, rows[i].is);
    }
  pz_sample_end_run (&run);
}

static void
test_away_from_the_first_day_to_the_last (Fixture       *fixture,
                                          gconstpointer  data)
{
  PzSampleLearner learner = { .n_absences = 2, .absent_from = { 100, 200 }, .absent_to = { 102, 200 } };
  PzSampleLearner never = { .n_absences = 0, .absent_from = { 100 }, .absent_to = { 102 } };

  for (guint32 day = 95; day < 205; day++)
    {
      g_assert_cmpint (pz_sample_is_absent (&learner, day), ==, (day >= 100 && day <= 102) || day == 200);
      g_assert_false (pz_sample_is_absent (&never, day));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-tools/each-purpose-draws-for-itself", test_each_purpose_draws_for_itself);
  fixture_test_add ("/core/sample-tools/chance-is-so-many-of-a-hundred", test_chance_is_so_many_of_a_hundred);
  fixture_test_add ("/core/sample-tools/between-takes-both-ends", test_between_takes_both_ends);
  fixture_test_add ("/core/sample-tools/noise-is-about-nothing", test_noise_is_about_nothing);
  fixture_test_add ("/core/sample-tools/picks-any-of-the-words", test_picks_any_of_the_words);
  fixture_test_add ("/core/sample-tools/shuffling-loses-nobody", test_shuffling_loses_nobody);
  fixture_test_add ("/core/sample-tools/days-are-written-in-one-way", test_days_are_written_in_one_way);
  fixture_test_add ("/core/sample-tools/ids-are-those-of-the-records", test_ids_are_those_of_the_records);
  fixture_test_add ("/core/sample-tools/school-is-from-monday-to-friday", test_school_is_from_monday_to_friday);
  fixture_test_add ("/core/sample-tools/away-from-the-first-day-to-the-last", test_away_from_the_first_day_to_the_last);
  return g_test_run ();
}
