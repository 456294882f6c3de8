/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-draft-fixture.h"

static void
test_becomes_a_goal_of_one_learner (GoalDraftFixture *fixture,
                                    gconstpointer     data)
{
  PzRecord *goal;

  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads 60 words");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_LEARNERS)); /* whose file it stands in says whose it is */
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 2);
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_GAS_LEVEL), ==, 2); /* the three without words are none */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (pz_record_get_text (draft_nth (fixture->learner, PZ_RECORD_MILESTONE, i), PZ_MILESTONE_GOAL), ==,
                       pz_record_get_id (goal));
      g_assert_cmpstr (pz_record_get_text (draft_nth (fixture->learner, PZ_RECORD_GAS_LEVEL, i), PZ_GAS_LEVEL_GOAL), ==,
                       pz_record_get_id (goal));
    }
}

static void
test_each_of_many_keeps_their_own_links (GoalDraftFixture *fixture,
                                         gconstpointer     data)
{
  PzRecord *goal;

  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  pz_record_set_add (pz_document_get_owner (fixture->learner), PZ_LEARNER_NEEDS, "Speed");
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Another's need");
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_INTERESTS, "Another's interest");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_false (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Another's need"));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_INTERESTS));
}

static void
test_a_shared_goal_says_who_shares_it (GoalDraftFixture *fixture,
                                       gconstpointer     data)
{
  PzRecord *goal;

  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  pz_goal_draft_set_shared (fixture->draft, TRUE);
  pz_record_set_add (draft_goal (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->classroom);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, FIXTURE_ID));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, "f6t1xw8b3n9kq5zc"));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_cmpuint (draft_count (fixture->classroom, PZ_RECORD_MILESTONE), ==, 2);
}

static void
test_takes_its_title_from_the_behaviour (GoalDraftFixture *fixture,
                                         gconstpointer     data)
{
  pz_record_set_text (draft_goal (fixture->draft), PZ_GOAL_BEHAVIOUR, "reads aloud");
  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_add_to (fixture->draft, fixture->learner), PZ_GOAL_TITLE), ==,
                   "Reads aloud");
  g_assert_true (pz_record_is_empty (draft_goal (fixture->draft), PZ_GOAL_TITLE)); /* the draft stays as it was typed */
}

static void
test_an_empty_step_is_none (GoalDraftFixture *fixture,
                            gconstpointer     data)
{
  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  pz_goal_draft_add_milestone (fixture->draft);
  pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 2);
}

static void
test_writes_nothing_when_nothing_changed (GoalDraftFixture *fixture,
                                          gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  g_autofree char *before = fixture_text (fixture->learner);
  g_autofree char *after = NULL;

  g_assert_false (pz_goal_draft_change (again, fixture->learner, goal));
  after = fixture_text (fixture->learner);
  g_assert_cmpstr (after, ==, before);
}

static void
test_leaves_alone_what_others_changed (GoalDraftFixture *fixture,
                                       gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_record_set_number (goal, PZ_GOAL_TARGET, 65);
  pz_record_set_text (draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 0), PZ_MILESTONE_REACHED, "2026-11-20");
  pz_record_set_text (draft_goal (again), PZ_GOAL_TITLE, "Reads well");
  pz_record_set_text (pz_goal_draft_get_level (again, 2), PZ_GAS_LEVEL_TEXT, "Without help");
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads well");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 65);
  g_assert_cmpstr (pz_record_get_text (draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 0), PZ_MILESTONE_REACHED), ==,
                   "2026-11-20");
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_GAS_LEVEL), ==, 2); /* the same record, other words */
}

static void
test_an_emptied_title_is_made_anew (GoalDraftFixture *fixture,
                                    gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_record_set_text (draft_goal (again), PZ_GOAL_TITLE, NULL);
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
}

static void
test_a_shared_goal_gets_other_learners (GoalDraftFixture *fixture,
                                        gconstpointer     data)
{
  g_autoptr(PzGoalDraft) again = NULL;
  PzRecord *goal;

  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->classroom);
  again = pz_goal_draft_new_of (fixture->classroom, goal);
  g_assert_true (pz_goal_draft_is_shared (again));
  draft_give_to (again, "f6t1xw8b3n9kq5zc", NULL);
  g_assert_true (pz_goal_draft_change (again, fixture->classroom, goal));
  g_assert_false (pz_record_set_has (goal, PZ_GOAL_LEARNERS, FIXTURE_ID));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, "f6t1xw8b3n9kq5zc"));
}

static void
test_what_went_meanwhile_is_no_trouble (GoalDraftFixture *fixture,
                                        gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  PzRecord *step = draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 0);

  pz_document_delete (fixture->learner, step);
  pz_goal_draft_remove_milestone (again, pz_goal_draft_get_milestones (again)->pdata[0]);
  g_assert_false (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_true (pz_record_is_deleted (step));
}

static void
test_may_be_added_to_one_after_the_other (GoalDraftFixture *fixture,
                                          gconstpointer     data)
{
  g_autoptr(PzDocument) other = pz_document_new (PZ_DOCUMENT_LEARNER, "f6t1xw8b3n9kq5zc", fixture->clock);
  PzRecord *first, *second;

  draft_write_goal (fixture->draft);
  draft_give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  first = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  second = pz_goal_draft_add_to (fixture->draft, other);
  g_assert_true (pz_record_get_document (first) == fixture->learner);
  g_assert_true (pz_record_get_document (second) == other);
  g_assert_cmpstr (pz_record_get_id (first), !=, pz_record_get_id (second));
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 2);
  g_assert_cmpuint (draft_count (other, PZ_RECORD_MILESTONE), ==, 2);
}

static void
test_a_step_of_which_anything_was_said_is_one (GoalDraftFixture *fixture,
                                               gconstpointer     data)
{
  static const guint fields[] = { PZ_MILESTONE_TEXT, PZ_MILESTONE_DATE, PZ_MILESTONE_REACHED };

  draft_give_to (fixture->draft, FIXTURE_ID, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pz_record_set_text (pz_goal_draft_add_milestone (fixture->draft), fields[i], "2026-12-01");
  pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, G_N_ELEMENTS (fields));
}

static void
test_a_step_that_is_removed_goes_to_the_trash (GoalDraftFixture *fixture,
                                               gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_goal_draft_remove_milestone (again, pz_goal_draft_get_milestones (again)->pdata[0]);
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 1);
  g_assert_true (pz_record_is_deleted (draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 0)));
}

static void
test_new_steps_and_levels_are_added (GoalDraftFixture *fixture,
                                     gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_record_set_text (pz_goal_draft_add_milestone (again), PZ_MILESTONE_TEXT, "A page");
  pz_goal_draft_add_milestone (again); /* nothing was said of it */
  pz_record_set_text (pz_goal_draft_get_level (again, 0), PZ_GAS_LEVEL_TEXT, "With help");
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 3);
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_GAS_LEVEL), ==, 3);
  g_assert_cmpstr (pz_record_get_text (draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 2), PZ_MILESTONE_GOAL), ==,
                   pz_record_get_id (goal));
}

/* removed for good by another device, say */
static void
test_a_step_that_is_nowhere_any_more_is_left_alone (GoalDraftFixture *fixture,
                                                    gconstpointer     data)
{
  PzRecord *goal = draft_add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  GPtrArray *steps = pz_goal_draft_get_milestones (again);

  pz_record_set_text (steps->pdata[0], PZ_MILESTONE_TEXT, "Other words");
  pz_document_remove (fixture->learner, draft_nth (fixture->learner, PZ_RECORD_MILESTONE, 0));
  g_assert_false (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpuint (draft_count (fixture->learner, PZ_RECORD_MILESTONE), ==, 1);
}

#define ADD(path, function) goal_draft_test_add ("/core/goal-draft-write/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("becomes-a-goal-of-one-learner", test_becomes_a_goal_of_one_learner);
  ADD ("each-of-many-keeps-their-own-links", test_each_of_many_keeps_their_own_links);
  ADD ("a-shared-goal-says-who-shares-it", test_a_shared_goal_says_who_shares_it);
  ADD ("takes-its-title-from-the-behaviour", test_takes_its_title_from_the_behaviour);
  ADD ("an-empty-step-is-none", test_an_empty_step_is_none);
  ADD ("writes-nothing-when-nothing-changed", test_writes_nothing_when_nothing_changed);
  ADD ("leaves-alone-what-others-changed", test_leaves_alone_what_others_changed);
  ADD ("an-emptied-title-is-made-anew", test_an_emptied_title_is_made_anew);
  ADD ("a-shared-goal-gets-other-learners", test_a_shared_goal_gets_other_learners);
  ADD ("what-went-meanwhile-is-no-trouble", test_what_went_meanwhile_is_no_trouble);
  ADD ("may-be-added-to-one-after-the-other", test_may_be_added_to_one_after_the_other);
  ADD ("a-step-of-which-anything-was-said-is-one", test_a_step_of_which_anything_was_said_is_one);
  ADD ("a-step-that-is-removed-goes-to-the-trash", test_a_step_that_is_removed_goes_to_the_trash);
  ADD ("new-steps-and-levels-are-added", test_new_steps_and_levels_are_added);
  ADD ("a-step-that-is-nowhere-any-more-is-left-alone", test_a_step_that_is_nowhere_any_more_is_left_alone);
  return g_test_run ();
}
