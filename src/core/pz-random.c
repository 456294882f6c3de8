/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-random.h"

#include <math.h>

static guint64
splitmix64 (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static guint64
rotate_left (guint64 x,
             guint   bits)
{
  return (x << bits) | (x >> (64 - bits));
}

/**
 * pz_random_init:
 * @self: a generator, need not be initialised
 * @seed: any number
 *
 * Starts the sequence of @seed.
 */
void
pz_random_init (PzRandom *self,
                guint64   seed)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = splitmix64 (&seed);
}

/**
 * pz_random_next:
 * @self: a generator
 *
 * Returns: the next 64 bits
 */
guint64
pz_random_next (PzRandom *self)
{
  guint64 *s;
  guint64 result, t;

  g_return_val_if_fail (self != NULL, 0);

  s = self->state;
  result = rotate_left (s[1] * 5, 7) * 9;
  t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left (s[3], 45);
  return result;
}

/**
 * pz_random_below:
 * @self: a generator
 * @limit: at least 1
 *
 * Unbiased: draws in the incomplete last stretch of the 64-bit range are thrown away.
 *
 * Returns: a number from 0 to @limit - 1
 */
guint
pz_random_below (PzRandom *self,
                 guint     limit)
{
  guint64 rest, value;

  g_return_val_if_fail (limit > 0, 0);

  rest = (G_MAXUINT64 % limit + 1) % limit;
  do
    value = pz_random_next (self);
  while (rest > 0 && value > G_MAXUINT64 - rest);
  return (guint) (value % limit);
}

/**
 * pz_random_uniform:
 * @self: a generator
 *
 * Returns: a number in [0, 1), a multiple of 2^-53
 */
double
pz_random_uniform (PzRandom *self)
{
  return (double) (pz_random_next (self) >> 11) * 0x1p-53;
}

/**
 * pz_random_normal:
 * @self: a generator
 *
 * The sum of twelve uniform draws less 6: exact additions only, so the same bits on every machine, which a
 * logarithm or a cosine of the system's library does not promise. Tails end at 6.
 *
 * Returns: a draw with mean 0 and variance 1
 */
double
pz_random_normal (PzRandom *self)
{
  double sum = -6;

  for (int i = 0; i < 12; i++)
    sum += pz_random_uniform (self);
  return sum;
}
