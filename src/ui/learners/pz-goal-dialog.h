/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A goal to read: what it asks for, and everything that was measured and changed for it, the newest on top. */
#define PZ_TYPE_GOAL_DIALOG (pz_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalDialog, pz_goal_dialog, PZ, GOAL_DIALOG, AdwWindow)

GtkWidget *pz_goal_dialog_new     (PzClassroom *classroom,
                                   PzDocument  *learner,
                                   PzRecord    *goal);
GtkWidget *pz_goal_dialog_present (GtkWidget   *from,
                                   PzClassroom *classroom,
                                   PzDocument  *learner,
                                   PzRecord    *goal,
                                   PzRecord    *record);

G_END_DECLS
