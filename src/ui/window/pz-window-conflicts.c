/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-conflict-dialog.h"

/* The first moment after a class was opened belongs to drawing it, ms. */
#define FIRST_DELAY 1000

static void
present (PzWindow   *self,
         const char *record,
         const char *field)
{
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;

  if (!pz_window_needs_names (self))
    return;
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  /* what is chosen from is on the disk */
  if (!pz_classroom_is_read_only (self->classroom) && !pz_classroom_save (self->classroom, NULL, &error))
    {
      pz_window_show_error (self, error);
      return;
    }
  dialog = pz_conflict_dialog_new (self->classroom, record, field);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
conflicts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  present (PZ_WINDOW (user_data), NULL, NULL);
}

static void
conflict_cb (GSimpleAction *action,
             GVariant      *place,
             gpointer       user_data)
{
  const char *record, *field;

  g_variant_get (place, "(&s&s)", &record, &field);
  present (PZ_WINDOW (user_data), record, field);
}

/**
 * pz_window_forget_conflicts:
 * @self: the window
 *
 * Counts nothing any more: the class goes.
 */
void
pz_window_forget_conflicts (PzWindow *self)
{
  if (self->conflicts != NULL)
    g_signal_handlers_disconnect_by_data (self->conflicts, self);
  g_clear_object (&self->conflicts);
}

/**
 * pz_window_watch_conflicts:
 * @self: the window, with another class
 *
 * Counts what waits for a decision in the class, now and whenever its files change.
 */
void
pz_window_watch_conflicts (PzWindow *self)
{
  pz_window_forget_conflicts (self);
  self->conflicts = pz_conflict_count_share (self->classroom, FIRST_DELAY);
  g_signal_connect_object (self->conflicts, "changed", G_CALLBACK (pz_window_update_banner), self, G_CONNECT_SWAPPED);
}

/**
 * pz_window_add_conflict_actions:
 * @self: the window
 *
 * The commands that show what waits for a decision: all of it, or beginning with one field.
 */
void
pz_window_add_conflict_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "conflicts", .activate = conflicts_cb },
    { .name = "conflict", .activate = conflict_cb, .parameter_type = "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
