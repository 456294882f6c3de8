/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-scale.h"

#include <math.h>

/* up to so many days, weeks are told apart */
#define MOST_DAYS_OF_WEEKS 63

/* 1, 2 or 5 times a power of ten: the least that needs no more than max_steps */
static double
find_step (double span,
           guint  max_steps)
{
  const double nice[] = { 1, 2, 5 };
  double power = pow (10, floor (log10 (span / max_steps)));

  for (;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
      if (span / (nice[i] * power) <= max_steps * (1 + 1e-9))
        return nice[i] * power;
}

/**
 * pz_chart_scale_init:
 * @scale: (out caller-allocates): lines at round numbers from @low or below to @high or above
 * @low: the least value
 * @high: the greatest value; not below @low
 * @max_steps: at most so many steps between the two; at least 1
 *
 * A single value stands in the middle. The ends may lie one step further out than asked for, since they are round.
 */
void
pz_chart_scale_init (PzChartScale *scale,
                     double        low,
                     double        high,
                     guint         max_steps)
{
  g_return_if_fail (scale != NULL && isfinite (low) && isfinite (high) && low <= high && max_steps > 0);

  if (!(high - low > 1e-12 * MAX (fabs (low), fabs (high))))
    {
      double margin = MAX (1, fabs (low) * 0.1);

      low -= margin;
      high += margin;
    }
  scale->step = find_step (high - low, max_steps);
  scale->low = floor (low / scale->step + 1e-9) * scale->step;
  scale->high = ceil (high / scale->step - 1e-9) * scale->step;
}

/**
 * pz_chart_scale_get_n:
 * @scale: a scale
 *
 * Returns: how many lines it has; at least 2
 */
guint
pz_chart_scale_get_n (const PzChartScale *scale)
{
  g_return_val_if_fail (scale != NULL, 0);
  return (guint) lround ((scale->high - scale->low) / scale->step) + 1;
}

/**
 * pz_chart_scale_get_value:
 * @scale: a scale
 * @position: of a line, from 0
 *
 * Returns: its value
 */
double
pz_chart_scale_get_value (const PzChartScale *scale,
                          guint               position)
{
  double value;

  g_return_val_if_fail (scale != NULL, 0);

  value = (round (scale->low / scale->step) + position) * scale->step;
  return value == 0 ? 0 : value; /* never -0 */
}

/**
 * pz_chart_ticks_choose:
 * @first: a day, as GDate counts days
 * @last: a later day
 *
 * Returns: what tells days of such a span apart
 */
PzChartTicks
pz_chart_ticks_choose (guint32 first,
                       guint32 last)
{
  g_return_val_if_fail (first < last, PZ_CHART_TICKS_WEEKS);
  return last - first <= MOST_DAYS_OF_WEEKS ? PZ_CHART_TICKS_WEEKS : PZ_CHART_TICKS_MONTHS;
}

static guint32
find_next (PzChartTicks ticks,
           guint32      day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (ticks == PZ_CHART_TICKS_WEEKS)
    return day + 7 - (g_date_get_weekday (&date) - G_DATE_MONDAY) % 7;
  g_date_set_day (&date, 1);
  g_date_add_months (&date, 1);
  return g_date_get_julian (&date);
}

/**
 * pz_chart_ticks_list:
 * @ticks: weeks or months
 * @first: a day, as GDate counts days
 * @last: a later day
 *
 * Returns: (transfer full) (element-type guint32): the days that begin one, from @first to @last
 */
GArray *
pz_chart_ticks_list (PzChartTicks ticks,
                     guint32      first,
                     guint32      last)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (first > 1 && first < last, days);

  for (guint32 day = find_next (ticks, first - 1); day <= last; day = find_next (ticks, day))
    g_array_append_val (days, day);
  return days;
}
