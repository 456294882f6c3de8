/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* px from the upper left corner */
typedef struct
{
  double x;
  double y;
} PzGoalSparkPlace;

/**
 * PzGoalSpark:
 * @places: (array length=n): where the points stand, by time
 * @n: points, maybe none
 * @has_way: whether @from and @to are set
 * @from: where the planned way begins
 * @to: where it leads
 *
 * The course of a goal as a picture of a word's size.
 */
typedef struct
{
  PzGoalSparkPlace *places;
  gsize n;
  gboolean has_way;
  PzGoalSparkPlace from;
  PzGoalSparkPlace to;
} PzGoalSpark;

void       pz_goal_spark_init        (PzGoalSpark          *self,
                                      const PzGoalProgress *progress,
                                      double                width,
                                      double                height,
                                      gboolean              right_to_left);
void       pz_goal_spark_clear       (PzGoalSpark          *self);

/* Draws it; what it says stands beside it in words. */
#define PZ_TYPE_GOAL_SPARK_CELL (pz_goal_spark_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalSparkCell, pz_goal_spark_cell, PZ, GOAL_SPARK_CELL, GtkWidget)

GtkWidget *pz_goal_spark_cell_new      (void);
void       pz_goal_spark_cell_set_item (PzGoalSparkCell *self,
                                        PzGoalItem      *item);

G_END_DECLS
