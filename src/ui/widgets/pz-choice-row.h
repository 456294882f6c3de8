/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A choice or a reference of a record as a row with a list of values. */
#define PZ_TYPE_CHOICE_ROW (pz_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (PzChoiceRow, pz_choice_row, PZ, CHOICE_ROW, AdwComboRow)

GtkWidget *pz_choice_row_new         (const PzEdit       *edit,
                                      const char         *none);
void       pz_choice_row_set_choices (PzChoiceRow        *self,
                                      const char * const *values,
                                      const char * const *labels);
void       pz_choice_row_update      (PzChoiceRow        *self);

void       pz_combo_row_name_parts   (AdwComboRow        *row);

G_END_DECLS
