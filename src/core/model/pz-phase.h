/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-record.h"

G_BEGIN_DECLS

/* A change of the teaching for a goal, as it is being written: rules that concern more than one value of it. */
void      pz_phase_init_new (PzRecord      *phase,
                             PzRecord      *goal,
                             PzEnvironment *environment);
gboolean  pz_phase_check    (PzRecord      *phase,
                             GError       **error);
char     *pz_phase_dup_hint (PzRecord      *phase,
                             PzRecord      *goal);

G_END_DECLS
