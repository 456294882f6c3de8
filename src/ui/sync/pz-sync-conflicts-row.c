/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-conflicts-row.h"

#include "pz-conflict-list.h"

#include <glib/gi18n-lib.h>

/* A synchronisation changes many files one after the other: all are looked at once, ms later. */
#define LOOK_DELAY 200

struct _PzSyncConflictsRow
{
  AdwActionRow parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable; /* of the look under way; NULL: none */
  guint source;              /* of the next one */

  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (PzSyncConflictsRow, pz_sync_conflicts_row, ADW_TYPE_ACTION_ROW)

static void
show_count (PzSyncConflictsRow *self,
            guint               n)
{
  /* Translators: %u is how many fields two devices wrote without seeing each other */
  g_autofree char *text = g_strdup_printf (ngettext ("%u field differs between devices.",
                                                     "%u fields differ between devices.", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               n > 0 ? text : _("When two devices write one field before they meet, both values wait here for you."));
  gtk_widget_set_visible (self->button, n > 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzSyncConflictsRow *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = pz_classroom_list_conflicts_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  show_count (self, found != NULL ? found->len : 0);
}

static void
look (PzSyncConflictsRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  pz_classroom_list_conflicts_async (self->classroom, self->cancellable, listed_cb, self);
}

static gboolean
look_cb (gpointer user_data)
{
  PzSyncConflictsRow *self = PZ_SYNC_CONFLICTS_ROW (user_data);

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (PzSyncConflictsRow *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (LOOK_DELAY, look_cb, self);
}

static void
pz_sync_conflicts_row_dispose (GObject *object)
{
  PzSyncConflictsRow *self = PZ_SYNC_CONFLICTS_ROW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_sync_conflicts_row_parent_class)->dispose (object);
}

static void
pz_sync_conflicts_row_class_init (PzSyncConflictsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_conflicts_row_dispose;
}

static void
pz_sync_conflicts_row_init (PzSyncConflictsRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Values that differ"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("dialog-question-symbolic"));
  self->button = gtk_button_new_with_mnemonic (_("_Review…"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.conflicts");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  show_count (self, 0);
}

/**
 * pz_sync_conflicts_row_new:
 * @classroom: a class
 *
 * Returns: (transfer floating): a row that counts in a thread, now and whenever the files of the class change
 */
GtkWidget *
pz_sync_conflicts_row_new (PzClassroom *classroom)
{
  static const char *const written[] = { "class-written", "learners-written", "activities-written", "document-reloaded" };
  PzSyncConflictsRow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_SYNC_CONFLICTS_ROW, NULL);
  self->classroom = g_object_ref (classroom);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    g_signal_connect_object (classroom, written[i], G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  look (self);
  return GTK_WIDGET (self);
}
