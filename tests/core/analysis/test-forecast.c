/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-forecast.h"

#include "analysis-fixture.h"
#include "pz-statistics.h"

#define PACE (20.0 / 98)

static void
fit (gsize   n,
     PzLine *line)
{
  pz_trend_fit (weekly_x, weekly_y, n, line);
}

static void
test_chance_of_one_new_score (void)
{
  PzForecast forecast;
  PzLine line;

  fit (N_WEEKLY, &line);
  pz_forecast_make (&line, 98, 40, 0, &forecast);
  assert_allowed (forecast.refusal);
  assert_allowed (forecast.no_error);
  assert_near (forecast.day, 98);
  assert_near (forecast.value, 37.75);
  assert_near (forecast.se_mean, 2.1113591124172366);
  assert_near (forecast.se, 2.465536259643944);
  assert_near (forecast.lower, 31.717050106849598);
  assert_near (forecast.upper, 43.7829498931504);
  assert_near (forecast.chance, 0.19832456453157643);
}

static void
test_a_step_keeps_it_from_certainty (void)
{
  const double y[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  PzForecast forecast;
  PzLine line;

  pz_trend_fit (weekly_x, y, N_WEEKLY, &line);
  pz_forecast_make (&line, 98, 15, 1, &forecast);
  assert_allowed (forecast.no_error);
  assert_near (forecast.value, 15);
  assert_near (forecast.chance, 0.5);
  assert_near (forecast.se, sqrt (1.0 / 12) * sqrt (1 + 1.0 / 8 + 73.5 * 73.5 / 2058));
  pz_forecast_make (&line, 98, 14, 1, &forecast);
  g_assert_true (forecast.chance > 0.5 && forecast.chance < 1);
  pz_forecast_make (&line, 98, 14, 0, &forecast);
  assert_allowed (forecast.refusal);
  assert_refused (forecast.no_error, "The points lie on one line: how much they would scatter is not known");
  assert_near (forecast.chance, 0);
}

static void
test_no_forecast_is_refused_in_words (void)
{
  PzForecast forecast;
  PzLine line;

  fit (1, &line);
  pz_forecast_make (&line, 98, 40, 1, &forecast);
  assert_refused (forecast.refusal, "1 more point needed");
  fit (2, &line);
  pz_forecast_make (&line, 98, 40, 1, &forecast);
  assert_allowed (forecast.refusal);
  assert_near (forecast.value, 48);
  assert_refused (forecast.no_error, "1 more point needed");
  fit (N_WEEKLY, &line);
  pz_forecast_make (&line, NAN, 40, 1, &forecast);
  assert_refused (forecast.refusal, "The goal needs a number to reach and a day to reach it by");
  pz_forecast_make (&line, 98, NAN, 1, &forecast);
  assert_allowed (forecast.no_error);
  assert_near (forecast.chance, 0);
}

static void
test_turned (void)
{
  PzForecast forecast = { .value = -4, .lower = -9, .upper = 1, .se = 2, .chance = 0.3 };

  pz_forecast_turn (&forecast);
  assert_near (forecast.value, 4);
  assert_near (forecast.lower, -1);
  assert_near (forecast.upper, 9);
  assert_near (forecast.chance, 0.3);
}

static void
test_growth_beside_the_pace (void)
{
  PzGrowth growth = PZ_GROWTH_FASTER;
  PzLine line;

  fit (N_WEEKLY, &line);
  assert_allowed (pz_forecast_compare (&line, PACE, &growth));
  g_assert_cmpint (growth, ==, PZ_GROWTH_CANNOT_TELL);
  assert_allowed (pz_forecast_compare (&line, 0.1, &growth));
  g_assert_cmpint (growth, ==, PZ_GROWTH_FASTER);
  assert_allowed (pz_forecast_compare (&line, 0.3, &growth));
  g_assert_cmpint (growth, ==, PZ_GROWTH_SLOWER);
  fit (2, &line);
  assert_refused (pz_forecast_compare (&line, PACE, &growth), "1 more point needed");
  fit (0, &line);
  assert_refused (pz_forecast_compare (&line, PACE, &growth), "2 more points needed");
}

/* what rounding makes of a line that keeps the pace to the point is neither faster nor slower */
static void
test_a_line_at_the_pace_is_at_the_pace (void)
{
  double y[N_WEEKLY];
  PzGrowth growth = PZ_GROWTH_FASTER;
  guint n_more = 0;
  PzLine line;

  for (gsize i = 0; i < N_WEEKLY; i++)
    y[i] = 0.7 + 0.1 * weekly_x[i];
  pz_trend_fit (weekly_x, y, N_WEEKLY, &line);
  assert_allowed (pz_forecast_compare (&line, 0.1, &growth));
  g_assert_cmpint (growth, ==, PZ_GROWTH_CANNOT_TELL);
  assert_refused (pz_forecast_count_more (weekly_x, &line, 0.1, &n_more),
                  "Not within half a year at this scatter: measure twice a day or use a steadier task");
}

static void
test_how_many_more_points (void)
{
  guint n_more = 99;
  PzLine line;

  fit (N_WEEKLY, &line);
  assert_allowed (pz_forecast_count_more (weekly_x, &line, PACE, &n_more));
  g_assert_cmpuint (n_more, ==, 8);
  assert_allowed (pz_forecast_count_more (weekly_x, &line, 1, &n_more));
  g_assert_cmpuint (n_more, ==, 0);
  /* sure at once, but eight points are needed in any case */
  fit (5, &line);
  assert_allowed (pz_forecast_count_more (weekly_x, &line, 5, &n_more));
  g_assert_cmpuint (n_more, ==, 3);
  fit (2, &line);
  assert_refused (pz_forecast_count_more (weekly_x, &line, PACE, &n_more), "1 more point needed");
  fit (N_WEEKLY, &line);
  assert_refused (pz_forecast_count_more (weekly_x, &line, line.slope + 0.001, &n_more),
                  "Not within half a year at this scatter: measure twice a day or use a steadier task");
}

static void
test_chance_in_words (void)
{
  static const struct { double chance; const char *text; } chances[] = {
    { 0, "less than 5 %" }, { 0.049, "less than 5 %" }, { 0.05, "about 1 in 10" }, { 0.198, "about 2 in 10" },
    { 0.5, "about 5 in 10" }, { 0.95, "about 9 in 10" }, { 0.951, "more than 95 %" }, { 1, "more than 95 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (chances); i++)
    {
      g_autofree char *text = pz_forecast_dup_chance (chances[i].chance);

      g_assert_cmpstr (text, ==, chances[i].text);
    }
}

static void
test_growth_in_words (void)
{
  g_assert_cmpstr (pz_growth_get_name (PZ_GROWTH_CANNOT_TELL), ==, "cannot-tell");
  g_assert_cmpstr (pz_growth_get_name (PZ_GROWTH_FASTER), ==, "faster");
  g_assert_cmpstr (pz_growth_get_label (PZ_GROWTH_SLOWER), ==, "slower than the goal asks");
  g_assert_cmpstr (pz_growth_get_label (PZ_GROWTH_CANNOT_TELL), ==, "cannot tell");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/forecast/chance-of-one-new-score", test_chance_of_one_new_score);
  g_test_add_func ("/core/forecast/a-step-keeps-it-from-certainty", test_a_step_keeps_it_from_certainty);
  g_test_add_func ("/core/forecast/no-forecast-is-refused-in-words", test_no_forecast_is_refused_in_words);
  g_test_add_func ("/core/forecast/turned", test_turned);
  g_test_add_func ("/core/forecast/growth-beside-the-pace", test_growth_beside_the_pace);
  g_test_add_func ("/core/forecast/a-line-at-the-pace-is-at-the-pace", test_a_line_at_the_pace_is_at_the_pace);
  g_test_add_func ("/core/forecast/how-many-more-points", test_how_many_more_points);
  g_test_add_func ("/core/forecast/chance-in-words", test_chance_in_words);
  g_test_add_func ("/core/forecast/growth-in-words", test_growth_in_words);
  return g_test_run ();
}
