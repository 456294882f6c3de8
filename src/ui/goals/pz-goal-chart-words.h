/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"
#include "pz-goal-facts.h"

G_BEGIN_DECLS

/* What a chart of the window shows; its words are those of pz-chart-words.h. */
PzChartInput *pz_goal_chart_words_make      (PzGoalFacts  *facts);
char         *pz_goal_chart_words_dup_hint  (PzGoalFacts  *facts,
                                             PzRecord     *measurement);
char         *pz_goal_chart_words_dup_phase (PzGoalFacts  *facts,
                                             PzRecord     *phase);

G_END_DECLS
