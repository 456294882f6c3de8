/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-problem-private.h"
#include "pz-random.h"

#include <math.h>
#include <stdlib.h>

/* The draw is part of the problem, not of a search: it does not follow the seed of the teacher. */
#define DRAW_SEED 0x6e6f726d616c6973u

/* Steps one draw of all may take; more learners mean fewer draws. */
#define MAX_STEPS 200000000.0
#define LEAST_DRAWS 100

/* a size for each group, by chance; they add up to the learners when that is possible */
void
pz_group_draw_sizes (const PzGroupProblem *self,
                     gpointer              random,
                     guint                *sizes)
{
  g_autofree guint *open = self->flexible ? g_new (guint, self->m) : NULL;
  guint left = self->n, n_open = 0;

  for (guint h = 0; h < self->m; h++)
    {
      sizes[h] = self->sizes[h].least;
      left -= MIN (left, sizes[h]);
      if (self->flexible && sizes[h] < self->sizes[h].most)
        open[n_open++] = h;
    }
  while (left > 0 && n_open > 0)
    {
      guint k = pz_random_below (random, n_open);
      guint h = open[k];

      sizes[h]++;
      left--;
      if (sizes[h] == self->sizes[h].most)
        open[k] = open[--n_open];
    }
}

static void
shuffle (PzRandom *random,
         guint    *numbers,
         guint     n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = pz_random_below (random, i);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = kept;
    }
}

static gboolean
sizes_add_up (const PzGroupProblem *self)
{
  guint64 least = 0, most = 0;

  for (guint h = 0; h < self->m; h++)
    {
      least += self->sizes[h].least;
      most += self->sizes[h].most;
    }
  return least <= self->n && self->n <= most;
}

static guint
count_draws (const PzGroupProblem *self)
{
  double steps = self->n * (1.0 + self->attributes->len);

  for (guint c = 0; c < self->criteria->len; c++)
    steps += pz_group_problem_criterion (self, c)->pairs != NULL ? (double) self->n * self->largest / 2 : self->n;
  return (guint) CLAMP (MAX_STEPS / steps, LEAST_DRAWS, PZ_GROUP_DRAWS);
}

/* values: one row of criteria per draw */
static void
draw (PzGroupProblem *self,
      double         *values)
{
  g_autofree guint *groups = g_new (guint, self->n);
  g_autofree guint *sizes = g_new (guint, self->m);
  PzGroupMeasuring measuring;
  PzRandom random;

  pz_group_measuring_init (&measuring, self);
  pz_random_init (&random, DRAW_SEED);
  for (guint k = 0; k < self->n_draws; k++)
    {
      guint i = 0;

      pz_group_draw_sizes (self, &random, sizes);
      for (guint h = 0; h < self->m; h++)
        for (guint s = 0; s < sizes[h]; s++)
          groups[i++] = h;
      shuffle (&random, groups, self->n);
      pz_group_measuring_run (&measuring, groups, values + (gsize) k * self->criteria->len);
    }
  pz_group_measuring_clear (&measuring);
}

static void
find_chance (PzGroupProblem   *self,
             PzGroupCriterion *criterion,
             const double     *values)
{
  guint stride = self->criteria->len;
  double sum = 0, squares = 0;

  for (guint k = 0; k < self->n_draws; k++)
    sum += values[(gsize) k * stride];
  criterion->chance = sum / self->n_draws;
  for (guint k = 0; k < self->n_draws; k++)
    {
      double off = values[(gsize) k * stride] - criterion->chance;

      squares += off * off;
    }
  criterion->deviation = sqrt (squares / self->n_draws);
  /* what is left by rounding is no effect */
  if (criterion->deviation < 1e-9 * MAX (1, fabs (criterion->chance)))
    criterion->deviation = 0;
}

static void
set_factor (PzGroupCriterion *criterion,
            gboolean          raw)
{
  if (criterion->must)
    criterion->factor = 0;
  else if (raw)
    criterion->factor = criterion->importance;
  else
    criterion->factor = criterion->deviation > 0 ? criterion->importance / criterion->deviation : 0;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Finds what each criterion is worth by chance, and from that its factor: importance / standard deviation, so that one
 * importance means the same for every criterion; raw: the importance itself. */
void
pz_group_normalise (PzGroupProblem *self,
                    gboolean        raw)
{
  g_autofree double *values = NULL;

  if (!sizes_add_up (self))
    return; /* nothing can be drawn, or searched */
  self->n_draws = count_draws (self);
  values = g_new0 (double, (gsize) self->n_draws * self->criteria->len + 1);
  draw (self, values);
  for (guint c = 0; c < self->criteria->len; c++)
    {
      PzGroupCriterion *criterion = &g_array_index (self->criteria, PzGroupCriterion, c);

      find_chance (self, criterion, values + c);
      set_factor (criterion, raw);
    }
  self->draws = g_new (double, self->n_draws);
  for (guint k = 0; k < self->n_draws; k++)
    self->draws[k] = pz_group_problem_get_score (self, values + (gsize) k * self->criteria->len);
  qsort (self->draws, self->n_draws, sizeof (double), compare_doubles);
}
