/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-numbers.h"

#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_OF_WEEK 7

static void
free_number (gpointer data)
{
  PzGoalNumber *number = data;

  g_free (number->name);
  g_free (number->value);
  g_free (number);
}

/* takes both texts */
static void
add (GPtrArray        *numbers,
     PzGoalNumberKind  kind,
     char             *name,
     char             *value)
{
  PzGoalNumber *number = g_new (PzGoalNumber, 1);

  *number = (PzGoalNumber) { kind, name, value };
  g_ptr_array_add (numbers, number);
}

static char *
dup_pace (PzRecord *measure,
          double    a_day)
{
  g_autofree char *change = pz_measure_dup_change (measure, a_day * DAYS_OF_WEEK);

  /* Translators: how fast something grows: +3.8 words a minute a week */
  return g_strdup_printf (C_("pace", "%s a week"), change);
}

static void
add_paces (GPtrArray            *numbers,
           const PzGoalProgress *progress,
           PzRecord             *measure)
{
  const PzDecision *decision = &progress->decision;

  if (decision->stage >= PZ_STAGE_FOUR_POINT && decision->line.refusal.reason == PZ_REFUSAL_NONE)
    add (numbers, PZ_GOAL_NUMBER_PACE, g_strdup (C_("goal numbers", "Pace")), dup_pace (measure, decision->line.slope));
  if (decision->stage >= PZ_STAGE_TREND && decision->line.no_error.reason == PZ_REFUSAL_NONE)
    {
      g_autofree char *low = pz_measure_dup_change (NULL, decision->line.lower * DAYS_OF_WEEK);
      g_autofree char *high = pz_measure_dup_change (NULL, decision->line.upper * DAYS_OF_WEEK);

      add (numbers, PZ_GOAL_NUMBER_LIKELY, g_strdup (C_("goal numbers", "Pace likely between")),
           /* Translators: the least and the greatest that is likely */
           g_strdup_printf (C_("goal numbers", "%1$s and %2$s"), low, high));
    }
  if (decision->no_aimline.reason == PZ_REFUSAL_NONE)
    add (numbers, PZ_GOAL_NUMBER_ASKED, g_strdup (C_("goal numbers", "Pace the target asks for")),
         dup_pace (measure, decision->aimline.pace));
}

static char *
dup_day (const PzGoalProgress *progress)
{
  char text[128];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, progress->source->due);
  /* xgettext:no-c-format
   * Translators: a day in a sentence, for strftime: 18 December */
  g_date_strftime (text, sizeof text, C_("day", "%-d %B"), &date);
  return g_strdup (text);
}

/* A measure does not go beyond its bounds, whatever the line does. */
static char *
dup_bounded (const PzGoalProgress *progress,
             PzRecord             *measure,
             double                value)
{
  double low, high;

  pz_measure_range_get_bounds (&progress->range, &low, &high);
  if (isfinite (low))
    value = MAX (value, low);
  if (isfinite (high))
    value = MIN (value, high);
  return pz_measure_dup_number (measure, pz_measure_round (value));
}

static void
add_forecast (GPtrArray            *numbers,
              const PzGoalProgress *progress,
              PzRecord             *measure)
{
  const PzForecast *forecast = &progress->decision.forecast;
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (progress->decision.stage < PZ_STAGE_TREND || forecast->refusal.reason != PZ_REFUSAL_NONE
      || forecast->no_error.reason != PZ_REFUSAL_NONE || progress->n == 0 || forecast->day <= progress->x[progress->n - 1])
    return;
  day = dup_day (progress);
  value = dup_bounded (progress, measure, forecast->value);
  low = dup_bounded (progress, measure, forecast->lower);
  high = dup_bounded (progress, measure, forecast->upper);
  /* Translators: %s is a day: what is expected then if all goes on as it did */
  add (numbers, PZ_GOAL_NUMBER_FORECAST, g_strdup_printf (C_("goal numbers", "At this pace on %s"), day),
       /* Translators: an expected value, and between what it likely is: 91, likely 86–96 */
       g_strdup_printf (C_("goal numbers", "%1$s, likely %2$s–%3$s"), value, low, high));
  if (isfinite (progress->source->target))
    add (numbers, PZ_GOAL_NUMBER_CHANCE, g_strdup (C_("goal numbers", "Chance that a score reaches the target then")),
         pz_forecast_dup_chance (forecast->chance));
}

static char *
dup_points (const PzGoalProgress *progress)
{
  guint weeks = (guint) lround (progress->decision.span / DAYS_OF_WEEK), n = (guint) progress->n;
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n), n);
  g_autofree char *span = NULL;

  if (weeks == 0)
    return g_steal_pointer (&points);
  span = g_strdup_printf (ngettext ("over %u week", "over %u weeks", weeks), weeks);
  /* Translators: how often something was measured and for how long: 5 points, over 3 weeks */
  return g_strdup_printf (C_("goal numbers", "%1$s, %2$s"), points, span);
}

static char *
dup_rule (const PzDecision *decision)
{
  if (decision->no_four_point.reason != PZ_REFUSAL_NONE)
    return pz_refusal_dup_text (decision->no_four_point);
  /* Translators: how many of the last four points are on which side of the aimline */
  return g_strdup_printf (C_("goal numbers", "%1$u better than the aimline, %2$u worse"), decision->n_better,
                          decision->n_worse);
}

static void
add_scatter (GPtrArray            *numbers,
             const PzGoalProgress *progress,
             PzRecord             *measure)
{
  const PzDecision *decision = &progress->decision;
  PzVariability variability;
  g_autofree char *distance = NULL;
  gboolean too_sure = FALSE;
  double r1;

  if (decision->stage < PZ_STAGE_FOUR_POINT || decision->line.refusal.reason != PZ_REFUSAL_NONE)
    return;
  pz_trend_get_variability (progress->y, progress->n, &decision->line, &variability);
  if (variability.refusal.reason == PZ_REFUSAL_NONE && variability.see > 0)
    {
      distance = pz_measure_dup_value (measure, pz_measure_round (variability.see), NAN);
      add (numbers, PZ_GOAL_NUMBER_SCATTER, g_strdup (C_("goal numbers", "A point is usually off the line by")),
           g_steal_pointer (&distance));
    }
  if (pz_trend_get_correlation (progress->x, progress->y, &decision->line, &r1, &too_sure).reason == PZ_REFUSAL_NONE && too_sure)
    add (numbers, PZ_GOAL_NUMBER_ALIKE, g_strdup (C_("goal numbers", "Take care")),
         g_strdup (C_("finding", "Neighbouring points are alike: all this looks surer than it is")));
}

/**
 * pz_goal_numbers_list:
 * @progress: how far a learner is with a goal
 * @measure: (nullable): how it is measured
 *
 * Returns: (transfer full) (element-type PzGoalNumber): what there is, in the order of #PzGoalNumberKind
 */
GPtrArray *
pz_goal_numbers_list (const PzGoalProgress *progress,
                      PzRecord             *measure)
{
  const PzDecision *decision;
  GPtrArray *numbers;

  g_return_val_if_fail (progress != NULL && (measure == NULL || PZ_IS_RECORD (measure)), NULL);

  decision = &progress->decision;
  numbers = g_ptr_array_new_with_free_func (free_number);
  add_paces (numbers, progress, measure);
  add_forecast (numbers, progress, measure);
  add (numbers, PZ_GOAL_NUMBER_POINTS, g_strdup (C_("goal numbers", "Measured")), dup_points (progress));
  if (decision->no_aimline.reason == PZ_REFUSAL_NONE && progress->n > 0)
    add (numbers, PZ_GOAL_NUMBER_RULE, g_strdup (C_("goal numbers", "Last four points")), dup_rule (decision));
  if (decision->occasions > 1)
    add (numbers, PZ_GOAL_NUMBER_HELD, g_strdup (C_("goal numbers", "Target held in a row")),
         /* Translators: how often, of how often it must be */
         g_strdup_printf (C_("goal numbers", "%1$u of %2$u times"), MIN (decision->held, decision->occasions),
                          decision->occasions));
  if (decision->refusal.reason != PZ_REFUSAL_NONE)
    add (numbers, PZ_GOAL_NUMBER_MISSING, g_strdup (C_("goal numbers", "What is missing")),
         pz_refusal_dup_text (decision->refusal));
  add_scatter (numbers, progress, measure);
  return numbers;
}
