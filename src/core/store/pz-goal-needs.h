/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a goal of a learner waits for; a set. */
typedef enum
{
  PZ_GOAL_NEED_NOTHING = 0,
  PZ_GOAL_NEED_DECISION = 1, /* it is not on the way */
  PZ_GOAL_NEED_DATA = 2,     /* too little was measured, or not for a while */
} PzGoalNeed;

/* What the goals of each learner of a class wait for, those that are worked on. Filled by whoever makes it and never
 * changed afterwards: share it by reference. */
typedef struct _PzGoalNeeds PzGoalNeeds;

PzGoalNeeds *pz_goal_needs_new   (void);
PzGoalNeeds *pz_goal_needs_ref   (PzGoalNeeds       *self);
void         pz_goal_needs_unref (PzGoalNeeds       *self);
PzGoalNeeds *pz_goal_needs_copy_without (const PzGoalNeeds *self,
                                         GPtrArray         *learners);
void         pz_goal_needs_add   (PzGoalNeeds       *self,
                                  const char        *learner,
                                  PzGoalNeed         need);
gboolean     pz_goal_needs_get   (const PzGoalNeeds *self,
                                  const char        *learner,
                                  PzGoalNeed        *need);
gboolean     pz_goal_needs_equal (const PzGoalNeeds *a,
                                  const PzGoalNeeds *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalNeeds, pz_goal_needs_unref)

G_END_DECLS
