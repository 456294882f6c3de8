/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-labels.h"

#include <math.h>

/* Texts are a little smaller than those around the picture. */
#define TEXT_SCALE 0.85
/* px or points */
#define PAD 6.0
#define DOT 7.0   /* half of what a point keeps free */
#define MOST_ROWS 3
#define LINE_GAP 2.0    /* from a name to the line that begins below it */
#define LEAST_LETTERS 4 /* of a name that is shortened, in heights of a line */
#define MARK_WIDTH 28.0
#define MARK_GAP 6.0
#define ITEM_GAP 18.0

/**
 * pz_chart_labels_make:
 * @style: font
 * @text: any text; no markup
 * @bold: whether it stands out
 *
 * Returns: (transfer full): the text, ready to be measured
 */
PangoLayout *
pz_chart_labels_make (const PzChartStyle *style,
                      const char         *text,
                      gboolean            bold)
{
  PangoLayout *layout;
  PangoAttrList *attributes;

  g_return_val_if_fail (style != NULL && text != NULL, NULL);

  layout = pango_layout_new (style->context);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * pz_chart_label_clear:
 * @label: a text; what it holds is freed
 */
void
pz_chart_label_clear (PzChartLabel *label)
{
  g_return_if_fail (label != NULL);
  g_clear_object (&label->layout);
}

static PzChartRect
get_size (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return (PzChartRect) { 0, 0, width, height };
}

/**
 * pz_chart_labels_add:
 * @self: a picture
 * @kind: what the text is about
 * @layout: (transfer full): the text
 * @x: where it begins
 * @y: its upper edge
 */
void
pz_chart_labels_add (PzChart          *self,
                     PzChartLabelKind  kind,
                     PangoLayout      *layout,
                     double            x,
                     double            y)
{
  PzChartLabel label = { .kind = kind, .layout = layout, .rect = get_size (layout) };

  label.rect.x = x;
  label.rect.y = y;
  g_array_append_val (self->labels, label);
}

static gboolean
meet (const PzChartRect *a,
      const PzChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
meets_line (const PzChart     *self,
            const PzChartRect *rect)
{
  const GArray *medians = self->input->medians;

  for (guint i = 1; i < medians->len; i++)
    {
      const PzChartValue *a = &g_array_index (medians, PzChartValue, i - 1), *b = &g_array_index (medians, PzChartValue, i);

      for (guint part = 0; part <= 8; part++)
        {
          double share = part / 8.0;
          double x = pz_chart_get_x (self, a->day + share * ((double) b->day - a->day));
          double y = pz_chart_get_y (self, a->value + share * (b->value - a->value));

          if (x > rect->x - 2 && x < rect->x + rect->width + 2 && y > rect->y - 2 && y < rect->y + rect->height + 2)
            return TRUE;
        }
    }
  return FALSE;
}

/* the dotted line to the target */
static gboolean
meets_target (const PzChart     *self,
              const PzChartRect *rect)
{
  const PzChartInput *input = self->input;
  double y = pz_chart_get_y (self, input->target);

  return isfinite (input->target) && y > rect->y && y < rect->y + rect->height
         && (input->due == 0 || rect->x < pz_chart_get_x (self, input->due));
}

/**
 * pz_chart_labels_is_free:
 * @self: a picture whose points and phases have their places
 * @rect: where a text could stand
 *
 * Returns: whether it is within the picture and over no other text, no point, no line between points, no phase and not
 *   over the line to the target
 */
gboolean
pz_chart_labels_is_free (const PzChart     *self,
                         const PzChartRect *rect)
{
  if (rect->x < 0 || rect->x + rect->width > self->width || rect->y < self->plot.y
      || rect->y + rect->height > self->plot.y + self->plot.height)
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (meet (&g_array_index (self->labels, PzChartLabel, i).rect, rect))
      return FALSE;
  for (guint i = 0; i < self->n_places; i++)
    {
      const PzChartPlace *place = &self->places[i];
      const PzChartRect dot = { place->x - DOT, place->y - DOT, 2 * DOT, 2 * DOT };

      if (place->shown && meet (&dot, rect))
        return FALSE;
    }
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].is_line && self->marks[i].x > rect->x - 2 && self->marks[i].x < rect->x + rect->width + 2)
      return FALSE;
  return !meets_target (self, rect) && !meets_line (self, rect);
}

/* ---- phases ---- */

/* The names of phases so far: where each stands, in which row. */
typedef struct
{
  PangoLayout *layout;
  double x;
  double width;
  guint row;
} PhaseName;

static void
shorten (PhaseName *name,
         double     width,
         double     least)
{
  if (name->width <= width)
    return;
  if (width < least)
    {
      g_clear_object (&name->layout);
      name->width = 0;
      return;
    }
  pango_layout_set_width (name->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (name->layout, PANGO_ELLIPSIZE_END);
  name->width = get_size (name->layout).width;
}

/* A name may run on over the next line when that line begins below it; after three rows, names are shortened. */
static void
find_row (PhaseName *names,
          guint      i,
          double     x,
          double     least)
{
  for (guint k = 0; k < i; k++)
    if (names[k].layout != NULL && names[k].x + names[k].width + PAD > x)
      {
        if (names[k].row + 1 < MOST_ROWS)
          names[i].row = MAX (names[i].row, names[k].row + 1);
        else
          shorten (&names[k], x - PAD - names[k].x, least);
      }
}

/**
 * pz_chart_labels_add_phases:
 * @self: a picture whose phases have their places
 * @style: font
 *
 * Writes the names of the phases above the plot, in rows from the upper edge on, and says where each line begins.
 *
 * Returns: how many rows there are
 */
guint
pz_chart_labels_add_phases (PzChart            *self,
                            const PzChartStyle *style)
{
  g_autofree PhaseName *names = g_new0 (PhaseName, self->n_marks + 1);
  double least = LEAST_LETTERS * self->line_height;
  guint n_rows = 0;

  for (guint i = 0; i < self->n_marks; i++)
    {
      const char *text = g_array_index (self->input->phases, PzChartPhase, i).label;
      PhaseName *name = &names[i];

      if (self->marks[i].x < 0 || *text == '\0')
        continue;
      name->layout = pz_chart_labels_make (style, text, TRUE);
      name->x = self->marks[i].x + (self->marks[i].is_line ? PAD : 0);
      name->width = get_size (name->layout).width;
      find_row (names, i, self->marks[i].x, least);
      shorten (name, MIN (self->width - name->x, MAX (self->plot.width / 2, least)), least);
    }
  for (guint i = 0; i < self->n_marks; i++)
    {
      self->marks[i].top = names[i].row * self->line_height + (names[i].row > 0 ? LINE_GAP : 0);
      if (names[i].layout == NULL)
        continue;
      n_rows = MAX (n_rows, names[i].row + 1);
      pz_chart_labels_add (self, PZ_CHART_LABEL_PHASE, names[i].layout, names[i].x, names[i].row * self->line_height);
    }
  return n_rows;
}

/* ---- beside lines ---- */

static gboolean
try_place (PzChart          *self,
           PzChartLabelKind  kind,
           PangoLayout      *layout,
           double            x,
           double            y)
{
  PzChartRect rect = get_size (layout);

  rect.x = x;
  rect.y = y;
  if (!pz_chart_labels_is_free (self, &rect))
    return FALSE;
  pz_chart_labels_add (self, kind, g_object_ref (layout), x, y);
  return TRUE;
}

/* above or below the line that goes through two points, somewhere along it */
static void
add_along (PzChart            *self,
           const PzChartStyle *style,
           PzChartLabelKind    kind,
           const char         *text,
           const double       *line)
{
  const double parts[] = { 0.45, 0.3, 0.6, 0.15, 0.75, 0.05 };
  g_autoptr(PangoLayout) layout = pz_chart_labels_make (style, text, FALSE);
  PzChartRect size = get_size (layout);
  double slope = (line[3] - line[1]) / MAX (line[2] - line[0], 1);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double x = line[0] + parts[i] * (line[2] - line[0]), y = line[1] + parts[i] * (line[3] - line[1]);
      double lift = fabs (slope) * size.width / 2 + 3;

      if (try_place (self, kind, layout, x - size.width / 2, y - lift - size.height)
          || try_place (self, kind, layout, x - size.width / 2, y + lift))
        return;
    }
}

/* right of the day the goal is due; else to the left of it, where there is room */
static void
add_at_due (PzChart            *self,
            const PzChartStyle *style,
            PzChartLabelKind    kind,
            const char         *text,
            double              value)
{
  g_autoptr(PangoLayout) layout = pz_chart_labels_make (style, text, TRUE);
  PzChartRect size = get_size (layout);
  double x = pz_chart_get_x (self, self->input->due);
  double y = CLAMP (pz_chart_get_y (self, value), self->plot.y, self->plot.y + self->plot.height) - size.height / 2;

  for (guint i = 0; i < 10; i++)
    {
      double shift = (i % 2 == 0 ? -1.0 : 1.0) * ((i + 1) / 2) * size.height * 0.55;
      double at = CLAMP (y + shift, self->plot.y, self->plot.y + self->plot.height - size.height);

      if (try_place (self, kind, layout, x + 14, at))
        return;
    }
  for (guint i = 1; i < 8; i++)
    {
      double shift = (i % 2 == 0 ? 1.0 : -1.0) * ((i + 1) / 2) * size.height;

      if (try_place (self, kind, layout, x - size.width - 2, y + shift))
        return;
    }
}

/**
 * pz_chart_labels_add_lines:
 * @self: a picture in which everything else has its place
 * @style: font
 *
 * Writes what the lines are, each where there is room for it; without room it is left to the legend.
 */
void
pz_chart_labels_add_lines (PzChart            *self,
                           const PzChartStyle *style)
{
  const PzChartInput *input = self->input;

  if (input->due >= self->first && input->due <= self->last)
    {
      if (input->texts[PZ_CHART_TEXT_TARGET] != NULL && isfinite (input->target))
        add_at_due (self, style, PZ_CHART_LABEL_TARGET, input->texts[PZ_CHART_TEXT_TARGET], input->target);
      if (input->texts[PZ_CHART_TEXT_FORECAST] != NULL && pz_chart_input_has_forecast (input))
        add_at_due (self, style, PZ_CHART_LABEL_FORECAST, input->texts[PZ_CHART_TEXT_FORECAST],
                    pz_chart_input_get_forecast (input));
    }
  if (input->texts[PZ_CHART_TEXT_EARLY] != NULL && input->trend == PZ_CHART_TREND_EARLY)
    {
      guint32 from = g_array_index (input->medians, PzChartValue, 0).day;
      guint32 to = g_array_index (input->medians, PzChartValue, input->medians->len - 1).day;
      const double line[] = { pz_chart_get_x (self, from), pz_chart_get_y (self, pz_chart_input_get_trend (input, from)),
                              pz_chart_get_x (self, to), pz_chart_get_y (self, pz_chart_input_get_trend (input, to)) };

      add_along (self, style, PZ_CHART_LABEL_EARLY, input->texts[PZ_CHART_TEXT_EARLY], line);
    }
  if (input->texts[PZ_CHART_TEXT_AIMLINE] != NULL && input->has_aimline)
    {
      const double line[] = { pz_chart_get_x (self, input->aimline.start), pz_chart_get_y (self, input->aimline.baseline),
                              pz_chart_get_x (self, input->aimline.due), pz_chart_get_y (self, input->aimline.target) };

      add_along (self, style, PZ_CHART_LABEL_AIMLINE, input->texts[PZ_CHART_TEXT_AIMLINE], line);
    }
}

/* ---- legend ---- */

static gboolean
is_needed (const PzChartInput *input,
           PzChartText         text)
{
  gboolean alone = FALSE, help = FALSE;

  for (guint i = 0; i < input->values->len; i++)
    {
      alone |= !g_array_index (input->values, PzChartValue, i).with_help;
      help |= g_array_index (input->values, PzChartValue, i).with_help;
    }
  switch (text)
    {
    case PZ_CHART_LEGEND_ALONE:
      return alone;
    case PZ_CHART_LEGEND_HELP:
      return help;
    case PZ_CHART_LEGEND_TREND:
      return input->trend != PZ_CHART_TREND_NONE;
    case PZ_CHART_LEGEND_AIMLINE:
      return input->has_aimline;
    case PZ_CHART_LEGEND_TARGET:
      return isfinite (input->target);
    default:
      return input->phases->len > 0;
    }
}

/* a shape and its name; a name that needs more than a line has as many as it needs */
static PzChartLabel
make_item (PzChart            *self,
           const PzChartStyle *style,
           PzChartText         text)
{
  PzChartLabel label = { .kind = PZ_CHART_LABEL_LEGEND, .text = text };
  double room = MAX (self->width - MARK_WIDTH - MARK_GAP, 1);

  label.layout = pz_chart_labels_make (style, self->input->texts[text], FALSE);
  if (get_size (label.layout).width > room)
    {
      pango_layout_set_single_paragraph_mode (label.layout, FALSE);
      pango_layout_set_wrap (label.layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (label.layout, (int) (room * PANGO_SCALE));
    }
  label.rect = get_size (label.layout);
  return label;
}

/**
 * pz_chart_labels_add_legend:
 * @self: a picture with a width
 * @style: font
 * @y: upper edge of the legend
 *
 * Puts shapes and their names one after the other, in as many lines as they need.
 *
 * Returns: its height; 0 without any
 */
double
pz_chart_labels_add_legend (PzChart            *self,
                            const PzChartStyle *style,
                            double              y)
{
  double x = 0, top = y, line = 0;

  for (guint text = PZ_CHART_LEGEND_ALONE; text < PZ_N_CHART_TEXTS; text++)
    {
      PzChartLabel label;

      if (self->input->texts[text] == NULL || !is_needed (self->input, text))
        continue;
      label = make_item (self, style, text);
      if (x > 0 && x + MARK_WIDTH + MARK_GAP + label.rect.width > self->width)
        {
          x = 0;
          top += line;
          line = 0;
        }
      label.mark = (PzChartRect) { x, top, MARK_WIDTH, self->line_height };
      label.rect.x = x + MARK_WIDTH + MARK_GAP;
      label.rect.y = top;
      x = label.rect.x + label.rect.width + ITEM_GAP;
      line = MAX (line, label.rect.height + 2);
      g_array_append_val (self->labels, label);
    }
  return top + line - y;
}
