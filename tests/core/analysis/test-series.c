/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series.h"

#include "analysis-fixture.h"

static void
test_several_scores_of_a_day_are_one_point (void)
{
  PzScore scores[] = { { 740000, 5, FALSE }, { 740000, 1, FALSE }, { 740000, 3, FALSE }, { 740002, 8, FALSE },
                       { 740002, 9, FALSE } };
  double x[5], y[5];

  g_assert_cmpuint (pz_series_collect (scores, 5, PZ_DIRECTION_INCREASE, x, y), ==, 2);
  assert_near (x[0], 0);
  assert_near (y[0], 3);
  assert_near (x[1], 2);
  assert_near (y[1], 8.5);
}

static void
test_invalid_scores_never_count (void)
{
  PzScore scores[] = { { 1, 50, TRUE }, { 2, 4, FALSE }, { 3, NAN, FALSE }, { NAN, 4, FALSE }, { 9, 6, FALSE } };
  PzScore none[] = { { 1, 50, TRUE } };
  double x[5], y[5];

  g_assert_cmpuint (pz_series_collect (scores, 5, PZ_DIRECTION_INCREASE, x, y), ==, 2);
  /* days are counted from the first point that counts */
  assert_near (x[0], 0);
  assert_near (y[0], 4);
  assert_near (x[1], 7);
  assert_near (y[1], 6);
  g_assert_cmpuint (pz_series_collect (none, 1, PZ_DIRECTION_INCREASE, x, y), ==, 0);
  g_assert_cmpuint (pz_series_collect (NULL, 0, PZ_DIRECTION_INCREASE, NULL, NULL), ==, 0);
}

static void
test_order_of_writing_does_not_matter (void)
{
  PzScore scores[] = { { 30, 3, FALSE }, { 10, 1, FALSE }, { 20, 4, FALSE }, { 10, 2, FALSE }, { 20, 0, FALSE } };
  double x[5], y[5];

  g_assert_cmpuint (pz_series_collect (scores, 5, PZ_DIRECTION_INCREASE, x, y), ==, 3);
  assert_near (y[0], 1.5);
  assert_near (y[1], 2);
  assert_near (y[2], 3);
  assert_near (x[2], 20);
}

static void
test_less_is_turned_into_more (void)
{
  PzScore scores[] = { { 1, 5, FALSE }, { 2, 0, FALSE } };
  double x[2], y[2];

  g_assert_cmpuint (pz_series_collect (scores, 2, PZ_DIRECTION_DECREASE, x, y), ==, 2);
  assert_near (y[0], -5);
  g_assert_false (signbit (y[1]));
}

static void
test_span_and_spacing (void)
{
  const double x[] = { 0, 7, 9, 30 };
  double many[100];

  for (gsize i = 0; i < 100; i++)
    many[i] = 3 * (double) i;
  assert_near (pz_series_get_span (x, 0), 0);
  assert_near (pz_series_get_span (x, 1), 0);
  assert_near (pz_series_get_span (x, 4), 30);
  assert_near (pz_series_get_spacing (x, 1), 0);
  assert_near (pz_series_get_spacing (x, 4), 7);
  assert_near (pz_series_get_spacing (many, 100), 3);
}

static void
test_a_phase_begins_at_its_first_point (void)
{
  const double x[] = { 0, 7, 9, 30 };

  g_assert_cmpuint (pz_series_find (x, 4, -1), ==, 0);
  g_assert_cmpuint (pz_series_find (x, 4, 7), ==, 1);
  g_assert_cmpuint (pz_series_find (x, 4, 8), ==, 2);
  g_assert_cmpuint (pz_series_find (x, 4, 31), ==, 4);
  g_assert_cmpuint (pz_series_find (NULL, 0, 8), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/series/several-scores-of-a-day-are-one-point", test_several_scores_of_a_day_are_one_point);
  g_test_add_func ("/core/series/invalid-scores-never-count", test_invalid_scores_never_count);
  g_test_add_func ("/core/series/order-of-writing-does-not-matter", test_order_of_writing_does_not_matter);
  g_test_add_func ("/core/series/less-is-turned-into-more", test_less_is_turned_into_more);
  g_test_add_func ("/core/series/span-and-spacing", test_span_and_spacing);
  g_test_add_func ("/core/series/a-phase-begins-at-its-first-point", test_a_phase_begins_at_its_first_point);
  return g_test_run ();
}
