/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-compat.h"
#include "ui-fixture.h"

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         const char          *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  return gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
}

/* newer releases give the list of a group the name of its title, also when there is none */
static void
test_names_the_list_of_a_group_without_a_title (void)
{
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  GtkWidget *list = add_row (ADW_PREFERENCES_GROUP (group), "Row");

  pz_widget_set_spoken_name (list, "Contacts");
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Contacts");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (group);
}

static void
test_names_a_button_otherwise_than_by_its_text (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic ("_Undo"));

  pz_widget_set_spoken_name (button, "Undo: 5 minutes");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo: 5 minutes");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_object_unref (button);
}

/* what is generic must become something before it may have a name */
static void
test_gives_a_role_to_what_has_none (void)
{
  GtkWidget *generic = g_object_ref_sink (g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC, NULL));
  GtkWidget *list = g_object_ref_sink (g_object_new (GTK_TYPE_LIST_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                                     NULL));

  pz_widget_set_spoken_name (generic, "What can be typed");
  gtk_test_accessible_assert_role (generic, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (generic, GTK_ACCESSIBLE_PROPERTY_LABEL, "What can be typed");
  pz_widget_set_spoken_name (list, "Names and level");
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  g_object_unref (generic);
  g_object_unref (list);
}

static void
add_button (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *button = gtk_button_new_with_label ("More");

  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

/* whatever in a row has the focus goes with it */
static void
test_takes_the_model_from_a_list_with_the_focus (void)
{
  const char *names[] = { "Amina", "Elif", "Jonas", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *window;

  g_signal_connect (factory, "setup", G_CALLBACK (add_button), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (names)))), factory);
  window = ui_present (list, 300, 300);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GtkSelectionModel) others = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (names))));
      GtkWidget *row = gtk_widget_get_first_child (list);

      g_assert_true (gtk_widget_grab_focus (i == 0 ? row : gtk_widget_get_last_child (gtk_widget_get_first_child (row))));
      pz_list_view_set_model (GTK_LIST_VIEW (list), i == 0 ? others : NULL);
    }
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_null (gtk_root_get_focus (GTK_ROOT (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/compat/list-of-a-group-without-a-title", test_names_the_list_of_a_group_without_a_title);
  g_test_add_func ("/ui/compat/button-otherwise-than-by-its-text", test_names_a_button_otherwise_than_by_its_text);
  g_test_add_func ("/ui/compat/list-with-the-focus-loses-its-model", test_takes_the_model_from_a_list_with_the_focus);
  g_test_add_func ("/ui/compat/role-for-what-has-none", test_gives_a_role_to_what_has_none);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
