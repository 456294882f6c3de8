/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-server-address.h"
#include "pz-sync-keys.h"
#include "pz-sync-session-private.h"
#include "pz-sync-words.h"

/* How a session begins for a class whose settings are not written yet: one that is put on a server, is moved to another
 * folder, or is brought from there to this device. */

/* Returns: (transfer full) (nullable): a session with settings that are not written yet. */
PzSyncSession *
pz_sync_session_begin_at (PzEnvironment        *environment,
                          const char           *path,
                          const PzSyncAccount  *account,
                          const char           *folder,
                          gboolean              encrypted,
                          const char           *device_name,
                          PzSecrets            *secrets,
                          GError              **error)
{
  g_autofree char *address = pz_server_address_dup_folder (account->address, folder);
  PzSyncSettings *settings = pz_sync_settings_new (address);
  PzSyncSession *session;

  settings->user = g_strdup (account->user);
  settings->device_name = g_strdup (device_name);
  settings->encrypted = encrypted;
  session = pz_sync_session_begin (environment, path, secrets, settings, error);
  if (session != NULL)
    session->password = g_strdup (account->password);
  return session;
}

/* Fetches the keys of the class that lies in the folder. */
gboolean
pz_sync_session_open_class (PzSyncSession  *self,
                            const char     *passphrase,
                            GCancellable   *cancellable,
                            GError        **error)
{
  if (passphrase == NULL)
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_PASSPHRASE);
  return pz_sync_keys_unlock (PZ_REMOTE (self->remote), pz_replica_get_classroom (self->replica), passphrase, self->keyring,
                              cancellable, error);
}
