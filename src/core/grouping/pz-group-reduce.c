/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-columns-private.h"

#include <string.h>

#define HUGE_COST 1e30f

/* a loop of known length is several times as fast */
static inline __attribute__ ((always_inline)) float
reduce_block (PzGroupBlock *block,
              const float  *duals,
              guint         size)
{
  const guint8 *members = block->members;
  float low = HUGE_COST;

  for (gsize i = 0; i < block->n; i++, members += size)
    {
      float reduced = (float) block->costs[i];

      for (guint k = 0; k < size; k++)
        reduced -= duals[members[k]];
      block->reduced[i] = reduced;
      low = MIN (low, reduced);
    }
  return low;
}

static float
reduce_any (PzGroupBlock *block,
            const float  *duals)
{
  switch (block->size)
    {
    case 2:
      return reduce_block (block, duals, 2);
    case 3:
      return reduce_block (block, duals, 3);
    case 4:
      return reduce_block (block, duals, 4);
    case 5:
      return reduce_block (block, duals, 5);
    case 6:
      return reduce_block (block, duals, 6);
    case 7:
      return reduce_block (block, duals, 7);
    default:
      return reduce_block (block, duals, block->size);
    }
}

/* The reduced cost of every column for the duals, and the least of each slot. Returns the bound that follows, as far as
 * floating point can tell. */
double
pz_group_columns_reduce (PzGroupColumns *self,
                         const double   *duals)
{
  float rounded[PZ_GROUP_PROOF_LEARNERS] = { 0 };
  double bound = 0;

  self->n_passes++;
  for (guint i = 0; i < self->n; i++)
    {
      rounded[i] = (float) duals[i];
      bound += (double) rounded[i];
    }
  for (guint k = 0; k < self->slots->len; k++)
    pz_group_columns_slot (self, k)->low = HUGE_COST;
  for (guint b = 0; b < self->blocks->len; b++)
    {
      PzGroupBlock *block = pz_group_columns_block (self, b);
      PzGroupSlot *slot = pz_group_columns_slot (self, block->slot);
      float low = reduce_any (block, rounded);

      slot->low = MIN (slot->low, low);
    }
  for (guint k = 0; k < self->slots->len; k++)
    bound += pz_group_columns_slot (self, k)->count * (double) pz_group_columns_slot (self, k)->low;
  return bound;
}

static gint64
reduce_exactly (const PzGroupBlock *block,
                gsize               i,
                const gint64       *duals)
{
  const guint8 *members = block->members + i * block->size;
  gint64 reduced = block->costs[i];

  for (guint k = 0; k < block->size; k++)
    reduced -= duals[members[k]];
  return reduced;
}

/* keeps the columns whose reduced cost, less the least of the slot, is not above the limit */
static void
keep_below (PzGroupBlock *block,
            const gint64 *duals,
            gint64        limit)
{
  gsize n_kept = 0;

  for (gsize i = 0; i < block->n; i++)
    if (reduce_exactly (block, i, duals) <= limit)
      {
        block->costs[n_kept] = block->costs[i];
        memmove (block->members + n_kept * block->size, block->members + i * block->size, block->size);
        n_kept++;
      }
  block->n = n_kept;
}

/* In integers, so that no rounding can exclude an optimum: the bound of any duals is their sum and, for each group, the
 * least reduced cost of its slot; a column that lies further above that than the bound below @upper cannot be in a
 * grouping better than @upper, and goes. Returns the bound; PZ_GROUP_NO_COST when a slot cannot be filled any more. */
gint64
pz_group_columns_fix (PzGroupColumns *self,
                      const gint64   *duals,
                      gint64          upper)
{
  gint64 bound = 0;

  for (guint k = 0; k < self->slots->len; k++)
    pz_group_columns_slot (self, k)->exact_low = PZ_GROUP_NO_COST;
  for (guint b = 0; b < self->blocks->len; b++)
    {
      const PzGroupBlock *block = pz_group_columns_block (self, b);
      PzGroupSlot *slot = pz_group_columns_slot (self, block->slot);

      for (gsize i = 0; i < block->n; i++)
        slot->exact_low = MIN (slot->exact_low, reduce_exactly (block, i, duals));
    }
  for (guint i = 0; i < self->n; i++)
    bound += duals[i];
  for (guint k = 0; k < self->slots->len; k++)
    {
      const PzGroupSlot *slot = pz_group_columns_slot (self, k);

      if (slot->exact_low == PZ_GROUP_NO_COST)
        return PZ_GROUP_NO_COST;
      bound += slot->count * slot->exact_low;
    }
  for (guint b = 0; b < self->blocks->len; b++)
    {
      PzGroupBlock *block = pz_group_columns_block (self, b);

      keep_below (block, duals, upper - 1 - bound + pz_group_columns_slot (self, block->slot)->exact_low);
    }
  return bound;
}
