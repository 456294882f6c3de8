/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-heat-map.h"

#define N 4

static const char *const names[] = { "Ana", "محمد", "Bartholomew Alexander Maximilian Jean-Baptiste", "O", NULL };
static const guint times[N * N] = { 0, 1, 2, 3, 1, 0, 0, 5, 2, 0, 0, 1, 3, 5, 1, 0 };

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");

  pango_context_set_font_description (context, font);
  return context;
}

static void
test_cells_fill_the_lower_triangle (void)
{
  g_autoptr(GObject) owner = G_OBJECT (make_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  PzHeatMap map, mirror;

  pz_heat_map_lay_out (&map, N, names, context, 0, FALSE);
  pz_heat_map_lay_out (&mirror, N, names, context, 0, TRUE);
  g_assert_cmpfloat (map.width, ==, map.names + N * map.cell + map.tail);
  g_assert_cmpfloat (map.height, ==, N * map.line);
  for (guint row = 1; row < N; row++)
    for (guint column = 0; column < row; column++)
      {
        PzHeatBox box, other;
        guint found_row = 99, found_column = 99;

        pz_heat_map_get_cell (&map, row, column, &box);
        pz_heat_map_get_cell (&mirror, row, column, &other);
        g_assert_cmpfloat_with_epsilon (box.x + box.width, map.width - other.x, 1e-9);
        g_assert_true (pz_heat_map_find (&map, box.x + 1, box.y + 1, &found_row, &found_column));
        g_assert_cmpuint (found_row, ==, row);
        g_assert_cmpuint (found_column, ==, column);
        g_assert_true (pz_heat_map_find (&mirror, other.x + 1, other.y + 1, &found_row, &found_column));
        g_assert_cmpuint (found_column, ==, column);
      }
}

static void
test_nothing_is_found_elsewhere (void)
{
  g_autoptr(GObject) owner = G_OBJECT (make_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  PzHeatMap map;
  PzHeatBox box;
  guint row = 99, column = 99;

  pz_heat_map_lay_out (&map, N, names, context, 0, FALSE);
  pz_heat_map_get_cell (&map, 2, 2, &box); /* the diagonal */
  g_assert_false (pz_heat_map_find (&map, box.x + 1, box.y + 1, &row, &column));
  g_assert_false (pz_heat_map_find (&map, 1, box.y + 1, &row, &column)); /* the names */
  g_assert_false (pz_heat_map_find (&map, map.names + 1, -1, &row, &column));
  g_assert_false (pz_heat_map_find (&map, map.names + 1, map.height + 1, &row, &column));
  g_assert_cmpuint (row, ==, 99);
}

static void
test_cells_get_narrower_but_not_too_narrow (void)
{
  g_autoptr(GObject) owner = G_OBJECT (make_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  PzHeatMap wide, some, none;

  pz_heat_map_lay_out (&wide, N, names, context, 0, FALSE);
  pz_heat_map_lay_out (&some, N, names, context, wide.width - N, FALSE);
  pz_heat_map_lay_out (&none, N, names, context, 1, FALSE);
  g_assert_cmpfloat (some.cell, <, wide.cell);
  g_assert_cmpfloat (some.line, ==, wide.line);
  g_assert_cmpfloat (none.cell, >=, wide.cell / 2);
  g_assert_cmpfloat (none.cell, <=, some.cell);
}

static void
test_steps (void)
{
  const guint steps[] = { 0, 1, 2, 3, 4, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpuint (pz_heat_map_get_step (i), ==, steps[i]);
  g_assert_cmpuint (pz_heat_map_get_step (1000), ==, PZ_HEAT_STEPS);
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *line = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[(int) x];
}

/* the ground of a cell has the colour of its step; a pair that never met has none */
static void
test_draws_what_is_counted (void)
{
  g_autoptr(GObject) owner = G_OBJECT (make_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  PzHeatColors colors = { .steps = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { 0, 0, 1, 1 }, { 1, 1, 0, 1 } } };
  PzHeatPicture picture = { times, names, 2, 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  PzHeatMap map;
  PzHeatBox once, never, often;

  pz_heat_map_lay_out (&map, N, names, context, 0, FALSE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) map.width + 1, (int) map.height + 1);
  cr = cairo_create (surface);
  pz_heat_map_draw (&map, cr, context, &picture, &colors);
  cairo_surface_flush (surface);
  pz_heat_map_get_cell (&map, 1, 0, &once);
  pz_heat_map_get_cell (&map, 2, 1, &never);
  pz_heat_map_get_cell (&map, 3, 1, &often);
  g_assert_cmphex (get_pixel (surface, once.x + once.width / 2, once.y + 3), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (surface, often.x + often.width / 2, often.y + 3), ==, 0xffffff00);
  g_assert_cmphex (get_pixel (surface, never.x + never.width / 2, never.y + 3), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_nobody (void)
{
  g_autoptr(GObject) owner = G_OBJECT (make_context ());
  PangoContext *context = PANGO_CONTEXT (owner);
  PzHeatMap map;
  guint row, column;

  pz_heat_map_lay_out (&map, 0, NULL, context, 100, FALSE);
  g_assert_cmpfloat (map.height, ==, 0);
  g_assert_false (pz_heat_map_find (&map, 50, 0, &row, &column));
}

#define ADD(path, function) g_test_add_func ("/report/heat-map/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cells-fill-the-lower-triangle", test_cells_fill_the_lower_triangle);
  ADD ("nothing-is-found-elsewhere", test_nothing_is_found_elsewhere);
  ADD ("cells-get-narrower-but-not-too-narrow", test_cells_get_narrower_but_not_too_narrow);
  ADD ("steps", test_steps);
  ADD ("draws-what-is-counted", test_draws_what_is_counted);
  ADD ("nobody", test_nobody);
  return g_test_run ();
}
