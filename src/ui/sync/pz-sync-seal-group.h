/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether the class is encrypted, and its passphrase: hidden until it is asked for. */
#define PZ_TYPE_SYNC_SEAL_GROUP (pz_sync_seal_group_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncSealGroup, pz_sync_seal_group, PZ, SYNC_SEAL_GROUP, AdwPreferencesGroup)

GtkWidget *pz_sync_seal_group_new (PzSyncKeeper *keeper);

G_END_DECLS
