/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-share-chart.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH 400.0
#define HEIGHT 160.0

static const double values[] = { 0, 0.25, NAN, 1 };
static const double beside[] = { 0.5, 0.5, 0.5, 0.5 };

static PzShareChart *
make (gboolean right_to_left,
      double   width,
      guint    n)
{
  const PzShareInput input = { values, beside, n, "Monday, 31 August", "Monday, 23 November" };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  PzShareChart *chart;

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  chart = pz_share_chart_new (&input, context, width, HEIGHT);
  pango_font_description_free (font);
  g_object_unref (context);
  return chart;
}

static void
test_shares_stand_by_value_and_time (void)
{
  g_autoptr(PzShareChart) chart = make (FALSE, WIDTH, 4);

  g_assert_cmpfloat (chart->ticks[0], >, chart->ticks[1]); /* 100 % is at the top */
  g_assert_cmpfloat (chart->ticks[1], >, chart->ticks[2]);
  g_assert_cmpfloat_with_epsilon (chart->values[0].x, chart->left, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->values[3].x, chart->right, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->values[0].y, chart->ticks[0], 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->values[1].y, (3 * chart->ticks[0] + chart->ticks[2]) / 4, 1e-9);
  g_assert_true (isnan (chart->values[2].y));
  g_assert_cmpfloat_with_epsilon (chart->values[3].y, chart->ticks[2], 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->beside[2].y, chart->ticks[1], 1e-9);
}

static void
test_right_to_left_is_mirrored (void)
{
  g_autoptr(PzShareChart) left = make (FALSE, WIDTH, 4);
  g_autoptr(PzShareChart) right = make (TRUE, WIDTH, 4);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (right->values[i].x, WIDTH - left->values[i].x, 0.5);
}

static void
test_finds_the_nearest (void)
{
  g_autoptr(PzShareChart) chart = make (FALSE, WIDTH, 4);

  g_assert_cmpuint (pz_share_chart_find (chart, -100), ==, 0);
  g_assert_cmpuint (pz_share_chart_find (chart, chart->values[2].x + 3), ==, 2);
  g_assert_cmpuint (pz_share_chart_find (chart, 1000), ==, 3);
}

static gboolean
has_ink (cairo_surface_t *surface,
         double           x,
         double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint32 *row = (const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface));

  return row[(int) x] != 0;
}

static void
draw (const PzShareChart *chart,
      cairo_surface_t    *surface,
      guint               chosen)
{
  const PzShareColors colors = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { 0, 0, 0, 1 }, { 0.5, 0.5, 0.5, 1 } };
  cairo_t *cr = cairo_create (surface);

  pz_share_chart_draw (chart, cr, chosen, &colors);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static void
test_draws_what_there_is (void)
{
  g_autoptr(PzShareChart) chart = make (FALSE, WIDTH, 4);
  cairo_surface_t *plain = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) WIDTH, (int) HEIGHT);
  cairo_surface_t *marked = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) WIDTH, (int) HEIGHT);

  draw (chart, plain, PZ_SHARE_NONE);
  draw (chart, marked, 1);
  g_assert_true (has_ink (plain, chart->values[1].x, chart->values[1].y));
  g_assert_false (has_ink (plain, chart->values[1].x, chart->values[1].y + 4.5));
  g_assert_true (has_ink (marked, chart->values[1].x, chart->values[1].y + 4.5));
  /* between the second and the fourth there is a gap */
  g_assert_false (has_ink (plain, (chart->values[2].x + chart->values[3].x) / 2, chart->ticks[2] + 20));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
}

/* whatever is written stays inside, also in a narrow window and for one share */
static void
test_texts_stay_inside (void)
{
  for (double width = 120; width <= 600; width += 60)
    for (guint n = 1; n <= 4; n++)
      for (guint rtl = 0; rtl < 2; rtl++)
        {
          g_autoptr(PzShareChart) chart = make (rtl, width, n);

          for (guint i = 0; i < chart->texts->len; i++)
            {
              const PzShareText *text = &g_array_index (chart->texts, PzShareText, i);
              PangoRectangle rect;

              pango_layout_get_extents (text->layout, NULL, &rect);
              g_assert_cmpfloat (text->x, >=, -0.01);
              g_assert_cmpfloat (text->x + (double) rect.width / PANGO_SCALE, <=, width + 1);
              g_assert_cmpfloat (text->y + (double) rect.height / PANGO_SCALE, <=, HEIGHT + 1);
            }
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/share-chart/shares-stand-by-value-and-time", test_shares_stand_by_value_and_time);
  g_test_add_func ("/report/share-chart/right-to-left-is-mirrored", test_right_to_left_is_mirrored);
  g_test_add_func ("/report/share-chart/finds-the-nearest", test_finds_the_nearest);
  g_test_add_func ("/report/share-chart/draws-what-there-is", test_draws_what_there_is);
  g_test_add_func ("/report/share-chart/texts-stay-inside", test_texts_stay_inside);
  return g_test_run ();
}
