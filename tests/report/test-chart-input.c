/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"

#include <math.h>

#define NEAR 1e-9

static void
test_data_decides_how_much_of_a_trend_is_shown (void)
{
  static const struct { gsize n; PzChartTrend trend; } rows[] = {
    { 0, PZ_CHART_TREND_NONE },  { 2, PZ_CHART_TREND_NONE }, { 3, PZ_CHART_TREND_EARLY }, { 5, PZ_CHART_TREND_EARLY },
    { 6, PZ_CHART_TREND_LINE },  { 7, PZ_CHART_TREND_LINE }, { 8, PZ_CHART_TREND_FULL },  { 12, PZ_CHART_TREND_FULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzChartInput) input = chart_fixture_make (NULL, rows[i].n);

      g_test_message ("%" G_GSIZE_FORMAT " points", rows[i].n);
      g_assert_cmpint (input->trend, ==, rows[i].trend);
      g_assert_cmpint (pz_chart_input_has_forecast (input), ==, rows[i].trend == PZ_CHART_TREND_FULL);
    }
}

static void
test_the_way_is_there_before_the_first_point (void)
{
  g_autoptr(PzChartInput) empty = chart_fixture_make (NULL, 0);
  g_autoptr(PzChartInput) full = chart_fixture_make (NULL, 12);

  g_assert_true (empty->has_aimline);
  g_assert_cmpfloat (empty->aimline.start, ==, chart_fixture_day (CHART_START));
  g_assert_cmpfloat (empty->aimline.due, ==, chart_fixture_day (CHART_DUE));
  g_assert_cmpfloat (full->aimline.start, ==, chart_fixture_day (CHART_START));
  g_assert_cmpfloat (full->aimline.due, ==, chart_fixture_day (CHART_DUE));
}

static void
test_a_day_alone_is_no_picture (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 0);

  g_assert_false (pz_chart_input_is_empty (input)); /* the way to go is one */
  input->has_aimline = FALSE;
  g_assert_cmpuint (input->due, >, 0);
  g_assert_true (pz_chart_input_is_empty (input));
  pz_chart_input_add_value (input, chart_fixture_day (CHART_START), 50, FALSE);
  g_assert_false (pz_chart_input_is_empty (input));
}

static void
test_days_reach_from_the_start_to_the_day_it_is_due (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 4);
  guint32 first, last;

  pz_chart_input_get_days (input, &first, &last);
  g_assert_cmpuint (first, ==, chart_fixture_day (CHART_START));
  g_assert_cmpuint (last, ==, chart_fixture_day (CHART_DUE));
  pz_chart_input_add_value (input, last + 10, 50, FALSE);
  pz_chart_input_get_days (input, &first, &last);
  g_assert_cmpuint (last, ==, chart_fixture_day (CHART_DUE) + 10);
  input->first = first + 20;
  input->last = first + 40;
  pz_chart_input_get_days (input, &first, &last);
  g_assert_cmpuint (last - first, ==, 20);
}

static void
test_values_are_those_of_the_measure (void)
{
  const double low[] = { 20, 21 }, wild[] = { 20, 95 };
  g_autoptr(PzChartInput) one = chart_fixture_make (low, 2);
  g_autoptr(PzChartInput) other = chart_fixture_make (wild, 2);
  double from, to;

  pz_chart_input_get_values (one, &from, &to);
  g_assert_cmpfloat (from, ==, 0);
  g_assert_cmpfloat (to, ==, 80);
  pz_chart_input_get_values (other, &from, &to); /* nothing is left out */
  g_assert_cmpfloat (to, ==, 95);
  one->minimum = one->maximum = NAN;
  pz_chart_input_get_values (one, &from, &to);
  g_assert_cmpfloat (from, ==, 20);
  g_assert_cmpfloat (to, ==, 60);
}

static void
test_interval_surrounds_the_forecast (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);
  g_autoptr(PzChartInput) early = chart_fixture_make (NULL, 5);
  double lower, upper, now_lower, now_upper, forecast = pz_chart_input_get_forecast (input);

  g_assert_true (pz_chart_input_get_interval (input, input->due, &lower, &upper));
  g_assert_cmpfloat_with_epsilon (forecast - lower, upper - forecast, NEAR);
  g_assert_true (pz_chart_input_get_interval (input, input->due - 40, &now_lower, &now_upper));
  g_assert_cmpfloat (now_upper - now_lower, <, upper - lower); /* further on less is known */
  g_assert_false (pz_chart_input_get_interval (early, input->due, &lower, &upper));
}

static void
test_trend_goes_through_the_points (void)
{
  const double line[] = { 20, 22, 24, 26, 28, 30, 32, 34 };
  g_autoptr(PzChartInput) input = chart_fixture_make (line, 8);

  for (guint32 i = 0; i < 8; i++)
    g_assert_cmpfloat_with_epsilon (pz_chart_input_get_trend (input, chart_fixture_day (CHART_START) + 7 * i), line[i], NEAR);
}

static void
test_nothing_judges_once_the_verdict_is_away (void)
{
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 12);

  pz_chart_input_add_phase (input, chart_fixture_day ("2026-10-01"), "Help cards");
  g_assert_cmpint (input->trend, ==, PZ_CHART_TREND_FULL);
  pz_chart_input_take_verdict_away (input);
  g_assert_cmpint (input->trend, ==, PZ_CHART_TREND_NONE);
  g_assert_false (pz_chart_input_has_forecast (input));
  g_assert_cmpuint (input->phases->len, ==, 0);
  g_assert_cmpuint (input->values->len, ==, 12);
  g_assert_true (input->has_aimline);
  g_assert_cmpfloat (input->target, ==, 60);
}

static PzRecord *
add_measurement (PzDocument *learner,
                 const char *date,
                 double      value,
                 const char *help)
{
  PzRecord *record = pz_document_add (learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  pz_record_set_text (record, PZ_MEASUREMENT_INDEPENDENCE, help);
  return record;
}

static void
test_measurements_become_values (void)
{
  g_autoptr(PzDocument) learner = chart_fixture_make_document (PZ_DOCUMENT_LEARNER);
  g_autoptr(PzChartInput) input = chart_fixture_make (NULL, 0);
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  const PzChartValue *value;
  PzMeasureRange range;

  pz_measure_range_init (&range, PZ_MEASURE_IS_PERCENT);
  g_ptr_array_add (records, add_measurement (learner, "2026-10-01", 6, "with-help"));
  g_ptr_array_add (records, add_measurement (learner, "2026-10-08", 75, NULL));
  pz_record_set_number (records->pdata[0], PZ_MEASUREMENT_OUT_OF, 8);
  pz_chart_input_add_measurements (input, &range, records);
  g_assert_cmpuint (input->values->len, ==, 2);
  value = &g_array_index (input->values, PzChartValue, 0);
  g_assert_cmpuint (value->day, ==, chart_fixture_day ("2026-10-01"));
  g_assert_cmpfloat_with_epsilon (value->value, 75, NEAR);
  g_assert_true (value->with_help);
  g_assert_false (g_array_index (input->values, PzChartValue, 1).with_help);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/report/chart-input/" path, function)
  ADD ("data-decides-how-much-of-a-trend-is-shown", test_data_decides_how_much_of_a_trend_is_shown);
  ADD ("the-way-is-there-before-the-first-point", test_the_way_is_there_before_the_first_point);
  ADD ("a-day-alone-is-no-picture", test_a_day_alone_is_no_picture);
  ADD ("days-reach-from-the-start-to-the-day-it-is-due", test_days_reach_from_the_start_to_the_day_it_is_due);
  ADD ("values-are-those-of-the-measure", test_values_are_those_of_the_measure);
  ADD ("interval-surrounds-the-forecast", test_interval_surrounds_the_forecast);
  ADD ("trend-goes-through-the-points", test_trend_goes_through_the_points);
  ADD ("nothing-judges-once-the-verdict-is-away", test_nothing_judges_once_the_verdict_is_away);
  ADD ("measurements-become-values", test_measurements_become_values);
#undef ADD
  return g_test_run ();
}
