/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line with a dot on it, or the scale above such lines: all of one width and one greatest value are one picture. Runs the
 * other way where people read from right to left. */
#define PZ_TYPE_DOT_LANE (pz_dot_lane_get_type ())
G_DECLARE_FINAL_TYPE (PzDotLane, pz_dot_lane, PZ, DOT_LANE, GtkWidget)

GtkWidget *pz_dot_lane_new       (gboolean   is_scale);
void       pz_dot_lane_set_value (PzDotLane *self,
                                  double     value,
                                  double     greatest,
                                  double     limit);
double     pz_dot_lane_get_step  (double     greatest,
                                  guint      max_steps);
double     pz_dot_lane_get_x     (PzDotLane *self,
                                  double     value);

G_END_DECLS
