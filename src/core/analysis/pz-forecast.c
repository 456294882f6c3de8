/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-forecast.h"

#include "pz-measure-value.h"
#include "pz-series.h"
#include "pz-statistics.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * pz_forecast_make:
 * @line: of values turned so that more is better
 * @day: the day it is for, in the days of @line
 * @target: the value to reach, turned; not finite: none, the chance is then 0
 * @step: the smallest step of the measure; 0 when it is not known
 * @forecast: (out caller-allocates): what can be said
 *
 * ŷ = a + bT; the error of one new score is SEE sqrt (1 + 1/n + (T - mean x)²/Sxx), the chance 1 - F_t ((target - ŷ)/se, n-2).
 * The SEE is at least step/sqrt (12), the standard deviation of rounding to that step, so that a line without scatter
 * never claims to be certain; without scatter and step no chance is named at all.
 */
void
pz_forecast_make (const PzLine *line,
                  double        day,
                  double        target,
                  double        step,
                  PzForecast   *forecast)
{
  double see, core, margin;

  g_return_if_fail (line != NULL && forecast != NULL);

  *forecast = (PzForecast) { .refusal = line->refusal, .no_error = line->no_error };
  if (line->refusal.reason != PZ_REFUSAL_NONE)
    return;
  if (!isfinite (day))
    {
      forecast->refusal = forecast->no_error = pz_refusal_new (PZ_REFUSAL_NO_TARGET);
      return;
    }
  forecast->day = day;
  forecast->value = pz_line_get_value (line, day);
  see = MAX (line->see, step > 0 ? step / sqrt (12) : 0);
  if (line->no_error.reason == PZ_REFUSAL_NONE && !(see > 0))
    forecast->no_error = pz_refusal_new (PZ_REFUSAL_NO_SCATTER);
  if (forecast->no_error.reason != PZ_REFUSAL_NONE)
    return;
  core = 1 / (double) line->n + (day - line->mean_x) * (day - line->mean_x) / line->sxx;
  forecast->se_mean = see * sqrt (core);
  forecast->se = see * sqrt (1 + core);
  margin = pz_statistics_t_interval (line->n - 2) * forecast->se;
  forecast->lower = forecast->value - margin;
  forecast->upper = forecast->value + margin;
  if (isfinite (target))
    forecast->chance =
        pz_statistics_t_upper ((target - forecast->value) / forecast->se, (double) line->n - 2);
}

/**
 * pz_forecast_turn:
 * @forecast: of turned values; becomes that of the values themselves, or the other way round
 */
void
pz_forecast_turn (PzForecast *forecast)
{
  double lower;

  g_return_if_fail (forecast != NULL);

  lower = forecast->lower;
  forecast->value = pz_measure_value_turn (forecast->value, PZ_DIRECTION_DECREASE);
  forecast->lower = pz_measure_value_turn (forecast->upper, PZ_DIRECTION_DECREASE);
  forecast->upper = pz_measure_value_turn (lower, PZ_DIRECTION_DECREASE);
}

static PzRefusal
check_span (const PzLine *line)
{
  if (line->refusal.reason != PZ_REFUSAL_NONE)
    return line->refusal;
  return line->no_error;
}

/**
 * pz_forecast_compare:
 * @line: of values turned so that more is better
 * @pace: what the goal asks for, per day, turned
 * @growth: (out): whether the learner is faster or slower
 *
 * The 95 % interval of the slope beside the pace. It is for the caller to ask only with as many points and days as
 * pz_decision_make() does.
 *
 * Returns: a refusal when there is no interval
 */
PzRefusal
pz_forecast_compare (const PzLine *line,
                     double        pace,
                     PzGrowth     *growth)
{
  PzRefusal refusal;

  g_return_val_if_fail (line != NULL && growth != NULL, pz_refusal_none ());

  refusal = check_span (line);
  if (refusal.reason != PZ_REFUSAL_NONE)
    return refusal;
  if (line->lower > pace + line->tolerance)
    *growth = PZ_GROWTH_FASTER;
  else if (line->upper < pace - line->tolerance)
    *growth = PZ_GROWTH_SLOWER;
  else
    *growth = PZ_GROWTH_CANNOT_TELL;
  return pz_refusal_none ();
}

/**
 * pz_forecast_count_more:
 * @x: (array): the days of @line
 * @line: of values turned so that more is better
 * @pace: what the goal asks for, per day, turned
 * @n_more: (out): 0 to %PZ_FORECAST_MAX_MORE
 *
 * The least number of further points, at the usual spacing and with the same slope and scatter, after which the interval
 * of the slope no longer contains the pace: |b - pace| > t(0.975, n+k-2) SEE/sqrt (Sxx'), and n + k is at least 8.
 * Sxx' is carried on from point to point (Welford 1962).
 *
 * Returns: a refusal when that is not within half a year, or there are less than three points
 */
PzRefusal
pz_forecast_count_more (const double *x,
                        const PzLine *line,
                        double        pace,
                        guint        *n_more)
{
  double mean, sxx, distance, step;
  gsize n;

  g_return_val_if_fail (x != NULL && line != NULL && n_more != NULL, pz_refusal_none ());

  if (check_span (line).reason != PZ_REFUSAL_NONE)
    return check_span (line);
  distance = fabs (line->slope - pace);
  if (distance <= line->tolerance)
    return pz_refusal_new (PZ_REFUSAL_NOT_IN_TIME);
  n = line->n;
  mean = line->mean_x;
  sxx = line->sxx;
  step = pz_series_get_spacing (x, n);
  for (guint k = 0; k <= PZ_FORECAST_MAX_MORE; k++)
    {
      if (n >= PZ_FORECAST_MIN_POINTS && distance > pz_statistics_t_interval (n - 2) * line->see / sqrt (sxx))
        {
          *n_more = k;
          return pz_refusal_none ();
        }
      n++;
      sxx += (x[line->n - 1] + step * (k + 1) - mean) * (x[line->n - 1] + step * (k + 1) - mean) *
             (double) (n - 1) / (double) n;
      mean += (x[line->n - 1] + step * (k + 1) - mean) / (double) n;
    }
  return pz_refusal_new (PZ_REFUSAL_NOT_IN_TIME);
}

/**
 * pz_forecast_dup_chance:
 * @chance: 0 to 1
 *
 * Returns: (transfer full): it in words for people, no finer than it is known: "about 3 in 10", "less than 5 %"
 */
char *
pz_forecast_dup_chance (double chance)
{
  guint tenths;

  g_return_val_if_fail (chance >= 0 && chance <= 1, NULL);

  if (chance < 0.05)
    return g_strdup (C_("chance", "less than 5 %"));
  if (chance > 0.95)
    return g_strdup (C_("chance", "more than 95 %"));
  tenths = CLAMP ((guint) lround (chance * 10), 1, 9);
  /* Translators: how likely something is: %u is a number from 1 to 9 */
  return g_strdup_printf (C_("chance", "about %u in 10"), tenths);
}

/**
 * pz_growth_get_name:
 * @growth: one of them
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_growth_get_name (PzGrowth growth)
{
  static const char *const names[PZ_N_GROWTHS] = { "cannot-tell", "faster", "slower" };

  g_return_val_if_fail (growth < PZ_N_GROWTHS, NULL);

  return names[growth];
}

/**
 * pz_growth_get_label:
 * @growth: one of them
 *
 * Returns: growth beside the pace of the goal, in words
 */
const char *
pz_growth_get_label (PzGrowth growth)
{
  static const char *const labels[PZ_N_GROWTHS] = {
    NC_("growth", "cannot tell"),
    NC_("growth", "faster than the goal asks"),
    NC_("growth", "slower than the goal asks"),
  };

  g_return_val_if_fail (growth < PZ_N_GROWTHS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "growth", labels[growth]);
}
