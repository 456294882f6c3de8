/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-share-dialog.h"

#include <glib/gi18n-lib.h>

struct _PzSyncShareDialog
{
  AdwWindow parent_instance;

  PzSyncKeeper *keeper;

  GtkWidget *folder_row;
  GtkWidget *message_row;
  GtkWidget *passphrase_group;
  GtkWidget *passphrase_row;
};

G_DEFINE_FINAL_TYPE (PzSyncShareDialog, pz_sync_share_dialog, ADW_TYPE_WINDOW)

/* "https://files.school.example" of the address of a folder, "Class 5b" of the same */
static void
split_address (const char  *address,
               char       **server,
               char       **folder)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *last = g_path_get_basename (address);
  char *name = g_uri_unescape_string (last, NULL);

  *server = uri != NULL ? g_strdup (g_uri_get_host (uri)) : g_strdup (address);
  *folder = name != NULL ? name : g_strdup (last);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzSyncShareDialog) self = PZ_SYNC_SHARE_DIALOG (user_data); /* the reference handed over */
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, NULL);

  if (self->keeper == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->passphrase_row),
                               answer != NULL && answer->text != NULL
                                 ? answer->text : _("It is not on this computer. Ask who gave it to you."));
}

static void
copy_cb (PzSyncShareDialog *self)
{
  g_autofree char *message = pz_sync_share_dialog_dup_message (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), message);
}

static void
pz_sync_share_dialog_dispose (GObject *object)
{
  g_clear_object (&PZ_SYNC_SHARE_DIALOG (object)->keeper);
  G_OBJECT_CLASS (pz_sync_share_dialog_parent_class)->dispose (object);
}

static void
pz_sync_share_dialog_class_init (PzSyncShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_sync_share_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-sync-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzSyncShareDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncShareDialog, message_row);
  gtk_widget_class_bind_template_child (widget_class, PzSyncShareDialog, passphrase_group);
  gtk_widget_class_bind_template_child (widget_class, PzSyncShareDialog, passphrase_row);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_sync_share_dialog_init (PzSyncShareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_sync_share_dialog_new:
 * @parent: (nullable): the window that asks
 * @keeper: of a class that is on a server
 *
 * Returns: (transfer none): the dialog; present it
 */
GtkWidget *
pz_sync_share_dialog_new (GtkWindow    *parent,
                          PzSyncKeeper *keeper)
{
  PzSyncShareDialog *self;
  const PzSyncPlace *place;
  g_autofree char *message = NULL;

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper) && pz_sync_keeper_get_place (keeper) != NULL, NULL);

  place = pz_sync_keeper_get_place (keeper);
  self = g_object_new (PZ_TYPE_SYNC_SHARE_DIALOG, "transient-for", parent, NULL);
  self->keeper = g_object_ref (keeper);
  message = pz_sync_share_dialog_dup_message (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder_row), place->folder);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->message_row), message);
  gtk_widget_set_visible (self->passphrase_group, place->encrypted);
  if (place->encrypted)
    pz_sync_keeper_do_async (keeper, PZ_SYNC_JOB_SHOW_PASSPHRASE, NULL, NULL, looked_up_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * pz_sync_share_dialog_dup_message:
 * @self: the dialog
 *
 * Returns: (transfer full): what to send: never a password or a passphrase, and no name of a learner
 */
char *
pz_sync_share_dialog_dup_message (PzSyncShareDialog *self)
{
  const PzSyncPlace *place;
  g_autofree char *server = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (PZ_IS_SYNC_SHARE_DIALOG (self), NULL);

  place = pz_sync_keeper_get_place (self->keeper);
  split_address (place != NULL ? place->folder : "", &server, &folder);
  /* Translators: a message to a colleague; %1$s is the name of a server, %2$s that of a folder on it */
  return g_strdup_printf (_("In Personalize choose “Join a Class on a Server”. Server: %1$s. Sign in with your own account. "
                            "Folder: %2$s."), server, folder);
}
