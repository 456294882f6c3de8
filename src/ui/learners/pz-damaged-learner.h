/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PZ_TYPE_DAMAGED_LEARNER (pz_damaged_learner_get_type ())
G_DECLARE_FINAL_TYPE (PzDamagedLearner, pz_damaged_learner, PZ, DAMAGED_LEARNER, GtkBox)

GtkWidget *pz_damaged_learner_new  (void);
void       pz_damaged_learner_show (PzDamagedLearner *self,
                                    PzClassroom      *classroom,
                                    const char       *id);

G_END_DECLS
