/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-activity-edit.h"
#include "pz-classroom.h"

G_BEGIN_DECLS

/* Planning of activities. These change documents of the class, some of them several; the caller saves them as one step. */
GStrv       pz_classroom_dup_learners       (PzClassroom  *self);
GStrv       pz_classroom_dup_absent         (PzClassroom  *self,
                                             guint32       day);

PzDocument *pz_classroom_plan_activity      (PzClassroom  *self,
                                             const char   *title,
                                             guint32       day);
PzDocument *pz_classroom_plan_regular_day   (PzClassroom  *self,
                                             PzDocument   *regular,
                                             guint32       day);
PzDocument *pz_classroom_plan_again         (PzClassroom  *self,
                                             PzDocument   *activity,
                                             guint32       day);
PzDocument *pz_classroom_repeat_activity    (PzClassroom  *self,
                                             PzDocument   *activity,
                                             guint         weeks);
void        pz_classroom_hold_activity      (PzClassroom  *self,
                                             PzDocument   *activity);

PzRecord   *pz_classroom_note_part          (PzClassroom  *self,
                                             PzDocument   *activity,
                                             const char   *learner,
                                             guint         round);
void        pz_classroom_toggle_presence    (PzClassroom  *self,
                                             PzDocument   *activity,
                                             const char   *learner,
                                             guint         round);

void        pz_activity_leave_day_out       (PzDocument   *regular,
                                             guint32       day);
void        pz_activity_end_repetition      (PzDocument   *regular,
                                             guint32       last);

G_END_DECLS
