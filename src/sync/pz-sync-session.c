/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-session-private.h"

#include "pz-outbox.h"
#include "pz-place.h"
#include "pz-sync-words.h"

#include <string.h>

/**
 * pz_sync_device_free:
 * @self: (transfer full) (nullable): a device
 */
void
pz_sync_device_free (PzSyncDevice *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/* For the files that set a class up. */

/* Begins a session of a class with settings that need not be on the disk; takes them, also when it fails. */
PzSyncSession *
pz_sync_session_begin (PzEnvironment   *environment,
                       const char      *path,
                       PzSecrets       *secrets,
                       PzSyncSettings  *settings,
                       GError         **error)
{
  g_autofree char *place = pz_place_describe (path, NULL);
  PzReplica *replica = pz_replica_new (environment, path, place, error);
  PzSyncSession *self;

  if (replica == NULL)
    {
      pz_sync_settings_free (settings);
      return NULL;
    }
  self = g_new0 (PzSyncSession, 1);
  self->replica = replica;
  self->secrets = g_object_ref (secrets);
  self->settings = settings;
  self->keyring = pz_keyring_new ();
  self->nothing = pz_sync_status_new ();
  pz_replica_set_device_name (replica, settings->device_name);
  if (settings->encrypted)
    pz_replica_set_keyring (replica, self->keyring);
  return self;
}

static void
load_key (PzSyncSession        *self,
          const PzSyncKeyName  *name)
{
  char *text = pz_secrets_lookup (self->secrets, pz_replica_get_classroom (self->replica), PZ_SECRET_KEY, name->id, NULL,
                                  NULL);
  g_autoptr(PzSyncKey) key = text != NULL ? pz_sync_key_from_text (text) : NULL;

  if (key != NULL && g_str_equal (pz_sync_key_get_id (key), name->id))
    pz_keyring_add (self->keyring, name->epoch, key);
  pz_secret_text_free (text);
}

/* What cannot be had is asked for when it is needed. */
void
pz_sync_session_load_secrets (PzSyncSession *self)
{
  const char *classroom = pz_replica_get_classroom (self->replica);

  if (self->settings->user != NULL)
    self->password = pz_secrets_lookup (self->secrets, classroom, PZ_SECRET_PASSWORD, self->settings->user, NULL, NULL);
  for (guint i = 0; i < self->settings->keys->len; i++)
    load_key (self, &g_array_index (self->settings->keys, PzSyncKeyName, i));
}

/* Makes what talks with the server, without talking yet. */
gboolean
pz_sync_session_connect (PzSyncSession  *self,
                         GError        **error)
{
  if (self->settings->user != NULL && self->password == NULL)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NO_PASSWORD);
      return FALSE;
    }
  if (self->remote == NULL)
    self->remote = pz_dav_remote_new (self->settings->folder, self->settings->user, self->password, error);
  if (self->remote != NULL && self->syncer == NULL)
    self->syncer = pz_syncer_new (self->replica, PZ_REMOTE (self->remote));
  return self->remote != NULL;
}

static gboolean
keep_password (PzSyncSession  *self,
               GCancellable   *cancellable,
               GError        **error)
{
  if (self->settings->user == NULL || self->password == NULL)
    return TRUE;
  return pz_secrets_store (self->secrets, pz_replica_get_classroom (self->replica), PZ_SECRET_PASSWORD,
                           self->settings->user, self->password, cancellable, error);
}

static gboolean
keep_key (PzSyncSession  *self,
          guint           n,
          GCancellable   *cancellable,
          GError        **error)
{
  guint64 epoch;
  PzSyncKey *key = pz_keyring_get_nth (self->keyring, n, &epoch);
  char *text = pz_sync_key_dup_text (key);
  gboolean kept = pz_secrets_store (self->secrets, pz_replica_get_classroom (self->replica), PZ_SECRET_KEY,
                                    pz_sync_key_get_id (key), text, cancellable, error);

  pz_secret_text_free (text);
  pz_sync_settings_add_key (self->settings, epoch, pz_sync_key_get_id (key));
  return kept;
}

/* Writes the settings, and gives what is secret to the secrets; the passphrase, when it is given, to show it later. */
gboolean
pz_sync_session_keep (PzSyncSession  *self,
                      const char     *passphrase,
                      GCancellable   *cancellable,
                      GError        **error)
{
  const char *classroom = pz_replica_get_classroom (self->replica);

  if (!keep_password (self, cancellable, error))
    return FALSE;
  for (guint i = 0; i < pz_keyring_get_n_keys (self->keyring); i++)
    if (!keep_key (self, i, cancellable, error))
      return FALSE;
  if (passphrase != NULL
      && !pz_secrets_store (self->secrets, classroom, PZ_SECRET_PASSPHRASE, "", passphrase, cancellable, error))
    return FALSE;
  return pz_sync_settings_write (self->settings, pz_replica_get_store (self->replica), error);
}

/**
 * pz_sync_session_new:
 * @environment: clock and chance
 * @path: the folder of a class
 * @secrets: where its password and keys are
 * @error: %PZ_SYNC_ERROR_NOT_SET_UP when the class is on no server; %PZ_ERROR, %PZ_SYNC_ERROR_DAMAGED of its files
 *
 * Asks the secret service, which may ask the person.
 *
 * Returns: (transfer full) (nullable): the class, to be synchronised
 */
PzSyncSession *
pz_sync_session_new (PzEnvironment  *environment,
                     const char     *path,
                     PzSecrets      *secrets,
                     GError        **error)
{
  g_autoptr(PzStore) store = NULL;
  PzSyncSettings *settings;
  PzSyncSession *self;

  g_return_val_if_fail (path != NULL && PZ_IS_SECRETS (secrets), NULL);

  store = pz_store_open (environment, path, PZ_STORE_NONE, error);
  settings = store != NULL ? pz_sync_settings_read (store, error) : NULL;
  if (settings == NULL)
    return NULL;
  self = pz_sync_session_begin (environment, path, secrets, settings, error);
  if (self != NULL)
    pz_sync_session_load_secrets (self);
  return self;
}

/**
 * pz_sync_session_free:
 * @self: (transfer full) (nullable): a session that does not run
 */
void
pz_sync_session_free (PzSyncSession *self)
{
  if (self == NULL)
    return;
  pz_syncer_free (self->syncer);
  g_clear_object (&self->remote);
  pz_replica_free (self->replica);
  pz_keyring_free (self->keyring);
  pz_sync_settings_free (self->settings);
  pz_sync_status_free (self->nothing);
  pz_secret_text_free (self->password);
  g_object_unref (self->secrets);
  g_free (self);
}

/**
 * pz_sync_session_get_settings:
 *
 * Returns: (transfer none): where the class is
 */
const PzSyncSettings *
pz_sync_session_get_settings (PzSyncSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->settings;
}

/**
 * pz_sync_session_set_password:
 * @password: of the account, as a person typed it
 *
 * Takes the place of the one in the secrets, which learn it when a synchronisation came to its end with it.
 */
void
pz_sync_session_set_password (PzSyncSession *self,
                              const char    *password)
{
  g_return_if_fail (self != NULL && password != NULL);

  pz_secret_text_free (self->password);
  self->password = g_strdup (password);
  self->password_is_new = TRUE;
  g_clear_pointer (&self->syncer, pz_syncer_free);
  g_clear_object (&self->remote);
}

/**
 * pz_sync_session_run:
 * @cancellable: (nullable): to stop, at any place
 * @error: as pz_syncer_run(); %PZ_SYNC_ERROR_SIGN_IN when the password is not known, %PZ_SYNC_ERROR_PASSPHRASE when no
 *   key is
 *
 * Returns: whether one synchronisation came to its end; pz_sync_session_get_status() tells in both cases how it stands
 */
gboolean
pz_sync_session_run (PzSyncSession  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!pz_sync_session_connect (self, error))
    return FALSE;
  if (self->settings->encrypted && pz_keyring_get_n_keys (self->keyring) == 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_PASSPHRASE);
      return FALSE;
    }
  if (!pz_syncer_run (self->syncer, cancellable, error))
    return FALSE;
  /* that the service did not take it is told by pz_secrets_is_lasting() */
  if (self->password_is_new && keep_password (self, cancellable, NULL))
    self->password_is_new = FALSE;
  return TRUE;
}

/* how many changes wait, when nothing ran */
static void
count_waiting (PzSyncSession *self)
{
  PzVersion seen;
  g_autoptr(PzSyncState) state = pz_replica_read_state (self->replica, &seen, NULL);

  if (state == NULL)
    return;
  self->nothing->n_waiting = pz_sync_state_get_number (state) - state->confirmed
                             + pz_replica_count_pending (self->replica, NULL);
  pz_sync_status_take (self->nothing, state, pz_environment_get_now (pz_replica_get_environment (self->replica)) / 1000);
}

/**
 * pz_sync_session_get_status:
 *
 * Returns: (transfer none): what is true now; valid until the next call
 */
PzSyncStatus *
pz_sync_session_get_status (PzSyncSession *self)
{
  PzSyncStatus *status;

  g_return_val_if_fail (self != NULL, NULL);

  status = self->syncer != NULL ? pz_syncer_get_status (self->syncer) : self->nothing;
  if (status->n_requests > 0)
    return status;
  count_waiting (self);
  return self->nothing;
}

/**
 * pz_sync_session_get_retry_after:
 *
 * Returns: for how long the server asked to be left alone, in seconds; 0: it did not
 */
guint
pz_sync_session_get_retry_after (PzSyncSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->remote != NULL ? pz_dav_remote_get_retry_after (self->remote) : 0;
}

/**
 * pz_sync_session_is_clock_wrong:
 *
 * Returns: whether the clock of this computer or that of the server is more than five minutes off
 */
gboolean
pz_sync_session_is_clock_wrong (PzSyncSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->remote != NULL && pz_dav_remote_is_clock_wrong (self->remote);
}

static PzSyncDevice *
make_device (const PzSyncState   *state,
             const PzVectorEntry *entry,
             gint64               now)
{
  PzSyncDevice *device = g_new0 (PzSyncDevice, 1);

  device->id = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", entry->device);
  device->name = g_strdup (entry->name);
  device->seen = entry->seen;
  device->is_this = entry->device == state->device;
  device->is_lost = entry->retired;
  device->is_ended = entry->closed;
  device->is_retired = pz_vector_entry_is_retired (entry, now) || entry->closed;
  return device;
}

/**
 * pz_sync_session_list_devices:
 * @error: why the state cannot be read
 *
 * Returns: (transfer full) (element-type PzSyncDevice) (nullable): who takes part, or did, this device first
 */
GPtrArray *
pz_sync_session_list_devices (PzSyncSession  *self,
                              GError        **error)
{
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  GPtrArray *devices;
  PzVersion seen;
  gint64 now;

  g_return_val_if_fail (self != NULL, NULL);

  now = pz_environment_get_now (pz_replica_get_environment (self->replica)) / 1000;
  state = pz_replica_read_state (self->replica, &seen, error);
  if (state == NULL)
    return NULL;
  devices = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_sync_device_free);
  g_ptr_array_add (devices, make_device (state, pz_vector_get (state->known->vector, state->device), now));
  entries = pz_vector_list (state->known->vector);
  for (guint i = 0; i < entries->len; i++)
    {
      const PzVectorEntry *entry = g_ptr_array_index (entries, i);

      if (entry->device != state->device)
        g_ptr_array_add (devices, make_device (state, entry, now));
    }
  return devices;
}

/**
 * pz_sync_session_retire:
 * @device: id of another device, as pz_sync_session_list_devices() gives it
 * @error: %PZ_ERROR_NOT_FOUND, or why it cannot be written down
 *
 * A device was lost: it holds nothing up any more. The next synchronisation tells the others. What the device has not
 * sent is on it alone; when it is found and sends that, it is a device like any other again. It can read and write on the
 * server what its account and its keys let it: see pz_sync_session_change_passphrase().
 *
 * Returns: whether it is noted
 */
gboolean
pz_sync_session_retire (PzSyncSession  *self,
                        const char     *device,
                        GError        **error)
{
  guint64 id = 0;

  g_return_val_if_fail (self != NULL && device != NULL, FALSE);

  if (strlen (device) != 16 || !pz_hex_parse (device, 16, &id))
    id = 0; /* no device has it */
  return pz_replica_retire_device (self->replica, id, error);
}
