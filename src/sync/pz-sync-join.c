/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-set-up.h"

#include "pz-sweep.h"
#include "pz-sync-keys.h"
#include "pz-sync-session-private.h"
#include "pz-sync-words.h"

#include <fcntl.h>
#include <unistd.h>

#define CLASS_FILE "classroom.json"

/* whether there is a class that can be joined with what we have */
static gboolean
check_folder (const PzSyncFolderInfo  *info,
              const char              *passphrase,
              GError                 **error)
{
  if (info->kind != PZ_SYNC_FOLDER_CLASS)
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_NO_CLASS);
  return !info->is_encrypted || passphrase != NULL || pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_PASSPHRASE);
}

static gboolean
has_class (const char *path)
{
  g_autofree char *file = g_build_filename (path, CLASS_FILE, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* What was begun here holds nothing of a person: the class arrives as one commit. A folder that was there before may hold
 * all but the file of the class. */
static void
remove_begun (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *base = g_path_get_basename (path);
  int parent;

  if (has_class (path))
    return;
  parent = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (parent < 0)
    return;
  pz_sweep_remove_tree (parent, base);
  close (parent);
}

/* The folder of the class, made anew when it is not there; is_new: whether it was. */
static gboolean
make_folder (PzEnvironment  *environment,
             const char     *path,
             gboolean       *is_new,
             GError        **error)
{
  g_autoptr(PzStore) store = NULL;

  if (has_class (path))
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_IS_HERE);
  *is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  store = pz_store_open (environment, path, PZ_STORE_CREATE, error);
  return store != NULL;
}

static gboolean
fetch (PzSyncSession  *session,
       const char     *path,
       const char     *passphrase,
       GCancellable   *cancellable,
       GError        **error)
{
  if (!pz_sync_session_connect (session, error))
    return FALSE;
  if (session->settings->encrypted
      && !pz_sync_session_open_class (session, passphrase, cancellable, error))
    return FALSE;
  if (!pz_sync_session_run (session, cancellable, error))
    return FALSE;
  if (!has_class (path))
    return pz_sync_words_refuse (error, PZ_SYNC_TROUBLE_NO_CLASS); /* nothing was ever sent to it */
  return pz_sync_session_keep (session, session->settings->encrypted ? passphrase : NULL, cancellable, error);
}

/**
 * pz_sync_join:
 * @environment: clock, chance and the data folder
 * @account: where the class lies
 * @folder: name of its folder there
 * @passphrase: (nullable): of the class, when it is encrypted
 * @device_name: (nullable): what others shall read beside the values of this device
 * @secrets: get the password, the keys and the passphrase
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR, %PZ_ERROR of the disk; nothing is left of it here then, but what lay here before
 *
 * Brings a class that lies on a server to this device.
 *
 * Returns: (transfer full) (nullable): the folder of the class
 */
char *
pz_sync_join (PzEnvironment        *environment,
              const PzSyncAccount  *account,
              const char           *folder,
              const char           *passphrase,
              const char           *device_name,
              PzSecrets            *secrets,
              GCancellable         *cancellable,
              GError              **error)
{
  g_auto(PzSyncFolderInfo) info = { 0 };
  g_autoptr(PzSyncSession) session = NULL;
  g_autofree char *path = NULL;
  gboolean is_new = FALSE;

  g_return_val_if_fail (account != NULL && folder != NULL && PZ_IS_SECRETS (secrets), NULL);

  if (!pz_sync_account_look (account, folder, &info, cancellable, error) || !check_folder (&info, passphrase, error))
    return NULL;
  path = g_build_filename (pz_environment_get_data_dir (environment), "classrooms", info.classroom, NULL);
  if (!make_folder (environment, path, &is_new, error))
    return NULL;
  session = pz_sync_session_begin_at (environment, path, account, folder, info.is_encrypted, device_name, secrets, error);
  if (session != NULL && fetch (session, path, passphrase, cancellable, error))
    return g_steal_pointer (&path);
  g_clear_pointer (&session, pz_sync_session_free);
  if (is_new)
    remove_begun (path);
  return NULL;
}
