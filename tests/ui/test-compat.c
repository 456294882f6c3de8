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
add_tests (void)
{
  g_test_add_func ("/ui/compat/list-of-a-group-without-a-title", test_names_the_list_of_a_group_without_a_title);
  g_test_add_func ("/ui/compat/button-otherwise-than-by-its-text", test_names_a_button_otherwise_than_by_its_text);
  g_test_add_func ("/ui/compat/role-for-what-has-none", test_gives_a_role_to_what_has_none);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
