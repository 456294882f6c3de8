/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the figures say, in words. No word judges a learner. */
char *pz_attention_words_summary (const PzAttentionSummary *summary,
                                  PzAttentionQuantity       quantity,
                                  guint                     limit);
char *pz_attention_words_names   (GListModel               *rows,
                                  PzAttentionQuantity       quantity);
char *pz_attention_words_note    (PzAttentionQuantity       quantity,
                                  const PzDaySpan          *period,
                                  guint                     limit);
char *pz_attention_words_value   (const PzAttentionFact    *fact,
                                  PzAttentionQuantity       quantity);
char *pz_attention_words_row     (PzAttentionRow           *row,
                                  PzAttentionQuantity       quantity);

G_END_DECLS
