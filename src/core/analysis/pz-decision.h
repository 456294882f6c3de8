/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-aimline.h"
#include "pz-forecast.h"
#include "pz-measure-value.h"
#include "pz-theil-sen.h"

G_BEGIN_DECLS

/* The word that says where a goal stands. Computed, never stored. */
typedef enum
{
  PZ_STATUS_MET,
  PZ_STATUS_NEEDS_DATA,
  PZ_STATUS_TOO_EARLY,
  PZ_STATUS_ON_THE_WAY,
  PZ_STATUS_NOT_ON_THE_WAY,
  PZ_STATUS_CANNOT_TELL,
  PZ_N_STATUSES,
} PzStatus;

/* What so many points over so many days allow; each stage allows what those before it do. */
typedef enum
{
  PZ_STAGE_DOTS,       /* less than 3 points: no line */
  PZ_STAGE_EARLY,      /* a line that is marked as too early, no verdict */
  PZ_STAGE_FOUR_POINT, /* from 6 points and 21 days: the rule of the last four points */
  PZ_STAGE_TREND,      /* from 8 points and 28 days: the trend rule, the chance, the verdict */
  PZ_STAGE_FIRM,       /* from 10 points and 70 days: a finding may be called firm */
  PZ_N_STAGES,
} PzStage;

/* What a rule proposes. The teacher decides. */
typedef enum
{
  PZ_PROPOSAL_NONE, /* the rule may not speak yet */
  PZ_PROPOSAL_GO_ON,
  PZ_PROPOSAL_RAISE_GOAL,
  PZ_PROPOSAL_CHANGE_SUPPORT,
  PZ_N_PROPOSALS,
} PzProposal;

/**
 * PzDecisionInput:
 * @x: (array length=n): days since the first point, see pz_series_collect()
 * @y: (array length=n): values turned so that more is better
 * @n: points
 * @direction: which way the values were turned
 * @target: value to reach, as it is written; NaN: none
 * @due: day to reach it by, in the days of @x; NaN: none
 * @start: day the aimline begins; NaN: that of the first point
 * @baseline: value it begins at, as it is written; NaN: that of the first points
 * @step: smallest step of the measure; 0: not known
 * @occasions: how many of the last points must all be at the target; at least 1
 * @phase_start: day the newest phase began; NaN: no phase
 * @days_since_last: days since the last point, only those on which the learner could have been there
 * @review_every: days between two measurements, counted the same way; 0: the last point is never too old
 */
typedef struct
{
  const double *x;
  const double *y;
  gsize n;
  PzDirection direction;
  double target;
  double due;
  double start;
  double baseline;
  double step;
  guint occasions;
  double phase_start;
  guint days_since_last;
  guint review_every;
} PzDecisionInput;

/**
 * PzDecision:
 * @status: where the goal stands
 * @refusal: what is missing for a verdict, or why there is none
 * @stage: what the points allow
 * @n: points
 * @span: days from the first to the last
 * @held: of the last points, how many in a row are at the target
 * @occasions: how many must be
 * @provisional: whether the baseline is of less than three points
 * @no_baseline: why there is no baseline
 * @baseline: where it began
 * @level: where it is now: median of the last three
 * @no_aimline: why there is no aimline
 * @aimline: the straight way to the goal
 * @line: least squares: interval, forecast and verdict come from it
 * @steady: Theil-Sen: the line that is drawn
 * @forecast: at the day the goal is due
 * @no_growth: why growth cannot be compared with the pace
 * @growth: compared with the pace
 * @no_more: why @n_more is not known
 * @n_more: points after which the interval would no longer contain the pace
 * @no_four_point: why the rule of the last four points may not speak
 * @four_point: what it proposes
 * @n_better: of the last four points, on the better side of the aimline
 * @n_worse: of the last four points, on the worse side
 * @trend: what the trend rule proposes; none where growth is not compared
 *
 * The verdict on a goal and every number behind it; values are as they are written, not turned.
 */
typedef struct
{
  PzStatus status;
  PzRefusal refusal;
  PzStage stage;
  gsize n;
  double span;
  guint held;
  guint occasions;
  gboolean provisional;
  PzRefusal no_baseline;
  double baseline;
  double level;
  PzRefusal no_aimline;
  PzAimline aimline;
  PzLine line;
  PzSteadyLine steady;
  PzForecast forecast;
  PzRefusal no_growth;
  PzGrowth growth;
  PzRefusal no_more;
  guint n_more;
  PzRefusal no_four_point;
  PzProposal four_point;
  guint n_better;
  guint n_worse;
  PzProposal trend;
} PzDecision;

void        pz_decision_input_init (PzDecisionInput       *input,
                                    const double          *x,
                                    const double          *y,
                                    gsize                  n,
                                    PzDirection            direction);
void        pz_decision_make       (const PzDecisionInput *input,
                                    PzDecision            *decision);
PzStage     pz_stage_get           (gsize                  n,
                                    double                 span,
                                    PzRefusal             *missing);

const char *pz_status_get_name     (PzStatus               status);
const char *pz_status_get_label    (PzStatus               status);
const char *pz_stage_get_name      (PzStage                stage);
const char *pz_stage_get_label     (PzStage                stage);
const char *pz_proposal_get_name   (PzProposal             proposal);
const char *pz_proposal_get_label  (PzProposal             proposal);

G_END_DECLS
