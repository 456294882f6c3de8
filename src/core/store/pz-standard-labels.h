/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What the standards of all frameworks of a class are called in a line: their code and the beginning of what they ask for.
 * Read from the files in a thread. */
void        pz_classroom_collect_standard_labels_async  (PzClassroom          *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
GHashTable *pz_classroom_collect_standard_labels_finish (PzClassroom          *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
