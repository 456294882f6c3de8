/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity.h"
#include "pz-classroom.h"

G_BEGIN_DECLS

/* All activities of the class, read from their files: in a thread of its own, or at once for a program without a window.
 * What waits to be saved is not there yet; "activities-written" of the class tells when it is. */
void       pz_classroom_read_activities_async  (PzClassroom          *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray *pz_classroom_read_activities_finish (PzClassroom          *self,
                                                GAsyncResult         *result,
                                                GError              **error);
GPtrArray *pz_classroom_read_activities        (PzClassroom          *self,
                                                GError              **error);

G_END_DECLS
