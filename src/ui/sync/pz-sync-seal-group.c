/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-seal-group.h"

#include "pz-row-button.h"

#include <glib/gi18n-lib.h>

struct _PzSyncSealGroup
{
  AdwPreferencesGroup parent_instance;

  PzSyncKeeper *keeper;
  char *passphrase; /* NULL: hidden */

  GtkWidget *state_row;
  GtkWidget *passphrase_row;
  GtkWidget *show_button;
  GtkWidget *copy_button;
  GtkWidget *paper_row;
  GtkWidget *change_row;
};

G_DEFINE_FINAL_TYPE (PzSyncSealGroup, pz_sync_seal_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (PzSyncSealGroup *self)
{
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);
  gboolean sealed = place != NULL && place->encrypted;
  /* what is not on this computer can be neither shown nor printed nor changed from here */
  gboolean open = sealed && !pz_sync_facts_is_locked (pz_sync_keeper_get_facts (self->keeper));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 sealed ? _("Encrypted before it leaves this computer") : _("Not encrypted"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->state_row),
                               sealed ? _("The server sees sizes and times, but no names, notes or numbers.")
                                      : _("Those who run the server can read what is in the class."));
  gtk_widget_set_visible (self->passphrase_row, open);
  gtk_widget_set_visible (self->paper_row, open);
  gtk_widget_set_visible (self->change_row, open);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->passphrase_row),
                               self->passphrase != NULL ? self->passphrase
                                                        : _("Without it nobody can recover what is on the server"));
  gtk_button_set_label (GTK_BUTTON (self->show_button), self->passphrase != NULL ? _("H_ide") : _("Sh_ow"));
  gtk_widget_set_visible (self->copy_button, self->passphrase != NULL);
}

static void
hide (PzSyncSealGroup *self)
{
  g_clear_pointer (&self->passphrase, g_free);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzSyncSealGroup) self = PZ_SYNC_SEAL_GROUP (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);

  if (self->keeper == NULL)
    return;
  hide (self);
  self->passphrase = g_strdup (answer != NULL && answer->text != NULL
                                 ? answer->text : _("It is not on this computer. Ask who gave it to you."));
  update (self);
}

static void
show_cb (PzSyncSealGroup *self)
{
  if (self->passphrase == NULL)
    {
      pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_SHOW_PASSPHRASE, NULL, NULL, looked_up_cb, g_object_ref (self));
      return;
    }
  hide (self);
  update (self);
}

static void
copy_cb (PzSyncSealGroup *self)
{
  if (self->passphrase != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->passphrase);
}

/* What was shown belongs to another moment, and maybe to another passphrase. */
static void
unmap_cb (PzSyncSealGroup *self)
{
  hide (self);
  if (self->keeper != NULL)
    update (self);
}

static GtkWidget *
add_row (PzSyncSealGroup *self,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *action)
{
  GtkWidget *button = pz_row_button_new (label);

  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
pz_sync_seal_group_dispose (GObject *object)
{
  PzSyncSealGroup *self = PZ_SYNC_SEAL_GROUP (object);

  g_clear_object (&self->keeper);
  hide (self);
  G_OBJECT_CLASS (pz_sync_seal_group_parent_class)->dispose (object);
}

static void
pz_sync_seal_group_class_init (PzSyncSealGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_seal_group_dispose;
}

static void
pz_sync_seal_group_init (PzSyncSealGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Encryption"));
  self->state_row = add_row (self, "", "");
  self->passphrase_row = add_row (self, _("Passphrase"), "");
  self->copy_button = add_button (self->passphrase_row, _("_Copy"), NULL);
  self->show_button = add_button (self->passphrase_row, _("Sh_ow"), NULL);
  self->paper_row = add_row (self, _("Recovery sheet"), _("All that is needed to get the class back, on paper"));
  add_button (self->paper_row, _("_Print…"), "win.sync-print-sheet");
  self->change_row = add_row (self, _("Another passphrase"), _("For those who join from now on"));
  add_button (self->change_row, _("C_hange…"), "win.sync-change-passphrase");
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

/**
 * pz_sync_seal_group_new:
 * @keeper: of the class
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
pz_sync_seal_group_new (PzSyncKeeper *keeper)
{
  PzSyncSealGroup *self;

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper), NULL);

  self = g_object_new (PZ_TYPE_SYNC_SEAL_GROUP, NULL);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
