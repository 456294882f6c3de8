/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-anneal-private.h"

#include "pz-group-heat-private.h"

#include <stdlib.h>
#include <string.h>

/* Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) for many learners: a learner looks at a row of partners at
 * once, with one threshold drawn for all, and the first below it is taken. Cycles of falling temperature, each four
 * times as long as the one before, end in a local search. */

/* Of the temperature's unit: what the first cycle cools through. */
#define FIRST_HEAT 0.6
#define LAST_HEAT 0.03
/* Above and below some heat cooling is wasted: everything is taken, or nothing more. Where that is differs by a factor of
 * three between kinds of problems, so each cycle measures, in so many parts, in how many looks a worse grouping is taken;
 * the next begins where it is one in hot_looks and ends where it is one in cold_looks, of looks at few blocks or many. */
#define N_PARTS 32
#define MANY_BLOCKS 3
static const guint hot_looks[] = { 12, 7 }, cold_looks[] = { 100, 150 };
/* A look is at so many blocks of partners at most, and at about a third of the learners. */
#define MAX_BLOCKS 4
/* Looks of the first cycle, for each learner, and what the next is longer by. */
#define FIRST_CYCLE 200
#define LONGER 4
/* A rest of the budget shorter than so many cycles is one cycle. */
#define WHOLE_REST 12
#define LONGEST_CYCLE 400 /* for each two learners */
/* A block counts as so many swaps of the budget. */
#define BLOCK_COST 1
/* One look in so many is at another group instead, where sizes may vary. */
#define INSERT 8
/* One draw of 64 bits serves a look: from these bits on, for the place, the start in the block, and what kind it is;
 * the lowest are for the threshold. */
#define PLACE_BITS 12
#define START_BITS 44
#define INSERT_BITS 51
/* Swaps that are looked at for the unit of temperature, at most, and for each two learners; its place among the losses is a
 * hundredth. */
#define N_SAMPLES 20000
#define SAMPLES_SHARE 0.25

typedef struct
{
  PzGroupRun *run;
  PzGroupSearch *search;
  PzGroupState *state; /* of the search: groups and counts follow every move, sums of pairs only local searches */
  PzGroupLanes *lanes;
  gint64 unit;         /* of temperature */
  double first_heat;   /* of the next cycle */
  double last_heat;
  guint64 n_worse;     /* looks that took something worse, in this part of the cycle */
  gint64 slack;        /* what values and numbers may gain in a swap */
  gboolean has_tables;
  guint n_blocks;      /* of a look */
  PzGroupHeat heat;
} Anneal;

static int
compare_costs (const void *a,
               const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* at a local optimum: what a swap loses in the best hundredth, and how much values and numbers gain at most */
static void
measure_swaps (Anneal *self)
{
  PzRandom *random = &self->run->random;
  guint n_wanted = (guint) MIN (N_SAMPLES, SAMPLES_SHARE * self->lanes->n * self->lanes->n), n = 0, k;
  g_autofree gint64 *losses = g_new (gint64, n_wanted);

  for (guint tries = 0; tries < 20 * n_wanted && n < n_wanted; tries++)
    {
      guint i = self->lanes->learner[pz_random_below (random, self->lanes->n)];
      guint j = self->lanes->learner[pz_random_below (random, self->lanes->n)];

      if (self->state->group[i] == self->state->group[j])
        continue;
      losses[n++] = MAX (pz_group_state_swap_delta (self->state, i, j), 0);
      self->slack = MAX (self->slack, -pz_group_state_table_delta (self->state, i, j));
    }
  self->unit = 1;
  if (n == 0)
    return;
  qsort (losses, n, sizeof (gint64), compare_costs);
  for (k = n / 100; k + 1 < n && losses[k] == 0; k++)
    ;
  self->unit = MAX (losses[k], 1);
}

static void
apply_counts (Anneal *self,
              guint   learner,
              guint   h)
{
  guint a = self->state->group[learner];

  pz_group_state_count_out (self->state, learner);
  pz_group_state_count_in (self->state, learner, h);
  pz_group_state_settle (self->state, a);
  pz_group_state_settle (self->state, h);
}

static void
apply_swap (Anneal *self,
            guint   i,
            guint   j,
            gint64  delta)
{
  guint a = (guint) self->lanes->group[i], b = (guint) self->lanes->group[j];

  pz_group_lanes_swap (self->lanes, i, j);
  pz_group_state_count_out (self->state, self->lanes->learner[i]);
  pz_group_state_count_out (self->state, self->lanes->learner[j]);
  pz_group_state_count_in (self->state, self->lanes->learner[i], b);
  pz_group_state_count_in (self->state, self->lanes->learner[j], a);
  pz_group_state_settle (self->state, a);
  pz_group_state_settle (self->state, b);
  self->state->total += delta;
}

/* the first partner from some place on whose swap, all counted, is below the threshold */
static void
try_swap (Anneal  *self,
          guint    i,
          guint64  drawn,
          gint64   threshold)
{
  PzGroupLanes *lanes = self->lanes;
  gint32 deltas[MAX_BLOCKS * PZ_GROUP_BLOCK];
  guint n = self->n_blocks * PZ_GROUP_BLOCK, from = MIN (pz_group_heat_pick (drawn >> PLACE_BITS, lanes->n), lanes->stride - n);
  gint32 limit = (gint32) MIN (threshold + self->slack, G_MAXINT32 / 4);
  guint start = (guint) (drawn >> START_BITS);

  pz_group_lanes_take_column (lanes, i, self->run->problem->m);
  if (!pz_group_lanes_look (lanes, i, from, self->n_blocks, limit, deltas))
    return;
  for (guint step = 0, k = start % n; step < n; step++, k = k + 1 < n ? k + 1 : 0)
    {
      gint64 delta = deltas[k];

      if (delta > limit)
        continue;
      if (self->has_tables)
        delta += pz_group_state_table_delta (self->state, lanes->learner[i], lanes->learner[from + k]);
      if (delta > threshold)
        continue;
      self->n_worse += delta > 0;
      apply_swap (self, i, from + k, delta);
      return;
    }
}

static void
try_insert (Anneal  *self,
            guint    i,
            guint64  drawn,
            gint64   threshold)
{
  const PzGroupProblem *problem = self->run->problem;
  PzGroupLanes *lanes = self->lanes;
  guint a = (guint) lanes->group[i], h = pz_group_heat_pick (drawn >> PLACE_BITS, problem->m);
  gint64 delta;

  if (h == a || self->state->size[a] <= problem->sizes[a].least || self->state->size[h] >= problem->sizes[h].most)
    return;
  delta = (gint64) lanes->sums[(gsize) h * lanes->stride + i] - lanes->own[i];
  if (self->has_tables)
    {
      g_array_set_size (self->search->leaving, 0);
      g_array_set_size (self->search->coming, 0);
      g_array_append_val (self->search->leaving, lanes->learner[i]);
      delta += pz_group_state_move_delta (self->state, self->search->leaving, a, self->search->coming, h);
    }
  if (delta > threshold)
    return;
  self->n_worse += delta > 0;
  pz_group_lanes_insert (lanes, i, h);
  apply_counts (self, lanes->learner[i], h);
  self->state->total += delta;
}

/* looks at one heat, at every learner in turn from @i on; returns who comes next */
static guint
cool_step (Anneal *self,
           double  heat,
           guint   i,
           guint   n_looks)
{
  gboolean flexible = self->run->problem->flexible;
  gint64 whole_heat = (gint64) (heat * PZ_GROUP_HEAT_ONE);

  for (guint look = 0; look < n_looks; look++)
    {
      guint64 drawn = pz_random_next (&self->run->random);
      gint64 threshold = pz_group_heat_threshold (&self->heat, drawn, whole_heat);

      i = i + 1 < self->lanes->n ? i + 1 : 0;
      if (flexible && (drawn >> INSERT_BITS) % INSERT == 0)
        try_insert (self, i, drawn, threshold);
      else
        try_swap (self, i, drawn, threshold);
    }
  pz_group_run_note (self->run, self->state->group, self->state->total);
  self->run->swaps += (guint64) n_looks * self->n_blocks * (PZ_GROUP_BLOCK - BLOCK_COST);
  return i;
}

/* Asked for more often than the run looks: what counts as one evaluation here is dozens of swaps, and its looks would be
 * as far apart as somebody who ends a search may wait. */
static gboolean
is_ended (Anneal *self)
{
  self->run->cancelled |= g_cancellable_is_cancelled (self->run->work->cancellable);
  return self->run->cancelled;
}

/* one cycle of so many looks; FALSE when the run has to end */
static gboolean
cool (Anneal  *self,
      guint64  n_looks)
{
  guint n = self->lanes->n, per_step = MAX (2 * n, 256), i = pz_random_below (&self->run->random, n);
  guint64 n_steps = MAX (n_looks / per_step, N_PARTS), per_part = n_steps / N_PARTS, n_part_looks = per_part * per_step;
  double heat = self->first_heat, hot = heat, cold = heat;
  double factor = pz_group_heat_fall (heat, self->last_heat, n_steps);
  gboolean is_many = self->n_blocks >= MANY_BLOCKS;

  self->n_worse = 0;
  for (guint64 step = 1; step <= n_steps; step++, heat *= factor)
    {
      i = cool_step (self, heat, i, per_step);
      if (is_ended (self) || !pz_group_run_count (self->run, per_step * self->n_blocks * BLOCK_COST))
        return FALSE;
      if (step % per_part != 0)
        continue;
      if (self->n_worse * hot_looks[is_many] >= n_part_looks)
        hot = heat;
      if (self->n_worse * cold_looks[is_many] >= n_part_looks)
        cold = heat;
      self->n_worse = 0;
    }
  self->first_heat = hot;
  self->last_heat = MIN (cold, hot / 2);
  return TRUE;
}

/* every sum anew, then downhill */
static void
improve (Anneal *self)
{
  g_autofree guint *groups = g_memdup2 (self->state->group, sizeof (guint) * self->run->problem->n);
  gint64 total = self->state->total;

  pz_group_state_set (self->state, groups);
  g_assert (self->state->total == total);
  pz_group_search_improve (self->search);
}

static guint64
next_cycle (const Anneal *self,
            guint64       n_looks)
{
  guint64 longest = (guint64) LONGEST_CYCLE * self->lanes->n * self->lanes->n;
  guint64 rest = self->run->work->budget - MIN (self->run->work->budget, self->run->evaluations);

  rest /= self->n_blocks * BLOCK_COST;
  n_looks = MIN (n_looks, longest);
  return rest < WHOLE_REST * n_looks && rest < longest ? rest : n_looks;
}

/* a new start; where blocks have to move, the best found with some of them moved, since cooling leaves them alone */
static void
restart (Anneal *self)
{
  if (self->search->clusters->len == 0)
    {
      pz_group_search_start (self->search);
      return;
    }
  pz_group_state_set (self->state, self->run->best);
  for (guint k = 0; k < 1 + self->search->clusters->len / 4; k++)
    pz_group_moves_shake_block (self->search);
}

/* Searches until the budget is used; no best is noted when there is no place for everybody. */
void
pz_group_anneal_run (PzGroupRun *run)
{
  g_autoptr(PzGroupSearch) search = pz_group_search_new (run);
  g_autoptr(PzGroupLanes) lanes = pz_group_lanes_new (run->problem, search->singles);
  g_autofree Anneal *self = g_new0 (Anneal, 1);
  guint64 n_looks = (guint64) FIRST_CYCLE * lanes->n;

  self->run = run;
  self->search = search;
  self->state = search->state;
  self->lanes = lanes;
  self->has_tables = run->problem->attributes->len > 0 || run->problem->numbers != NULL;
  self->n_blocks = CLAMP (lanes->n / 3 / PZ_GROUP_BLOCK, 1, MAX_BLOCKS);
  pz_group_heat_init (&self->heat);
  if (!pz_group_search_start (search))
    return;
  pz_group_search_improve (search);
  if (lanes->n < 2 || run->problem->m < 2 || is_ended (self))
    return;
  measure_swaps (self);
  self->first_heat = FIRST_HEAT * (double) self->unit;
  self->last_heat = LAST_HEAT * (double) self->unit;
  while (pz_group_run_count (run, run->problem->n))
    {
      restart (self);
      pz_group_lanes_set (lanes, self->state);
      if (!cool (self, next_cycle (self, n_looks)))
        break;
      improve (self);
      n_looks *= LONGER;
    }
}
