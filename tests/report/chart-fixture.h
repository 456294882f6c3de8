/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart.h"

G_BEGIN_DECLS

/* What tests of the picture share: a goal that began on a Monday, from 20 to 60 in 98 days, measured once a week. */
#define CHART_START "2026-08-31"
#define CHART_DUE   "2026-12-07"

/* with which values, NULL: rising ones; so many of them */
PzChartInput *chart_fixture_make      (const double       *values,
                                       gsize               n);
void          chart_fixture_add_words (PzChartInput       *input);
void          chart_fixture_get_style (PzChartStyle       *style,
                                       double              points,
                                       gboolean            right_to_left);
PzDocument   *chart_fixture_make_document (PzDocumentKind   kind);
guint32       chart_fixture_day       (const char         *text);

G_END_DECLS
