/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"

G_BEGIN_DECLS

#define PZ_N_GAS_LEVELS 5
#define PZ_GAS_LEAST (-2)

/* A goal as it is being written, with its steps and its goal attainment levels: a few records that belong to no class.
 * Who gets the goal stands in the field `learners` of the goal, also when it will not be shared.
 * Signal: "changed" when anything in it did. */
#define PZ_TYPE_GOAL_DRAFT (pz_goal_draft_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalDraft, pz_goal_draft, PZ, GOAL_DRAFT, GObject)

PzGoalDraft *pz_goal_draft_new              (PzEnvironment      *environment);
PzGoalDraft *pz_goal_draft_new_of           (PzDocument         *document,
                                             PzRecord           *goal);
PzRecord    *pz_goal_draft_get_goal         (PzGoalDraft        *self);
PzRecord    *pz_goal_draft_get_level        (PzGoalDraft        *self,
                                             int                 level);
GPtrArray   *pz_goal_draft_get_milestones   (PzGoalDraft        *self);
PzRecord    *pz_goal_draft_add_milestone    (PzGoalDraft        *self);
void         pz_goal_draft_remove_milestone (PzGoalDraft        *self,
                                             PzRecord           *milestone);
gboolean     pz_goal_draft_move_milestone   (PzGoalDraft        *self,
                                             PzRecord           *milestone,
                                             int                 by);
void         pz_goal_draft_set_learners     (PzGoalDraft        *self,
                                             const char * const *ids);
GStrv        pz_goal_draft_dup_learners     (PzGoalDraft        *self);
gboolean     pz_goal_draft_is_shared        (PzGoalDraft        *self);
void         pz_goal_draft_set_shared       (PzGoalDraft        *self,
                                             gboolean            shared);
gboolean     pz_goal_draft_is_empty         (PzGoalDraft        *self);
char        *pz_goal_draft_dup_title        (PzGoalDraft        *self);
char        *pz_goal_draft_dup_sentence     (PzGoalDraft        *self,
                                             PzDocument         *classroom,
                                             const char         *who);
gboolean     pz_goal_draft_may_keep         (PzGoalDraft        *self,
                                             GError            **error);
/* The document is changed; who calls saves it. */
PzRecord    *pz_goal_draft_add_to           (PzGoalDraft        *self,
                                             PzDocument         *document);
gboolean     pz_goal_draft_change           (PzGoalDraft        *self,
                                             PzDocument         *document,
                                             PzRecord           *goal);

G_END_DECLS
