/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* Everything the learners of a class have in one set field (strengths, needs, interests, supports, home-languages), most
 * used first: what to suggest to who types. Read from the files in a thread; what waits to be saved is not among it. */
void  pz_classroom_collect_values_async  (PzClassroom          *self,
                                          guint                 field,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GStrv pz_classroom_collect_values_finish (PzClassroom          *self,
                                          GAsyncResult         *result,
                                          GArray              **counts,
                                          GError              **error);

G_END_DECLS
