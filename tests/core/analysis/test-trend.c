/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trend.h"

#include "analysis-fixture.h"

static void
test_baseline_is_the_median_of_three (void)
{
  const double y[] = { 20, 40, 22, 21 };
  gboolean provisional = FALSE;
  double baseline = 0;

  assert_allowed (pz_trend_get_baseline (y, 4, &baseline, &provisional));
  assert_near (baseline, 22);
  g_assert_false (provisional);
  assert_allowed (pz_trend_get_baseline (y, 2, &baseline, &provisional));
  assert_near (baseline, 30);
  g_assert_true (provisional);
  assert_allowed (pz_trend_get_baseline (y, 1, &baseline, &provisional));
  assert_near (baseline, 20);
  assert_refused (pz_trend_get_baseline (NULL, 0, &baseline, &provisional), "1 more point needed");
}

static void
test_level_is_the_median_of_the_last_three (void)
{
  double level = 0;

  assert_allowed (pz_trend_get_level (weekly_y, N_WEEKLY, &level));
  assert_near (level, 27);
  assert_allowed (pz_trend_get_level (weekly_y, 2, &level));
  assert_near (level, 21);
  assert_refused (pz_trend_get_level (NULL, 0, &level), "1 more point needed");
}

static void
test_least_squares (void)
{
  PzLine line;

  pz_trend_fit (weekly_x, weekly_y, N_WEEKLY, &line);
  assert_allowed (line.refusal);
  assert_allowed (line.no_error);
  assert_near (line.slope, 0.18197278911564627);
  assert_near (line.intercept, 19.916666666666664);
  assert_near (line.see, 1.2731974497428693);
  assert_near (line.se_slope, 0.028065518808359557);
  assert_near (line.lower, 0.11329893853493926);
  assert_near (line.upper, 0.25064663969635326);
  assert_near (line.mean_x, 24.5);
  assert_near (line.sxx, 2058);
  assert_near (pz_line_get_value (&line, 98), 37.75);
}

static void
test_no_line_is_refused_in_words (void)
{
  const double one_day[] = { 3, 3, 3 }, equal[] = { 4, 4, 4 };
  PzLine line;

  pz_trend_fit (NULL, NULL, 0, &line);
  assert_refused (line.refusal, "2 more points needed");
  pz_trend_fit (weekly_x, weekly_y, 1, &line);
  assert_refused (line.refusal, "1 more point needed");
  pz_trend_fit (one_day, weekly_y, 3, &line);
  assert_refused (line.refusal, "All points are of one day: a line needs at least two days");
  assert_refused (line.no_error, "All points are of one day: a line needs at least two days");
  pz_trend_fit (weekly_x, weekly_y, 2, &line);
  assert_allowed (line.refusal);
  assert_near (line.slope, 2.0 / 7);
  assert_refused (line.no_error, "1 more point needed");
  pz_trend_fit (weekly_x, equal, 3, &line);
  assert_near (line.slope, 0);
  assert_near (line.see, 0);
}

static void
test_numbers_out_of_range_are_refused (void)
{
  const double close[] = { 0, 5e-324, 1e-323 }, far[] = { -1e200, 0, 1e200 };
  PzLine line;

  pz_trend_fit (close, weekly_y, 3, &line);
  assert_refused (line.refusal, "The numbers are too great, too small or too close together");
  pz_trend_fit (far, weekly_y, 3, &line);
  assert_refused (line.refusal, "The numbers are too great, too small or too close together");
  assert_near (line.slope, 0);
}

/* what rounding leaves over is no scatter, nor a slope */
static void
test_points_on_a_line_have_no_scatter (void)
{
  double y[N_WEEKLY], r1 = 0;
  gboolean too_sure = FALSE;
  PzLine line;

  for (gsize i = 0; i < N_WEEKLY; i++)
    y[i] = 0.1 + 0.3 * weekly_x[i];
  pz_trend_fit (weekly_x, y, N_WEEKLY, &line);
  assert_near (line.slope, 0.3);
  g_assert_false (line.see > 0);
  assert_refused (pz_trend_get_correlation (weekly_x, y, &line, &r1, &too_sure),
                  "The points lie on one line: how much they would scatter is not known");
  for (gsize i = 0; i < N_WEEKLY; i++)
    y[i] = 0.1;
  pz_trend_fit (weekly_x, y, N_WEEKLY, &line);
  g_assert_false (line.slope > 0 || line.slope < 0 || line.see > 0);
}

static void
test_turned_line_is_that_of_turned_values (void)
{
  double turned[N_WEEKLY];
  PzLine line, mirror;

  for (gsize i = 0; i < N_WEEKLY; i++)
    turned[i] = -weekly_y[i];
  pz_trend_fit (weekly_x, weekly_y, N_WEEKLY, &line);
  pz_trend_fit (weekly_x, turned, N_WEEKLY, &mirror);
  pz_line_turn (&mirror);
  assert_near (mirror.slope, line.slope);
  assert_near (mirror.intercept, line.intercept);
  assert_near (mirror.lower, line.lower);
  assert_near (mirror.upper, line.upper);
}

static void
test_outer_thirds (void)
{
  const double one_day[] = { 3, 3, 3, 3, 4 };
  double slope = 0;
  gsize k = 0;

  assert_allowed (pz_trend_fit_thirds (weekly_x, weekly_y, N_WEEKLY, &k, &slope));
  g_assert_cmpuint (k, ==, 3);
  assert_near (slope, 0.17142857142857143);
  assert_allowed (pz_trend_fit_thirds (weekly_x, weekly_y, 7, &k, &slope));
  g_assert_cmpuint (k, ==, 2);
  assert_near (slope, (26.5 - 21) / 35);
  assert_allowed (pz_trend_fit_thirds (weekly_x, weekly_y, 2, &k, &slope));
  g_assert_cmpuint (k, ==, 1);
  assert_refused (pz_trend_fit_thirds (weekly_x, weekly_y, 1, &k, &slope), "1 more point needed");
  assert_refused (pz_trend_fit_thirds (one_day, weekly_y, 4, &k, &slope),
                  "All points are of one day: a line needs at least two days");
}

static void
test_points_that_follow_one_another_are_noticed (void)
{
  const double wave[N_WEEKLY] = { 1, 2, 3, 3, 3, 3, 2, 1 };
  gboolean too_sure = FALSE;
  double r1 = 0;
  PzLine line;

  pz_trend_fit (weekly_x, weekly_y, N_WEEKLY, &line);
  assert_allowed (pz_trend_get_correlation (weekly_x, weekly_y, &line, &r1, &too_sure));
  assert_near (r1, -0.8121175030599757);
  g_assert_true (too_sure);
  pz_trend_fit (weekly_x, wave, N_WEEKLY, &line);
  assert_allowed (pz_trend_get_correlation (weekly_x, wave, &line, &r1, &too_sure));
  g_assert_cmpfloat (r1, >, 0);
  g_assert_false (too_sure);
  pz_trend_fit (weekly_x, wave, 2, &line);
  assert_refused (pz_trend_get_correlation (weekly_x, wave, &line, &r1, &too_sure), "1 more point needed");
}

static void
test_stable_means_near_the_median (void)
{
  const double steady[] = { 10, 11, 9, 10, 30 }, wild[] = { 10, 2, 9, 18, 30 }, zero[] = { -1, 0, 0, 0, 1 };
  PzVariability variability;
  PzLine line;

  pz_trend_fit (weekly_x, steady, 5, &line);
  pz_trend_get_variability (steady, 5, &line, &variability);
  assert_allowed (variability.refusal);
  assert_near (variability.share, 0.8);
  assert_near (variability.see, line.see);
  g_assert_true (variability.stable && variability.has_share);
  pz_trend_get_variability (wild, 5, &line, &variability);
  assert_near (variability.share, 0.4);
  g_assert_false (variability.stable);
  pz_trend_get_variability (zero, 5, &line, &variability);
  g_assert_false (variability.has_share);
  pz_trend_get_variability (zero, 2, &line, &variability);
  assert_refused (variability.refusal, "1 more point needed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/trend/baseline-is-the-median-of-three", test_baseline_is_the_median_of_three);
  g_test_add_func ("/core/trend/level-is-the-median-of-the-last-three", test_level_is_the_median_of_the_last_three);
  g_test_add_func ("/core/trend/least-squares", test_least_squares);
  g_test_add_func ("/core/trend/no-line-is-refused-in-words", test_no_line_is_refused_in_words);
  g_test_add_func ("/core/trend/numbers-out-of-range-are-refused", test_numbers_out_of_range_are_refused);
  g_test_add_func ("/core/trend/points-on-a-line-have-no-scatter", test_points_on_a_line_have_no_scatter);
  g_test_add_func ("/core/trend/turned-line-is-that-of-turned-values", test_turned_line_is_that_of_turned_values);
  g_test_add_func ("/core/trend/outer-thirds", test_outer_thirds);
  g_test_add_func ("/core/trend/points-that-follow-one-another-are-noticed",
                   test_points_that_follow_one_another_are_noticed);
  g_test_add_func ("/core/trend/stable-means-near-the-median", test_stable_means_near_the_median);
  return g_test_run ();
}
