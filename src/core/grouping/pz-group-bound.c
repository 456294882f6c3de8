/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-bound-private.h"

#include <math.h>
#include <string.h>

/* The dual of the set partitioning problem, sum of y + sum over slots of count x least (cost - y of the members), is
 * concave but has edges. Its least is smoothed to -mu log sum exp (-(cost - y) / mu) (Nesterov 2005), which Newton's
 * method climbs in few steps, damped after Levenberg (1944) and Marquardt (1963); mu shrinks step by step. */

#define MAX_N PZ_GROUP_PROOF_LEARNERS
/* Of the distance to the known grouping, for each group. */
#define FIRST_MU 0.08
#define SHRINK_MU 0.4
/* Units of cost below which there is nothing left to gain. */
#define LAST_MU 0.5
/* Every learner covered so nearly once: time for a smaller mu. */
#define GOOD_COVER 0.3
#define STEPS_PER_MU 8
#define FIRST_DAMPING 1e-3
#define LEAST_DAMPING 1e-9
#define MOST_DAMPING 1e6
/* Columns so many mu above the least weigh nothing. */
#define REACH 14
/* Reaches of exp (-x) that are looked up, in steps. */
#define STEPS_PER_UNIT 64

/* The smoothed dual at some point. */
typedef struct
{
  double y[MAX_N];
  double value;
  double slope[MAX_N];
  double curve[MAX_N][MAX_N]; /* of minus the dual, times mu; lower triangle */
  double bound;               /* without smoothing */
} Point;

struct _PzGroupBound
{
  PzGroupColumns *columns;
  guint n;
  double mu, damping;
  guint n_same;   /* good steps with this mu */
  Point *here;
  Point *next;
  Point *last;    /* of the two, the one that was evaluated last */
  double best[MAX_N];
  double best_bound;
  float falling[REACH * STEPS_PER_UNIT + 2]; /* exp (-k / STEPS_PER_UNIT) */
  double weights[MAX_N][MAX_N];
};

/* exp (-x) for x from 0 to REACH: looked up, and a short series for the rest */
static double
fall (const PzGroupBound *self,
      float               x)
{
  guint k = (guint) (x * STEPS_PER_UNIT);
  double rest = (double) x - (double) k / STEPS_PER_UNIT;

  return (double) self->falling[k] * (1 - rest * (1 - rest * (0.5 - rest / 6)));
}

/* weights of the learners of a slot, and of each two; returns the sum of weights of its columns */
static double
weigh_slot (PzGroupBound *self,
            guint         slot)
{
  float low = pz_group_columns_slot (self->columns, slot)->low, inverse = (float) (1 / self->mu);
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    memset (self->weights[i], 0, sizeof (double) * self->n);
  for (guint b = 0; b < self->columns->blocks->len; b++)
    {
      const PzGroupBlock *block = pz_group_columns_block (self->columns, b);
      const guint8 *members = block->members;

      if (block->slot != slot)
        continue;
      for (gsize i = 0; i < block->n; i++, members += block->size)
        {
          float above = (block->reduced[i] - low) * inverse;
          double weight;

          if (above > REACH)
            continue;
          weight = fall (self, above);
          sum += weight;
          for (guint k = 0; k < block->size; k++)
            for (guint l = 0; l <= k; l++)
              self->weights[members[k]][members[l]] += weight;
        }
    }
  return sum;
}

/* value, slope and curve at the point's duals: one pass over the columns */
static void
evaluate (PzGroupBound *self,
          Point        *point)
{
  self->last = point;
  point->bound = pz_group_columns_reduce (self->columns, point->y);
  if (point->bound > self->best_bound)
    {
      self->best_bound = point->bound;
      memcpy (self->best, point->y, sizeof self->best);
    }
  point->value = 0;
  for (guint i = 0; i < self->n; i++)
    {
      point->slope[i] = 1;
      point->value += point->y[i];
      memset (point->curve[i], 0, sizeof (double) * self->n);
    }
  for (guint k = 0; k < self->columns->slots->len; k++)
    {
      const PzGroupSlot *slot = pz_group_columns_slot (self->columns, k);
      double sum = weigh_slot (self, k);

      if (!(sum > 0))
        continue; /* no column is left: the caller sees that */
      for (guint i = 0; i < self->n; i++)
        {
          double share = self->weights[i][i] / sum;

          point->slope[i] -= slot->count * share;
          for (guint j = 0; j <= i; j++)
            point->curve[i][j] += slot->count * (self->weights[i][j] / sum - share * self->weights[j][j] / sum);
        }
      point->value += slot->count * ((double) slot->low - self->mu * pz_group_log (sum));
    }
}

/* solves (curve + damping) d = slope x mu by Cholesky's method; FALSE when it is not positive definite */
static gboolean
find_direction (PzGroupBound *self,
                double       *d)
{
  double (*a)[MAX_N] = self->weights; /* free between evaluations */
  guint n = self->n;

  for (guint j = 0; j < n; j++)
    for (guint i = j; i < n; i++)
      {
        double value = self->here->curve[i][j] + (i == j ? self->damping : 0);

        for (guint k = 0; k < j; k++)
          value -= a[i][k] * a[j][k];
        if (i > j)
          a[i][j] = value / a[j][j];
        else if (value > 0)
          a[j][j] = sqrt (value);
        else
          return FALSE;
      }
  for (guint i = 0; i < n; i++)
    {
      d[i] = self->here->slope[i] * self->mu;
      for (guint k = 0; k < i; k++)
        d[i] -= a[i][k] * d[k];
      d[i] /= a[i][i];
    }
  for (guint i = n; i > 0; i--)
    {
      for (guint k = i; k < n; k++)
        d[i - 1] -= a[k][i - 1] * d[k];
      d[i - 1] /= a[i - 1][i - 1];
    }
  return TRUE;
}

/* Starts from duals that need not be good; upper: the cost of the best grouping known. */
PzGroupBound *
pz_group_bound_new (PzGroupColumns *columns,
                    const double   *start,
                    gint64          upper)
{
  PzGroupBound *self = g_new0 (PzGroupBound, 1);
  double bound;

  self->columns = columns;
  self->n = columns->n;
  self->here = g_new0 (Point, 1);
  self->next = g_new0 (Point, 1);
  self->damping = FIRST_DAMPING;
  self->best_bound = -G_MAXDOUBLE;
  for (guint k = 0; k < G_N_ELEMENTS (self->falling); k++)
    self->falling[k] = (float) pz_group_exp (-(double) k / STEPS_PER_UNIT);
  memcpy (self->here->y, start, sizeof (double) * self->n);
  bound = pz_group_columns_reduce (columns, start);
  self->mu = MAX (1, FIRST_MU * ((double) upper - bound) / columns->problem->m);
  evaluate (self, self->here);
  return self;
}

void
pz_group_bound_free (PzGroupBound *self)
{
  g_free (self->here);
  g_free (self->next);
  g_free (self);
}

static void
shrink_mu (PzGroupBound *self)
{
  self->mu *= SHRINK_MU;
  self->n_same = 0;
  self->damping = MAX (self->damping, 1e-4);
}

/* the step was good: go there, and on with a smaller mu when this one has done its work */
static void
accept (PzGroupBound *self)
{
  Point *left = self->here;
  double worst = 0;

  self->here = self->next;
  self->next = left;
  self->damping = MAX (self->damping / 5, LEAST_DAMPING);
  self->n_same++;
  for (guint i = 0; i < self->n; i++)
    worst = MAX (worst, fabs (self->here->slope[i]));
  if (worst >= GOOD_COVER && self->n_same < STEPS_PER_MU)
    return;
  shrink_mu (self);
  if (self->mu >= LAST_MU)
    evaluate (self, self->here);
}

static void
refuse (PzGroupBound *self)
{
  self->damping *= 8;
  if (self->damping <= MOST_DAMPING)
    return;
  shrink_mu (self);
  self->damping = FIRST_DAMPING;
  evaluate (self, self->here);
}

/* One step of Newton's method: one pass over the columns, or two. */
PzGroupBoundStep
pz_group_bound_step (PzGroupBound *self)
{
  double direction[MAX_N], gain = 0;

  if (self->mu < LAST_MU)
    return PZ_GROUP_BOUND_DONE;
  while (!find_direction (self, direction))
    {
      self->damping *= 10;
      if (self->damping > 1e30)
        return PZ_GROUP_BOUND_DONE; /* numbers out of range */
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->next->y[i] = self->here->y[i] + direction[i];
      gain += self->here->slope[i] * direction[i];
    }
  evaluate (self, self->next);
  if (self->next->value >= self->here->value + 1e-4 * gain - 1e-3)
    accept (self);
  else
    refuse (self);
  return self->mu < LAST_MU ? PZ_GROUP_BOUND_DONE : PZ_GROUP_BOUND_GOES_ON;
}

/* After columns were excluded: values of before say nothing any more. */
void
pz_group_bound_restart (PzGroupBound *self)
{
  self->best_bound = -G_MAXDOUBLE;
  evaluate (self, self->here);
}

/* The duals the columns were last looked at with, and their bound. */
const double *
pz_group_bound_get_last (const PzGroupBound *self,
                         double             *bound)
{
  *bound = self->last->bound;
  return self->last->y;
}

/* The best duals since the last restart. */
const double *
pz_group_bound_get_best (const PzGroupBound *self)
{
  return self->best;
}
