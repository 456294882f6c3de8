/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"
#include "pz-chart-labels.h"

#include <string.h>

/* How somebody may look at a picture: size of the letters, width, direction. */
static const struct
{
  double points;
  double width;
  gboolean right_to_left;
} modes[] = {
  { 11, 660, FALSE }, { 11, 660, TRUE }, { 11, 310, FALSE }, { 11, 310, TRUE },
  { 22, 660, FALSE }, { 22, 310, FALSE }, { 22, 900, TRUE },
};

static PzChart *
make_chart (const PzChartInput *input,
            gsize               mode)
{
  PzChartStyle style;

  chart_fixture_get_style (&style, modes[mode].points, modes[mode].right_to_left);
  return pz_chart_new (input, &style, modes[mode].width, pz_chart_get_height (input, &style, modes[mode].width));
}

static void
assert_apart (const PzChart *chart)
{
  for (guint i = 0; i < chart->labels->len; i++)
    {
      const PzChartLabel *a = &g_array_index (chart->labels, PzChartLabel, i);

      g_test_message ("%s at %g %g, %g wide", pango_layout_get_text (a->layout), a->rect.x, a->rect.y, a->rect.width);
      g_assert_cmpfloat (a->rect.x, >=, -0.5);
      g_assert_cmpfloat (a->rect.x + a->rect.width, <=, chart->width + 0.5);
      g_assert_cmpfloat (a->rect.y, >=, -0.5);
      g_assert_cmpfloat (a->rect.y + a->rect.height, <=, chart->height + 0.5);
      for (guint k = 0; k < i; k++)
        {
          const PzChartLabel *b = &g_array_index (chart->labels, PzChartLabel, k);

          g_test_message ("beside %s", pango_layout_get_text (b->layout));
          g_assert_true (a->rect.x + a->rect.width <= b->rect.x || b->rect.x + b->rect.width <= a->rect.x
                         || a->rect.y + a->rect.height <= b->rect.y || b->rect.y + b->rect.height <= a->rect.y);
        }
    }
}

static guint
count (const PzChart    *chart,
       PzChartLabelKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < chart->labels->len; i++)
    n += g_array_index (chart->labels, PzChartLabel, i).kind == kind;
  return n;
}

static void
test_no_text_lies_over_another (void)
{
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    for (gsize n = 0; n <= 12; n += 4)
      {
        g_autoptr(PzChartInput) input = chart_fixture_make (NULL, n);
        g_autoptr(PzChart) chart = NULL;

        chart_fixture_add_words (input);
        chart = make_chart (input, mode);
        assert_apart (chart);
        g_assert_cmpuint (count (chart, PZ_CHART_LABEL_SCALE), >=, 2);
        g_assert_cmpuint (count (chart, PZ_CHART_LABEL_TIME), >=, 2);
      }
}

/* five changes within two weeks, each with a name nobody can write small */
static void
test_names_of_phases_make_room_for_each_other (void)
{
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
      g_autoptr(PzChart) chart = NULL;

      for (guint32 i = 0; i < 5; i++)
        pz_chart_input_add_phase (input, chart_fixture_day (CHART_START) + 30 + 3 * i, "Reading aloud with a partner");
      chart_fixture_add_words (input);
      chart = make_chart (input, mode);
      assert_apart (chart);
      g_assert_cmpuint (count (chart, PZ_CHART_LABEL_PHASE), >=, 2);
    }
}

static gboolean
is_crossed (const PzChart      *chart,
            const PzChartLabel *label)
{
  for (guint i = 0; i < chart->n_marks; i++)
    if (chart->marks[i].is_line && chart->marks[i].x > label->rect.x && chart->marks[i].x < label->rect.x + label->rect.width
        && chart->marks[i].top < label->rect.y + label->rect.height - 0.5)
      return TRUE;
  return FALSE;
}

static void
test_no_line_goes_through_the_name_of_a_phase (void)
{
  for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
      g_autoptr(PzChart) chart = NULL;

      for (guint32 i = 0; i < 6; i++)
        pz_chart_input_add_phase (input, chart_fixture_day (CHART_START) + 10 + 9 * i, "Reading with a partner");
      chart = make_chart (input, mode);
      for (guint i = 0; i < chart->labels->len; i++)
        if (g_array_index (chart->labels, PzChartLabel, i).kind == PZ_CHART_LABEL_PHASE)
          g_assert_false (is_crossed (chart, &g_array_index (chart->labels, PzChartLabel, i)));
    }
}

static void
test_texts_keep_off_the_points (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = NULL;

  chart_fixture_add_words (input);
  chart = make_chart (input, 0);
  for (guint i = 0; i < chart->labels->len; i++)
    {
      const PzChartLabel *label = &g_array_index (chart->labels, PzChartLabel, i);

      for (guint k = 0; k < chart->n_places; k++)
        g_assert_false (chart->places[k].x > label->rect.x && chart->places[k].x < label->rect.x + label->rect.width
                        && chart->places[k].y > label->rect.y && chart->places[k].y < label->rect.y + label->rect.height);
    }
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_TARGET), ==, 1);
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_FORECAST), ==, 1);
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_AIMLINE), ==, 1);
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_EARLY), ==, 0);
}

static const PzChartLabel *
find (const PzChart    *chart,
      PzChartLabelKind  kind)
{
  for (guint i = 0; i < chart->labels->len; i++)
    if (g_array_index (chart->labels, PzChartLabel, i).kind == kind)
      return &g_array_index (chart->labels, PzChartLabel, i);
  return NULL;
}

static void
test_target_and_forecast_stand_beside_their_places (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) chart = NULL;
  const PzChartLabel *target, *forecast;

  chart_fixture_add_words (input);
  input->target = pz_chart_input_get_forecast (input) + 1; /* nearly one place */
  chart = make_chart (input, 0);
  target = find (chart, PZ_CHART_LABEL_TARGET);
  forecast = find (chart, PZ_CHART_LABEL_FORECAST);
  g_assert_nonnull (target);
  g_assert_nonnull (forecast);
  g_assert_cmpfloat (ABS (target->rect.y + target->rect.height / 2 - pz_chart_get_y (chart, input->target)), <,
                     2 * chart->line_height);
  g_assert_cmpfloat (ABS (forecast->rect.y + forecast->rect.height / 2
                          - pz_chart_get_y (chart, pz_chart_input_get_forecast (input))), <, 2 * chart->line_height);
}

static void
test_a_line_of_few_points_is_marked (void)
{
  const double flat[] = { 20, 60, 20, 60, 20 };
  g_autoptr(PzChartInput) input = chart_fixture_make (flat, 5);
  g_autoptr(PzChart) chart = NULL;

  chart_fixture_add_words (input);
  chart = make_chart (input, 0);
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_EARLY), ==, 1);
  g_assert_cmpuint (count (chart, PZ_CHART_LABEL_FORECAST), ==, 0);
}

static void
test_legend_names_what_is_there (void)
{
  const double one[] = { 20 };
  g_autoptr(PzChartInput) few = chart_fixture_make (one, 1);
  g_autoptr(PzChartInput) many = chart_fixture_make (NULL, 12);
  g_autoptr(PzChart) small = NULL;
  g_autoptr(PzChart) full = NULL;

  chart_fixture_add_words (few);
  chart_fixture_add_words (many);
  pz_chart_input_add_phase (many, chart_fixture_day (CHART_START) + 20, "Cards");
  small = make_chart (few, 0);
  full = make_chart (many, 0);
  g_assert_cmpuint (count (small, PZ_CHART_LABEL_LEGEND), ==, 3); /* alone, aimline, target */
  g_assert_cmpuint (count (full, PZ_CHART_LABEL_LEGEND), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/report/chart-labels/" path, function)
  ADD ("no-text-lies-over-another", test_no_text_lies_over_another);
  ADD ("names-of-phases-make-room-for-each-other", test_names_of_phases_make_room_for_each_other);
  ADD ("no-line-goes-through-the-name-of-a-phase", test_no_line_goes_through_the_name_of_a_phase);
  ADD ("texts-keep-off-the-points", test_texts_keep_off_the_points);
  ADD ("target-and-forecast-stand-beside-their-places", test_target_and_forecast_stand_beside_their_places);
  ADD ("a-line-of-few-points-is-marked", test_a_line_of_few_points_is_marked);
  ADD ("legend-names-what-is-there", test_legend_names_what_is_there);
#undef ADD
  return g_test_run ();
}
