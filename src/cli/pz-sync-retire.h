/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-cli.h"
#include "pz-sync-options.h"

G_BEGIN_DECLS

PzExit pz_sync_retire (PzCli                *cli,
                       PzClassInfo          *info,
                       const PzSyncOptions  *options,
                       GError              **error);

G_END_DECLS
