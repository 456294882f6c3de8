/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-action.h"

#include "pz-frameworks-window.h"

static void
imported_cb (PzWindow    *window,
             PzClassroom *classroom,
             const char  *message)
{
  pz_window_take_import (window, classroom, message);
}

/* what is being typed is on the disk before a window reads it from there */
static gboolean
save_all (PzWindow *window)
{
  PzClassroom *classroom = pz_window_get_classroom (window);
  g_autoptr(GError) error = NULL;

  if (pz_window_get_view (window) != NULL)
    pz_view_commit (pz_window_get_view (window));
  if (pz_classroom_is_read_only (classroom) || pz_classroom_save (classroom, NULL, &error))
    return TRUE;
  pz_window_show_error (window, error);
  return FALSE;
}

static void
open_learner_cb (PzWindow           *window,
                 const char         *id,
                 PzFrameworksWindow *frameworks)
{
  g_autofree char *standard = pz_frameworks_window_dup_standard (frameworks);
  const char *framework = pz_frameworks_window_get_framework (frameworks);

  pz_window_show_learner (window, id);
  if (framework != NULL)
    pz_window_lead_through (window, "show-standard",
                            g_variant_new ("(ss)", framework, standard != NULL ? standard : ""));
}

/* standard: (nullable): to select in it */
static void
show (PzWindow   *window,
      const char *id,
      const char *standard)
{
  GtkWidget *frameworks;

  if (pz_window_get_classroom (window) == NULL || !save_all (window))
    return;
  frameworks = pz_frameworks_window_new (pz_window_get_classroom (window), id);
  g_signal_connect_object (frameworks, "open-learner", G_CALLBACK (open_learner_cb), window, G_CONNECT_SWAPPED);
  if (standard != NULL)
    pz_frameworks_window_select (PZ_FRAMEWORKS_WINDOW (frameworks), standard);
  g_signal_connect_object (frameworks, "imported", G_CALLBACK (imported_cb), window, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (frameworks), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (frameworks));
}

static void
show_frameworks_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  show (PZ_WINDOW (user_data), NULL, NULL);
}

static void
show_framework_cb (GSimpleAction *action,
                   GVariant      *id,
                   gpointer       user_data)
{
  show (PZ_WINDOW (user_data), g_variant_get_string (id, NULL), NULL);
}

static void
show_standard_cb (GSimpleAction *action,
                  GVariant      *ids,
                  gpointer       user_data)
{
  const char *framework, *standard;

  g_variant_get (ids, "(&s&s)", &framework, &standard);
  show (PZ_WINDOW (user_data), framework, *standard != '\0' ? standard : NULL);
}

/**
 * pz_frameworks_add_actions:
 * @window: the window of a class
 *
 * Adds `win.show-frameworks`, `win.show-framework` with the id of one, and `win.show-standard` with that and the id of a
 * standard, or "".
 */
void
pz_frameworks_add_actions (PzWindow *window)
{
  const GActionEntry actions[] = {
    { .name = "show-frameworks", .activate = show_frameworks_cb },
    { .name = "show-framework", .activate = show_framework_cb, .parameter_type = "s" },
    { .name = "show-standard", .activate = show_standard_cb, .parameter_type = "(ss)" },
  };

  g_return_if_fail (PZ_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
