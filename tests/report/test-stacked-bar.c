/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-stacked-bar.h"

static void
test_parts_stand_in_a_row (void)
{
  const PzBarPart parts[] = { { 40, { 0 }, FALSE }, { 0, { 0 }, FALSE }, { 20, { 0 }, TRUE }, { 0.1, { 0 }, FALSE } };
  PzBarSpan spans[4], mirror[4];

  pz_stacked_bar_lay_out (parts, 4, 80, 160, FALSE, spans);
  pz_stacked_bar_lay_out (parts, 4, 80, 160, TRUE, mirror);
  g_assert_cmpfloat_with_epsilon (spans[0].x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (spans[0].width, 79, 1e-9); /* 40 of 80 in 160 px, and a gap */
  g_assert_cmpfloat_with_epsilon (spans[1].width, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (spans[2].x, 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (spans[2].width, 39, 1e-9);
  g_assert_cmpfloat_with_epsilon (spans[3].x, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (spans[3].width, 1, 1e-9); /* is not lost */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (spans[i].x + spans[i].width, 160 - mirror[i].x, 1e-9);
}

static void
test_nothing_at_all (void)
{
  const PzBarPart parts[] = { { 0, { 0 }, FALSE } };
  PzBarSpan spans[1];

  pz_stacked_bar_lay_out (parts, 1, 0, 160, FALSE, spans);
  g_assert_cmpfloat (spans[0].width, ==, 0);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x)
{
  const guint8 *line = cairo_image_surface_get_data (surface) + 5 * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[x];
}

static void
test_the_plan_is_pale (void)
{
  const PzBarPart parts[] = { { 1, { 1, 0, 0, 1 }, FALSE }, { 1, { 1, 0, 0, 1 }, TRUE } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 10);
  cairo_t *cr = cairo_create (surface);
  PzBarSpan spans[2];

  pz_stacked_bar_lay_out (parts, 2, 2, 40, FALSE, spans);
  pz_stacked_bar_draw (cr, parts, spans, 2, 10);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, 10), ==, 0xffff0000);
  g_assert_cmpuint (get_pixel (surface, 30) >> 24, <, 0x80);
  g_assert_cmpuint (get_pixel (surface, 30) >> 24, >, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define ADD(path, function) g_test_add_func ("/report/stacked-bar/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("parts-stand-in-a-row", test_parts_stand_in_a_row);
  ADD ("nothing-at-all", test_nothing_at_all);
  ADD ("the-plan-is-pale", test_the_plan_is_pale);
  return g_test_run ();
}
