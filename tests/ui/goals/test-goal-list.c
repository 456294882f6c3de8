/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-found.h"
#include "goals-fixture.h"

#include <glib/gstdio.h>

#define DAY_MS (24 * 3600 * G_GINT64_CONSTANT (1000))

typedef struct
{
  guint n_signals;
  guint removed;
  guint added;
} Changes;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            Changes    *changes)
{
  changes->n_signals++;
  changes->removed += removed;
  changes->added += added;
}

static void
assert_statuses (PzGoalList     *list,
                 const PzStatus *statuses,
                 guint           n)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (pz_goal_item_get_status (pz_goal_list_peek (list, i)), ==, statuses[i]);
  g_assert_null (pz_goal_list_peek (list, n));
}

static PzGoalList *
read_list (UiFixture *fixture)
{
  PzGoalList *list = pz_goal_list_new (fixture->classroom);

  goals_wait (list);
  g_assert_no_error (pz_goal_list_get_error (list));
  return list;
}

static void
test_lists_and_judges_all (UiFixture     *fixture,
                           gconstpointer  names)
{
  const PzStatus order[] = { PZ_STATUS_NOT_ON_THE_WAY, PZ_STATUS_NEEDS_DATA, PZ_STATUS_NEEDS_DATA, PZ_STATUS_TOO_EARLY,
                             PZ_STATUS_ON_THE_WAY,     PZ_STATUS_MET };
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autoptr(PzGoalList) list = NULL;

  for (guint course = 0; course <= COURSE_DONE; course++)
    g_free (goals_add (fixture->classroom, course % 2 == 0 ? amina : tom, "Reads", NULL, course));
  ui_save (fixture->classroom);
  list = pz_goal_list_new (fixture->classroom);
  g_assert_true (pz_goal_list_is_busy (list));
  g_assert_false (pz_goal_list_is_read (list));
  goals_wait (list);
  g_assert_true (pz_goal_list_is_read (list));
  g_assert_true (pz_goal_list_get_classroom (list) == fixture->classroom);
  assert_statuses (list, order, G_N_ELEMENTS (order));
}

static void
test_shared_goal_for_each (UiFixture     *fixture,
                           gconstpointer  names)
{
  PzRecord *goal = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_GOAL);
  const char *ids[] = { goals_learner (fixture, "Amina"), goals_learner (fixture, "Tom") };
  g_autoptr(PzGoalList) list = NULL;

  for (guint i = 0; i < 2; i++)
    pz_record_set_add (goal, PZ_GOAL_LEARNERS, ids[i]);
  ui_save (fixture->classroom);
  list = read_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (goals_item (list, ids[i], pz_record_get_id (goal)));
}

static void
test_follows_one_learner (UiFixture     *fixture,
                          gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FEW);
  g_autofree char *other = goals_add (fixture->classroom, tom, "Writes", NULL, COURSE_FLAT);
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(PzGoalItem) kept = NULL;
  Changes changes = { 0 };

  ui_save (fixture->classroom);
  list = read_list (fixture);
  kept = g_object_ref (goals_item (list, tom, other));
  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &changes);
  goals_add_point (fixture->classroom, amina, goal, "2026-11-20", 33);
  ui_save (fixture->classroom);
  goals_wait (list);
  g_assert_cmpuint (pz_goal_item_get_status (goals_item (list, amina, goal)), ==, PZ_STATUS_TOO_EARLY);
  g_assert_true (goals_item (list, tom, other) == kept); /* the other one is not made anew */
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 1);
  g_assert_cmpuint (changes.added, ==, 1);
}

static void
test_says_nothing_new (UiFixture     *fixture,
                       gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzGoalList) list = NULL;
  Changes changes = { 0 };

  ui_save (fixture->classroom);
  list = read_list (fixture);
  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &changes);
  document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, amina, NULL);
  pz_record_set_add (pz_document_get_owner (document), PZ_LEARNER_NEEDS, "Time");
  ui_save (fixture->classroom);
  g_assert_true (pz_goal_list_is_busy (list));
  goals_wait (list);
  g_assert_cmpuint (changes.n_signals, ==, 0);
  g_assert_nonnull (goals_item (list, amina, goal));
}

static void
test_learner_in_the_trash (UiFixture     *fixture,
                           gconstpointer  names)
{
  const char *ids[] = { goals_learner (fixture, "Amina"), NULL };
  g_autofree char *id = g_strdup (ids[0]);
  g_autofree char *goal = goals_add (fixture->classroom, id, "Reads", NULL, COURSE_FLAT);
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(GError) error = NULL;

  ui_save (fixture->classroom);
  list = read_list (fixture);
  ids[0] = id;
  pz_classroom_delete (fixture->classroom, ids, "Deletion", &error);
  g_assert_no_error (error);
  goals_wait (list);
  g_assert_null (goals_item (list, id, goal));
  pz_classroom_undo (fixture->classroom, &error);
  g_assert_no_error (error);
  ui_save (fixture->classroom);
  goals_wait (list);
  g_assert_nonnull (goals_item (list, id, goal));
}

static gboolean
is_busy (gpointer list)
{
  return pz_goal_list_is_busy (list);
}

/* a measure of which less is better: who goes up is not on the way any more */
static void
test_follows_the_class (UiFixture     *fixture,
                        gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *measure = goals_add_measure (fixture->classroom, "Minutes", "min");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Begins", measure, COURSE_FLAT);
  PzDocument *class = pz_classroom_get_document (fixture->classroom);
  g_autoptr(PzGoalList) list = NULL;

  ui_save (fixture->classroom);
  list = read_list (fixture);
  g_assert_cmpuint (pz_goal_item_get_status (goals_item (list, amina, goal)), ==, PZ_STATUS_NOT_ON_THE_WAY);
  pz_record_set_text (pz_document_find (class, measure), PZ_MEASURE_DIRECTION, "decrease");
  ui_save (fixture->classroom);
  g_assert_true (ui_wait (is_busy, list));
  goals_wait (list);
  g_assert_cmpuint (pz_goal_item_get_progress (goals_item (list, amina, goal))->range.direction, ==,
                    PZ_DIRECTION_DECREASE);
  g_assert_cmpuint (pz_goal_item_get_status (goals_item (list, amina, goal)), ==, PZ_STATUS_MET);
}

static void
test_undo_in_the_class (UiFixture     *fixture,
                        gconstpointer  names)
{
  PzDocument *class = pz_classroom_get_document (fixture->classroom);
  const char *amina = goals_learner (fixture, "Amina");
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *goal;

  goal = pz_document_add (class, PZ_RECORD_GOAL);
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, amina);
  ui_save (fixture->classroom);
  list = read_list (fixture);
  pz_document_delete (class, goal);
  ui_save (fixture->classroom);
  goals_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  pz_classroom_undo (fixture->classroom, &error);
  g_assert_no_error (error);
  ui_save (fixture->classroom);
  goals_wait (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static void
test_new_day (UiFixture     *fixture,
              gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT);
  g_autoptr(PzGoalList) list = NULL;

  ui_save (fixture->classroom);
  list = read_list (fixture);
  pz_goal_list_look_at_clock (list);
  g_assert_false (pz_goal_list_is_busy (list));
  pz_environment_advance (fixture->environment, 60 * DAY_MS);
  pz_goal_list_look_at_clock (list);
  goals_wait (list);
  g_assert_cmpuint (pz_goal_item_get_status (goals_item (list, amina, goal)), ==, PZ_STATUS_NEEDS_DATA);
}

static void
test_error_and_retry (UiFixture     *fixture,
                      gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT);
  g_autofree char *file = g_build_filename (pz_classroom_get_path (fixture->classroom), "classroom.json", NULL);
  g_autofree char *away = g_strconcat (file, ".away", NULL);
  g_autoptr(PzGoalList) list = NULL;

  ui_save (fixture->classroom);
  g_assert_cmpint (g_rename (file, away), ==, 0);
  list = pz_goal_list_new (fixture->classroom);
  goals_wait (list);
  g_assert_nonnull (pz_goal_list_get_error (list));
  g_assert_false (pz_goal_list_is_read (list));
  g_assert_cmpint (g_rename (away, file), ==, 0);
  pz_goal_list_retry (list);
  goals_wait (list);
  g_assert_no_error (pz_goal_list_get_error (list));
  g_assert_nonnull (goals_item (list, amina, goal));
}

static void
test_may_go_while_it_reads (UiFixture     *fixture,
                            gconstpointer  names)
{
  PzGoalList *list = pz_goal_list_new (fixture->classroom);

  g_assert_true (pz_goal_list_is_busy (list));
  g_assert_finalize_object (list);
  ui_settle ();
}

/* ---- found ---- */

static void
test_counts_whatever_is_chosen (UiFixture     *fixture,
                                gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autofree char *measure = goals_add_measure (fixture->classroom, "Words", "words");
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(PzGoalFound) found = NULL;
  g_autofree char *draft = NULL;

  g_free (goals_add (fixture->classroom, amina, "Reads", measure, COURSE_FLAT));
  g_free (goals_add (fixture->classroom, tom, "Reads", measure, COURSE_GOOD));
  g_free (goals_add (fixture->classroom, tom, "Waits", NULL, COURSE_FLAT));
  draft = goals_add (fixture->classroom, tom, "Draws", NULL, COURSE_NONE);
  goals_set_state (fixture->classroom, tom, draft, "draft");
  ui_save (fixture->classroom);
  list = read_list (fixture);
  found = pz_goal_found_new (list);
  g_assert_cmpuint (pz_goal_found_count_any (found), ==, 3);
  g_assert_cmpuint (pz_goal_found_count (found, PZ_STATUS_NOT_ON_THE_WAY), ==, 2);

  pz_goal_filter_set_status (filter, PZ_STATUS_ON_THE_WAY, TRUE);
  pz_goal_found_set_filter (found, filter, G_MAXUINT);
  g_assert_cmpuint (pz_goal_found_count_found (found), ==, 1);
  g_assert_cmpuint (pz_goal_found_count (found, PZ_STATUS_NOT_ON_THE_WAY), ==, 2); /* as if it were not chosen */
  pz_goal_filter_set_id (filter, PZ_GOAL_BY_MEASURE, measure);
  pz_goal_found_set_filter (found, filter, G_MAXUINT);
  g_assert_cmpuint (pz_goal_found_count (found, PZ_STATUS_NOT_ON_THE_WAY), ==, 1);
  g_assert_cmpuint (pz_goal_found_count_any (found), ==, 2);
  g_assert_cmpuint (pz_goal_found_count_in_state (found), ==, 3);
  g_assert_cmpstr (pz_goal_filter_get_id (pz_goal_found_peek_filter (found), PZ_GOAL_BY_MEASURE), ==, measure);

  pz_goal_filter_clear_statuses (filter);
  pz_goal_filter_set_id (filter, PZ_GOAL_BY_MEASURE, NULL);
  pz_goal_filter_set_state (filter, PZ_GOAL_IS_DRAFT);
  pz_goal_found_set_filter (found, filter, G_MAXUINT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);
}

/* what a list view was told is what there is */
static void
test_tells_of_every_row (UiFixture     *fixture,
                         gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(PzGoalFound) found = NULL;
  GtkSliceListModel *rows;
  Changes changes = { 0 };
  guint n;

  for (guint i = 0; i < 60; i++)
    g_free (goals_add (fixture->classroom, i % 3 == 0 ? amina : tom, "Reads", NULL, i % (COURSE_DONE + 1)));
  ui_save (fixture->classroom);
  list = read_list (fixture);
  found = pz_goal_found_new (list);
  rows = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (found)), 0, G_MAXUINT);
  g_signal_connect (found, "items-changed", G_CALLBACK (changed_cb), &changes);
  n = 60;
  pz_goal_found_set_limit (found, 40);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 40);
  g_assert_cmpuint (pz_goal_found_count_found (found), ==, 60);
  pz_goal_filter_set_search (filter, "amina");
  pz_goal_found_set_filter (found, filter, 40);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 20);
  pz_goal_filter_set_search (filter, NULL);
  pz_goal_found_set_filter (found, filter, 40);
  pz_goal_found_set_limit (found, G_MAXUINT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 60);
  g_assert_cmpuint (n + changes.added - changes.removed, ==, 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(PzGoalItem) item = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_true (item == pz_goal_list_peek (list, i));
    }
  g_object_unref (rows);
}

static void
test_renamed_learner_is_found (UiFixture     *fixture,
                               gconstpointer  names)
{
  const char *tom = goals_learner (fixture, "Tom");
  g_autofree char *id = g_strdup (tom);
  g_autoptr(PzGoalFilter) filter = pz_goal_filter_new ();
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzGoalList) list = NULL;
  g_autoptr(PzGoalFound) found = NULL;

  g_free (goals_add (fixture->classroom, id, "Reads", NULL, COURSE_FLAT));
  ui_save (fixture->classroom);
  list = read_list (fixture);
  found = pz_goal_found_new (list);
  pz_goal_filter_set_search (filter, "thomas");
  pz_goal_found_set_filter (found, filter, G_MAXUINT);
  g_assert_cmpuint (pz_goal_found_count_found (found), ==, 0);
  document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Thomas");
  ui_save (fixture->classroom);
  g_assert_cmpuint (pz_goal_found_count_found (found), ==, 1);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-list/" path, UiFixture, "Amina Yusuf;Tom & Ann", ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("lists-and-judges-all", test_lists_and_judges_all);
  ADD ("shared-goal-for-each", test_shared_goal_for_each);
  ADD ("follows-one-learner", test_follows_one_learner);
  ADD ("says-nothing-new", test_says_nothing_new);
  ADD ("learner-in-the-trash", test_learner_in_the_trash);
  ADD ("follows-the-class", test_follows_the_class);
  ADD ("undo-in-the-class", test_undo_in_the_class);
  ADD ("new-day", test_new_day);
  ADD ("error-and-retry", test_error_and_retry);
  ADD ("may-go-while-it-reads", test_may_go_while_it_reads);
  ADD ("counts-whatever-is-chosen", test_counts_whatever_is_chosen);
  ADD ("tells-of-every-row", test_tells_of_every_row);
  ADD ("renamed-learner-is-found", test_renamed_learner_is_found);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
