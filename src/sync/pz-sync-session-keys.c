/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-session-private.h"

#include "pz-sync-keys.h"
#include "pz-sync-words.h"

/**
 * pz_sync_session_unlock:
 * @passphrase: of the class, as a person typed it
 * @cancellable: (nullable): to stop
 * @error: as pz_sync_keys_unlock()
 *
 * Fetches the keys of the class that the passphrase opens, and keeps them.
 *
 * Returns: whether it opened one
 */
gboolean
pz_sync_session_unlock (PzSyncSession  *self,
                        const char     *passphrase,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (self != NULL && passphrase != NULL, FALSE);

  return pz_sync_session_connect (self, error)
         && pz_sync_keys_unlock (PZ_REMOTE (self->remote), pz_replica_get_classroom (self->replica), passphrase,
                                 self->keyring, cancellable, error)
         && pz_sync_session_keep (self, passphrase, cancellable, error);
}

static gboolean
want_snapshot (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/* A key counts when the server has it: whatever was sealed with one that nobody else can get at would be lost to all. */
static gboolean
publish_keys (PzSyncSession  *self,
              const char     *passphrase,
              gboolean        new_key,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();

  pz_keyring_take (keyring, self->keyring);
  if (new_key)
    {
      g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
      guint64 epoch;

      pz_keyring_get_current (keyring, &epoch);
      pz_keyring_add (keyring, epoch + 1, key);
    }
  if (!pz_sync_keys_publish (PZ_REMOTE (self->remote), pz_replica_get_environment (self->replica),
                             pz_replica_get_classroom (self->replica), keyring, passphrase, cancellable, error))
    return FALSE;
  pz_keyring_take (self->keyring, keyring);
  return TRUE;
}

/**
 * pz_sync_session_change_passphrase:
 * @passphrase: the new one
 * @new_key: whether what is written from now on shall be closed to those who know the old key, as after a device was
 *   lost; the others have to enter the new passphrase then
 * @cancellable: (nullable): to stop
 * @error: as pz_sync_keys_publish(), or why it cannot be written down that a new key needs a snapshot; the old
 *   passphrase stays good then
 *
 * Once the server has the keys the new passphrase holds: what this computer cannot keep of it, it asks for again.
 *
 * Returns: whether the new passphrase is the only one that opens the class on the server
 */
gboolean
pz_sync_session_change_passphrase (PzSyncSession  *self,
                                   const char     *passphrase,
                                   gboolean        new_key,
                                   GCancellable   *cancellable,
                                   GError        **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (self != NULL && passphrase != NULL, FALSE);

  if (!pz_sync_session_connect (self, error))
    return FALSE;
  if (pz_keyring_get_n_keys (self->keyring) == 0)
    {
      pz_sync_words_set_error (error, self->settings->encrypted ? PZ_SYNC_TROUBLE_PASSPHRASE : PZ_SYNC_TROUBLE_NO_KEYS);
      return FALSE;
    }
  if (new_key && !pz_replica_change (self->replica, want_snapshot, NULL, error))
    return FALSE;
  if (!publish_keys (self, passphrase, new_key, cancellable, error))
    return FALSE;
  /* also when it was cancelled meanwhile: who does not get to see the passphrase can have it shown later */
  if (!pz_sync_session_keep (self, passphrase, NULL, &local_error))
    g_info ("The new passphrase is not kept on this computer: %s", local_error->message);
  /* another program may have sent one meanwhile that is sealed with the old key */
  if (new_key && !pz_replica_change (self->replica, want_snapshot, NULL, NULL))
    g_info ("The snapshot with the new key may have to wait");
  return TRUE;
}

/**
 * pz_sync_session_dup_passphrase:
 * @cancellable: (nullable): to stop
 * @error: why the secrets cannot be asked
 *
 * Returns: (transfer full) (nullable): the passphrase of the class, to show it; %NULL without an error when it is not
 *   known here. To be freed by pz_secret_text_free()
 */
char *
pz_sync_session_dup_passphrase (PzSyncSession  *self,
                                GCancellable   *cancellable,
                                GError        **error)
{
  const char *classroom;

  g_return_val_if_fail (self != NULL, NULL);

  classroom = pz_replica_get_classroom (self->replica);
  return pz_secrets_lookup (self->secrets, classroom, PZ_SECRET_PASSPHRASE, "", cancellable, error);
}
