/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column of a table: what it is called, what it means, what it holds as it was understood. */
#define PZ_TYPE_IMPORT_COLUMN_ROW (pz_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (PzImportColumnRow, pz_import_column_row, PZ, IMPORT_COLUMN_ROW, AdwPreferencesRow)

GtkWidget *pz_import_column_row_new    (PzImportSession   *session,
                                        guint              column);
void       pz_import_column_row_update (PzImportColumnRow *self);
void       pz_import_column_row_ask    (PzImportColumnRow *self);

G_END_DECLS
