/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"
#include "pz-share-card.h"

G_BEGIN_DECLS

/* Which share of all pairs have met, week by week, beside the share if no pair had met twice. */
GtkWidget *pz_partners_course_card_new (PzPartnersFacts *facts);

G_END_DECLS
