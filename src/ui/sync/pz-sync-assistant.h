/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Three steps that put a class on a server, or fetch one from there. Signal: "done" (char *path of the class). */
#define PZ_TYPE_SYNC_ASSISTANT (pz_sync_assistant_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncAssistant, pz_sync_assistant, PZ, SYNC_ASSISTANT, AdwWindow)

GtkWidget *pz_sync_assistant_new (GtkWindow   *parent,
                                  PzSyncSetup *setup);

G_END_DECLS
