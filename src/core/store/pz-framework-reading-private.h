/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom-frameworks.h"
#include "pz-store.h"

G_BEGIN_DECLS

/* What reads frameworks and goals for lists and, in a thread, for windows. */
PzFrameworkInfo *pz_framework_info_read    (PzStore        *store,
                                            gboolean        may_be_newer,
                                            const char     *id);
int              pz_framework_info_compare (gconstpointer   a,
                                            gconstpointer   b);
GPtrArray       *pz_goal_standards_read    (PzStore        *store,
                                            const char     *classroom,
                                            GPtrArray      *learners,
                                            GCancellable   *cancellable,
                                            GError        **error);

G_END_DECLS
