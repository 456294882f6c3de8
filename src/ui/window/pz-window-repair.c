/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-check-window.h"
#include "pz-compat.h"

#include <glib/gi18n-lib.h>

static void
check_class_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  GtkWidget *check;
  g_autoptr(GError) error = NULL;

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (!pz_classroom_is_read_only (self->classroom) && !pz_classroom_save (self->classroom, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  check = pz_check_window_new (self->classroom);
  gtk_window_set_transient_for (GTK_WINDOW (check), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (check));
}

static void
rescue_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  PzWindow *self = PZ_WINDOW (source);
  g_autofree char *path = user_data;
  g_autoptr(GError) error = NULL;

  if (!pz_ask_finish (result))
    return;
  if (!pz_classroom_rescue (self->environment, path, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  pz_window_open (self, path);
  pz_window_show_message (self, _("The class is back from the snapshot"));
}

static void
rescue_class_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  char *path;

  if (self->opening_id == NULL)
    return;
  path = g_build_filename (pz_environment_get_data_dir (self->environment), "classrooms", self->opening_id, NULL);
  pz_ask_async (GTK_WINDOW (self), _("Restore from the newest snapshot?"),
                _("The settings of the class come back as they were then. Learners stay as they are. The damaged file is "
                  "kept under another name."),
                _("_Cancel"), _("_Restore"), rescue_answered_cb, path);
}

/**
 * pz_window_add_repair_actions:
 * @self: the window
 *
 * The commands that help when a file of the class is damaged.
 */
void
pz_window_add_repair_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "check-class", .activate = check_class_cb },
    { .name = "rescue-class", .activate = rescue_class_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
