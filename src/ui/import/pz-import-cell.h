/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows one row of the preview. */
#define PZ_TYPE_IMPORT_CELL (pz_import_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzImportCell, pz_import_cell, PZ, IMPORT_CELL, GtkWidget)

GtkWidget *pz_import_cell_new      (PzImportSession *session);
void       pz_import_cell_set_row  (PzImportCell    *self,
                                    PzImportRow     *row);

G_END_DECLS
