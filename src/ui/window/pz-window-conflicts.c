/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-conflict-dialog.h"
#include "pz-conflict-list.h"

/* A synchronisation changes many files one after the other: all are looked at once, ms later. */
#define LOOK_DELAY 200
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

/* ---- how many wait ---- */

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzWindow *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = pz_classroom_list_conflicts_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->conflicts_cancellable);
  self->n_conflicts = found != NULL ? found->len : 0;
  pz_window_update_banner (self);
}

static gboolean
look_cb (gpointer user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  self->conflicts_source = 0;
  g_cancellable_cancel (self->conflicts_cancellable);
  g_clear_object (&self->conflicts_cancellable);
  if (self->classroom == NULL)
    return G_SOURCE_REMOVE;
  self->conflicts_cancellable = g_cancellable_new ();
  pz_classroom_list_conflicts_async (self->classroom, self->conflicts_cancellable, listed_cb, self);
  return G_SOURCE_REMOVE;
}

static void
look (PzWindow *self)
{
  if (self->conflicts_source == 0)
    self->conflicts_source = g_timeout_add (LOOK_DELAY, look_cb, self);
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
  g_clear_handle_id (&self->conflicts_source, g_source_remove);
  g_cancellable_cancel (self->conflicts_cancellable);
  g_clear_object (&self->conflicts_cancellable);
  self->n_conflicts = 0;
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
  static const char *const written[] = { "class-written", "learners-written", "activities-written", "document-reloaded" };

  pz_window_forget_conflicts (self);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    g_signal_connect_object (self->classroom, written[i], G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  self->conflicts_source = g_timeout_add_full (G_PRIORITY_LOW, FIRST_DELAY, look_cb, self, NULL);
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
