/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chart-scale.h"

#include <math.h>

#define NEAR 1e-9

static const struct
{
  double low, high;
  guint max_steps;
  double from, to, step;
} scales[] = {
  { 0, 100, 5, 0, 100, 20 },      { 0, 100, 10, 0, 100, 10 },    { 48, 84, 5, 40, 90, 10 },
  { -2, 2, 5, -2, 2, 1 },         { 0, 1, 5, 0, 1, 0.2 },        { 0.001, 0.0042, 5, 0.001, 0.005, 0.001 },
  { 0, 1e9, 4, 0, 1e9, 5e8 },     { 3, 97, 1, 0, 100, 100 },     { -7.5, -0.5, 8, -8, 0, 1 },
  { 50, 50, 4, 45, 55, 5 },       { 0, 0, 4, -1, 1, 0.5 },
};

static void
test_lines_stand_at_round_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      PzChartScale scale;
      guint n;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_chart_scale_init (&scale, scales[i].low, scales[i].high, scales[i].max_steps);
      g_assert_cmpfloat_with_epsilon (scale.low, scales[i].from, NEAR);
      g_assert_cmpfloat_with_epsilon (scale.high, scales[i].to, NEAR);
      g_assert_cmpfloat_with_epsilon (scale.step, scales[i].step, NEAR);
      n = pz_chart_scale_get_n (&scale);
      g_assert_cmpfloat_with_epsilon (pz_chart_scale_get_value (&scale, 0), scale.low, NEAR);
      g_assert_cmpfloat_with_epsilon (pz_chart_scale_get_value (&scale, n - 1), scale.high, NEAR);
    }
}

static void
test_zero_has_no_sign (void)
{
  PzChartScale scale;

  pz_chart_scale_init (&scale, -2, 2, 4);
  g_assert_false (signbit (pz_chart_scale_get_value (&scale, 2)));
}

static guint32
make_day (GDateDay   day,
          GDateMonth month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, 2026);
  return g_date_get_julian (&date);
}

static void
assert_days (PzChartTicks   ticks,
             guint32        first,
             guint32        last,
             const guint32 *days,
             guint          n)
{
  g_autoptr(GArray) found = pz_chart_ticks_list (ticks, first, last);

  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (found, guint32, i), ==, days[i]);
}

static void
test_weeks_begin_on_mondays (void)
{
  const guint32 days[] = { make_day (31, 8), make_day (7, 9), make_day (14, 9) };

  assert_days (PZ_CHART_TICKS_WEEKS, days[0], days[2], days, 3);
  assert_days (PZ_CHART_TICKS_WEEKS, days[0] - 6, days[2] + 6, days, 3);
  assert_days (PZ_CHART_TICKS_WEEKS, days[0] + 1, days[2] - 1, days + 1, 1);
}

static void
test_months_begin_on_their_first (void)
{
  const guint32 days[] = { make_day (1, 9), make_day (1, 10), make_day (1, 11) };

  assert_days (PZ_CHART_TICKS_MONTHS, days[0], days[2], days, 3);
  assert_days (PZ_CHART_TICKS_MONTHS, make_day (31, 8), make_day (30, 11), days, 3);
  assert_days (PZ_CHART_TICKS_MONTHS, make_day (2, 9), make_day (30, 9), NULL, 0);
}

static void
test_a_term_is_told_in_months (void)
{
  g_assert_cmpint (pz_chart_ticks_choose (make_day (31, 8), make_day (12, 10)), ==, PZ_CHART_TICKS_WEEKS);
  g_assert_cmpint (pz_chart_ticks_choose (make_day (31, 8), make_day (18, 12)), ==, PZ_CHART_TICKS_MONTHS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart-scale/lines-stand-at-round-numbers", test_lines_stand_at_round_numbers);
  g_test_add_func ("/report/chart-scale/zero-has-no-sign", test_zero_has_no_sign);
  g_test_add_func ("/report/chart-scale/weeks-begin-on-mondays", test_weeks_begin_on_mondays);
  g_test_add_func ("/report/chart-scale/months-begin-on-their-first", test_months_begin_on_their_first);
  g_test_add_func ("/report/chart-scale/a-term-is-told-in-months", test_a_term_is_told_in_months);
  return g_test_run ();
}
