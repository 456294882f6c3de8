/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-window.h"

G_BEGIN_DECLS

void pz_frameworks_add_actions (PzWindow *window);

G_END_DECLS
