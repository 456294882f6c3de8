/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-header-words.h"

G_BEGIN_DECLS

PzTableField pz_table_field_guess (const char *header,
                                   guint      *rank);

G_END_DECLS
