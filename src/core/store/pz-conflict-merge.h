/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-conflict.h"
#include "pz-text-merge.h"

G_BEGIN_DECLS

/**
 * PzConflictMerge:
 * @text: both texts put together
 * @n_conflicts: at how many places both say something else, with marks around them
 * @has_base: whether the history knew what both were made from
 */
typedef struct
{
  char *text;
  guint n_conflicts;
  gboolean has_base;
} PzConflictMerge;

void             pz_conflict_merge_free   (PzConflictMerge        *self);
void             pz_conflict_merge_async  (PzClassroom            *classroom,
                                           const PzConflict       *conflict,
                                           const PzTextMergeMarks *marks,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
PzConflictMerge *pz_conflict_merge_finish (PzClassroom            *classroom,
                                           GAsyncResult           *result,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzConflictMerge, pz_conflict_merge_free)

G_END_DECLS
