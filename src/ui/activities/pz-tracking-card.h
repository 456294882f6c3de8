/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"
#include "pz-share-card.h"

G_BEGIN_DECLS

/* Are we tracking? How much of the differences in level lay between the groups of each grouping, beside chance. */
GtkWidget *pz_tracking_card_new (PzPartnersFacts *facts);

G_END_DECLS
