/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The files on the server that are not used: what they are, and a copy of them. Shown only when there are any. */
#define PZ_TYPE_SYNC_FILES_ROW (pz_sync_files_row_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncFilesRow, pz_sync_files_row, PZ, SYNC_FILES_ROW, AdwActionRow)

GtkWidget *pz_sync_files_row_new  (PzSyncKeeper   *keeper);
void       pz_sync_files_row_save (PzSyncFilesRow *self,
                                   const char     *folder);

G_END_DECLS
