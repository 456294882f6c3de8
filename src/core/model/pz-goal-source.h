/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-day-spans.h"

G_BEGIN_DECLS

/* Days between two measurements where the goal does not say. */
#define PZ_GOAL_REVIEW_EVERY_UNSET 14

/* Whether a goal is worked on, in the order of the schema. */
typedef enum
{
  PZ_GOAL_IS_DRAFT,
  PZ_GOAL_IS_ACTIVE, /* also when nothing is said */
  PZ_GOAL_IS_PAUSED,
  PZ_GOAL_IS_CLOSED,
  PZ_N_GOAL_STATES,
} PzGoalState;

/**
 * PzGoalScore:
 * @day: when, as GDate counts days; never 0
 * @value: what was measured, in the unit of the measure
 * @out_of: the whole of which @value is a part; NaN when none was noted
 * @with_help: whether help was given
 *
 * A measurement that counts.
 */
typedef struct
{
  guint32 day;
  double value;
  double out_of;
  gboolean with_help;
} PzGoalScore;

/**
 * PzGoalPhase:
 * @start: when the teaching changed, as GDate counts days; never 0
 * @strategy: (nullable): id of the tool or approach since then
 */
typedef struct
{
  guint32 start;
  char *strategy;
} PzGoalPhase;

/**
 * PzGoalSource:
 * @learner: id of the learner
 * @goal: id of the goal
 * @title: the goal in a few words; may be empty
 * @measure: (nullable): id of the measure
 * @standard: (nullable): id of the standard
 * @shared: whether the goal belongs to the class, and several learners share it
 * @state: whether it is worked on
 * @baseline: where it began, in the unit of the measure; NaN when not said
 * @target: where it leads; NaN when not said
 * @start: when it began, as GDate counts days; 0 when not said
 * @due: when the target shall be reached; 0 when not said
 * @occasions: how often in a row the target must be held; at least 1
 * @review_every: days between two measurements; at least 1
 * @scores: (element-type PzGoalScore): those that count, by day
 * @phases: (element-type PzGoalPhase): by start
 * @absences: the days the learner was away
 *
 * What is noted of one goal of one learner. Never changes once made, so threads may hand it over.
 */
typedef struct
{
  char *learner;
  char *goal;
  char *title;
  char *measure;
  char *standard;
  gboolean shared;
  PzGoalState state;
  double baseline;
  double target;
  guint32 start;
  guint32 due;
  guint occasions;
  guint review_every;
  GArray *scores;
  GArray *phases;
  PzDaySpans *absences;
} PzGoalSource;

PzGoalSource *pz_goal_source_new            (const char         *learner,
                                             const char         *goal);
PzGoalSource *pz_goal_source_new_of_records (PzDocument         *learner,
                                             PzDocument         *home,
                                             PzRecord           *goal);
void          pz_goal_source_free           (PzGoalSource       *self);
GPtrArray    *pz_goal_sources_of_documents  (PzDocument         *learner,
                                             PzDocument         *classroom);
void          pz_goal_source_add_score      (PzGoalSource       *self,
                                             const PzGoalScore  *score);
void          pz_goal_source_add_phase      (PzGoalSource       *self,
                                             guint32             start,
                                             const char         *strategy);
void          pz_goal_source_finish         (PzGoalSource       *self);
void          pz_goal_source_set_title      (PzGoalSource       *self,
                                             const char         *title);
void          pz_goal_source_set_counts     (PzGoalSource       *self,
                                             double              occasions,
                                             double              review_every);
const char   *pz_goal_source_get_strategy   (const PzGoalSource *self,
                                             guint32             day);
PzGoalState   pz_goal_state_from_name       (const char         *name);
const char   *pz_goal_state_get_name        (PzGoalState         state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalSource, pz_goal_source_free)

G_END_DECLS
