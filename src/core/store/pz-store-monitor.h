/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-store.h"

G_BEGIN_DECLS

#define PZ_TYPE_STORE_MONITOR (pz_store_monitor_get_type ())
G_DECLARE_FINAL_TYPE (PzStoreMonitor, pz_store_monitor, PZ, STORE_MONITOR, GObject)

PzStoreMonitor *pz_store_monitor_new            (PzStore        *store);
void            pz_store_monitor_watch_learners (PzStoreMonitor *self);

G_END_DECLS
