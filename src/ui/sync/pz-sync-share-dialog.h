/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a colleague needs to join the class: what to do on the server, what to send, what to say in person. */
#define PZ_TYPE_SYNC_SHARE_DIALOG (pz_sync_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncShareDialog, pz_sync_share_dialog, PZ, SYNC_SHARE_DIALOG, AdwWindow)

GtkWidget *pz_sync_share_dialog_new         (GtkWindow         *parent,
                                             PzSyncKeeper      *keeper);
char      *pz_sync_share_dialog_dup_message (PzSyncShareDialog *self);

G_END_DECLS
