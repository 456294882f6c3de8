/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-source.h"

G_BEGIN_DECLS

/* What is noted of the goals of all learners, or of some, read from their files: in a thread of its own, or at once for a program
 * without a window. What waits to be saved is not there yet. */
void       pz_classroom_collect_goals_async  (PzClassroom          *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void       pz_classroom_collect_goals_of_async (PzClassroom       *self,
                                                const char * const *ids,
                                                GCancellable      *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer           user_data);
GPtrArray *pz_classroom_collect_goals_finish (PzClassroom          *self,
                                              GAsyncResult         *result,
                                              GError              **error);
GPtrArray *pz_classroom_collect_goals        (PzClassroom          *self,
                                              GCancellable         *cancellable,
                                              GError              **error);

G_END_DECLS
