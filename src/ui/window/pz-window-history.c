/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-history-window.h"
#include "pz-trash-window.h"

#include <glib/gi18n-lib.h>

/* What is being typed is on the disk before a window tells of it. */
static gboolean
save_all (PzWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  if (pz_classroom_is_read_only (self->classroom) || pz_classroom_save (self->classroom, NULL, &error))
    return TRUE;
  pz_window_show_error (self, error);
  return FALSE;
}

static void
present (PzWindow  *self,
         GtkWidget *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

/* of the one learner that is selected; of all when none is, or several are */
static void
show_history_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_auto(GStrv) selected = pz_learner_list_dup_selected (self->list);

  if (save_all (self))
    present (self, pz_history_window_new (self->classroom, g_strv_length (selected) == 1 ? selected[0] : NULL));
}

static void
show_class_history_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (save_all (self))
    present (self, pz_history_window_new (self->classroom, NULL));
}

static void
show_trash_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (save_all (self))
    present (self, pz_trash_window_new (self->classroom));
}

/**
 * pz_window_add_history_actions:
 * @self: the window
 *
 * The commands that show what was changed and what was deleted.
 */
void
pz_window_add_history_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "show-history", .activate = show_history_cb },
    { .name = "show-class-history", .activate = show_class_history_cb },
    { .name = "show-trash", .activate = show_trash_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
