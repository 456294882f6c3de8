/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-goal-progress.h"

G_BEGIN_DECLS

/* A value on a day. */
typedef struct
{
  guint32 day; /* as GDate counts days */
  double value;
  gboolean with_help;
} PzChartValue;

/* What changed, and when. */
typedef struct
{
  guint32 start; /* as GDate counts days */
  char *label;   /* may be empty */
} PzChartPhase;

/* How much of a trend may be shown. */
typedef enum
{
  PZ_CHART_TREND_NONE,  /* dots only */
  PZ_CHART_TREND_EARLY, /* a dashed line that is marked as too early */
  PZ_CHART_TREND_LINE,
  PZ_CHART_TREND_FULL,  /* with its interval and the way to the day the goal is due */
} PzChartTrend;

/* What the picture says in words; translated by who makes it, with the numbers in them. */
typedef enum
{
  PZ_CHART_TEXT_AIMLINE,
  PZ_CHART_TEXT_TARGET,   /* "Target 84" */
  PZ_CHART_TEXT_FORECAST, /* "91 likely" */
  PZ_CHART_TEXT_EARLY,
  PZ_CHART_LEGEND_ALONE,  /* from here on: beside the shapes below the picture */
  PZ_CHART_LEGEND_HELP,
  PZ_CHART_LEGEND_TREND,
  PZ_CHART_LEGEND_AIMLINE,
  PZ_CHART_LEGEND_TARGET,
  PZ_CHART_LEGEND_PHASE,
  PZ_N_CHART_TEXTS,
} PzChartText;

/**
 * PzChartInput:
 * @values: (element-type PzChartValue): each measurement that counts, by day
 * @medians: (element-type PzChartValue): one a day, by day
 * @phases: (element-type PzChartPhase): by start
 * @minimum: of the measure, the same for all learners; NaN: not known
 * @maximum: of the measure
 * @has_aimline: whether there is a way to go
 * @aimline: the way, in days as GDate counts them
 * @target: value to reach; NaN: none
 * @due: by when; 0: not said
 * @trend: how much of a trend may be shown
 * @steady: Theil-Sen, in days since the first of @medians: the line that is drawn
 * @line: least squares, the same: where its interval comes from
 * @step: smallest step of the measure
 * @texts: (array length=PZ_N_CHART_TEXTS): (nullable elements): the words; what has none is not written
 * @first: first day to show; 0: all
 * @last: last day to show; 0: all
 *
 * What a picture of a goal shows.
 */
typedef struct
{
  GArray *values;
  GArray *medians;
  GArray *phases;
  double minimum;
  double maximum;
  gboolean has_aimline;
  PzAimline aimline;
  double target;
  guint32 due;
  PzChartTrend trend;
  PzSteadyLine steady;
  PzLine line;
  double step;
  char *texts[PZ_N_CHART_TEXTS];
  guint32 first;
  guint32 last;
} PzChartInput;

PzChartInput *pz_chart_input_new          (const PzGoalProgress *progress);
void          pz_chart_input_free         (PzChartInput         *self);
void          pz_chart_input_add_value    (PzChartInput         *self,
                                           guint32               day,
                                           double                value,
                                           gboolean              with_help);
void          pz_chart_input_add_measurements
                                          (PzChartInput         *self,
                                           const PzMeasureRange *range,
                                           GPtrArray            *measurements);
void          pz_chart_input_add_phase    (PzChartInput         *self,
                                           guint32               start,
                                           const char           *label);
void          pz_chart_input_set_text     (PzChartInput         *self,
                                           PzChartText           text,
                                           const char           *words);
void          pz_chart_input_take_verdict_away
                                          (PzChartInput         *self);
gboolean      pz_chart_input_is_empty     (const PzChartInput   *self);
void          pz_chart_input_get_days     (const PzChartInput   *self,
                                           guint32              *first,
                                           guint32              *last);
void          pz_chart_input_get_values   (const PzChartInput   *self,
                                           double               *low,
                                           double               *high);
gboolean      pz_chart_input_has_forecast (const PzChartInput   *self);
double        pz_chart_input_get_trend    (const PzChartInput   *self,
                                           guint32               day);
double        pz_chart_input_get_forecast (const PzChartInput   *self);
gboolean      pz_chart_input_get_interval (const PzChartInput   *self,
                                           guint32               day,
                                           double               *lower,
                                           double               *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzChartInput, pz_chart_input_free)

G_END_DECLS
