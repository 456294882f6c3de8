/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-builder.h"
#include "pz-random.h"

G_BEGIN_DECLS

PzGroupBuilder *fixture_builder      (guint               n,
                                      guint               n_groups);
PzGroupProblem *fixture_build        (PzGroupBuilder     *builder);
PzGroupBuilder *fixture_random       (PzRandom           *random,
                                      guint               max_learners);
PzGroupProblem *fixture_year         (guint               n,
                                      guint               m,
                                      gboolean            with_tables,
                                      gboolean            with_rules);
gint64          fixture_brute_force  (const PzGroupProblem *problem,
                                      gboolean              strict);

G_END_DECLS
