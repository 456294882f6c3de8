/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-partners-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is worth a look over time: each a fact with its number, then the advice; a kind can be hidden for the class. To be
 * seen only when there is something. */
#define PZ_TYPE_WATCH_CARD (pz_watch_card_get_type ())
G_DECLARE_FINAL_TYPE (PzWatchCard, pz_watch_card, PZ, WATCH_CARD, GtkBox)

GtkWidget *pz_watch_card_new (PzPartnersFacts *facts);

G_END_DECLS
