/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-writer.h"
#include "pz-library.h"
#include "pz-sync-session.h"

G_BEGIN_DECLS

/* What came of one class: for people as lines, for programs as members of an object. */

void     pz_sync_report_lines      (PzClassInfo    *info,
                                    PzSyncSession  *session);
void     pz_sync_report_state      (PzClassInfo    *info,
                                    PzSyncSession  *session);
void     pz_sync_report_members    (PzClassInfo    *info,
                                    PzSyncSession  *session,
                                    const GError   *error,
                                    PzJsonWriter   *writer);
gboolean pz_sync_report_has_remark (PzSyncSession  *session);
const char *pz_sync_report_remark  (const PzSyncDevice *device);
void     pz_sync_report_devices    (GPtrArray      *devices);
void     pz_sync_report_devices_json (PzClassInfo  *info,
                                    GPtrArray      *devices);

G_END_DECLS
