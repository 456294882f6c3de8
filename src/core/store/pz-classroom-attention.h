/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-source.h"
#include "pz-classroom.h"

G_BEGIN_DECLS

/* What is noted in the files of all learners about the attention they had: read from the disk in a thread of its own, so
 * the class is not touched and the window stays quick. What is still being typed is not there yet. */
void       pz_classroom_collect_attention_async  (PzClassroom          *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray *pz_classroom_collect_attention_finish (PzClassroom          *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
