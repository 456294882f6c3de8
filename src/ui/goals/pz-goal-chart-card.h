/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was measured, as chart or as table; the term, or all of it. Signals: "open" and "remove" (PzRecord *measurement). */
#define PZ_TYPE_GOAL_CHART_CARD (pz_goal_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (PzGoalChartCard, pz_goal_chart_card, PZ, GOAL_CHART_CARD, AdwBin)

GtkWidget *pz_goal_chart_card_new (PzGoalFacts *facts);

G_END_DECLS
