/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The steps of a goal that is being written: each opens to its text and days, Alt and an arrow key move it. */
#define PZ_TYPE_GOAL_STEPS (pz_goal_steps_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalSteps, pz_goal_steps, PZ, GOAL_STEPS, AdwPreferencesGroup)

GtkWidget *pz_goal_steps_new    (PzGoalDraft *draft);
void       pz_goal_steps_update (PzGoalSteps *self);
void       pz_goal_steps_add    (PzGoalSteps *self);

G_END_DECLS
