/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"

#define WIDTH 660
#define HEIGHT 360
#define NEAR 1e-6

static PzChart *
make_chart (const PzChartInput *input,
            gboolean            right_to_left)
{
  PzChartStyle style;

  chart_fixture_get_style (&style, 11, right_to_left);
  return pz_chart_new (input, &style, WIDTH, HEIGHT);
}

static void
test_time_and_values_have_one_scale (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = make_chart (input, FALSE);

  g_assert_cmpuint (chart->n_places, ==, 12);
  for (guint i = 2; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (chart->places[i].x - chart->places[i - 1].x,
                                    chart->places[1].x - chart->places[0].x, NEAR);
  g_assert_cmpfloat_with_epsilon (chart->places[0].y, pz_chart_get_y (chart, 20), NEAR);
  g_assert_cmpfloat (chart->places[1].y, <, chart->places[0].y); /* more is higher */
  g_assert_true (chart->places[1].with_help);
  g_assert_false (chart->places[0].with_help);
}

static void
test_all_learners_of_a_measure_share_the_scale (void)
{
  const double low[] = { 10, 12, 11 }, high[] = { 70, 75, 77 };
  g_autoptr(PzChartInput) one = chart_fixture_make (low, 3);
  g_autoptr(PzChartInput) other = chart_fixture_make (high, 3);
  g_autoptr(PzChart) first = make_chart (one, FALSE);
  g_autoptr(PzChart) second = make_chart (other, FALSE);

  g_assert_cmpfloat (pz_chart_get_y (first, 50), ==, pz_chart_get_y (second, 50));
}

static void
test_time_runs_with_the_text (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = make_chart (input, FALSE);
  g_autoptr(PzChart) turned = make_chart (input, TRUE);

  g_assert_cmpfloat (chart->places[0].x, <, chart->places[11].x);
  for (guint i = 0; i < 12; i++)
    {
      g_assert_cmpfloat_with_epsilon (turned->places[i].x, WIDTH - chart->places[i].x, NEAR);
      g_assert_cmpfloat_with_epsilon (pz_chart_get_x (turned, chart_fixture_day (CHART_START) + 7 * i),
                                      turned->places[i].x, NEAR);
    }
  g_assert_cmpuint (turned->labels->len, ==, chart->labels->len);
  g_assert_cmpfloat (turned->plot.x + turned->plot.width, <, WIDTH); /* the numbers stand at the right */
}

static void
test_zoom_leaves_out_what_lies_before (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = NULL;

  input->first = chart_fixture_day (CHART_START) + 30;
  input->last = chart_fixture_day (CHART_START) + 60;
  chart = make_chart (input, FALSE);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (chart->places[i].shown, ==, 7 * i >= 30 && 7 * i <= 60);
}

static void
test_phases_are_lines_but_for_the_first (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = NULL;
  guint32 start = chart_fixture_day (CHART_START);

  pz_chart_input_add_phase (input, start - 50, "Long ago");
  pz_chart_input_add_phase (input, start - 3, "Guided reading");
  pz_chart_input_add_phase (input, start + 40, "Partner reading");
  pz_chart_input_add_phase (input, start + 400, "Not yet");
  chart = make_chart (input, FALSE);
  g_assert_cmpfloat (chart->marks[0].x, <, 0);
  g_assert_false (chart->marks[1].is_line);
  g_assert_cmpfloat (chart->marks[1].x, >, 0);
  g_assert_true (chart->marks[2].is_line);
  g_assert_cmpfloat_with_epsilon (chart->marks[2].x, pz_chart_get_x (chart, start + 40), NEAR);
  g_assert_false (chart->marks[3].is_line);
  g_assert_cmpfloat (chart->marks[3].x, <, 0);
}

/* levels are whole numbers: there is nothing to be read between two of them */
static void
test_lines_are_no_finer_than_the_measure (void)
{
  const double levels[] = { 1, 2, 2 };
  g_autoptr(PzChartInput) input = chart_fixture_make (levels, 3);
  g_autoptr(PzChart) chart = NULL;

  input->minimum = 0;
  input->maximum = 4;
  input->target = 3;
  input->aimline.baseline = 1;
  input->step = 1;
  chart = make_chart (input, FALSE);
  g_assert_cmpfloat_with_epsilon (chart->scale.step, 1, NEAR);
}

static void
test_height_grows_with_the_text (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  PzChartStyle style;
  double usual, large, narrow;

  chart_fixture_add_words (input);
  chart_fixture_get_style (&style, 11, FALSE);
  usual = pz_chart_get_height (input, &style, WIDTH);
  narrow = pz_chart_get_height (input, &style, 150);
  chart_fixture_get_style (&style, 22, FALSE);
  large = pz_chart_get_height (input, &style, WIDTH);
  g_assert_cmpfloat (large, >, 1.8 * usual);
  g_assert_cmpfloat (narrow, >, usual); /* the legend needs more lines */
}

static void
test_counts_what_lies_under_a_text (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = make_chart (input, FALSE);
  const PzChartPlace *first = &chart->places[0], *second = &chart->places[1];
  const PzChartRect both = { first->x - 1, second->y - 1, second->x - first->x + 2, first->y - second->y + 2 };
  const PzChartRect between = { first->x + 1, second->y - 1, second->x - first->x - 2, first->y - second->y + 2 };

  g_assert_cmpuint (pz_chart_count_places (chart, &both), ==, 2);
  g_assert_cmpuint (pz_chart_count_places (chart, &between), ==, 0);
  chart->places[1].shown = FALSE;
  g_assert_cmpuint (pz_chart_count_places (chart, &both), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/report/chart/" path, function)
  ADD ("time-and-values-have-one-scale", test_time_and_values_have_one_scale);
  ADD ("all-learners-of-a-measure-share-the-scale", test_all_learners_of_a_measure_share_the_scale);
  ADD ("time-runs-with-the-text", test_time_runs_with_the_text);
  ADD ("zoom-leaves-out-what-lies-before", test_zoom_leaves_out_what_lies_before);
  ADD ("phases-are-lines-but-for-the-first", test_phases_are_lines_but_for_the_first);
  ADD ("lines-are-no-finer-than-the-measure", test_lines_are_no_finer_than_the_measure);
  ADD ("height-grows-with-the-text", test_height_grows_with_the_text);
  ADD ("counts-what-lies-under-a-text", test_counts_what_lies_under_a_text);
#undef ADD
  return g_test_run ();
}
