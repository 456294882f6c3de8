/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-form.h"

G_BEGIN_DECLS

/* One record of the class, made or changed with all its fields, or deleted. Signals: "deleted" after it went,
 * "saved" (PzRecord) after it was written. */
#define PZ_TYPE_RECORD_DIALOG (pz_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzRecordDialog, pz_record_dialog, PZ, RECORD_DIALOG, AdwWindow)

GtkWidget *pz_record_dialog_new      (PzClassroom    *classroom,
                                      PzRecordType    type,
                                      PzRecord       *record);
PzRecord  *pz_record_dialog_get_draft (PzRecordDialog *self);
PzForm    *pz_record_dialog_get_form (PzRecordDialog *self);
void       pz_record_dialog_save     (PzRecordDialog *self);
void       pz_record_dialog_delete   (PzRecordDialog *self);

G_END_DECLS
