/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-item.h"
#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One row of the calendar: an activity, and above the first of a day which day it is. */
#define PZ_TYPE_ACTIVITY_CELL (pz_activity_cell_get_type ())
G_DECLARE_FINAL_TYPE (PzActivityCell, pz_activity_cell, PZ, ACTIVITY_CELL, GtkBox)

GtkWidget *pz_activity_cell_new       (void);
void       pz_activity_cell_bind      (PzActivityCell *self,
                                       PzActivityItem *item,
                                       PzClassroom    *classroom);
void       pz_activity_cell_set_place (PzActivityCell *self,
                                       gboolean        first,
                                       gboolean        last);

G_END_DECLS
