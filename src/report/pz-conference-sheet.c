/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-sheet.h"

#include "pz-chart-draw.h"
#include "pz-sheet-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* All in points. */
#define GAP 6
#define COLUMN_GAP 18
#define ROW_GAP 10
#define NAME_SIZE 22
#define LINE_SIZE 9
#define FOOT_SIZE 8
#define CHART_SIZE 10.5 /* before the chart is made smaller as a whole */
#define LEAST_COLUMN 150
#define MOST_COLUMNS 3
#define GOOD_SHAPE 1.9     /* width of a cell against its height */

/* Tried one after the other; what does not fit with the last is shortened. */
static const double sizes[] = { 12, 11, 10, 9, 8.5 };

/* Read in black and white, too. */
static const PzChartColors ink = {
  .ground = { 1, 1, 1, 1 }, .text = { 0, 0, 0, 1 }, .dim = { 0.35, 0.35, 0.35, 1 }, .grid = { 0.82, 0.82, 0.82, 1 },
  .series = { 0.10, 0.37, 0.71, 1 },
};

/* How the goals are laid out. */
typedef struct
{
  guint n; /* goals */
  guint columns;
  guint rows;
  double width; /* of a cell */
  double top;
  double height; /* of all rows */
} Grid;

static void
clear_text (gpointer text)
{
  g_object_unref (((PzSheetText *) text)->layout);
}

static void
clear_chart (gpointer chart)
{
  pz_chart_free (((PzSheetChart *) chart)->chart);
}

static void
clear_cell (gpointer cell)
{
  pz_sheet_cell_clear (cell);
}

/* ---- head and foot ---- */

static double
add_text (PzConferenceSheet *self,
          PangoLayout       *layout,
          double             y)
{
  PzSheetText text = { layout, 0, y };

  g_array_append_val (self->texts, text);
  self->n_cut += pango_layout_is_ellipsized (layout);
  return y + pz_sheet_get_height (layout);
}

/* a name as long as anybody's has two lines, and never more than its part of a small page */
static double
add_head (PzConferenceSheet  *self,
          const PzConference *conference,
          const PzSheetFonts *fonts)
{
  double size = CLAMP (self->height / 20, 6, NAME_SIZE);
  PangoLayout *name = pz_sheet_make_text (fonts, conference->name, size, TRUE, self->width);
  PangoLayout *line = pz_sheet_make_text (fonts, conference->line, MIN (LINE_SIZE, size), FALSE, self->width);

  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (name, -2);
  pango_layout_set_ellipsize (line, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (line, -1);
  return add_text (self, line, add_text (self, name, 0)) + 2 * GAP;
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  g_autofree char *owned = sentence;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", owned);
}

/* what the shapes mean, and what is not on the page */
static PangoLayout *
make_foot (const PzSheetFonts *fonts,
           double              width,
           gboolean            has_charts,
           guint               n_cut,
           guint               n_without_chart,
           guint               n_left_out)
{
  g_autoptr(GString) text = g_string_new (has_charts ? C_("conference", "● alone, ○ with help, ◇ target, - - - aimline.") : "");

  if (n_left_out > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u goal had no room on this page.", "%u goals had no room on this page.",
                                                      n_left_out), n_left_out));
  if (n_without_chart > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u chart had no room on this page.",
                                                      "%u charts had no room on this page.", n_without_chart),
                                            n_without_chart));
  if (n_cut > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u text was too long for this page and ends in “…”.",
                                                      "%u texts were too long for this page and end in “…”.", n_cut),
                                            n_cut));
  return pz_sheet_make_text (fonts, text->str, FOOT_SIZE, FALSE, width);
}

static void
add_foot (PzConferenceSheet  *self,
          const PzSheetFonts *fonts)
{
  PangoLayout *foot = make_foot (fonts, self->width, self->charts->len > 0, self->n_cut, self->n_without_chart,
                                 self->n_left_out);

  add_text (self, foot, self->height - pz_sheet_get_height (foot));
}

/* as much as it may need: nothing fits, and everything is said of it */
static double
get_foot_height (const PzConferenceSheet *self,
                 const PzSheetFonts      *fonts,
                 gboolean                 has_charts,
                 guint                    n)
{
  g_autoptr(PangoLayout) foot = make_foot (fonts, self->width, has_charts, 3 * n, n, n);

  return pz_sheet_get_height (foot) + GAP;
}

/* ---- goals ---- */

static guint
choose_columns (guint  n,
                double width,
                double height)
{
  guint best = 1;
  double least = INFINITY;

  for (guint columns = 1; columns <= MIN (MOST_COLUMNS, n); columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double shape = (width / columns) / (height / rows), off = fabs (log (shape / GOOD_SHAPE));

      if (columns > 1 && (width - (columns - 1) * COLUMN_GAP) / columns < LEAST_COLUMN)
        break;
      if (off < least)
        {
          least = off;
          best = columns;
        }
    }
  return best;
}

static Grid
make_grid (const PzConferenceSheet *self,
           guint                    n,
           double                   top,
           double                   foot)
{
  Grid grid = { .n = n, .top = top, .height = MAX (self->height - top - foot, 0) };

  grid.columns = choose_columns (n, self->width, MAX (grid.height, 1));
  grid.rows = (n + grid.columns - 1) / grid.columns;
  grid.width = (self->width - (grid.columns - 1) * COLUMN_GAP) / grid.columns;
  return grid;
}

static GArray *
make_cells (const PzConference *conference,
            const PzSheetFonts *fonts,
            const Grid         *grid)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (PzSheetCell));

  g_array_set_clear_func (cells, clear_cell);
  g_array_set_size (cells, grid->n);
  for (guint i = 0; i < grid->n; i++)
    pz_sheet_cell_init (&g_array_index (cells, PzSheetCell, i), conference->goals->pdata[i], fonts, grid->width);
  return cells;
}

/* each row as high as its highest cell */
static double
get_row_height (GArray     *cells,
                const Grid *grid,
                guint       row)
{
  double height = 0;

  for (guint i = row * grid->columns; i < MIN ((row + 1) * grid->columns, grid->n); i++)
    height = MAX (height, pz_sheet_cell_get_height (&g_array_index (cells, PzSheetCell, i)));
  return height;
}

/* what is over when each row has what it needs; below 0: not enough */
static double
get_room (GArray     *cells,
          const Grid *grid)
{
  double room = grid->height - (grid->rows - 1) * ROW_GAP;

  for (guint row = 0; row < grid->rows; row++)
    room -= get_row_height (cells, grid, row);
  return room;
}

static void
place_cells (PzConferenceSheet *self,
             GArray            *cells,
             const Grid        *grid,
             gboolean           right_to_left)
{
  double more = MAX (get_room (cells, grid), 0) / grid->rows, y = grid->top;

  for (guint row = 0; row < grid->rows; row++)
    {
      double height = get_row_height (cells, grid, row) + more;

      for (guint i = row * grid->columns; i < MIN ((row + 1) * grid->columns, grid->n); i++)
        {
          double x = (i % grid->columns) * (grid->width + COLUMN_GAP);

          if (right_to_left)
            x = self->width - x - grid->width;
          pz_sheet_cell_place (&g_array_index (cells, PzSheetCell, i), self, x, y, height);
        }
      y += height + ROW_GAP;
    }
  self->n_shown = grid->n;
}

/* Returns: whether all of it fits without being shortened. */
static gboolean
place_whole (PzConferenceSheet  *self,
             const PzConference *conference,
             PzSheetFonts       *fonts,
             double              top,
             gboolean            right_to_left)
{
  g_autoptr(PangoLayout) foot = make_foot (fonts, self->width, TRUE, self->n_cut, 0, 0);
  const Grid grid = make_grid (self, conference->goals->len, top, pz_sheet_get_height (foot) + GAP);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GArray) cells = NULL;

      fonts->size = sizes[i];
      cells = make_cells (conference, fonts, &grid);
      if (get_room (cells, &grid) >= 0)
        {
          place_cells (self, cells, &grid, right_to_left);
          return TRUE;
        }
    }
  return FALSE;
}

/* Returns: whether the first n goals fit when they are shortened. */
static gboolean
place_shortened (PzConferenceSheet  *self,
                 const PzConference *conference,
                 const PzSheetFonts *fonts,
                 double              top,
                 guint               n,
                 gboolean            right_to_left)
{
  double foot = get_foot_height (self, fonts, TRUE, conference->goals->len);
  const Grid grid = make_grid (self, n, top, foot);
  g_autoptr(GArray) cells = make_cells (conference, fonts, &grid);
  double height = (grid.height - (grid.rows - 1) * ROW_GAP) / grid.rows;

  for (guint i = 0; i < n; i++)
    if (!pz_sheet_cell_shorten (&g_array_index (cells, PzSheetCell, i), height))
      return FALSE;
  place_cells (self, cells, &grid, right_to_left);
  return TRUE;
}

static void
place_goals (PzConferenceSheet  *self,
             const PzConference *conference,
             PzSheetFonts       *fonts,
             double              top)
{
  gboolean right_to_left = pango_context_get_base_dir (fonts->texts) == PANGO_DIRECTION_RTL;
  guint n = conference->goals->len;

  if (n == 0)
    {
      add_text (self, pz_sheet_make_text (fonts, C_("conference", "No goal is being worked on now."), sizes[0], FALSE,
                                          self->width), top);
      return;
    }
  if (place_whole (self, conference, fonts, top, right_to_left))
    return;
  while (n > 0 && !place_shortened (self, conference, fonts, top, n, right_to_left))
    n--;
  self->n_left_out = conference->goals->len - n;
}

/**
 * pz_conference_sheet_new:
 * @conference: what to show; must outlive the sheet
 * @context: language and direction, and where the fonts are
 * @width: of the page without its margins, in points
 * @height: of the page
 *
 * Puts everything on one page: in columns, in smaller letters, at last shortened; what is left out is said at the foot.
 *
 * Returns: (transfer full): the page, laid out
 */
PzConferenceSheet *
pz_conference_sheet_new (const PzConference *conference,
                         PangoContext       *context,
                         double              width,
                         double              height)
{
  PzConferenceSheet *self;
  PzSheetFonts fonts = { .size = sizes[0] };
  double top;

  g_return_val_if_fail (conference != NULL && PANGO_IS_CONTEXT (context) && width > 0 && height > 0, NULL);

  self = g_new0 (PzConferenceSheet, 1);
  self->width = width;
  self->height = height;
  self->texts = g_array_new (FALSE, FALSE, sizeof (PzSheetText));
  self->charts = g_array_new (FALSE, FALSE, sizeof (PzSheetChart));
  self->rules = g_array_new (FALSE, FALSE, sizeof (PzSheetRule));
  g_array_set_clear_func (self->texts, clear_text);
  g_array_set_clear_func (self->charts, clear_chart);
  fonts.texts = pz_sheet_make_context (context, sizes[0]);
  fonts.charts = pz_sheet_make_context (context, CHART_SIZE);
  top = add_head (self, conference, &fonts);
  place_goals (self, conference, &fonts, top);
  add_foot (self, &fonts);
  g_object_unref (fonts.texts);
  g_object_unref (fonts.charts);
  return self;
}

/**
 * pz_conference_sheet_free:
 * @self: (transfer full): a page
 */
void
pz_conference_sheet_free (PzConferenceSheet *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->texts);
  g_array_unref (self->charts);
  g_array_unref (self->rules);
  g_free (self);
}

/**
 * pz_conference_sheet_draw:
 * @self: a page
 * @cr: draws from its origin on, in points
 */
void
pz_conference_sheet_draw (const PzConferenceSheet *self,
                          cairo_t                 *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PzSheetText *text = &g_array_index (self->texts, PzSheetText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  for (guint i = 0; i < self->charts->len; i++)
    {
      const PzSheetChart *chart = &g_array_index (self->charts, PzSheetChart, i);

      cairo_save (cr);
      cairo_translate (cr, chart->x, chart->y);
      cairo_scale (cr, PZ_SHEET_CHART_SCALE, PZ_SHEET_CHART_SCALE);
      pz_chart_draw (chart->chart, cr, &ink);
      cairo_restore (cr);
    }
  cairo_set_source_rgb (cr, ink.dim.red, ink.dim.green, ink.dim.blue);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const PzSheetRule *rule = &g_array_index (self->rules, PzSheetRule, i);

      cairo_move_to (cr, rule->x, rule->y);
      cairo_line_to (cr, rule->x + rule->width, rule->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
