/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-share-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* px */
#define GAP 6
#define DOT_RADIUS 2.5
#define CHOSEN_RADIUS 5
#define LINE_WIDTH 2
#define BESIDE_WIDTH 1.5
#define LETTERS 0.75 /* of the size around the chart */

static const double shares[PZ_SHARE_TICKS] = { 0, 0.5, 1 };

static void
clear_text (gpointer text)
{
  g_object_unref (((PzShareText *) text)->layout);
}

static PangoLayout *
make_layout (PangoContext *context,
             const char   *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_size (font, (int) (LETTERS * pango_font_description_get_size (font)));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  *width = (double) rect.width / PANGO_SCALE;
  *height = (double) rect.height / PANGO_SCALE;
}

static char *
dup_percent (double share)
{
  /* Translators: a share of a chart, in percent */
  return g_strdup_printf (C_("chart", "%.0f %%"), 100 * share);
}

/* Returns: how wide the widest is; layouts: (transfer full), of the ticks */
static double
make_ticks (PangoContext *context,
            PangoLayout **layouts,
            double       *height)
{
  double widest = 0;

  for (guint i = 0; i < PZ_SHARE_TICKS; i++)
    {
      g_autofree char *text = dup_percent (shares[i]);
      double width;

      layouts[i] = make_layout (context, text);
      get_size (layouts[i], &width, height);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
add_text (PzShareChart *self,
          PangoLayout  *layout,
          double        x,
          double        y)
{
  PzShareText text = { layout, x, y };

  g_array_append_val (self->texts, text);
}

static void
place (const PzShareChart *self,
       const double       *values,
       PzSharePlace       *places,
       gboolean            right_to_left)
{
  for (guint i = 0; i < self->n; i++)
    {
      double part = self->n > 1 ? (double) i / (self->n - 1) : 0.5;

      places[i].x = self->left + (right_to_left ? 1 - part : part) * (self->right - self->left);
      places[i].y = isnan (values[i]) ? (double) NAN
                                      : self->ticks[0] + CLAMP (values[i], 0, 1) * (self->ticks[2] - self->ticks[0]);
    }
}

/* what is written below the lines: both where there is room, else the last */
static void
add_times (PzShareChart       *self,
           PangoContext       *context,
           const PzShareInput *input,
           gboolean            right_to_left)
{
  PangoLayout *first = make_layout (context, input->first), *last = make_layout (context, input->last);
  double first_width, last_width, height, room = self->right - self->left;

  get_size (first, &first_width, &height);
  get_size (last, &last_width, &height);
  if (self->n > 1 && first_width + last_width + GAP <= room)
    add_text (self, first, right_to_left ? self->right - first_width : self->left, self->height - height);
  else
    g_object_unref (first);
  if (last_width > room)
    {
      pango_layout_set_width (last, (int) (MAX (room, 1) * PANGO_SCALE));
      pango_layout_set_ellipsize (last, PANGO_ELLIPSIZE_END);
      last_width = room;
    }
  add_text (self, last, right_to_left ? self->left : self->right - last_width, self->height - height);
}

/**
 * pz_share_chart_new:
 * @input: what to show, at least one share
 * @context: font and direction of what is written
 * @width: px
 * @height: px
 *
 * Returns: (transfer full): where everything stands
 */
PzShareChart *
pz_share_chart_new (const PzShareInput *input,
                    PangoContext       *context,
                    double              width,
                    double              height)
{
  PangoLayout *ticks[PZ_SHARE_TICKS];
  gboolean right_to_left;
  double letters, names;
  PzShareChart *self;

  g_return_val_if_fail (input != NULL && input->n > 0 && PANGO_IS_CONTEXT (context), NULL);

  right_to_left = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  self = g_new0 (PzShareChart, 1);
  self->width = width;
  self->height = height;
  self->n = input->n;
  self->texts = g_array_new (FALSE, FALSE, sizeof (PzShareText));
  g_array_set_clear_func (self->texts, clear_text);
  names = make_ticks (context, ticks, &letters) + GAP;
  self->left = MIN (right_to_left ? CHOSEN_RADIUS : names, width);
  self->right = MAX (right_to_left ? width - names : width - CHOSEN_RADIUS, self->left);
  for (guint i = 0; i < PZ_SHARE_TICKS; i++)
    {
      double tick_width;

      get_size (ticks[i], &tick_width, &letters);
      self->ticks[i] = letters / 2 + (1 - shares[i]) * MAX (height - 2 * letters - GAP, 0);
      add_text (self, ticks[i], right_to_left ? width - tick_width : names - GAP - tick_width, self->ticks[i] - letters / 2);
    }
  self->values = g_new (PzSharePlace, self->n);
  self->beside = g_new (PzSharePlace, self->n);
  place (self, input->values, self->values, right_to_left);
  place (self, input->beside, self->beside, right_to_left);
  add_times (self, context, input, right_to_left);
  return self;
}

/**
 * pz_share_chart_free:
 * @self: (transfer full): a chart
 */
void
pz_share_chart_free (PzShareChart *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->values);
  g_free (self->beside);
  g_array_unref (self->texts);
  g_free (self);
}

/**
 * pz_share_chart_find:
 * @self: a chart
 * @x: px from its left edge
 *
 * Returns: the share that stands nearest
 */
guint
pz_share_chart_find (const PzShareChart *self,
                     double              x)
{
  guint nearest = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 1; i < self->n; i++)
    if (fabs (self->values[i].x - x) < fabs (self->values[nearest].x - x))
      nearest = i;
  return nearest;
}

static void
set_color (cairo_t            *cr,
           const PzSparkColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* a gap where there is no share */
static void
draw_line (const PzShareChart *self,
           cairo_t            *cr,
           const PzSharePlace *places)
{
  gboolean open = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < self->n; i++)
    {
      if (isnan (places[i].y))
        open = FALSE;
      else if (open)
        cairo_line_to (cr, places[i].x, places[i].y);
      else
        {
          cairo_move_to (cr, places[i].x, places[i].y);
          open = TRUE;
        }
    }
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t            *cr,
          const PzSharePlace *place,
          double              radius)
{
  if (isnan (place->y))
    return;
  cairo_new_path (cr);
  cairo_arc (cr, place->x, place->y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_frame (const PzShareChart  *self,
            cairo_t             *cr,
            const PzShareColors *colors)
{
  set_color (cr, &colors->grid);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < PZ_SHARE_TICKS; i++)
    {
      cairo_move_to (cr, self->left, floor (self->ticks[i]) + 0.5);
      cairo_line_to (cr, self->right, floor (self->ticks[i]) + 0.5);
    }
  cairo_stroke (cr);
  set_color (cr, &colors->text);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PzShareText *text = &g_array_index (self->texts, PzShareText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
}

/**
 * pz_share_chart_draw:
 * @self: a chart
 * @cr: draws from its origin on
 * @chosen: a share that is marked; %PZ_SHARE_NONE for none
 * @colors: of everything
 *
 * What is compared with is dashed, so that both lines are told apart without colours, too.
 */
void
pz_share_chart_draw (const PzShareChart  *self,
                     cairo_t             *cr,
                     guint                chosen,
                     const PzShareColors *colors)
{
  const double dashes[] = { 4, 4 };

  g_return_if_fail (self != NULL && cr != NULL && colors != NULL);

  cairo_save (cr);
  draw_frame (self, cr, colors);
  set_color (cr, &colors->beside);
  cairo_set_line_width (cr, BESIDE_WIDTH);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_line (self, cr, self->beside);
  cairo_set_dash (cr, NULL, 0, 0);
  set_color (cr, &colors->line);
  cairo_set_line_width (cr, LINE_WIDTH);
  draw_line (self, cr, self->values);
  for (guint i = 0; i < self->n; i++)
    draw_dot (cr, &self->values[i], DOT_RADIUS);
  if (chosen < self->n)
    {
      set_color (cr, &colors->text);
      draw_dot (cr, &self->values[chosen], CHOSEN_RADIUS);
    }
  cairo_restore (cr);
}
