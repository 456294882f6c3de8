/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series.h"

#include "pz-statistics.h"

#include <math.h>

/* by day; the order within a day does not matter to a median, but one order makes one result on every machine */
static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const PzScore *x = a, *y = b;
  int order = (x->day > y->day) - (x->day < y->day);

  return order != 0 ? order : pz_statistics_compare (&x->value, &y->value);
}

static gsize
drop_invalid (PzScore *scores,
              gsize    n_scores)
{
  gsize n = 0;

  for (gsize i = 0; i < n_scores; i++)
    if (!scores[i].not_valid && isfinite (scores[i].value) && isfinite (scores[i].day))
      scores[n++] = scores[i];
  return n;
}

static void
sort_scores (PzScore *scores,
             gsize    n)
{
  gboolean sorted = TRUE;

  /* they come from a file in the order they were written down, which nearly always is this one */
  for (gsize i = 1; i < n && sorted; i++)
    sorted = compare_scores (&scores[i - 1], &scores[i]) <= 0;
  if (!sorted)
    qsort (scores, n, sizeof *scores, compare_scores);
}

/**
 * pz_series_collect:
 * @scores: (array length=n_scores): in any order; used up: those that count are left in front, by day
 * @n_scores: how many
 * @direction: which way is better
 * @x: (out caller-allocates) (array): room for @n_scores: days since the first point, rising, none twice
 * @y: (out caller-allocates) (array): room for @n_scores: the value of each day, turned so that more is better
 *
 * Several scores on one day count as one point, their median.
 *
 * Returns: the number of points, at most @n_scores
 */
gsize
pz_series_collect (PzScore     *scores,
                   gsize        n_scores,
                   PzDirection  direction,
                   double      *x,
                   double      *y)
{
  gsize n_points = 0, n, first, last;

  g_return_val_if_fail ((scores != NULL && x != NULL && y != NULL) || n_scores == 0, 0);

  n = drop_invalid (scores, n_scores);
  sort_scores (scores, n);
  for (first = 0; first < n; first = last)
    {
      /* the scores of the day stand behind the points found so far while their median is taken */
      for (last = first; last < n && !(scores[last].day > scores[first].day); last++)
        y[n_points + last - first] = scores[last].value;
      x[n_points] = scores[first].day - scores[0].day;
      y[n_points] =
          pz_measure_value_turn (pz_statistics_median_in_place (y + n_points, last - first), direction);
      n_points++;
    }
  return n_points;
}

/**
 * pz_series_get_span:
 * @x: (array length=n): days, rising
 * @n: how many
 *
 * Returns: days from the first to the last point; 0 without points
 */
double
pz_series_get_span (const double *x,
                    gsize         n)
{
  g_return_val_if_fail (x != NULL || n == 0, 0);

  return n > 0 ? x[n - 1] - x[0] : 0;
}

/**
 * pz_series_get_spacing:
 * @x: (array length=n): days, rising
 * @n: how many
 *
 * Returns: the median of the days between one point and the next; 0 for less than two points
 */
double
pz_series_get_spacing (const double *x,
                       gsize         n)
{
  double kept[64];
  g_autofree double *many = NULL;
  double *steps = kept;

  g_return_val_if_fail (x != NULL || n == 0, 0);

  if (n < 2)
    return 0;
  if (n - 1 > G_N_ELEMENTS (kept))
    steps = many = g_new (double, n - 1);
  for (gsize i = 1; i < n; i++)
    steps[i - 1] = x[i] - x[i - 1];
  return pz_statistics_median_in_place (steps, n - 1);
}

/**
 * pz_series_find:
 * @x: (array length=n): days, rising
 * @n: how many
 * @day: such as the day on which a phase begins
 *
 * Returns: index of the first point on @day or later; @n when there is none
 */
gsize
pz_series_find (const double *x,
                gsize         n,
                double        day)
{
  gsize low = 0, high = n;

  g_return_val_if_fail (x != NULL || n == 0, 0);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (x[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
