/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"
#include "pz-measurement.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Value, day, help and note of one measurement; what is wrong with the value stands below it. Signals: "changed" when
 * something was typed or chosen, "done" when Enter was pressed. */
#define PZ_TYPE_MEASUREMENT_FORM (pz_measurement_form_get_type ())
G_DECLARE_FINAL_TYPE (PzMeasurementForm, pz_measurement_form, PZ, MEASUREMENT_FORM, AdwBin)

GtkWidget *pz_measurement_form_new       (PzGoalFacts         *facts);
void       pz_measurement_form_show      (PzMeasurementForm   *self,
                                          PzRecord            *measurement);
void       pz_measurement_form_set_value (PzMeasurementForm   *self,
                                          const char          *typed);
void       pz_measurement_form_set_note  (PzMeasurementForm   *self,
                                          const char          *note);
gboolean   pz_measurement_form_is_empty  (PzMeasurementForm   *self);
gboolean   pz_measurement_form_read      (PzMeasurementForm   *self,
                                          PzMeasurementDraft  *draft,
                                          GError             **error);
gboolean   pz_measurement_form_check     (PzMeasurementForm   *self,
                                          PzMeasurementDraft  *draft);
const char *pz_measurement_form_get_problem (PzMeasurementForm *self);
void       pz_measurement_form_clear     (PzMeasurementForm   *self);
void       pz_measurement_form_focus     (PzMeasurementForm   *self);

G_END_DECLS
