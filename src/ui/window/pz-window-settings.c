/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-class-rules.h"
#include "pz-class-settings-window.h"
#include "pz-preferences-window.h"
#include "pz-settings.h"

#include <glib/gi18n-lib.h>

static void
present (PzWindow  *self,
         GtkWidget *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
class_settings_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *window;

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  window = pz_class_settings_window_new (self->classroom);
  if (self->keeper != NULL)
    pz_class_settings_window_add_sync (PZ_CLASS_SETTINGS_WINDOW (window), self->keeper);
  /* the page of synchronisation offers commands of this window */
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (self));
  g_set_weak_pointer (&self->settings, window);
  present (self, window);
}

/* What the window itself shows follows at once. */
static void
preference_changed_cb (PzWindow   *self,
                       const char *key)
{
  g_autofree char *sort = NULL;

  if (g_strcmp0 (key, PZ_SETTINGS_SORT_BY) != 0 || self->classroom == NULL)
    return;
  sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);
  if (sort != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), "sort-by", g_variant_new_string (sort));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *window = pz_preferences_window_new (self->environment);

  g_signal_connect_object (window, "changed", G_CALLBACK (preference_changed_cb), self, G_CONNECT_SWAPPED);
  present (self, window);
}

/* The class is still needed: the answer to the bar that asks. */
static void
keep_class_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzRecord *record = pz_document_get_owner (pz_classroom_get_document (self->classroom));
  g_autoptr(GError) error = NULL;
  GDate today;

  pz_environment_get_today (self->environment, &today);
  pz_class_keep_longer (record, &today);
  if (!pz_classroom_save (self->classroom, C_("undo", "Keeping of the class"), &error))
    pz_window_show_error (self, error);
  else
    pz_window_show_undo (self, _("The class is kept for another year"));
}

/**
 * pz_window_add_settings_actions:
 * @self: the window
 *
 * The commands that set up the class and the program.
 */
void
pz_window_add_settings_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "class-settings", .activate = class_settings_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "keep-class", .activate = keep_class_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
