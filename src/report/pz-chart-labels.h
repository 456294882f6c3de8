/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"

G_BEGIN_DECLS

/* Texts of a picture that is being laid out. Time runs to the right here; pz_chart_new() turns everything at its end. */
PangoLayout *pz_chart_labels_make       (const PzChartStyle *style,
                                         const char         *text,
                                         gboolean            bold);
void         pz_chart_labels_add        (PzChart            *self,
                                         PzChartLabelKind    kind,
                                         PangoLayout        *layout,
                                         double              x,
                                         double              y);
gboolean     pz_chart_labels_is_free    (const PzChart      *self,
                                         const PzChartRect  *rect);
guint        pz_chart_labels_add_phases (PzChart            *self,
                                         const PzChartStyle *style);
void         pz_chart_labels_add_lines  (PzChart            *self,
                                         const PzChartStyle *style);
double       pz_chart_labels_add_legend (PzChart            *self,
                                         const PzChartStyle *style,
                                         double              y);
void         pz_chart_label_clear       (PzChartLabel       *label);

G_END_DECLS
