/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-row.h"
#include "pz-index.h"

G_BEGIN_DECLS

/* From what was read of the files to rows with names. */
gboolean pz_attention_has_contacts (const GPtrArray *sources);
void     pz_attention_sort_by_name (GPtrArray       *sources,
                                    PzIndex         *index);
void     pz_attention_fill         (GListStore      *rows,
                                    const GPtrArray *sources,
                                    const GArray    *facts,
                                    PzIndex         *index);

G_END_DECLS
