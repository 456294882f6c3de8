/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-traits.h"
#include "pz-goal-list.h"

G_BEGIN_DECLS

/* Tells the traits of a class what the goals of its learners wait for, and keeps that true. Reads the files in threads, a
 * few learners at a time, and keeps one word of each; where a list of all goals is there it listens to that. */
typedef struct _PzGoalWatch PzGoalWatch;

PzGoalWatch *pz_goal_watch_new    (PzClassroomTraits *traits);
void         pz_goal_watch_free   (PzGoalWatch       *self);
gboolean     pz_goal_watch_is_busy (PzGoalWatch      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalWatch, pz_goal_watch_free)

G_END_DECLS
