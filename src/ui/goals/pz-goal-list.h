/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-item.h"

G_BEGIN_DECLS

/* All goals of all learners of a class, judged, in the order of pz_goal_item_compare(): one PzGoalItem for each learner of
 * a shared goal. Reads and judges in a thread, and again what is written: the goals of a learner, or all when the class
 * says something else or a new day begins. What is typed is there once it is saved.
 * From the main thread. Signal: "changed", after is-busy, error or items changed. */
#define PZ_TYPE_GOAL_LIST (pz_goal_list_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalList, pz_goal_list, PZ, GOAL_LIST, GObject)

PzGoalList   *pz_goal_list_new           (PzClassroom  *classroom);
PzGoalList   *pz_goal_list_get           (PzClassroom  *classroom);
PzGoalList   *pz_goal_list_find_shared   (PzClassroom  *classroom);
PzClassroom  *pz_goal_list_get_classroom (PzGoalList   *self);
gboolean      pz_goal_list_is_read       (PzGoalList   *self);
gboolean      pz_goal_list_is_busy       (PzGoalList   *self);
const GError *pz_goal_list_get_error     (PzGoalList   *self);
void          pz_goal_list_retry         (PzGoalList   *self);
void          pz_goal_list_look_at_clock (PzGoalList   *self);
PzGoalItem   *pz_goal_list_peek          (PzGoalList   *self,
                                          guint         position);
gboolean      pz_goal_list_find          (PzGoalList   *self,
                                          const char   *learner,
                                          const char   *goal,
                                          guint        *position);

G_END_DECLS
