/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-chart-words.h"

#include "pz-date.h"
#include "pz-measure.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
format_day (const GDate *day,
            const char  *pattern)
{
  char text[128];

  g_date_strftime (text, sizeof text, pattern, day);
  return g_strdup (text);
}

/**
 * pz_goal_chart_words_dup_day:
 * @date: a day, YYYY-MM-DD
 *
 * Returns: (transfer full): "19 November"
 */
char *
pz_goal_chart_words_dup_day (const char *date)
{
  GDate day;

  if (!pz_date_parse (date, &day))
    return g_strdup ("");
  /* xgettext:no-c-format
   * Translators: a day in a sentence, for strftime: 18 December */
  return format_day (&day, C_("day", "%-d %B"));
}

/**
 * pz_goal_chart_words_dup_number:
 * @value: a value at the scale of the chart
 * @facts: of the goal
 *
 * Returns: (transfer full): what is written there; between yes and no nothing is
 */
char *
pz_goal_chart_words_dup_number (double   value,
                                gpointer facts)
{
  PzRecord *measure = pz_goal_facts_get_measure (facts);

  if (measure != NULL && g_strcmp0 (pz_record_get_text (measure, PZ_MEASURE_KIND), "yes-no") == 0 && value != 0 && value != 1)
    return g_strdup ("");
  return pz_measure_dup_number (measure, value);
}

/**
 * pz_goal_chart_words_dup_tick:
 * @day: a day at the axis of time
 * @ticks: whether it begins a week or a month
 * @unused: nothing
 *
 * Returns: (transfer full): what is written there
 */
char *
pz_goal_chart_words_dup_tick (const GDate  *day,
                              PzChartTicks  ticks,
                              gpointer      unused)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  if (ticks == PZ_CHART_TICKS_MONTHS)
    /* xgettext:no-c-format
     * Translators: a month at the axis of a chart, for strftime, short: Sep */
    return format_day (day, C_("month at an axis", "%b"));
  /* xgettext:no-c-format
   * Translators: a day of this year for strftime, short: 19 Nov */
  return format_day (day, C_("day", "%-d %b"));
}

/**
 * pz_goal_chart_words_get_help:
 * @measurement: a measurement
 *
 * Returns: (nullable): whether help was given, in a word; %NULL when it is not said
 */
const char *
pz_goal_chart_words_get_help (PzRecord *measurement)
{
  const char *help;

  g_return_val_if_fail (PZ_IS_RECORD (measurement), NULL);

  help = pz_record_get_text (measurement, PZ_MEASUREMENT_INDEPENDENCE);
  if (g_strcmp0 (help, "alone") == 0)
    return C_("measurement", "alone");
  return g_strcmp0 (help, "with-help") == 0 ? C_("measurement", "with help") : NULL;
}

/**
 * pz_goal_chart_words_dup_value:
 * @facts: of the goal
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): its value with its unit
 */
char *
pz_goal_chart_words_dup_value (PzGoalFacts *facts,
                               PzRecord    *measurement)
{
  double value;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement), NULL);

  value = pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE);
  if (isnan (value))
    return g_strdup (C_("measurement", "no value"));
  return pz_measure_dup_value (pz_goal_facts_get_measure (facts), value,
                               pz_record_get_number (measurement, PZ_MEASUREMENT_OUT_OF));
}

/**
 * pz_goal_chart_words_dup_point:
 * @facts: of the goal
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): what a screen reader says: "19 November: 76 words a minute, alone"
 */
char *
pz_goal_chart_words_dup_point (PzGoalFacts *facts,
                               PzRecord    *measurement)
{
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const char *help;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement), NULL);

  day = pz_goal_chart_words_dup_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  value = pz_goal_chart_words_dup_value (facts, measurement);
  help = pz_goal_chart_words_get_help (measurement);
  if (help == NULL)
    /* Translators: a day and what was measured: 19 November: 76 words a minute */
    return g_strdup_printf (C_("measurement", "%1$s: %2$s"), day, value);
  /* Translators: a day, what was measured, and whether help was given: 19 November: 76 words a minute, alone */
  return g_strdup_printf (C_("measurement", "%1$s: %2$s, %3$s"), day, value, help);
}

/**
 * pz_goal_chart_words_dup_hint:
 * @facts: of the goal
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): what stands beside the point: "19 November · 76 words a minute · alone"
 */
char *
pz_goal_chart_words_dup_hint (PzGoalFacts *facts,
                              PzRecord    *measurement)
{
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const char *help;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (measurement), NULL);

  day = pz_goal_chart_words_dup_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  value = pz_goal_chart_words_dup_value (facts, measurement);
  help = pz_goal_chart_words_get_help (measurement);
  return help != NULL ? g_strjoin (" · ", day, value, help, NULL) : g_strjoin (" · ", day, value, NULL);
}

/**
 * pz_goal_chart_words_dup_phase:
 * @facts: of the goal
 * @phase: when the teaching changed
 *
 * Returns: (transfer full): what it is called: the strategy, or its note, or that something changed
 */
char *
pz_goal_chart_words_dup_phase (PzGoalFacts *facts,
                               PzRecord    *phase)
{
  const char *name;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && PZ_IS_RECORD (phase), NULL);

  name = pz_goal_facts_get_strategy_name (facts, pz_record_get_text (phase, PZ_PHASE_STRATEGY));
  if (name == NULL && !pz_privacy_is_hidden ())
    name = pz_record_get_text (phase, PZ_PHASE_NOTE);
  return g_strdup (name != NULL ? name : C_("phase", "Change"));
}

static void
add_words (PzChartInput *input,
           PzGoalFacts  *facts)
{
  static const struct { PzChartText text; const char *words; } legend[] = {
    { PZ_CHART_TEXT_AIMLINE, NC_("chart", "Aimline") },
    { PZ_CHART_TEXT_EARLY, NC_("chart", "too early") },
    { PZ_CHART_LEGEND_ALONE, NC_("chart", "Alone") },
    { PZ_CHART_LEGEND_HELP, NC_("chart", "With help") },
    { PZ_CHART_LEGEND_AIMLINE, NC_("chart", "Aimline") },
    { PZ_CHART_LEGEND_TARGET, NC_("chart", "Target") },
    { PZ_CHART_LEGEND_PHASE, NC_("chart", "New strategy") },
  };
  PzRecord *measure = pz_goal_facts_get_measure (facts);
  const char *trend = input->trend == PZ_CHART_TREND_EARLY  ? C_("chart", "Trend, too early")
                      : input->trend == PZ_CHART_TREND_FULL ? C_("chart", "Trend, and where 95 of 100 scores would be")
                                                            : C_("chart", "Trend");

  for (gsize i = 0; i < G_N_ELEMENTS (legend); i++)
    pz_chart_input_set_text (input, legend[i].text, g_dpgettext2 (GETTEXT_PACKAGE, "chart", legend[i].words));
  pz_chart_input_set_text (input, PZ_CHART_LEGEND_TREND, trend);
  if (isfinite (input->target))
    {
      g_autofree char *value = pz_measure_dup_number (measure, input->target);
      /* Translators: %s is the value a goal leads to */
      g_autofree char *words = g_strdup_printf (C_("chart", "Target %s"), value);

      pz_chart_input_set_text (input, PZ_CHART_TEXT_TARGET, words);
    }
  if (pz_chart_input_has_forecast (input))
    {
      double value = pz_measure_round (pz_chart_input_get_forecast (input));
      g_autofree char *number = NULL;
      g_autofree char *words = NULL;

      value = isfinite (input->maximum) ? MIN (value, input->maximum) : value;
      value = isfinite (input->minimum) ? MAX (value, input->minimum) : value;
      number = pz_measure_dup_number (measure, value);
      /* Translators: %s is the value that is expected when all goes on as it did */
      words = g_strdup_printf (C_("chart", "%s likely"), number);
      pz_chart_input_set_text (input, PZ_CHART_TEXT_FORECAST, words);
    }
}

/* A goal of which nothing is known yet has a month to be looked at. */
static void
bound_days (PzChartInput *input,
            PzGoalFacts  *facts)
{
  GDate today;

  if (input->values->len > 0 || input->has_aimline || input->due > 0)
    return;
  pz_goal_facts_get_today (facts, &today);
  input->last = g_date_get_julian (&today);
  input->first = input->last - 28;
}

/**
 * pz_goal_chart_words_make:
 * @facts: of a goal that is there
 *
 * Returns: (transfer full): all that a picture of the goal shows; its values stand in the order of
 *   pz_goal_facts_get_points()
 */
PzChartInput *
pz_goal_chart_words_make (PzGoalFacts *facts)
{
  const PzGoalProgress *progress;
  GPtrArray *points, *phases;
  PzChartInput *input;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts) && pz_goal_facts_get_progress (facts) != NULL, NULL);

  progress = pz_goal_facts_get_progress (facts);
  points = pz_goal_facts_get_points (facts);
  phases = pz_goal_facts_get_phases (facts);
  input = pz_chart_input_new (progress);
  for (guint i = 0; i < points->len; i++)
    {
      PzRecord *record = points->pdata[i];
      double value = pz_measure_value_count (&progress->range, pz_record_get_number (record, PZ_MEASUREMENT_VALUE),
                                             pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF));

      pz_chart_input_add_value (input, pz_day_from_text (pz_record_get_text (record, PZ_MEASUREMENT_DATE)), value,
                                g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_INDEPENDENCE), "with-help") == 0);
    }
  for (guint i = 0; i < phases->len; i++)
    {
      guint32 start = pz_day_from_text (pz_record_get_text (phases->pdata[i], PZ_PHASE_START));
      g_autofree char *label = pz_goal_chart_words_dup_phase (facts, phases->pdata[i]);

      if (start > 0)
        pz_chart_input_add_phase (input, start, label);
    }
  bound_days (input, facts);
  add_words (input, facts);
  return input;
}
