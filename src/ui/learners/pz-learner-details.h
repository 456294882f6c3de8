/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-class-values.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is looked up now and then: rows that say the most important and open to be changed. */
#define PZ_TYPE_LEARNER_DETAILS (pz_learner_details_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerDetails, pz_learner_details, PZ, LEARNER_DETAILS, AdwPreferencesGroup)

GtkWidget *pz_learner_details_new        (PzClassroom      *classroom,
                                          PzDocument       *document,
                                          PzClassValues    *values);
void       pz_learner_details_update     (PzLearnerDetails *self);
void       pz_learner_details_focus_name (PzLearnerDetails *self);
void       pz_learner_details_commit     (PzLearnerDetails *self);
/* AdwExpanderRow and AdwPreferencesGroup leave themselves and the lists inside them without a name */
void       pz_details_name_lists         (GtkWidget        *widget,
                                          const char       *name);

G_END_DECLS
