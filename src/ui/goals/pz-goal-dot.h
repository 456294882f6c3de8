/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One measurement of a chart, for fingers, the keyboard and screen readers; the chart draws what is seen of it.
 * Signal: "activate", by Enter or by a click on the chosen one. */
#define PZ_TYPE_GOAL_DOT (pz_goal_dot_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalDot, pz_goal_dot, PZ, GOAL_DOT, GtkWidget)

GtkWidget  *pz_goal_dot_new             (PzRecord   *measurement,
                                         const char *name,
                                         const char *hint);
PzRecord   *pz_goal_dot_get_measurement (PzGoalDot  *self);
const char *pz_goal_dot_get_name        (PzGoalDot  *self);
const char *pz_goal_dot_get_hint        (PzGoalDot  *self);

G_END_DECLS
