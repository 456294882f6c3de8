/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-account.h"

#include "pz-listing.h"
#include "pz-server-address.h"
#include "pz-sync-keys.h"
#include "pz-sync-marker.h"
#include "pz-sync-words.h"

/**
 * pz_sync_folder_info_clear:
 *
 * Frees what it owns.
 */
void
pz_sync_folder_info_clear (PzSyncFolderInfo *self)
{
  g_free (self->classroom);
  *self = (PzSyncFolderInfo) { 0 };
}

/**
 * pz_sync_account_open:
 * @folder: (nullable): name of a folder below the address; %NULL for the address itself
 * @error: what is wrong with the address
 *
 * Asks nothing yet.
 *
 * Returns: (transfer full) (nullable): the folder
 */
PzDavRemote *
pz_sync_account_open (const PzSyncAccount  *self,
                      const char           *folder,
                      GError              **error)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (self != NULL && self->address != NULL, NULL);

  address = folder != NULL ? pz_server_address_dup_folder (self->address, folder) : g_strdup (self->address);
  return pz_dav_remote_new (address, self->user, self->password, error);
}

/**
 * pz_sync_account_list_folders:
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR: the address, the account or its password is not good, or what the server says
 *
 * Returns: (transfer full) (element-type utf8) (nullable): names of the folders below the address, sorted
 */
GPtrArray *
pz_sync_account_list_folders (const PzSyncAccount  *self,
                              GCancellable         *cancellable,
                              GError              **error)
{
  g_autoptr(PzDavRemote) remote = pz_sync_account_open (self, NULL, error);

  return remote != NULL ? pz_dav_remote_list_folders (remote, cancellable, error) : NULL;
}

/**
 * pz_sync_folder_look:
 * @remote: a folder
 * @info: (out caller-allocates): what lies there; to be let go by pz_sync_folder_info_clear()
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR; that there is no such folder is none
 *
 * Returns: whether it is known
 */
gboolean
pz_sync_folder_look (PzRemote          *remote,
                     PzSyncFolderInfo  *info,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(PzListing) listing = NULL;

  g_return_val_if_fail (PZ_IS_REMOTE (remote) && info != NULL, FALSE);

  *info = (PzSyncFolderInfo) { PZ_SYNC_FOLDER_NONE };
  files = pz_remote_list (remote, cancellable, &local_error);
  if (g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND))
    return TRUE;
  if (files == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  listing = pz_listing_new (files);
  info->last_epoch = pz_sync_keys_get_last_epoch (listing);
  info->is_encrypted = info->last_epoch > 0;
  if (listing->has_marker)
    info->classroom = pz_sync_marker_get (remote, cancellable, error);
  else if (listing->newest_major > 0)
    pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_NEW);
  else
    {
      /* key files without a marker are what a set-up left that was ended half way */
      info->kind = files->len > pz_listing_count_keys (listing) ? PZ_SYNC_FOLDER_OTHER : PZ_SYNC_FOLDER_NONE;
      return TRUE;
    }
  info->kind = PZ_SYNC_FOLDER_CLASS;
  return info->classroom != NULL;
}

/**
 * pz_sync_account_look:
 * @folder: name of a folder below the address
 * @info: (out caller-allocates): what lies there; to be let go by pz_sync_folder_info_clear()
 * @cancellable: (nullable): to stop
 * @error: as pz_sync_folder_look()
 *
 * Returns: whether it is known
 */
gboolean
pz_sync_account_look (const PzSyncAccount  *self,
                      const char           *folder,
                      PzSyncFolderInfo     *info,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autoptr(PzDavRemote) remote = pz_sync_account_open (self, folder, error);

  *info = (PzSyncFolderInfo) { PZ_SYNC_FOLDER_NONE };
  return remote != NULL && pz_sync_folder_look (PZ_REMOTE (remote), info, cancellable, error);
}
