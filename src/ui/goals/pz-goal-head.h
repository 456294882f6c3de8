/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands above the columns of the list of goals; nothing where there are no columns. */
#define PZ_TYPE_GOAL_HEAD (pz_goal_head_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalHead, pz_goal_head, PZ, GOAL_HEAD, GtkWidget)

GtkWidget *pz_goal_head_new                (void);
void       pz_goal_head_follow_width       (PzGoalHead *self,
                                            int         width);
int        pz_goal_head_get_strategy_width (GtkWidget  *widget);

G_END_DECLS
