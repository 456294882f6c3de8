/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-writer.h"
#include "pz-library.h"
#include "pz-sync-session.h"

G_BEGIN_DECLS

/**
 * PzSyncReport:
 * @class_info: of which class
 * @session: (nullable): the class, when it is on a server
 * @error: (nullable): why the synchronisation did not come to its end
 * @only_status: nothing was moved, and nothing should have been
 *
 * What one synchronisation did.
 */
typedef struct
{
  PzClassInfo *class_info;
  PzSyncSession *session;
  const GError *error;
  gboolean only_status;
} PzSyncReport;

void pz_sync_report_print (const PzSyncReport *self);
void pz_sync_report_write (const PzSyncReport *self,
                           PzJsonWriter       *writer);

G_END_DECLS
