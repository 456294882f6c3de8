/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-draft-fixture.h"

/* ---- a new goal ---- */

static void
test_begins_today_and_active (GoalDraftFixture *fixture,
                              gconstpointer     data)
{
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_START), ==, "2026-11-23");
  g_assert_cmpstr (pz_record_get_text (draft_goal (fixture->draft), PZ_GOAL_STATE), ==, "active");
  g_assert_true (pz_goal_draft_is_empty (fixture->draft));
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_CONDITION, "Given a text");
  g_assert_false (pz_goal_draft_is_empty (fixture->draft));
}

static void
test_needs_a_title_and_a_learner (GoalDraftFixture *fixture,
                                  gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  g_assert_false (pz_goal_draft_may_keep (fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_BEHAVIOUR, "reads aloud");
  g_assert_true (pz_goal_draft_may_keep (fixture->draft, NULL));
  draft_give_to (fixture->draft, NULL, NULL);
  g_assert_false (pz_goal_draft_may_keep (fixture->draft, NULL));
}

static void
test_tells_of_every_change (GoalDraftFixture *fixture,
                            gconstpointer     data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->draft, "changed", G_CALLBACK (g_atomic_int_inc), &n);
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_TITLE, "Reads");
  g_assert_cmpuint (n, ==, 1);
  pz_record_set_text (pz_goal_draft_get_level (fixture->draft, 0), PZ_GAS_LEVEL_TEXT, "As expected");
  g_assert_cmpuint (n, ==, 2);
  pz_goal_draft_set_shared (fixture->draft, TRUE);
  g_assert_true (pz_goal_draft_is_shared (fixture->draft));
  pz_goal_draft_set_shared (fixture->draft, TRUE); /* says nothing new */
  g_assert_cmpuint (n, ==, 3);
  pz_goal_draft_remove_milestone (fixture->draft, pz_goal_draft_add_milestone (fixture->draft));
  g_assert_cmpuint (n, >, 3);
}

/* ---- a goal that is there ---- */

static void
test_shows_the_goal_as_it_is (GoalDraftFixture *fixture,
                              gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  GPtrArray *steps = pz_goal_draft_get_milestones (again);
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (again);

  g_assert_cmpstr (pz_record_get_text (draft_goal (again), PZ_GOAL_TITLE), ==, "Reads 60 words");
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (steps->pdata[0], PZ_MILESTONE_TEXT), ==, "Short words");
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_level (again, 2), PZ_GAS_LEVEL_TEXT), ==, "Alone");
  g_assert_null (pz_record_get_text (pz_goal_draft_get_level (again, 1), PZ_GAS_LEVEL_TEXT));
  g_assert_cmpstrv (learners, ((const char *[]) { FIXTURE_ID, NULL }));
  g_assert_false (pz_goal_draft_is_shared (again));
}

static void
test_steps_are_added_moved_and_removed (GoalDraftFixture *fixture,
                                        gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  GPtrArray *steps = pz_goal_draft_get_milestones (again);
  PzRecord *third = pz_goal_draft_add_milestone (again);
  g_autoptr(PzGoalDraft) seen = NULL;

  pz_record_set_text (third, PZ_MILESTONE_TEXT, "A page");
  g_assert_true (pz_goal_draft_move_milestone (again, third, -5)); /* as far up as it goes */
  g_assert_false (pz_goal_draft_move_milestone (again, third, -1));
  g_assert_true (steps->pdata[0] == third);
  pz_goal_draft_remove_milestone (again, steps->pdata[2]);
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  seen = pz_goal_draft_new_of (fixture->learner, goal);
  steps = pz_goal_draft_get_milestones (seen);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (steps->pdata[0], PZ_MILESTONE_TEXT), ==, "A page");
  g_assert_cmpstr (pz_record_get_text (steps->pdata[1], PZ_MILESTONE_TEXT), ==, "Short words");
}

#define ADD(path, function) goal_draft_test_add ("/core/goal-draft/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("begins-today-and-active", test_begins_today_and_active);
  ADD ("needs-a-title-and-a-learner", test_needs_a_title_and_a_learner);
  ADD ("tells-of-every-change", test_tells_of_every_change);
  ADD ("shows-the-goal-as-it-is", test_shows_the_goal_as_it_is);
  ADD ("steps-are-added-moved-and-removed", test_steps_are_added_moved_and_removed);
  return g_test_run ();
}
