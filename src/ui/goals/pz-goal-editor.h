/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Writes a goal, for one learner or for many, or changes one. Says the goal as a sentence, and what might be better. */
#define PZ_TYPE_GOAL_EDITOR (pz_goal_editor_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalEditor, pz_goal_editor, PZ, GOAL_EDITOR, AdwWindow)

GtkWidget   *pz_goal_editor_new       (PzClassroom        *classroom,
                                       const char * const *learners);
GtkWidget   *pz_goal_editor_new_of    (PzClassroom        *classroom,
                                       PzDocument         *learner,
                                       PzRecord           *goal);
PzGoalDraft *pz_goal_editor_get_draft (PzGoalEditor       *self);
const char  *pz_goal_editor_get_hint  (PzGoalEditor       *self,
                                       guint               field);
void         pz_goal_editor_save      (PzGoalEditor       *self);
void         pz_goal_editor_keep_as_template (PzGoalEditor *self);

G_END_DECLS
