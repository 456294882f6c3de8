/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-random.h"

G_BEGIN_DECLS

void pz_fuzz_mutate (GByteArray        *input,
                     PzRandom          *random,
                     GPtrArray         *corpus,
                     const char *const *dictionary,
                     gsize              max_length);

G_END_DECLS
