/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bytes of a data key. */
#define PZ_SYNC_KEY_SIZE 32
/* Hex digits that name a key, without the final NUL. */
#define PZ_SYNC_KEY_ID_LENGTH 16
/* What sealing adds at least: nonce, tag and the one byte that ends the content. */
#define PZ_SYNC_KEY_OVERHEAD (24 + 16 + 1)
/* Largest content that is sealed or opened, in bytes. */
#define PZ_SYNC_KEY_MAX_CONTENT (64 * 1024 * 1024)

/* The key of a class: 256 random bits that seal what is sent. Immutable, may be used from any thread; its bytes lie in
 * memory of their own that is not swapped and is wiped. */
typedef struct _PzSyncKey PzSyncKey;

PzSyncKey  *pz_sync_key_new_random (void);
PzSyncKey  *pz_sync_key_new        (const guint8  *bytes);
PzSyncKey  *pz_sync_key_ref        (PzSyncKey     *self);
void        pz_sync_key_unref      (PzSyncKey     *self);
const char *pz_sync_key_get_id     (PzSyncKey     *self);
char       *pz_sync_key_dup_text   (PzSyncKey     *self);
PzSyncKey  *pz_sync_key_from_text  (const char    *text);
GBytes     *pz_sync_key_seal       (PzSyncKey     *self,
                                    GBytes        *content,
                                    GBytes        *about);
GBytes     *pz_sync_key_open       (PzSyncKey     *self,
                                    GBytes        *sealed,
                                    GBytes        *about,
                                    GError       **error);

gsize       pz_sync_key_padded_size (gsize         size);
void        pz_secret_text_free     (char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncKey, pz_sync_key_unref)

G_END_DECLS
