/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-set-up.h"

#include "pz-outbox.h"
#include "pz-sync-keys.h"
#include "pz-sync-session-private.h"
#include "pz-sync-words.h"

#include <string.h>

/* a first key of a class that nobody else can have put there */
static gboolean
make_key (PzSyncSession           *session,
          const PzSyncFolderInfo  *info,
          const char              *passphrase,
          GCancellable            *cancellable,
          GError                 **error)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();

  pz_keyring_add (session->keyring, info->last_epoch + 1, key);
  return pz_sync_keys_publish (PZ_REMOTE (session->remote), pz_replica_get_environment (session->replica),
                               pz_replica_get_classroom (session->replica), session->keyring, passphrase, cancellable, error);
}

/* the keys of the class that lies there, or a first one */
static gboolean
prepare_keys (PzSyncSession           *session,
              const PzSyncFolderInfo  *info,
              const char              *passphrase,
              GCancellable            *cancellable,
              GError                 **error)
{
  if (info->kind == PZ_SYNC_FOLDER_CLASS && (info->is_encrypted || passphrase != NULL))
    return pz_sync_session_open_class (session, passphrase, cancellable, error);
  return passphrase == NULL || make_key (session, info, passphrase, cancellable, error);
}

static gboolean
check_info (const PzSyncFolderInfo  *info,
            const char              *classroom,
            GError                 **error)
{
  if (info->kind == PZ_SYNC_FOLDER_OTHER)
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_FOREIGN_FOLDER);
  return info->kind == PZ_SYNC_FOLDER_NONE || strcmp (info->classroom, classroom) == 0
         || pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_OTHER_CLASS);
}

/* What is known of the server is known of another folder, in which the class was before. */
static void
forget_old_folder (PzTurn *turn)
{
  PzSyncState *state = turn->state;

  pz_sync_state_want_snapshot (state);
  pz_outbox_forget (turn);
  g_hash_table_remove_all (state->aside);
  g_hash_table_remove_all (state->refused);
  g_hash_table_remove_all (state->torn);
  g_hash_table_remove_all (state->unreached);
  g_clear_pointer (&state->erased, pz_vector_free);
  state->is_erasing = FALSE;
  state->n_missing = 0;
  state->stored = state->pulled = 0; /* nothing was ever stored there */
}

static gboolean
begin_anew (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  const gboolean *is_new_folder = user_data;

  turn->state->checked = FALSE;
  if (*is_new_folder && pz_vector_count (turn->state->known->vector) > 0)
    forget_old_folder (turn);
  return TRUE;
}

static gboolean
is_set_up (PzSyncSession *session)
{
  g_autoptr(PzSyncSettings) settings = pz_sync_settings_read (pz_replica_get_store (session->replica), NULL);

  return settings != NULL;
}

static gboolean
prepare_folder (PzSyncSession  *session,
                const char     *passphrase,
                GCancellable   *cancellable,
                GError        **error)
{
  g_auto(PzSyncFolderInfo) info = { 0 };
  gboolean is_new;

  if (!pz_sync_session_connect (session, error)
      || !pz_remote_make_folder (PZ_REMOTE (session->remote), cancellable, error)
      || !pz_sync_folder_look (PZ_REMOTE (session->remote), &info, cancellable, error)
      || !check_info (&info, pz_replica_get_classroom (session->replica), error)
      || !prepare_keys (session, &info, passphrase, cancellable, error))
    return FALSE;
  is_new = info.kind == PZ_SYNC_FOLDER_NONE;
  return pz_replica_change (session->replica, begin_anew, &is_new, error)
         && pz_syncer_set_up (session->syncer, cancellable, error);
}

static gboolean
put_on_server (PzSyncSession  *session,
               const char     *passphrase,
               GCancellable   *cancellable,
               GError        **error)
{
  if (!prepare_folder (session, passphrase, cancellable, error)
      || !pz_sync_session_keep (session, passphrase, cancellable, error))
    return FALSE;
  /* the second one sees what the first one sent */
  if (pz_sync_session_run (session, cancellable, NULL))
    pz_sync_session_run (session, cancellable, NULL);
  return TRUE;
}

/**
 * pz_sync_set_up:
 * @environment: clock and chance
 * @path: the folder of a class that is on no server
 * @account: where it shall lie
 * @folder: name of a folder there: a new or an empty one, or the one of this very class
 * @passphrase: (nullable): that shall open the class, or does; %NULL: nothing is encrypted
 * @device_name: (nullable): what others shall read beside the values of this device
 * @secrets: get the password, the keys and the passphrase
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR, %PZ_ERROR of the disk; the class is as it was then, and on no server
 *
 * Puts the class on a server, with a first synchronisation. That one may fail: the class is on the server then, and the
 * next synchronisation goes on.
 *
 * Returns: whether the class is on the server
 */
gboolean
pz_sync_set_up (PzEnvironment        *environment,
                const char           *path,
                const PzSyncAccount  *account,
                const char           *folder,
                const char           *passphrase,
                const char           *device_name,
                PzSecrets            *secrets,
                GCancellable         *cancellable,
                GError              **error)
{
  g_autoptr(PzSyncSession) session = NULL;

  g_return_val_if_fail (path != NULL && account != NULL && folder != NULL && PZ_IS_SECRETS (secrets), FALSE);

  session = pz_sync_session_begin_at (environment, path, account, folder, passphrase != NULL, device_name, secrets, error);
  if (session == NULL)
    return FALSE;
  if (is_set_up (session))
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_IS_SET_UP);
  return put_on_server (session, passphrase, cancellable, error);
}

/**
 * pz_sync_move:
 * @environment: clock and chance
 * @path: the folder of a class that is on a server, or was before its folder there went
 * @account: where it lies now, or shall lie again
 * @folder: as for pz_sync_set_up()
 * @passphrase: (nullable): the same
 * @device_name: (nullable): the same
 * @secrets: get the password, the keys and the passphrase
 * @cancellable: (nullable): to stop
 * @error: as pz_sync_set_up(); the class is where it was then
 *
 * Puts the class into another folder, or into the same one again: all of it goes there, and nothing is deleted anywhere.
 *
 * Returns: whether it is there
 */
gboolean
pz_sync_move (PzEnvironment        *environment,
              const char           *path,
              const PzSyncAccount  *account,
              const char           *folder,
              const char           *passphrase,
              const char           *device_name,
              PzSecrets            *secrets,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr(PzSyncSession) session = NULL;

  g_return_val_if_fail (path != NULL && account != NULL && folder != NULL && PZ_IS_SECRETS (secrets), FALSE);

  session = pz_sync_session_begin_at (environment, path, account, folder, passphrase != NULL, device_name, secrets, error);
  return session != NULL && put_on_server (session, passphrase, cancellable, error);
}

static gboolean
forget_folder (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  turn->state->checked = FALSE;
  return TRUE;
}

/**
 * pz_sync_leave:
 * @environment: clock and chance
 * @path: the folder of a class
 * @secrets: forget all of it
 * @error: %PZ_SYNC_ERROR_NOT_SET_UP; %PZ_ERROR of the disk; what the secret service says
 *
 * Nothing is deleted on the server, and nothing of the class here: what was not sent stays as it is.
 *
 * Returns: whether the class is on no server any more
 */
gboolean
pz_sync_leave (PzEnvironment  *environment,
               const char     *path,
               PzSecrets      *secrets,
               GError        **error)
{
  g_autoptr(PzReplica) replica = NULL;
  g_autoptr(PzSyncSettings) settings = NULL;

  g_return_val_if_fail (path != NULL && PZ_IS_SECRETS (secrets), FALSE);

  replica = pz_replica_new (environment, path, NULL, error);
  settings = replica != NULL ? pz_sync_settings_read (pz_replica_get_store (replica), error) : NULL;
  return settings != NULL && pz_secrets_forget (secrets, pz_replica_get_classroom (replica), NULL, error)
         && pz_replica_change (replica, forget_folder, NULL, error)
         && pz_sync_settings_remove (pz_replica_get_store (replica), error);
}
