/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-decision.h"
#include "pz-goal-source.h"
#include "pz-school-days.h"

G_BEGIN_DECLS

/* What a class says about its goals at one moment: measures, school days, which day it is. Never changes: share it by
 * reference, also between threads. */
#define PZ_TYPE_GOAL_RULES (pz_goal_rules_get_type ())
typedef struct _PzGoalRules PzGoalRules;

GType        pz_goal_rules_get_type (void);
PzGoalRules *pz_goal_rules_new      (PzDocument        *classroom,
                                     const GDate       *today);
PzGoalRules *pz_goal_rules_ref      (PzGoalRules       *self);
void         pz_goal_rules_unref    (PzGoalRules       *self);
void         pz_goal_rules_get_range (const PzGoalRules *self,
                                      const char        *measure,
                                      PzMeasureRange    *range);

/**
 * PzGoalProgress:
 * @source: what is noted of the goal
 * @range: of its measure
 * @n: points, see pz_series_collect()
 * @x: (array length=n): days since the first point
 * @y: (array length=n): value of the day, not turned; of a share, in percent
 * @first_day: the day of the first point, as GDate counts days; 0 without points
 * @days_since_last: school days since the last point on which the learner was not away; 0 without points
 * @strategy: (nullable): id of what is used today; belongs to @source
 * @decision: where the goal stands and every number behind it
 *
 * How far one learner is with one goal. Never changes once made.
 */
typedef struct
{
  PzGoalSource *source;
  PzMeasureRange range;
  gsize n;
  double *x;
  double *y;
  guint32 first_day;
  guint days_since_last;
  const char *strategy;
  PzDecision decision;
} PzGoalProgress;

PzGoalProgress *pz_goal_progress_new  (PzGoalSource      *source,
                                       const PzGoalRules *rules);
void            pz_goal_progress_free (PzGoalProgress    *self);
GPtrArray      *pz_goal_progress_list (GPtrArray         *sources,
                                       const PzGoalRules *rules,
                                       GCancellable      *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalRules, pz_goal_rules_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalProgress, pz_goal_progress_free)

G_END_DECLS
