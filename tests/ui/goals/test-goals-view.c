/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goals-view.h"
#include "pz-goal-bar.h"
#include "pz-goal-cell.h"
#include "pz-privacy.h"
#include "pz-sidebar.h"
#include "pz-standard-names.h"
#include "pz-window.h"
#include "goals-fixture.h"

#include <glib/gstdio.h>

#define PEOPLE "Amina Yusuf;Tom & Ann"

typedef struct
{
  PzWindow *window;
  PzGoalsView *view;
} Shown;

static GtkWidget *
find_view (PzWindow *window)
{
  return ui_find (GTK_WIDGET (window), PZ_TYPE_GOALS_VIEW, 0);
}

static void
choose_view (PzWindow *window,
             guint     n)
{
  GtkWidget *sidebar = ui_find (GTK_WIDGET (window), PZ_TYPE_SIDEBAR, 0);
  GtkWidget *row = ui_find (ui_find (sidebar, GTK_TYPE_LIST_BOX, 0), GTK_TYPE_LIST_BOX_ROW, n);

  gtk_widget_activate (row);
  ui_settle ();
}

/* the window of the class with the goals in it, all read */
static Shown
show_goals (UiFixture *fixture)
{
  Shown shown;

  ui_save (fixture->classroom);
  shown.window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  pz_window_show_class (shown.window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (shown.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  ui_settle ();
  choose_view (shown.window, 1);
  shown.view = PZ_GOALS_VIEW (find_view (shown.window));
  goals_wait (pz_goals_view_get_list (shown.view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  ui_settle ();
  return shown;
}

/* as a teacher does, and proves that nothing holds the window */
static void
close_goals (Shown *shown)
{
  g_object_ref (shown->window);
  gtk_window_close (GTK_WINDOW (shown->window));
  ui_settle ();
  g_assert_finalize_object (shown->window);
}

static guint
count_rows (Shown *shown)
{
  return g_list_model_get_n_items (G_LIST_MODEL (pz_goals_view_get_found (shown->view)));
}

/* the stack with the list, or why there is none */
static const char *
get_page (Shown *shown)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (shown->view), GTK_TYPE_STACK, 1)));
}

static GtkWidget *
get_bar (Shown *shown)
{
  return ui_find (GTK_WIDGET (shown->view), PZ_TYPE_GOAL_BAR, 0);
}

/* the button of a status word: the first is All */
static GtkWidget *
get_pill (Shown *shown,
          guint  n)
{
  return ui_find (get_bar (shown), GTK_TYPE_TOGGLE_BUTTON, n + 4); /* behind those of the menus */
}

static GtkWidget *
get_row (Shown *shown,
         guint  n)
{
  return gtk_widget_get_parent (ui_find (GTK_WIDGET (shown->view), PZ_TYPE_GOAL_CELL, n));
}

static void
test_rows_say_everything (UiFixture     *fixture,
                          gconstpointer  names)
{
  const char *tom = goals_learner (fixture, "Tom");
  g_autofree char *measure = goals_add_measure (fixture->classroom, "Words", "words");
  g_autofree char *strategy = goals_add_strategy (fixture->classroom, "Read <b>aloud</b>");
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", measure, COURSE_FLAT);
  Shown shown;

  goals_add_phase (fixture->classroom, tom, goal, strategy);
  goals_add_point (fixture->classroom, tom, goal, "2026-11-22", 31);
  shown = show_goals (fixture);
  g_assert_cmpstr (get_page (&shown), ==, "list");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Tom & Ann, not on the way, 31 of 60 words, Yesterday, Read <b>aloud</b>");
  close_goals (&shown);
}

static void
test_hidden_names (UiFixture     *fixture,
                   gconstpointer  names)
{
  g_autofree char *goal = goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_NONE);
  Shown shown = show_goals (fixture);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  pz_privacy_set_hidden (TRUE);
  name = pz_privacy_dup_name (goals_learner (fixture, "Tom"), "Tom");
  g_assert_true (g_str_has_prefix (name, "Learner "));
  label = g_strdup_printf ("Reads, %s, needs data, Never measured", name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  pz_privacy_set_hidden (FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Tom & Ann, needs data, Never measured");
  close_goals (&shown);
}

static void
test_renamed_learner (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autofree char *tom = g_strdup (goals_learner (fixture, "Tom"));
  g_autofree char *goal = goals_add (fixture->classroom, tom, "Reads", NULL, COURSE_NONE);
  Shown shown = show_goals (fixture);
  g_autoptr(PzDocument) document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, tom, NULL);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Thomas");
  ui_save (fixture->classroom);
  goals_wait (pz_goals_view_get_list (shown.view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reads, Thomas & Ann, needs data, Never measured");
  close_goals (&shown);
}

static void
test_status_buttons (UiFixture     *fixture,
                     gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  Shown shown;

  g_free (goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT));
  g_free (goals_add (fixture->classroom, amina, "Writes", NULL, COURSE_GOOD));
  g_free (goals_add (fixture->classroom, tom, "Counts", NULL, COURSE_GOOD));
  shown = show_goals (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All: 3 goals");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not on the way: 1 goal");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 5)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "On the way: 2 goals");
  g_signal_emit_by_name (get_pill (&shown, 5), "clicked");
  g_assert_cmpuint (count_rows (&shown), ==, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 0))));
  g_signal_emit_by_name (get_pill (&shown, 1), "clicked"); /* one as well as the other */
  g_assert_cmpuint (count_rows (&shown), ==, 3);
  g_signal_emit_by_name (get_pill (&shown, 0), "clicked");
  g_assert_cmpuint (count_rows (&shown), ==, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 5))));
  g_signal_emit_by_name (get_pill (&shown, 0), "clicked"); /* there is no way to ask for nothing */
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 0))));
  g_signal_emit_by_name (get_pill (&shown, 6), "clicked"); /* met: nobody */
  g_assert_cmpstr (get_page (&shown), ==, "nothing-found");
  close_goals (&shown);
}

static void
test_menus (UiFixture     *fixture,
            gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *measure = goals_add_measure (fixture->classroom, "Words", "words");
  g_autofree char *strategy = goals_add_strategy (fixture->classroom, "Help cards");
  g_autofree char *reads = goals_add (fixture->classroom, amina, "Reads", measure, COURSE_FLAT);
  g_autofree char *writes = goals_add (fixture->classroom, amina, "Writes", NULL, COURSE_FLAT);
  g_autofree char *paused = goals_add (fixture->classroom, amina, "Sings", NULL, COURSE_FLAT);
  GtkWidget *bar;
  Shown shown;

  goals_add_phase (fixture->classroom, amina, writes, strategy);
  goals_set_state (fixture->classroom, amina, paused, "paused");
  shown = show_goals (fixture);
  bar = get_bar (&shown);
  g_assert_cmpuint (count_rows (&shown), ==, 2);
  g_assert_true (gtk_widget_activate_action (bar, "goals.measure", "s", measure));
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (bar, GTK_TYPE_MENU_BUTTON, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Measure: Words");
  gtk_widget_activate_action (bar, "goals.strategy", "s", strategy);
  g_assert_cmpstr (get_page (&shown), ==, "nothing-found");
  gtk_widget_activate_action (bar, "goals.measure", "s", "*");
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_widget_activate_action (bar, "goals.strategy", "s", "");
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_widget_activate_action (bar, "goals.strategy", "s", "*");
  gtk_widget_activate_action (bar, "goals.state", "s", "paused");
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (bar, GTK_TYPE_MENU_BUTTON, 3)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "State: Paused");
  g_assert_true (pz_view_go_back (PZ_VIEW (shown.view))); /* takes the filter back first */
  g_assert_cmpuint (count_rows (&shown), ==, 2);
  g_assert_false (pz_view_go_back (PZ_VIEW (shown.view)));
  close_goals (&shown);
}

static gboolean
menu_has (GMenuModel *menu,
          const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text);
      if (g_strcmp0 (text, label) == 0 || (section != NULL && menu_has (section, label)))
        return TRUE;
    }
  return FALSE;
}

/* only what goals have, and names as they are */
static void
test_menu_lists_what_there_is (UiFixture     *fixture,
                               gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autofree char *used = goals_add_measure (fixture->classroom, "Words_read", "words");
  g_autofree char *unused = goals_add_measure (fixture->classroom, "Minutes", "min");
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", used, COURSE_FLAT);
  GtkWidget *button, *popover;
  GMenuModel *menu;
  Shown shown = show_goals (fixture);

  button = ui_find (get_bar (&shown), GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  g_assert_true (menu_has (menu, "Any measure"));
  g_assert_true (menu_has (menu, "Words__read"));
  g_assert_false (menu_has (menu, "Minutes"));
  g_assert_false (menu_has (menu, "No measure"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_assert_false (gtk_widget_get_visible (ui_find (get_bar (&shown), GTK_TYPE_MENU_BUTTON, 2))); /* no framework */
  close_goals (&shown);
}

static void
test_standards (UiFixture     *fixture,
                gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina");
  g_autoptr(PzDocument) framework = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_FRAMEWORK);
  g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, amina, NULL);
  PzRecord *standard = pz_document_add (framework, PZ_RECORD_STANDARD);
  g_autofree char *goal = goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT);
  g_autofree char *other = goals_add (fixture->classroom, amina, "Writes", NULL, COURSE_FLAT);
  PzStandardNames *standards;
  g_autofree char *label = NULL;
  GtkWidget *button;
  Shown shown;

  pz_record_set_text (pz_document_get_owner (framework), PZ_FRAMEWORK_TITLE, "Languages");
  pz_record_set_text (standard, PZ_STANDARD_CODE, "R.2");
  pz_record_set_text (standard, PZ_STANDARD_STATEMENT, "Reads simple texts aloud");
  pz_record_set_text (pz_document_find (learner, goal), PZ_GOAL_STANDARD, pz_record_get_id (standard));
  shown = show_goals (fixture);
  button = ui_find (get_bar (&shown), GTK_TYPE_MENU_BUTTON, 2);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_widget_activate_action (get_bar (&shown), "goals.standard", "s", pz_record_get_id (standard));
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Standard: R.2 · Reads simple texts aloud");
  close_goals (&shown);

  standards = pz_standard_names_new (fixture->classroom);
  g_assert_true (pz_standard_names_has_any (standards));
  label = pz_standard_names_dup_label (standards, pz_record_get_id (standard));
  g_assert_cmpstr (label, ==, "R.2 · Reads simple texts aloud");
  g_assert_null (pz_standard_names_dup_label (standards, "0000000000000000"));
  pz_standard_names_free (standards);
}

static void
test_search (UiFixture     *fixture,
             gconstpointer  names)
{
  GtkEditable *entry;
  Shown shown;

  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Amina"), "Reads", NULL, COURSE_FLAT));
  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT));
  shown = show_goals (fixture);
  pz_view_start_search (PZ_VIEW (shown.view));
  entry = GTK_EDITABLE (ui_find (get_bar (&shown), GTK_TYPE_SEARCH_ENTRY, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown.window)), GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "reads yus");
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  gtk_editable_set_text (entry, "nobody");
  g_assert_cmpstr (get_page (&shown), ==, "nothing-found");
  g_signal_emit_by_name (ui_find (gtk_stack_get_visible_child (GTK_STACK (ui_find (GTK_WIDGET (shown.view), GTK_TYPE_STACK, 1))),
                                  GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (count_rows (&shown), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  close_goals (&shown);
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
  Shown shown = show_goals (fixture);
  GtkListBox *views = GTK_LIST_BOX (ui_find (ui_find (GTK_WIDGET (shown.window), PZ_TYPE_SIDEBAR, 0), GTK_TYPE_LIST_BOX, 0));
  char *ids[2] = { NULL, NULL };

  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (views)), ==, 1);
  g_signal_connect (shown.view, "goal-chosen", G_CALLBACK (chosen_cb), ids);
  gtk_widget_activate (get_row (&shown, 0));
  ui_settle ();
  g_assert_cmpstr (ids[0], ==, tom);
  g_assert_cmpstr (ids[1], ==, goal);
  g_assert_cmpstr (pz_learner_page_get_id (pz_learners_view_get_page (pz_window_get_learners_view (shown.window))), ==,
                   tom);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (views)), ==, 0); /* the sidebar follows */
  g_free (ids[0]);
  g_free (ids[1]);
  close_goals (&shown);
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
  Shown shown = show_goals (fixture);

  g_assert_cmpstr (get_page (&shown), ==, "empty");
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
  close_goals (&shown);
}

static void
test_first_goal_appears (UiFixture     *fixture,
                         gconstpointer  names)
{
  Shown shown = show_goals (fixture);

  g_assert_cmpstr (get_page (&shown), ==, "empty");
  g_free (goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT));
  ui_save (fixture->classroom);
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (get_page (&shown), ==, "list");
  g_assert_cmpuint (count_rows (&shown), ==, 1);
  close_goals (&shown);
}

static void
test_read_error (UiFixture     *fixture,
                 gconstpointer  names)
{
  g_autofree char *goal = goals_add (fixture->classroom, goals_learner (fixture, "Tom"), "Reads", NULL, COURSE_FLAT);
  g_autofree char *file = g_build_filename (pz_classroom_get_path (fixture->classroom), "classroom.json", NULL);
  g_autofree char *away = g_strconcat (file, ".away", NULL);
  Shown shown = show_goals (fixture);
  GtkWidget *page;

  g_assert_cmpint (g_rename (file, away), ==, 0);
  pz_goal_list_retry (pz_goals_view_get_list (shown.view));
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (get_page (&shown), ==, "failed");
  g_assert_cmpint (g_rename (away, file), ==, 0);
  page = gtk_stack_get_visible_child (GTK_STACK (ui_find (GTK_WIDGET (shown.view), GTK_TYPE_STACK, 1)));
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_BUTTON, 0), "clicked");
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (get_page (&shown), ==, "list");
  close_goals (&shown);
}

/* nothing is said at once, which would only flicker */
static void
test_let_go_and_read_again (UiFixture     *fixture,
                         gconstpointer  names)
{
  Shown shown = show_goals (fixture);

  pz_view_set_class (PZ_VIEW (shown.view), NULL, NULL);
  g_assert_null (pz_goals_view_get_list (shown.view));
  pz_view_set_class (PZ_VIEW (shown.view), fixture->classroom, NULL);
  g_assert_cmpstr (get_page (&shown), ==, "waiting");
  goals_wait (pz_goals_view_get_list (shown.view));
  g_assert_cmpstr (get_page (&shown), ==, "empty");
  close_goals (&shown);
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
  ADD ("status-buttons", test_status_buttons);
  ADD ("menus", test_menus);
  ADD ("menu-lists-what-there-is", test_menu_lists_what_there_is);
  ADD ("standards", test_standards);
  ADD ("search", test_search);
  ADD ("opens-the-goal", test_opens_the_goal);
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
