/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"

#include "pz-date.h"
#include "pz-environment.h"

#include <math.h>
#include <pango/pangocairo.h>

static const double rising[] = { 20, 23, 22, 26, 27, 31, 30, 34, 36, 37, 41, 40 };

guint32
chart_fixture_day (const char *text)
{
  return pz_day_from_text (text);
}

PzDocument *
chart_fixture_make_document (PzDocumentKind kind)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);

  return pz_document_new (kind, kind == PZ_DOCUMENT_CLASSROOM ? "classroomclassro" : "d4m7kq2x9v5t0rhb", clock);
}

static PzGoalRules *
make_rules (char **measure_id)
{
  g_autoptr(PzDocument) classroom = chart_fixture_make_document (PZ_DOCUMENT_CLASSROOM);
  PzRecord *measure = pz_document_add (classroom, PZ_RECORD_MEASURE);
  GDate today;

  pz_record_set_text (measure, PZ_MEASURE_KIND, "score");
  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, 80);
  *measure_id = g_strdup (pz_record_get_id (measure));
  pz_date_parse ("2026-11-23", &today);
  return pz_goal_rules_new (classroom, &today);
}

PzChartInput *
chart_fixture_make (const double *values,
                    gsize         n)
{
  PzGoalSource *source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");
  g_autoptr(PzGoalRules) rules = make_rules (&source->measure);
  g_autoptr(PzGoalProgress) progress = NULL;
  PzChartInput *input;

  source->baseline = 20;
  source->target = 60;
  source->start = pz_day_from_text (CHART_START);
  source->due = pz_day_from_text (CHART_DUE);
  for (gsize i = 0; i < n; i++)
    {
      const PzGoalScore score = { source->start + 7 * (guint32) i, values != NULL ? values[i] : rising[i], NAN, i % 2 };

      pz_goal_source_add_score (source, &score);
    }
  pz_goal_source_finish (source);
  progress = pz_goal_progress_new (source, rules);
  input = pz_chart_input_new (progress);
  for (gsize i = 0; i < n; i++)
    pz_chart_input_add_value (input, source->start + 7 * (guint32) i, values != NULL ? values[i] : rising[i], i % 2);
  return input;
}

void
chart_fixture_add_words (PzChartInput *input)
{
  static const char *const words[PZ_N_CHART_TEXTS] = {
    "Aimline", "Target 60", "48 likely", "too early", "Alone", "With help", "Trend", "Aimline", "Target", "New strategy",
  };

  for (guint i = 0; i < PZ_N_CHART_TEXTS; i++)
    pz_chart_input_set_text (input, i, words[i]);
}

static char *
dup_number (double   value,
            gpointer user_data)
{
  return g_strdup_printf ("%g", value);
}

static char *
dup_tick (const GDate  *day,
          PzChartTicks  ticks,
          gpointer      user_data)
{
  char text[64];

  g_date_strftime (text, sizeof text, ticks == PZ_CHART_TICKS_MONTHS ? "%m" : "%d.%m.", day);
  return g_strdup (text);
}

/* points: size of the letters */
void
chart_fixture_get_style (PzChartStyle *style,
                         double        points,
                         gboolean      right_to_left)
{
  static PangoContext *context;
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  if (context == NULL)
    context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  *style = (PzChartStyle) { context, dup_number, dup_tick, NULL, right_to_left };
}
