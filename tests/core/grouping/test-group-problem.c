/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"

#include <math.h>

/* six learners in groups of two */
static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };

static double
measure_one (PzGroupProblem *problem,
             const guint    *groups)
{
  double values[4];

  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 1);
  pz_group_problem_measure (problem, groups, values);
  return values[0];
}

static double
measure_values (PzCriterionKind kind,
                const int      *values,
                guint           limit)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  double value;

  pz_group_builder_set_raw (builder);
  pz_group_builder_add_values (builder, kind, 1, values);
  if (kind == PZ_CRITERION_AT_MOST)
    pz_group_builder_set_limit (builder, 0, limit);
  problem = fixture_build (builder);
  value = measure_one (problem, by_two);
  if (pz_group_problem_has_effect (problem, 0))
    g_assert_cmpfloat_with_epsilon ((double) pz_group_problem_get_total (problem, by_two) / PZ_GROUP_UNIT, value, 1e-4);
  return value;
}

static void
test_numbers_are_the_share_between_groups (void)
{
  static const double numbers[] = { 0, 0, 1, 1, 2, 2 };
  static const guint streamed[] = { 0, 0, 1, 1, 2, 2 };
  static const guint some[] = { 0, 1, 0, 1, 2, 2 };

  for (guint k = 0; k < 2; k++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 3);
      g_autoptr(PzGroupProblem) problem = NULL;

      pz_group_builder_set_raw (builder);
      pz_group_builder_add_numbers (builder, k == 0 ? PZ_CRITERION_MIXED : PZ_CRITERION_SIMILAR, 1, numbers);
      problem = fixture_build (builder);
      /* scatter is 4; groups of equal numbers have all of it between them */
      g_assert_cmpfloat_with_epsilon (measure_one (problem, streamed), k == 0 ? 1 : 0, 1e-12);
      /* means 1/2, 1/2 and 2: 2 x 1/4 + 2 x 1/4 + 2 x 1 = 3 of 4 */
      g_assert_cmpfloat_with_epsilon (measure_one (problem, some), k == 0 ? 0.75 : 0.25, 1e-12);
      /* each group is rounded to a hundred-thousandth */
      g_assert_cmpint (ABS (pz_group_problem_get_total (problem, some) - (k == 0 ? 75000 : 25000)), <=, 1);
    }
}

static void
test_values_follow_their_definitions (void)
{
  static const int mixed[] = { 0, 1, 0, 1, 0, 0 };
  static const int gathered[] = { 1, 1, 0, 0, 0, 0 };
  static const int alone[] = { 0, 1, -1, -1, 2, 2 };
  static const int alike[] = { 0, 0, 0, 0, 0, 0 };

  /* four of six have 0: a group of two should have 4/3 of them, and 2/3 of the other */
  g_assert_cmpfloat_with_epsilon (measure_values (PZ_CRITERION_SPREAD, mixed, 0), 2 * 2 / 9.0 + 8 / 9.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (measure_values (PZ_CRITERION_SPREAD, gathered, 0), 2 * 16 / 9.0 + 4 * 4 / 9.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (measure_values (PZ_CRITERION_GATHER, gathered, 0), -2 * 16 / 9.0 - 4 * 4 / 9.0, 1e-12);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_NOT_ALONE, alone, 0), ==, 2);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_NOT_ALONE, gathered, 0), ==, 0);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_COVER, gathered, 0), ==, 3);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_COVER, mixed, 0), ==, 1);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_AT_MOST, gathered, 1), ==, 3);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_AT_MOST, gathered, 2), ==, 0);
  g_assert_cmpfloat (measure_values (PZ_CRITERION_SPREAD, alike, 0), ==, 0);
}

static void
test_tags_count_each_by_itself (void)
{
  static const guint64 tags[] = { 3, 1, 2, 0, 0, 0 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_tags (builder, PZ_CRITERION_NOT_ALONE, 1, tags);
  problem = fixture_build (builder);
  /* the first tag is shared in the first group; the second has one there and one in the second group */
  g_assert_cmpfloat (measure_one (problem, by_two), ==, 2);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 3);
}

static void
test_pairs_count_once (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);
  double pairs[36] = { 0 };
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_set_raw (builder);
  pairs[0 * 6 + 1] = pairs[1 * 6 + 0] = 0.5;
  pairs[0 * 6 + 2] = pairs[2 * 6 + 0] = 4;
  pz_group_builder_add_pairs (builder, 2, pairs);
  problem = fixture_build (builder);
  g_assert_cmpfloat (measure_one (problem, by_two), ==, 0.5);
  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, PZ_GROUP_UNIT);
}

/* one importance means one thing: it is the standard deviation of groupings by chance that counts */
static void
test_importance_means_the_same_for_all (void)
{
  PzRandom random;
  PzGroupBuilder *builder = fixture_builder (24, 6);
  g_autoptr(PzGroupProblem) problem = NULL;
  double numbers[24], sum[3] = { 0 }, squares[3] = { 0 };
  int values[24];
  guint groups[24];
  static double pairs[24 * 24];

  pz_random_init (&random, 5);
  for (guint i = 0; i < 24; i++)
    {
      numbers[i] = pz_random_below (&random, 1000);
      values[i] = (int) pz_random_below (&random, 3);
      for (guint j = 0; j < i; j++)
        pairs[i * 24 + j] = pairs[j * 24 + i] = pz_random_below (&random, 1000000);
    }
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 3, values);
  pz_group_builder_add_pairs (builder, 3, pairs);
  problem = fixture_build (builder);
  for (guint i = 0; i < 24; i++)
    groups[i] = i % 6;
  for (guint k = 0; k < 4000; k++)
    {
      double measured[3];

      for (guint i = 24; i > 1; i--)
        {
          guint j = pz_random_below (&random, i), kept = groups[i - 1];

          groups[i - 1] = groups[j];
          groups[j] = kept;
        }
      pz_group_problem_measure (problem, groups, measured);
      for (guint c = 0; c < 3; c++)
        {
          double term = pz_group_problem_get_factor (problem, c)
                        * (measured[c] - pz_group_problem_get_chance (problem, c));

          sum[c] += term;
          squares[c] += term * term;
        }
    }
  for (guint c = 0; c < 3; c++)
    {
      g_assert_cmpfloat_with_epsilon (sum[c] / 4000, 0, 0.3);
      g_assert_cmpfloat_with_epsilon (sqrt (squares[c] / 4000), 3, 0.3);
    }
}

static void
test_what_cannot_matter_is_left_out (void)
{
  static const double alike[] = { 4, 4, 4, 4, 4, 4 };
  static const int same[] = { 2, 2, 2, 2, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 5, alike);
  pz_group_builder_add_values (builder, PZ_CRITERION_COVER, 5, same);
  problem = fixture_build (builder);
  for (guint c = 0; c < 2; c++)
    {
      g_assert_false (pz_group_problem_has_effect (problem, c));
      g_assert_cmpfloat (pz_group_problem_get_factor (problem, c), ==, 0);
      g_assert_cmpfloat (pz_group_problem_get_importance (problem, c), ==, 5);
    }
  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, 0);
}

static void
test_unknown_numbers_are_the_mean (void)
{
  static const double numbers[] = { 1, 3, NAN, 1, 3, NAN };
  static const guint groups[] = { 0, 0, 1, 2, 2, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  problem = fixture_build (builder);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 2);
  g_assert_cmpfloat_with_epsilon (measure_one (problem, groups), 0, 1e-12);
}

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-problem/numbers-are-the-share-between-groups", test_numbers_are_the_share_between_groups);
  g_test_add_func ("/core/group-problem/values-follow-their-definitions", test_values_follow_their_definitions);
  g_test_add_func ("/core/group-problem/tags-count-each-by-itself", test_tags_count_each_by_itself);
  g_test_add_func ("/core/group-problem/pairs-count-once", test_pairs_count_once);
  g_test_add_func ("/core/group-problem/importance-means-the-same-for-all", test_importance_means_the_same_for_all);
  g_test_add_func ("/core/group-problem/what-cannot-matter-is-left-out", test_what_cannot_matter_is_left_out);
  g_test_add_func ("/core/group-problem/unknown-numbers-are-the-mean", test_unknown_numbers_are_the_mean);
  g_test_add_func ("/core/group-problem/apart-costs-more-than-anything", test_apart_costs_more_than_anything);
  g_test_add_func ("/core/group-problem/tables-are-the-definitions", test_tables_are_the_definitions);
  g_test_add_func ("/core/group-problem/refuses-weights-beyond-the-integers", test_refuses_weights_beyond_the_integers);
  return g_test_run ();
}
