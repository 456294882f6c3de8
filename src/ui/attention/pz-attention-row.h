/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A learner with what is known of the attention they had. Never changes. */
#define PZ_TYPE_ATTENTION_ROW (pz_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (PzAttentionRow, pz_attention_row, PZ, ATTENTION_ROW, GObject)

PzAttentionRow        *pz_attention_row_new      (const char            *id,
                                                  const char            *name,
                                                  const PzAttentionFact *fact);
const char            *pz_attention_row_get_id   (PzAttentionRow        *self);
const char            *pz_attention_row_get_name (PzAttentionRow        *self);
const PzAttentionFact *pz_attention_row_get_fact (PzAttentionRow        *self);

G_END_DECLS
