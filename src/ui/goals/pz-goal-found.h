/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-filter.h"
#include "pz-goal-list.h"

G_BEGIN_DECLS

/* The goals of a list that pass a filter, in its order, as a GListModel; and how many there are of each status. */
#define PZ_TYPE_GOAL_FOUND (pz_goal_found_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalFound, pz_goal_found, PZ, GOAL_FOUND, GObject)

PzGoalFound        *pz_goal_found_new         (PzGoalList         *list);
void                pz_goal_found_set_filter  (PzGoalFound        *self,
                                               const PzGoalFilter *filter,
                                               guint               limit);
const PzGoalFilter *pz_goal_found_peek_filter (PzGoalFound        *self);
void                pz_goal_found_set_limit   (PzGoalFound        *self,
                                               guint               limit);
guint               pz_goal_found_count       (PzGoalFound        *self,
                                               PzStatus            status);
guint               pz_goal_found_count_any   (PzGoalFound        *self);
guint               pz_goal_found_count_found (PzGoalFound        *self);
guint               pz_goal_found_count_in_state (PzGoalFound     *self);

G_END_DECLS
