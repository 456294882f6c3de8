/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase-effect.h"

#include "pz-kendall.h"
#include "pz-overlap.h"
#include "pz-statistics.h"
#include "pz-theil-sen.h"
#include "pz-trend.h"

#include <math.h>

/* a trend before the change is taken off when it is less likely than this */
#define ALPHA 0.05
/* distances from a line are compared to this share of the greatest value, so that rounding makes no rise */
#define STEP 1e-12

static double
find_greatest (const PzPhaseValues *phase)
{
  double greatest = 0;

  for (gsize i = 0; i < phase->n; i++)
    greatest = MAX (greatest, fabs (phase->y[i]));
  return greatest;
}

static double *
take_line_off (const PzPhaseValues *phase,
               const PzSteadyLine  *line,
               double               step)
{
  double *rests = g_new (double, phase->n);

  for (gsize i = 0; i < phase->n; i++)
    {
      rests[i] = phase->y[i] - line->intercept - line->slope * phase->x[i];
      if (step > 0)
        rests[i] = round (rests[i] / step) * step;
    }
  return rests;
}

/**
 * pz_phase_effect_correct_tau:
 * @a: the phase before
 * @b: the phase with
 * @tau: (out caller-allocates): Tau, without the trend that was there before
 *
 * Tau-BC (Tarlow 2017): when Kendall's test finds a trend in the first phase, p < 0.05, its Theil-Sen line is taken off the
 * values of both phases; then Tau.
 */
void
pz_phase_effect_correct_tau (const PzPhaseValues *a,
                             const PzPhaseValues *b,
                             PzCorrectedTau      *tau)
{
  g_autofree double *rests_a = NULL, *rests_b = NULL;
  PzSteadyLine line = { 0 };
  PzOverlap overlap;
  gboolean exact;
  gint64 s;

  g_return_if_fail (a != NULL && b != NULL && tau != NULL);

  *tau = (PzCorrectedTau) { .refusal = pz_refusal_more_points (MIN (a->n, b->n), 1) };
  if (tau->refusal.reason != PZ_REFUSAL_NONE)
    return;
  tau->p = pz_kendall_test (a->y, a->n, &s, &exact);
  if (tau->p < ALPHA)
    pz_theil_sen_fit (a->x, a->y, a->n, &line);
  tau->corrected = tau->p < ALPHA && line.refusal.reason == PZ_REFUSAL_NONE;
  if (tau->corrected)
    {
      double step = STEP * MAX (find_greatest (a), find_greatest (b));

      rests_a = take_line_off (a, &line, step);
      rests_b = take_line_off (b, &line, step);
    }
  pz_overlap_measure (rests_a != NULL ? rests_a : a->y, a->n, rests_b != NULL ? rests_b : b->y, b->n,
                      &overlap);
  tau->tau = overlap.tau;
}

/* what a line adds to the variance of its height on @day, in squares of the scatter */
static double
weigh_day (const PzLine *line,
           double        day)
{
  return 1 / (double) line->n + (day - line->mean_x) * (day - line->mean_x) / line->sxx;
}

static double
sum_rests (const PzLine *line)
{
  return line->n > 2 ? line->see * line->see * (double) (line->n - 2) : 0;
}

static void
find_change_errors (const PzLine  *a,
                    const PzLine  *b,
                    double         day,
                    PzPhaseChange *change)
{
  change->no_error = pz_refusal_more_points (a->n + b->n, 5);
  if (change->no_error.reason != PZ_REFUSAL_NONE)
    return;
  change->df = a->n + b->n - 4;
  change->s = sqrt ((sum_rests (a) + sum_rests (b)) / (double) change->df);
  if (!(change->s > 0))
    {
      change->no_error = pz_refusal_new (PZ_REFUSAL_NO_SCATTER);
      return;
    }
  change->se_level = change->s * sqrt (weigh_day (a, day) + weigh_day (b, day));
  change->se_slope = change->s * sqrt (1 / a->sxx + 1 / b->sxx);
  change->p_level = 2 * pz_statistics_t_upper (fabs (change->level / change->se_level), (double) change->df);
  change->p_slope = 2 * pz_statistics_t_upper (fabs (change->slope / change->se_slope), (double) change->df);
}

/**
 * pz_phase_effect_get_change:
 * @a: the phase before
 * @b: the phase with
 * @change: (out caller-allocates): change of level and of slope
 *
 * A line of least squares through each phase, as in piecewise regression (Center, Skiba and Casey 1985; Huitema and
 * McKean 2000): level = ŷ_B(t) - ŷ_A(t) on the first day of the second phase, slope = b_B - b_A, with one scatter for both,
 * s² = (SSE_A + SSE_B)/(m + n - 4).
 */
void
pz_phase_effect_get_change (const PzPhaseValues *a,
                            const PzPhaseValues *b,
                            PzPhaseChange       *change)
{
  PzLine before, with;

  g_return_if_fail (a != NULL && b != NULL && change != NULL);

  *change = (PzPhaseChange) { 0 };
  pz_trend_fit (a->x, a->y, a->n, &before);
  pz_trend_fit (b->x, b->y, b->n, &with);
  change->refusal = before.refusal.reason != PZ_REFUSAL_NONE ? before.refusal : with.refusal;
  change->no_error = change->refusal;
  if (change->refusal.reason != PZ_REFUSAL_NONE)
    return;
  change->level = pz_line_get_value (&with, b->x[0]) - pz_line_get_value (&before, b->x[0]);
  change->slope = with.slope - before.slope;
  find_change_errors (&before, &with, b->x[0], change);
}

/**
 * pz_phase_effect_get_ratio:
 * @a: (array length=m): values before, counts or rates
 * @m: how many
 * @b: (array length=n): values with
 * @n: how many
 * @ratio: (out caller-allocates): how many times as much
 *
 * Log response ratio with the correction for few points (Pustejovsky 2018):
 * LRR = ln mean B - ln mean A + s_B²/(2n mean B²) - s_A²/(2m mean A²), SE = sqrt (s_A²/(m mean A²) + s_B²/(n mean B²)).
 * Refused below two points a phase, and when a mean is not above 0.
 */
void
pz_phase_effect_get_ratio (const double    *a,
                           gsize            m,
                           const double    *b,
                           gsize            n,
                           PzResponseRatio *ratio)
{
  double mean_a, mean_b, part_a, part_b;

  g_return_if_fail (ratio != NULL && (a != NULL || m == 0) && (b != NULL || n == 0));

  *ratio = (PzResponseRatio) { .refusal = pz_refusal_more_points (MIN (m, n), 2) };
  if (ratio->refusal.reason != PZ_REFUSAL_NONE)
    return;
  mean_a = pz_statistics_mean (a, m);
  mean_b = pz_statistics_mean (b, n);
  if (!(mean_a > 0) || !(mean_b > 0))
    {
      ratio->refusal = pz_refusal_new (PZ_REFUSAL_NOT_POSITIVE);
      return;
    }
  part_a = pz_statistics_variance (a, m) / ((double) m * mean_a * mean_a);
  part_b = pz_statistics_variance (b, n) / ((double) n * mean_b * mean_b);
  ratio->lrr = log (mean_b) + part_b / 2 - log (mean_a) - part_a / 2;
  ratio->se = sqrt (part_a + part_b);
  ratio->percent = 100 * expm1 (ratio->lrr);
  if (!isfinite (ratio->lrr) || !isfinite (ratio->se) || !isfinite (ratio->percent))
    *ratio = (PzResponseRatio) { .refusal = pz_refusal_new (PZ_REFUSAL_OUT_OF_RANGE) };
}

/**
 * pz_phase_effect_get_goal_percent:
 * @a: (array length=m): values before
 * @m: how many
 * @b: (array length=n): values with
 * @n: how many
 * @target: the goal, turned as the values are; NaN: none
 * @percent: (out): how much of the way from the mean before to the goal the mean with has gone
 *
 * Percent of goal obtained (Ferron, Goldstein, Olszewski and Rohrer 2020): 100 (mean B - mean A)/(target - mean A).
 *
 * Returns: a refusal without points or a goal, or when the goal is the mean before
 */
PzRefusal
pz_phase_effect_get_goal_percent (const double *a,
                                  gsize         m,
                                  const double *b,
                                  gsize         n,
                                  double        target,
                                  double       *percent)
{
  double before, found;

  g_return_val_if_fail (percent != NULL && (a != NULL || m == 0) && (b != NULL || n == 0),
                        pz_refusal_none ());

  if (m == 0 || n == 0)
    return pz_refusal_more_points (0, 1);
  if (!isfinite (target))
    return pz_refusal_new (PZ_REFUSAL_NO_TARGET);
  before = pz_statistics_mean (a, m);
  if (!(fabs (target - before) > 0))
    return pz_refusal_new (PZ_REFUSAL_AT_TARGET);
  found = 100 * (pz_statistics_mean (b, n) - before) / (target - before);
  if (!isfinite (found))
    return pz_refusal_new (PZ_REFUSAL_OUT_OF_RANGE);
  *percent = found;
  return pz_refusal_none ();
}
