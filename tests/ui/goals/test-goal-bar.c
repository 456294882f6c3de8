/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-bar.h"
#include "pz-standard-names.h"
#include "goals-shown.h"

#define PEOPLE "Amina Yusuf;Tom & Ann"

/* the button of a status word: the first is All */
static GtkWidget *
get_pill (GoalsShown *shown,
          guint  n)
{
  return ui_find (goals_get_bar (shown), GTK_TYPE_TOGGLE_BUTTON, n + 4); /* behind those of the menus */
}

static void
test_status_buttons (UiFixture     *fixture,
                     gconstpointer  names)
{
  const char *amina = goals_learner (fixture, "Amina"), *tom = goals_learner (fixture, "Tom");
  GoalsShown shown;

  g_free (goals_add (fixture->classroom, amina, "Reads", NULL, COURSE_FLAT));
  g_free (goals_add (fixture->classroom, amina, "Writes", NULL, COURSE_GOOD));
  g_free (goals_add (fixture->classroom, tom, "Counts", NULL, COURSE_GOOD));
  shown = goals_show (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All: 3 goals");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not on the way: 1 goal");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pill (&shown, 5)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "On the way: 2 goals");
  g_signal_emit_by_name (get_pill (&shown, 5), "clicked");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 0))));
  g_signal_emit_by_name (get_pill (&shown, 1), "clicked"); /* one as well as the other */
  g_assert_cmpuint (goals_count_rows (&shown), ==, 3);
  g_signal_emit_by_name (get_pill (&shown, 0), "clicked");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 5))));
  g_signal_emit_by_name (get_pill (&shown, 0), "clicked"); /* there is no way to ask for nothing */
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pill (&shown, 0))));
  g_signal_emit_by_name (get_pill (&shown, 6), "clicked"); /* met: nobody */
  g_assert_cmpstr (goals_get_page (&shown), ==, "nothing-found");
  goals_close (&shown);
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
  GoalsShown shown;

  goals_add_phase (fixture->classroom, amina, writes, strategy);
  goals_set_state (fixture->classroom, amina, paused, "paused");
  shown = goals_show (fixture);
  bar = goals_get_bar (&shown);
  g_assert_cmpuint (goals_count_rows (&shown), ==, 2);
  g_assert_true (gtk_widget_activate_action (bar, "goals.measure", "s", measure));
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (bar, GTK_TYPE_MENU_BUTTON, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Measure: Words");
  gtk_widget_activate_action (bar, "goals.strategy", "s", strategy);
  g_assert_cmpstr (goals_get_page (&shown), ==, "nothing-found");
  gtk_widget_activate_action (bar, "goals.measure", "s", "*");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  gtk_widget_activate_action (bar, "goals.strategy", "s", "");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  gtk_widget_activate_action (bar, "goals.strategy", "s", "*");
  gtk_widget_activate_action (bar, "goals.state", "s", "paused");
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (bar, GTK_TYPE_MENU_BUTTON, 3)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "State: Paused");
  g_assert_true (pz_view_go_back (PZ_VIEW (shown.view))); /* takes the filter back first */
  g_assert_cmpuint (goals_count_rows (&shown), ==, 2);
  g_assert_false (pz_view_go_back (PZ_VIEW (shown.view)));
  goals_close (&shown);
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
  GoalsShown shown = goals_show (fixture);

  button = ui_find (goals_get_bar (&shown), GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  g_assert_true (menu_has (menu, "Any measure"));
  g_assert_true (menu_has (menu, "Words__read"));
  g_assert_false (menu_has (menu, "Minutes"));
  g_assert_false (menu_has (menu, "No measure"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_assert_false (gtk_widget_get_visible (ui_find (goals_get_bar (&shown), GTK_TYPE_MENU_BUTTON, 2))); /* no framework */
  goals_close (&shown);
}

static gboolean
says_the_standard (gpointer button)
{
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                                    "Standard: R.2 · Reads simple texts aloud");

  return difference == NULL;
}

static gboolean
names_are_read (gpointer names)
{
  return pz_standard_names_is_read (names);
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
  g_autoptr(PzStandardNames) standards = NULL;
  GtkWidget *button;
  GoalsShown shown;

  pz_record_set_text (pz_document_get_owner (framework), PZ_FRAMEWORK_TITLE, "Languages");
  pz_record_set_text (standard, PZ_STANDARD_CODE, "R.2");
  pz_record_set_text (standard, PZ_STANDARD_STATEMENT, "Reads simple texts aloud");
  pz_record_set_text (pz_document_find (learner, goal), PZ_GOAL_STANDARD, pz_record_get_id (standard));
  ui_save (fixture->classroom); /* names come from the files */
  standards = pz_standard_names_new (fixture->classroom);
  g_assert_true (pz_standard_names_has_any (standards));
  g_assert_true (ui_wait (names_are_read, standards));
  g_assert_cmpstr (pz_standard_names_get_label (standards, pz_record_get_id (standard)), ==,
                   "R.2 · Reads simple texts aloud");
  g_assert_null (pz_standard_names_get_label (standards, "0000000000000000"));
  shown = goals_show (fixture);
  button = ui_find (goals_get_bar (&shown), GTK_TYPE_MENU_BUTTON, 2);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_widget_activate_action (goals_get_bar (&shown), "goals.standard", "s", pz_record_get_id (standard));
  g_assert_cmpuint (goals_count_rows (&shown), ==, 1);
  g_assert_true (ui_wait (says_the_standard, button));
  goals_close (&shown);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/goal-bar/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("status-buttons", test_status_buttons);
  ADD ("menus", test_menus);
  ADD ("menu-lists-what-there-is", test_menu_lists_what_there_is);
  ADD ("standards", test_standards);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
