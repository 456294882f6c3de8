/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-decision.h"

#include "analysis-fixture.h"

/* a goal of 40 on day 98 for the first n weekly points */
static void
decide (gsize       n,
        PzDecision *decision)
{
  PzDecisionInput input;

  pz_decision_input_init (&input, weekly_x, weekly_y, n, PZ_DIRECTION_INCREASE);
  input.target = 40;
  input.due = 98;
  pz_decision_make (&input, decision);
}

/* values that grow by @slope a week from 20, with a little scatter; the goal asks for 1 a week for 20 weeks */
static void
decide_growth (double      slope,
               gsize       n,
               double      phase_start,
               PzDecision *decision)
{
  double x[20], y[20];
  PzDecisionInput input;

  for (gsize i = 0; i < n; i++)
    {
      x[i] = 7 * (double) i;
      y[i] = 20 + slope * (double) i + (i % 3 == 0 ? 0.25 : -0.25);
    }
  pz_decision_input_init (&input, x, y, n, PZ_DIRECTION_INCREASE);
  input.target = 40;
  input.due = 140;
  input.phase_start = phase_start;
  pz_decision_make (&input, decision);
}

static void
test_every_number_behind_the_verdict (void)
{
  PzDecision decision;

  decide (N_WEEKLY, &decision);
  g_assert_cmpint (decision.stage, ==, PZ_STAGE_TREND);
  g_assert_cmpuint (decision.n, ==, 8);
  assert_near (decision.span, 49);
  assert_near (decision.baseline, 21);
  assert_near (decision.level, 27);
  assert_near (decision.aimline.pace, 19.0 / 98);
  assert_near (decision.line.slope, 0.18197278911564627);
  assert_near (decision.steady.slope, 0.18452380952380953);
  assert_near (decision.forecast.value, 37.75);
  assert_near (decision.forecast.chance, 0.19832456453157643);
  g_assert_cmpint (decision.growth, ==, PZ_GROWTH_CANNOT_TELL);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_CANNOT_TELL);
  g_assert_cmpuint (decision.n_more, >, 0);
  g_assert_cmpint (decision.refusal.reason, ==, PZ_REFUSAL_MORE_POINTS);
  g_assert_cmpuint (decision.refusal.n, ==, decision.n_more);
  g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_GO_ON);
  /* a shade below the aimline four times: what the trend rule is too careful to say */
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_CHANGE_SUPPORT);
  g_assert_cmpuint (decision.n_better, ==, 0);
  g_assert_cmpuint (decision.n_worse, ==, 4);
}

/* the goal of the reference: 20 in 98 days from a baseline of 20 */
static void
test_a_baseline_of_its_own (void)
{
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, weekly_x, weekly_y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  input.target = 40;
  input.due = 98;
  input.baseline = 20;
  pz_decision_make (&input, &decision);
  assert_near (decision.aimline.pace, 20.0 / 98);
  g_assert_cmpint (decision.growth, ==, PZ_GROWTH_CANNOT_TELL);
  g_assert_cmpuint (decision.n_more, ==, 8);
  assert_refused (decision.refusal, "8 more points needed");
  g_assert_false (decision.provisional);
  input.start = -14;
  pz_decision_make (&input, &decision);
  assert_near (decision.aimline.pace, 20.0 / 112);
}

static void
test_stages_need_points_and_days (void)
{
  PzRefusal missing;

  g_assert_cmpint (pz_stage_get (2, 400, &missing), ==, PZ_STAGE_DOTS);
  assert_refused (missing, "1 more point needed");
  g_assert_cmpint (pz_stage_get (3, 2, &missing), ==, PZ_STAGE_EARLY);
  assert_refused (missing, "3 more points needed");
  g_assert_cmpint (pz_stage_get (20, 20, &missing), ==, PZ_STAGE_EARLY);
  assert_refused (missing, "The points must go over 1 more day");
  g_assert_cmpint (pz_stage_get (5, 100, NULL), ==, PZ_STAGE_EARLY);
  g_assert_cmpint (pz_stage_get (6, 21, &missing), ==, PZ_STAGE_FOUR_POINT);
  assert_refused (missing, "2 more points needed");
  g_assert_cmpint (pz_stage_get (8, 27.5, &missing), ==, PZ_STAGE_FOUR_POINT);
  assert_refused (missing, "The points must go over 1 more day");
  g_assert_cmpint (pz_stage_get (8, 28, &missing), ==, PZ_STAGE_TREND);
  g_assert_cmpint (pz_stage_get (9, 100, NULL), ==, PZ_STAGE_TREND);
  g_assert_cmpint (pz_stage_get (10, 69, NULL), ==, PZ_STAGE_TREND);
  g_assert_cmpint (pz_stage_get (10, 70, &missing), ==, PZ_STAGE_FIRM);
  assert_allowed (missing);
}

static void
test_few_points_are_refused_in_words (void)
{
  static const struct { gsize n; PzStatus status; const char *text; } rows[] = {
    { 0, PZ_STATUS_NEEDS_DATA, "3 more points needed" }, { 1, PZ_STATUS_NEEDS_DATA, "2 more points needed" },
    { 2, PZ_STATUS_NEEDS_DATA, "1 more point needed" },  { 3, PZ_STATUS_TOO_EARLY, "5 more points needed" },
    { 7, PZ_STATUS_TOO_EARLY, "1 more point needed" },
  };
  PzDecision decision;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      decide (rows[i].n, &decision);
      g_assert_cmpint (decision.status, ==, rows[i].status);
      assert_refused (decision.refusal, rows[i].text);
      g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_NONE);
    }
  decide (2, &decision);
  g_assert_true (decision.provisional);
  decide (0, &decision);
  assert_refused (decision.no_baseline, "1 more point needed");
  assert_refused (decision.no_aimline, "1 more point needed");
  assert_refused (decision.line.refusal, "2 more points needed");
}

static void
test_many_points_in_few_days_are_too_early (void)
{
  double x[12], y[12];
  PzDecisionInput input;
  PzDecision decision;

  for (gsize i = 0; i < 12; i++)
    {
      x[i] = (double) i;
      y[i] = 30 - (double) (i % 2);
    }
  pz_decision_input_init (&input, x, y, 12, PZ_DIRECTION_INCREASE);
  input.target = 60;
  input.due = 98;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_TOO_EARLY);
  assert_refused (decision.refusal, "The points must go over 17 more days");
  assert_refused (decision.no_four_point, "The points must go over 10 more days");
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_NONE);
  g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_NONE);
}

static void
test_growth_decides (void)
{
  PzDecision decision;

  decide_growth (1.6, 12, NAN, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_ON_THE_WAY);
  g_assert_cmpint (decision.growth, ==, PZ_GROWTH_FASTER);
  g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_RAISE_GOAL);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_RAISE_GOAL);
  assert_allowed (decision.refusal);
  decide_growth (0.2, 12, NAN, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_NOT_ON_THE_WAY);
  g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_CHANGE_SUPPORT);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_CHANGE_SUPPORT);
  assert_allowed (decision.refusal);
  g_assert_cmpint (decision.stage, ==, PZ_STAGE_FIRM);
}

/* the interval contains the pace, and the line gets there in time */
static void
test_on_the_way_when_the_forecast_reaches_the_target (void)
{
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, weekly_x, weekly_y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  input.target = 37;
  input.due = 98;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.growth, ==, PZ_GROWTH_CANNOT_TELL);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_ON_THE_WAY);
  assert_allowed (decision.refusal);
}

static void
test_met_when_held_on_its_occasions (void)
{
  const double x[] = { 0, 7, 14, 21 }, y[] = { 10, 41, 39, 40 };
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, x, y, 4, PZ_DIRECTION_INCREASE);
  input.target = 40;
  input.due = 98;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_MET);
  g_assert_cmpuint (decision.held, ==, 1);
  input.occasions = 2;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_TOO_EARLY);
  g_assert_cmpuint (decision.occasions, ==, 2);
  input.target = 39;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_MET);
  g_assert_cmpuint (decision.held, ==, 3);
}

static void
test_met_needs_no_number_of_points (void)
{
  const double x[] = { 0 }, y[] = { 40 };
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, x, y, 1, PZ_DIRECTION_INCREASE);
  input.target = 40;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_MET);
}

static void
test_old_points_need_data (void)
{
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, weekly_x, weekly_y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  input.target = 40;
  input.due = 98;
  input.review_every = 5;
  input.days_since_last = 10;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_CANNOT_TELL);
  input.days_since_last = 11;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_NEEDS_DATA);
  assert_refused (decision.refusal, "The last point is too old: measure again");
  input.review_every = 0;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_CANNOT_TELL);
}

static void
test_a_goal_without_number_cannot_tell (void)
{
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, weekly_x, weekly_y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_CANNOT_TELL);
  assert_refused (decision.refusal, "The goal needs a number to reach and a day to reach it by");
  assert_refused (decision.no_four_point, "The goal needs a number to reach and a day to reach it by");
  input.target = 40;
  input.due = 0;
  pz_decision_make (&input, &decision);
  assert_refused (decision.refusal, "The goal is due on the day of the first point, or before it");
}

static void
test_lines_that_disagree_cannot_tell (void)
{
  const double x[] = { 0, 7, 14, 21, 28, 35, 42, 49 }, y[] = { 20, 19, 18, 17, 16, 15, 14, 60 };
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, x, y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  input.target = 80;
  input.due = 98;
  pz_decision_make (&input, &decision);
  g_assert_true (decision.line.slope > 0 && decision.steady.slope < 0);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_CANNOT_TELL);
  assert_refused (decision.refusal, "Two ways to draw the line through the points disagree whether it rises or falls");
  g_assert_cmpint (decision.trend, ==, PZ_PROPOSAL_NONE);
}

static void
test_four_points_do_not_cross_a_phase_line (void)
{
  PzDecision decision;

  decide_growth (0.2, 7, NAN, &decision);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_CHANGE_SUPPORT);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_TOO_EARLY);
  decide_growth (0.2, 7, 21, &decision);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_CHANGE_SUPPORT);
  decide_growth (0.2, 7, 22, &decision);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_NONE);
  assert_refused (decision.no_four_point, "1 more point needed since the teaching changed");
  decide_growth (0.2, 7, 400, &decision);
  assert_refused (decision.no_four_point, "4 more points needed since the teaching changed");
  decide_growth (0.2, 5, NAN, &decision);
  assert_refused (decision.no_four_point, "1 more point needed");
}

static void
test_a_point_on_the_line_is_on_no_side (void)
{
  const double x[] = { 0, 7, 14, 21, 28, 35 }, y[] = { 10, 10, 10, 12, 13, 15 };
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, x, y, 6, PZ_DIRECTION_INCREASE);
  input.target = 20;
  input.due = 70;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.four_point, ==, PZ_PROPOSAL_GO_ON);
  g_assert_cmpuint (decision.n_worse, ==, 3);
  g_assert_cmpuint (decision.n_better, ==, 0);
}

/* the same learner counted in mistakes: every number stands as it was written, the words are the same */
static void
test_a_decreasing_goal_mirrors (void)
{
  double turned[N_WEEKLY];
  PzDecisionInput input;
  PzDecision up, down;

  decide (N_WEEKLY, &up);
  for (gsize i = 0; i < N_WEEKLY; i++)
    turned[i] = weekly_y[i];
  /* pz_series_collect() turned 100 - y into y - 100 */
  for (gsize i = 0; i < N_WEEKLY; i++)
    turned[i] -= 100;
  pz_decision_input_init (&input, weekly_x, turned, N_WEEKLY, PZ_DIRECTION_DECREASE);
  input.target = 60;
  input.due = 98;
  pz_decision_make (&input, &down);
  g_assert_cmpint (down.status, ==, up.status);
  g_assert_cmpint (down.growth, ==, up.growth);
  g_assert_cmpuint (down.n_more, ==, up.n_more);
  g_assert_cmpuint (down.n_worse, ==, up.n_worse);
  assert_near (down.baseline, 100 - up.baseline);
  assert_near (down.level, 100 - up.level);
  assert_near (down.aimline.target, 60);
  assert_near (down.aimline.pace, -up.aimline.pace);
  assert_near (down.line.slope, -up.line.slope);
  assert_near (down.line.lower, -up.line.upper);
  assert_near (down.steady.intercept, 100 - up.steady.intercept);
  assert_near (down.forecast.value, 100 - up.forecast.value);
  assert_near (down.forecast.chance, up.forecast.chance);
}

static void
test_equal_values_far_from_the_goal (void)
{
  const double y[] = { 4, 4, 4, 4, 4, 4, 4, 4 };
  PzDecisionInput input;
  PzDecision decision;

  pz_decision_input_init (&input, weekly_x, y, N_WEEKLY, PZ_DIRECTION_INCREASE);
  input.target = 10;
  input.due = 98;
  pz_decision_make (&input, &decision);
  g_assert_cmpint (decision.status, ==, PZ_STATUS_NOT_ON_THE_WAY);
  assert_refused (decision.forecast.no_error, "The points lie on one line: how much they would scatter is not known");
  input.step = 1;
  pz_decision_make (&input, &decision);
  assert_allowed (decision.forecast.no_error);
  g_assert_cmpfloat (decision.forecast.chance, <, 0.05);
}

static void
test_words (void)
{
  g_assert_cmpstr (pz_status_get_name (PZ_STATUS_NOT_ON_THE_WAY), ==, "not-on-the-way");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_MET), ==, "met");
  g_assert_cmpstr (pz_status_get_label (PZ_STATUS_TOO_EARLY), ==, "too early to say");
  g_assert_cmpstr (pz_stage_get_name (PZ_STAGE_FOUR_POINT), ==, "four-point");
  g_assert_cmpstr (pz_stage_get_label (PZ_STAGE_EARLY), ==, "too early");
  g_assert_cmpstr (pz_proposal_get_name (PZ_PROPOSAL_CHANGE_SUPPORT), ==, "change-support");
  g_assert_cmpstr (pz_proposal_get_label (PZ_PROPOSAL_RAISE_GOAL), ==, "the goal could be raised");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/decision/every-number-behind-the-verdict", test_every_number_behind_the_verdict);
  g_test_add_func ("/core/decision/a-baseline-of-its-own", test_a_baseline_of_its_own);
  g_test_add_func ("/core/decision/stages-need-points-and-days", test_stages_need_points_and_days);
  g_test_add_func ("/core/decision/few-points-are-refused-in-words", test_few_points_are_refused_in_words);
  g_test_add_func ("/core/decision/many-points-in-few-days-are-too-early", test_many_points_in_few_days_are_too_early);
  g_test_add_func ("/core/decision/growth-decides", test_growth_decides);
  g_test_add_func ("/core/decision/on-the-way-when-the-forecast-reaches-the-target",
                   test_on_the_way_when_the_forecast_reaches_the_target);
  g_test_add_func ("/core/decision/met-when-held-on-its-occasions", test_met_when_held_on_its_occasions);
  g_test_add_func ("/core/decision/met-needs-no-number-of-points", test_met_needs_no_number_of_points);
  g_test_add_func ("/core/decision/old-points-need-data", test_old_points_need_data);
  g_test_add_func ("/core/decision/a-goal-without-number-cannot-tell", test_a_goal_without_number_cannot_tell);
  g_test_add_func ("/core/decision/lines-that-disagree-cannot-tell", test_lines_that_disagree_cannot_tell);
  g_test_add_func ("/core/decision/four-points-do-not-cross-a-phase-line", test_four_points_do_not_cross_a_phase_line);
  g_test_add_func ("/core/decision/a-point-on-the-line-is-on-no-side", test_a_point_on_the_line_is_on_no_side);
  g_test_add_func ("/core/decision/a-decreasing-goal-mirrors", test_a_decreasing_goal_mirrors);
  g_test_add_func ("/core/decision/equal-values-far-from-the-goal", test_equal_values_far_from_the_goal);
  g_test_add_func ("/core/decision/words", test_words);
  return g_test_run ();
}
