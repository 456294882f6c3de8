/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/**
 * PzPhaseValues:
 * @x: (array length=n): days, rising
 * @y: (array length=n): values turned so that more is better
 * @n: how many
 *
 * The points of one phase; borrowed.
 */
typedef struct
{
  const double *x;
  const double *y;
  gsize n;
} PzPhaseValues;

/**
 * PzCorrectedTau:
 * @refusal: why there is none; the other members are then 0
 * @p: probability of the trend before, if there is none
 * @corrected: whether it was taken off: the values were already rising or falling before
 * @tau: -1 to 1
 */
typedef struct
{
  PzRefusal refusal;
  double p;
  gboolean corrected;
  double tau;
} PzCorrectedTau;

/**
 * PzPhaseChange:
 * @refusal: why there is none; the other members are then 0
 * @level: height of the second line above the first on the first day of the second phase
 * @slope: slope of the second line less that of the first, per day
 * @no_error: why there are no errors; the members below are then 0
 * @df: degrees of freedom
 * @s: distance of a usual point from its line
 * @se_level: standard error of @level
 * @se_slope: standard error of @slope
 * @p_level: probability of such a level if it did not change
 * @p_slope: probability of such a slope if it did not change
 */
typedef struct
{
  PzRefusal refusal;
  double level;
  double slope;
  PzRefusal no_error;
  gsize df;
  double s;
  double se_level;
  double se_slope;
  double p_level;
  double p_slope;
} PzPhaseChange;

/**
 * PzResponseRatio:
 * @refusal: why there is none; the other members are then 0
 * @lrr: logarithm of the ratio of the means, without bias
 * @se: its standard error
 * @percent: the change in percent
 */
typedef struct
{
  PzRefusal refusal;
  double lrr;
  double se;
  double percent;
} PzResponseRatio;

void      pz_phase_effect_correct_tau      (const PzPhaseValues *a,
                                            const PzPhaseValues *b,
                                            PzCorrectedTau      *tau);
void      pz_phase_effect_get_change       (const PzPhaseValues *a,
                                            const PzPhaseValues *b,
                                            PzPhaseChange       *change);
void      pz_phase_effect_get_ratio        (const double        *a,
                                            gsize                m,
                                            const double        *b,
                                            gsize                n,
                                            PzResponseRatio     *ratio);
PzRefusal pz_phase_effect_get_goal_percent (const double        *a,
                                            gsize                m,
                                            const double        *b,
                                            gsize                n,
                                            double               target,
                                            double              *percent);

G_END_DECLS
