/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-window.h"

G_BEGIN_DECLS

void pz_attention_add_action (PzWindow *window);

G_END_DECLS
