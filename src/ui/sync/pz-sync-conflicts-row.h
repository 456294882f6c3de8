/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How many fields of a class two devices wrote without seeing each other, and the way to the list of them. */
#define PZ_TYPE_SYNC_CONFLICTS_ROW (pz_sync_conflicts_row_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncConflictsRow, pz_sync_conflicts_row, PZ, SYNC_CONFLICTS_ROW, AdwActionRow)

GtkWidget *pz_sync_conflicts_row_new (PzClassroom *classroom);

G_END_DECLS
