/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-heat-map.h"

#include <math.h>

/* A cell is so high and at least so wide in lines of text, and so far are its edges from the next one, px. */
#define CELL_LINES 1.1
#define LEAST_LINES 0.9
#define CELL_GAP 2
#define NAME_GAP 6
/* Names are no wider than so many cells: the whole stands in the label of the pair. Those behind the rows say less. */
#define NAME_CELLS 6
#define TAIL_CELLS 3
#define RADIUS 3
#define SMALL 0.85 /* of the size of the text */

static PangoLayout *
make_layout (PangoContext *context,
             const char   *text,
             double        width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * SMALL);
  else
    pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * SMALL));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static double
measure_names (PangoContext       *context,
               const char * const *names,
               guint               n,
               double              most)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PangoLayout) layout = make_layout (context, names[i], most);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/**
 * pz_heat_map_lay_out:
 * @self: (out caller-allocates): where everything stands
 * @n: learners
 * @names: (array length=n): what stands before the rows
 * @context: the text that is drawn with
 * @room: px there are for all of it; cells get narrower down to a least width. 0: as wide as they like
 * @right_to_left: whether rows begin at the right
 */
void
pz_heat_map_lay_out (PzHeatMap          *self,
                     guint               n,
                     const char * const *names,
                     PangoContext       *context,
                     double              room,
                     gboolean            right_to_left)
{
  PangoFontMetrics *metrics;
  double height;

  g_return_if_fail (self != NULL && (n == 0 || names != NULL) && PANGO_IS_CONTEXT (context));

  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->n = n;
  height = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  self->cell = self->line = ceil (CELL_LINES * height);
  self->names = ceil (measure_names (context, names, n, NAME_CELLS * self->line)) + NAME_GAP;
  self->tail = MIN (self->names, TAIL_CELLS * self->line) + NAME_GAP;
  if (room > 0 && n > 0)
    self->cell = CLAMP (floor ((room - self->names - self->tail) / n), ceil (LEAST_LINES * height), self->line);
  self->width = self->names + n * self->cell + self->tail;
  self->height = n * self->line;
  self->right_to_left = right_to_left;
}

/**
 * pz_heat_map_get_cell:
 * @self: where everything stands
 * @row: a learner
 * @column: another one, less than @row; @row itself: where the name behind the row begins
 * @box: (out caller-allocates): the cell
 */
void
pz_heat_map_get_cell (const PzHeatMap *self,
                      guint            row,
                      guint            column,
                      PzHeatBox       *box)
{
  double x;

  g_return_if_fail (self != NULL && row < self->n && column <= row && box != NULL);

  x = self->names + column * self->cell;
  box->x = self->right_to_left ? self->width - x - self->cell : x;
  box->y = row * self->line;
  box->width = self->cell;
  box->height = self->line;
}

/**
 * pz_heat_map_find:
 * @self: where everything stands
 * @x: px from the left
 * @y: px from the top
 * @row: (out): the learner of the row
 * @column: (out): the other learner
 *
 * Returns: whether there is a cell; both are unchanged when there is none
 */
gboolean
pz_heat_map_find (const PzHeatMap *self,
                  double           x,
                  double           y,
                  guint           *row,
                  guint           *column)
{
  double along;

  g_return_val_if_fail (self != NULL && row != NULL && column != NULL, FALSE);

  along = (self->right_to_left ? self->width - x : x) - self->names;
  if (along < 0 || y < 0 || y >= self->height || floor (along / self->cell) >= floor (y / self->line))
    return FALSE;
  *row = (guint) (y / self->line);
  *column = (guint) (along / self->cell);
  return TRUE;
}

/**
 * pz_heat_map_get_step:
 * @times: how often
 *
 * Returns: the step of colour, from 1; 0: never
 */
guint
pz_heat_map_get_step (guint times)
{
  return MIN (times, PZ_HEAT_STEPS);
}

static void
set_color (cairo_t            *cr,
           const PzSparkColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
add_box (cairo_t         *cr,
         const PzHeatBox *box,
         double           inset)
{
  double x = box->x + inset, y = box->y + inset, right = box->x + box->width - inset, bottom = box->y + box->height - inset;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - RADIUS, y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* align: 0 at the left of the box, 0.5 in the middle, 1 at the right */
static void
draw_text (cairo_t         *cr,
           PangoContext    *context,
           const char      *text,
           const PzHeatBox *box,
           double           align)
{
  g_autoptr(PangoLayout) layout = make_layout (context, text, box->width);
  PangoRectangle text_box;

  /* text that runs to the left stands at the right of its layout */
  pango_layout_get_pixel_extents (layout, NULL, &text_box);
  cairo_move_to (cr, box->x + (box->width - text_box.width) * align - text_box.x,
                 box->y + (box->height - text_box.height) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cell (const PzHeatMap    *self,
           cairo_t            *cr,
           PangoContext       *context,
           const PzHeatBox    *box,
           guint               times,
           const PzHeatColors *colors)
{
  guint step = pz_heat_map_get_step (times);
  g_autofree char *digits = g_strdup_printf ("%u", times);

  if (step == 0)
    {
      set_color (cr, &colors->dim);
      cairo_arc (cr, box->x + box->width / 2, box->y + box->height / 2, 1, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  set_color (cr, &colors->steps[step - 1]);
  add_box (cr, box, CELL_GAP / 2.0);
  cairo_fill (cr);
  set_color (cr, step <= 2 ? &colors->low : &colors->high);
  draw_text (cr, context, digits, box, 0.5);
}

static void
draw_names (const PzHeatMap     *self,
            cairo_t             *cr,
            PangoContext        *context,
            const PzHeatPicture *picture,
            const PzHeatColors  *colors,
            guint                row)
{
  PzHeatBox box;
  gboolean chosen = picture->row > 0 && (row == picture->row || row == picture->column);
  double room = self->names - NAME_GAP;

  set_color (cr, chosen ? &colors->mark : &colors->text);
  box = (PzHeatBox) { self->right_to_left ? self->width - room : 0, row * self->line, room, self->line };
  draw_text (cr, context, picture->names[row], &box, self->right_to_left ? 0 : 1);
  set_color (cr, chosen ? &colors->mark : &colors->dim);
  pz_heat_map_get_cell (self, row, row, &box);
  room = self->tail - NAME_GAP;
  box.x = self->right_to_left ? box.x + box.width - NAME_GAP - room : box.x + NAME_GAP;
  box.width = room;
  draw_text (cr, context, picture->names[row], &box, self->right_to_left ? 1 : 0);
}

/* the row and the column of the chosen pair, and the pair */
static void
draw_mark (const PzHeatMap     *self,
           cairo_t             *cr,
           const PzHeatPicture *picture,
           const PzHeatColors  *colors)
{
  PzHeatBox first, cell, last;

  if (picture->row == 0 || picture->row >= self->n || picture->column >= picture->row)
    return;
  pz_heat_map_get_cell (self, picture->row, 0, &first);
  pz_heat_map_get_cell (self, picture->row, picture->row - 1, &last);
  pz_heat_map_get_cell (self, picture->row, picture->column, &cell);
  set_color (cr, &colors->mark);
  cairo_set_line_width (cr, 1);
  add_box (cr, &(PzHeatBox) { MIN (first.x, last.x), first.y, picture->row * self->cell, self->line }, 0.5);
  if (picture->column + 1 < self->n)
    add_box (cr, &(PzHeatBox) { cell.x, (picture->column + 1) * self->line, self->cell,
                                (self->n - picture->column - 1) * self->line }, 0.5);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 2);
  add_box (cr, &cell, 1);
  cairo_stroke (cr);
}

/**
 * pz_heat_map_draw:
 * @self: where everything stands
 * @cr: to draw on
 * @context: the text, the one it was laid out with
 * @picture: what to draw
 * @colors: with which colours
 */
void
pz_heat_map_draw (const PzHeatMap     *self,
                  cairo_t             *cr,
                  PangoContext        *context,
                  const PzHeatPicture *picture,
                  const PzHeatColors  *colors)
{
  g_return_if_fail (self != NULL && cr != NULL && picture != NULL && colors != NULL);

  for (guint row = 0; row < self->n; row++)
    {
      draw_names (self, cr, context, picture, colors, row);
      for (guint column = 0; column < row; column++)
        {
          PzHeatBox box;

          pz_heat_map_get_cell (self, row, column, &box);
          draw_cell (self, cr, context, &box, picture->times[row * self->n + column], colors);
        }
    }
  draw_mark (self, cr, picture, colors);
}
