/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-import-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A class of a roster with its check box; shows another one when it is told to. */
#define PZ_TYPE_IMPORT_CLASS_ROW (pz_import_class_row_get_type ())
G_DECLARE_FINAL_TYPE (PzImportClassRow, pz_import_class_row, PZ, IMPORT_CLASS_ROW, AdwActionRow)

GtkWidget *pz_import_class_row_new        (void);
void       pz_import_class_row_set_choice (PzImportClassRow *self,
                                           PzImportChoice   *choice);

G_END_DECLS
