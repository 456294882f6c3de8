/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-fixture.h"

#include "pz-menu-choice.h"

static void
count_cb (PzMenuChoice *choice,
          guint        *n)
{
  (*n)++;
}

static const char *
get_text (GtkWidget *choice)
{
  return gtk_label_get_text (GTK_LABEL (ui_find (choice, GTK_TYPE_LABEL, 0)));
}

static void
test_chooses_and_takes_back (void)
{
  const char *const ids[] = { "a", "b", NULL }, *const labels[] = { "Alone", "B_oth & <b>", NULL };
  GtkWidget *choice = pz_menu_choice_new ("Setting", "Any setting");
  GtkWidget *window = ui_present (choice, 300, 100);
  guint n = 0;

  g_signal_connect (choice, "chosen", G_CALLBACK (count_cb), &n);
  pz_menu_choice_set_choices (PZ_MENU_CHOICE (choice), ids, labels);
  g_assert_null (pz_menu_choice_get_id (PZ_MENU_CHOICE (choice)));
  g_assert_cmpstr (get_text (choice), ==, "Any setting");
  gtk_widget_activate_action (choice, "choice.value", "s", "b");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (pz_menu_choice_get_id (PZ_MENU_CHOICE (choice)), ==, "b");
  g_assert_cmpstr (get_text (choice), ==, "B_oth & <b>");
  gtk_widget_activate_action (choice, "choice.value", "s", "*");
  g_assert_null (pz_menu_choice_get_id (PZ_MENU_CHOICE (choice)));
  g_assert_cmpuint (n, ==, 2);
  pz_menu_choice_select (PZ_MENU_CHOICE (choice), "a"); /* by the program: nobody chose */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (get_text (choice), ==, "Alone");
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (choice, GTK_TYPE_MENU_BUTTON, 0)));
  ui_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/menu-choice/chooses-and-takes-back", test_chooses_and_takes_back);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
