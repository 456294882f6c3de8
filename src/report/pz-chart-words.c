/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-words.h"

#include "pz-date.h"
#include "pz-measure.h"

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
 * pz_chart_words_dup_day:
 * @date: a day, YYYY-MM-DD
 *
 * Returns: (transfer full): "19 November"
 */
char *
pz_chart_words_dup_day (const char *date)
{
  GDate day;

  if (!pz_date_parse (date, &day))
    return g_strdup ("");
  /* xgettext:no-c-format
   * Translators: a day in a sentence, for strftime: 18 December */
  return format_day (&day, C_("day", "%-d %B"));
}

/**
 * pz_chart_words_dup_number:
 * @value: a value at the scale of the chart
 * @measure: (nullable): a #PzRecord, what is measured
 *
 * Returns: (transfer full): what is written there; between yes and no nothing is
 */
char *
pz_chart_words_dup_number (double   value,
                           gpointer measure)
{
  if (measure != NULL && g_strcmp0 (pz_record_get_text (measure, PZ_MEASURE_KIND), "yes-no") == 0 && value != 0 && value != 1)
    return g_strdup ("");
  return pz_measure_dup_number (measure, value);
}

/**
 * pz_chart_words_dup_tick:
 * @day: a day at the axis of time
 * @ticks: whether it begins a week or a month
 * @unused: nothing
 *
 * Returns: (transfer full): what is written there
 */
char *
pz_chart_words_dup_tick (const GDate  *day,
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
 * pz_chart_words_get_help:
 * @measurement: a measurement
 *
 * Returns: (nullable): whether help was given, in a word; %NULL when it is not said
 */
const char *
pz_chart_words_get_help (PzRecord *measurement)
{
  const char *help;

  g_return_val_if_fail (PZ_IS_RECORD (measurement), NULL);

  help = pz_record_get_text (measurement, PZ_MEASUREMENT_INDEPENDENCE);
  if (g_strcmp0 (help, "alone") == 0)
    return C_("measurement", "alone");
  return g_strcmp0 (help, "with-help") == 0 ? C_("measurement", "with help") : NULL;
}

/**
 * pz_chart_words_dup_value:
 * @measure: (nullable): what is measured
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): its value with its unit
 */
char *
pz_chart_words_dup_value (PzRecord *measure,
                          PzRecord *measurement)
{
  double value;

  g_return_val_if_fail (PZ_IS_RECORD (measurement), NULL);

  value = pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE);
  if (isnan (value))
    return g_strdup (C_("measurement", "no value"));
  return pz_measure_dup_value (measure, value, pz_record_get_number (measurement, PZ_MEASUREMENT_OUT_OF));
}

/**
 * pz_chart_words_dup_point:
 * @measure: (nullable): what is measured
 * @measurement: a measurement of it
 *
 * Returns: (transfer full): what a screen reader says: "19 November: 76 words a minute, alone"
 */
char *
pz_chart_words_dup_point (PzRecord *measure,
                          PzRecord *measurement)
{
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const char *help;

  g_return_val_if_fail (PZ_IS_RECORD (measurement), NULL);

  day = pz_chart_words_dup_day (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE));
  value = pz_chart_words_dup_value (measure, measurement);
  help = pz_chart_words_get_help (measurement);
  if (help == NULL)
    /* Translators: a day and what was measured: 19 November: 76 words a minute */
    return g_strdup_printf (C_("measurement", "%1$s: %2$s"), day, value);
  /* Translators: a day, what was measured, and whether help was given: 19 November: 76 words a minute, alone */
  return g_strdup_printf (C_("measurement", "%1$s: %2$s, %3$s"), day, value, help);
}

static void
add_legend (PzChartInput *input)
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
  const char *trend = input->trend == PZ_CHART_TREND_EARLY  ? C_("chart", "Trend, too early")
                      : input->trend == PZ_CHART_TREND_FULL ? C_("chart", "Trend, and where 95 of 100 scores would be")
                                                            : C_("chart", "Trend");

  for (gsize i = 0; i < G_N_ELEMENTS (legend); i++)
    pz_chart_input_set_text (input, legend[i].text, g_dpgettext2 (GETTEXT_PACKAGE, "chart", legend[i].words));
  pz_chart_input_set_text (input, PZ_CHART_LEGEND_TREND, trend);
}

/**
 * pz_chart_words_add:
 * @input: what a picture shows, with its trend
 * @measure: (nullable): what is measured
 *
 * Gives the picture its words.
 */
void
pz_chart_words_add (PzChartInput *input,
                    PzRecord     *measure)
{
  g_return_if_fail (input != NULL);

  add_legend (input);
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
