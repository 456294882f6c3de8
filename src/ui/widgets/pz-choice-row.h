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
/* tied to no field: for who keeps the value elsewhere */
GtkWidget *pz_choice_row_new_free    (const char         *title,
                                      const char         *none);
const char *pz_choice_row_get_value  (PzChoiceRow        *self);
void       pz_choice_row_select      (PzChoiceRow        *self,
                                      const char         *value);
void       pz_choice_row_set_choices (PzChoiceRow        *self,
                                      const char * const *values,
                                      const char * const *labels);
void       pz_choice_row_update      (PzChoiceRow        *self);

void       pz_combo_row_name_parts   (AdwComboRow        *row);

G_END_DECLS
