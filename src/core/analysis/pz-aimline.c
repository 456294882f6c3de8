/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-aimline.h"

#include "pz-measure-value.h"

#include <math.h>

/**
 * pz_aimline_init:
 * @aimline: (out caller-allocates): all 0 when it is refused
 * @start: day of the baseline
 * @baseline: value on that day
 * @due: day the goal is to be reached by; not finite: none
 * @target: value on that day; not finite: none
 *
 * a(t) = baseline + (target - baseline) (t - start)/(due - start); flat when the target is the baseline.
 *
 * Returns: a refusal when the goal has no target or day, or is due on the first day or before
 */
PzRefusal
pz_aimline_init (PzAimline *aimline,
                 double     start,
                 double     baseline,
                 double     due,
                 double     target)
{
  double pace;

  g_return_val_if_fail (aimline != NULL, pz_refusal_none ());

  *aimline = (PzAimline) { 0 };
  if (!isfinite (due) || !isfinite (target))
    return pz_refusal_new (PZ_REFUSAL_NO_TARGET);
  if (!(due > start))
    return pz_refusal_new (PZ_REFUSAL_DUE_TOO_EARLY);
  pace = (target - baseline) / (due - start);
  if (!isfinite (pace))
    return pz_refusal_new (PZ_REFUSAL_OUT_OF_RANGE);
  *aimline = (PzAimline) { start, baseline, due, target, pace };
  return pz_refusal_none ();
}

/**
 * pz_aimline_get_value:
 * @aimline: one that was not refused
 * @day: any; the line goes on beyond its ends
 *
 * Returns: where the learner would be on the straight way
 */
double
pz_aimline_get_value (const PzAimline *aimline,
                      double           day)
{
  g_return_val_if_fail (aimline != NULL, 0);

  return aimline->baseline + aimline->pace * (day - aimline->start);
}

/**
 * pz_aimline_turn:
 * @aimline: of turned values; becomes the line of the values themselves, or the other way round
 */
void
pz_aimline_turn (PzAimline *aimline)
{
  g_return_if_fail (aimline != NULL);

  aimline->baseline = pz_measure_value_turn (aimline->baseline, PZ_DIRECTION_DECREASE);
  aimline->target = pz_measure_value_turn (aimline->target, PZ_DIRECTION_DECREASE);
  aimline->pace = pz_measure_value_turn (aimline->pace, PZ_DIRECTION_DECREASE);
}
