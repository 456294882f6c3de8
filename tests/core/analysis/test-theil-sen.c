/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-theil-sen.h"

#include "analysis-fixture.h"
#include "pz-random.h"
#include "pz-statistics.h"

static void
test_median_of_all_slopes (void)
{
  PzSteadyLine line;

  pz_theil_sen_fit (weekly_x, weekly_y, N_WEEKLY, &line);
  assert_allowed (line.refusal);
  assert_allowed (line.no_interval);
  g_assert_cmpuint (line.n_pairs, ==, 28);
  assert_near (line.slope, 0.18452380952380953);
  assert_near (line.intercept, 20.270833333333332);
  assert_near (line.lower, 0.09523809523809523);
  assert_near (line.upper, 0.2857142857142857);
}

static void
test_one_wild_point_does_not_move_it (void)
{
  const double x[] = { 0, 1, 2, 3, 4, 5, 6 }, y[] = { 1, 2, 3, 400, 5, 6, 7 };
  PzSteadyLine line;

  pz_theil_sen_fit (x, y, 7, &line);
  assert_near (line.slope, 1);
  assert_near (line.intercept, 1);
}

static void
test_pairs_of_one_day_are_left_out (void)
{
  const double x[] = { 0, 0, 0, 2, 2 }, y[] = { 1, 2, 3, 4, 6 };
  PzSteadyLine line;

  pz_theil_sen_fit (x, y, 5, &line);
  g_assert_cmpuint (line.n_pairs, ==, 6);
  assert_near (line.slope, (1.5 + 1.5) / 2);
}

static void
test_no_line_is_refused_in_words (void)
{
  const double one_day[] = { 3, 3, 3 };
  PzSteadyLine line;

  pz_theil_sen_fit (NULL, NULL, 0, &line);
  assert_refused (line.refusal, "2 more points needed");
  pz_theil_sen_fit (weekly_x, weekly_y, 1, &line);
  assert_refused (line.refusal, "1 more point needed");
  pz_theil_sen_fit (one_day, weekly_y, 3, &line);
  assert_refused (line.refusal, "All points are of one day: a line needs at least two days");
  assert_refused (line.no_interval, "All points are of one day: a line needs at least two days");
  pz_theil_sen_fit (weekly_x, weekly_y, 4, &line);
  assert_allowed (line.refusal);
  assert_refused (line.no_interval, "2 more points needed");
  pz_theil_sen_fit (weekly_x, weekly_y, 6, &line);
  assert_allowed (line.no_interval);
}

static void
test_numbers_out_of_range_are_refused (void)
{
  const double close[] = { 0, 5e-324, 1e-323 };
  PzSteadyLine line;

  pz_theil_sen_fit (close, weekly_y, 3, &line);
  assert_refused (line.refusal, "The numbers are too great, too small or too close together");
}

static void
test_turned_line_is_that_of_turned_values (void)
{
  double turned[N_WEEKLY];
  PzSteadyLine line, mirror;

  for (gsize i = 0; i < N_WEEKLY; i++)
    turned[i] = -weekly_y[i];
  pz_theil_sen_fit (weekly_x, weekly_y, N_WEEKLY, &line);
  pz_theil_sen_fit (weekly_x, turned, N_WEEKLY, &mirror);
  pz_theil_sen_turn (&mirror);
  assert_near (mirror.slope, line.slope);
  assert_near (mirror.intercept, line.intercept);
  assert_near (mirror.lower, line.lower);
  assert_near (mirror.upper, line.upper);
}

/* every slope in a sorted list, as slow and plain as it can be done */
static void
fit_plainly (const double *x,
             const double *y,
             gsize         n,
             PzSteadyLine *line)
{
  g_autofree double *slopes = g_new (double, n * (n - 1) / 2);
  double reach = PZ_STATISTICS_Z * sqrt ((double) n * ((double) n - 1) * (2 * (double) n + 5) / 18);
  gsize n_slopes = 0, rank;

  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      if (x[j] > x[i])
        slopes[n_slopes++] = (y[j] - y[i]) / (x[j] - x[i]);
  pz_statistics_sort (slopes, n_slopes);
  rank = (gsize) floor (((double) n_slopes - reach) / 2);
  line->n_pairs = n_slopes;
  line->slope = (slopes[(n_slopes - 1) / 2] + slopes[n_slopes / 2]) / 2;
  line->lower = slopes[rank - 1];
  line->upper = slopes[n_slopes - rank];
}

/* 20 points fit on the stack, 100 are kept on the heap, of 1,001 and 1,002 digits are counted: one result */
static void
test_every_size_agrees_with_a_plain_sort (void)
{
  const gsize sizes[] = { 7, 20, 21, 100, 1001, 1002 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gsize n = sizes[s];
      g_autofree double *x = g_new (double, n), *y = g_new (double, n);
      PzSteadyLine line, plain;
      PzRandom random;

      pz_random_init (&random, n);
      for (gsize i = 0; i < n; i++)
        {
          x[i] = (i > 0 ? x[i - 1] : 0) + pz_random_below (&random, 4);
          y[i] = pz_random_below (&random, 2) ? pz_random_normal (&random) : pz_random_below (&random, 3);
        }
      fit_plainly (x, y, n, &plain);
      pz_theil_sen_fit (x, y, n, &line);
      g_test_message ("%" G_GSIZE_FORMAT " points", n);
      g_assert_cmpuint (line.n_pairs, ==, plain.n_pairs);
      assert_near (line.slope, plain.slope);
      assert_near (line.lower, plain.lower);
      assert_near (line.upper, plain.upper);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/theil-sen/median-of-all-slopes", test_median_of_all_slopes);
  g_test_add_func ("/core/theil-sen/one-wild-point-does-not-move-it", test_one_wild_point_does_not_move_it);
  g_test_add_func ("/core/theil-sen/pairs-of-one-day-are-left-out", test_pairs_of_one_day_are_left_out);
  g_test_add_func ("/core/theil-sen/no-line-is-refused-in-words", test_no_line_is_refused_in_words);
  g_test_add_func ("/core/theil-sen/numbers-out-of-range-are-refused", test_numbers_out_of_range_are_refused);
  g_test_add_func ("/core/theil-sen/turned-line-is-that-of-turned-values", test_turned_line_is_that_of_turned_values);
  g_test_add_func ("/core/theil-sen/every-size-agrees-with-a-plain-sort", test_every_size_agrees_with_a_plain_sort);
  return g_test_run ();
}
