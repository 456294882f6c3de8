/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Each change of the teaching beside the time before it; hidden while nothing changed. */
#define PZ_TYPE_BEFORE_WITH_CARD (pz_before_with_card_get_type ())
G_DECLARE_FINAL_TYPE (PzBeforeWithCard, pz_before_with_card, PZ, BEFORE_WITH_CARD, AdwBin)

GtkWidget *pz_before_with_card_new (PzGoalFacts *facts);

G_END_DECLS
