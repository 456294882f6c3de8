/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PzAttentionOpen) (const char *id,
                                 gpointer    user_data);

void pz_attention_table_set_up (GtkColumnView   *view,
                                PzAttentionOpen  open,
                                gpointer         user_data);
void pz_attention_table_show   (GtkColumnView   *view,
                                GListModel      *rows);

G_END_DECLS
