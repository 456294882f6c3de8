/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-attention.h"
#include "pz-classroom.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whom the teacher has not seen for a while, and who had how much one-to-one time.
 * Signal: "open-learner" (id): the reader wants to see the page of a learner; the window closes. */
#define PZ_TYPE_ATTENTION_WINDOW (pz_attention_window_get_type ())
G_DECLARE_FINAL_TYPE (PzAttentionWindow, pz_attention_window, PZ, ATTENTION_WINDOW, AdwWindow)

GtkWidget  *pz_attention_window_new          (PzClassroom         *classroom);
void        pz_attention_window_set_quantity (PzAttentionWindow   *self,
                                              PzAttentionQuantity  quantity);
void        pz_attention_window_set_period   (PzAttentionWindow   *self,
                                              PzPeriod             period);
gboolean    pz_attention_window_is_ready     (PzAttentionWindow   *self);
const char *pz_attention_window_get_sentence (PzAttentionWindow   *self);

G_END_DECLS
