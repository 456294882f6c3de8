/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-files-row.h"

#include "pz-compat.h"
#include "pz-row-button.h"

#include <glib/gi18n-lib.h>

struct _PzSyncFilesRow
{
  AdwActionRow parent_instance;

  PzSyncKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (PzSyncFilesRow, pz_sync_files_row, ADW_TYPE_ACTION_ROW)

static void
tell (PzSyncFilesRow *self,
      const char     *heading,
      const char     *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    pz_tell (GTK_WINDOW (root), heading, body);
}

static void
update (PzSyncFilesRow *self)
{
  const char *files = pz_sync_keeper_get_facts (self->keeper)->files;

  gtk_widget_set_visible (GTK_WIDGET (self), files != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), files != NULL ? files : "");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzSyncFilesRow) self = PZ_SYNC_FILES_ROW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);
  g_autofree char *body = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      tell (self, _("The files were not saved"), error->message);
      return;
    }
  body = g_strdup_printf (ngettext ("%u file was saved. It may tell of learners: keep it as you keep the class.",
                                    "%u files were saved. They may tell of learners: keep them as you keep the class.",
                                    answer->n_saved), answer->n_saved);
  tell (self, _("Files saved"), body);
}

/**
 * pz_sync_files_row_save:
 * @self: the row
 * @folder: path of a folder on this computer
 *
 * Copies the files there, and tells how it went.
 */
void
pz_sync_files_row_save (PzSyncFilesRow *self,
                        const char     *folder)
{
  g_return_if_fail (PZ_IS_SYNC_FILES_ROW (self) && folder != NULL);

  pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_SAVE_FILES, folder, NULL, saved_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PzSyncFilesRow) self = PZ_SYNC_FILES_ROW (user_data); /* the reference handed over */
  g_autoptr(GFile) folder = pz_choose_file_finish (result, NULL);

  if (folder != NULL && g_file_peek_path (folder) != NULL && self->keeper != NULL)
    pz_sync_files_row_save (self, g_file_peek_path (folder));
}

static void
save_cb (PzSyncFilesRow *self)
{
  pz_choose_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), PZ_CHOOSE_FOLDER, _("Save Files To"), NULL, NULL,
                        chosen_cb, g_object_ref (self));
}

static void
pz_sync_files_row_dispose (GObject *object)
{
  g_clear_object (&PZ_SYNC_FILES_ROW (object)->keeper);
  G_OBJECT_CLASS (pz_sync_files_row_parent_class)->dispose (object);
}

static void
pz_sync_files_row_class_init (PzSyncFilesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_files_row_dispose;
}

static void
pz_sync_files_row_init (PzSyncFilesRow *self)
{
  GtkWidget *button = pz_row_button_new (_("Sa_ve…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Files on the server that are not used"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/**
 * pz_sync_files_row_new:
 * @keeper: of the class
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
pz_sync_files_row_new (PzSyncKeeper *keeper)
{
  PzSyncFilesRow *self;

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper), NULL);

  self = g_object_new (PZ_TYPE_SYNC_FILES_ROW, NULL);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
