/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-decision.h"

#include "pz-series.h"

#include <math.h>

/* The least data of each stage; the numbers follow the practice of the American centres for progress monitoring. */
static const struct
{
  gsize points;
  double days;
} stages[PZ_N_STAGES] = {
  [PZ_STAGE_DOTS] = { 0, 0 },        [PZ_STAGE_EARLY] = { 3, 0 },
  [PZ_STAGE_FOUR_POINT] = { 6, 21 }, [PZ_STAGE_TREND] = { PZ_FORECAST_MIN_POINTS, PZ_FORECAST_MIN_DAYS },
  [PZ_STAGE_FIRM] = { 10, 70 },
};

#define FOUR 4

/* what is missing for a stage: points first, as days come with them */
static PzRefusal
check_stage (PzStage stage,
             gsize   n,
             double  span)
{
  PzRefusal refusal = pz_refusal_more_points (n, stages[stage].points);

  if (refusal.reason == PZ_REFUSAL_NONE && span < stages[stage].days)
    refusal = (PzRefusal) { PZ_REFUSAL_MORE_DAYS, (guint) ceil (stages[stage].days - span) };
  return refusal;
}

/**
 * pz_stage_get:
 * @n: points
 * @span: days from the first to the last
 * @missing: (out) (optional): what is missing for the next stage; none at the last
 *
 * Returns: what so many points over so many days allow
 */
PzStage
pz_stage_get (gsize      n,
              double     span,
              PzRefusal *missing)
{
  PzStage stage = PZ_STAGE_DOTS;
  PzRefusal refusal = pz_refusal_none ();

  while (stage + 1 < PZ_N_STAGES && (refusal = check_stage (stage + 1, n, span)).reason == PZ_REFUSAL_NONE)
    stage++;
  if (missing != NULL)
    *missing = refusal;
  return stage;
}

/**
 * pz_decision_input_init:
 * @input: (out caller-allocates): a goal without number, day and phase that is met when one point is at the target
 * @x: (array length=n): days since the first point, see pz_series_collect(); borrowed
 * @y: (array length=n): values turned so that more is better; borrowed
 * @n: points
 * @direction: which way they were turned
 */
void
pz_decision_input_init (PzDecisionInput *input,
                        const double    *x,
                        const double    *y,
                        gsize            n,
                        PzDirection      direction)
{
  g_return_if_fail (input != NULL && ((x != NULL && y != NULL) || n == 0));

  *input = (PzDecisionInput) { .x = x, .y = y, .n = n, .direction = direction, .occasions = 1 };
  input->target = input->due = input->start = input->baseline = input->phase_start = NAN;
}

static void
find_aimline (const PzDecisionInput *input,
              double                 target,
              PzDecision            *decision)
{
  double baseline, start = isnan (input->start) && input->n > 0 ? input->x[0] : input->start;

  decision->no_baseline =
      pz_trend_get_baseline (input->y, input->n, &decision->baseline, &decision->provisional);
  if (!isnan (input->baseline))
    {
      decision->baseline = pz_measure_value_turn (input->baseline, input->direction);
      decision->no_baseline = pz_refusal_none ();
      decision->provisional = FALSE;
    }
  baseline = decision->baseline;
  decision->no_aimline = decision->no_baseline;
  if (decision->no_aimline.reason == PZ_REFUSAL_NONE)
    decision->no_aimline = isnan (start)
                               ? pz_refusal_more_points (0, 1)
                               : pz_aimline_init (&decision->aimline, start, baseline, input->due, target);
}

/* the criterion must be held now: by the last points, one after the other */
static void
count_held (const PzDecisionInput *input,
            double                 target,
            PzDecision            *decision)
{
  decision->occasions = MAX (input->occasions, 1);
  for (gsize i = input->n; i > 0 && isfinite (target); i--, decision->held++)
    if (input->y[i - 1] < target - 1e-9 * MAX (1, fabs (target)))
      break;
}

/* All of the last four on one side; a point on the line is on neither. Not across a phase line: points from before the
 * change say nothing about what came after it. */
static void
ask_four_points (const PzDecisionInput *input,
                 PzDecision            *decision)
{
  gsize first = isnan (input->phase_start) ? 0 : pz_series_find (input->x, input->n, input->phase_start);

  decision->no_four_point = decision->no_aimline;
  if (decision->no_four_point.reason == PZ_REFUSAL_NONE)
    decision->no_four_point = check_stage (PZ_STAGE_FOUR_POINT, input->n, decision->span);
  if (decision->no_four_point.reason == PZ_REFUSAL_NONE && input->n - first < FOUR)
    decision->no_four_point = (PzRefusal) { PZ_REFUSAL_OTHER_PHASE, (guint) (FOUR - (input->n - first)) };
  if (decision->no_four_point.reason != PZ_REFUSAL_NONE)
    return;
  for (gsize i = input->n - FOUR; i < input->n; i++)
    {
      double aim = pz_aimline_get_value (&decision->aimline, input->x[i]);
      double rounding = 1e-12 * MAX (fabs (aim), fabs (input->y[i]));

      decision->n_better += input->y[i] - aim > rounding;
      decision->n_worse += aim - input->y[i] > rounding;
    }
  decision->four_point = decision->n_better == FOUR  ? PZ_PROPOSAL_RAISE_GOAL
                         : decision->n_worse == FOUR ? PZ_PROPOSAL_CHANGE_SUPPORT
                                                     : PZ_PROPOSAL_GO_ON;
}

static void
ask_trend (const PzDecisionInput *input,
           PzDecision            *decision)
{
  double pace = decision->aimline.pace;

  decision->no_growth = decision->no_aimline;
  if (decision->no_growth.reason == PZ_REFUSAL_NONE)
    {
      decision->no_more = pz_forecast_count_more (input->x, &decision->line, pace, &decision->n_more);
      decision->no_growth = check_stage (PZ_STAGE_TREND, input->n, decision->span);
    }
  else
    decision->no_more = decision->no_aimline;
  if (decision->no_growth.reason == PZ_REFUSAL_NONE)
    decision->no_growth = pz_forecast_compare (&decision->line, pace, &decision->growth);
  if (decision->no_growth.reason == PZ_REFUSAL_NONE &&
      ((decision->line.slope < 0 && decision->steady.slope > 0) ||
       (decision->line.slope > 0 && decision->steady.slope < 0)))
    {
      decision->no_growth = pz_refusal_new (PZ_REFUSAL_DISAGREE);
      decision->growth = PZ_GROWTH_CANNOT_TELL;
    }
  if (decision->no_growth.reason == PZ_REFUSAL_NONE)
    decision->trend = decision->growth == PZ_GROWTH_SLOWER   ? PZ_PROPOSAL_CHANGE_SUPPORT
                      : decision->growth == PZ_GROWTH_FASTER ? PZ_PROPOSAL_RAISE_GOAL
                                                             : PZ_PROPOSAL_GO_ON;
}

static gboolean
is_old (const PzDecisionInput *input)
{
  return input->review_every > 0 && input->days_since_last > 2 * (guint64) input->review_every;
}

/* the verdict, once there is data enough for one */
static void
judge_growth (PzDecision *decision)
{
  const PzAimline *aimline = &decision->aimline;
  gboolean reaches = decision->forecast.value >= aimline->target - 1e-9 * MAX (1, fabs (aimline->target));

  decision->refusal = decision->no_growth;
  decision->status = PZ_STATUS_CANNOT_TELL;
  if (decision->refusal.reason != PZ_REFUSAL_NONE)
    return;
  if (decision->growth == PZ_GROWTH_FASTER || (decision->growth == PZ_GROWTH_CANNOT_TELL && reaches))
    decision->status = PZ_STATUS_ON_THE_WAY;
  else if (decision->growth == PZ_GROWTH_SLOWER)
    decision->status = PZ_STATUS_NOT_ON_THE_WAY;
  else if (decision->no_more.reason != PZ_REFUSAL_NONE)
    decision->refusal = decision->no_more;
  else
    decision->refusal = pz_refusal_more_points (0, decision->n_more);
}

/* the first line that fits */
static void
find_status (const PzDecisionInput *input,
             PzDecision            *decision)
{
  PzRefusal points = check_stage (PZ_STAGE_EARLY, input->n, decision->span);
  PzRefusal trend = check_stage (PZ_STAGE_TREND, input->n, decision->span);

  if (decision->held >= decision->occasions)
    decision->status = PZ_STATUS_MET;
  else if (points.reason != PZ_REFUSAL_NONE || is_old (input))
    {
      decision->status = PZ_STATUS_NEEDS_DATA;
      decision->refusal = points.reason != PZ_REFUSAL_NONE ? points : pz_refusal_new (PZ_REFUSAL_OLD);
    }
  else if (trend.reason != PZ_REFUSAL_NONE)
    {
      decision->status = PZ_STATUS_TOO_EARLY;
      decision->refusal = trend;
    }
  else
    judge_growth (decision);
}

static void
turn_back (PzDecision *decision)
{
  decision->baseline = pz_measure_value_turn (decision->baseline, PZ_DIRECTION_DECREASE);
  decision->level = pz_measure_value_turn (decision->level, PZ_DIRECTION_DECREASE);
  pz_aimline_turn (&decision->aimline);
  pz_line_turn (&decision->line);
  pz_theil_sen_turn (&decision->steady);
  pz_forecast_turn (&decision->forecast);
}

/**
 * pz_decision_make:
 * @input: a series and its goal
 * @decision: (out caller-allocates): the verdict and every number behind it
 *
 * The status is the first that fits: met, when the last points in a row hold the criterion on its occasions; needs data,
 * below 3 points or when the last one is older than two review intervals; too early to say, below 8 points or 28 days;
 * on the way, when the interval of the slope is above the pace of the goal, or contains it with the forecast at the
 * target; not on the way, when it is below; else cannot tell. The rule of the last four points is that of
 * curriculum-based measurement (Deno and Mirkin 1977), the trend rule compares the line with the aimline.
 */
void
pz_decision_make (const PzDecisionInput *input,
                  PzDecision            *decision)
{
  double target;

  g_return_if_fail (input != NULL && decision != NULL &&
                    ((input->x != NULL && input->y != NULL) || input->n == 0));

  target = isfinite (input->target) ? pz_measure_value_turn (input->target, input->direction) : (double) NAN;
  *decision = (PzDecision) { .n = input->n, .span = pz_series_get_span (input->x, input->n) };
  decision->stage = pz_stage_get (input->n, decision->span, NULL);
  pz_trend_get_level (input->y, input->n, &decision->level);
  count_held (input, target, decision);
  find_aimline (input, target, decision);
  pz_trend_fit (input->x, input->y, input->n, &decision->line);
  pz_theil_sen_fit (input->x, input->y, input->n, &decision->steady);
  pz_forecast_make (&decision->line, input->due, target, input->step, &decision->forecast);
  ask_four_points (input, decision);
  ask_trend (input, decision);
  find_status (input, decision);
  if (input->direction == PZ_DIRECTION_DECREASE)
    turn_back (decision);
}
