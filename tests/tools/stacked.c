/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* A window with pages, rows and a button that adds a page and shows one label in the place of another, for the ways to read a tree to
 * agree on. */

static void
add_page (GtkStack   *stack,
          const char *text)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  for (int i = 0; i < 3; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new (text));
  gtk_stack_add_titled (stack, list, NULL, text);
}

static void
clicked_cb (GtkButton *button,
            GtkStack  *stack)
{
  GtkWidget *label;

  add_page (stack, "Added");
  label = gtk_widget_get_next_sibling (GTK_WIDGET (button));
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), TRUE);
}

static void
activate_cb (GApplication *app,
             gpointer      user_data)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (app));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *button = gtk_button_new_with_label ("Add");
  GtkWidget *before = gtk_label_new ("Before");
  GtkWidget *after = gtk_label_new ("After");

  add_page (GTK_STACK (stack), "First");
  add_page (GTK_STACK (stack), "Second");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), stack, 0);
  gtk_widget_set_visible (after, FALSE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), after);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Stacked");
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkApplication) app = NULL;

  app = gtk_application_new ("org.example.Stacked", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
