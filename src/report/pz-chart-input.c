/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-input.h"

#include <math.h>

static void
clear_phase (gpointer phase)
{
  g_free (((PzChartPhase *) phase)->label);
}

/* the decision counts days from the first point, the picture as the calendar does */
static void
find_aimline (PzChartInput         *self,
              const PzGoalProgress *progress)
{
  const PzGoalSource *source = progress->source;

  if (progress->n > 0)
    {
      self->has_aimline = progress->decision.no_aimline.reason == PZ_REFUSAL_NONE;
      self->aimline = progress->decision.aimline;
      self->aimline.start += progress->first_day;
      self->aimline.due += progress->first_day;
      return;
    }
  self->has_aimline = source->start > 0 && source->due > source->start && isfinite (source->baseline)
                      && isfinite (source->target)
                      && pz_aimline_init (&self->aimline, source->start, source->baseline, source->due, source->target)
                             .reason == PZ_REFUSAL_NONE;
}

static void
find_trend (PzChartInput         *self,
            const PzGoalProgress *progress)
{
  const PzDecision *decision = &progress->decision;

  self->steady = decision->steady;
  self->line = decision->line;
  if (self->steady.refusal.reason != PZ_REFUSAL_NONE || decision->stage == PZ_STAGE_DOTS)
    self->trend = PZ_CHART_TREND_NONE;
  else if (decision->stage == PZ_STAGE_EARLY)
    self->trend = PZ_CHART_TREND_EARLY;
  else if (decision->stage == PZ_STAGE_FOUR_POINT || self->line.no_error.reason != PZ_REFUSAL_NONE)
    self->trend = PZ_CHART_TREND_LINE;
  else
    self->trend = PZ_CHART_TREND_FULL;
}

/**
 * pz_chart_input_new:
 * @progress: how far a learner is with a goal
 *
 * Returns: (transfer full): what a picture of it shows, but for the measurements, the phases and the words, which are
 *   added one by one
 */
PzChartInput *
pz_chart_input_new (const PzGoalProgress *progress)
{
  PzChartInput *self;

  g_return_val_if_fail (progress != NULL, NULL);

  self = g_new0 (PzChartInput, 1);
  self->values = g_array_new (FALSE, FALSE, sizeof (PzChartValue));
  self->medians = g_array_new (FALSE, FALSE, sizeof (PzChartValue));
  self->phases = g_array_new (FALSE, FALSE, sizeof (PzChartPhase));
  g_array_set_clear_func (self->phases, clear_phase);
  for (gsize i = 0; i < progress->n; i++)
    {
      const PzChartValue value = { progress->first_day + (guint32) progress->x[i], progress->y[i], FALSE };

      g_array_append_val (self->medians, value);
    }
  pz_measure_range_get_bounds (&progress->range, &self->minimum, &self->maximum);
  self->step = pz_measure_range_get_step (&progress->range);
  self->target = progress->source->target;
  self->due = progress->source->due;
  find_aimline (self, progress);
  find_trend (self, progress);
  return self;
}

/**
 * pz_chart_input_free:
 * @self: (transfer full): what a picture shows
 */
void
pz_chart_input_free (PzChartInput *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->values);
  g_array_unref (self->medians);
  g_array_unref (self->phases);
  for (guint i = 0; i < PZ_N_CHART_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * pz_chart_input_add_value:
 * @self: what a picture shows
 * @day: as GDate counts days; not before that of the value added last
 * @value: a finite number
 * @with_help: drawn as a ring rather than a dot
 */
void
pz_chart_input_add_value (PzChartInput *self,
                          guint32       day,
                          double        value,
                          gboolean      with_help)
{
  const PzChartValue added = { day, value, with_help };

  g_return_if_fail (self != NULL && day > 0 && isfinite (value));

  g_array_append_val (self->values, added);
}

/**
 * pz_chart_input_add_measurements:
 * @self: what a picture shows
 * @range: of the measure
 * @measurements: (element-type PzRecord): those that count, by day; each has a day and a value
 */
void
pz_chart_input_add_measurements (PzChartInput         *self,
                                 const PzMeasureRange *range,
                                 GPtrArray            *measurements)
{
  g_return_if_fail (self != NULL && range != NULL && measurements != NULL);

  for (guint i = 0; i < measurements->len; i++)
    {
      PzRecord *record = measurements->pdata[i];
      double value = pz_measure_value_count (range, pz_record_get_number (record, PZ_MEASUREMENT_VALUE),
                                             pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF));

      pz_chart_input_add_value (self, pz_day_from_text (pz_record_get_text (record, PZ_MEASUREMENT_DATE)), value,
                                g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_INDEPENDENCE), "with-help") == 0);
    }
}

/**
 * pz_chart_input_add_phase:
 * @self: what a picture shows
 * @start: as GDate counts days; not before that of the phase added last
 * @label: what it is called; may be empty
 */
void
pz_chart_input_add_phase (PzChartInput *self,
                          guint32       start,
                          const char   *label)
{
  PzChartPhase phase = { start, NULL };

  g_return_if_fail (self != NULL && start > 0 && label != NULL);

  phase.label = g_strdup (label);
  g_array_append_val (self->phases, phase);
}

/**
 * pz_chart_input_set_text:
 * @self: what a picture shows
 * @text: which of the texts
 * @words: (nullable): the words, translated; %NULL: it is not written
 */
void
pz_chart_input_set_text (PzChartInput *self,
                         PzChartText   text,
                         const char   *words)
{
  g_return_if_fail (self != NULL && text < PZ_N_CHART_TEXTS);

  g_free (self->texts[text]);
  self->texts[text] = g_strdup (words);
}

/**
 * pz_chart_input_take_verdict_away:
 * @self: what a picture shows
 *
 * Leaves measurements, aimline and target: what a learner looks at together with the teacher. No trend, nothing of how
 * the teaching changed.
 */
void
pz_chart_input_take_verdict_away (PzChartInput *self)
{
  g_return_if_fail (self != NULL);

  self->trend = PZ_CHART_TREND_NONE;
  g_array_set_size (self->phases, 0);
}

/**
 * pz_chart_input_is_empty:
 * @self: what a picture shows
 *
 * Returns: whether there is neither a value nor a way to go: a picture of that would be an axis of days that nobody chose
 */
gboolean
pz_chart_input_is_empty (const PzChartInput *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->values->len == 0 && !self->has_aimline;
}

/**
 * pz_chart_input_get_days:
 * @self: what a picture shows
 * @first: (out): its first day
 * @last: (out): its last day, after @first
 */
void
pz_chart_input_get_days (const PzChartInput *self,
                         guint32            *first,
                         guint32            *last)
{
  guint32 from = G_MAXUINT32, to = 0;

  g_return_if_fail (self != NULL && first != NULL && last != NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      from = MIN (from, g_array_index (self->values, PzChartValue, i).day);
      to = MAX (to, g_array_index (self->values, PzChartValue, i).day);
    }
  if (self->has_aimline)
    {
      from = MIN (from, (guint32) self->aimline.start);
      to = MAX (to, (guint32) self->aimline.due);
    }
  if (from == G_MAXUINT32 && self->due > 0)
    from = self->due;
  to = MAX (to, self->due);
  if (self->first > 0)
    from = self->first;
  if (self->last > 0)
    to = self->last;
  if (from == G_MAXUINT32)
    from = MAX (to, 9) - 7;
  *first = from;
  *last = to > from ? to : from + 7;
}

static void
widen (double  value,
       double *low,
       double *high)
{
  if (!isfinite (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/**
 * pz_chart_input_get_values:
 * @self: what a picture shows
 * @low: (out): the least value
 * @high: (out): the greatest value
 *
 * The scale belongs to the measure, so that the pictures of two learners can be compared. What the measure does not
 * bound, and what lies beyond its bounds, comes from the goal.
 */
void
pz_chart_input_get_values (const PzChartInput *self,
                           double             *low,
                           double             *high)
{
  g_return_if_fail (self != NULL && low != NULL && high != NULL);

  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->values->len; i++)
    widen (g_array_index (self->values, PzChartValue, i).value, low, high);
  widen (self->target, low, high);
  if (self->has_aimline)
    widen (self->aimline.baseline, low, high);
  if (pz_chart_input_has_forecast (self) && !isfinite (self->maximum))
    widen (pz_chart_input_get_forecast (self), low, high);
  widen (self->minimum, low, high);
  widen (self->maximum, low, high);
  if (*low > *high)
    {
      *low = 0;
      *high = 10;
    }
}

/**
 * pz_chart_input_has_forecast:
 * @self: what a picture shows
 *
 * Returns: whether the trend may be drawn on to the day the goal is due
 */
gboolean
pz_chart_input_has_forecast (const PzChartInput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->trend == PZ_CHART_TREND_FULL && self->medians->len > 0
         && self->due > g_array_index (self->medians, PzChartValue, self->medians->len - 1).day;
}

static double
count_days (const PzChartInput *self,
            guint32             day)
{
  return (double) day - g_array_index (self->medians, PzChartValue, 0).day;
}

/**
 * pz_chart_input_get_trend:
 * @self: what a picture shows, with a trend
 * @day: as GDate counts days
 *
 * Returns: height of the trend on that day
 */
double
pz_chart_input_get_trend (const PzChartInput *self,
                          guint32             day)
{
  g_return_val_if_fail (self != NULL && self->medians->len > 0, 0);
  return self->steady.intercept + self->steady.slope * count_days (self, day);
}

/**
 * pz_chart_input_get_forecast:
 * @self: what a picture shows, with a forecast
 *
 * Returns: the value expected on the day the goal is due: that of least squares, whose interval is known
 */
double
pz_chart_input_get_forecast (const PzChartInput *self)
{
  g_return_val_if_fail (self != NULL && self->medians->len > 0, 0);
  return pz_line_get_value (&self->line, count_days (self, self->due));
}

/**
 * pz_chart_input_get_interval:
 * @self: what a picture shows, with a full trend
 * @day: as GDate counts days
 * @lower: (out): where 95 % of new scores would lie on that day
 * @upper: (out): its upper end
 *
 * Returns: whether it is known
 */
gboolean
pz_chart_input_get_interval (const PzChartInput *self,
                             guint32             day,
                             double             *lower,
                             double             *upper)
{
  PzForecast forecast;

  g_return_val_if_fail (self != NULL && lower != NULL && upper != NULL && self->medians->len > 0, FALSE);

  if (self->trend != PZ_CHART_TREND_FULL)
    return FALSE;
  pz_forecast_make (&self->line, count_days (self, day), NAN, self->step, &forecast);
  *lower = forecast.lower;
  *upper = forecast.upper;
  return forecast.refusal.reason == PZ_REFUSAL_NONE && forecast.no_error.reason == PZ_REFUSAL_NONE;
}
