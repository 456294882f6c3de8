/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-key.h"

G_BEGIN_DECLS

/* The keys of a class: all that were ever used, so that everything can be read; the one of the highest epoch seals. */
typedef struct _PzKeyring PzKeyring;

PzKeyring *pz_keyring_new         (void);
void       pz_keyring_free        (PzKeyring       *self);
void       pz_keyring_take        (PzKeyring       *self,
                                   const PzKeyring *other);
void       pz_keyring_add         (PzKeyring       *self,
                                   guint64          epoch,
                                   PzSyncKey       *key);
PzSyncKey *pz_keyring_find        (const PzKeyring *self,
                                   const char      *id);
PzSyncKey *pz_keyring_get_current (const PzKeyring *self,
                                   guint64         *epoch);
guint      pz_keyring_get_n_keys  (const PzKeyring *self);
PzSyncKey *pz_keyring_get_nth     (const PzKeyring *self,
                                   guint            n,
                                   guint64         *epoch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzKeyring, pz_keyring_free)

G_END_DECLS
