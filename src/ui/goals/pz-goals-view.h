/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-found.h"
#include "pz-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All goals of the class by status word. Signal: "goal-chosen" (learner, goal), ids, when a row is opened. */
#define PZ_TYPE_GOALS_VIEW (pz_goals_view_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalsView, pz_goals_view, PZ, GOALS_VIEW, AdwBin)

GtkWidget   *pz_goals_view_new       (void);
void         pz_goals_view_show_goal (PzGoalsView *self,
                                      const char  *learner,
                                      const char  *goal);
PzGoalList  *pz_goals_view_get_list  (PzGoalsView *self);
PzGoalFound *pz_goals_view_get_found (PzGoalsView *self);
PzDocument  *pz_goals_view_get_learner (PzGoalsView *self);

G_END_DECLS
