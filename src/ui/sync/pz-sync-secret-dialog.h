/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a password or a passphrase, tries it with the server, and stays until it works. */
#define PZ_TYPE_SYNC_SECRET_DIALOG (pz_sync_secret_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncSecretDialog, pz_sync_secret_dialog, PZ, SYNC_SECRET_DIALOG, AdwWindow)

GtkWidget *pz_sync_secret_dialog_new (GtkWindow    *parent,
                                      PzSyncKeeper *keeper,
                                      PzSyncJob     job);

G_END_DECLS
