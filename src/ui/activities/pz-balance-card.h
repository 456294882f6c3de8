/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Minutes alone, in pairs and groups, with the whole class and one to one, week by week: of one learner, or on average. */
#define PZ_TYPE_BALANCE_CARD (pz_balance_card_get_type ())
G_DECLARE_FINAL_TYPE (PzBalanceCard, pz_balance_card, PZ, BALANCE_CARD, GtkBox)

GtkWidget *pz_balance_card_new     (PzPartnersFacts *facts);
gboolean   pz_balance_card_is_read (PzBalanceCard   *self);

G_END_DECLS
