/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-course.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The course of a goal as a picture of a word's size, named by its text. The line has the colour the style gives to
 * the node "sparkline". */
#define PZ_TYPE_SPARKLINE (pz_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (PzSparkline, pz_sparkline, PZ, SPARKLINE, GtkWidget)

GtkWidget *pz_sparkline_new (PzGoalCourse *course,
                             const char   *text);
void       pz_sparkline_set_width (PzSparkline *self,
                                   int          width);
void       pz_sparkline_draw (GtkWidget          *widget,
                              GtkSnapshot        *snapshot,
                              const PzGoalCourse *course);

G_END_DECLS
