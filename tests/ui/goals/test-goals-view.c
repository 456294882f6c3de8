/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-cell.h"
#include "pz-goal-dialog.h"
#include "pz-goal-page.h"
#include "pz-privacy.h"
#include "pz-sidebar.h"
#include "goals-shown.h"

#include <glib/gstdio.h>

#define PEOPLE "Amina Yusuf;Tom & Ann"

static void
test_rows_say_everything (UiFixture     *fixture,
                          gconstpointer  names)
{
  const char *tom = goals_learner (fixture, "Tom");
  g_autofree char *measure = goals_add_measure (fixture->classroom, "Words", "words");
  g_autofree char *strategy = goals_add_strategy (fixture->classroom, "Read <b>aloud</b>");
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", measure, COURSE_FLAT);
  GoalsShown shown;

  goals_add_phase (fixture->classroom, tom, goal, strategy);
  goals_add_point (fixture->classroom, tom, goal, "2026-11-22", 31);
  shown = goals_show (fixture);
  g_assert_cmpstr (goals_get_page (&shown), ==, "list");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (goals_get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Tom & Ann, not on the way, 31 of 60 words, Yesterday, Read <b>aloud</b>");
  goals_close (&shown);
}

static void
test_hidden_names (UiFixture     *fixture,
                   gconstpointer  names)
{
  g_autofree char *goal = goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_NONE);
  GoalsShown shown = goals_show (fixture);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  pz_privacy_set_hidden (TRUE);
  name = pz_privacy_dup_name (goals_learner (fixture, "Tom"), "Tom");
  g_assert_true (g_str_has_prefix (name, "Learner "));
  label = g_strdup_printf ("Reads, %s, needs data, Never measured", name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (goals_get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  pz_privacy_set_hidden (FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (goals_get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Tom & Ann, needs data, Never measured");
  goals_close (&shown);
}

static void
test_renamed_learner (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autofree char *tom = g_strdup (goals_learner (fixture, "Tom"));
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", NULL, COURSE_NONE);
  GoalsShown shown = goals_show (fixture);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, tom, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Thomas");
  ui_save (fixture->classroom);
  goals_wait (pz_goals_view_get_list (shown.view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (goals_get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Thomas & Ann, needs data, Never measured");
  goals_close (&shown);
}

static void
test_search (UiFixture     *fixture,
             gconstpointer  names)
{
  GtkEditable *entry;
  GoalsShown shown;

  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Amina"), "Reads", NULL, COURSE_FLAT));
  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT));
  shown = goals_show (fixture);
  pz_view_start_search (PZ_VIEW (shown.view));
  entry = GTK_EDITABLE (ui_find (goals_get_bar (&shown), GTK_TYPE_SEARCH_ENTRY, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown.window)), GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "reads yus");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  gtk_editable_set_text (entry, "nobody");
  g_assert_cmpstr (goals_get_page (&shown), ==, "nothing-found");
  g_signal_emit_by_name (ui_find (gtk_stack_get_visible_child (GTK_STACK (ui_find (GTK_WIDGET (shown.view), GTK_TYPE_STACK, 1))),
                                  GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  goals_close (&shown);
}

static void
chosen_cb (PzGoalsView *view,
           const char  *learner,
           const char  *goal,
           char       **ids)
{
  ids[0] = g_strdup (learner);
  ids[1] = g_strdup (goal);
}

static void
test_opens_the_goal (UiFixture     *fixture,
                     gconstpointer  names)
{
  const char *tom = goals_learner (fixture, "Tom");
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", NULL, COURSE_FLAT);
  GoalsShown shown = goals_show (fixture);
  GtkListBox *views = GTK_LIST_BOX (ui_find (ui_find (GTK_WIDGET (shown.window), PZ_TYPE_SIDEBAR, 0), GTK_TYPE_LIST_BOX, 0));
  char *ids[2] = { NULL, NULL };
  GtkWidget *page;

  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (views)), ==, 1);
  g_signal_connect (shown.view, "goal-chosen", G_CALLBACK (chosen_cb), ids);
  gtk_widget_activate (goals_get_row (&shown, 0));
  ui_settle ();
  g_assert_cmpstr (ids[0], ==, tom);
  g_assert_cmpstr (ids[1], ==, goal);
  page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_GOAL_PAGE, 0);
  g_assert_nonnull (page);
  g_assert_cmpstr (pz_goal_page_get_goal (PZ_GOAL_PAGE (page)), ==, goal);
  g_assert_cmpstr (pz_document_get_id (pz_goal_page_get_learner (PZ_GOAL_PAGE (page))), ==, tom);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (views)), ==, 1);
  /* and back to the list */
  g_assert_true (pz_view_go_back (PZ_VIEW (shown.view)));
  g_assert_nonnull (goals_get_row (&shown, 0));
  g_assert_false (pz_view_go_back (PZ_VIEW (shown.view)));
  g_free (ids[0]);
  g_free (ids[1]);
  goals_close (&shown);
}

/* from anywhere else: the goal of the page of a learner, an entry of the timeline */
static void
test_a_command_shows_a_goal (UiFixture     *fixture,
                             gconstpointer  names)
{
  const char *tom = goals_learner (fixture, "Tom");
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", NULL, COURSE_FLAT);
  GoalsShown shown = goals_show (fixture);
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, tom, NULL);
  GtkWidget *dialog, *page;

  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-learners", NULL);
  dialog = pz_goal_dialog_present (GTK_WIDGET (shown.window), fixture->classroom, learner,
                                   pz_document_find (learner, goal), NULL);
  gtk_widget_activate_action (dialog, "goal.chart", NULL);
  ui_settle ();
  page = ui_find (GTK_WIDGET (shown.view), PZ_TYPE_GOAL_PAGE, 0);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpstr (pz_goal_page_get_goal (PZ_GOAL_PAGE (page)), ==, goal);
  goals_close (&shown);
}

static GtkWidget *
find_button_of (GtkWidget  *root,
                const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
        return child;
      found = find_button_of (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* a command that is not there has no button; it comes with the command */
static void
test_buttons_come_with_their_actions (UiFixture     *fixture,
                                      gconstpointer  names)
{
  const char *const actions[] = { "new-goal", "round" };
  GoalsShown shown = goals_show (fixture);

  g_assert_cmpstr (goals_get_page (&shown), ==, "empty");
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new (actions[i], NULL);
      g_autofree char *name = g_strconcat ("win.", actions[i], NULL);
      GtkWidget *button = find_button_of (GTK_WIDGET (shown.view), name);

      g_assert_nonnull (button);
      g_action_map_remove_action (G_ACTION_MAP (shown.window), actions[i]);
      g_assert_false (gtk_widget_get_visible (button));
      g_action_map_add_action (G_ACTION_MAP (shown.window), G_ACTION (action));
      g_assert_true (gtk_widget_get_visible (button));
    }
  goals_close (&shown);
}

static void
test_first_goal_appears (UiFixture     *fixture,
                         gconstpointer  names)
{
  GoalsShown shown = goals_show (fixture);

  g_assert_cmpstr (goals_get_page (&shown), ==, "empty");
  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT));
  ui_save (fixture->classroom);
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (goals_get_page (&shown), ==, "list");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  goals_close (&shown);
}

static void
test_read_error (UiFixture     *fixture,
                 gconstpointer  names)
{
  g_autofree char *goal = goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT);
  g_autofree char *file = g_build_filename (pz_classroom_get_path (fixture->classroom), "classroom.json", NULL);
  g_autofree char *away = g_strconcat (file, ".away", NULL);
  GoalsShown shown = goals_show (fixture);
  GtkWidget *page;

  g_assert_cmpint (g_rename (file, away), ==, 0);
  pz_goal_list_retry (pz_goals_view_get_list (shown.view));
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (goals_get_page (&shown), ==, "failed");
  g_assert_cmpint (g_rename (away, file), ==, 0);
  page = gtk_stack_get_visible_child (GTK_STACK (ui_find (GTK_WIDGET (shown.view), GTK_TYPE_STACK, 1)));
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_BUTTON, 0), "clicked");
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (goals_get_page (&shown), ==, "list");
  goals_close (&shown);
}

/* nothing is said at once, which would only flicker */
static void
test_let_go_and_read_again (UiFixture     *fixture,
                         gconstpointer  names)
{
  GoalsShown shown = goals_show (fixture);

  pz_view_set_class (PZ_VIEW (shown.view), NULL, NULL);
  g_assert_null (pz_goals_view_get_list (shown.view));
  pz_view_set_class (PZ_VIEW (shown.view), fixture->classroom, NULL);
  g_assert_cmpstr (goals_get_page (&shown), ==, "waiting");
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (goals_get_page (&shown), ==, "empty");
  goals_close (&shown);
}

static void
test_narrow (UiFixture     *fixture,
             gconstpointer  names)
{
  GtkWidget *view = pz_goals_view_new ();
  GtkWidget *window, *cell;
  int narrow;

  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT));
  ui_save (fixture->classroom);
  pz_view_set_class (PZ_VIEW (view), fixture->classroom, NULL);
  pz_view_set_leading (PZ_VIEW (view), TRUE);
  goals_wait (pz_goals_view_get_list (PZ_GOALS_VIEW (view)));
  window = ui_present (view, 340, 600);
  g_assert_cmpint (gtk_widget_get_width (view), ==, 340);
  cell = ui_find (view, PZ_TYPE_GOAL_CELL, 0);
  narrow = gtk_widget_get_height (cell);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_test_widget_wait_for_draw (window);
  ui_settle ();
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (gtk_widget_get_height (cell), <, narrow);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goals-view/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("rows-say-everything", test_rows_say_everything);
  ADD ("hidden-names", test_hidden_names);
  ADD ("renamed-learner", test_renamed_learner);
  ADD ("search", test_search);
  ADD ("opens-the-goal", test_opens_the_goal);
  ADD ("a-command-shows-a-goal", test_a_command_shows_a_goal);
  ADD ("buttons-come-with-their-actions", test_buttons_come_with_their_actions);
  ADD ("first-goal-appears", test_first_goal_appears);
  ADD ("read-error", test_read_error);
  ADD ("let-go-and-read-again", test_let_go_and_read_again);
  ADD ("narrow", test_narrow);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
