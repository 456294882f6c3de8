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
 * the next begins where it is one in hot_looks, of looks at few blocks or many, and ends where it is one in so many as
 * there are learners, times a share. */
#define N_PARTS 32
#define MANY_BLOCKS 3
static const guint hot_looks[] = { 12, 7 };
#define COLD_SHARE 0.4
#define LEAST_COLD_LOOKS 40
#define MOST_COLD_LOOKS 150
/* A look is at about a third of the learners, of so many at two blocks. */
#define SHARE 3
#define TWO_BLOCKS 100
/* Looks of the first cycle, for each learner, and what the next is longer by. */
#define FIRST_CYCLE 200
#define LONGER 4
/* A rest of the budget shorter than so many cycles is one cycle, at few blocks or many. */
static const guint whole_rests[] = { 3, 12 };
#define LONGEST_CYCLE 250 /* for each two learners */
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

#define CHUNKS (PZ_GROUP_BLOCK / PZ_GROUP_CHUNK) /* of a block */

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

/* the first of those marked with whom a swap, all counted, is below the threshold; FALSE: none */
static gboolean
swap_with_one (Anneal  *self,
               guint    i,
               guint    from,
               guint32  marked,
               gint64   threshold)
{
  PzGroupLanes *lanes = self->lanes;

  for (; marked != 0; marked &= marked - 1)
    {
      guint k = pz_group_lanes_place (lanes, from, (guint) __builtin_ctz (marked));
      gint64 delta = pz_group_lanes_delta (lanes, i, k);

      if (self->has_tables)
        delta += pz_group_state_table_delta (self->state, lanes->learner[i], lanes->learner[k]);
      if (delta > threshold)
        continue;
      self->n_worse += delta > 0;
      apply_swap (self, i, k, delta);
      return TRUE;
    }
  return FALSE;
}

/* the first partner from some place on whose swap, all counted, is below the threshold */
static void
try_swap (Anneal  *self,
          guint    i,
          guint64  drawn,
          gint64   threshold)
{
  PzGroupLanes *lanes = self->lanes;
  guint32 hits[PZ_GROUP_MOST_BLOCKS], any = 0, before;
  guint chunk = pz_group_heat_pick (drawn >> PLACE_BITS, lanes->n_chunks), n = self->n_blocks;
  guint start = (guint) (drawn >> START_BITS) % (n * PZ_GROUP_BLOCK), block = start / PZ_GROUP_BLOCK;
  gint32 limit = (gint32) MIN (threshold + self->slack, G_MAXINT32 / 4);

  pz_group_lanes_look (lanes, i, chunk, n, limit, hits);
  for (guint k = 0; k < n; k++)
    any |= hits[k];
  if (any == 0)
    return;
  /* the block with the start comes first, without what is before it, and with that last */
  before = hits[block] & ((1u << start % PZ_GROUP_BLOCK) - 1);
  hits[block] &= ~before;
  for (guint step = 0; step < n; step++, block = block + 1 < n ? block + 1 : 0)
    if (swap_with_one (self, i, chunk + block * CHUNKS, hits[block], threshold))
      return;
  swap_with_one (self, i, chunk + block * CHUNKS, before, threshold);
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
  guint hot_look = hot_looks[self->n_blocks >= MANY_BLOCKS];
  guint cold_look = (guint) CLAMP (COLD_SHARE * n, LEAST_COLD_LOOKS, MOST_COLD_LOOKS);

  self->n_worse = 0;
  for (guint64 step = 1; step <= n_steps; step++, heat *= factor)
    {
      i = cool_step (self, heat, i, per_step);
      if (is_ended (self) || !pz_group_run_count (self->run, per_step * self->n_blocks * BLOCK_COST))
        return FALSE;
      if (step % per_part != 0)
        continue;
      if (self->n_worse * hot_look >= n_part_looks)
        hot = heat;
      if (self->n_worse * cold_look >= n_part_looks)
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
  guint64 rest = self->run->work->budget - MIN (self->run->work->budget, self->run->evaluations), whole;

  rest /= self->n_blocks * BLOCK_COST;
  whole = n_looks * whole_rests[self->n_blocks >= MANY_BLOCKS];
  n_looks = MIN (n_looks, longest);
  return rest < whole && rest < longest ? rest : n_looks;
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
  self->n_blocks = CLAMP (lanes->n / SHARE / PZ_GROUP_BLOCK, lanes->n < TWO_BLOCKS ? 1 : 2, PZ_GROUP_MOST_BLOCKS);
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
