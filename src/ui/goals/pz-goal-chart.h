/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture of a goal on the screen. One stop of the Tab key: arrows, Home and End go from point to point.
 * Signals: "open" and "remove" (PzRecord *measurement), by Enter and Delete. */
#define PZ_TYPE_GOAL_CHART (pz_goal_chart_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalChart, pz_goal_chart, PZ, GOAL_CHART, GtkWidget)

GtkWidget *pz_goal_chart_new      (PzGoalFacts *facts);
GtkWidget *pz_goal_chart_new_plain (PzGoalFacts *facts);
void       pz_goal_chart_set_days (PzGoalChart *self,
                                   guint32      first,
                                   guint32      last);

G_END_DECLS
