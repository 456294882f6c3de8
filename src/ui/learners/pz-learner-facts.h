/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-traits.h"

G_BEGIN_DECLS

/* What the class knows that a row of the list needs: names of levels, days with school, today, how often learners are to
 * be seen. Signal: "changed" when rows say something else than before without a change of their own: a new day began,
 * or the first check-in of the class was made. */
#define PZ_TYPE_LEARNER_FACTS (pz_learner_facts_get_type ())
G_DECLARE_FINAL_TYPE (PzLearnerFacts, pz_learner_facts, PZ, LEARNER_FACTS, GObject)

PzLearnerFacts *pz_learner_facts_new             (PzClassroom    *classroom);
void            pz_learner_facts_update          (PzLearnerFacts *self);
void            pz_learner_facts_look_at_clock   (PzLearnerFacts *self);
void            pz_learner_facts_set_seen_first  (PzLearnerFacts *self,
                                                  gboolean        seen_first);
void            pz_learner_facts_set_traits      (PzLearnerFacts    *self,
                                                  PzClassroomTraits *traits);
void            pz_learner_facts_set_reason_first (PzLearnerFacts *self,
                                                   gboolean        reason_first);
const char     *pz_learner_facts_get_level_name  (PzLearnerFacts *self,
                                                  const char     *level);
char           *pz_learner_facts_dup_line        (PzLearnerFacts *self,
                                                  PzLearnerRow   *row);
gboolean        pz_learner_facts_is_absent       (PzLearnerFacts *self,
                                                  PzLearnerRow   *row);
gboolean        pz_learner_facts_is_overdue      (PzLearnerFacts *self,
                                                  PzLearnerRow   *row);
const char     *pz_learner_facts_get_symbol      (PzLearnerFacts *self,
                                                  PzLearnerRow   *row,
                                                  const char    **meaning);

G_END_DECLS
