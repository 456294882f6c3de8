/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The devices that take part, and what can be done about one that is lost. */
#define PZ_TYPE_SYNC_DEVICES_GROUP (pz_sync_devices_group_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncDevicesGroup, pz_sync_devices_group, PZ, SYNC_DEVICES_GROUP, AdwPreferencesGroup)

GtkWidget *pz_sync_devices_group_new (PzSyncKeeper *keeper);

G_END_DECLS
