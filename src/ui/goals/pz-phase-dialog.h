/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-form.h"

G_BEGIN_DECLS

/* What changed in the teaching for a goal, and when: made, changed or deleted. */
#define PZ_TYPE_PHASE_DIALOG (pz_phase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzPhaseDialog, pz_phase_dialog, PZ, PHASE_DIALOG, AdwWindow)

GtkWidget *pz_phase_dialog_new       (PzClassroom   *classroom,
                                      PzDocument    *learner,
                                      PzRecord      *goal,
                                      PzRecord      *phase);
PzRecord  *pz_phase_dialog_get_draft (PzPhaseDialog *self);
PzForm    *pz_phase_dialog_get_form  (PzPhaseDialog *self);
void       pz_phase_dialog_save      (PzPhaseDialog *self);
void       pz_phase_dialog_delete    (PzPhaseDialog *self);

G_END_DECLS
