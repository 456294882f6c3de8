/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* A window with a fault the accessibility walk must find: a button that is only a picture and has no name. */

static void
activate_cb (GApplication *app,
             gpointer      user_data)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (app));

  gtk_window_set_child (GTK_WINDOW (window), gtk_button_new_from_icon_name ("edit-undo-symbolic"));
  gtk_window_set_title (GTK_WINDOW (window), "Unnamed button");
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkApplication) app = NULL;

  app = gtk_application_new ("org.example.UnnamedButton", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
