/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-quick-learner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzQuickFacts:
 * @id: of the learner
 * @goals: (element-type PzQuickGoal): active goals, own and shared ones
 * @absent: whether the learner is away today
 */
typedef struct
{
  char *id;
  GPtrArray *goals;
  gboolean absent;
} PzQuickFacts;

void       pz_quick_facts_free         (PzQuickFacts         *self);

/* What can be measured of some learners of a class, read from the files in a thread; the class is not opened. */
void       pz_quick_goals_read_async   (PzEnvironment        *environment,
                                        const char           *class_id,
                                        const char *const    *ids,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *pz_quick_goals_read_finish  (GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
