/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-schema.h"

G_BEGIN_DECLS

const char *pz_choice_words_get (PzRecordType  type,
                                 guint         field,
                                 const char   *choice);

G_END_DECLS
