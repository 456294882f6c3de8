/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-statistics.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

/* so many values are copied to the stack, not to the heap */
#define MAX_ON_STACK 128
/* intervals are asked again and again for the degrees of freedom up to here */
#define MAX_KEPT_DF 256

/**
 * pz_statistics_compare:
 * @a: a double
 * @b: a double
 *
 * A total order for sorting, in which numbers that are none come last.
 *
 * Returns: below, at or above 0
 */
int
pz_statistics_compare (gconstpointer a,
                       gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);
  return (x > y) - (x < y);
}

/**
 * pz_statistics_sort:
 * @values: (array length=n): put in rising order
 * @n: how many
 */
void
pz_statistics_sort (double *values,
                    gsize   n)
{
  g_return_if_fail (values != NULL || n == 0);

  if (n > 1)
    qsort (values, n, sizeof *values, pz_statistics_compare);
}

static void
swap (double *values,
      gssize  i,
      gssize  j)
{
  double kept = values[i];

  values[i] = values[j];
  values[j] = kept;
}

/* the middle one of first, middle and last */
static double
choose_pivot (double *values,
              gssize  first,
              gssize  last)
{
  gssize middle = first + (last - first) / 2;

  if (values[middle] < values[first])
    swap (values, middle, first);
  if (values[last] < values[first])
    swap (values, last, first);
  if (values[last] < values[middle])
    swap (values, last, middle);
  return values[middle];
}

/* Hoare's cut: afterwards all up to @before are at most the pivot, all from @behind on at least, those between equal it */
static void
cut (double *values,
     gssize  first,
     gssize  last,
     gssize *before,
     gssize *behind)
{
  double pivot = choose_pivot (values, first, last);
  gssize i = first, j = last;

  while (i <= j)
    {
      while (values[i] < pivot)
        i++;
      while (values[j] > pivot)
        j--;
      if (i <= j)
        swap (values, i++, j--);
    }
  *before = j;
  *behind = i;
}

/**
 * pz_statistics_select:
 * @values: (array length=n): left in another order: none before @rank is greater, none after it is smaller
 * @n: at least 1
 * @rank: from 0, below @n
 *
 * Quickselect (Hoare 1961, algorithm 65). After too many uneven cuts the rest is sorted, so that no order of the values
 * takes longer than a sort.
 *
 * Returns: the value that would stand at @rank if they were sorted
 */
double
pz_statistics_select (double *values,
                      gsize   n,
                      gsize   rank)
{
  gssize first = 0, last = (gssize) n - 1, before, behind;
  guint patience;

  g_return_val_if_fail (values != NULL && rank < n, 0);

  for (patience = 4 * g_bit_storage (n); last > first && patience > 0; patience--)
    {
      cut (values, first, last, &before, &behind);
      if ((gssize) rank <= before)
        last = before;
      else if ((gssize) rank >= behind)
        first = behind;
      else
        return values[rank];
    }
  if (last > first)
    pz_statistics_sort (values + first, (gsize) (last - first + 1));
  return values[rank];
}

/**
 * pz_statistics_mean:
 * @values: (array length=n): any
 * @n: at least 1
 *
 * In two passes, so that the mean of equal values is that value.
 *
 * Returns: their mean
 */
double
pz_statistics_mean (const double *values,
                    gsize         n)
{
  double sum = 0, rest = 0, mean;

  g_return_val_if_fail (values != NULL && n > 0, 0);

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  mean = sum / (double) n;
  for (gsize i = 0; i < n; i++)
    rest += values[i] - mean;
  return mean + rest / (double) n;
}

/**
 * pz_statistics_variance:
 * @values: (array length=n): any
 * @n: at least 2
 *
 * Returns: the variance as a sample's: the squares are divided by @n - 1
 */
double
pz_statistics_variance (const double *values,
                        gsize         n)
{
  double mean, sum = 0;

  g_return_val_if_fail (values != NULL && n > 1, 0);

  mean = pz_statistics_mean (values, n);
  for (gsize i = 0; i < n; i++)
    sum += (values[i] - mean) * (values[i] - mean);
  return sum / (double) (n - 1);
}

/**
 * pz_statistics_median_in_place:
 * @values: (array length=n): left in another order: those before the middle are not greater than those behind it
 * @n: at least 1
 *
 * Returns: the middle value; of an even number the mean of the middle two
 */
double
pz_statistics_median_in_place (double *values,
                               gsize   n)
{
  double upper, lower;

  g_return_val_if_fail (values != NULL && n > 0, 0);

  upper = pz_statistics_select (values, n, n / 2);
  if (n % 2 == 1)
    return upper;
  lower = values[0];
  for (gsize i = 1; i < n / 2; i++)
    lower = MAX (lower, values[i]);
  return (lower + upper) / 2;
}

/**
 * pz_statistics_median:
 * @values: (array length=n): any
 * @n: at least 1
 *
 * Returns: the middle value; of an even number the mean of the middle two
 */
double
pz_statistics_median (const double *values,
                      gsize         n)
{
  double kept[MAX_ON_STACK];
  g_autofree double *many = NULL;
  double *copy = kept;

  g_return_val_if_fail (values != NULL && n > 0, 0);

  if (n > MAX_ON_STACK)
    copy = many = g_new (double, n);
  memcpy (copy, values, n * sizeof *copy);
  return pz_statistics_median_in_place (copy, n);
}

/**
 * pz_statistics_quantile:
 * @values: (array length=n): in rising order
 * @n: at least 1
 * @share: 0 to 1
 *
 * Hyndman and Fan 1996, definition 7: the line between the two values around @share * (@n - 1).
 *
 * Returns: the value that @share of them do not pass
 */
double
pz_statistics_quantile (const double *values,
                        gsize         n,
                        double        share)
{
  double at, below;
  gsize i;

  g_return_val_if_fail (values != NULL && n > 0 && share >= 0 && share <= 1, 0);

  at = share * (double) (n - 1);
  below = floor (at);
  i = (gsize) below;
  if (i + 1 >= n)
    return values[n - 1];
  return values[i] + (at - below) * (values[i + 1] - values[i]);
}

/**
 * pz_statistics_t_quantile:
 * @share: above 0, below 1
 * @df: degrees of freedom, above 0
 *
 * Returns: what Student's t stays below with probability @share
 */
double
pz_statistics_t_quantile (double share,
                          double df)
{
  g_return_val_if_fail (share > 0 && share < 1 && df > 0, 0);

  return gsl_cdf_tdist_Pinv (share, df);
}

/**
 * pz_statistics_t_interval:
 * @df: degrees of freedom, at least 1
 *
 * Returns: the quantile of 0.975, how many errors a 95 % interval reaches to each side
 */
double
pz_statistics_t_interval (gsize df)
{
  static double kept[MAX_KEPT_DF];
  static gsize filled = 0;

  g_return_val_if_fail (df > 0, 0);

  if (df > MAX_KEPT_DF)
    return pz_statistics_t_quantile (0.975, (double) df);
  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < MAX_KEPT_DF; i++)
        kept[i] = pz_statistics_t_quantile (0.975, (double) (i + 1));
      g_once_init_leave (&filled, 1);
    }
  return kept[df - 1];
}

/**
 * pz_statistics_t_upper:
 * @t: any
 * @df: degrees of freedom, above 0
 *
 * Returns: the probability that Student's t is above @t
 */
double
pz_statistics_t_upper (double t,
                       double df)
{
  g_return_val_if_fail (df > 0, 0);

  return gsl_cdf_tdist_Q (t, df);
}

/**
 * pz_statistics_normal_upper:
 * @z: any
 *
 * Returns: the probability that a standard normal number is above @z
 */
double
pz_statistics_normal_upper (double z)
{
  return gsl_cdf_ugaussian_Q (z);
}
