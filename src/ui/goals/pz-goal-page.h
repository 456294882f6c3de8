/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-detail-page.h"

G_BEGIN_DECLS

/* One goal of one learner, with a header bar of its own: what it is, what was measured, where it stands and why; new
 * measurements; what changed. Actions: goal.pause, goal.close, goal.take-up. The button back is always there. */
#define PZ_TYPE_GOAL_PAGE (pz_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalPage, pz_goal_page, PZ, GOAL_PAGE, PzDetailPage)

GtkWidget  *pz_goal_page_new           (PzClassroom *classroom,
                                        PzDocument  *learner,
                                        const char  *goal);
const char *pz_goal_page_get_goal      (PzGoalPage  *self);
PzDocument *pz_goal_page_get_learner   (PzGoalPage  *self);
void        pz_goal_page_focus_value   (PzGoalPage  *self);

G_END_DECLS
