/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-measurement-form.h"

G_BEGIN_DECLS

/* Changes one measurement, sets it aside or deletes it. */
#define PZ_TYPE_MEASUREMENT_DIALOG (pz_measurement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzMeasurementDialog, pz_measurement_dialog, PZ, MEASUREMENT_DIALOG, AdwWindow)

GtkWidget         *pz_measurement_dialog_new      (PzGoalFacts         *facts,
                                                   PzRecord            *measurement);
PzMeasurementForm *pz_measurement_dialog_get_form (PzMeasurementDialog *self);
void               pz_measurement_dialog_set_counts (PzMeasurementDialog *self,
                                                   gboolean             counts);
void               pz_measurement_dialog_save     (PzMeasurementDialog *self);

G_END_DECLS
