/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-goal-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whom a goal is for: one learner, several of whom each gets a copy, or several who share it. */
#define PZ_TYPE_GOAL_WHO (pz_goal_who_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalWho, pz_goal_who, PZ, GOAL_WHO, AdwPreferencesGroup)

GtkWidget *pz_goal_who_new      (PzClassroom *classroom,
                                 PzGoalDraft *draft,
                                 gboolean     is_new);
void       pz_goal_who_update   (PzGoalWho   *self);
char      *pz_goal_who_dup_name (PzClassroom *classroom,
                                 const char  *id);

G_END_DECLS
