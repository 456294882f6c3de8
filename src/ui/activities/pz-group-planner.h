/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is asked of the groups of an activity: what matters and how much, sizes, rules, rounds. What is chosen goes into the
 * document at once. */
#define PZ_TYPE_GROUP_PLANNER (pz_group_planner_get_type ())
G_DECLARE_FINAL_TYPE (PzGroupPlanner, pz_group_planner, PZ, GROUP_PLANNER, GtkBox)

GtkWidget *pz_group_planner_new         (PzClassroom    *classroom,
                                         PzDocument     *activity);
void       pz_group_planner_set_forming (PzGroupPlanner *self,
                                         gboolean        has_groups,
                                         gboolean        forming);

G_END_DECLS
