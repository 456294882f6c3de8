/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measure-value.h"

#include <math.h>

/* What a kind says of itself where the measure says nothing. Infinite: no bound. A step of 0: any number. */
static const struct
{
  const char *name; /* of the schema */
  double minimum;
  double maximum;
  double step;
  gboolean whole;
} kinds[PZ_N_MEASURE_KINDS] = {
  [PZ_MEASURE_IS_COUNT] = { "count", 0, INFINITY, 1, TRUE },
  [PZ_MEASURE_IS_RATE] = { "rate", 0, INFINITY, 0, FALSE },
  [PZ_MEASURE_IS_PERCENT] = { "percent", 0, 100, 0, FALSE },
  [PZ_MEASURE_IS_SCORE] = { "score", -INFINITY, INFINITY, 0, FALSE },
  [PZ_MEASURE_IS_LEVEL] = { "level", -INFINITY, INFINITY, 1, TRUE },
  [PZ_MEASURE_IS_GOAL_ATTAINMENT] = { "goal-attainment", -2, 2, 1, TRUE },
  [PZ_MEASURE_IS_YES_NO] = { "yes-no", 0, 1, 1, TRUE },
};

/**
 * pz_measure_kind_from_name:
 * @name: (nullable): as it stands in a field
 * @kind: (out): unchanged when there is no such kind
 *
 * Returns: whether there is such a kind
 */
gboolean
pz_measure_kind_from_name (const char    *name,
                           PzMeasureKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; name != NULL && i < PZ_N_MEASURE_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = (PzMeasureKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_direction_from_name:
 * @name: (nullable): as it stands in a field or is typed
 * @direction: (out): unchanged when there is no such direction
 *
 * Returns: whether it is one of them
 */
gboolean
pz_direction_from_name (const char  *name,
                        PzDirection *direction)
{
  g_return_val_if_fail (direction != NULL, FALSE);

  if (g_strcmp0 (name, "increase") == 0)
    *direction = PZ_DIRECTION_INCREASE;
  else if (g_strcmp0 (name, "decrease") == 0)
    *direction = PZ_DIRECTION_DECREASE;
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_measure_range_init:
 * @range: (out caller-allocates): with the bounds and the step of its kind, more is better
 * @kind: what is counted
 */
void
pz_measure_range_init (PzMeasureRange *range,
                       PzMeasureKind   kind)
{
  g_return_if_fail (range != NULL && kind < PZ_N_MEASURE_KINDS);

  *range = (PzMeasureRange) { kind, NAN, NAN, NAN, PZ_DIRECTION_INCREASE };
}

/**
 * pz_measure_range_get_bounds:
 * @range: of a measure
 * @minimum: (out): the least value; may be infinite
 * @maximum: (out): the greatest value; may be infinite
 */
void
pz_measure_range_get_bounds (const PzMeasureRange *range,
                             double               *minimum,
                             double               *maximum)
{
  g_return_if_fail (range != NULL && range->kind < PZ_N_MEASURE_KINDS && minimum != NULL && maximum != NULL);

  *minimum = isnan (range->minimum) ? kinds[range->kind].minimum : range->minimum;
  *maximum = isnan (range->maximum) ? kinds[range->kind].maximum : range->maximum;
}

/**
 * pz_measure_range_get_step:
 * @range: of a measure
 *
 * Returns: the smallest step between two values; 0 when it is not known
 */
double
pz_measure_range_get_step (const PzMeasureRange *range)
{
  g_return_val_if_fail (range != NULL && range->kind < PZ_N_MEASURE_KINDS, 0);

  return range->resolution > 0 ? range->resolution : kinds[range->kind].step;
}

/**
 * pz_measure_value_count:
 * @range: of the measure
 * @value: what was measured
 * @out_of: how many there could have been; NaN when it does not say
 *
 * A percent measured as 12 of 15 counts as 80; the two parts stay in the record. Other kinds count as they are.
 *
 * Returns: the number for charts and calculations; NaN when there is none, as for a share of nothing
 */
double
pz_measure_value_count (const PzMeasureRange *range,
                        double                value,
                        double                out_of)
{
  g_return_val_if_fail (range != NULL, NAN);

  if (isnan (out_of) || range->kind != PZ_MEASURE_IS_PERCENT)
    return value;
  return out_of > 0 ? 100 * value / out_of : (double) NAN;
}

/**
 * pz_measure_value_check:
 * @range: of the measure
 * @value: what is to be kept
 * @out_of: how many there could have been; NaN when it does not say
 *
 * Returns: what is wrong with it, the first thing that is
 */
PzMeasureFault
pz_measure_value_check (const PzMeasureRange *range,
                        double                value,
                        double                out_of)
{
  double minimum, maximum, counted;

  g_return_val_if_fail (range != NULL && range->kind < PZ_N_MEASURE_KINDS, PZ_MEASURE_VALUE_NO_NUMBER);

  if (!isfinite (value))
    return PZ_MEASURE_VALUE_NO_NUMBER;
  if (!isnan (out_of) && !(out_of > 0 && value >= 0 && value <= out_of))
    return PZ_MEASURE_VALUE_NOT_A_SHARE;
  counted = pz_measure_value_count (range, value, out_of);
  pz_measure_range_get_bounds (range, &minimum, &maximum);
  if (counted < minimum)
    return PZ_MEASURE_VALUE_TOO_SMALL;
  if (counted > maximum)
    return PZ_MEASURE_VALUE_TOO_GREAT;
  /* a step of the measure's own says otherwise: half points are counted in some schools */
  if (kinds[range->kind].whole && !(range->resolution > 0) && fabs (counted - round (counted)) > 1e-9)
    return PZ_MEASURE_VALUE_NOT_WHOLE;
  return PZ_MEASURE_VALUE_FINE;
}

/**
 * pz_measure_value_turn:
 * @value: of a measure
 * @direction: which way is better
 *
 * Turned twice it is the value again.
 *
 * Returns: the value turned so that more is better
 */
double
pz_measure_value_turn (double      value,
                       PzDirection direction)
{
  /* not -value: a minus in front of a 0 would be seen */
  return direction == PZ_DIRECTION_DECREASE ? 0 - value : value;
}
