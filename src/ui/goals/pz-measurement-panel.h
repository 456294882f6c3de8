/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-measurement-form.h"

G_BEGIN_DECLS

/* Adds measurements of a goal, one after the other. */
#define PZ_TYPE_MEASUREMENT_PANEL (pz_measurement_panel_get_type ())
G_DECLARE_FINAL_TYPE (PzMeasurementPanel, pz_measurement_panel, PZ, MEASUREMENT_PANEL, AdwBin)

GtkWidget         *pz_measurement_panel_new      (PzGoalFacts        *facts);
PzMeasurementForm *pz_measurement_panel_get_form (PzMeasurementPanel *self);
void               pz_measurement_panel_add      (PzMeasurementPanel *self);

G_END_DECLS
