/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-measure-value.h"
#include "pz-overlap.h"

G_BEGIN_DECLS

/* What two phases of one learner let us say. */
typedef enum
{
  PZ_EFFECT_NOT_ENOUGH, /* less than three points in a phase */
  PZ_EFFECT_EARLY_SIGN, /* three or four: too early to say, whatever the interval */
  PZ_EFFECT_BETTER,     /* five and five, and the interval excludes no difference */
  PZ_EFFECT_WORSE,
  PZ_EFFECT_CANNOT_TELL, /* five and five, and the interval contains no difference */
  PZ_N_EFFECTS,
} PzEffect;

/* How great a difference is; only after better or worse, never alone. */
typedef enum
{
  PZ_EFFECT_SIZE_NONE,
  PZ_EFFECT_SIZE_SMALL,  /* NAP up to 0.65 */
  PZ_EFFECT_SIZE_MEDIUM, /* to 0.92 */
  PZ_EFFECT_SIZE_LARGE,
  PZ_N_EFFECT_SIZES,
} PzEffectSize;

/**
 * PzPhaseVerdict:
 * @effect: what can be said
 * @size: how great it is
 * @overlap: the numbers behind it
 * @refusal: what is missing for better or worse; none when it is said
 */
typedef struct
{
  PzEffect effect;
  PzEffectSize size;
  PzOverlap overlap;
  PzRefusal refusal;
} PzPhaseVerdict;

void        pz_phase_verdict_make    (const double   *a,
                                      gsize           m,
                                      const double   *b,
                                      gsize           n,
                                      PzPhaseVerdict *verdict);
const char *pz_effect_get_name       (PzEffect        effect);
const char *pz_effect_get_label      (PzEffect        effect,
                                      PzDirection     direction);
const char *pz_effect_size_get_label (PzEffectSize    size);

G_END_DECLS
