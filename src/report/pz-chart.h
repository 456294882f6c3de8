/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-chart-input.h"
#include "pz-chart-scale.h"
#include "pz-spark.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* All in px from the upper left corner, or in points on paper. */
typedef struct
{
  double x, y, width, height;
} PzChartRect;

/* What a text of the picture is about. */
typedef enum
{
  PZ_CHART_LABEL_SCALE,    /* a value beside its line */
  PZ_CHART_LABEL_TIME,
  PZ_CHART_LABEL_PHASE,
  PZ_CHART_LABEL_AIMLINE,
  PZ_CHART_LABEL_TARGET,
  PZ_CHART_LABEL_FORECAST,
  PZ_CHART_LABEL_EARLY,
  PZ_CHART_LABEL_LEGEND,
} PzChartLabelKind;

/* A text and where it stands. */
typedef struct
{
  PzChartLabelKind kind;
  PangoLayout *layout;
  PzChartRect rect;
  PzChartText text; /* of the legend: which; else of no meaning */
  PzChartRect mark; /* of the legend: the room for its shape */
} PzChartLabel;

/* Where a measurement stands. */
typedef struct
{
  double x, y;
  gboolean shown; /* FALSE outside the days that are shown */
  gboolean with_help;
} PzChartPlace;

/* Where a phase begins. */
typedef struct
{
  double x;
  double top;       /* the line reaches from here down to the axis */
  gboolean is_line; /* FALSE for the one that goes on when the picture begins */
} PzChartMark;

/**
 * PzChartStyle:
 * @context: language, font and resolution of the texts
 * @dup_number: writes a value at its line
 * @dup_tick: writes a day at the axis of time
 * @user_data: for both
 * @right_to_left: whether time runs to the left
 */
typedef struct
{
  PangoContext *context;
  char *(*dup_number) (double   value,
                       gpointer user_data);
  char *(*dup_tick) (const GDate  *day,
                     PzChartTicks  ticks,
                     gpointer      user_data);
  gpointer user_data;
  gboolean right_to_left;
} PzChartStyle;

/**
 * PzChart:
 * @input: what it shows; borrowed
 * @width: of all
 * @height: of all
 * @right_to_left: whether time runs to the left
 * @plot: where values and days are
 * @scale: of the values
 * @first: first day
 * @last: last day
 * @line_height: of a text
 * @places: (array length=n_places): of the measurements, in their order
 * @marks: (array length=n_marks): of the phases, in their order
 * @ticks: (element-type guint32): days that begin a week or a month
 * @labels: (element-type PzChartLabel): the texts; none lies over another
 *
 * Where everything stands in the picture of a goal. Draws nothing by itself: pz_chart_draw() does.
 */
typedef struct
{
  const PzChartInput *input;
  double width;
  double height;
  gboolean right_to_left;
  PzChartRect plot;
  PzChartScale scale;
  guint32 first;
  guint32 last;
  double line_height;
  PzChartPlace *places;
  guint n_places;
  PzChartMark *marks;
  guint n_marks;
  GArray *ticks;
  GArray *labels;
} PzChart;

PzChart *pz_chart_new        (const PzChartInput *input,
                              const PzChartStyle *style,
                              double              width,
                              double              height);
void     pz_chart_free       (PzChart            *self);
double   pz_chart_get_height (const PzChartInput *input,
                              const PzChartStyle *style,
                              double              width);
double   pz_chart_get_x      (const PzChart      *self,
                              double              day);
double   pz_chart_get_y      (const PzChart      *self,
                              double              value);
guint    pz_chart_count_places (const PzChart     *self,
                                const PzChartRect *rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzChart, pz_chart_free)

G_END_DECLS
