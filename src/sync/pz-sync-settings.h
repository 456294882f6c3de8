/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-store.h"
#include "pz-sync-key.h"

G_BEGIN_DECLS

/* Where it lies below the folder of a class; in no snapshot and no export. */
#define PZ_SYNC_SETTINGS_FILE "outbox/server.json"
/* Keys that are remembered by name at most. */
#define PZ_SYNC_SETTINGS_MAX_KEYS 1000

/**
 * PzSyncKeyName:
 * @epoch: which key of the class, from 1
 * @id: of the key
 *
 * A key that lies in the secrets.
 */
typedef struct
{
  guint64 epoch;
  char id[PZ_SYNC_KEY_ID_LENGTH + 1];
} PzSyncKeyName;

/**
 * PzSyncSettings:
 * @folder: address of the folder of the class on the server, with a slash at its end
 * @user: (nullable): the account
 * @device_name: (nullable): what others read beside the values of this device
 * @encrypted: whether nothing but sealed objects is written and read
 * @paused: whether nothing is done by itself
 * @keys: (element-type PzSyncKeyName): what the secrets have of this class
 * @extra: members a newer version wrote, each behind a comma
 *
 * Which server a class is on. No password, passphrase or key is part of it: these are in #PzSecrets.
 */
typedef struct
{
  char *folder;
  char *user;
  char *device_name;
  gboolean encrypted;
  gboolean paused;
  GArray *keys;
  GString *extra;
} PzSyncSettings;

PzSyncSettings *pz_sync_settings_new    (const char            *folder);
void            pz_sync_settings_free   (PzSyncSettings        *self);
void            pz_sync_settings_add_key (PzSyncSettings       *self,
                                         guint64                epoch,
                                         const char            *id);
PzSyncSettings *pz_sync_settings_parse  (GBytes                *bytes,
                                         GError               **error);
GBytes         *pz_sync_settings_format (const PzSyncSettings  *self);
PzSyncSettings *pz_sync_settings_read   (PzStore               *store,
                                         GError               **error);
gboolean        pz_sync_settings_write  (const PzSyncSettings  *self,
                                         PzStore               *store,
                                         GError               **error);
gboolean        pz_sync_settings_remove (PzStore               *store,
                                         GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncSettings, pz_sync_settings_free)

G_END_DECLS
