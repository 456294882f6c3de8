/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Most learners a strip shows; a table holds the others. */
#define PZ_ATTENTION_STRIP_MAX 30

/* Learners one below the other, each with a dot on a line of one scale. A list: arrow keys walk, Enter opens.
 * Signal: "activated" (id of a learner). */
#define PZ_TYPE_ATTENTION_STRIP (pz_attention_strip_get_type ())
G_DECLARE_FINAL_TYPE (PzAttentionStrip, pz_attention_strip, PZ, ATTENTION_STRIP, GtkWidget)

GtkWidget *pz_attention_strip_new  (void);
void       pz_attention_strip_show (PzAttentionStrip    *self,
                                    GListModel          *rows,
                                    PzAttentionQuantity  quantity,
                                    double               greatest,
                                    guint                limit);

G_END_DECLS
