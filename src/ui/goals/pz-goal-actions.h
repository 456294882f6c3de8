/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-window.h"

G_BEGIN_DECLS

/* Commands of the window that write goals. Those about a goal that is there take the ids of a learner and of the goal:
 *   win.new-goal, for the selected learners; win.edit-goal (ss); win.delete-goal (ss); win.new-phase (ss);
 *   win.edit-phase (sss), the third is the id of the phase */
void pz_goal_actions_add         (PzWindow *window);
void pz_goal_actions_set_enabled (PzWindow *window,
                                  gboolean  writable);

G_END_DECLS
