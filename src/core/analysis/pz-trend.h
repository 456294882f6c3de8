/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

G_BEGIN_DECLS

/* Progress of one series: x are days, rising, none twice; y are values, see pz_series_collect(). Nothing here assumes that
 * points stand at equal distances. Slopes are per day. */

/**
 * PzLine:
 * @refusal: why there is no line; the other members are then 0
 * @n: points
 * @slope: change per day
 * @intercept: value at x = 0
 * @mean_x: of the points
 * @sxx: sum of the squared distances from @mean_x
 * @tolerance: slopes closer than this are the same but for rounding
 * @no_error: why there is no error; the members below are then 0
 * @see: standard error of estimate: the usual distance of a point from the line
 * @se_slope: standard error of the slope
 * @lower: lower end of the 95 % interval of the slope
 * @upper: its upper end
 *
 * The line of least squares.
 */
typedef struct
{
  PzRefusal refusal;
  gsize n;
  double slope;
  double intercept;
  double mean_x;
  double sxx;
  double tolerance;
  PzRefusal no_error;
  double see;
  double se_slope;
  double lower;
  double upper;
} PzLine;

/**
 * PzVariability:
 * @refusal: why nothing can be said
 * @see: distance of a usual point from the line, in the unit of the goal; 0 when there is no error yet
 * @share: of points within 25 % of the median; 0 to 1; only with a median other than 0
 * @has_share: whether @share says something
 * @stable: at least 80 % of the points are
 */
typedef struct
{
  PzRefusal refusal;
  double see;
  double share;
  gboolean has_share;
  gboolean stable;
} PzVariability;

PzRefusal pz_trend_get_baseline    (const double  *y,
                                    gsize          n,
                                    double        *baseline,
                                    gboolean      *provisional);
PzRefusal pz_trend_get_level       (const double  *y,
                                    gsize          n,
                                    double        *level);
void      pz_trend_fit             (const double  *x,
                                    const double  *y,
                                    gsize          n,
                                    PzLine        *line);
PzRefusal pz_trend_fit_thirds      (const double  *x,
                                    const double  *y,
                                    gsize          n,
                                    gsize         *k,
                                    double        *slope);
PzRefusal pz_trend_get_correlation (const double  *x,
                                    const double  *y,
                                    const PzLine  *line,
                                    double        *r1,
                                    gboolean      *too_sure);
void      pz_trend_get_variability (const double  *y,
                                    gsize          n,
                                    const PzLine  *line,
                                    PzVariability *variability);

double    pz_line_get_value        (const PzLine  *line,
                                    double         x);
void      pz_line_turn             (PzLine        *line);

G_END_DECLS
