/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-draw.h"

#include <math.h>
#include <pango/pangocairo.h>

#define DOT_RADIUS 4.5
#define DIAMOND 7.5
#define BAND_ALPHA 0.16
#define THIN_ALPHA 0.6
#define BAND_PARTS 24
#define TICK 5

static const double dashes[] = { 6, 4 }, dots[] = { 1.5, 4 }, fine[] = { 2, 3 };

static void
set_color (cairo_t            *cr,
           const PzSparkColor *color,
           double              alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* a thin line is sharp in the middle of a pixel */
static double
snap (double place)
{
  return floor (place) + 0.5;
}

static void
stroke (cairo_t      *cr,
        double        width,
        const double *pattern)
{
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, pattern, pattern != NULL ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* what goes on before or after the days that are shown ends at the edge */
static void
clip (const PzChart *self,
      cairo_t       *cr,
      double         beyond)
{
  cairo_rectangle (cr, self->plot.x - beyond, self->plot.y - beyond, self->plot.width + 2 * beyond,
                   self->plot.height + 2 * beyond);
  cairo_clip (cr);
}

static void
draw_grid (const PzChart       *self,
           cairo_t             *cr,
           const PzChartColors *colors)
{
  double bottom = self->plot.y + self->plot.height;

  set_color (cr, &colors->grid, 1);
  for (guint i = 0; i < pz_chart_scale_get_n (&self->scale); i++)
    {
      double y = snap (pz_chart_get_y (self, pz_chart_scale_get_value (&self->scale, i)));

      cairo_move_to (cr, self->plot.x, y);
      cairo_line_to (cr, self->plot.x + self->plot.width, y);
    }
  stroke (cr, 1, NULL);
  set_color (cr, &colors->dim, 1);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = snap (pz_chart_get_x (self, g_array_index (self->ticks, guint32, i)));

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom + TICK);
    }
  stroke (cr, 1, NULL);
}

/* from the first point to the last, or on to the day the goal is due */
static void
draw_band (const PzChart       *self,
           cairo_t             *cr,
           const PzChartColors *colors)
{
  const GArray *medians = self->input->medians;
  double from = g_array_index (medians, PzChartValue, 0).day;
  double to = pz_chart_input_has_forecast (self->input) ? self->input->due
                                                        : g_array_index (medians, PzChartValue, medians->len - 1).day;

  cairo_new_path (cr);
  for (guint i = 0; i <= 2 * BAND_PARTS + 1; i++)
    {
      guint part = i <= BAND_PARTS ? i : 2 * BAND_PARTS + 1 - i;
      guint32 day = (guint32) lround (from + part * (to - from) / BAND_PARTS);
      double lower, upper;

      if (!pz_chart_input_get_interval (self->input, day, &lower, &upper))
        return;
      cairo_line_to (cr, pz_chart_get_x (self, day), pz_chart_get_y (self, i <= BAND_PARTS ? upper : lower));
    }
  cairo_close_path (cr);
  set_color (cr, &colors->series, BAND_ALPHA);
  cairo_fill (cr);
}

static void
draw_trend (const PzChart       *self,
            cairo_t             *cr,
            const PzChartColors *colors)
{
  const PzChartInput *input = self->input;
  guint32 from, to;

  if (input->trend == PZ_CHART_TREND_NONE || input->medians->len == 0)
    return;
  if (input->trend == PZ_CHART_TREND_FULL)
    draw_band (self, cr, colors);
  from = g_array_index (input->medians, PzChartValue, 0).day;
  to = g_array_index (input->medians, PzChartValue, input->medians->len - 1).day;
  set_color (cr, &colors->series, 1);
  cairo_move_to (cr, pz_chart_get_x (self, from), pz_chart_get_y (self, pz_chart_input_get_trend (input, from)));
  cairo_line_to (cr, pz_chart_get_x (self, to), pz_chart_get_y (self, pz_chart_input_get_trend (input, to)));
  stroke (cr, 2.5, input->trend == PZ_CHART_TREND_EARLY ? dashes : NULL);
  if (!pz_chart_input_has_forecast (input))
    return;
  cairo_move_to (cr, pz_chart_get_x (self, to), pz_chart_get_y (self, pz_chart_input_get_trend (input, to)));
  cairo_line_to (cr, pz_chart_get_x (self, input->due), pz_chart_get_y (self, pz_chart_input_get_forecast (input)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke (cr, 2, dots);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
draw_diamond (cairo_t             *cr,
              double               x,
              double               y,
              double               radius,
              const PzChartColors *colors)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
  set_color (cr, &colors->ground, 1);
  cairo_fill_preserve (cr);
  set_color (cr, &colors->text, 1);
  stroke (cr, 2, NULL);
}

static void
draw_way (const PzChart       *self,
          cairo_t             *cr,
          const PzChartColors *colors)
{
  const PzChartInput *input = self->input;
  double y = pz_chart_get_y (self, input->target);

  if (input->has_aimline)
    {
      set_color (cr, &colors->dim, 1);
      cairo_move_to (cr, pz_chart_get_x (self, input->aimline.start), pz_chart_get_y (self, input->aimline.baseline));
      cairo_line_to (cr, pz_chart_get_x (self, input->aimline.due), pz_chart_get_y (self, input->aimline.target));
      stroke (cr, 1.5, dashes);
    }
  if (!isfinite (input->target))
    return;
  set_color (cr, &colors->text, 1);
  cairo_move_to (cr, pz_chart_get_x (self, self->first), snap (y));
  cairo_line_to (cr, pz_chart_get_x (self, input->due > 0 ? MIN (input->due, self->last) : self->last), snap (y));
  stroke (cr, 1, fine);
  if (input->due >= self->first && input->due <= self->last)
    draw_diamond (cr, pz_chart_get_x (self, input->due), y, DIAMOND, colors);
}

static void
draw_phases (const PzChart       *self,
             cairo_t             *cr,
             const PzChartColors *colors)
{
  set_color (cr, &colors->text, 1);
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].is_line)
      {
        cairo_move_to (cr, snap (self->marks[i].x), self->marks[i].top);
        cairo_line_to (cr, snap (self->marks[i].x), self->plot.y + self->plot.height);
      }
  stroke (cr, 1.2, NULL);
}

static gboolean
begins_phase (const PzChart *self,
              guint32        after,
              guint32        until)
{
  for (guint i = 0; i < self->input->phases->len; i++)
    {
      guint32 start = g_array_index (self->input->phases, PzChartPhase, i).start;

      if (start > after && start <= until)
        return TRUE;
    }
  return FALSE;
}

/* The days one after the other, not across a phase line. */
static void
draw_series (const PzChart       *self,
             cairo_t             *cr,
             const PzChartColors *colors)
{
  const GArray *medians = self->input->medians;

  cairo_new_path (cr);
  for (guint i = 0; i < medians->len; i++)
    {
      const PzChartValue *value = &g_array_index (medians, PzChartValue, i);
      double x = pz_chart_get_x (self, value->day), y = pz_chart_get_y (self, value->value);

      if (i == 0 || begins_phase (self, g_array_index (medians, PzChartValue, i - 1).day, value->day))
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  set_color (cr, &colors->series, THIN_ALPHA);
  stroke (cr, 1, NULL);
}

static void
draw_dot (cairo_t             *cr,
          double               x,
          double               y,
          gboolean             is_ring,
          const PzChartColors *colors)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, is_ring ? DOT_RADIUS - 0.5 : DOT_RADIUS, 0, 2 * G_PI);
  set_color (cr, is_ring ? &colors->ground : &colors->series, 1);
  cairo_fill_preserve (cr);
  set_color (cr, &colors->series, 1);
  stroke (cr, 2, NULL);
}

static void
draw_mark (cairo_t             *cr,
           const PzChartLabel  *label,
           const PzChartInput  *input,
           const PzChartColors *colors)
{
  double x = label->mark.x, y = label->mark.y + label->mark.height / 2, width = label->mark.width, middle = x + width / 2;

  switch (label->text)
    {
    case PZ_CHART_LEGEND_ALONE:
    case PZ_CHART_LEGEND_HELP:
      draw_dot (cr, middle, y, label->text == PZ_CHART_LEGEND_HELP, colors);
      break;
    case PZ_CHART_LEGEND_TARGET:
      draw_diamond (cr, middle, y, DIAMOND - 1.5, colors);
      break;
    case PZ_CHART_LEGEND_PHASE:
      set_color (cr, &colors->text, 1);
      cairo_move_to (cr, snap (middle), label->mark.y + 2);
      cairo_line_to (cr, snap (middle), label->mark.y + label->mark.height - 2);
      stroke (cr, 1.2, NULL);
      break;
    default:
      if (label->text == PZ_CHART_LEGEND_TREND && input->trend == PZ_CHART_TREND_FULL)
        {
          set_color (cr, &colors->series, BAND_ALPHA);
          cairo_rectangle (cr, x, y - 5, width, 10);
          cairo_fill (cr);
        }
      set_color (cr, label->text == PZ_CHART_LEGEND_TREND ? &colors->series : &colors->dim, 1);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + width, y);
      stroke (cr, label->text == PZ_CHART_LEGEND_TREND ? 2.5 : 1.5,
              label->text == PZ_CHART_LEGEND_AIMLINE || input->trend == PZ_CHART_TREND_EARLY ? dashes : NULL);
    }
}

static const PzSparkColor *
get_color (PzChartLabelKind     kind,
           const PzChartColors *colors)
{
  switch (kind)
    {
    case PZ_CHART_LABEL_PHASE:
    case PZ_CHART_LABEL_TARGET:
      return &colors->text;
    case PZ_CHART_LABEL_FORECAST:
      return &colors->series;
    default:
      return &colors->dim;
    }
}

static void
draw_labels (const PzChart       *self,
             cairo_t             *cr,
             const PzChartColors *colors)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const PzChartLabel *label = &g_array_index (self->labels, PzChartLabel, i);

      if (label->kind == PZ_CHART_LABEL_LEGEND)
        draw_mark (cr, label, self->input, colors);
      set_color (cr, get_color (label->kind, colors), 1);
      cairo_move_to (cr, label->rect.x, label->rect.y);
      pango_cairo_show_layout (cr, label->layout);
    }
}

/**
 * pz_chart_draw:
 * @self: where everything stands
 * @cr: draws from its origin on: a window, a page, a file
 * @colors: of the surroundings
 */
void
pz_chart_draw (const PzChart       *self,
               cairo_t             *cr,
               const PzChartColors *colors)
{
  g_return_if_fail (self != NULL && cr != NULL && colors != NULL);

  cairo_save (cr);
  draw_grid (self, cr, colors);
  cairo_save (cr);
  clip (self, cr, 0);
  draw_trend (self, cr, colors);
  draw_series (self, cr, colors);
  cairo_restore (cr);
  draw_phases (self, cr, colors);
  cairo_save (cr);
  clip (self, cr, DIAMOND + 2);
  draw_way (self, cr, colors);
  cairo_restore (cr);
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].shown)
      draw_dot (cr, self->places[i].x, self->places[i].y, self->places[i].with_help, colors);
  draw_labels (self, cr, colors);
  cairo_restore (cr);
}
