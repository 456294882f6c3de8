/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phase-verdict.h"

#include <glib/gi18n-lib.h>

/* below this many points in a phase nothing is said at all */
#define MIN_POINTS 3
/* Parker and Vannest 2009 */
#define MOST_SMALL  0.65
#define MOST_MEDIUM 0.92

static PzEffectSize
rate_size (double nap)
{
  double distance = MAX (nap, 1 - nap);

  return distance <= MOST_SMALL    ? PZ_EFFECT_SIZE_SMALL
         : distance <= MOST_MEDIUM ? PZ_EFFECT_SIZE_MEDIUM
                                   : PZ_EFFECT_SIZE_LARGE;
}

/* Points can only be added to the phase that goes on; those before the change are what they are. */
static PzRefusal
find_missing (const PzOverlap *overlap)
{
  guint n_more = 0;
  PzRefusal refusal;

  if (overlap->m < PZ_OVERLAP_MIN_POINTS)
    return (PzRefusal) { PZ_REFUSAL_MORE_BEFORE, (guint) (PZ_OVERLAP_MIN_POINTS - overlap->m) };
  if (overlap->n == 0)
    return pz_refusal_more_points (0, PZ_OVERLAP_MIN_POINTS);
  refusal = pz_overlap_count_more (overlap->nap, overlap->m, overlap->n, &n_more);
  return refusal.reason != PZ_REFUSAL_NONE ? refusal : pz_refusal_more_points (0, n_more);
}

/**
 * pz_phase_verdict_make:
 * @a: (array length=m): values of the phase before, in the order of time, turned so that more is better
 * @m: how many
 * @b: (array length=n): values of the phase with
 * @n: how many
 * @verdict: (out caller-allocates): what can be said, and what is missing
 *
 * With five points in each phase the 95 % interval of the NAP decides. Three against three without overlap would
 * already exclude one half, which is why three are not enough.
 */
void
pz_phase_verdict_make (const double   *a,
                       gsize           m,
                       const double   *b,
                       gsize           n,
                       PzPhaseVerdict *verdict)
{
  gsize least = MIN (m, n);

  g_return_if_fail (verdict != NULL && (a != NULL || m == 0) && (b != NULL || n == 0));

  *verdict = (PzPhaseVerdict) { 0 };
  pz_overlap_measure (a, m, b, n, &verdict->overlap);
  verdict->overlap.m = m;
  verdict->overlap.n = n;
  if (least < MIN_POINTS)
    verdict->effect = PZ_EFFECT_NOT_ENOUGH;
  else if (least < PZ_OVERLAP_MIN_POINTS)
    verdict->effect = PZ_EFFECT_EARLY_SIGN;
  else if (verdict->overlap.lower > 0.5)
    verdict->effect = PZ_EFFECT_BETTER;
  else if (verdict->overlap.upper < 0.5)
    verdict->effect = PZ_EFFECT_WORSE;
  else
    verdict->effect = PZ_EFFECT_CANNOT_TELL;
  if (verdict->effect == PZ_EFFECT_BETTER || verdict->effect == PZ_EFFECT_WORSE)
    verdict->size = rate_size (verdict->overlap.nap);
  else
    verdict->refusal = find_missing (&verdict->overlap);
}

/**
 * pz_effect_get_name:
 * @effect: one of them
 *
 * Returns: a word for programs, the same in every language and version
 */
const char *
pz_effect_get_name (PzEffect effect)
{
  static const char *const names[PZ_N_EFFECTS] = { "not-enough", "early-sign", "better", "worse",
                                                   "cannot-tell" };

  g_return_val_if_fail (effect < PZ_N_EFFECTS, NULL);

  return names[effect];
}

/**
 * pz_effect_get_label:
 * @effect: one of them
 * @direction: which way is better: where less is better, better values are lower ones
 *
 * Returns: what can be said, in words that name no cause
 */
const char *
pz_effect_get_label (PzEffect    effect,
                     PzDirection direction)
{
  g_return_val_if_fail (effect < PZ_N_EFFECTS, NULL);

  switch (effect)
    {
    case PZ_EFFECT_NOT_ENOUGH:
      return C_("finding", "not enough yet");
    case PZ_EFFECT_EARLY_SIGN:
      return C_("finding", "too early to say");
    case PZ_EFFECT_BETTER:
    case PZ_EFFECT_WORSE:
      return (effect == PZ_EFFECT_BETTER) == (direction == PZ_DIRECTION_INCREASE)
                 ? C_("finding", "higher than before")
                 : C_("finding", "lower than before");
    case PZ_EFFECT_CANNOT_TELL:
    default:
      return C_("finding", "cannot tell");
    }
}

/**
 * pz_effect_size_get_label:
 * @size: one of them
 *
 * Returns: (nullable): how great the difference is; %NULL when nothing may be said of it
 */
const char *
pz_effect_size_get_label (PzEffectSize size)
{
  switch (size)
    {
    case PZ_EFFECT_SIZE_SMALL:
      return C_("size of a difference", "small");
    case PZ_EFFECT_SIZE_MEDIUM:
      return C_("size of a difference", "medium");
    case PZ_EFFECT_SIZE_LARGE:
      return C_("size of a difference", "large");
    case PZ_EFFECT_SIZE_NONE:
    default:
      return NULL;
    }
}
