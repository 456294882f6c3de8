/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-source.h"

G_BEGIN_DECLS

/* Goals read in one strict pass over the bytes of documents, without a model of them: for whole schools. */
typedef struct _PzGoalScan PzGoalScan;

PzGoalScan *pz_goal_scan_new          (const char        *classroom,
                                       gsize              length,
                                       GError           **error);
void        pz_goal_scan_free         (PzGoalScan        *self);
gboolean    pz_goal_scan_read_learner (PzGoalScan        *self,
                                       const char        *learner,
                                       gsize              length,
                                       GPtrArray         *sources,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzGoalScan, pz_goal_scan_free)

G_END_DECLS
