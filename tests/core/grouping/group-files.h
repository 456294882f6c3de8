/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-group-builder.h"

G_BEGIN_DECLS

PzGroupProblem *group_file_read_class (const char *path);
PzGroupProblem *group_file_read_mdgp  (const char *path);

G_END_DECLS
