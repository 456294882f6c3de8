/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-error.h"
#include "pz-group-problem-private.h"

#include <math.h>

#define N 6

static const double numbers[N] = { 0, 1, 2, 3, 4, 5 };
static const int values[N] = { 0, 1, 2, -1, 4, 5 };
static const guint64 tags[N] = { 5, 1, 0, 0, 4, (guint64) 1 << 63 };
static const double no_pairs[N * N] = { 0 };

/* takes the builder */
static void
assert_refuses (PzGroupBuilder *builder)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_group_builder_build (builder, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  pz_group_builder_free (builder);
}

static void
test_criteria_are_numbered_as_they_come (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  g_assert_cmpuint (pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values), ==, 0);
  g_assert_cmpuint (pz_group_builder_add_numbers (builder, PZ_CRITERION_SIMILAR, 3, numbers), ==, 1);
  g_assert_cmpuint (pz_group_builder_add_tags (builder, PZ_CRITERION_COVER, 0, tags), ==, 2);
  g_assert_cmpuint (pz_group_builder_add_pairs (builder, 1000, no_pairs), ==, 3);
  problem = fixture_build (builder);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 4);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 0), ==, PZ_CRITERION_SPREAD);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 1), ==, PZ_CRITERION_SIMILAR);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 2), ==, PZ_CRITERION_COVER);
  g_assert_cmpint (pz_group_problem_get_kind (problem, 3), ==, PZ_CRITERION_PAIRS);
  g_assert_cmpfloat (pz_group_problem_get_importance (problem, 1), ==, 3);
  g_assert_cmpfloat (pz_group_problem_get_importance (problem, 2), ==, 0);
  g_assert_cmpfloat (pz_group_problem_get_importance (problem, 3), ==, 1000);
}

static void
test_the_mean_stands_in_for_numbers_not_known (void)
{
  static const double some[N] = { 1, NAN, 2, 6, NAN, 3 }, none[N] = { NAN, NAN, NAN, NAN, NAN, NAN };
  PzGroupBuilder *builder = fixture_builder (N, 3), *empty = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupProblem) unknown = NULL;
  const PzGroupCriterion *criterion;

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, some);
  problem = fixture_build (builder);
  criterion = pz_group_problem_criterion (problem, 0);
  g_assert_cmpuint (criterion->n_missing, ==, 2);
  g_assert_cmpfloat (criterion->mean, ==, 3);
  g_assert_cmpfloat (criterion->numbers[1], ==, 3);
  g_assert_cmpfloat (criterion->numbers[3], ==, 6);
  /* 4 + 0 + 1 + 9 + 0 + 0 */
  g_assert_cmpfloat (criterion->scatter, ==, 14);
  pz_group_builder_add_numbers (empty, PZ_CRITERION_MIXED, 1, none);
  unknown = fixture_build (empty);
  g_assert_cmpuint (pz_group_problem_get_n_missing (unknown, 0), ==, N);
  g_assert_false (pz_group_problem_has_effect (unknown, 0));
}

static void
test_refuses_numbers_that_are_none (void)
{
  static const double infinite[N] = { 0, 1, 2, 3, 4, -INFINITY }, huge[N] = { 0, 1, 2, 3, 4, 1.1e12 };
  const struct { PzCriterionKind kind; const double *numbers; } rows[] = {
    { PZ_CRITERION_MIXED, infinite }, { PZ_CRITERION_MIXED, huge }, { PZ_CRITERION_SPREAD, numbers },
    { PZ_CRITERION_PAIRS, numbers },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupBuilder *builder = fixture_builder (N, 3);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_group_builder_add_numbers (builder, rows[i].kind, 1, rows[i].numbers);
      assert_refuses (builder);
    }
}

static void
test_numbers_come_only_once (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_SIMILAR, 1, numbers);
  assert_refuses (builder);
}

static void
test_values_are_numbered_through_all_attributes (void)
{
  static const int two[N] = { 0, 1, 1, 1, 0, -1 };
  PzGroupBuilder *builder = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 1, two);
  pz_group_builder_add_values (builder, PZ_CRITERION_GATHER, 1, values);
  problem = fixture_build (builder);
  /* 0, 1, none; then 0 to 5 and none */
  g_assert_cmpuint (problem->n_values, ==, 3 + 7);
  g_assert_cmpuint (problem->value_counts[0], ==, 2);
  g_assert_cmpuint (problem->value_counts[1], ==, 3);
  g_assert_cmpuint (problem->value_counts[2], ==, 1);
  g_assert_cmpuint (problem->value_counts[3 + 3], ==, 0);
  g_assert_cmpuint (problem->value_counts[3 + 6], ==, 1);
  /* learner by learner */
  g_assert_cmpuint (problem->values[2 * 1 + 0], ==, 1);
  g_assert_cmpuint (problem->values[2 * 1 + 1], ==, 3 + 1);
  g_assert_cmpuint (problem->values[2 * 5 + 0], ==, 2);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 1);
  g_assert_cmpuint (pz_group_problem_criterion (problem, 1)->first_attribute, ==, 1);
}

static void
test_refuses_values_out_of_range (void)
{
  static const int over[N] = { 0, 1, 2, 3, 4, N }, under[N] = { 0, 1, 2, 3, 4, -2 };
  const struct { PzCriterionKind kind; const int *values; } rows[]
      = { { PZ_CRITERION_SPREAD, over }, { PZ_CRITERION_SPREAD, under }, { PZ_CRITERION_MIXED, values } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupBuilder *builder = fixture_builder (N, 3);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_group_builder_add_values (builder, rows[i].kind, 1, rows[i].values);
      assert_refuses (builder);
    }
}

static void
test_each_tag_is_an_attribute (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  pz_group_builder_add_tags (builder, PZ_CRITERION_NOT_ALONE, 1, tags);
  problem = fixture_build (builder);
  /* bits 0, 2 and 63 are in use; each with one more value for those without */
  g_assert_cmpuint (problem->attributes->len, ==, 3);
  g_assert_cmpuint (problem->n_values, ==, 6);
  g_assert_cmpuint (problem->value_counts[0], ==, 2);
  g_assert_cmpuint (problem->value_counts[1], ==, 4);
  g_assert_cmpuint (problem->value_counts[2], ==, 2);
  g_assert_cmpuint (problem->value_counts[4], ==, 1);
  g_assert_cmpuint (pz_group_problem_get_n_missing (problem, 0), ==, 2);
}

static void
test_nobody_with_a_tag_has_no_effect (void)
{
  static const guint64 none[N] = { 0 };
  PzGroupBuilder *builder = fixture_builder (N, 3), *wrong = fixture_builder (N, 3);
  g_autoptr(PzGroupProblem) problem = NULL;

  g_assert_cmpuint (pz_group_builder_add_tags (builder, PZ_CRITERION_COVER, 5, none), ==, 0);
  problem = fixture_build (builder);
  g_assert_cmpuint (pz_group_problem_get_n_criteria (problem), ==, 1);
  g_assert_cmpuint (problem->attributes->len, ==, 0);
  g_assert_false (pz_group_problem_has_effect (problem, 0));
  pz_group_builder_add_tags (wrong, PZ_CRITERION_PAIRS, 5, none);
  assert_refuses (wrong);
}

static void
test_nobody_is_a_partner_of_oneself (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3);
  static const guint by_two[N] = { 0, 0, 1, 1, 2, 2 };
  double pairs[N * N] = { 0 }, value;
  g_autoptr(PzGroupProblem) problem = NULL;

  for (guint i = 0; i < N; i++)
    pairs[i * N + i] = NAN;
  pairs[0 * N + 1] = pairs[1 * N + 0] = -7;
  pz_group_builder_add_pairs (builder, 1, pairs);
  problem = fixture_build (builder);
  pz_group_problem_measure (problem, by_two, &value);
  g_assert_cmpfloat (value, ==, -7);
}

static void
test_refuses_pairs_that_differ_by_side_or_are_no_numbers (void)
{
  static const struct { double there, back; } rows[] = { { 1, 0 }, { NAN, NAN }, { INFINITY, INFINITY }, { 2e12, 2e12 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzGroupBuilder *builder = fixture_builder (N, 3);
      double pairs[N * N] = { 0 };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pairs[2 * N + 4] = rows[i].there;
      pairs[4 * N + 2] = rows[i].back;
      pz_group_builder_add_pairs (builder, 1, pairs);
      assert_refuses (builder);
    }
}

static void
test_refuses_weights_that_are_none (void)
{
  static const double wrong[] = { -1, 1000.5, NAN, INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    for (guint kind = 0; kind < 4; kind++)
      {
        PzGroupBuilder *builder = fixture_builder (N, 3);

        g_test_message ("row %" G_GSIZE_FORMAT, i);
        if (kind == 0)
          pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, wrong[i], numbers);
        else if (kind == 1)
          pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, wrong[i], values);
        else if (kind == 2)
          pz_group_builder_add_tags (builder, PZ_CRITERION_SPREAD, wrong[i], tags);
        else
          pz_group_builder_add_pairs (builder, wrong[i], no_pairs);
        assert_refuses (builder);
      }
}

static void
test_more_than_32_criteria_are_too_many (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 3), *full = fixture_builder (N, 3);

  for (guint i = 0; i < 32; i++)
    {
      g_assert_cmpuint (pz_group_builder_add_pairs (builder, 1, no_pairs), ==, i);
      pz_group_builder_add_pairs (full, 1, no_pairs);
    }
  pz_group_problem_unref (fixture_build (full));
  pz_group_builder_add_pairs (builder, 1, no_pairs);
  assert_refuses (builder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-builder-criteria/criteria-are-numbered-as-they-come",
                   test_criteria_are_numbered_as_they_come);
  g_test_add_func ("/core/group-builder-criteria/the-mean-stands-in-for-numbers-not-known",
                   test_the_mean_stands_in_for_numbers_not_known);
  g_test_add_func ("/core/group-builder-criteria/refuses-numbers-that-are-none", test_refuses_numbers_that_are_none);
  g_test_add_func ("/core/group-builder-criteria/numbers-come-only-once", test_numbers_come_only_once);
  g_test_add_func ("/core/group-builder-criteria/values-are-numbered-through-all-attributes",
                   test_values_are_numbered_through_all_attributes);
  g_test_add_func ("/core/group-builder-criteria/refuses-values-out-of-range", test_refuses_values_out_of_range);
  g_test_add_func ("/core/group-builder-criteria/each-tag-is-an-attribute", test_each_tag_is_an_attribute);
  g_test_add_func ("/core/group-builder-criteria/nobody-with-a-tag-has-no-effect",
                   test_nobody_with_a_tag_has_no_effect);
  g_test_add_func ("/core/group-builder-criteria/nobody-is-a-partner-of-oneself", test_nobody_is_a_partner_of_oneself);
  g_test_add_func ("/core/group-builder-criteria/refuses-pairs-that-differ-by-side-or-are-no-numbers",
                   test_refuses_pairs_that_differ_by_side_or_are_no_numbers);
  g_test_add_func ("/core/group-builder-criteria/refuses-weights-that-are-none", test_refuses_weights_that_are_none);
  g_test_add_func ("/core/group-builder-criteria/more-than-32-criteria-are-too-many",
                   test_more_than_32_criteria_are_too_many);
  return g_test_run ();
}
