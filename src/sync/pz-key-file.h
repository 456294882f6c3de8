/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-key.h"

G_BEGIN_DECLS

/* Largest key file that is read, in bytes. */
#define PZ_KEY_FILE_MAX_SIZE 4096
/* Bounds of what a file may ask for: a server must neither weaken a passphrase nor keep a computer busy for minutes. */
#define PZ_KEY_FILE_MIN_PASSES 2
#define PZ_KEY_FILE_MAX_PASSES 8
#define PZ_KEY_FILE_MIN_MEMORY (64 * 1024 * 1024)
#define PZ_KEY_FILE_MAX_MEMORY (1024 * 1024 * 1024)
/* Epochs count the keys of a class; JSON carries no larger number exactly. */
#define PZ_KEY_FILE_MAX_EPOCH ((guint64) 1 << 53)

/* The key of a class, wrapped by its passphrase: what lies on the server so that others can join. Immutable. */
typedef struct _PzKeyFile PzKeyFile;

PzKeyFile  *pz_key_file_new           (PzSyncKey    *key,
                                       const char   *classroom,
                                       guint64       epoch,
                                       const char   *passphrase,
                                       GError      **error);
PzKeyFile  *pz_key_file_parse         (GBytes       *bytes,
                                       GError      **error);
void        pz_key_file_free          (PzKeyFile    *self);
GBytes     *pz_key_file_write         (PzKeyFile    *self);
PzSyncKey  *pz_key_file_unlock        (PzKeyFile    *self,
                                       const char   *passphrase,
                                       GError      **error);
const char *pz_key_file_get_classroom (PzKeyFile    *self);
guint64     pz_key_file_get_epoch     (PzKeyFile    *self);
const char *pz_key_file_get_key_id    (PzKeyFile    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzKeyFile, pz_key_file_free)

G_END_DECLS
