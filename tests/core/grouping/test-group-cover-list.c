/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-cover-state-private.h"
#include "pz-group-types-private.h"

/* three learners in a pair and one alone; 01 costs 5, 02 3, 12 9 */
static PzGroupProblem *
make_problem (void)
{
  PzGroupBuilder *builder = fixture_builder (3, 2);
  double pairs[9] = { 0 };

  pairs[1] = pairs[3] = 5;
  pairs[2] = pairs[6] = 3;
  pairs[5] = pairs[7] = 9;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_pairs (builder, 1.0 / PZ_GROUP_UNIT, pairs);
  return fixture_build (builder);
}

static void
test_columns_come_by_rising_reduced_cost (void)
{
  static const gint64 duals[] = { 1, 0, 2 };
  /* pairs less duals: 4, 0, 7, and the least is 0; ones: -1, 0, -2, and the least is -2. Equal ones by their members. */
  static const struct { guint inside, slot, size; gint64 reduced, cost; } expected[] = {
    { 4, 1, 1, 0, 0 }, { 5, 0, 2, 0, 3 }, { 1, 1, 1, 1, 0 }, { 2, 1, 1, 2, 0 }, { 3, 0, 2, 4, 5 }, { 6, 0, 2, 7, 9 },
  };
  guint types[] = { 0, 1, 0 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autoptr(PzGroupCover) cover = pz_group_cover_new (columns, types, NULL);

  pz_group_columns_fix (columns, duals, 1000);
  pz_group_cover_list (cover, duals);
  g_assert_cmpuint (cover->n_list, ==, G_N_ELEMENTS (expected));
  for (guint k = 0; k < cover->n_list; k++)
    {
      const PzGroupColumn *column = &cover->list[k];

      g_test_message ("row %u", k);
      g_assert_cmphex (column->inside, ==, expected[k].inside);
      g_assert_cmpuint (column->slot, ==, expected[k].slot);
      g_assert_cmpuint (column->size, ==, expected[k].size);
      g_assert_cmpint (column->reduced, ==, expected[k].reduced);
      g_assert_cmpint (column->cost, ==, expected[k].cost);
    }
}

static void
test_types_of_the_members_are_sorted (void)
{
  static const gint64 duals[3] = { 0 };
  guint types[] = { 2, 1, 0 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autoptr(PzGroupCover) cover = pz_group_cover_new (columns, types, NULL);

  pz_group_columns_fix (columns, duals, 1000);
  pz_group_cover_list (cover, duals);
  for (guint k = 0; k < cover->n_list; k++)
    if (cover->list[k].inside == 3)
      {
        /* one more than the number, so that 0 stands for nobody */
        g_assert_cmpuint (cover->list[k].types[0], ==, 2);
        g_assert_cmpuint (cover->list[k].types[1], ==, 3);
        g_assert_cmpuint (cover->list[k].types[2], ==, 0);
      }
}

static void
test_what_was_excluded_is_not_listed (void)
{
  static const gint64 duals[3] = { 0 };
  guint types[] = { 0, 1, 2 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupColumns) columns = pz_group_columns_new (problem, NULL);
  g_autoptr(PzGroupCover) cover = pz_group_cover_new (columns, types, NULL);

  /* better than 5: 02 of the pairs, and any alone; listed twice, it is the second that holds */
  pz_group_columns_fix (columns, duals, 1000);
  pz_group_cover_list (cover, duals);
  pz_group_columns_fix (columns, duals, 5);
  pz_group_cover_list (cover, duals);
  g_assert_cmpuint (cover->n_list, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-cover-list/columns-come-by-rising-reduced-cost",
                   test_columns_come_by_rising_reduced_cost);
  g_test_add_func ("/core/group-cover-list/types-of-the-members-are-sorted", test_types_of_the_members_are_sorted);
  g_test_add_func ("/core/group-cover-list/what-was-excluded-is-not-listed", test_what_was_excluded_is_not_listed);
  return g_test_run ();
}
