/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goals-fixture.h"

#include <string.h>

static void
test_says_what_it_is (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, "amina", "Reads Álóud", 12, 0);

  g_assert_cmpstr (pz_goal_item_get_learner (item), ==, "amina");
  g_assert_cmpstr (pz_goal_item_get_goal (item), ==, "Reads Álóud");
  g_assert_cmpstr (pz_goal_item_get_search_key (item), ==, "reads aloud");
  g_assert_cmpuint (pz_goal_item_get_status (item), ==, PZ_STATUS_NOT_ON_THE_WAY);
  g_assert_cmpuint (pz_goal_item_get_last_day (item), ==, pz_day_from_text ("2026-11-16"));
  g_assert_cmpuint (pz_goal_item_get_progress (item)->n, ==, 12);
}

/* each comes before the next */
static void
test_order (UiFixture     *fixture,
            gconstpointer  names)
{
  g_autoptr(PzGoalItem) flat = goals_make_item (fixture, "a", "flat", 12, 0);
  g_autoptr(PzGoalItem) none = goals_make_item (fixture, "a", "z never measured", 0, 0);
  g_autoptr(PzGoalItem) few_a = goals_make_item (fixture, "a", "few", 2, 0);
  g_autoptr(PzGoalItem) few_b = goals_make_item (fixture, "b", "few", 2, 0);
  g_autoptr(PzGoalItem) few_last = goals_make_item (fixture, "a", "few more", 2, 0);
  g_autoptr(PzGoalItem) early = goals_make_item (fixture, "a", "early", 5, 1);
  g_autoptr(PzGoalItem) good = goals_make_item (fixture, "a", "good", 12, 1.8);
  g_autoptr(PzGoalItem) met = goals_make_item (fixture, "a", "met", 12, 4);
  PzGoalItem *order[] = { flat, none, few_a, few_b, few_last, early, good, met };

  for (gsize a = 0; a < G_N_ELEMENTS (order); a++)
    for (gsize b = 0; b < G_N_ELEMENTS (order); b++)
      {
        int found = pz_goal_item_compare (order[a], order[b]);

        g_assert_cmpint ((found > 0) - (found < 0), ==, (a > b) - (a < b));
      }
}

static void
test_knows_the_same (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autoptr(PzGoalItem) item = goals_make_item (fixture, "a", "flat", 12, 0);
  g_autoptr(PzGoalItem) same = goals_make_item (fixture, "a", "flat", 12, 0);
  g_autoptr(PzGoalItem) other_points = goals_make_item (fixture, "a", "flat", 12, 0.01);
  g_autoptr(PzGoalItem) more_points = goals_make_item (fixture, "a", "flat", 11, 0);
  g_autoptr(PzGoalItem) other_learner = goals_make_item (fixture, "b", "flat", 12, 0);

  g_assert_true (pz_goal_item_equal (item, same));
  g_assert_cmpuint (pz_goal_item_hash (item), ==, pz_goal_item_hash (same));
  g_assert_true (pz_goal_item_is_same_goal (item, other_points));
  g_assert_false (pz_goal_item_equal (item, other_points));
  g_assert_false (pz_goal_item_equal (item, more_points));
  g_assert_false (pz_goal_item_is_same_goal (item, other_learner));
  g_assert_false (pz_goal_item_equal (item, other_learner));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-item/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("says-what-it-is", test_says_what_it_is);
  ADD ("order", test_order);
  ADD ("knows-the-same", test_knows_the_same);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
