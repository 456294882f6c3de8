/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-columns-private.h"

#define N 4

/* four in pairs; 01 costs 1, 02 2, 03 3, 12 4, 13 5 and 23 6, in units of cost: 01 23 and 02 13 cost 7, as does 03 12 */
static PzGroupProblem *
make_problem (void)
{
  PzGroupBuilder *builder = fixture_builder (N, 2);
  double pairs[N * N] = { 0 };
  guint cost = 0;

  for (guint i = 0; i < N; i++)
    for (guint j = i + 1; j < N; j++)
      pairs[i * N + j] = pairs[j * N + i] = ++cost;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1.0 / PZ_GROUP_UNIT, pairs);
  return fixture_build (builder);
}

static void
test_reduced_costs_are_less_the_duals (void)
{
  static const double duals[] = { 1, 0, 2.5, 0 };
  static const double expected[] = { 0, -1.5, 2, 1.5, 5, 3.5 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  /* their sum, and twice the least */
  double bound = pz_group_columns_reduce (columns, duals);

  g_assert_cmpfloat_with_epsilon (bound, 3.5 - 2 * 1.5, 1e-6);
  g_assert_cmpfloat_with_epsilon ((double) pz_group_columns_slot (columns, 0)->low, -1.5, 1e-6);
  for (guint k = 0; k < 6; k++)
    g_assert_cmpfloat_with_epsilon ((double) pz_group_columns_block (columns, 0)->reduced[k], expected[k], 1e-6);
  g_assert_cmpuint (columns->n_passes, ==, 1);
}

/* loops of known length say the same as the one of any */
static void
test_every_size_is_reduced_alike (void)
{
  for (guint size = 1; size <= 9; size++)
    {
      PzGroupBuilder *builder = fixture_builder (size + 1, 2);
      PzGroupSize sizes[2] = { { size, size }, { 1, 1 } };
      double duals[10];
      g_autoptr(PzGroupProblem) problem = NULL;
      g_autoptr(PzGroupColumns) columns = NULL;

      pz_group_builder_set_sizes (builder, sizes, 2);
      problem = fixture_build (builder);
      columns = pz_group_columns_new (problem, NULL);
      for (guint i = 0; i <= size; i++)
        duals[i] = i;
      pz_group_columns_reduce (columns, duals);
      /* the first column is of all but the last learner */
      g_assert_cmpfloat ((double) pz_group_columns_block (columns, 0)->reduced[0], ==, -(double) (size * (size - 1) / 2));
    }
}

static void
test_the_bound_is_safe_and_excludes_what_cannot_be_better (void)
{
  static const gint64 duals[] = { 1, 2, 3, 4 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);

  /* 01 -2, 02 -2, 03 -2, 12 -1, 13 -1, 23 -1: the sum 10, less twice 2 */
  g_assert_cmpint (pz_group_columns_fix (columns, duals, 100), ==, 6);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 6);
  g_assert_cmpint (pz_group_columns_slot (columns, 0)->exact_low, ==, -2);
  /* better than 8 is 7: one above the least is just allowed */
  g_assert_cmpint (pz_group_columns_fix (columns, duals, 8), ==, 6);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 6);
  /* better than 7 is 6: nothing above the least */
  g_assert_cmpint (pz_group_columns_fix (columns, duals, 7), ==, 6);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 3);
  g_assert_cmpuint (pz_group_columns_block (columns, 0)->members[5], ==, 3);
  g_assert_cmpint (pz_group_columns_block (columns, 0)->costs[2], ==, 3);
}

static void
test_a_slot_nobody_fills_has_no_bound (void)
{
  static const gint64 duals[N] = { 0 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);

  g_assert_cmpint (pz_group_columns_fix (columns, duals, 2), ==, 2);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 0);
  g_assert_cmpint (pz_group_columns_fix (columns, duals, 2), ==, PZ_GROUP_NO_COST);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-reduce/reduced-costs-are-less-the-duals", test_reduced_costs_are_less_the_duals);
  g_test_add_func ("/core/group-reduce/every-size-is-reduced-alike", test_every_size_is_reduced_alike);
  g_test_add_func ("/core/group-reduce/the-bound-is-safe-and-excludes-what-cannot-be-better",
                   test_the_bound_is_safe_and_excludes_what_cannot_be_better);
  g_test_add_func ("/core/group-reduce/a-slot-nobody-fills-has-no-bound", test_a_slot_nobody_fills_has_no_bound);
  return g_test_run ();
}
