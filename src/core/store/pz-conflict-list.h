/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-conflict.h"

G_BEGIN_DECLS

/**
 * PzConflictChoice:
 * @conflict: what was decided
 * @value: which of its values; ignored when there is a text
 * @text: (nullable): a text that takes the place of all of them, of a decision that pz_conflict_can_merge()
 *
 * What a person chose.
 */
typedef struct
{
  const PzConflict *conflict;
  guint value;
  const char *text;
} PzConflictChoice;

GPtrArray *pz_classroom_list_conflicts        (PzClassroom            *self,
                                               GCancellable           *cancellable,
                                               GError                **error);
void       pz_classroom_list_conflicts_async  (PzClassroom            *self,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
GPtrArray *pz_classroom_list_conflicts_finish (PzClassroom            *self,
                                               GAsyncResult           *result,
                                               GError                **error);
gboolean   pz_classroom_choose                (PzClassroom            *self,
                                               const PzConflictChoice *choices,
                                               guint                   n_choices,
                                               GError                **error);

G_END_DECLS
