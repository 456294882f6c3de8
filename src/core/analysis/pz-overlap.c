/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-overlap.h"

#include "pz-statistics.h"

#include <math.h>

static int
compare (double a,
         double b)
{
  return (b > a) - (b < a);
}

/* what a pair counts: 1 when it rises, half when it is even */
static double
rate_pair (double a,
           double b)
{
  return (compare (a, b) + 1) / 2.0;
}

/* Sum over the points of one phase of the squared sum of their pairs' distance from the mean; @of_a: the points of a. */
static double
sum_squares (const double *points,
             gsize         n_points,
             const double *others,
             gsize         n_others,
             double        nap,
             gboolean      of_a)
{
  double squares = 0;

  for (gsize i = 0; i < n_points; i++)
    {
      double sum = 0;

      for (gsize j = 0; j < n_others; j++)
        sum += (of_a ? rate_pair (points[i], others[j]) : rate_pair (others[j], points[i])) - nap;
      squares += sum * sum;
    }
  return squares;
}

/* Mann-Whitney's variance estimated without bias (Sen 1967; Mee 1990), with NAP kept away from 0 and 1 by half a pair */
static void
find_error (const double *a,
            const double *b,
            PzOverlap    *overlap)
{
  double m = (double) overlap->m, n = (double) overlap->n, nap = overlap->nap;
  double q1, q2, q3 = 0, kept;

  if (overlap->m < 2 || overlap->n < 2)
    {
      overlap->no_error = pz_refusal_more_points (MIN (overlap->m, overlap->n), 2);
      return;
    }
  q1 = sum_squares (a, overlap->m, b, overlap->n, nap, TRUE) / (m * n * n);
  q2 = sum_squares (b, overlap->n, a, overlap->m, nap, FALSE) / (m * m * n);
  for (gsize i = 0; i < overlap->m; i++)
    for (gsize j = 0; j < overlap->n; j++)
      q3 += (rate_pair (a[i], b[j]) - nap) * (rate_pair (a[i], b[j]) - nap);
  q3 /= m * n;
  kept = CLAMP (nap, 1 / (2 * m * n), 1 - 1 / (2 * m * n));
  overlap->se = sqrt (MAX (0, kept * (1 - kept) + n * q1 + m * q2 - 2 * q3) / ((m - 1) * (n - 1)));
}

static void
count_pairs (const double *a,
             const double *b,
             PzOverlap    *overlap)
{
  for (gsize i = 0; i < overlap->m; i++)
    {
      for (gsize j = 0; j < overlap->n; j++)
        overlap->s_ab += compare (a[i], b[j]);
      for (gsize j = i + 1; j < overlap->m; j++)
        overlap->s_aa += compare (a[i], a[j]);
    }
}

static void
find_shares (const double *a,
             const double *b,
             PzOverlap    *overlap)
{
  double greatest = a[0], median = pz_statistics_median (a, overlap->m), above = 0;
  gsize n_above = 0;

  for (gsize i = 1; i < overlap->m; i++)
    greatest = MAX (greatest, a[i]);
  for (gsize j = 0; j < overlap->n; j++)
    {
      n_above += b[j] > greatest;
      above += rate_pair (median, b[j]);
    }
  overlap->pnd = (double) n_above / (double) overlap->n;
  overlap->pem = above / (double) overlap->n;
}

/**
 * pz_overlap_measure:
 * @a: (array length=m): values of the first phase in the order of time, turned so that more is better
 * @m: how many
 * @b: (array length=n): values of the second phase
 * @n: how many
 * @overlap: (out caller-allocates): what they say
 *
 * NAP: Parker and Vannest 2009; Tau and Tau-U: Parker, Vannest, Davis and Sauber 2011, Tau-U = (S_AB - S_AA)/(mn);
 * SE without difference: sqrt ((m+n+1)/(12mn)); PND: Scruggs, Mastropieri and Casto 1987; PEM: Ma 2006, ties count half.
 */
void
pz_overlap_measure (const double *a,
                    gsize         m,
                    const double *b,
                    gsize         n,
                    PzOverlap    *overlap)
{
  double pairs = (double) m * (double) n;

  g_return_if_fail (overlap != NULL && (a != NULL || m == 0) && (b != NULL || n == 0));

  *overlap = (PzOverlap) { .refusal = pz_refusal_more_points (MIN (m, n), 1), .m = m, .n = n };
  overlap->no_error = overlap->refusal;
  if (overlap->refusal.reason != PZ_REFUSAL_NONE)
    return;
  count_pairs (a, b, overlap);
  overlap->tau = (double) overlap->s_ab / pairs;
  overlap->nap = (overlap->tau + 1) / 2;
  overlap->tau_u = (double) (overlap->s_ab - overlap->s_aa) / pairs;
  overlap->se_null = sqrt ((double) (m + n + 1) / (12 * pairs));
  find_error (a, b, overlap);
  find_shares (a, b, overlap);
  pz_overlap_get_interval (overlap->nap, m, n, &overlap->lower, &overlap->upper);
}

/* Above 0 while theta is further from the NAP than chance would take it. */
static double
weigh (double theta,
       double nap,
       double m,
       double n)
{
  double h = (m + n) / 2 - 1, z2 = PZ_STATISTICS_Z * PZ_STATISTICS_Z;

  return m * n * (nap - theta) * (nap - theta) * (2 - theta) * (1 + theta) -
         z2 * theta * (1 - theta) * (2 + h + (1 + 2 * h) * theta * (1 - theta));
}

/* the root between @far, 0 or 1, and the NAP, by halving until two numbers are next to each other */
static double
find_end (double nap,
          double far,
          gsize  m,
          gsize  n)
{
  double outside = far, inside = nap;

  for (;;)
    {
      double middle = outside + (inside - outside) / 2;

      if (!(middle > MIN (outside, inside) && middle < MAX (outside, inside)))
        return middle;
      if (weigh (middle, nap, (double) m, (double) n) > 0)
        outside = middle;
      else
        inside = middle;
    }
}

/**
 * pz_overlap_get_interval:
 * @nap: 0 to 1
 * @m: points before, at least 1
 * @n: points with, at least 1
 * @lower: (out): lower end of the 95 % interval
 * @upper: (out): its upper end
 *
 * Newcombe 2006, method 5: the roots t of mn (NAP - t)² (2 - t)(1 + t) = z² t (1 - t)(2 + h + (1 + 2h) t (1 - t)),
 * h = (m + n)/2 - 1, one on each side of the NAP.
 */
void
pz_overlap_get_interval (double  nap,
                         gsize   m,
                         gsize   n,
                         double *lower,
                         double *upper)
{
  g_return_if_fail (nap >= 0 && nap <= 1 && m > 0 && n > 0 && lower != NULL && upper != NULL);

  *lower = nap > 0 ? find_end (nap, 0, m, n) : 0;
  *upper = nap < 1 ? find_end (nap, 1, m, n) : 1;
}

/**
 * pz_overlap_count_more:
 * @nap: 0 to 1
 * @m: points before, at least 1
 * @n: points with, at least 1
 * @n_more: (out): 0 to %PZ_OVERLAP_MAX_MORE
 *
 * The least number of further points of the second phase that make the interval exclude one half when the NAP stays, with
 * five points at least.
 *
 * Returns: a refusal when that many are not enough
 */
PzRefusal
pz_overlap_count_more (double  nap,
                       gsize   m,
                       gsize   n,
                       guint  *n_more)
{
  double lower, upper;

  g_return_val_if_fail (nap >= 0 && nap <= 1 && m > 0 && n > 0 && n_more != NULL, pz_refusal_none ());

  for (guint k = 0; k <= PZ_OVERLAP_MAX_MORE; k++)
    {
      if (n + k < PZ_OVERLAP_MIN_POINTS)
        continue;
      pz_overlap_get_interval (nap, m, n + k, &lower, &upper);
      if (lower > 0.5 || upper < 0.5)
        {
          *n_more = k;
          return pz_refusal_none ();
        }
    }
  return pz_refusal_new (PZ_REFUSAL_NOT_IN_TIME);
}
