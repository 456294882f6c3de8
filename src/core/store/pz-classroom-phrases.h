/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-phrases.h"

G_BEGIN_DECLS

/* What was written in the goals of a class, read from its files in a thread of its own. What waits to be saved is not there
 * yet. */
void           pz_classroom_collect_phrases_async  (PzClassroom          *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
PzGoalPhrases *pz_classroom_collect_phrases_finish (PzClassroom          *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
