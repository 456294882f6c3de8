/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-cover-state-private.h"

#include <stdlib.h>

static int
compare_columns (const void *a,
                 const void *b)
{
  const PzGroupColumn *x = a, *y = b;

  if (x->reduced != y->reduced)
    return x->reduced < y->reduced ? -1 : 1;
  return x->inside < y->inside ? -1 : x->inside > y->inside;
}

static int
compare_bytes (const void *a,
               const void *b)
{
  return *(const guint8 *) a - *(const guint8 *) b;
}

/* Lists the columns that are left, by rising reduced cost. */
void
pz_group_cover_list (PzGroupCover *self,
                     const gint64 *duals)
{
  self->n_list = 0;
  g_free (self->list);
  self->list = g_new0 (PzGroupColumn, pz_group_columns_count (self->columns) + 1);
  for (guint b = 0; b < self->columns->blocks->len; b++)
    {
      const PzGroupBlock *block = pz_group_columns_block (self->columns, b);

      for (gsize i = 0; i < block->n; i++)
        {
          PzGroupColumn *column = &self->list[self->n_list++];

          column->slot = block->slot;
          column->size = block->size;
          column->cost = block->costs[i];
          column->reduced = block->costs[i] - pz_group_columns_slot (self->columns, block->slot)->exact_low;
          for (guint k = 0; k < block->size; k++)
            {
              guint member = block->members[i * block->size + k];

              column->inside |= (guint64) 1 << member;
              column->reduced -= duals[member];
              column->types[k] = (guint8) (self->types[member] + 1);
            }
          qsort (column->types, block->size, 1, compare_bytes);
        }
    }
  qsort (self->list, self->n_list, sizeof (PzGroupColumn), compare_columns);
}
