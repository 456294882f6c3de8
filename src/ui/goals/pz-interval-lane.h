/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dot with its interval on a line from 0 to 1, a mark in the middle. What it shows is said in words beside it. */
#define PZ_TYPE_INTERVAL_LANE (pz_interval_lane_get_type ())
G_DECLARE_FINAL_TYPE (PzIntervalLane, pz_interval_lane, PZ, INTERVAL_LANE, GtkWidget)

GtkWidget *pz_interval_lane_new   (double          value,
                                   double          lower,
                                   double          upper);
double     pz_interval_lane_get_x (PzIntervalLane *self,
                                   double          value);

G_END_DECLS
