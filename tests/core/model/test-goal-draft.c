/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-goal-draft.h"

#include <math.h>

typedef struct
{
  PzClock *clock;
  PzDocument *learner;
  PzDocument *classroom;
  PzGoalDraft *draft;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->learner = fixture_learner (fixture->clock);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "w7n2c5xk9d0hq4vt", fixture->clock);
  fixture->draft = pz_goal_draft_new (pz_clock_get_environment (fixture->clock));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->learner);
  g_assert_finalize_object (fixture->classroom);
  g_assert_finalize_object (fixture->clock);
}

static PzRecord *
goal_of (PzGoalDraft *draft)
{
  return pz_goal_draft_get_goal (draft);
}

/* how many records of the type lie in the document and not in its trash */
static guint
count (PzDocument   *document,
       PzRecordType  type)
{
  GListModel *records = pz_document_get_records (document, type);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      n += !pz_record_is_deleted (record);
    }
  return n;
}

static PzRecord *
nth (PzDocument   *document,
     PzRecordType  type,
     guint         position)
{
  g_autoptr(PzRecord) record = g_list_model_get_item (pz_document_get_records (document, type), position);

  g_assert_nonnull (record);
  return record; /* the document holds it */
}

static void
give_to (PzGoalDraft *draft,
         const char  *first,
         const char  *second)
{
  const char *ids[] = { first, second, NULL };

  pz_goal_draft_set_learners (draft, ids);
}

static void
write_goal (PzGoalDraft *draft)
{
  PzRecord *goal = goal_of (draft);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads 60 words");
  pz_record_set_text (goal, PZ_GOAL_BEHAVIOUR, "reads aloud");
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (pz_goal_draft_add_milestone (draft), PZ_MILESTONE_TEXT, "Short words");
  pz_record_set_text (pz_goal_draft_add_milestone (draft), PZ_MILESTONE_TEXT, "Long words");
  pz_record_set_text (pz_goal_draft_get_level (draft, -2), PZ_GAS_LEVEL_TEXT, "Not at all");
  pz_record_set_text (pz_goal_draft_get_level (draft, 2), PZ_GAS_LEVEL_TEXT, "Alone");
}

/* ---- a new goal ---- */

static void
test_begins_today_and_active (Fixture       *fixture,
                              gconstpointer  data)
{
  g_assert_cmpstr (pz_record_get_text (goal_of (fixture->draft), PZ_GOAL_START), ==, "2026-11-23");
  g_assert_cmpstr (pz_record_get_text (goal_of (fixture->draft), PZ_GOAL_STATE), ==, "active");
  g_assert_true (pz_goal_draft_is_empty (fixture->draft));
  pz_record_set_text (goal_of (fixture->draft), PZ_GOAL_CONDITION, "Given a text");
  g_assert_false (pz_goal_draft_is_empty (fixture->draft));
}

static void
test_needs_a_title_and_a_learner (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  give_to (fixture->draft, FIXTURE_ID, NULL);
  g_assert_false (pz_goal_draft_may_keep (fixture->draft, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  pz_record_set_text (goal_of (fixture->draft), PZ_GOAL_BEHAVIOUR, "reads aloud");
  g_assert_true (pz_goal_draft_may_keep (fixture->draft, NULL));
  give_to (fixture->draft, NULL, NULL);
  g_assert_false (pz_goal_draft_may_keep (fixture->draft, NULL));
}

static void
test_becomes_a_goal_of_one_learner (Fixture       *fixture,
                                    gconstpointer  data)
{
  PzRecord *goal;

  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, NULL);
  pz_record_set_add (goal_of (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads 60 words");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 60);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_LEARNERS)); /* whose file it stands in says whose it is */
  g_assert_cmpuint (count (fixture->learner, PZ_RECORD_MILESTONE), ==, 2);
  g_assert_cmpuint (count (fixture->learner, PZ_RECORD_GAS_LEVEL), ==, 2); /* the three without words are none */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (pz_record_get_text (nth (fixture->learner, PZ_RECORD_MILESTONE, i), PZ_MILESTONE_GOAL), ==,
                       pz_record_get_id (goal));
      g_assert_cmpstr (pz_record_get_text (nth (fixture->learner, PZ_RECORD_GAS_LEVEL, i), PZ_GAS_LEVEL_GOAL), ==,
                       pz_record_get_id (goal));
    }
}

static void
test_each_of_many_keeps_their_own_links (Fixture       *fixture,
                                         gconstpointer  data)
{
  PzRecord *goal;

  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  pz_record_set_add (pz_document_get_owner (fixture->learner), PZ_LEARNER_NEEDS, "Speed");
  pz_record_set_add (goal_of (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  pz_record_set_add (goal_of (fixture->draft), PZ_GOAL_NEEDS, "Another's need");
  pz_record_set_add (goal_of (fixture->draft), PZ_GOAL_INTERESTS, "Another's interest");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_false (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Another's need"));
  g_assert_true (pz_record_is_empty (goal, PZ_GOAL_INTERESTS));
}

static void
test_a_shared_goal_says_who_shares_it (Fixture       *fixture,
                                       gconstpointer  data)
{
  PzRecord *goal;

  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  pz_goal_draft_set_shared (fixture->draft, TRUE);
  pz_record_set_add (goal_of (fixture->draft), PZ_GOAL_NEEDS, "Speed");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->classroom);
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, FIXTURE_ID));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, "f6t1xw8b3n9kq5zc"));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_NEEDS, "Speed"));
  g_assert_cmpuint (count (fixture->classroom, PZ_RECORD_MILESTONE), ==, 2);
}

static void
test_takes_its_title_from_the_behaviour (Fixture       *fixture,
                                         gconstpointer  data)
{
  pz_record_set_text (goal_of (fixture->draft), PZ_GOAL_BEHAVIOUR, "reads aloud");
  give_to (fixture->draft, FIXTURE_ID, NULL);
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_add_to (fixture->draft, fixture->learner), PZ_GOAL_TITLE), ==,
                   "Reads aloud");
  g_assert_true (pz_record_is_empty (goal_of (fixture->draft), PZ_GOAL_TITLE)); /* the draft stays as it was typed */
}

static void
test_an_empty_step_is_none (Fixture       *fixture,
                            gconstpointer  data)
{
  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, NULL);
  pz_goal_draft_add_milestone (fixture->draft);
  pz_goal_draft_add_to (fixture->draft, fixture->learner);
  g_assert_cmpuint (count (fixture->learner, PZ_RECORD_MILESTONE), ==, 2);
}

static void
test_tells_of_every_change (Fixture       *fixture,
                            gconstpointer  data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->draft, "changed", G_CALLBACK (g_atomic_int_inc), &n);
  pz_record_set_text (goal_of (fixture->draft), PZ_GOAL_TITLE, "Reads");
  g_assert_cmpuint (n, ==, 1);
  pz_record_set_text (pz_goal_draft_get_level (fixture->draft, 0), PZ_GAS_LEVEL_TEXT, "As expected");
  g_assert_cmpuint (n, ==, 2);
  pz_goal_draft_set_shared (fixture->draft, TRUE);
  pz_goal_draft_set_shared (fixture->draft, TRUE); /* says nothing new */
  g_assert_cmpuint (n, ==, 3);
  pz_goal_draft_remove_milestone (fixture->draft, pz_goal_draft_add_milestone (fixture->draft));
  g_assert_cmpuint (n, >, 3);
}

/* ---- a goal that is there ---- */

/* the goal of write_goal() in the learner's file, saved */
static PzRecord *
add_written (Fixture *fixture)
{
  PzRecord *goal;

  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, NULL);
  goal = pz_goal_draft_add_to (fixture->draft, fixture->learner);
  return goal;
}

static void
test_shows_the_goal_as_it_is (Fixture       *fixture,
                              gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  GPtrArray *steps = pz_goal_draft_get_milestones (again);
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (again);

  g_assert_cmpstr (pz_record_get_text (goal_of (again), PZ_GOAL_TITLE), ==, "Reads 60 words");
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (pz_record_get_text (steps->pdata[0], PZ_MILESTONE_TEXT), ==, "Short words");
  g_assert_cmpstr (pz_record_get_text (pz_goal_draft_get_level (again, 2), PZ_GAS_LEVEL_TEXT), ==, "Alone");
  g_assert_null (pz_record_get_text (pz_goal_draft_get_level (again, 1), PZ_GAS_LEVEL_TEXT));
  g_assert_cmpstrv (learners, ((const char *[]) { FIXTURE_ID, NULL }));
  g_assert_false (pz_goal_draft_is_shared (again));
}

static void
test_writes_nothing_when_nothing_changed (Fixture       *fixture,
                                          gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  g_autofree char *before = fixture_text (fixture->learner);
  g_autofree char *after = NULL;

  g_assert_false (pz_goal_draft_change (again, fixture->learner, goal));
  after = fixture_text (fixture->learner);
  g_assert_cmpstr (after, ==, before);
}

static void
test_leaves_alone_what_others_changed (Fixture       *fixture,
                                       gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_record_set_number (goal, PZ_GOAL_TARGET, 65);
  pz_record_set_text (nth (fixture->learner, PZ_RECORD_MILESTONE, 0), PZ_MILESTONE_REACHED, "2026-11-20");
  pz_record_set_text (goal_of (again), PZ_GOAL_TITLE, "Reads well");
  pz_record_set_text (pz_goal_draft_get_level (again, 2), PZ_GAS_LEVEL_TEXT, "Without help");
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads well");
  g_assert_cmpfloat (pz_record_get_number (goal, PZ_GOAL_TARGET), ==, 65);
  g_assert_cmpstr (pz_record_get_text (nth (fixture->learner, PZ_RECORD_MILESTONE, 0), PZ_MILESTONE_REACHED), ==,
                   "2026-11-20");
  g_assert_cmpuint (count (fixture->learner, PZ_RECORD_GAS_LEVEL), ==, 2); /* the same record, other words */
}

static void
test_steps_are_added_moved_and_removed (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
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

static void
test_an_emptied_title_is_made_anew (Fixture       *fixture,
                                    gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);

  pz_record_set_text (goal_of (again), PZ_GOAL_TITLE, NULL);
  g_assert_true (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_cmpstr (pz_record_get_text (goal, PZ_GOAL_TITLE), ==, "Reads aloud");
}

static void
test_a_shared_goal_gets_other_learners (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(PzGoalDraft) again = NULL;
  PzRecord *goal;

  write_goal (fixture->draft);
  give_to (fixture->draft, FIXTURE_ID, "f6t1xw8b3n9kq5zc");
  goal = pz_goal_draft_add_to (fixture->draft, fixture->classroom);
  again = pz_goal_draft_new_of (fixture->classroom, goal);
  g_assert_true (pz_goal_draft_is_shared (again));
  give_to (again, "f6t1xw8b3n9kq5zc", NULL);
  g_assert_true (pz_goal_draft_change (again, fixture->classroom, goal));
  g_assert_false (pz_record_set_has (goal, PZ_GOAL_LEARNERS, FIXTURE_ID));
  g_assert_true (pz_record_set_has (goal, PZ_GOAL_LEARNERS, "f6t1xw8b3n9kq5zc"));
}

static void
test_what_went_meanwhile_is_no_trouble (Fixture       *fixture,
                                        gconstpointer  data)
{
  PzRecord *goal = add_written (fixture);
  g_autoptr(PzGoalDraft) again = pz_goal_draft_new_of (fixture->learner, goal);
  PzRecord *step = nth (fixture->learner, PZ_RECORD_MILESTONE, 0);

  pz_document_delete (fixture->learner, step);
  pz_goal_draft_remove_milestone (again, pz_goal_draft_get_milestones (again)->pdata[0]);
  g_assert_false (pz_goal_draft_change (again, fixture->learner, goal));
  g_assert_true (pz_record_is_deleted (step));
}

#define ADD(path, function) g_test_add ("/core/goal-draft/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("begins-today-and-active", test_begins_today_and_active);
  ADD ("needs-a-title-and-a-learner", test_needs_a_title_and_a_learner);
  ADD ("becomes-a-goal-of-one-learner", test_becomes_a_goal_of_one_learner);
  ADD ("each-of-many-keeps-their-own-links", test_each_of_many_keeps_their_own_links);
  ADD ("a-shared-goal-says-who-shares-it", test_a_shared_goal_says_who_shares_it);
  ADD ("takes-its-title-from-the-behaviour", test_takes_its_title_from_the_behaviour);
  ADD ("an-empty-step-is-none", test_an_empty_step_is_none);
  ADD ("tells-of-every-change", test_tells_of_every_change);
  ADD ("shows-the-goal-as-it-is", test_shows_the_goal_as_it_is);
  ADD ("writes-nothing-when-nothing-changed", test_writes_nothing_when_nothing_changed);
  ADD ("leaves-alone-what-others-changed", test_leaves_alone_what_others_changed);
  ADD ("steps-are-added-moved-and-removed", test_steps_are_added_moved_and_removed);
  ADD ("an-emptied-title-is-made-anew", test_an_emptied_title_is_made_anew);
  ADD ("a-shared-goal-gets-other-learners", test_a_shared_goal_gets_other_learners);
  ADD ("what-went-meanwhile-is-no-trouble", test_what_went_meanwhile_is_no_trouble);
  return g_test_run ();
}
