/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sample-private.h"

G_BEGIN_DECLS

guint32     sample_day         (const char    *text);
void        sample_run_init    (PzSampleRun   *run,
                                PzEnvironment *environment,
                                guint          n_learners);
PzDocument *sample_run_learner (PzSampleRun   *run,
                                guint          index);

G_END_DECLS
