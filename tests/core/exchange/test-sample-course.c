/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-sample-course-private.h"
#include "sample-run-fixture.h"

/* 80 days from the start to the end of the term, without noise: 24 units are asked for from a level of 66 */
static PzSampleCourse
make_course (const PzSampleRun *run)
{
  return (PzSampleCourse) { .kind = PZ_SAMPLE_COURSE_ON_THE_WAY, .start = run->term_end - 80, .stop = run->today,
                            .baseline = 66000, .gain = 24000, .pace = 1000, .every = 7 };
}

static void
test_the_value_goes_from_the_baseline_to_what_was_asked (Fixture       *fixture,
                                                         gconstpointer  data)
{
  PzSampleRun run;
  PzSampleCourse course;
  PzRandom random;

  sample_run_init (&run, fixture->environment, 1);
  pz_random_init (&random, 1);
  course = make_course (&run);
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.start, &random), ==, 66000);
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.start - 5, &random), ==, 66000);
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.start + 40, &random), ==, 78000);
  g_assert_cmpint (pz_sample_course_value (&course, &run, run.term_end, &random), ==, 90000);
  course.pace = 250;
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.start + 40, &random), ==, 69000);
  pz_sample_end_run (&run);
}

static void
test_what_is_met_stays_just_above (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzSampleRun run;
  PzSampleCourse course;
  PzRandom random;

  sample_run_init (&run, fixture->environment, 1);
  pz_random_init (&random, 1);
  course = make_course (&run);
  course.kind = PZ_SAMPLE_COURSE_MET;
  course.pace = 2000;
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.start + 30, &random), ==, 84000);
  /* 24 are asked for; it stops at a twentieth more, also where less is better */
  g_assert_cmpint (pz_sample_course_value (&course, &run, run.term_end, &random), ==, 66000 + 25200);
  course.gain = -24000;
  g_assert_cmpint (pz_sample_course_value (&course, &run, run.term_end, &random), ==, 66000 - 25200);
  pz_sample_end_run (&run);
}

static void
test_a_change_of_teaching_shows_from_its_day_on (Fixture       *fixture,
                                                 gconstpointer  data)
{
  PzSampleRun run;
  PzSampleCourse course;
  PzRandom random;

  sample_run_init (&run, fixture->environment, 1);
  pz_random_init (&random, 1);
  course = make_course (&run);
  course.gain = 0;
  course.change = course.start + 10;
  course.jump = -15000;
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.change - 1, &random), ==, 66000);
  g_assert_cmpint (pz_sample_course_value (&course, &run, course.change, &random), ==, 51000);
  pz_sample_end_run (&run);
}

/* mean distance from what would be without noise */
static gint64
measure_noise (const PzSampleRun    *run,
               const PzSampleCourse *course)
{
  PzRandom random;
  gint64 sum = 0;

  pz_random_init (&random, 1);
  for (guint i = 0; i < 1000; i++)
    {
      gint64 off = pz_sample_course_value (course, run, course->start, &random) - course->baseline;

      sum += ABS (off);
    }
  return sum / 1000;
}

static void
test_what_is_noisy_is_three_times_as_uncertain (Fixture       *fixture,
                                                gconstpointer  data)
{
  PzSampleRun run;
  PzSampleCourse course;
  gint64 quiet, noisy;

  sample_run_init (&run, fixture->environment, 1);
  course = make_course (&run);
  course.spread = 1000;
  quiet = measure_noise (&run, &course);
  /* 0.8 standard deviations */
  g_assert_cmpint (ABS (quiet - 800), <, 60);
  course.kind = PZ_SAMPLE_COURSE_NOISY;
  noisy = measure_noise (&run, &course);
  g_assert_cmpint (ABS (noisy - 3 * quiet), <=, 3);
  pz_sample_end_run (&run);
}

static void
test_days_keep_to_school_and_to_who_is_there (Fixture       *fixture,
                                              gconstpointer  data)
{
  PzSampleRun run;
  guint n_days = 0;

  sample_run_init (&run, fixture->environment, 1);
  run.learners[0].n_absences = 1;
  run.learners[0].absent_from[0] = sample_day ("2026-11-16");
  run.learners[0].absent_to[0] = sample_day ("2026-11-20");
  for (guint seed = 0; seed < 20; seed++)
    {
      PzSampleCourse course = make_course (&run);
      g_autoptr(GArray) days = NULL;
      PzRandom random;

      course.start = run.term_start;
      course.stop = sample_day ("2026-11-24");
      course.every = 2;
      pz_random_init (&random, seed);
      days = pz_sample_course_dup_days (&course, &run, &run.learners[0], &random);
      for (guint i = 0; i < days->len; i++)
        {
          guint32 day = g_array_index (days, guint32, i);

          g_assert_true (pz_sample_is_school_day (&run, day));
          g_assert_false (pz_sample_is_absent (&run.learners[0], day));
          g_assert_cmpuint (day, <=, course.stop);
          g_assert_true (i == 0 || day > g_array_index (days, guint32, i - 1));
        }
      n_days += days->len;
    }
  /* of eleven days, most are found */
  g_assert_cmpuint (n_days, >=, 20 * 5);
  pz_sample_end_run (&run);
}

static void
test_as_many_days_as_were_asked_for (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const guint numbers[] = { 1, 10, 400 };
  PzSampleRun run;

  sample_run_init (&run, fixture->environment, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PzSampleCourse course = make_course (&run);
      g_autoptr(GArray) days = NULL;
      PzRandom random;

      run.options.n_measurements = numbers[i];
      pz_random_init (&random, 1);
      days = pz_sample_course_dup_days (&course, &run, &run.learners[0], &random);
      g_assert_cmpuint (days->len, ==, numbers[i]);
      g_assert_cmpuint (g_array_index (days, guint32, 0), ==, run.term_start);
      for (guint k = 1; k < days->len; k++)
        {
          g_assert_cmpuint (g_array_index (days, guint32, k), >=, g_array_index (days, guint32, k - 1));
          g_assert_cmpuint (g_array_index (days, guint32, k), <=, run.today);
        }
    }
  pz_sample_end_run (&run);
}

/* also of a class that is at work for a week: no goal began before the term */
static void
test_what_is_drawn_lies_within_the_term (Fixture       *fixture,
                                         gconstpointer  data)
{
  static const guint32 lengths[] = { 0, 7, 12, 30, 90 };
  PzSampleRun run;
  guint kinds[PZ_SAMPLE_COURSE_STALE + 1] = { 0 };

  sample_run_init (&run, fixture->environment, 1);
  for (guint seed = 0; seed < 2000; seed++)
    {
      PzSampleCourse course;
      PzRandom random;

      run.term_start = run.today - lengths[seed % G_N_ELEMENTS (lengths)];
      pz_random_init (&random, seed);
      pz_sample_course_init (&course, &run, &run.learners[0], &random);
      kinds[course.kind]++;
      g_assert_cmpuint (course.start, >=, run.term_start);
      g_assert_cmpuint (course.stop, >=, run.term_start);
      g_assert_cmpuint (course.stop, <=, run.today);
      g_assert_true (course.change == 0 || course.change >= course.start);
      if (course.kind == PZ_SAMPLE_COURSE_FEW)
        {
          g_assert_cmpuint (course.change, ==, 0);
          g_assert_cmpuint (course.start, >=, run.today - 17);
        }
      if (course.kind == PZ_SAMPLE_COURSE_STALE && run.today - run.term_start > 40)
        g_assert_cmpuint (course.stop, <=, run.today - 24);
    }
  /* 42, 18, 10, 12, 9 and 9 of a hundred */
  g_assert_cmpuint (kinds[PZ_SAMPLE_COURSE_ON_THE_WAY], >, 700);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (kinds[i], >, 100);
  pz_sample_end_run (&run);
}

static void
test_steady_courses_part_by_access (Fixture       *fixture,
                                    gconstpointer  data)
{
  PzSampleRun run;
  gint64 paces[2] = { 0 };
  guint n_steady[2] = { 0 };

  sample_run_init (&run, fixture->environment, 2);
  run.learners[1].unsteady_access = TRUE;
  for (guint seed = 0; seed < 400; seed++)
    {
      PzSampleCourse course = make_course (&run);
      PzRandom random;

      course.kind = PZ_SAMPLE_COURSE_STALE;
      pz_random_init (&random, seed);
      pz_sample_course_make_steady (&course, &run, &run.learners[seed % 2], &random);
      if (course.kind == PZ_SAMPLE_COURSE_STALE)
        continue; /* a few stay as they were */
      g_assert_cmpint (course.kind, ==, seed % 2 == 1 ? PZ_SAMPLE_COURSE_FLAT : PZ_SAMPLE_COURSE_ON_THE_WAY);
      g_assert_cmpuint (course.stop, ==, run.today);
      g_assert_cmpuint (course.start - run.term_start, <=, 4);
      g_assert_cmpuint (course.change, ==, run.term_start + 3);
      paces[seed % 2] += course.pace;
      n_steady[seed % 2]++;
    }
  g_assert_cmpuint (n_steady[0], >, 170);
  g_assert_cmpint (ABS (paces[0] / n_steady[0] - 1150), <, 70);
  g_assert_cmpint (ABS (paces[1] / n_steady[1] - 250), <, 70);
  pz_sample_end_run (&run);
}

static void
test_phases_move_up_or_down (Fixture       *fixture,
                             gconstpointer  data)
{
  PzSampleRun run;

  sample_run_init (&run, fixture->environment, 6);
  for (guint i = 0; i < 6; i++)
    {
      PzSampleCourse course = make_course (&run);
      PzRandom random;

      run.learners[i].speech = i % 2 == 0 ? PZ_SAMPLE_SPEECH_HELPS : PZ_SAMPLE_SPEECH_HINDERS;
      pz_random_init (&random, i);
      pz_sample_course_make_phases (&course, &run, &run.learners[i], &random);
      g_assert_cmpuint (course.start, ==, run.term_start);
      g_assert_cmpuint (course.every, ==, 5);
      /* 23 days: it changes after 40, 46 or 52 of a hundred */
      g_assert_cmpuint (course.change, ==, run.term_start + (i % 3 == 0 ? 9 : i % 3 == 1 ? 10 : 11));
      g_assert_cmpint (ABS (course.jump - (i % 2 == 0 ? 19000 : -15000)), <, 10000);
    }
  pz_sample_end_run (&run);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-course/the-value-goes-from-the-baseline-to-what-was-asked",
                    test_the_value_goes_from_the_baseline_to_what_was_asked);
  fixture_test_add ("/core/sample-course/what-is-met-stays-just-above", test_what_is_met_stays_just_above);
  fixture_test_add ("/core/sample-course/a-change-of-teaching-shows-from-its-day-on",
                    test_a_change_of_teaching_shows_from_its_day_on);
  fixture_test_add ("/core/sample-course/what-is-noisy-is-three-times-as-uncertain",
                    test_what_is_noisy_is_three_times_as_uncertain);
  fixture_test_add ("/core/sample-course/days-keep-to-school-and-to-who-is-there",
                    test_days_keep_to_school_and_to_who_is_there);
  fixture_test_add ("/core/sample-course/as-many-days-as-were-asked-for", test_as_many_days_as_were_asked_for);
  fixture_test_add ("/core/sample-course/what-is-drawn-lies-within-the-term", test_what_is_drawn_lies_within_the_term);
  fixture_test_add ("/core/sample-course/steady-courses-part-by-access", test_steady_courses_part_by_access);
  fixture_test_add ("/core/sample-course/phases-move-up-or-down", test_phases_move_up_or_down);
  return g_test_run ();
}
