/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* Reads and judges all goals of a class, both in threads. */
void       pz_goal_reading_async  (PzClassroom          *classroom,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *pz_goal_reading_finish (PzClassroom          *classroom,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
