/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-columns-private.h"

#include <string.h>

/* Columns between two looks at the cancellable. */
#define LOOK_EVERY 65536

/* One block while it is filled. */
typedef struct
{
  PzGroupColumns *columns;
  PzGroupBlock *block;
  gsize n_others; /* columns of the other blocks */
  gboolean has_must;
  guint8 members[PZ_GROUP_PROOF_LEARNERS];
  guint *counts;  /* by value */
  GCancellable *cancellable;
  gboolean stopped; /* cancelled, or too many */
} Filling;

static void
clear_block (gpointer data)
{
  PzGroupBlock *block = data;

  g_free (block->members);
  g_free (block->costs);
  g_free (block->reduced);
}

static void
add_slots (PzGroupColumns *self)
{
  const PzGroupProblem *problem = self->problem;

  for (guint h = 0; h < problem->m; h++)
    {
      PzGroupSlot slot = { problem->sizes[h], 1 };
      guint k = 0;

      while (k < self->slots->len && (pz_group_columns_slot (self, k)->size.least != slot.size.least
                                      || pz_group_columns_slot (self, k)->size.most != slot.size.most))
        k++;
      self->slot_of[h] = k;
      if (k < self->slots->len)
        pz_group_columns_slot (self, k)->count++;
      else
        g_array_append_val (self->slots, slot);
    }
}

static void
add_link (guint64 *links,
          guint    a,
          guint    b)
{
  links[a] |= (guint64) 1 << b;
  links[b] |= (guint64) 1 << a;
}

/* those of one unit, or pinned to one group, are mates; pinned to different groups they are foes */
static void
add_links (PzGroupColumns *self)
{
  const PzGroupProblem *problem = self->problem;

  for (guint k = 0; k < problem->apart->len; k++)
    {
      const PzGroupPair *pair = &g_array_index (problem->apart, PzGroupPair, k);

      add_link (self->foes, pair->a, pair->b);
    }
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      {
        int pinned_i = pz_group_problem_unit (problem, problem->unit_of[i])->pinned;
        int pinned_j = pz_group_problem_unit (problem, problem->unit_of[j])->pinned;

        if (problem->unit_of[i] == problem->unit_of[j] || (pinned_i >= 0 && pinned_i == pinned_j))
          add_link (self->mates, i, j);
        else if (pinned_i >= 0 && pinned_j >= 0)
          add_link (self->foes, i, j);
      }
}

/* whether the learner may be in a group of the slot at all */
static gboolean
fits_slot (const PzGroupColumns *self,
           guint                 i,
           guint                 slot)
{
  int pinned = pz_group_problem_unit (self->problem, self->problem->unit_of[i])->pinned;

  return pinned < 0 || self->slot_of[pinned] == slot;
}

/* a criterion that must hold is broken in the group */
static gboolean
breaks_must (const Filling *filling)
{
  const PzGroupProblem *problem = filling->columns->problem;

  for (guint q = 0; q < problem->attributes->len; q++)
    {
      const PzGroupAttribute *attribute = &g_array_index (problem->attributes, PzGroupAttribute, q);
      const PzGroupCriterion *criterion = pz_group_problem_criterion (problem, attribute->criterion);

      for (guint v = 0; criterion->must && v + 1 < attribute->n_values; v++)
        {
          guint value = attribute->first_value + v;

          if (pz_group_criterion_value (problem, criterion, value, filling->block->size, filling->counts[value]) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
append_column (Filling *filling,
               gint64   cost)
{
  PzGroupBlock *block = filling->block;

  if (filling->has_must && breaks_must (filling))
    return;
  if (block->n == block->allocated)
    {
      block->allocated = MAX (2 * block->allocated, 4096);
      block->members = g_renew (guint8, block->members, block->allocated * block->size);
      block->costs = g_renew (gint32, block->costs, block->allocated);
    }
  memcpy (block->members + block->n * block->size, filling->members, block->size);
  block->costs[block->n++] = (gint32) cost;
  if (block->n % LOOK_EVERY == 0)
    filling->stopped |= g_cancellable_is_cancelled (filling->cancellable);
  filling->stopped |= block->n + filling->n_others > PZ_GROUP_PROOF_COLUMNS;
}

/* what the values of one more member change; step: 1 in, -1 out again */
static gint64
count_member (Filling *filling,
              guint    i,
              int      step)
{
  const PzGroupProblem *problem = filling->columns->problem;
  const guint16 *values = problem->values + (gsize) i * problem->attributes->len;
  gint64 delta = 0;

  for (guint q = 0; q < problem->attributes->len; q++)
    {
      const gint32 *row = problem->value_cost + pz_group_problem_value_row (problem, values[q], filling->block->size);

      delta -= row[filling->counts[values[q]]];
      filling->counts[values[q]] += (guint) step;
      delta += row[filling->counts[values[q]]];
    }
  return delta;
}

/* What is known of the members so far. */
typedef struct
{
  guint depth;
  guint from;     /* learners before it are decided */
  guint64 inside;
  guint64 banned;
  guint64 needed;
  gint64 cost;    /* of pairs and values */
  guint sum;      /* of numbers */
} Partial;

static void
fill (Filling       *filling,
      const Partial *so_far)
{
  const PzGroupColumns *self = filling->columns;
  const PzGroupProblem *problem = self->problem;
  guint left = filling->block->size - so_far->depth;

  if (left == 0)
    {
      gint64 cost = so_far->cost;

      if (problem->numbers != NULL)
        cost += pz_group_problem_number_cost (problem, filling->block->size, so_far->sum);
      append_column (filling, cost);
      return;
    }
  for (guint i = so_far->from; i + left <= self->n && !filling->stopped; i++)
    {
      guint64 bit = (guint64) 1 << i;
      guint64 missing = (so_far->needed | self->mates[i]) & ~(so_far->inside | bit);
      Partial next = *so_far;

      /* a mate before i can not come any more */
      if ((so_far->banned & bit) != 0 || (missing & (bit - 1)) != 0 || (guint) __builtin_popcountll (missing) >= left
          || !fits_slot (self, i, filling->block->slot))
        continue;
      next.depth++;
      next.from = i + 1;
      next.inside |= bit;
      next.banned |= self->foes[i];
      next.needed |= self->mates[i];
      next.sum += problem->numbers != NULL ? problem->numbers[i] : 0;
      for (guint k = 0; k < so_far->depth; k++)
        next.cost += pz_group_problem_pair (problem, i, filling->members[k]);
      next.cost += count_member (filling, i, 1);
      filling->members[so_far->depth] = (guint8) i;
      fill (filling, &next);
      count_member (filling, i, -1);
    }
}

static gboolean
fill_block (PzGroupColumns *self,
            PzGroupBlock   *block,
            GCancellable   *cancellable)
{
  const PzGroupProblem *problem = self->problem;
  g_autofree guint *counts = g_new0 (guint, problem->n_values + 1);
  Filling filling = { self, block, pz_group_columns_count (self), FALSE, { 0 }, counts, cancellable };
  Partial start = { 0 };

  for (guint c = 0; c < problem->criteria->len; c++)
    filling.has_must |= pz_group_problem_criterion (problem, c)->must;
  for (guint v = 0; v < problem->n_values; v++)
    start.cost += problem->value_cost[pz_group_problem_value_row (problem, v, block->size)];
  fill (&filling, &start);
  block->reduced = g_new (float, block->n + 1);
  return !filling.stopped;
}

/* Every group that could be formed without breaking a rule; NULL when they are too many, or it was cancelled. */
PzGroupColumns *
pz_group_columns_new (const PzGroupProblem *problem,
                      GCancellable         *cancellable)
{
  g_autoptr(PzGroupColumns) self = g_new0 (PzGroupColumns, 1);

  self->problem = problem;
  self->n = problem->n;
  self->slots = g_array_new (FALSE, TRUE, sizeof (PzGroupSlot));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (PzGroupBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->slot_of = g_new0 (guint, problem->m);
  add_slots (self);
  add_links (self);
  for (guint k = 0; k < self->slots->len; k++)
    for (guint size = pz_group_columns_slot (self, k)->size.least;
         size <= MIN (pz_group_columns_slot (self, k)->size.most, self->n); size++)
      {
        PzGroupBlock block = { k, size };

        g_array_append_val (self->blocks, block);
        if (!fill_block (self, pz_group_columns_block (self, self->blocks->len - 1), cancellable))
          return NULL;
      }
  self->n_all = pz_group_columns_count (self);
  return g_steal_pointer (&self);
}

void
pz_group_columns_free (PzGroupColumns *self)
{
  g_array_unref (self->slots);
  g_array_unref (self->blocks);
  g_free (self->slot_of);
  g_free (self);
}

gsize
pz_group_columns_count (const PzGroupColumns *self)
{
  gsize n = 0;

  for (guint b = 0; b < self->blocks->len; b++)
    n += pz_group_columns_block (self, b)->n;
  return n;
}
