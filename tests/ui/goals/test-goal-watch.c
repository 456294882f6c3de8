/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-watch.h"

#include "goals-fixture.h"

static void
wait_for (PzGoalWatch *watch)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (pz_goal_watch_is_busy (watch) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (pz_goal_watch_is_busy (watch));
}

static void
assert_need (PzClassroomTraits *traits,
             const char        *learner,
             PzGoalNeed         expected)
{
  PzGoalNeed need;

  g_assert_true (pz_goal_needs_get (pz_classroom_traits_get_goals (traits), learner, &need));
  g_assert_cmpuint (need, ==, expected);
}

static void
test_tells_what_goals_wait_for (UiFixture     *fixture,
                                gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autofree char *good = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_GOOD);
  g_autofree char *flat = goals_add (fixture->classroom, tom, "Writes", NULL, COURSE_FLAT);
  g_autofree char *bare = goals_add (fixture->classroom, tom, "Counts", NULL, COURSE_NONE);
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (fixture->classroom);
  g_autoptr(PzGoalWatch) watch = NULL;

  ui_save (fixture->classroom);
  watch = pz_goal_watch_new (traits);
  g_assert_null (pz_classroom_traits_get_goals (traits));
  wait_for (watch);
  assert_need (traits, amina, PZ_GOAL_NEED_NOTHING);
  assert_need (traits, tom, PZ_GOAL_NEED_DECISION | PZ_GOAL_NEED_DATA);
  /* a goal that is not worked on waits for nothing */
  goals_set_state (fixture->classroom, tom, flat, "paused");
  ui_save (fixture->classroom);
  wait_for (watch);
  assert_need (traits, tom, PZ_GOAL_NEED_DATA);
}

/* what a goal of many waits for is no news of one of them */
static void
test_a_shared_goal_without_data_is_for_the_class (UiFixture     *fixture,
                                                  gconstpointer  names)
{
  PzDocument *document = pz_classroom_get_document (fixture->classroom);
  const char *amina = goals_learner (fixture, "Amina");
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (fixture->classroom);
  g_autoptr(PzGoalWatch) watch = NULL;

  pz_record_set_text (goal, PZ_GOAL_TITLE, "All listen");
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, amina);
  ui_save (fixture->classroom);
  watch = pz_goal_watch_new (traits);
  wait_for (watch);
  assert_need (traits, amina, PZ_GOAL_NEED_NOTHING);
}

/* the files are read once, however many look at the goals */
static void
test_shares_its_list (UiFixture     *fixture,
                      gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *flat = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT);
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (fixture->classroom);
  PzGoalList *list, *other;
  PzGoalWatch *watch;
  PzGoalNeed need;

  ui_save (fixture->classroom);
  list = pz_goal_list_get (fixture->classroom);
  goals_wait (list);
  watch = pz_goal_watch_new (traits);
  g_assert_false (pz_goal_watch_is_busy (watch));
  assert_need (traits, amina, PZ_GOAL_NEED_DECISION); /* it was there */
  other = pz_goal_list_get (fixture->classroom);
  g_assert_true (other == list);
  g_object_unref (other);
  g_object_unref (list);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_assert_nonnull (list); /* the watch has it */
  goals_set_state (fixture->classroom, amina, flat, "paused");
  ui_save (fixture->classroom);
  wait_for (watch);
  g_assert_false (pz_goal_needs_get (pz_classroom_traits_get_goals (traits), amina, &need));
  pz_goal_watch_free (watch);
  g_assert_null (list);
  /* and then there is a new one, which a watch that read for itself takes as soon as it must read again */
  watch = pz_goal_watch_new (traits);
  wait_for (watch);
  list = pz_goal_list_get (fixture->classroom);
  g_assert_true (pz_goal_list_is_busy (list));
  goals_wait (list);
  goals_set_state (fixture->classroom, amina, flat, "active");
  ui_save (fixture->classroom);
  wait_for (watch);
  assert_need (traits, amina, PZ_GOAL_NEED_DECISION);
  pz_goal_watch_free (watch);
  g_object_unref (list);
}

/* also goals that stand in the class, and somebody who reads for the first time and goes at once */
static void
test_follows_the_class (UiFixture     *fixture,
                        gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autofree char *flat = goals_add (fixture->classroom, tom, "Reads", NULL, COURSE_FLAT);
  g_autoptr(PzClassroomTraits) traits = pz_classroom_traits_new (fixture->classroom);
  PzGoalWatch *watch;
  PzGoalNeed need;
  PzRecord *shared;

  ui_save (fixture->classroom);
  pz_goal_watch_free (pz_goal_watch_new (traits));
  watch = pz_goal_watch_new (traits);
  wait_for (watch);
  assert_need (traits, tom, PZ_GOAL_NEED_DECISION);
  g_assert_false (pz_goal_needs_get (pz_classroom_traits_get_goals (traits), amina, &need));
  shared = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_GOAL);
  pz_record_set_text (shared, PZ_GOAL_TITLE, "Works with others");
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, amina);
  ui_save (fixture->classroom);
  wait_for (watch);
  assert_need (traits, amina, PZ_GOAL_NEED_NOTHING); /* there is a goal now */
  pz_goal_watch_free (watch);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-watch/" path, UiFixture, "Amina Yusuf;Tom & Ann", ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("tells-what-goals-wait-for", test_tells_what_goals_wait_for);
  ADD ("a-shared-goal-without-data-is-for-the-class", test_a_shared_goal_without_data_is_for_the_class);
  ADD ("shares-its-list", test_shares_its_list);
  ADD ("follows-the-class", test_follows_the_class);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
