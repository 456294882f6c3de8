/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-numbers.h"

#include "progress-fixture.h"

#include <math.h>

static const double rising[] = { 20, 23, 22, 26, 27, 31, 30, 34, 36, 39 };

static const char *
find (GPtrArray        *numbers,
      PzGoalNumberKind  kind)
{
  for (guint i = 0; i < numbers->len; i++)
    if (((PzGoalNumber *) numbers->pdata[i])->kind == kind)
      return ((PzGoalNumber *) numbers->pdata[i])->value;
  return NULL;
}

static GPtrArray *
list (gsize  n,
      double target)
{
  const ProgressSetting setting = { .values = rising, .n = n, .baseline = 20, .target = target, .today = n <= 5 ? "2026-09-22" : "2026-11-03",
                                    .occasions = 3 };
  g_autoptr(PzGoalProgress) progress = progress_fixture_make (&setting);

  return pz_goal_numbers_list (progress, NULL);
}

static void
test_no_number_without_its_data (void)
{
  static const struct { gsize n; PzGoalNumberKind kind; gboolean there; } rows[] = {
    { 5, PZ_GOAL_NUMBER_PACE, FALSE },     { 6, PZ_GOAL_NUMBER_PACE, TRUE },
    { 7, PZ_GOAL_NUMBER_LIKELY, FALSE },   { 8, PZ_GOAL_NUMBER_LIKELY, TRUE },
    { 7, PZ_GOAL_NUMBER_FORECAST, FALSE }, { 8, PZ_GOAL_NUMBER_FORECAST, TRUE },
    { 7, PZ_GOAL_NUMBER_CHANCE, FALSE },   { 8, PZ_GOAL_NUMBER_CHANCE, TRUE },
    { 0, PZ_GOAL_NUMBER_POINTS, TRUE },    { 0, PZ_GOAL_NUMBER_RULE, FALSE },
    { 4, PZ_GOAL_NUMBER_MISSING, TRUE },   { 0, PZ_GOAL_NUMBER_HELD, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) numbers = list (rows[i].n, 48);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (find (numbers, rows[i].kind) != NULL, ==, rows[i].there);
    }
}

static void
test_numbers_in_words (void)
{
  g_autoptr(GPtrArray) numbers = list (10, 48);

  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_PACE), ==, "\u2066+2\u2069 a week");
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_ASKED), ==, "\u2066+2\u2069 a week");
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_POINTS), ==, "10 points, over 9 weeks");
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_HELD), ==, "0 of 3 times");
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_CHANCE), ==, "about 6 in 10");
}

static void
test_few_points_say_how_many_are_missing (void)
{
  g_autoptr(GPtrArray) numbers = list (4, 48);

  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_MISSING), ==, "4 more points needed");
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_RULE), ==, "2 more points needed");
}

static void
test_a_forecast_keeps_to_the_bounds_of_the_measure (void)
{
  const double steep[] = { 20, 30, 38, 50, 61, 68, 80, 89, 95 };
  const ProgressSetting setting = { .values = steep, .n = 9, .baseline = 20, .target = 100, .today = "2026-10-27" };
  g_autoptr(PzGoalProgress) progress = progress_fixture_make (&setting);
  g_autoptr(GPtrArray) numbers = pz_goal_numbers_list (progress, NULL);

  g_assert_cmpfloat (progress->decision.forecast.value, >, 100);
  g_assert_cmpstr (find (numbers, PZ_GOAL_NUMBER_FORECAST), ==, "100, likely 100–100");
}

static void
test_points_that_follow_each_other_are_named (void)
{
  double waves[24];
  const ProgressSetting setting = { .values = waves, .n = G_N_ELEMENTS (waves), .baseline = 20, .target = 60,
                                    .today = "2027-02-15" };
  g_autoptr(PzGoalProgress) progress = NULL;
  g_autoptr(GPtrArray) numbers = NULL;
  g_autoptr(GPtrArray) usual = list (10, 48);

  for (gsize i = 0; i < G_N_ELEMENTS (waves); i++)
    waves[i] = 40 + 15 * sin ((double) i / 3);
  progress = progress_fixture_make (&setting);
  numbers = pz_goal_numbers_list (progress, NULL);
  g_assert_nonnull (find (numbers, PZ_GOAL_NUMBER_ALIKE));
  g_assert_null (find (usual, PZ_GOAL_NUMBER_ALIKE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/goal-numbers/" path, function)
  ADD ("no-number-without-its-data", test_no_number_without_its_data);
  ADD ("numbers-in-words", test_numbers_in_words);
  ADD ("few-points-say-how-many-are-missing", test_few_points_say_how_many_are_missing);
  ADD ("a-forecast-keeps-to-the-bounds-of-the-measure", test_a_forecast_keeps_to_the_bounds_of_the_measure);
  ADD ("points-that-follow-each-other-are-named", test_points_that_follow_each_other_are_named);
#undef ADD
  return g_test_run ();
}
