/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-overlap.h"

#include "analysis-fixture.h"

/* the worked example of a published package */
static const double before[] = { 20, 20, 26, 25, 22, 23 }, with[] = { 28, 25, 24, 27, 30, 30, 29 };

static void
test_worked_example (void)
{
  PzOverlap overlap;

  pz_overlap_measure (before, 6, with, 7, &overlap);
  assert_allowed (overlap.refusal);
  assert_near (overlap.nap, 0.9166666666666666);
  assert_near (overlap.se, 0.06900655593423538);
  assert_near (overlap.se_null, 0.16666666666666666);
  assert_near (overlap.lower, 0.5973193600388087);
  assert_near (overlap.upper, 0.9859976893702131);
  assert_near (overlap.tau, 0.8333333333333333);
  assert_near (overlap.tau_u, 0.7380952380952381);
  assert_near (overlap.pnd, 0.7142857142857143);
  assert_near (overlap.pem, 1);
  g_assert_cmpint (overlap.s_ab, ==, 35);
  g_assert_cmpint (overlap.s_aa, ==, 4);
  g_assert_cmpuint (overlap.m, ==, 6);
  g_assert_cmpuint (overlap.n, ==, 7);
}

static void
test_decreasing_values_are_turned_first (void)
{
  const double a[] = { -12, -14, -9, -10 }, b[] = { -10, -6, -4, -5, -3, -4 };
  PzOverlap overlap;

  pz_overlap_measure (a, 4, b, 6, &overlap);
  assert_near (overlap.nap, 0.9375);
}

static void
test_tau_u_can_pass_one (void)
{
  const double a[] = { 5, 4, 4, 3 }, b[] = { 8, 9, 10 };
  PzOverlap overlap;

  pz_overlap_measure (a, 4, b, 3, &overlap);
  assert_near (overlap.nap, 1);
  assert_near (overlap.upper, 1);
  assert_near (overlap.tau_u, (12 + 5) / 12.0);
}

static void
test_equal_values_are_no_difference (void)
{
  const double a[] = { 3, 3, 3, 3, 3 };
  PzOverlap overlap;

  pz_overlap_measure (a, 5, a, 5, &overlap);
  assert_near (overlap.nap, 0.5);
  assert_near (overlap.tau, 0);
  assert_near (overlap.pnd, 0);
  assert_near (overlap.pem, 0.5);
  assert_allowed (overlap.no_error);
  g_assert_true (overlap.se >= 0 && overlap.lower < 0.5 && overlap.upper > 0.5);
}

static void
test_too_few_points_are_refused_in_words (void)
{
  PzOverlap overlap;

  pz_overlap_measure (NULL, 0, with, 7, &overlap);
  assert_refused (overlap.refusal, "1 more point needed");
  assert_near (overlap.nap, 0);
  pz_overlap_measure (before, 6, NULL, 0, &overlap);
  assert_refused (overlap.refusal, "1 more point needed");
  pz_overlap_measure (before, 1, with, 7, &overlap);
  assert_allowed (overlap.refusal);
  assert_refused (overlap.no_error, "1 more point needed");
  pz_overlap_measure (before, 6, with, 1, &overlap);
  assert_refused (overlap.no_error, "1 more point needed");
  assert_near (overlap.se, 0);
  assert_near (overlap.nap, 1);
}

static void
test_interval (void)
{
  double lower = 2, upper = 2;

  pz_overlap_get_interval (1, 3, 3, &lower, &upper);
  assert_near (lower, 0.5010187607015302);
  assert_near (upper, 1);
  pz_overlap_get_interval (1, 5, 5, &lower, &upper);
  assert_near (lower, 0.6427028239310433);
  pz_overlap_get_interval (0.75, 5, 5, &lower, &upper);
  assert_near (lower, 0.3861062869995573);
  assert_near (upper, 0.9293806709188455);
  pz_overlap_get_interval (0, 5, 5, &lower, &upper);
  assert_near (lower, 0);
  assert_near (upper, 1 - 0.6427028239310433);
  pz_overlap_get_interval (0.5, 1, 1, &lower, &upper);
  g_assert_true (lower >= 0 && lower < 0.5 && upper > 0.5 && upper <= 1);
}

static void
test_how_many_more_points (void)
{
  guint n_more = 99;

  assert_refused (pz_overlap_count_more (0.75, 5, 5, &n_more),
                  "Not within half a year at this scatter: measure twice a day or use a steadier task");
  assert_allowed (pz_overlap_count_more (0.8, 6, 5, &n_more));
  g_assert_cmpuint (n_more, ==, 6);
  assert_allowed (pz_overlap_count_more (0.85, 6, 5, &n_more));
  g_assert_cmpuint (n_more, ==, 1);
  assert_allowed (pz_overlap_count_more (0.15, 6, 5, &n_more));
  g_assert_cmpuint (n_more, ==, 1);
  assert_allowed (pz_overlap_count_more (1, 5, 3, &n_more));
  g_assert_cmpuint (n_more, ==, 2);
  assert_allowed (pz_overlap_count_more (1, 5, 5, &n_more));
  g_assert_cmpuint (n_more, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/overlap/worked-example", test_worked_example);
  g_test_add_func ("/core/overlap/decreasing-values-are-turned-first", test_decreasing_values_are_turned_first);
  g_test_add_func ("/core/overlap/tau-u-can-pass-one", test_tau_u_can_pass_one);
  g_test_add_func ("/core/overlap/equal-values-are-no-difference", test_equal_values_are_no_difference);
  g_test_add_func ("/core/overlap/too-few-points-are-refused-in-words", test_too_few_points_are_refused_in_words);
  g_test_add_func ("/core/overlap/interval", test_interval);
  g_test_add_func ("/core/overlap/how-many-more-points", test_how_many_more_points);
  return g_test_run ();
}
