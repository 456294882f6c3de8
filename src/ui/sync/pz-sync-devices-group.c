/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-devices-group.h"

#include "pz-compat.h"
#include "pz-row-button.h"
#include "pz-sync-session.h"

#include <glib/gi18n-lib.h>

struct _PzSyncDevicesGroup
{
  AdwPreferencesGroup parent_instance;

  PzSyncKeeper *keeper;
  GPtrArray *rows;    /* (not owned): of the devices */
  char *lost;         /* id of the device that is asked about; NULL: none was */
  char *lost_name;
  gboolean is_asking; /* the list is on its way */
};

G_DEFINE_FINAL_TYPE (PzSyncDevicesGroup, pz_sync_devices_group, ADW_TYPE_PREFERENCES_GROUP)

static void ask (PzSyncDevicesGroup *self);

static void
tell (PzSyncDevicesGroup *self,
      const char         *heading,
      const char         *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  pz_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
}

static void
shut_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PzSyncDevicesGroup) self = PZ_SYNC_DEVICES_GROUP (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);
  g_autofree char *body = NULL;

  if (self->keeper == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ask (self);
  if (answer == NULL)
    {
      tell (self, _("The device was not shut out"), error->message);
      return;
    }
  pz_sync_keeper_run (self->keeper); /* what is on the server is sealed anew */
  /* Translators: %s is a new passphrase, in groups of five */
  body = g_strdup_printf (_("The class has a new key. Everybody who shares it is asked for its new passphrase: %s\n\n"
                            "Now change the password of the account that the lost device used on the server, or withdraw its "
                            "app password: Personalize cannot do that."), answer->text);
  tell (self, _("The device is shut out"), body);
}

static void
shut_out_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(PzSyncDevicesGroup) self = PZ_SYNC_DEVICES_GROUP (user_data); /* the reference handed over */

  if (pz_ask_finish (result) && self->keeper != NULL)
    pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_NEW_KEY, NULL, NULL, shut_out_cb, g_object_ref (self));
}

/* A device that is lost still has the key of the class. */
static void
ask_shut_out (PzSyncDevicesGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = NULL;

  if (!GTK_IS_WINDOW (root))
    return;
  /* Translators: %s is the name of a device */
  heading = g_strdup_printf (_("Shut out “%s”?"), self->lost_name);
  pz_ask_async (GTK_WINDOW (root), heading,
                _("For a device that was lost, or a colleague who leaves. The class gets a new key, which only those receive to "
                  "whom you give its new passphrase: the device cannot read what is changed from now on. What is on it stays "
                  "there."),
                _("_Keep"), _("_Shut Out"), shut_out_answered_cb, g_object_ref (self));
}

static gboolean
is_sealed (PzSyncDevicesGroup *self)
{
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);

  return place != NULL && place->encrypted;
}

static void
retired_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PzSyncDevicesGroup) self = PZ_SYNC_DEVICES_GROUP (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, &error);

  if (self->keeper == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ask (self);
  if (answer == NULL)
    tell (self, _("The device was not noted as lost"), error->message);
  else if (is_sealed (self))
    ask_shut_out (self);
}

static void
lost_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(PzSyncDevicesGroup) self = PZ_SYNC_DEVICES_GROUP (user_data); /* the reference handed over */

  if (pz_ask_finish (result) && self->keeper != NULL)
    pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_RETIRE, self->lost, NULL, retired_cb, g_object_ref (self));
}

/* What becomes of what it wrote, and what whoever has it can still do. */
static void
ask_lost (PzSyncDevicesGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  /* Translators: %s is the name of a device */
  heading = g_strdup_printf (_("Is “%s” lost?"), self->lost_name);
  body = g_strjoin ("\n\n",
                    _("Then nothing waits for it any more. What it has sent stays in the class. What it has not sent yet is on "
                      "that device alone: if it turns up and synchronises again, that comes too, and it takes part as before."),
                    is_sealed (self)
                      ? _("Whoever has it has the key of the class, and can go on reading it. You are asked next whether the "
                          "class shall have a new key.")
                      : _("Whoever has it can go on reading and changing the class until you change the password of the account "
                          "that it uses on the server, or withdraw its app password. Personalize cannot do that."),
                    NULL);
  pz_ask_async (GTK_WINDOW (root), heading, body, _("_Cancel"), _("It Is _Lost"), lost_answered_cb, g_object_ref (self));
}

static void
remember_lost (PzSyncDevicesGroup *self,
               GtkWidget          *row)
{
  g_free (self->lost);
  g_free (self->lost_name);
  self->lost = g_strdup (g_object_get_data (G_OBJECT (row), "device"));
  self->lost_name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
lost_cb (GtkWidget *row)
{
  PzSyncDevicesGroup *self = PZ_SYNC_DEVICES_GROUP (gtk_widget_get_ancestor (row, PZ_TYPE_SYNC_DEVICES_GROUP));

  remember_lost (self, row);
  ask_lost (self);
}

static void
shut_out_clicked_cb (GtkWidget *row)
{
  PzSyncDevicesGroup *self = PZ_SYNC_DEVICES_GROUP (gtk_widget_get_ancestor (row, PZ_TYPE_SYNC_DEVICES_GROUP));

  remember_lost (self, row);
  ask_shut_out (self);
}

static char *
dup_seen (PzSyncDevicesGroup *self,
          const PzSyncDevice *device)
{
  PzEnvironment *environment = pz_classroom_get_environment (pz_sync_keeper_get_classroom (self->keeper));
  g_autofree char *moment = pz_sync_words_dup_moment (device->seen * 1000, pz_environment_get_now (environment));

  if (device->is_this)
    return g_strdup (_("This computer"));
  if (device->is_ended)
    return g_strdup (_("An older copy of the class, which is not used any more"));
  if (device->is_lost)
    return g_strdup (_("Lost: nothing waits for it"));
  if (device->is_retired)
    return g_strdup (_("Not seen for long"));
  if (device->seen <= 0)
    return g_strdup (_("Takes part"));
  /* Translators: when a device last wrote to the server; %s is a moment, as in “2 minutes ago” or “Yesterday, 14:02” */
  return g_strdup_printf (_("Last seen: %s"), moment);
}

/* What others call this device stands in no listing before it has written something. */
static const char *
get_name (PzSyncDevicesGroup *self,
          const PzSyncDevice *device)
{
  const PzSyncPlace *place = pz_sync_keeper_get_place (self->keeper);
  const char *name = device->name;

  if (device->is_this && place != NULL && place->device_name != NULL)
    name = place->device_name;
  return name != NULL && *name != '\0' ? name : _("A device without a name");
}

/* This device is left with a command of its own, and what has ended is not there to be lost. */
static void
add_button (PzSyncDevicesGroup *self,
            GtkWidget          *row,
            const PzSyncDevice *device)
{
  GtkWidget *button;

  if (device->is_this || device->is_ended || (device->is_lost && !is_sealed (self)))
    return;
  button = pz_row_button_new (device->is_lost ? _("_Shut Out…") : _("_Lost…"));
  g_signal_connect_object (button, "clicked", device->is_lost ? G_CALLBACK (shut_out_clicked_cb) : G_CALLBACK (lost_cb), row,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_device (PzSyncDevicesGroup *self,
            const PzSyncDevice *device)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *seen = dup_seen (self, device);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, device));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), seen);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("computer-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "device", g_strdup (device->id), g_free);
  add_button (self, row, device);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PzSyncDevicesGroup) self = PZ_SYNC_DEVICES_GROUP (user_data); /* the reference handed over */
  g_autoptr(PzSyncAnswer) answer = pz_sync_keeper_do_finish (PZ_SYNC_KEEPER (source), result, NULL);

  self->is_asking = FALSE;
  if (self->keeper == NULL || answer == NULL) /* the status row says what is wrong */
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < answer->devices->len; i++)
    add_device (self, answer->devices->pdata[i]);
}

static void
ask (PzSyncDevicesGroup *self)
{
  if (self->is_asking || pz_sync_keeper_get_place (self->keeper) == NULL)
    return;
  self->is_asking = TRUE;
  pz_sync_keeper_do_async (self->keeper, PZ_SYNC_JOB_LIST_DEVICES, NULL, NULL, listed_cb, g_object_ref (self));
}

static void
pz_sync_devices_group_dispose (GObject *object)
{
  g_clear_object (&PZ_SYNC_DEVICES_GROUP (object)->keeper);
  G_OBJECT_CLASS (pz_sync_devices_group_parent_class)->dispose (object);
}

static void
pz_sync_devices_group_finalize (GObject *object)
{
  PzSyncDevicesGroup *self = PZ_SYNC_DEVICES_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->lost);
  g_free (self->lost_name);
  G_OBJECT_CLASS (pz_sync_devices_group_parent_class)->finalize (object);
}

static void
pz_sync_devices_group_class_init (PzSyncDevicesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_sync_devices_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_sync_devices_group_finalize;
}

static void
pz_sync_devices_group_init (PzSyncDevicesGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Devices"));
  g_signal_connect (self, "map", G_CALLBACK (ask), NULL);
}

/**
 * pz_sync_devices_group_new:
 * @keeper: of the class
 *
 * Returns: (transfer floating): the group; it asks for the devices when it is shown
 */
GtkWidget *
pz_sync_devices_group_new (PzSyncKeeper *keeper)
{
  PzSyncDevicesGroup *self;

  g_return_val_if_fail (PZ_IS_SYNC_KEEPER (keeper), NULL);

  self = g_object_new (PZ_TYPE_SYNC_DEVICES_GROUP, NULL);
  self->keeper = g_object_ref (keeper);
  return GTK_WIDGET (self);
}
