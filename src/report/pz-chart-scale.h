/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values from low to high, with a line at low and after each step; high is the last line. */
typedef struct
{
  double low;
  double high; /* above low */
  double step;
} PzChartScale;

/* What stands at the axis of time. */
typedef enum
{
  PZ_CHART_TICKS_WEEKS,  /* each Monday */
  PZ_CHART_TICKS_MONTHS, /* each first of a month */
} PzChartTicks;

void         pz_chart_scale_init      (PzChartScale       *scale,
                                       double              low,
                                       double              high,
                                       guint               max_steps);
guint        pz_chart_scale_get_n     (const PzChartScale *scale);
double       pz_chart_scale_get_value (const PzChartScale *scale,
                                       guint               position);
PzChartTicks pz_chart_ticks_choose    (guint32             first,
                                       guint32             last);
GArray      *pz_chart_ticks_list      (PzChartTicks        ticks,
                                       guint32             first,
                                       guint32             last);

G_END_DECLS
