/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-item.h"

G_BEGIN_DECLS

/* What a list says of a goal of a learner. Names are hidden when they are to be. */
const char *pz_goal_item_words_get_title    (PzGoalItem  *item);
char       *pz_goal_item_words_dup_name     (PzGoalItem  *item,
                                             PzClassroom *classroom);
const char *pz_goal_item_words_get_strategy (PzGoalItem  *item,
                                             PzClassroom *classroom);
char       *pz_goal_item_words_dup_latest   (PzGoalItem  *item,
                                             PzClassroom *classroom);
char       *pz_goal_item_words_dup_when     (PzGoalItem  *item,
                                             PzClassroom *classroom);
char       *pz_goal_item_words_dup_label    (PzGoalItem  *item,
                                             PzClassroom *classroom);

G_END_DECLS
