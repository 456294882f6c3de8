/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-application.h"

#include "pz-opening.h"
#include "pz-settings.h"
#include "pz-style.h"
#include "pz-window.h"

#include <glib/gi18n-lib.h>

/* How long the first frame waits for the class; a class on a slow disk then shows up in the open window. */
#define WAIT_MS 400

struct _PzApplication
{
  AdwApplication parent_instance;

  PzEnvironment *environment;
  PzOpening *opening; /* of the first window, until it has it */
};

G_DEFINE_FINAL_TYPE (PzApplication, pz_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.class-settings", { "<Alt>Return" } },
  { "win.new-class", { "<Control><Shift>n" } },
  { "win.new-learner", { "<Control>n" } },
  { "win.import", { "<Control>i" } },
  { "win.show-learners", { "<Alt>1" } },
  { "win.show-goals", { "<Alt>2" } },
  { "win.show-activities", { "<Alt>3" } },
  { "win.search", { "<Control>f" } },
  { "win.hide-names", { "<Control><Shift>h" } },
  { "win.show-history", { "<Control>h" } },
  { "win.show-attention", { "<Control><Alt>a" } },
  { "win.show-partners", { "<Control><Alt>p" } },
  { "win.show-frameworks", { "<Control><Alt>f" } },
  { "win.check-in", { "<Control><Shift>c" } },
  { "win.new-goal", { "<Control><Shift>g" } },
  { "win.new-activity", { "<Control><Shift>p" } },
  { "win.form-groups", { "<Control>g" } },
  { "win.edit-names", { "<Control>e" } },
  { "win.absent-today", { "<Control><Shift>a" } },
  { "win.select-learners", { "<Control><Shift>s" } },
  { "win.clear-filters", { "<Control><Shift>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.quick-entry", { "<Control>k" } },
  { "win.round", { "<Control>r" } },
  { "win.conference", { "<Control><Alt>c" } },
  { "win.print", { "<Control>p" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.go-back", { "<Alt>Left", "Back" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
};

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* each window saves what waits and may ask first; without windows the application ends by itself */
  for (GList *l = windows; l != NULL; l = l->next)
    if (PZ_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_list_free (windows);
}

static PzLearnerSort
get_sort (void)
{
  g_autofree char *sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);

  return pz_learner_sort_from_name (sort);
}

static int
pz_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  PzApplication *self = PZ_APPLICATION (application);
  g_autofree char *current = pz_settings_dup_string (PZ_SETTINGS_CURRENT_CLASS);
  const char *data_dir = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", GETTEXT_PACKAGE, PZ_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "data-dir", "^&ay", &data_dir);
  if (data_dir != NULL) /* another folder is another program: it must not show up in the window of the first */
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  self->environment = pz_environment_new_system (data_dir);
  self->opening = pz_opening_start (self->environment, current, get_sort ());
  return -1;
}

static void
pz_application_startup (GApplication *application)
{
  const GActionEntry actions[] = { { .name = "quit", .activate = quit_cb } };

  G_APPLICATION_CLASS (pz_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].keys);
  pz_style_apply_scheme ();
  pz_style_init ();
}

static void
pz_application_activate (GApplication *application)
{
  PzApplication *self = PZ_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *current = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  current = pz_settings_dup_string (PZ_SETTINGS_CURRENT_CLASS);
  if (self->opening == NULL)
    self->opening = pz_opening_start (self->environment, current, get_sort ());
  window = GTK_WINDOW (pz_window_new (GTK_APPLICATION (self), self->environment));
  pz_opening_wait (self->opening, WAIT_MS);
  pz_window_set_opening (PZ_WINDOW (window), self->opening);
  g_clear_object (&self->opening);
  gtk_window_present (window);
}

/* A roster that was dropped on the icon, or named on the command line. */
static void
pz_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  GtkWindow *window;

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (n_files > 1)
    pz_window_show_message (PZ_WINDOW (window), _("Open one file at a time, or the folder they are in"));
  else if (n_files == 1)
    pz_window_import_file (PZ_WINDOW (window), files[0]);
}

static void
pz_application_finalize (GObject *object)
{
  PzApplication *self = PZ_APPLICATION (object);

  g_clear_object (&self->opening);
  g_clear_object (&self->environment);
  G_OBJECT_CLASS (pz_application_parent_class)->finalize (object);
}

static void
pz_application_class_init (PzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pz_application_finalize;
  application_class->handle_local_options = pz_application_handle_local_options;
  application_class->startup = pz_application_startup;
  application_class->activate = pz_application_activate;
  application_class->open = pz_application_open;
}

static void
pz_application_init (PzApplication *self)
{
  const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep the classes in this folder"), N_("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and stop"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _("Know each learner, plan for all."));
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[ROSTER]"));
}

/**
 * pz_application_new:
 *
 * Returns: (transfer full): the application
 */
GApplication *
pz_application_new (void)
{
  /* Translators: the name of the program */
  g_set_application_name (_("Personalize"));
  gtk_disable_setlocale (); /* done already, and a thread may be comparing names when GTK starts */
  return g_object_new (PZ_TYPE_APPLICATION,
                       "application-id", PZ_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/example/Personalize",
                       NULL);
}

/**
 * pz_application_get_environment:
 * @self: the application, running
 *
 * Returns: (transfer none) (nullable): clock, chance and folders
 */
PzEnvironment *
pz_application_get_environment (PzApplication *self)
{
  g_return_val_if_fail (PZ_IS_APPLICATION (self), NULL);
  return self->environment;
}
