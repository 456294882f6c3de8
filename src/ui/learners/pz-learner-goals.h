/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The goals of a learner as a list, and the way to a new one; hidden when there are none in a class that cannot be
 * changed. */
#define PZ_TYPE_LEARNER_GOALS (pz_learner_goals_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerGoals, pz_learner_goals, PZ, LEARNER_GOALS, AdwPreferencesGroup)

GtkWidget *pz_learner_goals_new    (PzClassroom    *classroom,
                                    PzDocument     *document);
void       pz_learner_goals_update (PzLearnerGoals *self);

G_END_DECLS
