/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One goal of a learner in a list: title, way, the course as a small picture, where it stands, the last value. A snapshot. */
#define PZ_TYPE_GOAL_ROW (pz_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalRow, pz_goal_row, PZ, GOAL_ROW, AdwPreferencesRow)

GtkWidget *pz_goal_row_new      (PzClassroom       *classroom,
                                 PzDocument        *learner,
                                 PzRecord          *goal,
                                 const PzGoalRules *rules,
                                 GtkSizeGroup      *values);
PzRecord  *pz_goal_row_get_goal (PzGoalRow         *self);

G_END_DECLS
