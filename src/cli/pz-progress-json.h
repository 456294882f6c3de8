/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"
#include "pz-json-writer.h"

G_BEGIN_DECLS

void pz_progress_write_json (PzJsonWriter         *writer,
                             const PzGoalProgress *progress);

G_END_DECLS
