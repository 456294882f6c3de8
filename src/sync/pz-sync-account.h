/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-dav-remote.h"

G_BEGIN_DECLS

/**
 * PzSyncAccount:
 * @address: of a folder on a server, as pz_server_address_complete() makes it
 * @user: (nullable): name of the account
 * @password: (nullable): an app password, where the server has such
 *
 * Where classes lie, and who asks.
 */
typedef struct
{
  const char *address;
  const char *user;
  const char *password;
} PzSyncAccount;

/**
 * PzSyncFolderKind:
 * @PZ_SYNC_FOLDER_NONE: there is no such folder, or nothing in it: a class can be put there
 * @PZ_SYNC_FOLDER_CLASS: a class lies there
 * @PZ_SYNC_FOLDER_OTHER: other files lie there: no class should be put between them
 */
typedef enum
{
  PZ_SYNC_FOLDER_NONE,
  PZ_SYNC_FOLDER_CLASS,
  PZ_SYNC_FOLDER_OTHER,
} PzSyncFolderKind;

/**
 * PzSyncFolderInfo:
 * @kind: what lies there
 * @classroom: (nullable): id of the class
 * @is_encrypted: whether a passphrase is needed to join it
 * @last_epoch: the highest epoch of a key there; 0 when there is none
 *
 * What a folder on a server holds.
 */
typedef struct
{
  PzSyncFolderKind kind;
  char *classroom;
  gboolean is_encrypted;
  guint64 last_epoch;
} PzSyncFolderInfo;

void         pz_sync_folder_info_clear   (PzSyncFolderInfo     *self);

PzDavRemote *pz_sync_account_open        (const PzSyncAccount  *self,
                                          const char           *folder,
                                          GError              **error);
GPtrArray   *pz_sync_account_list_folders (const PzSyncAccount *self,
                                          GCancellable         *cancellable,
                                          GError              **error);
gboolean     pz_sync_account_look        (const PzSyncAccount  *self,
                                          const char           *folder,
                                          PzSyncFolderInfo     *info,
                                          GCancellable         *cancellable,
                                          GError              **error);
gboolean     pz_sync_folder_look         (PzRemote             *remote,
                                          PzSyncFolderInfo     *info,
                                          GCancellable         *cancellable,
                                          GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PzSyncFolderInfo, pz_sync_folder_info_clear)

G_END_DECLS
