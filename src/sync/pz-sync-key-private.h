/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-key.h"

G_BEGIN_DECLS

const guint8 *pz_sync_key_get_bytes       (PzSyncKey    *self);
/* a nonce is used once in the life of a key: for test vectors only */
GBytes       *pz_sync_key_seal_with_nonce (PzSyncKey    *self,
                                           GBytes       *content,
                                           GBytes       *about,
                                           const guint8 *nonce);
void          pz_sync_key_prepare         (void);

G_END_DECLS
