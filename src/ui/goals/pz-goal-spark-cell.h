/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The course of a goal as a picture of a word's size, as large as it is made; what it says stands beside it in words. */
#define PZ_TYPE_GOAL_SPARK_CELL (pz_goal_spark_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalSparkCell, pz_goal_spark_cell, PZ, GOAL_SPARK_CELL, GtkWidget)

GtkWidget *pz_goal_spark_cell_new      (void);
void       pz_goal_spark_cell_set_item (PzGoalSparkCell *self,
                                        PzGoalItem      *item);

G_END_DECLS
