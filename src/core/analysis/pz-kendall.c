/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-kendall.h"

#include "pz-statistics.h"

#include <math.h>
#include <string.h>

static gint64
sum_signs (const double *values,
           gsize         n)
{
  gint64 s = 0;

  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      s += (values[j] > values[i]) - (values[j] < values[i]);
  return s;
}

/* sum over runs of equal values of t(t-1)(2t+5); 0 without ties */
static double
weigh_ties (const double *values,
            gsize         n)
{
  g_autofree double *sorted = g_new (double, n);
  double sum = 0;
  gsize first, last;

  memcpy (sorted, values, n * sizeof *sorted);
  pz_statistics_sort (sorted, n);
  for (first = 0; first < n; first = last)
    {
      double t;

      for (last = first; last < n && !(sorted[last] > sorted[first]); last++)
        ;
      t = (double) (last - first);
      sum += t * (t - 1) * (2 * t + 5);
    }
  return sum;
}

/* Shares of the orders of n values by how many pairs stand the wrong way round (Kendall 1938): those of k values come from
 * those of k - 1, as the k-th can be put into any of k places. The sum of k neighbours slides along. */
static double
count_orders (gsize  n,
              gint64 s)
{
  gsize n_pairs = n * (n - 1) / 2, top = 0;
  g_autofree double *shares = g_new0 (double, n_pairs + 1);
  g_autofree double *next = g_new0 (double, n_pairs + 1);
  double p = 0;

  shares[0] = 1;
  for (gsize k = 2; k <= n; k++)
    {
      double sum = 0;

      for (gsize d = 0; d <= top + k - 1; d++)
        {
          sum += d <= top ? shares[d] : 0;
          sum -= d >= k ? shares[d - k] : 0;
          next[d] = MAX (sum, 0) / (double) k;
        }
      top += k - 1;
      memcpy (shares, next, (top + 1) * sizeof *shares);
    }
  for (gsize d = 0; d <= n_pairs; d++)
    if (ABS ((gint64) n_pairs - 2 * (gint64) d) >= ABS (s))
      p += shares[d];
  return MIN (1, p);
}

/**
 * pz_kendall_test:
 * @values: (array length=n): in the order of time
 * @n: how many, at least 1
 * @s: (out): pairs that rise less pairs that fall
 * @exact: (out): whether the probability was counted out
 *
 * Whether a series rises or falls (Mann 1945; Kendall 1938). Without ties the probability is exact, so that four values
 * can never reach 0.05; with ties, or with more than %PZ_KENDALL_MAX_EXACT values, it is the normal one with
 * Var S = (n(n-1)(2n+5) - sum t(t-1)(2t+5))/18 and the correction for continuity.
 *
 * Returns: two-sided probability of an S at least as far from 0 if there is no trend
 */
double
pz_kendall_test (const double *values,
                 gsize         n,
                 gint64       *s,
                 gboolean     *exact)
{
  double ties, variance, length = (double) n;

  g_return_val_if_fail (values != NULL && n > 0 && s != NULL && exact != NULL, 1);

  *s = sum_signs (values, n);
  ties = weigh_ties (values, n);
  *exact = !(ties > 0) && n <= PZ_KENDALL_MAX_EXACT;
  if (*exact)
    return count_orders (n, *s);
  variance = (length * (length - 1) * (2 * length + 5) - ties) / 18;
  if (*s == 0 || !(variance > 0))
    return 1;
  return MIN (1, 2 * pz_statistics_normal_upper (((double) ABS (*s) - 1) / sqrt (variance)));
}
