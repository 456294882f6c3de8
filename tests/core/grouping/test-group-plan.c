/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "group-fixture.h"
#include "pz-group-plan-private.h"

/* four learners in pairs: 01 23, then 02 13 */
static const guint two_rounds[] = { 0, 0, 1, 1, 0, 1, 0, 1 };

static void
test_meetings_are_counted_squared (void)
{
  static const guint again[] = { 0, 0, 1, 1, 1, 1, 0, 0 };
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (4, 2));
  PzGroupRounds rounds = { 2, .weight = 1 };
  g_autoptr(PzGroupPlan) plan = pz_group_plan_new (problem, &rounds);

  g_assert_true (plan->is_plain);
  pz_group_plan_set (plan, two_rounds);
  /* four pairs meet once */
  g_assert_cmpint (plan->met[0 * 4 + 1], ==, PZ_GROUP_MEETING);
  g_assert_cmpint (plan->met[0 * 4 + 3], ==, 0);
  g_assert_cmpint (plan->total, ==, pz_group_plan_weigh (plan, 4 * PZ_GROUP_MEETING));
  g_assert_cmpint (pz_group_plan_get_total (plan), ==, plan->total);
  /* two pairs meet twice */
  pz_group_plan_set (plan, again);
  g_assert_cmpint (pz_group_plan_get_total (plan), ==, pz_group_plan_weigh (plan, 2 * 4 * PZ_GROUP_MEETING));
  /* a hundredth of a percent is what the weight is rounded to */
  g_assert_cmpint (ABS (plan->total - 8 * PZ_GROUP_UNIT), <=, 8 * PZ_GROUP_MEETING);
}

static void
test_earlier_meetings_count_for_what_is_added (void)
{
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (4, 2));
  double past[16] = { 0 };
  PzGroupRounds rounds = { 2, .past = past, .weight = 1 };
  g_autoptr(PzGroupPlan) plan = NULL;

  past[0 * 4 + 1] = past[1 * 4 + 0] = 1.5;
  past[0 * 4 + 3] = past[3 * 4 + 0] = 9; /* they do not meet: nothing is added */
  plan = pz_group_plan_new (problem, &rounds);
  pz_group_plan_set (plan, two_rounds);
  g_assert_cmpint (plan->met[1 * 4 + 0], ==, 2.5 * PZ_GROUP_MEETING);
  /* 2.5^2 - 1.5^2 is 4, and three pairs meet for the first time */
  g_assert_cmpint (plan->total, ==, pz_group_plan_weigh (plan, 7 * PZ_GROUP_MEETING));
}

static void
test_what_each_round_costs_is_added (void)
{
  static const double numbers[] = { 0, 0, 4, 4 };
  PzGroupBuilder *builder = fixture_builder (4, 2);
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupRounds rounds = { 2, .weight = 0 };
  g_autoptr(PzGroupPlan) plan = NULL;

  pz_group_builder_set_raw (builder);
  pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 5, numbers);
  problem = fixture_build (builder);
  plan = pz_group_plan_new (problem, &rounds);
  g_assert_false (plan->is_plain);
  pz_group_plan_set (plan, two_rounds);
  /* the first round streams the class, the second mirrors it; meetings hardly count */
  g_assert_cmpint (plan->total - pz_group_plan_weigh (plan, 4 * PZ_GROUP_MEETING), ==, 5 * PZ_GROUP_UNIT);
}

static void
test_a_swap_changes_what_it_says (void)
{
  static const double numbers[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  static const guint groups[] = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2 };

  for (guint plain = 0; plain < 2; plain++)
    {
      PzGroupBuilder *builder = fixture_builder (9, 3);
      g_autoptr(PzGroupProblem) problem = NULL;
      PzGroupRounds rounds = { 2, .weight = 1 };
      g_autoptr(PzGroupPlan) plan = NULL;
      PzRandom random;

      if (!plain)
        pz_group_builder_add_numbers (builder, PZ_CRITERION_MIXED, 5, numbers);
      problem = fixture_build (builder);
      plan = pz_group_plan_new (problem, &rounds);
      pz_group_plan_set (plan, groups);
      pz_random_init (&random, 6);
      for (guint k = 0; k < 200; k++)
        {
          guint r = pz_random_below (&random, 2), i = pz_random_below (&random, 9), j = pz_random_below (&random, 9);
          guint a = plan->states[r]->group[i], b = plan->states[r]->group[j];
          gint64 before = plan->total, delta;

          if (a == b)
            continue;
          delta = pz_group_plan_swap_delta (plan, r, i, j);
          pz_group_plan_swap (plan, r, i, j, delta);
          g_assert_cmpuint (plan->states[r]->group[i], ==, b);
          g_assert_cmpuint (plan->states[r]->group[j], ==, a);
          g_assert_cmpint (plan->total, ==, before + delta);
          g_assert_cmpint (plan->total, ==, pz_group_plan_get_total (plan));
        }
    }
}

static void
judge (PzGroupProblem  *problem,
       const guint     *groups,
       guint            n_rounds,
       PzGroupRotation *rotation)
{
  *rotation = (PzGroupRotation) { .groups = (guint *) groups, .n_rounds = n_rounds };
  pz_group_plan_judge (problem, rotation);
}

static void
test_judges_by_counting (void)
{
  /* 01 23, 02 13, 03 12: everybody meets everybody; then 01 23 again */
  static const guint groups[] = { 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0 };
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (4, 2));
  PzGroupRotation rotation;

  judge (problem, groups, 3, &rotation);
  g_assert_cmpuint (rotation.repeats, ==, 0);
  g_assert_cmpuint (rotation.most, ==, 1);
  g_assert_cmpuint (rotation.squares, ==, 6);
  g_assert_cmpuint (rotation.squares_floor, ==, 6);
  g_assert_cmpuint (rotation.repeats_floor, ==, 0);
  g_assert_cmpint (rotation.broken, ==, 0);
  judge (problem, groups, 4, &rotation);
  g_assert_cmpuint (rotation.repeats, ==, 2);
  g_assert_cmpuint (rotation.most, ==, 2);
  g_assert_cmpuint (rotation.squares, ==, 4 + 2 * 4);
  /* 8 meetings, 6 pairs: it cannot be better */
  g_assert_cmpuint (rotation.squares_floor, ==, 12);
  g_assert_cmpuint (rotation.repeats_floor, ==, 2);
}

static void
test_the_floor_is_below_what_was_planned_badly (void)
{
  /* the same groups twice */
  static const guint groups[] = { 0, 0, 1, 1, 0, 0, 1, 1 };
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (4, 2));
  PzGroupRotation rotation;

  judge (problem, groups, 2, &rotation);
  g_assert_cmpuint (rotation.repeats, ==, 2);
  g_assert_cmpuint (rotation.repeats_floor, ==, 0);
  g_assert_cmpuint (rotation.squares, ==, 8);
  g_assert_cmpuint (rotation.squares_floor, ==, 4);
}

static void
test_judges_broken_rules_of_every_round (void)
{
  PzGroupBuilder *builder = fixture_builder (4, 2);
  g_autoptr(PzGroupProblem) problem = NULL;
  PzGroupRotation rotation;

  pz_group_builder_apart (builder, 0, 1);
  pz_group_builder_apart (builder, 0, 2);
  problem = fixture_build (builder);
  judge (problem, two_rounds, 2, &rotation);
  g_assert_cmpint (rotation.broken, ==, 2);
}

static void
test_one_learner_meets_nobody (void)
{
  static const guint alone[] = { 0, 0 };
  g_autoptr(PzGroupProblem) problem = fixture_build (fixture_builder (1, 1));
  PzGroupRotation rotation;

  judge (problem, alone, 2, &rotation);
  g_assert_cmpuint (rotation.squares + rotation.squares_floor + rotation.repeats + rotation.repeats_floor, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/group-plan/meetings-are-counted-squared", test_meetings_are_counted_squared);
  g_test_add_func ("/core/group-plan/earlier-meetings-count-for-what-is-added",
                   test_earlier_meetings_count_for_what_is_added);
  g_test_add_func ("/core/group-plan/what-each-round-costs-is-added", test_what_each_round_costs_is_added);
  g_test_add_func ("/core/group-plan/a-swap-changes-what-it-says", test_a_swap_changes_what_it_says);
  g_test_add_func ("/core/group-plan/judges-by-counting", test_judges_by_counting);
  g_test_add_func ("/core/group-plan/the-floor-is-below-what-was-planned-badly",
                   test_the_floor_is_below_what_was_planned_badly);
  g_test_add_func ("/core/group-plan/judges-broken-rules-of-every-round", test_judges_broken_rules_of_every_round);
  g_test_add_func ("/core/group-plan/one-learner-meets-nobody", test_one_learner_meets_nobody);
  return g_test_run ();
}
