/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-bound-private.h"

#include <math.h>

/* in small numbers of cost; n in groups of two or three, each two cost what the table says */
static PzGroupProblem *
make_problem (guint n,
              guint m,
              guint seed)
{
  PzGroupBuilder *builder = fixture_builder (n, m);
  g_autofree double *pairs = g_new0 (double, n * n);
  PzRandom random;

  pz_random_init (&random, seed);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      pairs[i * n + j] = pairs[j * n + i] = pz_random_below (&random, 1000);
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1.0 / PZ_GROUP_UNIT, pairs);
  return fixture_build (builder);
}

static void
test_begins_where_it_is_told (void)
{
  static const double start[] = { 100, 50, 0, -25 };
  g_autoptr(PzGroupProblem) problem = make_problem (4, 2, 1);
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autoptr(PzGroupBound) bound = pz_group_bound_new (columns, start, 100000);
  double value, expected = pz_group_columns_reduce (columns, start);
  const double *last = pz_group_bound_get_last (bound, &value);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (last[i], ==, start[i]);
      g_assert_cmpfloat (pz_group_bound_get_best (bound)[i], ==, start[i]);
    }
  g_assert_cmpfloat (value, ==, expected);
}

/* from any start, even a foolish one, up to a bound that is never above the best grouping, and close to it */
static void
test_climbs_to_the_best_bound (void)
{
  for (guint k = 0; k < 20; k++)
    {
      g_autoptr(PzGroupProblem) problem = make_problem (9, 3, k);
      g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
      gint64 least = fixture_brute_force (problem, TRUE);
      double start[9] = { 0 }, first, value = 0;
      g_autoptr(PzGroupBound) bound = NULL;
      guint n_steps = 0;

      for (guint i = 0; i < 9; i++)
        start[i] = i % 2 == 0 ? 3000 : -1000;
      bound = pz_group_bound_new (columns, start, least);
      pz_group_bound_get_last (bound, &first);
      while (pz_group_bound_step (bound) == PZ_GROUP_BOUND_GOES_ON)
        g_assert_cmpuint (++n_steps, <, 300);
      value = pz_group_columns_reduce (columns, pz_group_bound_get_best (bound));
      g_assert_cmpfloat (value, >, first);
      g_assert_cmpfloat (value, <=, (double) least + 0.1);
      g_assert_cmpfloat (value, >, 0.9 * (double) least);
      /* and then there is nothing more to gain */
      g_assert_cmpint (pz_group_bound_step (bound), ==, PZ_GROUP_BOUND_DONE);
    }
}

/* two groups of two: the dual has no gap, so that the bound is the optimum */
static void
test_is_exact_where_the_dual_is (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 2);
  static const double pairs[16] = { 0, 10, 700, 700, 10, 0, 700, 700, 700, 700, 0, 30, 700, 700, 30, 0 };
  double start[4] = { 0 };
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupColumns) columns = NULL;
  g_autoptr(PzGroupBound) bound = NULL;

  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1.0 / PZ_GROUP_UNIT, pairs);
  problem = fixture_build (builder);
  columns = pz_group_columns_new (problem, NULL);
  bound = pz_group_bound_new (columns, start, 40);
  while (pz_group_bound_step (bound) == PZ_GROUP_BOUND_GOES_ON)
    ;
  g_assert_cmpfloat_with_epsilon (pz_group_columns_reduce (columns, pz_group_bound_get_best (bound)), 40, 2);
}

static void
test_the_best_is_kept_when_a_step_leads_down (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem (12, 4, 3);
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  double start[12] = { 0 }, best = -G_MAXDOUBLE;
  g_autoptr(PzGroupBound) bound = pz_group_bound_new (columns, start, 3000);

  for (PzGroupBoundStep step = PZ_GROUP_BOUND_GOES_ON; step == PZ_GROUP_BOUND_GOES_ON;)
    {
      double value;

      pz_group_bound_get_last (bound, &value);
      best = MAX (best, value);
      step = pz_group_bound_step (bound);
    }
  g_assert_cmpfloat (pz_group_columns_reduce (columns, pz_group_bound_get_best (bound)), >=, best);
}

/* with columns gone, the same duals are worth more, and what was best of before is no measure */
static void
test_begins_anew_when_columns_went (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem (9, 3, 5);
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  gint64 least = fixture_brute_force (problem, TRUE), duals[9];
  double start[9] = { 0 }, before, after;
  g_autoptr(PzGroupBound) bound = pz_group_bound_new (columns, start, least);
  const double *here;
  gsize n_before = pz_group_columns_count (columns);

  for (guint k = 0; k < 6; k++)
    pz_group_bound_step (bound);
  here = pz_group_bound_get_last (bound, &before);
  for (guint i = 0; i < 9; i++)
    duals[i] = llround (here[i]);
  pz_group_columns_fix (columns, duals, least);
  g_assert_cmpuint (pz_group_columns_count (columns), <, n_before);
  pz_group_bound_restart (bound);
  pz_group_bound_get_last (bound, &after);
  g_assert_cmpfloat (after, >=, before - 0.1);
  g_assert_cmpfloat (pz_group_columns_reduce (columns, pz_group_bound_get_best (bound)), ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-bound/begins-where-it-is-told", test_begins_where_it_is_told);
  g_test_add_func ("/core/group-bound/climbs-to-the-best-bound", test_climbs_to_the_best_bound);
  g_test_add_func ("/core/group-bound/is-exact-where-the-dual-is", test_is_exact_where_the_dual_is);
  g_test_add_func ("/core/group-bound/the-best-is-kept-when-a-step-leads-down",
                   test_the_best_is_kept_when_a_step_leads_down);
  g_test_add_func ("/core/group-bound/begins-anew-when-columns-went", test_begins_anew_when_columns_went);
  return g_test_run ();
}
