/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chip-box.h"
#include "pz-class-values.h"
#include "pz-edit.h"

G_BEGIN_DECLS

/* A set of a learner as chips that can be changed. */
#define PZ_TYPE_RECORD_CHIPS (pz_record_chips_get_type ())
G_DECLARE_FINAL_TYPE (PzRecordChips, pz_record_chips, PZ, RECORD_CHIPS, GtkBox)

GtkWidget *pz_record_chips_new     (const PzEdit  *edit,
                                    PzClassValues *values,
                                    const char    *icon);
void       pz_record_chips_update  (PzRecordChips *self);
PzChipBox *pz_record_chips_get_box (PzRecordChips *self);

G_END_DECLS
