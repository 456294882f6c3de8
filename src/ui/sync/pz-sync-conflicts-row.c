/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-conflicts-row.h"

#include "pz-conflict-count.h"
#include "pz-row-button.h"

#include <glib/gi18n-lib.h>

struct _PzSyncConflictsRow
{
  AdwActionRow parent_instance;

  PzConflictCount *count;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (PzSyncConflictsRow, pz_sync_conflicts_row, ADW_TYPE_ACTION_ROW)

static void
update (PzSyncConflictsRow *self)
{
  guint n = pz_conflict_count_get (self->count);
  /* Translators: %u is how many fields two devices wrote without seeing each other */
  g_autofree char *text = g_strdup_printf (ngettext ("%u field differs between devices.",
                                                     "%u fields differ between devices.", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               n > 0 ? text : _("When two devices write one field before they meet, both values wait here for you."));
  gtk_widget_set_visible (self->button, n > 0);
}

static void
pz_sync_conflicts_row_dispose (GObject *object)
{
  PzSyncConflictsRow *self = PZ_SYNC_CONFLICTS_ROW (object);

  g_clear_object (&self->count);
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
  self->button = pz_row_button_new (_("_Review…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.conflicts");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
}

/**
 * pz_sync_conflicts_row_new:
 * @classroom: a class
 *
 * Returns: (transfer floating): a row that shows the count as it changes
 */
GtkWidget *
pz_sync_conflicts_row_new (PzClassroom *classroom)
{
  PzSyncConflictsRow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_SYNC_CONFLICTS_ROW, NULL);
  self->count = pz_conflict_count_share (classroom, 0);
  g_signal_connect_object (self->count, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
