/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-theil-sen.h"

#include "pz-measure-value.h"
#include "pz-statistics.h"

#include <math.h>
#include <string.h>

/* All slopes of so many points are kept: 45 points on the stack, 1,000 points, 4 MB, on the heap. Of more points they are
 * counted by their digits instead, see find_rank(). */
#define MAX_KEPT_POINTS 1000
#define MAX_ON_STACK    1000
#define N_DIGITS        65536

typedef struct
{
  const double *x; /* rising */
  const double *y;
  gsize n;
  gsize n_slopes;
  double *slopes; /* NULL: too many to keep */
} Slopes;

/* x is sorted: only points of the same day stand in a run without a slope between them */
static gsize
count_pairs (const double *x,
             gsize         n)
{
  gsize n_pairs = 0, before = 0;

  for (gsize i = 1; i < n; i++)
    {
      if (x[i] > x[i - 1])
        before = i;
      n_pairs += before;
    }
  return n_pairs;
}

static void
fill_slopes (Slopes *self)
{
  gsize at = 0;

  for (gsize i = 1; i < self->n; i++)
    for (gsize j = 0; j < i && self->x[j] < self->x[i]; j++)
      self->slopes[at++] = (self->y[i] - self->y[j]) / (self->x[i] - self->x[j]);
}

/* doubles and their keys have the same order; 0 and -0 have one key */
static guint64
to_key (double value)
{
  guint64 bits;

  value += 0.0;
  memcpy (&bits, &value, sizeof bits);
  return (bits >> 63) != 0 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63;
}

static double
from_key (guint64 key)
{
  double value;

  key = (key >> 63) != 0 ? key & ~(G_GUINT64_CONSTANT (1) << 63) : ~key;
  memcpy (&value, &key, sizeof value);
  return value;
}

/* how many of the slopes whose keys begin like @key have which next 16 bits at @shift */
static void
count_digits (const Slopes *self,
              guint64       key,
              guint         shift,
              gsize        *counts)
{
  guint64 mask = shift == 48 ? 0 : ~G_GUINT64_CONSTANT (0) << (shift + 16);

  memset (counts, 0, N_DIGITS * sizeof *counts);
  for (gsize i = 1; i < self->n; i++)
    for (gsize j = 0; j < i && self->x[j] < self->x[i]; j++)
      {
        guint64 other = to_key ((self->y[i] - self->y[j]) / (self->x[i] - self->x[j]));

        if (((other ^ key) & mask) == 0)
          counts[(other >> shift) % N_DIGITS]++;
      }
}

/* The slope at @rank, from 0, as exact as a sort: its key is found in four rounds of 16 bits, each counting all slopes.
 * Takes n² time four times, but no more than half a megabyte. */
static double
find_rank (const Slopes *self,
           gsize         rank)
{
  g_autofree gsize *counts = NULL;
  guint64 key = 0;

  if (self->slopes != NULL)
    return pz_statistics_select (self->slopes, self->n_slopes, rank);
  counts = g_new (gsize, N_DIGITS);
  for (int shift = 48; shift >= 0; shift -= 16)
    {
      guint64 digit = 0;

      count_digits (self, key, (guint) shift, counts);
      while (rank >= counts[digit])
        rank -= counts[digit++];
      key |= digit << shift;
    }
  return from_key (key);
}

static double
find_middle (const Slopes *self)
{
  gsize middle = self->n_slopes / 2;

  if (self->slopes != NULL)
    return pz_statistics_median_in_place (self->slopes, self->n_slopes);
  if (self->n_slopes % 2 == 1)
    return find_rank (self, middle);
  return (find_rank (self, middle - 1) + find_rank (self, middle)) / 2;
}

/* the ends of the interval stand on both sides of the middle, which is already found: only those halves are looked at */
static void
find_interval (const Slopes *self,
               PzSteadyLine *line)
{
  double n = (double) self->n, n_slopes = (double) self->n_slopes;
  double reach = PZ_STATISTICS_Z * sqrt (n * (n - 1) * (2 * n + 5) / 18);
  double rank = floor ((n_slopes - reach) / 2);
  gsize half = self->n_slopes / 2, r;

  if (rank < 1)
    {
      line->no_interval = pz_refusal_more_points (self->n, MAX (self->n + 1, 6));
      return;
    }
  r = (gsize) rank;
  if (self->slopes != NULL && r <= half)
    {
      line->lower = pz_statistics_select (self->slopes, half, r - 1);
      line->upper =
          pz_statistics_select (self->slopes + half, self->n_slopes - half, self->n_slopes - r - half);
      return;
    }
  line->lower = find_rank (self, r - 1);
  line->upper = find_rank (self, self->n_slopes - r);
}

static double
find_intercept (const double *x,
                const double *y,
                gsize         n,
                double        slope)
{
  double kept[128];
  g_autofree double *many = NULL;
  double *rests = kept;

  if (n > G_N_ELEMENTS (kept))
    rests = many = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    rests[i] = y[i] - slope * x[i];
  return pz_statistics_median_in_place (rests, n);
}

static PzRefusal
check_points (gsize n,
              gsize n_pairs)
{
  if (n < 2)
    return pz_refusal_more_points (n, 2);
  return pz_refusal_new (n_pairs == 0 ? PZ_REFUSAL_ONE_DAY : PZ_REFUSAL_NONE);
}

/**
 * pz_theil_sen_fit:
 * @x: (array length=n): days, rising; equal ones are allowed, pairs on one day are left out
 * @y: (array length=n): values
 * @n: how many
 * @line: (out caller-allocates): the line, or why there is none
 *
 * The slope is the median of all slopes between two points, the intercept the median of y - slope x (Theil 1950; Sen 1968).
 * The interval is that of Sen 1968 without ties: with C = z sqrt (n(n-1)(2n+5)/18) and N slopes, the r-th smallest and
 * the r-th greatest, r = (N - C)/2 rounded down; none when r is below 1. Takes time of the order of n²; memory of that
 * order up to 1,000 points, and bounded beyond.
 */
void
pz_theil_sen_fit (const double *x,
                  const double *y,
                  gsize         n,
                  PzSteadyLine *line)
{
  double kept[MAX_ON_STACK];
  g_autofree double *many = NULL;
  Slopes slopes = { x, y, n, 0, kept };

  g_return_if_fail (line != NULL && ((x != NULL && y != NULL) || n == 0));

  slopes.n_slopes = count_pairs (x, n);
  *line = (PzSteadyLine) { .refusal = check_points (n, slopes.n_slopes), .n_pairs = slopes.n_slopes };
  line->no_interval = line->refusal;
  if (line->refusal.reason != PZ_REFUSAL_NONE)
    return;
  if (n > MAX_KEPT_POINTS)
    slopes.slopes = NULL;
  else if (slopes.n_slopes > MAX_ON_STACK)
    slopes.slopes = many = g_new (double, slopes.n_slopes);
  if (slopes.slopes != NULL)
    fill_slopes (&slopes);
  line->slope = find_middle (&slopes);
  line->intercept = find_intercept (x, y, n, line->slope);
  find_interval (&slopes, line);
  if (!isfinite (line->slope) || !isfinite (line->intercept) || !isfinite (line->lower) ||
      !isfinite (line->upper))
    {
      *line =
          (PzSteadyLine) { .refusal = pz_refusal_new (PZ_REFUSAL_OUT_OF_RANGE), .n_pairs = slopes.n_slopes };
      line->no_interval = line->refusal;
    }
}

/**
 * pz_theil_sen_turn:
 * @line: of turned values; becomes the line of the values themselves, or the other way round
 */
void
pz_theil_sen_turn (PzSteadyLine *line)
{
  double lower;

  g_return_if_fail (line != NULL);

  lower = line->lower;
  line->slope = pz_measure_value_turn (line->slope, PZ_DIRECTION_DECREASE);
  line->intercept = pz_measure_value_turn (line->intercept, PZ_DIRECTION_DECREASE);
  line->lower = pz_measure_value_turn (line->upper, PZ_DIRECTION_DECREASE);
  line->upper = pz_measure_value_turn (lower, PZ_DIRECTION_DECREASE);
}
