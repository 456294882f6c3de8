/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart-input.h"
#include "pz-chart-scale.h"

G_BEGIN_DECLS

/* The words of a chart: the same on the screen, on paper and for a screen reader. */
char       *pz_chart_words_dup_day    (const char     *date);
char       *pz_chart_words_dup_number (double          value,
                                       gpointer        measure);
char       *pz_chart_words_dup_tick   (const GDate    *day,
                                       PzChartTicks    ticks,
                                       gpointer        unused);
const char *pz_chart_words_get_help   (PzRecord       *measurement);
char       *pz_chart_words_dup_value  (PzRecord       *measure,
                                       PzRecord       *measurement);
char       *pz_chart_words_dup_point  (PzRecord       *measure,
                                       PzRecord       *measurement);
void        pz_chart_words_add        (PzChartInput   *input,
                                       PzRecord       *measure);

G_END_DECLS
