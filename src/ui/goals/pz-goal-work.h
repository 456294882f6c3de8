/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-item.h"

G_BEGIN_DECLS

/* What takes long about a list of goals, for a thread. */
GPtrArray *pz_goal_work_judge (GPtrArray          *sources,
                               PzGoalRules        *rules,
                               GPtrArray          *before,
                               const char * const *ids,
                               GCancellable       *cancellable);
void       pz_goal_work_async  (PzClassroom        *classroom,
                                const char * const *ids,
                                GPtrArray          *before,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
GPtrArray *pz_goal_work_finish (GAsyncResult       *result,
                                GError            **error);
void       pz_goal_work_let_go (GPtrArray          *items);

G_END_DECLS
