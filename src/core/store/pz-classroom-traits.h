/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-needs.h"
#include "pz-trait-table.h"

G_BEGIN_DECLS

/* What filters and the search need of the learners beyond the index: strengths, needs, interests, supports, languages,
 * lens values, access at home. Read from all files in a thread when it is first wanted, and one by one when a
 * learner is written. From the main thread. Signal: "changed", after something was read. */
#define PZ_TYPE_CLASSROOM_TRAITS (pz_classroom_traits_get_type ())
G_DECLARE_FINAL_TYPE (PzClassroomTraits, pz_classroom_traits, PZ, CLASSROOM_TRAITS, GObject)

PzClassroomTraits *pz_classroom_traits_new           (PzClassroom       *classroom);
PzClassroom       *pz_classroom_traits_get_classroom (PzClassroomTraits *self);
void               pz_classroom_traits_load          (PzClassroomTraits *self);
gboolean           pz_classroom_traits_is_loaded     (PzClassroomTraits *self);
gboolean           pz_classroom_traits_is_busy       (PzClassroomTraits *self);
PzTraitTable      *pz_classroom_traits_get_table     (PzClassroomTraits *self);
const PzTraitRow  *pz_classroom_traits_peek          (PzClassroomTraits *self,
                                                      guint              position);
void               pz_classroom_traits_set_goals     (PzClassroomTraits *self,
                                                      PzGoalNeeds       *goals);
PzGoalNeeds       *pz_classroom_traits_get_goals     (PzClassroomTraits *self);
GArray            *pz_classroom_traits_count         (PzClassroomTraits *self,
                                                      gboolean           archived);

G_END_DECLS
