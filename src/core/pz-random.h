/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PzRandom:
 *
 * Our own generator, so that one seed gives one sequence on every machine and in every version:
 * xoshiro256** (Blackman and Vigna 2018) seeded by splitmix64 (Steele, Lea and Flood 2014). Not for secrets.
 */
typedef struct
{
  guint64 state[4];
} PzRandom;

void    pz_random_init    (PzRandom *self,
                           guint64   seed);
guint64 pz_random_next    (PzRandom *self);
guint   pz_random_below   (PzRandom *self,
                           guint     limit);
double  pz_random_uniform (PzRandom *self);
double  pz_random_normal  (PzRandom *self);

G_END_DECLS
