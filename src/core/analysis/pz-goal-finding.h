/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* What can be said of a goal, in plain sentences that name no cause and judge nobody. The rule that knows most leads:
 * the trend once it may speak, the last four points only before that, or as a note beside it. */
gboolean pz_goal_finding_is_overdue   (const PzGoalProgress *progress,
                                       const GDate          *today);
char    *pz_goal_finding_dup_sentence (const PzGoalProgress *progress,
                                       const GDate          *today);
char    *pz_goal_finding_dup_note     (const PzGoalProgress *progress);

G_END_DECLS
