/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

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
test_one_value_in_one_group (void)
{
  static const int values[] = { 0, 0, 0, 1, 1, 3 };
  static const struct { PzCriterionKind kind; guint value, size, count; double expected; } rows[] = {
    /* three of six have 0: two of a group of four should */
    { PZ_CRITERION_SPREAD, 0, 4, 2, 0 }, { PZ_CRITERION_SPREAD, 0, 4, 0, 4 }, { PZ_CRITERION_SPREAD, 0, 3, 3, 2.25 },
    { PZ_CRITERION_GATHER, 0, 4, 4, -4 }, { PZ_CRITERION_NOT_ALONE, 0, 4, 0, 0 }, { PZ_CRITERION_NOT_ALONE, 0, 4, 1, 1 },
    { PZ_CRITERION_NOT_ALONE, 0, 4, 2, 0 }, { PZ_CRITERION_COVER, 1, 4, 0, 1 }, { PZ_CRITERION_COVER, 1, 4, 1, 0 },
    { PZ_CRITERION_AT_MOST, 0, 4, 3, 2 }, { PZ_CRITERION_AT_MOST, 0, 4, 1, 0 }, { PZ_CRITERION_AT_MOST, 0, 4, 0, 0 },
    /* nobody has 2: nothing is missed */
    { PZ_CRITERION_COVER, 2, 4, 0, 0 }, { PZ_CRITERION_SPREAD, 2, 4, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupBuilder *builder = fixture_builder (6, 2);
      g_autoptr(PzGroupProblem) problem = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_group_builder_add_values (builder, rows[i].kind, 1, values);
      if (rows[i].kind == PZ_CRITERION_AT_MOST)
        pz_group_builder_set_limit (builder, 0, 1);
      problem = fixture_build (builder);
      g_assert_cmpfloat (pz_group_criterion_value (problem, pz_group_problem_criterion (problem, 0), rows[i].value,
                                                   rows[i].size, rows[i].count),
                         ==, rows[i].expected);
    }
}

/* also groupings that keep to no sizes: while one is dragged by hand, any group may be empty */
static void
test_one_grouping_after_the_other (void)
{
  static const guint all[] = { 1, 1, 1, 1, 1, 1 };
  static const double numbers[] = { 0, 0, 1, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupMeasuring measuring;
  double value;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  problem = fixture_build (builder);
  pz_group_measuring_init (&measuring, problem);
  for (guint k = 0; k < 2; k++)
    {
      pz_group_measuring_run (&measuring, by_two, &value);
      g_assert_cmpfloat_with_epsilon (value, 1, 1e-12);
      pz_group_measuring_run (&measuring, all, &value);
      g_assert_cmpfloat_with_epsilon (value, 0, 1e-12);
    }
  pz_group_measuring_clear (&measuring);
}

static void
test_the_score_is_what_is_better_than_chance (void)
{
  static const double numbers[] = { 0, 0, 1, 1, 2, 2 };
  static const int values[] = { 0, 0, 1, 1, 2, 2 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  double measured[2];

  pz_group_builder_add_numbers (builder, PZ_CRITERION_SIMILAR, 2, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 3, values);
  problem = fixture_build (builder);
  for (guint c = 0; c < 2; c++)
    measured[c] = pz_group_problem_get_chance (problem, c);
  g_assert_cmpfloat (pz_group_problem_get_score (problem, measured), ==, 0);
  measured[0] += 0.5;
  measured[1] -= 2;
  g_assert_cmpfloat_with_epsilon (pz_group_problem_get_score (problem, measured),
                                  0.5 * pz_group_problem_get_factor (problem, 0)
                                      - 2 * pz_group_problem_get_factor (problem, 1),
                                  1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-measure/numbers-are-the-share-between-groups",
                   test_numbers_are_the_share_between_groups);
  g_test_add_func ("/core/group-measure/values-follow-their-definitions", test_values_follow_their_definitions);
  g_test_add_func ("/core/group-measure/tags-count-each-by-itself", test_tags_count_each_by_itself);
  g_test_add_func ("/core/group-measure/pairs-count-once", test_pairs_count_once);
  g_test_add_func ("/core/group-measure/unknown-numbers-are-the-mean", test_unknown_numbers_are_the_mean);
  g_test_add_func ("/core/group-measure/one-value-in-one-group", test_one_value_in_one_group);
  g_test_add_func ("/core/group-measure/one-grouping-after-the-other", test_one_grouping_after_the_other);
  g_test_add_func ("/core/group-measure/the-score-is-what-is-better-than-chance",
                   test_the_score_is_what_is_better_than_chance);
  return g_test_run ();
}
