/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-problem-private.h"

static const guint by_two[] = { 0, 0, 1, 1, 2, 2 }, mixed[] = { 0, 1, 1, 2, 2, 0 };

/* a wish for numbers, one for pairs, and a rule of values; 0 and 1 together, 2 and 4 apart, 5 stays in the last group */
static PzGroupProblem *
make_problem (void)
{
  static const double numbers[] = { 0, 0, 1, 1, 2, 2 };
  static const int values[] = { 0, 0, 0, 1, 1, 1 };
  PzGroupBuilder *builder = fixture_builder (6, 3);
  double pairs[36] = { 0 };

  pairs[2 * 6 + 3] = pairs[3 * 6 + 2] = 1;
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 3, numbers);
  pz_group_builder_add_pairs (builder, 2, pairs);
  pz_group_builder_add_values (builder, PZ_CRITERION_NOT_ALONE, 1, values);
  pz_group_builder_set_must (builder, 2);
  pz_group_builder_together (builder, 0, 1);
  pz_group_builder_apart (builder, 2, 4);
  pz_group_builder_pin (builder, 5, 2);
  return fixture_build (builder);
}

static void
test_costs_follow_the_new_factors (void)
{
  static const double factors[] = { 2, 5, 7 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupProblem) other = pz_group_problem_reweigh (problem, factors);

  g_assert_cmpfloat (pz_group_problem_get_factor (other, 0), ==, 2);
  g_assert_cmpfloat (pz_group_problem_get_factor (other, 1), ==, 5);
  /* all of the scatter is between these groups, 2 and 3 share one, and two are alone with their value */
  g_assert_cmpint (pz_group_problem_get_total (other, by_two), ==, 7 * PZ_GROUP_UNIT + 2 * PZ_GROUP_HARD);
}

static void
test_off_costs_nothing_and_rules_stay (void)
{
  static const double off[] = { 0, 0, 0 };
  g_autoptr(PzGroupProblem) problem = make_problem ();
  g_autoptr(PzGroupProblem) other = pz_group_problem_reweigh (problem, off);

  g_assert_true (pz_group_problem_is_must (other, 2));
  g_assert_cmpint (pz_group_problem_get_total (other, by_two), ==, 2 * PZ_GROUP_HARD);
  g_assert_cmpint (pz_group_problem_count_broken (other, mixed), ==, pz_group_problem_count_broken (problem, mixed));
  g_assert_cmpint (pz_group_problem_count_broken (other, mixed), >, 2);
  g_assert_cmpuint (other->units->len, ==, problem->units->len);
}

static void
test_the_first_stays_as_it_was_and_may_go (void)
{
  static const double off[] = { 0, 0, 0 };
  PzGroupProblem *problem = make_problem ();
  gint64 total = pz_group_problem_get_total (problem, by_two);
  g_autoptr(PzGroupProblem) other = pz_group_problem_reweigh (problem, off);
  double chance = pz_group_problem_get_chance (problem, 0);

  g_assert_cmpint (pz_group_problem_get_total (problem, by_two), ==, total);
  pz_group_problem_unref (problem);
  /* what chance gives is no matter of factors */
  g_assert_cmpfloat (pz_group_problem_get_chance (other, 0), ==, chance);
  g_assert_true (pz_group_problem_is_grouping (other, by_two));
}

static void
test_the_same_factors_make_the_same_problem (void)
{
  PzRandom random;

  pz_random_init (&random, 4);
  for (guint k = 0; k < 200; k++)
    {
      g_autoptr(PzGroupProblem) problem = fixture_build (fixture_random (&random, 9));
      g_autofree double *factors = g_new (double, problem->criteria->len + 1);
      g_autofree guint *groups = g_new (guint, problem->n);
      g_autoptr(PzGroupProblem) other = NULL;

      for (guint c = 0; c < problem->criteria->len; c++)
        factors[c] = pz_group_problem_get_factor (problem, c);
      for (guint i = 0; i < problem->n; i++)
        groups[i] = i % problem->m;
      other = pz_group_problem_reweigh (problem, factors);
      if (!pz_group_problem_is_grouping (problem, groups))
        continue;
      g_assert_cmpint (pz_group_problem_get_total (other, groups), ==, pz_group_problem_get_total (problem, groups));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-reweigh/costs-follow-the-new-factors", test_costs_follow_the_new_factors);
  g_test_add_func ("/core/group-reweigh/off-costs-nothing-and-rules-stay", test_off_costs_nothing_and_rules_stay);
  g_test_add_func ("/core/group-reweigh/the-first-stays-as-it-was-and-may-go",
                   test_the_first_stays_as_it_was_and_may_go);
  g_test_add_func ("/core/group-reweigh/the-same-factors-make-the-same-problem",
                   test_the_same_factors_make_the_same_problem);
  return g_test_run ();
}
