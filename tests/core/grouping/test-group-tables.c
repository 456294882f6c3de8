/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-problem-private.h"

#include <math.h>

/* six learners in groups of two */
static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };

static void
test_apart_costs_more_than_anything (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_apart (builder, 1, 0);
  pz_group_builder_apart (builder, 0, 1);
  problem = fixture_build (builder);
  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, 1000 * PZ_GROUP_UNIT);
}

static void
test_tables_are_the_definitions (void)
{
  PzRandom random;

  pz_random_init (&random, 11);
  for (guint k = 0; k < 300; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 9));
      guint n = pz_group_problem_get_n (problem), m = pz_group_problem_get_n_groups (problem);
      g_autofree guint *groups = g_new (guint, n);
      g_autofree double *values = g_new (double, 8);
      double expected = 0;
      gboolean hard = FALSE;

      for (guint i = 0; i < n; i++)
        groups[i] = i % m;
      pz_group_problem_measure (problem, groups, values);
      for (guint c = 0; c < pz_group_problem_get_n_criteria (problem); c++)
        {
          hard |= pz_group_problem_is_must (problem, c);
          expected += pz_group_problem_get_factor (problem, c) * values[c];
        }
      if (hard || pz_group_problem_get_total (problem, groups) > 50 * PZ_GROUP_UNIT)
        continue; /* a rule is broken */
      /* numbers are rounded to steps of a thousandth of their range */
      g_assert_cmpfloat_with_epsilon ((double) pz_group_problem_get_total (problem, groups) / PZ_GROUP_UNIT, expected,
                                      0.02);
    }
}

static void
test_refuses_weights_beyond_the_integers (void)
{
  double pairs[36] = { 0 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(GError) error = NULL;

  pairs[1] = pairs[6] = 1e9;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1000, pairs);
  g_assert_null (pz_group_builder_build (builder, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  pz_group_builder_free (builder);
}

static void
test_whole_numbers_keep_their_distances (void)
{
  static const double whole[] = { 40, 41, 43, 43, 40, 50 }, halves[] = { 0, 0.5, 1, 0, 0.5, 1 };
  static const guint steps[] = { 0, 1, 3, 3, 0, 10 }, wide[] = { 0, 500, 1000, 0, 500, 1000 };
  PzGroupBuilder *builder = fixture_builder (6, 3), *rounded = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupProblem) parts = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, whole);
  pz_group_builder_add_numbers (rounded, PZ_CRITERION_MIXED, 1, halves);
  problem = fixture_build (builder);
  parts = fixture_build (rounded);
  g_assert_cmpmem (problem->numbers, sizeof steps, steps, sizeof steps);
  g_assert_cmpuint (problem->number_width, ==, 10 * 2 + 1);
  /* others are rounded to a thousandth of their range */
  g_assert_cmpmem (parts->numbers, sizeof wide, wide, sizeof wide);
}

static void
test_pairs_of_all_criteria_are_one_matrix (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 2);
  double one[16] = { 0 }, other[16] = { 0 };
  g_autoptr(PzGroupProblem) problem = NULL;

  one[1] = one[4] = 0.5;
  other[1] = other[4] = -1;
  other[11] = other[14] = 2;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 4, one);
  pz_group_builder_add_pairs (builder, 1, other);
  problem = fixture_build (builder);
  g_assert_cmpint (pz_group_problem_pair (problem, 0, 1), ==, PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_problem_pair (problem, 1, 0), ==, PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_problem_pair (problem, 2, 3), ==, 2 * PZ_GROUP_UNIT);
  g_assert_cmpint (pz_group_problem_pair (problem, 0, 2), ==, 0);
  g_assert_cmpint (pz_group_problem_pair (problem, 3, 3), ==, 0);
}

/* many who must be apart from one learner: each costs less, and no sum overflows */
static void
test_apart_is_as_dear_as_it_can_be (void)
{
  PzGroupBuilder *builder = fixture_builder (60, 2);
  g_autoptr(PzGroupProblem) problem = NULL;

  for (guint i = 1; i < 60; i++)
    pz_group_builder_apart (builder, 0, i);
  problem = fixture_build (builder);
  g_assert_cmpint (problem->apart_cost, ==, (1 << 27) / 59);
  g_assert_cmpint (pz_group_problem_pair (problem, 59, 0), ==, (1 << 27) / 59);
  g_assert_cmpint (pz_group_problem_pair (problem, 59, 1), ==, 0);
}

static void
test_a_must_costs_what_no_wish_is_worth (void)
{
  static const int values[] = { 0, 0, 1, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  pz_group_builder_set_must (builder, 0);
  problem = fixture_build (builder);
  for (guint count = 0; count <= 2; count++)
    g_assert_cmpint (problem->value_cost[pz_group_problem_value_row (problem, 0, 2) + count], ==,
                     count == 1 ? PZ_GROUP_HARD : 0);
}

static void
test_refuses_numbers_beyond_the_integers (void)
{
  static const double numbers[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
  static const int values[] = { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (12, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  const double too_dear[] = { 1e6, 0 }, spread_too_dear[] = { 0, 1e6 }, fine[] = { 1, 1 };
  g_autoptr(PzGroupProblem) same = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 1, values);
  problem = fixture_build (builder);
  g_assert_null (pz_group_problem_reweigh (problem, too_dear));
  g_assert_null (pz_group_problem_reweigh (problem, spread_too_dear));
  same = pz_group_problem_reweigh (problem, fine);
  g_assert_nonnull (same);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-tables/apart-costs-more-than-anything", test_apart_costs_more_than_anything);
  g_test_add_func ("/core/group-tables/tables-are-the-definitions", test_tables_are_the_definitions);
  g_test_add_func ("/core/group-tables/refuses-weights-beyond-the-integers", test_refuses_weights_beyond_the_integers);
  g_test_add_func ("/core/group-tables/whole-numbers-keep-their-distances", test_whole_numbers_keep_their_distances);
  g_test_add_func ("/core/group-tables/pairs-of-all-criteria-are-one-matrix",
                   test_pairs_of_all_criteria_are_one_matrix);
  g_test_add_func ("/core/group-tables/apart-is-as-dear-as-it-can-be", test_apart_is_as_dear_as_it_can_be);
  g_test_add_func ("/core/group-tables/a-must-costs-what-no-wish-is-worth", test_a_must_costs_what_no_wish_is_worth);
  g_test_add_func ("/core/group-tables/refuses-numbers-beyond-the-integers", test_refuses_numbers_beyond_the_integers);
  return g_test_run ();
}
