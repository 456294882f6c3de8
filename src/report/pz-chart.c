/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart.h"

#include "pz-chart-labels.h"

#include <math.h>

/* px or points */
#define GAP 8.0
#define EDGE 10.0        /* from the ends of the plot to the first and the last day */
#define AXIS_GAP 6.0
#define MOST_MARGIN 0.25 /* of the width, for what is written beside the target */
#define LINES_OF_STEP 2.2
#define MOST_STEPS 8
#define PLOT_LINES 20    /* usual height of the plot, in lines of text */

static double
measure_line (const PzChartStyle *style)
{
  g_autoptr(PangoLayout) layout = pz_chart_labels_make (style, "0", FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static double
measure_text (const PzChartStyle *style,
              const char         *text)
{
  g_autoptr(PangoLayout) layout = text != NULL ? pz_chart_labels_make (style, text, TRUE) : NULL;
  int width = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * pz_chart_get_x:
 * @self: a picture
 * @day: as GDate counts days; may lie outside
 *
 * Returns: where it is; while the picture is laid out, time runs to the right, afterwards as the style says
 */
double
pz_chart_get_x (const PzChart *self,
                double         day)
{
  double share;

  g_return_val_if_fail (self != NULL, 0);

  share = (day - self->first) / ((double) self->last - self->first);
  if (self->right_to_left)
    share = 1 - share;
  return self->plot.x + EDGE + share * MAX (self->plot.width - 2 * EDGE, 1);
}

/**
 * pz_chart_get_y:
 * @self: a picture
 * @value: may lie outside
 *
 * Returns: where it is
 */
double
pz_chart_get_y (const PzChart *self,
                double         value)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->plot.y + self->plot.height * (self->scale.high - value) / (self->scale.high - self->scale.low);
}

static PangoLayout *
make_number (const PzChart      *self,
             const PzChartStyle *style,
             guint               position)
{
  g_autofree char *text = style->dup_number (pz_chart_scale_get_value (&self->scale, position), style->user_data);

  return pz_chart_labels_make (style, text, FALSE);
}

/* room for the numbers at the beginning, and beside the target at the end, where that does not take too much */
static void
find_columns (PzChart            *self,
              const PzChartStyle *style)
{
  const PzChartInput *input = self->input;
  double widest = 0, beside = 0;

  for (guint i = 0; i < pz_chart_scale_get_n (&self->scale); i++)
    {
      g_autoptr(PangoLayout) layout = make_number (self, style, i);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  if (input->due >= self->first && input->due <= self->last && isfinite (input->target))
    beside = MAX (measure_text (style, input->texts[PZ_CHART_TEXT_TARGET]),
                  pz_chart_input_has_forecast (input) ? measure_text (style, input->texts[PZ_CHART_TEXT_FORECAST]) : 0);
  if (beside > MOST_MARGIN * self->width)
    beside = 0;
  self->plot.x = widest + GAP;
  self->plot.width = MAX (self->width - self->plot.x - (beside > 0 ? beside + 4 : 0), 1);
}

/* The phase that goes on when the picture begins has a name, but no line; what ended before has neither. */
static void
place_phases (PzChart *self)
{
  const GArray *phases = self->input->phases;
  gboolean newer = FALSE;

  self->n_marks = phases->len;
  self->marks = g_new0 (PzChartMark, MAX (phases->len, 1));
  for (guint i = phases->len; i-- > 0;)
    {
      guint32 start = g_array_index (phases, PzChartPhase, i).start;
      PzChartMark *mark = &self->marks[i];

      mark->is_line = start > self->first && start <= self->last;
      if (mark->is_line)
        mark->x = pz_chart_get_x (self, start);
      else
        mark->x = start <= self->first && !newer ? self->plot.x + EDGE : -1;
      newer |= start <= self->first;
    }
}

static void
place_values (PzChart *self)
{
  const GArray *values = self->input->values;

  self->n_places = values->len;
  self->places = g_new0 (PzChartPlace, MAX (values->len, 1));
  for (guint i = 0; i < values->len; i++)
    {
      const PzChartValue *value = &g_array_index (values, PzChartValue, i);

      self->places[i] = (PzChartPlace) { pz_chart_get_x (self, value->day), pz_chart_get_y (self, value->value),
                                         value->day >= self->first && value->day <= self->last, value->with_help };
    }
}

static void
write_numbers (PzChart            *self,
               const PzChartStyle *style)
{
  double above = INFINITY; /* upper edge of the number written last */

  for (guint i = 0; i < pz_chart_scale_get_n (&self->scale); i++)
    {
      PangoLayout *layout = make_number (self, style, i);
      int width, height;
      double y;

      pango_layout_get_pixel_size (layout, &width, &height);
      y = pz_chart_get_y (self, pz_chart_scale_get_value (&self->scale, i)) - height / 2.0;
      if (y + height <= above)
        pz_chart_labels_add (self, PZ_CHART_LABEL_SCALE, layout, self->plot.x - GAP - width, MAX (y, 0));
      else
        g_object_unref (layout);
      above = MIN (above, y);
    }
}

/* Those that would stand over the one before are left out; a month that was under way has its name at the beginning. */
static void
write_days (PzChart            *self,
            const PzChartStyle *style)
{
  PzChartTicks ticks = pz_chart_ticks_choose (self->first, self->last);
  double y = self->plot.y + self->plot.height + AXIS_GAP, from = self->plot.x, next = self->width;
  gboolean begins_within = ticks == PZ_CHART_TICKS_MONTHS;

  self->ticks = pz_chart_ticks_list (ticks, self->first, self->last);
  if (begins_within && self->ticks->len > 0)
    next = pz_chart_get_x (self, g_array_index (self->ticks, guint32, 0));
  for (guint i = begins_within ? 0 : 1; i <= self->ticks->len; i++)
    {
      guint32 day = i == 0 ? self->first : g_array_index (self->ticks, guint32, i - 1);
      double x = i == 0 ? self->plot.x : pz_chart_get_x (self, day) + 4, room = i == 0 ? next : self->width;
      g_autofree char *text = NULL;
      PangoLayout *layout;
      GDate date;
      int width;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      text = style->dup_tick (&date, ticks, style->user_data);
      layout = pz_chart_labels_make (style, text, FALSE);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (x >= from && x + width <= room)
        {
          pz_chart_labels_add (self, PZ_CHART_LABEL_TIME, layout, x, y);
          from = x + width + GAP;
        }
      else
        g_object_unref (layout);
    }
}

static void
turn_rect (const PzChart *self,
           PzChartRect   *rect)
{
  rect->x = self->width - rect->x - rect->width;
}

/* everything was laid out as if time ran to the right */
static void
turn (PzChart *self)
{
  turn_rect (self, &self->plot);
  for (guint i = 0; i < self->n_places; i++)
    self->places[i].x = self->width - self->places[i].x;
  for (guint i = 0; i < self->n_marks; i++)
    self->marks[i].x = self->marks[i].x < 0 ? -1 : self->width - self->marks[i].x;
  for (guint i = 0; i < self->labels->len; i++)
    {
      turn_rect (self, &g_array_index (self->labels, PzChartLabel, i).rect);
      turn_rect (self, &g_array_index (self->labels, PzChartLabel, i).mark);
    }
  self->right_to_left = TRUE;
}

static PzChart *
begin (const PzChartInput *input,
       const PzChartStyle *style,
       double              width)
{
  PzChart *self = g_new0 (PzChart, 1);

  self->input = input;
  self->width = width;
  self->line_height = measure_line (style);
  self->labels = g_array_new (FALSE, FALSE, sizeof (PzChartLabel));
  g_array_set_clear_func (self->labels, (GDestroyNotify) pz_chart_label_clear);
  pz_chart_input_get_days (input, &self->first, &self->last);
  return self;
}

/* the legend is written from the upper edge on and moved down once its height is known */
static double
write_legend (PzChart            *self,
              const PzChartStyle *style)
{
  double height = pz_chart_labels_add_legend (self, style, 0);

  for (guint i = 0; i < self->labels->len; i++)
    {
      PzChartLabel *label = &g_array_index (self->labels, PzChartLabel, i);

      label->rect.y += self->height - height;
      label->mark.y += self->height - height;
    }
  return height;
}

/* as many as can be read, none finer than what can be measured */
static guint
count_steps (const PzChart *self,
             double         span,
             double         room)
{
  double most = room / (LINES_OF_STEP * self->line_height);

  if (self->input->step > 0 && span > 0)
    most = MIN (most, span / self->input->step + 1e-9);
  return (guint) CLAMP (most, 1, MOST_STEPS);
}

/**
 * pz_chart_new:
 * @input: what to show; must outlive the picture
 * @style: words, font and direction
 * @width: of all, legend included
 * @height: of all
 *
 * Returns: (transfer full): where everything stands
 */
PzChart *
pz_chart_new (const PzChartInput *input,
              const PzChartStyle *style,
              double              width,
              double              height)
{
  PzChart *self;
  double low, high, legend, bottom;
  guint rows;

  g_return_val_if_fail (input != NULL && style != NULL && width > 0 && height > 0, NULL);

  self = begin (input, style, width);
  self->height = height;
  legend = write_legend (self, style);
  bottom = height - legend - (legend > 0 ? GAP : 0) - self->line_height - AXIS_GAP;
  pz_chart_input_get_values (input, &low, &high);
  pz_chart_scale_init (&self->scale, low, high, count_steps (self, high - low, bottom));
  find_columns (self, style);
  place_phases (self);
  rows = pz_chart_labels_add_phases (self, style);
  self->plot.y = MAX (rows * self->line_height + GAP, self->line_height / 2);
  self->plot.height = MAX (bottom - self->plot.y, 1);
  place_values (self);
  write_numbers (self, style);
  write_days (self, style);
  pz_chart_labels_add_lines (self, style);
  if (style->right_to_left)
    turn (self);
  return self;
}

/**
 * pz_chart_free:
 * @self: (transfer full): a picture
 */
void
pz_chart_free (PzChart *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->labels);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_free (self->places);
  g_free (self->marks);
  g_free (self);
}

/**
 * pz_chart_get_height:
 * @input: what to show
 * @style: words, font and direction
 * @width: of all
 *
 * Returns: a height at which it can be read well
 */
double
pz_chart_get_height (const PzChartInput *input,
                     const PzChartStyle *style,
                     double              width)
{
  g_autoptr(PzChart) chart = NULL;
  double legend;

  g_return_val_if_fail (input != NULL && style != NULL && width > 0, 0);

  chart = begin (input, style, width);
  legend = pz_chart_labels_add_legend (chart, style, 0);
  return ceil (PLOT_LINES * chart->line_height + legend + 2 * GAP);
}

/**
 * pz_chart_count_places:
 * @self: a picture
 * @rect: a part of it
 *
 * Returns: how many measurements that are shown lie within
 */
guint
pz_chart_count_places (const PzChart     *self,
                       const PzChartRect *rect)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && rect != NULL, 0);

  for (guint i = 0; i < self->n_places; i++)
    {
      const PzChartPlace *place = &self->places[i];

      n += place->shown && place->x > rect->x && place->x < rect->x + rect->width && place->y > rect->y
           && place->y < rect->y + rect->height;
    }
  return n;
}
