/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-found.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is above the list of goals: a search, menus for measure, strategy, standard and state, and a button for each status
 * word with the number of its goals. Holds the filter; each choice is an action "goals.NAME" of the bar.
 * Signals: "changed" when the filter did; "activate" on Enter in the search; "stop" on Escape with nothing to take back. */
#define PZ_TYPE_GOAL_BAR (pz_goal_bar_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalBar, pz_goal_bar, PZ, GOAL_BAR, AdwBin)

GtkWidget          *pz_goal_bar_new          (void);
void                pz_goal_bar_set_list     (PzGoalBar   *self,
                                              PzGoalList  *list,
                                              PzGoalFound *found);
const PzGoalFilter *pz_goal_bar_peek_filter  (PzGoalBar   *self);
void                pz_goal_bar_clear        (PzGoalBar   *self);
void                pz_goal_bar_update       (PzGoalBar   *self);
void                pz_goal_bar_set_narrow   (PzGoalBar   *self,
                                              gboolean     narrow);
void                pz_goal_bar_start_search (PzGoalBar   *self,
                                              const char  *text);
gboolean            pz_goal_bar_escape       (PzGoalBar   *self);

G_END_DECLS
