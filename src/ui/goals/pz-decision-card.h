/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a goal stands: a word, a sentence, and, unfolded, the numbers behind it. */
#define PZ_TYPE_DECISION_CARD (pz_decision_card_get_type ())
G_DECLARE_FINAL_TYPE (PzDecisionCard, pz_decision_card, PZ, DECISION_CARD, AdwBin)

GtkWidget *pz_decision_card_new (PzGoalFacts *facts);

G_END_DECLS
