/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-attainment.h"

#include "pz-statistics.h"

#include <math.h>

static gboolean
is_level (double level)
{
  return level >= PZ_GOAL_ATTAINMENT_LEAST &&
         level < PZ_GOAL_ATTAINMENT_LEAST + PZ_GOAL_ATTAINMENT_N_LEVELS &&
         !(fabs (level - round (level)) > 0);
}

/* counts what is rated; FALSE: a level or weight that cannot be, with the reason set */
static gboolean
sum_up (const double     *levels,
        const double     *weights,
        gsize             n,
        double           *sums,
        PzGoalAttainment *attainment)
{
  for (gsize i = 0; i < n; i++)
    {
      double weight = weights != NULL ? weights[i] : 1;

      if (isnan (levels[i]))
        continue;
      if (!is_level (levels[i]) || !(weight > 0) || !isfinite (weight))
        {
          *attainment = (PzGoalAttainment) { 0 };
          attainment->refusal =
              pz_refusal_new (is_level (levels[i]) ? PZ_REFUSAL_BAD_WEIGHT : PZ_REFUSAL_OUT_OF_RANGE);
          return FALSE;
        }
      attainment->counts[(gsize) (levels[i] - PZ_GOAL_ATTAINMENT_LEAST)]++;
      attainment->n++;
      sums[0] += weight * levels[i];
      sums[1] += weight * weight;
      sums[2] += weight;
    }
  return TRUE;
}

/* the value at @rank, from 0, of the levels that are counted */
static double
get_level (const PzGoalAttainment *attainment,
           guint                   rank)
{
  guint i = 0;

  while (rank >= attainment->counts[i])
    rank -= attainment->counts[i++];
  return PZ_GOAL_ATTAINMENT_LEAST + (double) i;
}

/**
 * pz_goal_attainment_score:
 * @levels: (array length=n): whole numbers from -2 to 2; NaN: not rated yet
 * @weights: (array length=n) (nullable): of the goals, above 0; %NULL: all 1
 * @n: how many goals
 * @rho: usual correlation between goals, 0 to 1; see %PZ_GOAL_ATTAINMENT_RHO
 * @attainment: (out caller-allocates): the score, or why there is none
 *
 * Kiresuk and Sherman 1968: T = 50 + 10 sum wx / sqrt ((1 - rho) sum w² + rho (sum w)²). Refused when nothing is rated, and
 * for a weight of 0 or less.
 */
void
pz_goal_attainment_score (const double     *levels,
                          const double     *weights,
                          gsize             n,
                          double            rho,
                          PzGoalAttainment *attainment)
{
  double sums[3] = { 0 };

  g_return_if_fail (attainment != NULL && (levels != NULL || n == 0) && rho >= 0 && rho <= 1);

  *attainment = (PzGoalAttainment) { 0 };
  if (!sum_up (levels, weights, n, sums, attainment))
    return;
  if (attainment->n == 0)
    {
      attainment->refusal = pz_refusal_new (PZ_REFUSAL_NOT_RATED);
      return;
    }
  attainment->t = 50 + 10 * sums[0] / sqrt ((1 - rho) * sums[1] + rho * sums[2] * sums[2]);
  attainment->median =
      (get_level (attainment, (attainment->n - 1) / 2) + get_level (attainment, attainment->n / 2)) / 2;
}
