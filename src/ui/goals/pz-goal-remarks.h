/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the numbers do not say, the newest first: notes of measurements, changes of the teaching, check-ins. */
#define PZ_TYPE_GOAL_REMARKS (pz_goal_remarks_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalRemarks, pz_goal_remarks, PZ, GOAL_REMARKS, AdwBin)

GtkWidget *pz_goal_remarks_new      (PzGoalFacts *facts);
void       pz_goal_remarks_show_all (PzGoalRemarks *self);

G_END_DECLS
