/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the list of goals: picture, title and name, strategy, last value, course, status. Texts are drawn by hand, and
 * made when they are drawn: a list view has hundreds of rows of which a dozen are seen. */
#define PZ_TYPE_GOAL_CELL (pz_goal_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalCell, pz_goal_cell, PZ, GOAL_CELL, GtkWidget)

GtkWidget *pz_goal_cell_new     (void);
void       pz_goal_cell_bind    (PzGoalCell  *self,
                                 PzGoalItem  *item,
                                 PzClassroom *classroom);
void       pz_goal_cell_refresh (PzGoalCell  *self);

G_END_DECLS
