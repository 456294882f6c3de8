/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-bound-private.h"

#include <math.h>

/* Our own, of additions, multiplications and divisions only: libraries of systems differ in the last bit, and then so
 * would the way to a proof. */

#define LOG_2 0.6931471805599453094
#define TERMS 13

/* e^x for x from -700 to 700, to 15 digits: x = k log 2 + r, and the series of e^r */
double
pz_group_exp (double x)
{
  double k = floor (x / LOG_2 + 0.5), r = x - k * LOG_2, sum = 1;

  for (int i = TERMS; i > 0; i--)
    sum = 1 + r / i * sum;
  return ldexp (sum, (int) k);
}

/* log x for x > 0, to 15 digits: x = 2^k f, and the series of the area tangent of (f - 1) / (f + 1) */
double
pz_group_log (double x)
{
  int k;
  double f = frexp (x, &k), s, square, sum = 0;

  if (f < 0.70710678118654752440)
    {
      f *= 2;
      k--;
    }
  s = (f - 1) / (f + 1);
  square = s * s;
  for (int i = TERMS; i >= 0; i--)
    sum = sum * square + 1.0 / (2 * i + 1);
  return k * LOG_2 + 2 * s * sum;
}
