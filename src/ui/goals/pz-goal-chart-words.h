/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"
#include "pz-goal-facts.h"

G_BEGIN_DECLS

/* The words of a chart and of its table: the same on the screen, on paper and for a screen reader. */
PzChartInput *pz_goal_chart_words_make      (PzGoalFacts  *facts);
char         *pz_goal_chart_words_dup_point (PzGoalFacts  *facts,
                                             PzRecord     *measurement);
char         *pz_goal_chart_words_dup_hint  (PzGoalFacts  *facts,
                                             PzRecord     *measurement);
char         *pz_goal_chart_words_dup_value (PzGoalFacts  *facts,
                                             PzRecord     *measurement);
char         *pz_goal_chart_words_dup_day   (const char   *date);
const char   *pz_goal_chart_words_get_help  (PzRecord     *measurement);
char         *pz_goal_chart_words_dup_phase (PzGoalFacts  *facts,
                                             PzRecord     *phase);
char         *pz_goal_chart_words_dup_number (double       value,
                                             gpointer      facts);
char         *pz_goal_chart_words_dup_tick  (const GDate  *day,
                                             PzChartTicks  ticks,
                                             gpointer      unused);

G_END_DECLS
