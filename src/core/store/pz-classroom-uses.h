/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzUses:
 * @learners: how many learners refer to the record, in their portrait, their goals or anything else of theirs
 * @activities: how many activities do
 *
 * What a record of the class is used for. The trash does not count.
 */
typedef struct
{
  guint learners;
  guint activities;
} PzUses;

/* Read from the files in a thread; what waits to be saved is not among it. */
void      pz_classroom_count_uses_async  (PzClassroom          *self,
                                          const char           *id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  pz_classroom_count_uses_finish (PzClassroom          *self,
                                          GAsyncResult         *result,
                                          PzUses               *counted,
                                          GError              **error);

G_END_DECLS
