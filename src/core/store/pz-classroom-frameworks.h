/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzFrameworkInfo:
 * @id: of the document
 * @title: (nullable): what it is called
 * @n_standards: how many standards it has, those in the trash left out
 * @n_retired: of them: those that the last import did not have any more
 * @deleted: it lies in the trash
 * @problem: (nullable): why it cannot be read; nothing but @id is known then
 *
 * A framework of the class, as it is on the disk.
 */
typedef struct
{
  char *id;
  char *title;
  guint n_standards;
  guint n_retired;
  gboolean deleted;
  char *problem;
} PzFrameworkInfo;

/**
 * PzGoalStandard:
 * @learner: id
 * @goal: id
 * @title: (nullable): of the goal
 * @standard: id of the standard the goal belongs to
 * @state: (nullable): draft, active, paused or closed
 *
 * That a learner works at a standard. A goal that several share is there once for each of them.
 */
typedef struct
{
  char *learner;
  char *goal;
  char *title;
  char *standard;
  char *state;
} PzGoalStandard;

void       pz_framework_info_free            (PzFrameworkInfo  *self);
void       pz_goal_standard_free             (PzGoalStandard   *self);

/* element-type PzFrameworkInfo, by title; those in the trash and those that cannot be read included */
GPtrArray *pz_classroom_list_frameworks      (PzClassroom      *self,
                                              GError          **error);
/* to the trash and back: one step of undo, the goals that point to its standards stay as they are */
gboolean   pz_classroom_delete_framework     (PzClassroom      *self,
                                              const char       *id,
                                              GError          **error);
gboolean   pz_classroom_restore_framework    (PzClassroom      *self,
                                              const char       *id,
                                              GError          **error);
/* the same without keeping the main loop from drawing, however many standards it has */
void       pz_classroom_delete_framework_async  (PzClassroom         *self,
                                                 const char          *id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void       pz_classroom_restore_framework_async (PzClassroom         *self,
                                                 const char          *id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean   pz_classroom_move_framework_finish   (PzClassroom         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
/* element-type PzGoalStandard; of all goals that have a standard, the trash left out, as they are on the disk */
GPtrArray *pz_classroom_list_goal_standards  (PzClassroom      *self,
                                              GCancellable     *cancellable,
                                              GError          **error);

G_END_DECLS
