/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-classroom.h"
#include "pz-group-cards.h"

G_BEGIN_DECLS

/* The groups of an activity as others may see them: names as they are shown now, hidden ones hidden. */
PzGroupCards *pz_group_cards_look_make (PzClassroom *classroom,
                                        PzDocument  *activity);

G_END_DECLS
