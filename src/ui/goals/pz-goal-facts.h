/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* What the class knows of one goal of one learner, read once for all parts of a page. Follows the documents.
 * Signal: "changed", in the main loop, once for all changes of one step. */
#define PZ_TYPE_GOAL_FACTS (pz_goal_facts_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalFacts, pz_goal_facts, PZ, GOAL_FACTS, GObject)

PzGoalFacts          *pz_goal_facts_new               (PzClassroom *classroom,
                                                       PzDocument  *learner,
                                                       const char  *goal);
PzClassroom          *pz_goal_facts_get_classroom     (PzGoalFacts *self);
PzDocument           *pz_goal_facts_get_learner       (PzGoalFacts *self);
const char           *pz_goal_facts_get_id            (PzGoalFacts *self);
PzRecord             *pz_goal_facts_get_goal          (PzGoalFacts *self);
PzRecord             *pz_goal_facts_get_measure       (PzGoalFacts *self);
const PzGoalProgress *pz_goal_facts_get_progress      (PzGoalFacts *self);
void                  pz_goal_facts_get_range         (PzGoalFacts    *self,
                                                       PzMeasureRange *range);
void                  pz_goal_facts_get_today         (PzGoalFacts *self,
                                                       GDate       *today);
/* element-type PzRecord, by day; those of one day as they stand in the document; transfer none, until the next change */
GPtrArray            *pz_goal_facts_get_points        (PzGoalFacts *self); /* measurements that count */
GPtrArray            *pz_goal_facts_get_measurements  (PzGoalFacts *self); /* all of them */
GPtrArray            *pz_goal_facts_get_phases        (PzGoalFacts *self);
GPtrArray            *pz_goal_facts_get_check_ins     (PzGoalFacts *self); /* those about the goal */
PzRecord             *pz_goal_facts_find_phase        (PzGoalFacts *self,
                                                       const char  *date);
const char           *pz_goal_facts_get_strategy_name (PzGoalFacts *self,
                                                       const char  *strategy);
void                  pz_goal_facts_update            (PzGoalFacts *self);

G_END_DECLS
