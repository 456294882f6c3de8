/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-learners-view.h"

G_BEGIN_DECLS

void     pz_learners_actions_add            (GActionMap     *window);
void     pz_learners_actions_set_enabled    (GActionMap     *map,
                                            gboolean        has_class,
                                            gboolean        writable);
gboolean pz_learners_actions_delete_several (PzLearnersView *view);

G_END_DECLS
