/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-library.h"

G_BEGIN_DECLS

PzClassInfo *pz_class_info_read           (PzEnvironment *environment,
                                           const char    *path);
const char  *pz_class_info_get_collate_key (PzClassInfo  *self);

G_END_DECLS
