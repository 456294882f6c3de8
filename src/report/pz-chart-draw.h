/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"

G_BEGIN_DECLS

/**
 * PzChartColors:
 * @ground: what is behind the picture; fills rings
 * @text: important lines and texts: target, phases
 * @dim: other texts, the aimline
 * @grid: lines at the values
 * @series: measurements and trend
 *
 * Every difference has a shape, too, and a text in the legend: nothing is told by colour alone.
 */
typedef struct
{
  PzSparkColor ground;
  PzSparkColor text;
  PzSparkColor dim;
  PzSparkColor grid;
  PzSparkColor series;
} PzChartColors;

void pz_chart_draw (const PzChart       *self,
                    cairo_t             *cr,
                    const PzChartColors *colors);

G_END_DECLS
