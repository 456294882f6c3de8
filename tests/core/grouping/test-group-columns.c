/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-columns-private.h"

#include <math.h>

static double
choose (guint n,
        guint k)
{
  double ways = 1;

  for (guint i = 0; i < k; i++)
    ways = ways * (n - i) / (i + 1);
  return floor (ways + 0.5);
}

static void
test_every_group_is_a_column (void)
{
  static const struct { guint n, m, small; } rows[] = { { 28, 6, 4 }, { 30, 6, 5 }, { 12, 3, 4 }, { 7, 7, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (rows[i].n, rows[i].m));
      g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
      double expected = choose (rows[i].n, rows[i].small);

      if (rows[i].n % rows[i].m != 0)
        expected += choose (rows[i].n, rows[i].small + 1);
      g_assert_cmpuint (pz_group_columns_count (columns), ==, (gsize) expected);
    }
}

static void
test_columns_keep_the_rules (void)
{
  PzGroupBuilder *builder = fixture_builder (8, 2);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupColumns) columns = NULL;

  pz_group_builder_together (builder, 0, 5);
  pz_group_builder_apart (builder, 1, 2);
  problem = fixture_build (builder);
  columns = pz_group_columns_new (problem, NULL);
  /* of 70: both of 0 and 5 or none is 15 + 15; less those with 1 and 2 both, 1 + 6 of these */
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 15 + 15 - 1 - 6);
}

/* "01 23" for the columns of one size, in the order they are kept */
static char *
dup_columns (const PzGroupColumns *columns)
{
  GString *text = g_string_new (NULL);

  for (guint b = 0; b < columns->blocks->len; b++)
    {
      const PzGroupBlock *block = pz_group_columns_block (columns, b);

      for (gsize k = 0; k < block->n; k++)
        {
          g_string_append (text, text->len > 0 ? " " : "");
          for (guint l = 0; l < block->size; l++)
            g_string_append_printf (text, "%u", block->members[k * block->size + l]);
        }
    }
  return g_string_free (text, FALSE);
}

/* takes the builder */
static void
assert_columns (PzGroupBuilder *builder,
                const char     *expected)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autofree char *text = dup_columns (columns);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, columns->n_all);
}

static void
test_members_rise (void)
{
  assert_columns (fixture_builder (4, 2), "01 02 03 12 13 23");
  assert_columns (fixture_builder (3, 2), "01 02 12 0 1 2");
  assert_columns (fixture_builder (1, 1), "0");
}

static void
test_groups_of_one_size_share_a_slot (void)
{
  static const PzGroupSize sizes[] = { { 2, 2 }, { 1, 2 }, { 2, 2 }, { 1, 2 } };
  PzGroupBuilder *builder = fixture_builder (7, 4);
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupColumns) columns = NULL;

  pz_group_builder_set_sizes (builder, sizes, 4);
  problem = fixture_build (builder);
  columns = pz_group_columns_new (problem, NULL);
  g_assert_cmpuint (columns->slots->len, ==, 2);
  g_assert_cmpuint (pz_group_columns_slot (columns, 0)->count, ==, 2);
  g_assert_cmpuint (columns->slot_of[2], ==, 0);
  g_assert_cmpuint (columns->slot_of[3], ==, 1);
  /* pairs; then ones and pairs */
  g_assert_cmpuint (columns->blocks->len, ==, 3);
  g_assert_cmpuint (pz_group_columns_count (columns), ==, 21 + 7 + 21);
}

static void
test_pins_keep_to_their_slot (void)
{
  static const PzGroupSize sizes[] = { { 1, 1 }, { 3, 3 } };
  PzGroupBuilder *builder = fixture_builder (4, 2), *both = fixture_builder (4, 2);

  pz_group_builder_set_sizes (builder, sizes, 2);
  pz_group_builder_pin (builder, 2, 1);
  assert_columns (builder, "0 1 3 012 013 023 123");
  /* 2 is never alone; two pinned to one group are mates, two to different groups are foes */
  pz_group_builder_pin (both, 0, 0);
  pz_group_builder_pin (both, 1, 0);
  pz_group_builder_pin (both, 3, 1);
  assert_columns (both, "01 23");
}

static void
test_what_must_be_is_in_every_column (void)
{
  static const int values[] = { 0, 1, 0, 1 };
  PzGroupBuilder *builder = fixture_builder (4, 2);

  pz_group_builder_add_values (builder, PZ_CRITERION_COVER, 1, values);
  pz_group_builder_set_must (builder, 0);
  assert_columns (builder, "01 03 12 23");
}

/* the columns of a grouping cost together what the grouping costs */
static void
test_costs_add_up_to_the_total (void)
{
  static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };
  static const double numbers[] = { 3, 1, 4, 1, 5, 9 };
  static const int values[] = { 0, 0, 1, 1, 0, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  double pairs[36] = { 0 };
  g_autoptr(PzGroupProblem) problem = NULL;
  g_autoptr(PzGroupColumns) columns = NULL;
  const PzGroupBlock *block;
  gint64 sum = 0;
  guint n_found = 0;

  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < 6; j++)
      pairs[i * 6 + j] = i == j ? 0 : i * j;
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 2, values);
  pz_group_builder_add_pairs (builder, 1, pairs);
  problem = fixture_build (builder);
  columns = pz_group_columns_new (problem, NULL);
  block = pz_group_columns_block (columns, 0);
  for (gsize k = 0; k < block->n; k++)
    if (by_two[block->members[2 * k]] == by_two[block->members[2 * k + 1]])
      {
        sum += block->costs[k];
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 3);
  g_assert_cmpint (sum, ==, pz_group_problem_get_total (problem, by_two));
}

static void
test_too_many_are_none (void)
{
  /* 32 in eights are 10,518,300 */
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (32, 4));

  g_assert_null (pz_group_columns_new (problem, NULL));
}

static void
test_cancelled_is_none (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (28, 6));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (pz_group_columns_new (problem, cancellable));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-columns/every-group-is-a-column", test_every_group_is_a_column);
  g_test_add_func ("/core/group-columns/columns-keep-the-rules", test_columns_keep_the_rules);
  g_test_add_func ("/core/group-columns/members-rise", test_members_rise);
  g_test_add_func ("/core/group-columns/groups-of-one-size-share-a-slot", test_groups_of_one_size_share_a_slot);
  g_test_add_func ("/core/group-columns/pins-keep-to-their-slot", test_pins_keep_to_their_slot);
  g_test_add_func ("/core/group-columns/what-must-be-is-in-every-column", test_what_must_be_is_in_every_column);
  g_test_add_func ("/core/group-columns/costs-add-up-to-the-total", test_costs_add_up_to_the_total);
  g_test_add_func ("/core/group-columns/too-many-are-none", test_too_many_are_none);
  g_test_add_func ("/core/group-columns/cancelled-is-none", test_cancelled_is_none);
  return g_test_run ();
}
