/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"
#include "pz-sync-options.h"
#include "pz-sync-session.h"

G_BEGIN_DECLS

gboolean pz_sync_run (PzCli                *cli,
                      const PzSyncOptions  *options,
                      PzSyncSession        *session,
                      GError              **error);

G_END_DECLS
