/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"
#include "pz-chart-draw.h"

#include <math.h>

#define WIDTH 660
#define HEIGHT 360

static const PzChartColors colors = {
  .ground = { 1, 1, 1, 1 }, .text = { 0, 0, 0, 1 }, .dim = { 0, 1, 0, 1 }, .grid = { 0.5, 0.5, 0.5, 1 }, .series = { 0, 0, 1, 1 },
};

static cairo_surface_t *
draw (const PzChartInput *input,
      PzChart           **chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PzChartStyle style;

  chart_fixture_get_style (&style, 11, FALSE);
  *chart = pz_chart_new (input, &style, WIDTH, HEIGHT);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  pz_chart_draw (*chart, cr, &colors);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* 0xRRGGBB */
static guint32
look_at (cairo_surface_t *surface,
         double           x,
         double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (const void *) (data + lround (floor (y)) * cairo_image_surface_get_stride (surface)
                                            + 4 * lround (floor (x)))
         & 0xffffff;
}

static void
test_dots_are_full_and_help_is_a_ring (void)
{
  const double values[] = { 20, 70 };
  g_autoptr(PzChartInput) input = chart_fixture_make (values, 2);
  g_autoptr(PzChart) chart = NULL;
  cairo_surface_t *surface = draw (input, &chart);

  g_assert_cmphex (look_at (surface, chart->places[0].x, chart->places[0].y), ==, 0x0000ff);
  g_assert_cmphex (look_at (surface, chart->places[1].x, chart->places[1].y), ==, 0xffffff);
  g_assert_cmphex (look_at (surface, chart->places[1].x + 4, chart->places[1].y), ==, 0x0000ff);
  cairo_surface_destroy (surface);
}

/* how many pixels of a column of the plot have the colour of the measurements, more or less */
static guint
count_blue (cairo_surface_t *surface,
            const PzChart   *chart,
            double           x)
{
  guint n = 0;

  for (double y = chart->plot.y; y < chart->plot.y + chart->plot.height; y++)
    {
      guint32 pixel = look_at (surface, x, y);

      n += (pixel & 0xff) > ((pixel >> 16) & 0xff) + 20;
    }
  return n;
}

static void
test_no_line_is_drawn_across_a_phase (void)
{
  const double values[] = { 20, 70 };
  g_autoptr(PzChartInput) joined = chart_fixture_make (values, 2);
  g_autoptr(PzChartInput) parted = chart_fixture_make (values, 2);
  g_autoptr(PzChart) one = NULL;
  g_autoptr(PzChart) other = NULL;
  cairo_surface_t *with_line, *without;
  double x;

  pz_chart_input_add_phase (parted, chart_fixture_day (CHART_START) + 7, "Cards");
  with_line = draw (joined, &one);
  without = draw (parted, &other);
  x = (one->places[0].x + one->places[1].x) / 2;
  g_assert_cmpuint (count_blue (with_line, one, x), >, 0);
  g_assert_cmpuint (count_blue (without, other, x), ==, 0);
  cairo_surface_destroy (with_line);
  cairo_surface_destroy (without);
}

static void
test_the_interval_reaches_to_the_day_it_is_due (void)
{
  g_autoptr(PzChartInput) full = chart_fixture_make (NULL, 12);
  g_autoptr(PzChartInput) early = chart_fixture_make (NULL, 5);
  g_autoptr(PzChart) one = NULL;
  g_autoptr(PzChart) other = NULL;
  cairo_surface_t *with_band = draw (full, &one), *without = draw (early, &other);
  double x = pz_chart_get_x (one, full->due - 3);

  g_assert_cmpuint (count_blue (with_band, one, x), >, 10);
  g_assert_cmpuint (count_blue (without, other, pz_chart_get_x (other, early->due - 3)), ==, 0);
  cairo_surface_destroy (with_band);
  cairo_surface_destroy (without);
}

static void
test_a_goal_without_anything_is_drawn (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 0);
  g_autoptr(PzChart) chart = NULL;
  cairo_surface_t *surface;

  input->has_aimline = FALSE;
  input->target = NAN;
  input->due = 0;
  input->minimum = input->maximum = NAN;
  surface = draw (input, &chart);
  g_assert_cmpfloat (chart->scale.high, >, chart->scale.low);
  g_assert_cmpuint (chart->last, >, chart->first);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/report/chart-draw/" path, function)
  ADD ("dots-are-full-and-help-is-a-ring", test_dots_are_full_and_help_is_a_ring);
  ADD ("no-line-is-drawn-across-a-phase", test_no_line_is_drawn_across_a_phase);
  ADD ("the-interval-reaches-to-the-day-it-is-due", test_the_interval_reaches_to_the_day_it_is_due);
  ADD ("a-goal-without-anything-is-drawn", test_a_goal_without_anything_is_drawn);
#undef ADD
  return g_test_run ();
}
