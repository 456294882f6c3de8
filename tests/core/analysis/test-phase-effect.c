/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase-effect.h"

#include "analysis-fixture.h"

static const double x_before[] = { 1, 2, 3, 4, 5, 6 }, y_before[] = { 20, 20, 26, 25, 22, 23 };
static const double x_with[] = { 7, 8, 9, 10, 11, 12, 13 }, y_with[] = { 28, 25, 24, 27, 30, 30, 29 };
static const PzPhaseValues before = { x_before, y_before, 6 }, with = { x_with, y_with, 7 };
static const PzPhaseValues nothing = { NULL, NULL, 0 };

static void
test_tau_stays_without_a_trend_before (void)
{
  PzCorrectedTau tau;

  pz_phase_effect_correct_tau (&before, &with, &tau);
  assert_allowed (tau.refusal);
  assert_near (tau.p, 0.56609026181685);
  g_assert_false (tau.corrected);
  assert_near (tau.tau, 0.8333333333333333);
}

static void
test_a_trend_before_is_taken_off (void)
{
  const double xa[] = { 0, 7, 14, 21, 28, 35 }, ya[] = { 10, 12, 13, 15, 16, 19 };
  const double xb[] = { 42, 49, 56, 63 }, yb[] = { 19, 23, 22, 26 };
  const PzPhaseValues a = { xa, ya, 6 }, b = { xb, yb, 4 };
  PzCorrectedTau tau;

  pz_phase_effect_correct_tau (&a, &b, &tau);
  assert_near (tau.p, 0.002777777777777778);
  g_assert_true (tau.corrected);
  assert_near (tau.tau, 0);
}

/* going on as before on a line is no effect, whatever rounding makes of it */
static void
test_a_straight_line_has_no_effect (void)
{
  double xa[8], ya[8], xb[8], yb[8];
  const PzPhaseValues a = { xa, ya, 8 }, b = { xb, yb, 8 };
  PzCorrectedTau tau;

  for (gsize i = 0; i < 8; i++)
    {
      xa[i] = (double) i;
      xb[i] = (double) i + 8;
      ya[i] = 0.3 + 0.1 * xa[i];
      yb[i] = 0.3 + 0.1 * xb[i];
    }
  pz_phase_effect_correct_tau (&a, &b, &tau);
  g_assert_true (tau.corrected);
  assert_near (tau.tau, 0);
}

static void
test_change_of_level_and_slope (void)
{
  PzPhaseChange change;

  pz_phase_effect_get_change (&before, &with, &change);
  assert_allowed (change.refusal);
  assert_allowed (change.no_error);
  assert_near (change.level, 0.8690476190476168);
  assert_near (change.slope, 0.1071428571428572);
  assert_near (change.s, 2.2715749844662643);
  g_assert_cmpuint (change.df, ==, 9);
  assert_near (change.se_level, 2.6206458567450848);
  assert_near (change.se_slope, 0.6922050059189103);
  assert_near (change.p_level, 0.7477709900502945);
  assert_near (change.p_slope, 0.8804065543593989);
}

static void
test_ratio_of_means (void)
{
  PzResponseRatio ratio;

  pz_phase_effect_get_ratio (y_before, 6, y_with, 7, &ratio);
  assert_allowed (ratio.refusal);
  assert_near (ratio.lrr, 0.19539616573514876);
  assert_near (ratio.se, 0.05557723213496618);
  assert_near (ratio.percent, 21.57925464426058);
}

static void
test_percent_of_the_way_to_the_goal (void)
{
  double percent = 0;

  assert_allowed (pz_phase_effect_get_goal_percent (y_before, 6, y_with, 7, 32, &percent));
  assert_near (percent, 52.551020408163275);
}

static void
test_refused_in_words (void)
{
  const double zero[] = { 0, 0, 0 }, x[] = { 1, 2, 3 }, line[] = { 1, 2, 3 }, one_day[] = { 4, 4, 4 };
  const PzPhaseValues straight = { x, line, 3 }, short_ = { x, line, 2 }, same_day = { one_day, line, 3 };
  PzCorrectedTau tau;
  PzPhaseChange change;
  PzResponseRatio ratio;
  double percent = 0;

  pz_phase_effect_correct_tau (&nothing, &with, &tau);
  assert_refused (tau.refusal, "1 more point needed");
  pz_phase_effect_get_change (&nothing, &with, &change);
  assert_refused (change.refusal, "2 more points needed");
  pz_phase_effect_get_change (&before, &same_day, &change);
  assert_refused (change.refusal, "All points are of one day: a line needs at least two days");
  pz_phase_effect_get_change (&short_, &short_, &change);
  assert_allowed (change.refusal);
  assert_refused (change.no_error, "1 more point needed");
  pz_phase_effect_get_change (&straight, &straight, &change);
  assert_refused (change.no_error, "The points lie on one line: how much they would scatter is not known");
  assert_near (change.se_level, 0);
  pz_phase_effect_get_ratio (y_before, 1, y_with, 7, &ratio);
  assert_refused (ratio.refusal, "1 more point needed");
  pz_phase_effect_get_ratio (zero, 3, y_with, 7, &ratio);
  assert_refused (ratio.refusal, "Only values above 0 can be compared in percent");
  assert_refused (pz_phase_effect_get_goal_percent (NULL, 0, y_with, 7, 32, &percent), "1 more point needed");
  assert_refused (pz_phase_effect_get_goal_percent (zero, 3, y_with, 7, 0, &percent),
                  "The goal is as high as the values before the change were");
  assert_refused (pz_phase_effect_get_goal_percent (zero, 3, y_with, 7, NAN, &percent),
                  "The goal needs a number to reach and a day to reach it by");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/phase-effect/tau-stays-without-a-trend-before", test_tau_stays_without_a_trend_before);
  g_test_add_func ("/core/phase-effect/a-trend-before-is-taken-off", test_a_trend_before_is_taken_off);
  g_test_add_func ("/core/phase-effect/a-straight-line-has-no-effect", test_a_straight_line_has_no_effect);
  g_test_add_func ("/core/phase-effect/change-of-level-and-slope", test_change_of_level_and_slope);
  g_test_add_func ("/core/phase-effect/ratio-of-means", test_ratio_of_means);
  g_test_add_func ("/core/phase-effect/percent-of-the-way-to-the-goal", test_percent_of_the_way_to_the_goal);
  g_test_add_func ("/core/phase-effect/refused-in-words", test_refused_in_words);
  return g_test_run ();
}
