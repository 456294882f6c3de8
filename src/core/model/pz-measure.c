/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_kind (PzRecord   *measure,
         const char *kind)
{
  return measure != NULL && g_strcmp0 (pz_record_get_text (measure, PZ_MEASURE_KIND), kind) == 0;
}

/* A sign stays in front of its number in text of either direction. */
static char *
dup_number (double   value,
            gboolean with_plus)
{
  if (with_plus && value > 0)
    return g_strdup_printf ("\u2066+%.9g\u2069", value);
  return value < 0 ? g_strdup_printf ("\u2066%.9g\u2069", value) : g_strdup_printf ("%.9g", value);
}

/* Whether the unit says what kind of number it is rather than what stands behind it. */
static gboolean
is_without_unit (PzRecord *measure)
{
  return measure == NULL || is_kind (measure, "yes-no") || is_kind (measure, "goal-attainment")
         || pz_record_is_empty (measure, PZ_MEASURE_UNIT);
}

/**
 * pz_measure_dup_number:
 * @measure: (nullable): what was measured
 * @value: a value of it, no NaN
 *
 * Returns: (transfer full): the value without its unit: "77", "+1", "yes"
 */
char *
pz_measure_dup_number (PzRecord *measure,
                       double    value)
{
  g_return_val_if_fail (measure == NULL || PZ_IS_RECORD (measure), NULL);
  g_return_val_if_fail (!isnan (value), NULL);

  if (is_kind (measure, "yes-no"))
    return g_strdup (value > 0 ? C_("measured value", "yes") : C_("measured value", "no"));
  if (is_kind (measure, "goal-attainment"))
    return dup_number (value, TRUE);
  return dup_number (value, FALSE);
}

/**
 * pz_measure_dup_value:
 * @measure: (nullable): what was measured
 * @value: a value of it, no NaN
 * @out_of: how many there could have been; NaN when it does not say
 *
 * Returns: (transfer full): the value with its unit: "77 words a minute", "12 of 15"
 */
char *
pz_measure_dup_value (PzRecord *measure,
                      double    value,
                      double    out_of)
{
  g_autofree char *number = NULL;
  g_autofree char *most = NULL;

  g_return_val_if_fail (measure == NULL || PZ_IS_RECORD (measure), NULL);
  g_return_val_if_fail (!isnan (value), NULL);

  number = pz_measure_dup_number (measure, value);
  if (!isnan (out_of))
    {
      most = pz_measure_dup_number (NULL, out_of);
      /* Translators: how many were right, of how many there were: 12 of 15 */
      return g_strdup_printf (C_("measured value", "%1$s of %2$s"), number, most);
    }
  if (is_without_unit (measure))
    return g_steal_pointer (&number);
  /* Translators: a number and what the class calls its unit: 77 words a minute */
  return g_strdup_printf (C_("measured value", "%1$s %2$s"), number, pz_record_get_text (measure, PZ_MEASURE_UNIT));
}

/**
 * pz_measure_dup_change:
 * @measure: (nullable): what was measured
 * @change: how much more it became; below 0: less
 *
 * Returns: (transfer full): the change with its sign, rounded, and its unit: "+3.8 words a minute"
 */
char *
pz_measure_dup_change (PzRecord *measure,
                       double    change)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (measure == NULL || PZ_IS_RECORD (measure), NULL);
  g_return_val_if_fail (isfinite (change), NULL);

  number = dup_number (pz_measure_round (change), TRUE);
  if (is_without_unit (measure))
    return g_steal_pointer (&number);
  /* Translators: a number and what the class calls its unit: 77 words a minute */
  return g_strdup_printf (C_("measured value", "%1$s %2$s"), number, pz_record_get_text (measure, PZ_MEASURE_UNIT));
}

/**
 * pz_measure_round:
 * @value: what was calculated
 *
 * Returns: it with two significant digits, or as a whole number where that is finer: more would claim too much
 */
double
pz_measure_round (double value)
{
  double power;

  if (!isfinite (value) || value == 0)
    return value;
  if (fabs (value) >= 10)
    return round (value);
  power = pow (10, 1 - floor (log10 (fabs (value))));
  return round (value * power) / power;
}

/**
 * pz_measure_get_unit:
 * @measure: (nullable): what is measured
 *
 * Returns: (nullable): what stands behind its numbers; %NULL where nothing does
 */
const char *
pz_measure_get_unit (PzRecord *measure)
{
  g_return_val_if_fail (measure == NULL || PZ_IS_RECORD (measure), NULL);
  return is_without_unit (measure) ? NULL : pz_record_get_text (measure, PZ_MEASURE_UNIT);
}
