/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Signed numbers stay whole in a sentence that runs from right to left. */
static char *
number_to_text (double number)
{
  char digits[64];

  g_snprintf (digits, sizeof digits, "%.12g", number);
  return number < 0 ? g_strdup_printf ("\xe2\x81\xa6%s\xe2\x81\xa9", digits) : g_strdup (digits);
}

/* levels and the like are names of steps: what stands as their unit is no unit of the number */
static gboolean
has_unit (const PzQuickGoal *goal)
{
  return goal->unit != NULL && g_strcmp0 (goal->kind, "level") != 0 && g_strcmp0 (goal->kind, "goal-attainment") != 0
         && g_strcmp0 (goal->kind, "yes-no") != 0;
}

static char *
with_unit (const PzQuickGoal *goal,
           const char        *value)
{
  if (g_strcmp0 (goal->kind, "percent") == 0)
    /* Translators: %s is a number; percent */
    return g_strdup_printf (C_ ("value", "%s %%"), value);
  if (!has_unit (goal))
    return g_strdup (value);
  /* Translators: a measured value: number, unit */
  return g_strdup_printf (C_ ("value", "%1$s %2$s"), value, goal->unit);
}

/**
 * pz_quick_goal_dup_value:
 * @value: a measurement
 * @out_of: NaN: it is no share
 *
 * Returns: (transfer full): the value in words: "79 words a minute", "13 of 16", "yes"
 */
char *
pz_quick_goal_dup_value (const PzQuickGoal *goal,
                         double             value,
                         double             out_of)
{
  g_autofree char *number = number_to_text (value);
  g_autofree char *whole = NULL;

  if (isnan (value))
    return g_strdup ("");
  if (g_strcmp0 (goal->kind, "yes-no") == 0 && isnan (out_of) && (fabs (value) < 1e-9 || fabs (value - 1) < 1e-9))
    return g_strdup (value > 0.5 ? C_ ("value", "yes") : C_ ("value", "no"));
  if (isnan (out_of))
    return with_unit (goal, number);
  whole = number_to_text (out_of);
  /* Translators: a share: so many of so many, such as 13 of 16 */
  return g_strdup_printf (C_ ("value", "%1$s of %2$s"), number, whole);
}

/**
 * pz_quick_goal_dup_range:
 *
 * Returns: (transfer full): what may be measured, in words: "0 to 250 words a minute"; "" without bounds
 */
char *
pz_quick_goal_dup_range (const PzQuickGoal *goal)
{
  g_autofree char *least = number_to_text (goal->minimum);
  g_autofree char *greatest = number_to_text (goal->maximum);
  g_autofree char *span = NULL;

  if (g_strcmp0 (goal->kind, "yes-no") == 0)
    return g_strdup (C_ ("value", "yes or no"));
  if (isnan (goal->minimum) && isnan (goal->maximum))
    return g_strdup (has_unit (goal) ? goal->unit : "");
  if (isnan (goal->maximum))
    /* Translators: %s is the least value of a measure */
    span = g_strdup_printf (C_ ("value", "%s or more"), least);
  else if (isnan (goal->minimum))
    /* Translators: %s is the greatest value of a measure */
    span = g_strdup_printf (C_ ("value", "%s or less"), greatest);
  else
    /* Translators: the bounds of a measure, such as 0 to 250 */
    span = g_strdup_printf (C_ ("value", "%1$s to %2$s"), least, greatest);
  return with_unit (goal, span);
}
