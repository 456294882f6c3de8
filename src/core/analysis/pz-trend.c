/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trend.h"

#include "pz-measure-value.h"
#include "pz-statistics.h"

#include <float.h>
#include <math.h>

/* baseline and level are the median of so many points */
#define N_AT_ENDS 3
/* Lane and Gast 2014: a stable series has 80 % of its points within 25 % of its median */
#define STABLE_SHARE    0.8
#define STABLE_DISTANCE 0.25
/* distances from a line that are not greater than this, as a share of the greatest value, come from rounding */
#define ROUNDING (16 * DBL_EPSILON)

/**
 * pz_trend_get_baseline:
 * @y: (array length=n): values, oldest first
 * @n: how many
 * @baseline: (out): median of the first three; the mean of one or two
 * @provisional: (out): whether there are less than three yet
 *
 * The median of three is the custom of progress monitoring: one bad first day does not bend the aimline.
 *
 * Returns: a refusal when there is no point
 */
PzRefusal
pz_trend_get_baseline (const double *y,
                       gsize         n,
                       double       *baseline,
                       gboolean     *provisional)
{
  g_return_val_if_fail (baseline != NULL && provisional != NULL, pz_refusal_none ());

  *provisional = n < N_AT_ENDS;
  if (n == 0)
    return pz_refusal_more_points (0, 1);
  *baseline = pz_statistics_median (y, MIN (n, N_AT_ENDS));
  return pz_refusal_none ();
}

/**
 * pz_trend_get_level:
 * @y: (array length=n): values, oldest first
 * @n: how many
 * @level: (out): median of the last three, or of those there are
 *
 * Returns: a refusal when there is no point
 */
PzRefusal
pz_trend_get_level (const double *y,
                    gsize         n,
                    double       *level)
{
  gsize k = MIN (n, N_AT_ENDS);

  g_return_val_if_fail (level != NULL, pz_refusal_none ());

  if (n == 0)
    return pz_refusal_more_points (0, 1);
  *level = pz_statistics_median (y + n - k, k);
  return pz_refusal_none ();
}

static double
find_greatest (const double *values,
               gsize         n)
{
  double greatest = 0;

  for (gsize i = 0; i < n; i++)
    greatest = MAX (greatest, fabs (values[i]));
  return greatest;
}

static void
find_errors (const double *x,
             const double *y,
             double        rounding,
             PzLine       *line)
{
  double squares = 0, margin;

  line->no_error = pz_refusal_more_points (line->n, N_AT_ENDS);
  if (line->no_error.reason != PZ_REFUSAL_NONE)
    return;
  for (gsize i = 0; i < line->n; i++)
    {
      double rest = y[i] - pz_line_get_value (line, x[i]);

      if (fabs (rest) > rounding)
        squares += rest * rest;
    }
  line->see = sqrt (squares / (double) (line->n - 2));
  line->se_slope = line->see / sqrt (line->sxx);
  margin = pz_statistics_t_interval (line->n - 2) * line->se_slope;
  line->lower = line->slope - margin;
  line->upper = line->slope + margin;
}

/**
 * pz_trend_fit:
 * @x: (array length=n): days, rising; equal ones are allowed
 * @y: (array length=n): values
 * @n: how many
 * @line: (out caller-allocates): the line, or why there is none
 *
 * Ordinary least squares: b = Sxy/Sxx, a = mean y - b mean x; SEE = sqrt (sum e²/(n-2)) and SE_b = SEE/sqrt (Sxx) as in
 * Christ 2006; the interval is b ± t(0.975, n-2) SE_b. Distances from the line that come from rounding alone are none.
 */
void
pz_trend_fit (const double *x,
              const double *y,
              gsize         n,
              PzLine       *line)
{
  double mean_y, sxy = 0, rounding;

  g_return_if_fail (line != NULL && ((x != NULL && y != NULL) || n == 0));

  *line = (PzLine) { .refusal = pz_refusal_more_points (n, 2),
                    .no_error = pz_refusal_more_points (n, N_AT_ENDS),
                    .n = n };
  if (line->refusal.reason != PZ_REFUSAL_NONE)
    return;
  line->mean_x = pz_statistics_mean (x, n);
  mean_y = pz_statistics_mean (y, n);
  for (gsize i = 0; i < n; i++)
    {
      line->sxx += (x[i] - line->mean_x) * (x[i] - line->mean_x);
      sxy += (x[i] - line->mean_x) * (y[i] - mean_y);
    }
  if (line->sxx > 0)
    line->slope = sxy / line->sxx;
  line->intercept = mean_y - line->slope * line->mean_x;
  if (!(line->sxx > 0) || !isfinite (line->sxx) || !isfinite (line->slope) || !isfinite (line->intercept))
    {
      PzRefusalReason reason =
          isfinite (line->sxx) && !(x[n - 1] > x[0]) ? PZ_REFUSAL_ONE_DAY : PZ_REFUSAL_OUT_OF_RANGE;

      *line = (PzLine) { .refusal = pz_refusal_new (reason), .no_error = pz_refusal_new (reason), .n = n };
      return;
    }
  rounding = ROUNDING * MAX (find_greatest (y, n), fabs (line->slope) * find_greatest (x, n));
  line->tolerance = rounding / sqrt (line->sxx);
  if (fabs (line->slope) <= line->tolerance)
    {
      line->slope = 0;
      line->intercept = mean_y;
    }
  find_errors (x, y, rounding, line);
}

/**
 * pz_line_get_value:
 * @line: one that is there
 * @x: a day
 *
 * Returns: the height of the line
 */
double
pz_line_get_value (const PzLine *line,
                   double        x)
{
  g_return_val_if_fail (line != NULL, 0);

  return line->intercept + line->slope * x;
}

/**
 * pz_line_turn:
 * @line: of turned values; becomes the line of the values themselves, or the other way round
 */
void
pz_line_turn (PzLine *line)
{
  double lower;

  g_return_if_fail (line != NULL);

  lower = line->lower;
  line->slope = pz_measure_value_turn (line->slope, PZ_DIRECTION_DECREASE);
  line->intercept = pz_measure_value_turn (line->intercept, PZ_DIRECTION_DECREASE);
  line->lower = pz_measure_value_turn (line->upper, PZ_DIRECTION_DECREASE);
  line->upper = pz_measure_value_turn (lower, PZ_DIRECTION_DECREASE);
}

/**
 * pz_trend_fit_thirds:
 * @x: (array length=n): days, rising
 * @y: (array length=n): values
 * @n: how many
 * @k: (out): points in each outer third
 * @slope: (out): change per day
 *
 * The slope between the medians of the outer thirds (Tukey 1977, resistant line, first step). An outer third has
 * (n+1)/3 points when n leaves 2, else n/3 rounded down. Another published version divides by weeks less 1; this one
 * divides by the distance of the medians of the days.
 *
 * Returns: a refusal when there are less than two points, or both thirds have the same day
 */
PzRefusal
pz_trend_fit_thirds (const double *x,
                     const double *y,
                     gsize         n,
                     gsize        *k,
                     double       *slope)
{
  double run, found;
  gsize third;

  g_return_val_if_fail (k != NULL && slope != NULL, pz_refusal_none ());

  if (n < 2)
    return pz_refusal_more_points (n, 2);
  third = n % 3 == 2 ? (n + 1) / 3 : n / 3;
  run = pz_statistics_median (x + n - third, third) - pz_statistics_median (x, third);
  if (!(run > 0))
    return pz_refusal_new (PZ_REFUSAL_ONE_DAY);
  found = (pz_statistics_median (y + n - third, third) - pz_statistics_median (y, third)) / run;
  if (!isfinite (found))
    return pz_refusal_new (PZ_REFUSAL_OUT_OF_RANGE);
  *k = third;
  *slope = found;
  return pz_refusal_none ();
}

/**
 * pz_trend_get_correlation:
 * @x: (array): the points of @line
 * @y: (array): the points of @line
 * @line: fitted to them
 * @r1: (out): -1 to 1
 * @too_sure: (out): whether the interval of the line is narrower than it should be: |r1| > 2/sqrt (n)
 *
 * How much a point's distance from the line is like that of the one before: r1 = sum e_t e_(t+1) / sum e² (Box and Jenkins
 * 1970). The bound is that of white noise at about 95 % (Bartlett 1946).
 *
 * Returns: a refusal when there is no line, or no point is off it
 */
PzRefusal
pz_trend_get_correlation (const double *x,
                          const double *y,
                          const PzLine *line,
                          double       *r1,
                          gboolean     *too_sure)
{
  double squares = 0, products = 0, before = 0;

  g_return_val_if_fail (line != NULL && r1 != NULL && too_sure != NULL, pz_refusal_none ());

  if (line->no_error.reason != PZ_REFUSAL_NONE)
    return line->no_error;
  if (!(line->see > 0))
    return pz_refusal_new (PZ_REFUSAL_NO_SCATTER);
  for (gsize i = 0; i < line->n; i++)
    {
      double rest = y[i] - pz_line_get_value (line, x[i]);

      squares += rest * rest;
      products += rest * before;
      before = rest;
    }
  *r1 = products / squares;
  *too_sure = fabs (*r1) > 2 / sqrt ((double) line->n);
  return pz_refusal_none ();
}

/**
 * pz_trend_get_variability:
 * @y: (array length=n): values
 * @n: how many
 * @line: the line through them
 * @variability: (out caller-allocates): how much they scatter
 *
 * Lane and Gast 2014: stable when at least 80 % of the points are within 25 % of the median. A median of 0 has no such
 * percent; the SEE then says it alone.
 */
void
pz_trend_get_variability (const double  *y,
                          gsize          n,
                          const PzLine  *line,
                          PzVariability *variability)
{
  double median;
  gsize within = 0;

  g_return_if_fail (line != NULL && variability != NULL);

  *variability = (PzVariability) { .refusal = pz_refusal_more_points (n, N_AT_ENDS), .see = line->see };
  if (variability->refusal.reason != PZ_REFUSAL_NONE)
    return;
  median = pz_statistics_median (y, n);
  variability->has_share = fabs (median) > 0;
  if (!variability->has_share)
    return;
  for (gsize i = 0; i < n; i++)
    within += fabs (y[i] - median) <= STABLE_DISTANCE * fabs (median);
  variability->share = (double) within / (double) n;
  variability->stable = variability->share >= STABLE_SHARE;
}
