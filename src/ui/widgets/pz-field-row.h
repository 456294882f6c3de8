/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A text field of a record as a row. What is typed is taken over when the field is left, on Enter, or after a pause. */
#define PZ_TYPE_FIELD_ROW (pz_field_row_get_type ())
G_DECLARE_FINAL_TYPE (PzFieldRow, pz_field_row, PZ, FIELD_ROW, AdwEntryRow)

GtkWidget *pz_field_row_new    (const PzEdit *edit);
void       pz_field_row_update (PzFieldRow   *self);
void       pz_field_row_commit (PzFieldRow   *self);

G_END_DECLS
