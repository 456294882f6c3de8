/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-item.h"
#include "pz-index.h"

G_BEGIN_DECLS

/* What can be chosen by id. */
typedef enum
{
  PZ_GOAL_BY_MEASURE,
  PZ_GOAL_BY_STRATEGY, /* what is used today */
  PZ_GOAL_BY_STANDARD,
  PZ_N_GOAL_BYS,
} PzGoalBy;

/* Which goals a list shows. */
typedef struct _PzGoalFilter PzGoalFilter;

PzGoalFilter *pz_goal_filter_new         (void);
PzGoalFilter *pz_goal_filter_copy        (const PzGoalFilter *self);
void          pz_goal_filter_free        (PzGoalFilter       *self);
void          pz_goal_filter_set_status  (PzGoalFilter       *self,
                                          PzStatus            status,
                                          gboolean            wanted);
gboolean      pz_goal_filter_has_status  (const PzGoalFilter *self,
                                          PzStatus            status);
void          pz_goal_filter_clear_statuses (PzGoalFilter    *self);
gboolean      pz_goal_filter_any_status  (const PzGoalFilter *self);
void          pz_goal_filter_set_id      (PzGoalFilter       *self,
                                          PzGoalBy            by,
                                          const char         *id);
const char   *pz_goal_filter_get_id      (const PzGoalFilter *self,
                                          PzGoalBy            by);
void          pz_goal_filter_set_state   (PzGoalFilter       *self,
                                          PzGoalState         state);
PzGoalState   pz_goal_filter_get_state   (const PzGoalFilter *self);
void          pz_goal_filter_set_search  (PzGoalFilter       *self,
                                          const char         *text);
gboolean      pz_goal_filter_has_search  (const PzGoalFilter *self);
gboolean      pz_goal_filter_is_plain    (const PzGoalFilter *self);
const char   *pz_goal_item_get_id_by     (PzGoalItem         *item,
                                          PzGoalBy            by);

/* The question a filter asks of many goals of a class; for one pass, while nothing changes. */
typedef struct _PzGoalMatch PzGoalMatch;

PzGoalMatch  *pz_goal_match_new          (const PzGoalFilter *filter,
                                          PzIndex            *index);
void          pz_goal_match_free         (PzGoalMatch        *self);
gboolean      pz_goal_match_test         (PzGoalMatch        *self,
                                          PzGoalItem         *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalFilter, pz_goal_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalMatch, pz_goal_match_free)

G_END_DECLS
