/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

static const guint by_two[] = { 0, 0, 1, 1, 2, 2 };

/* numbers cost 2 for all the scatter between groups, a pair in one group 3, one alone with a value 1 */
static PzGroupProblem *
make_problem (gboolean must)
{
  static const double numbers[] = { 0, 0, 1, 1, 2, 2 };
  static const int values[] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  double pairs[36] = { 0 };

  pairs[4 * 6 + 5] = pairs[5 * 6 + 4] = 1;
  pairs[0 * 6 + 5] = pairs[5 * 6 + 0] = 9;
  pz_group_builder_set_raw (builder);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 2, numbers);
  pz_group_builder_add_pairs (builder, 3, pairs);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  if (must)
    pz_group_builder_set_must (builder, 2);
  pz_group_builder_together (builder, 1, 2);
  pz_group_builder_apart (builder, 2, 3);
  pz_group_builder_pin (builder, 4, 0);
  return fixture_build (builder);
}

static void
test_the_total_adds_everything_up (void)
{
  g_autoptr(PzGroupProblem) problem = make_problem (FALSE);

  /* 2 and 3 are alone with their values, and must be apart; who stays together moves as one and costs nothing here */
  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, (2 + 3 + 2) * PZ_GROUP_UNIT + PZ_GROUP_HARD);
}

static void
test_every_broken_rule_counts (void)
{
  static const guint kept[] = { 1, 2, 2, 0, 0, 1 };
  g_autoptr(PzGroupProblem) wish = make_problem (FALSE);
  g_autoptr(PzGroupProblem) must = make_problem (TRUE);

  /* 1 and 2 are parted, 2 and 3 are not, and 4 is not where it stays */
  g_assert_cmpint (pz_group_problem_count_broken (wish, by_two), ==, 3);
  /* and two are alone */
  g_assert_cmpint (pz_group_problem_count_broken (must, by_two), ==, 5);
  g_assert_cmpint (pz_group_problem_count_broken (wish, kept), ==, 0);
  /* 0 and 5 are alone with their values in one group */
  g_assert_cmpint (pz_group_problem_count_broken (must, kept), ==, 2);
}

static void
test_nothing_asked_costs_nothing (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (6, 3));

  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, 0);
  g_assert_cmpint (pz_group_problem_count_broken (problem, by_two), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-total/the-total-adds-everything-up", test_the_total_adds_everything_up);
  g_test_add_func ("/core/group-total/every-broken-rule-counts", test_every_broken_rule_counts);
  g_test_add_func ("/core/group-total/nothing-asked-costs-nothing", test_nothing_asked_costs_nothing);
  return g_test_run ();
}
