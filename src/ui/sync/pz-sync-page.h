/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How the class and its server stand, and everything that can be done about it. Commands are those of the window, which
 * has to offer them as the action group "win" of the page or of what it is in. */
#define PZ_TYPE_SYNC_PAGE (pz_sync_page_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncPage, pz_sync_page, PZ, SYNC_PAGE, AdwPreferencesPage)

GtkWidget *pz_sync_page_new (PzSyncKeeper *keeper);

G_END_DECLS
