/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-types-private.h"

/* takes the builder: the type of each learner, "001" when the first two are alike */
static void
assert_types (PzGroupBuilder *builder,
              const char     *expected)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (builder);
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint types[PZ_GROUP_PROOF_LEARNERS];

  pz_group_types_find (columns, types);
  for (guint i = 0; i < problem->n; i++)
    g_string_append_printf (text, "%u", types[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_all_alike_where_nothing_is_asked (void)
{
  assert_types (fixture_builder (6, 3), "000000");
  assert_types (fixture_builder (1, 1), "0");
}

static void
test_values_that_count_make_types (void)
{
  static const int values[] = { 2, 0, 2, 0, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3), *off = fixture_builder (6, 3), *must = fixture_builder (6, 3);

  pz_group_builder_add_values (builder, PZ_CRITERION_SPREAD, 1, values);
  assert_types (builder, "010144");
  pz_group_builder_add_values (off, PZ_CRITERION_SPREAD, 0, values);
  assert_types (off, "000000");
  pz_group_builder_add_values (must, PZ_CRITERION_NOT_ALONE, 0, values);
  pz_group_builder_set_must (must, 0);
  assert_types (must, "010144");
}

static void
test_numbers_that_count_make_types (void)
{
  static const double numbers[] = { 3, 1, 1, 3, 2, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3), *off = fixture_builder (6, 3);

  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 1, numbers);
  assert_types (builder, "011041");
  pz_group_builder_add_numbers (off, PZ_CRITERION_MIXED, 0, numbers);
  assert_types (off, "000000");
}

static void
test_pairs_make_types (void)
{
  PzGroupBuilder *builder = fixture_builder (6, 3);
  double pairs[36] = { 0 };

  /* what two have with each other does not tell them apart: 0 and 1; but what one has with others does: 2 with 3 and 4 */
  pairs[0 * 6 + 1] = pairs[1 * 6 + 0] = 5;
  pairs[2 * 6 + 3] = pairs[3 * 6 + 2] = 1;
  pairs[2 * 6 + 4] = pairs[4 * 6 + 2] = 1;
  pz_group_builder_add_pairs (builder, 1, pairs);
  assert_types (builder, "002335");
}

static void
test_rules_make_types (void)
{
  PzGroupBuilder *together = fixture_builder (6, 3), *apart = fixture_builder (6, 3), *pinned = fixture_builder (6, 3);

  pz_group_builder_together (together, 1, 4);
  assert_types (together, "010010");
  pz_group_builder_apart (apart, 0, 2);
  assert_types (apart, "010111");
  pz_group_builder_pin (pinned, 3, 0);
  pz_group_builder_pin (pinned, 5, 0);
  pz_group_builder_pin (pinned, 4, 1);
  assert_types (pinned, "000343");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-types/all-alike-where-nothing-is-asked", test_all_alike_where_nothing_is_asked);
  g_test_add_func ("/core/group-types/values-that-count-make-types", test_values_that_count_make_types);
  g_test_add_func ("/core/group-types/numbers-that-count-make-types", test_numbers_that_count_make_types);
  g_test_add_func ("/core/group-types/pairs-make-types", test_pairs_make_types);
  g_test_add_func ("/core/group-types/rules-make-types", test_rules_make_types);
  return g_test_run ();
}
