/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* Whose goals are to be read again, because the files of learners or what everybody is judged by were written, somebody
 * went for good, or a new day began. All at first. Signal: "changed", when there is more than before. */
#define PZ_TYPE_GOAL_CHANGES (pz_goal_changes_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalChanges, pz_goal_changes, PZ, GOAL_CHANGES, GObject)

PzGoalChanges *pz_goal_changes_new           (PzClassroom   *classroom);
gboolean       pz_goal_changes_is_empty      (PzGoalChanges *self);
void           pz_goal_changes_add_all       (PzGoalChanges *self);
gboolean       pz_goal_changes_take          (PzGoalChanges *self,
                                              char        ***ids);
void           pz_goal_changes_look_at_clock (PzGoalChanges *self);

G_END_DECLS
