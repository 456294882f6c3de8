/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frameworks/framework-fixture.h"
#include "pz-frameworks-window.h"
#include "pz-goal-editor.h"
#include "pz-goals-view.h"
#include "pz-learner-page.h"
#include "pz-learner.h"
#include "pz-window.h"
#include "ui-fixture.h"

#define PEOPLE "Amina Yusuf;Chloé Dubois;Tom & Ann"

static void
run (PzWindow   *window,
     const char *action,
     GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
  ui_settle ();
}

/* Id of the learner at a place of the class, who gets a goal; that is written to goal. */
static char *
add_goal (UiFixture  *fixture,
          guint       place,
          char      **goal)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), place);
  char *id = g_strdup (pz_learner_row_get_id (row));
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *record = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (record, PZ_GOAL_TITLE, "Reads aloud");
  *goal = g_strdup (pz_record_get_id (record));
  ui_save (fixture->classroom);
  return id;
}

static gboolean
shows_learners (PzWindow *window)
{
  return PZ_IS_LEARNERS_VIEW (pz_window_get_view (window));
}

static const char *
get_shown (PzWindow *window)
{
  PzDocument *learner = pz_window_get_shown_learner (window);

  return learner != NULL ? pz_document_get_id (learner) : NULL;
}

static void
test_from_a_learner_to_a_goal_and_back (UiFixture     *fixture,
                                        gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 1, &goal);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-learner", g_variant_new_string (learner));
  g_assert_cmpstr (get_shown (window), ==, learner);
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  g_assert_false (shows_learners (window));
  g_assert_cmpstr (get_shown (window), ==, learner); /* whose goal it is */
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  g_assert_cmpstr (get_shown (window), ==, learner);
  run (window, "show-goals", NULL); /* the list: the page was left */
  g_assert_null (pz_window_get_shown_learner (window));
  ui_close_window (window);
}

static void
test_from_a_goal_to_its_learner_and_back (UiFixture     *fixture,
                                          gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 2, &goal);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-goals", NULL);
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  run (window, "show-learner", g_variant_new_string (learner));
  g_assert_true (shows_learners (window));
  run (window, "go-back", NULL);
  g_assert_true (PZ_IS_GOALS_VIEW (pz_window_get_view (window)));
  g_assert_cmpstr (get_shown (window), ==, learner); /* the page of the goal still */
  ui_close_window (window);
}

static void
test_a_choice_ends_the_way_back (UiFixture     *fixture,
                                 gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 0, &goal);
  g_autofree char *other = NULL;
  PzWindow *window = ui_open_window (fixture);
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), 1);

  run (window, "show-goals", NULL);
  run (window, "show-learner", g_variant_new_string (learner));
  pz_learners_view_show (PZ_LEARNERS_VIEW (pz_window_get_view (window)), pz_learner_row_get_id (row)); /* as a click in the list */
  ui_settle ();
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  run (window, "show-goals", NULL);
  run (window, "show-learner", g_variant_new_string (learner));
  run (window, "search", NULL);
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  run (window, "show-goals", NULL);
  run (window, "show-learner", g_variant_new_string (learner));
  run (window, "show-learners", NULL);
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  ui_close_window (window);
}

static char *
dup_id (UiFixture *fixture,
        guint      place)
{
  return g_strdup (pz_index_peek_id (pz_classroom_get_index (fixture->classroom), place));
}

static void
test_each_step_once (UiFixture     *fixture,
                     gconstpointer  names)
{
  g_autofree char *goal = NULL, *other_goal = NULL;
  g_autofree char *learner = add_goal (fixture, 0, &goal);
  g_autofree char *other = add_goal (fixture, 1, &other_goal);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-learner", g_variant_new_string (learner));
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  run (window, "show-learner", g_variant_new_string (other)); /* who is named there */
  run (window, "show-goal", g_variant_new ("(ss)", other, other_goal));
  run (window, "show-partners", NULL);
  g_assert_null (get_shown (window));
  run (window, "go-back", NULL);
  g_assert_true (PZ_IS_GOALS_VIEW (pz_window_get_view (window)));
  g_assert_cmpstr (get_shown (window), ==, other);
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  g_assert_cmpstr (get_shown (window), ==, other);
  run (window, "go-back", NULL);
  g_assert_true (PZ_IS_GOALS_VIEW (pz_window_get_view (window)));
  g_assert_cmpstr (get_shown (window), ==, learner);
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  g_assert_cmpstr (get_shown (window), ==, learner);
  ui_close_window (window);
}

static void
test_from_a_learner_to_another (UiFixture     *fixture,
                                gconstpointer  names)
{
  g_autofree char *first = dup_id (fixture, 0);
  g_autofree char *second = dup_id (fixture, 1);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-learner", g_variant_new_string (first));
  run (window, "show-learner", g_variant_new_string (second)); /* who shares an interest */
  run (window, "show-learner", g_variant_new_string (second)); /* no step */
  g_assert_cmpstr (get_shown (window), ==, second);
  run (window, "go-back", NULL);
  g_assert_cmpstr (get_shown (window), ==, first);
  ui_close_window (window);
}

static void
test_a_long_way_is_cut (UiFixture     *fixture,
                        gconstpointer  names)
{
  g_autofree char *first = dup_id (fixture, 0);
  g_autofree char *second = dup_id (fixture, 1);
  g_autofree char *third = dup_id (fixture, 2);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-learner", g_variant_new_string (third));
  for (guint i = 0; i < 50; i++)
    run (window, "show-learner", g_variant_new_string (i % 2 == 0 ? first : second));
  for (guint i = 0; i < 60; i++)
    {
      run (window, "go-back", NULL);
      g_assert_cmpstr (get_shown (window), !=, third); /* which is forgotten */
    }
  ui_close_window (window);
}

static void
delete_record (UiFixture  *fixture,
               const char *learner,
               const char *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, learner, NULL);

  pz_document_delete (document, pz_document_find (document, id));
  ui_save (fixture->classroom);
}

static void
test_passes_over_what_was_deleted (UiFixture     *fixture,
                                   gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 0, &goal);
  g_autofree char *other = dup_id (fixture, 1);
  g_autofree char *gone = dup_id (fixture, 2);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-learner", g_variant_new_string (learner));
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  run (window, "show-learner", g_variant_new_string (gone));
  run (window, "show-partners", NULL);
  run (window, "show-learner", g_variant_new_string (other));
  delete_record (fixture, learner, goal);
  delete_record (fixture, gone, gone);
  ui_settle ();
  g_assert_cmpstr (get_shown (window), ==, other);
  run (window, "go-back", NULL);
  g_assert_false (shows_learners (window)); /* who has worked with whom */
  run (window, "go-back", NULL);
  g_assert_true (shows_learners (window));
  g_assert_cmpstr (get_shown (window), ==, learner);
  ui_close_window (window);
}

static void
test_the_keyboard_is_where_it_was (UiFixture     *fixture,
                                   gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 0, &goal);
  PzWindow *window = ui_open_window (fixture);
  GtkWidget *focus;

  run (window, "show-learner", g_variant_new_string (learner));
  for (guint i = 0; i < 2; i++)
    gtk_widget_child_focus (ui_find (GTK_WIDGET (window), PZ_TYPE_LEARNER_PAGE, 0), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != focus);
  run (window, "go-back", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  ui_close_window (window);
}

/* The dialog over the window, if there is one. */
static GtkWindow *
find_dialog (PzWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return dialog; /* GTK holds it */
    }
  return NULL;
}

static void
test_back_to_the_window_one_came_through (UiFixture     *fixture,
                                          gconstpointer  names)
{
  static const char *const actions[] = { "show-attention", "show-frameworks" };
  g_autofree char *learner = dup_id (fixture, 0);
  PzWindow *window = ui_open_window (fixture);

  framework_make (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GType type;

      run (window, "show-goals", NULL);
      run (window, actions[i], NULL);
      type = G_OBJECT_TYPE (find_dialog (window));
      if (PZ_IS_FRAMEWORKS_WINDOW (find_dialog (window)))
        while (!pz_frameworks_window_is_ready (PZ_FRAMEWORKS_WINDOW (find_dialog (window))))
          g_main_context_iteration (NULL, TRUE);
      g_signal_emit_by_name (find_dialog (window), "open-learner", learner);
      gtk_window_close (find_dialog (window));
      ui_settle ();
      g_assert_cmpstr (get_shown (window), ==, learner);
      run (window, "go-back", NULL);
      g_assert_true (PZ_IS_GOALS_VIEW (pz_window_get_view (window)));
      g_assert_true (G_OBJECT_TYPE (find_dialog (window)) == type);
      gtk_window_destroy (find_dialog (window));
      ui_settle ();
    }
  ui_close_window (window);
}

static void
test_windows_leave_the_view (UiFixture     *fixture,
                             gconstpointer  names)
{
  static const char *const actions[] = { "show-attention", "show-frameworks", "new-goal" };
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-goals", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      run (window, actions[i], NULL);
      g_assert_nonnull (find_dialog (window));
      g_assert_false (shows_learners (window));
      gtk_window_destroy (find_dialog (window));
      ui_settle ();
    }
  ui_close_window (window);
}

static void
test_a_goal_for_nobody_yet (UiFixture     *fixture,
                            gconstpointer  names)
{
  PzWindow *window = ui_open_window (fixture);
  PzGoalEditor *editor;

  run (window, "show-goals", NULL);
  run (window, "new-goal", NULL);
  editor = PZ_GOAL_EDITOR (find_dialog (window));
  pz_goal_editor_save (editor); /* says what is missing, and stays */
  g_assert_true (find_dialog (window) == GTK_WINDOW (editor));
  gtk_window_destroy (GTK_WINDOW (editor));
  ui_settle ();
  ui_close_window (window);
}

static void
test_a_check_in_from_a_goal (UiFixture     *fixture,
                             gconstpointer  names)
{
  g_autofree char *goal = NULL;
  g_autofree char *learner = add_goal (fixture, 0, &goal);
  PzWindow *window = ui_open_window (fixture);

  run (window, "show-goals", NULL);
  run (window, "show-goal", g_variant_new ("(ss)", learner, goal));
  run (window, "check-in", NULL);
  g_assert_nonnull (find_dialog (window));
  g_assert_false (shows_learners (window));
  gtk_window_destroy (find_dialog (window));
  ui_settle ();
  ui_close_window (window);
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/ui/way-back/from-a-learner-to-a-goal-and-back", test_from_a_learner_to_a_goal_and_back);
  add_test ("/ui/way-back/from-a-goal-to-its-learner-and-back", test_from_a_goal_to_its_learner_and_back);
  add_test ("/ui/way-back/a-choice-ends-the-way-back", test_a_choice_ends_the_way_back);
  add_test ("/ui/way-back/each-step-once", test_each_step_once);
  add_test ("/ui/way-back/from-a-learner-to-another", test_from_a_learner_to_another);
  add_test ("/ui/way-back/a-long-way-is-cut", test_a_long_way_is_cut);
  add_test ("/ui/way-back/passes-over-what-was-deleted", test_passes_over_what_was_deleted);
  add_test ("/ui/way-back/the-keyboard-is-where-it-was", test_the_keyboard_is_where_it_was);
  add_test ("/ui/way-back/back-to-the-window-one-came-through", test_back_to_the_window_one_came_through);
  add_test ("/ui/way-back/windows-leave-the-view", test_windows_leave_the_view);
  add_test ("/ui/way-back/a-goal-for-nobody-yet", test_a_goal_for_nobody_yet);
  add_test ("/ui/way-back/a-check-in-from-a-goal", test_a_check_in_from_a_goal);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
