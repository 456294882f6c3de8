/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/**
 * PzClassroomSource:
 *
 * Where the files of a class are, to be read in another thread than that of the class.
 */
typedef struct _PzClassroomSource PzClassroomSource;

/**
 * PzClassroomCopy:
 * @classroom: the document of the class
 * @learners: (element-type PzDocument): those who are in the class, by id
 * @activities: (element-type PzDocument): those not in the trash, by id
 *
 * Documents as their files say them. They are of nobody else: whoever has them may work on them in any thread.
 */
typedef struct
{
  PzDocument *classroom;
  GPtrArray *learners;
  GPtrArray *activities;
} PzClassroomCopy;

PzClassroomSource *pz_classroom_source_new  (PzClassroom              *classroom);
void               pz_classroom_source_free (PzClassroomSource        *self);
PzClassroomCopy   *pz_classroom_copy_read   (const PzClassroomSource  *source,
                                             GCancellable             *cancellable,
                                             GError                  **error);
void               pz_classroom_copy_free   (PzClassroomCopy          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzClassroomSource, pz_classroom_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzClassroomCopy, pz_classroom_copy_free)

G_END_DECLS
