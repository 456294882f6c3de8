/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzRefusalReason:
 * @PZ_REFUSAL_NONE: nothing is refused, the number is there
 * @PZ_REFUSAL_MORE_POINTS: so many more points are needed
 * @PZ_REFUSAL_MORE_DAYS: the points must go over so many more days
 * @PZ_REFUSAL_MORE_BEFORE: so many points are missing before the change, where none can be added any more
 * @PZ_REFUSAL_OTHER_PHASE: so many more points are needed since the teaching changed
 * @PZ_REFUSAL_NOT_IN_TIME: not within the next 26 points at this scatter
 * @PZ_REFUSAL_OLD: the last point is older than two review intervals
 * @PZ_REFUSAL_ONE_DAY: all points are of one day
 * @PZ_REFUSAL_NO_SCATTER: the points lie on one line, so nothing can be said of chance
 * @PZ_REFUSAL_DISAGREE: the two ways to draw the line point in opposite directions
 * @PZ_REFUSAL_NO_TARGET: the goal has no number or no date to reach it by
 * @PZ_REFUSAL_DUE_TOO_EARLY: the goal is due on the day it begins, or before
 * @PZ_REFUSAL_AT_TARGET: the goal is what was there before
 * @PZ_REFUSAL_NOT_POSITIVE: a mean is 0 or less, and only ratios of what is above 0 can be had
 * @PZ_REFUSAL_NOT_RATED: nothing has been rated
 * @PZ_REFUSAL_BAD_WEIGHT: a weight is 0 or less
 * @PZ_REFUSAL_OUT_OF_RANGE: numbers too great, too small or too close together to count with
 *
 * Why a number is not there.
 */
typedef enum
{
  PZ_REFUSAL_NONE,
  PZ_REFUSAL_MORE_POINTS,
  PZ_REFUSAL_MORE_DAYS,
  PZ_REFUSAL_MORE_BEFORE,
  PZ_REFUSAL_OTHER_PHASE,
  PZ_REFUSAL_NOT_IN_TIME,
  PZ_REFUSAL_OLD,
  PZ_REFUSAL_ONE_DAY,
  PZ_REFUSAL_NO_SCATTER,
  PZ_REFUSAL_DISAGREE,
  PZ_REFUSAL_NO_TARGET,
  PZ_REFUSAL_DUE_TOO_EARLY,
  PZ_REFUSAL_AT_TARGET,
  PZ_REFUSAL_NOT_POSITIVE,
  PZ_REFUSAL_NOT_RATED,
  PZ_REFUSAL_BAD_WEIGHT,
  PZ_REFUSAL_OUT_OF_RANGE,
  PZ_N_REFUSALS,
} PzRefusalReason;

/**
 * PzRefusal:
 * @reason: why there is no number; none when there is one
 * @n: how many points or days are missing, where the reason counts them
 */
typedef struct
{
  PzRefusalReason reason;
  guint n;
} PzRefusal;

PzRefusal   pz_refusal_none        (void);
PzRefusal   pz_refusal_new         (PzRefusalReason reason);
PzRefusal   pz_refusal_more_points (gsize           n_points,
                                    gsize           n_needed);
const char *pz_refusal_get_name    (PzRefusal       refusal);
char       *pz_refusal_dup_text    (PzRefusal       refusal);

G_END_DECLS
