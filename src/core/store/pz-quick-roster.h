/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-quick-learner.h"

G_BEGIN_DECLS

/* Whom quick entry may name: the learners of the class that is shown, from its index, and those of all other classes,
 * from the indexes on the disk. Read in a thread; no class is opened. */
void       pz_quick_roster_read_async         (PzClassroom          *classroom,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void       pz_quick_roster_read_others_async  (PzEnvironment        *environment,
                                               const char           *but,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *pz_quick_roster_read_finish        (GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
