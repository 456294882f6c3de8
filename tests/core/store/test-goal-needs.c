/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-needs.h"

static void
test_goals_of_a_learner_add_up (void)
{
  g_autoptr(PzGoalNeeds) needs = pz_goal_needs_new ();
  PzGoalNeed need = PZ_GOAL_NEED_DATA;

  pz_goal_needs_add (needs, "ada", PZ_GOAL_NEED_NOTHING);
  g_assert_true (pz_goal_needs_get (needs, "ada", &need));
  g_assert_cmpuint (need, ==, PZ_GOAL_NEED_NOTHING);
  pz_goal_needs_add (needs, "ada", PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (needs, "ada", PZ_GOAL_NEED_DECISION);
  pz_goal_needs_add (needs, "ada", PZ_GOAL_NEED_NOTHING);
  g_assert_true (pz_goal_needs_get (needs, "ada", &need));
  g_assert_cmpuint (need, ==, PZ_GOAL_NEED_DATA | PZ_GOAL_NEED_DECISION);
}

static void
test_without_goals_nothing_is_known (void)
{
  g_autoptr(PzGoalNeeds) needs = pz_goal_needs_new ();
  PzGoalNeed need = PZ_GOAL_NEED_DATA;

  g_assert_false (pz_goal_needs_get (needs, "ada", &need));
  g_assert_cmpuint (need, ==, PZ_GOAL_NEED_NOTHING);
}

static void
test_copy_leaves_some_out (void)
{
  g_autoptr(PzGoalNeeds) needs = pz_goal_needs_new ();
  g_autoptr(GPtrArray) out = g_ptr_array_new ();
  g_autoptr(PzGoalNeeds) copy = NULL;
  PzGoalNeed need;

  pz_goal_needs_add (needs, "ada", PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (needs, "bea", PZ_GOAL_NEED_DECISION);
  g_ptr_array_add (out, (gpointer) "bea");
  copy = pz_goal_needs_copy_without (needs, out);
  g_assert_false (pz_goal_needs_get (copy, "bea", &need));
  g_assert_true (pz_goal_needs_get (copy, "ada", &need));
  g_assert_cmpuint (need, ==, PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (copy, "ada", PZ_GOAL_NEED_DECISION);
  g_assert_true (pz_goal_needs_get (needs, "ada", &need));
  g_assert_cmpuint (need, ==, PZ_GOAL_NEED_DATA); /* the other one is untouched */
}

static void
test_equal_when_everybody_is (void)
{
  g_autoptr(PzGoalNeeds) a = pz_goal_needs_new ();
  g_autoptr(PzGoalNeeds) b = pz_goal_needs_new ();
  g_autoptr(PzGoalNeeds) held = pz_goal_needs_ref (a);

  g_assert_true (pz_goal_needs_equal (a, b));
  g_assert_true (pz_goal_needs_equal (a, held));
  g_assert_false (pz_goal_needs_equal (a, NULL));
  g_assert_false (pz_goal_needs_equal (NULL, b));
  pz_goal_needs_add (a, "ada", PZ_GOAL_NEED_NOTHING);
  g_assert_false (pz_goal_needs_equal (a, b));
  pz_goal_needs_add (b, "bea", PZ_GOAL_NEED_NOTHING);
  g_assert_false (pz_goal_needs_equal (a, b));
  pz_goal_needs_add (a, "bea", PZ_GOAL_NEED_DATA);
  pz_goal_needs_add (b, "ada", PZ_GOAL_NEED_NOTHING);
  g_assert_false (pz_goal_needs_equal (a, b));
  pz_goal_needs_add (b, "bea", PZ_GOAL_NEED_DATA);
  g_assert_true (pz_goal_needs_equal (a, b));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/goal-needs/goals-of-a-learner-add-up", test_goals_of_a_learner_add_up);
  g_test_add_func ("/core/goal-needs/without-goals-nothing-is-known", test_without_goals_nothing_is_known);
  g_test_add_func ("/core/goal-needs/copy-leaves-some-out", test_copy_leaves_some_out);
  g_test_add_func ("/core/goal-needs/equal-when-everybody-is", test_equal_when_everybody_is);
  return g_test_run ();
}
