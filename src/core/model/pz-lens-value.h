/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-record.h"

G_BEGIN_DECLS

/* What a teacher noted about a learner for a lens of the class: elements "id of the lens:value" of a set. */
char *pz_lens_value_dup (PzRecord   *learner,
                         const char *lens);
void  pz_lens_value_set (PzRecord   *learner,
                         const char *lens,
                         const char *value);

G_END_DECLS
