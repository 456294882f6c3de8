/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"

G_BEGIN_DECLS

/* What a teacher may be told of the class over time, and whether that is wanted. */
double  *pz_classroom_dup_readiness            (PzClassroom        *self,
                                                const char * const *learners);
GArray  *pz_classroom_list_without_shared_goal (PzClassroom        *self,
                                                const char * const *learners);
gboolean pz_classroom_wants_warning            (PzClassroom        *self,
                                                const char         *kind);
void     pz_classroom_set_wants_warning        (PzClassroom        *self,
                                                const char         *kind,
                                                gboolean            wanted);
guint    pz_classroom_count_unwanted_warnings  (PzClassroom        *self);
void     pz_classroom_want_all_warnings        (PzClassroom        *self);

G_END_DECLS
