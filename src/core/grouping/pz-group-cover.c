/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-cover-state-private.h"

#include <string.h>

/* Exact cover by depth-first search: every learner in one of the chosen columns, every slot filled. */

#define MEMORY_BITS 16
/* Divisible by every size up to 12; for larger ones shares are rounded down, which keeps the bound below. */
#define SHARES 27720
#define LOOK_EVERY 1024

/* One node of the search. */
typedef struct
{
  guint64 open;
  guint depth;
  gint64 cost;
  gint64 used; /* sum of reduced costs */
} Node;

PzGroupCover *
pz_group_cover_new (PzGroupColumns *columns,
                    const guint    *types,
                    GCancellable   *cancellable)
{
  PzGroupCover *self = g_new0 (PzGroupCover, 1);

  self->columns = columns;
  self->types = types;
  self->cancellable = cancellable;
  self->key_size = columns->n + columns->slots->len;
  return self;
}

void
pz_group_cover_free (PzGroupCover *self)
{
  g_free (self->keys);
  g_free (self->failed);
  g_free (self->list);
  g_free (self);
}

guint64
pz_group_cover_get_n_nodes (const PzGroupCover *self)
{
  return self->n_nodes;
}

/* the open learners by type and the slots to fill, and where such a key is remembered */
static gsize
make_key (const PzGroupCover *self,
          guint64             open,
          const guint        *need,
          guint8             *key)
{
  guint64 hash = 0xcbf29ce484222325u; /* FNV-1a (Fowler, Noll and Vo 1991) */

  memset (key, 0, self->key_size);
  for (; open != 0; open &= open - 1)
    key[self->types[__builtin_ctzll (open)]]++;
  for (guint k = 0; k < self->columns->slots->len; k++)
    key[self->columns->n + k] = (guint8) need[k];
  for (guint k = 0; k < self->key_size; k++)
    hash = (hash ^ key[k]) * 0x100000001b3u;
  return hash >> (64 - MEMORY_BITS);
}

static gint64
room (const PzGroupCover *self,
      const Node         *node)
{
  return self->upper - 1 - self->tolerance - self->bound - node->used;
}

/* Columns that still fit, the learner who is in the fewest, and how much is lost at least by those who are open: each
 * column's reduced cost is shared by its members. FALSE when there is no way on. */
static gboolean
narrow (const PzGroupCover *self,
        const Node         *node,
        const guint        *need,
        const guint        *from,
        guint               n_from,
        guint              *fitting,
        guint              *n_fitting,
        guint              *rarest)
{
  guint counts[PZ_GROUP_PROOF_LEARNERS] = { 0 };
  gint64 least[PZ_GROUP_PROOF_LEARNERS];
  gint64 lost = 0;
  guint n = 0, fewest = G_MAXUINT;

  for (guint i = 0; i < self->columns->n; i++)
    least[i] = G_MAXINT64;
  for (guint k = 0; k < n_from; k++)
    {
      const PzGroupColumn *column = &self->list[from[k]];
      gint64 share = column->reduced * (SHARES / column->size);

      if ((column->inside & ~node->open) != 0 || need[column->slot] == 0 || column->reduced > room (self, node))
        continue;
      fitting[n++] = from[k];
      for (guint64 bits = column->inside; bits != 0; bits &= bits - 1)
        {
          guint i = (guint) __builtin_ctzll (bits);

          counts[i]++;
          least[i] = MIN (least[i], share);
        }
    }
  for (guint64 bits = node->open; bits != 0; bits &= bits - 1)
    {
      guint i = (guint) __builtin_ctzll (bits);

      if (counts[i] == 0)
        return FALSE;
      lost += least[i];
      if (counts[i] < fewest)
        {
          fewest = counts[i];
          *rarest = i;
        }
    }
  *n_fitting = n;
  return lost <= room (self, node) * SHARES;
}

/* the group a column is pinned to by one of its members, or -1 */
static int
find_pin (const PzGroupCover  *self,
          const PzGroupColumn *column)
{
  const PzGroupProblem *problem = self->columns->problem;

  for (guint64 bits = column->inside; bits != 0; bits &= bits - 1)
    {
      int pinned = pz_group_problem_unit (problem, problem->unit_of[__builtin_ctzll (bits)])->pinned;

      if (pinned >= 0)
        return pinned;
    }
  return -1;
}

/* pinned columns go where they must, then the others to the first free group of their slot */
static void
take_solution (PzGroupCover *self,
               const Node   *node)
{
  gboolean taken[PZ_GROUP_PROOF_LEARNERS] = { FALSE };

  self->upper = node->cost;
  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < node->depth; k++)
      {
        const PzGroupColumn *column = &self->list[self->chosen[k]];
        int pinned = find_pin (self, column);
        guint h = pinned >= 0 ? (guint) pinned : 0;

        if ((pinned >= 0) != (pass == 0))
          continue;
        while (pinned < 0 && (taken[h] || self->columns->slot_of[h] != column->slot))
          h++;
        taken[h] = TRUE;
        for (guint64 bits = column->inside; bits != 0; bits &= bits - 1)
          self->groups[__builtin_ctzll (bits)] = h;
      }
}

static gboolean
is_twin (const PzGroupColumn *a,
         const PzGroupColumn *b)
{
  return a->slot == b->slot && a->size == b->size && memcmp (a->types, b->types, a->size) == 0;
}

static gboolean search (PzGroupCover *self,
                        const Node   *node,
                        guint        *need,
                        const guint  *from,
                        guint         n_from);

/* each fitting column with the rarest learner; of several with the same types one will do */
static gboolean
branch (PzGroupCover *self,
        const Node   *node,
        guint        *need,
        const guint  *fitting,
        guint         n_fitting,
        guint         rarest)
{
  g_autofree guint *tried = g_new (guint, n_fitting + 1);
  guint n_tried = 0;

  for (guint k = 0; k < n_fitting; k++)
    {
      const PzGroupColumn *column = &self->list[fitting[k]];
      Node next = { node->open & ~column->inside, node->depth + 1, node->cost + column->cost, node->used + column->reduced };
      gboolean twin = FALSE, complete;

      if ((column->inside >> rarest & 1) == 0)
        continue;
      if (column->reduced > room (self, node))
        break; /* and all that follow */
      for (guint t = 0; t < n_tried && !twin; t++)
        twin = is_twin (column, &self->list[tried[t]]);
      if (twin)
        continue;
      tried[n_tried++] = fitting[k];
      self->chosen[node->depth] = fitting[k];
      need[column->slot]--;
      complete = search (self, &next, need, fitting, n_fitting);
      need[column->slot]++;
      if (!complete)
        return FALSE;
    }
  return TRUE;
}

/* FALSE when it had to stop before all was seen */
static gboolean
search (PzGroupCover *self,
        const Node   *node,
        guint        *need,
        const guint  *from,
        guint         n_from)
{
  guint8 key[2 * PZ_GROUP_PROOF_LEARNERS];
  g_autofree guint *fitting = NULL;
  guint n_fitting, rarest = 0;
  gsize place;

  if (node->open == 0)
    {
      if (node->depth == self->columns->problem->m && node->cost < self->upper)
        take_solution (self, node);
      return TRUE;
    }
  if (++self->n_nodes > self->max_nodes
      || (self->n_nodes % LOOK_EVERY == 0 && g_cancellable_is_cancelled (self->cancellable)))
    return FALSE;
  place = make_key (self, node->open, need, key);
  if (self->failed[place] <= node->cost && memcmp (self->keys + place * self->key_size, key, self->key_size) == 0)
    return TRUE;
  fitting = g_new (guint, n_from + 1);
  if (narrow (self, node, need, from, n_from, fitting, &n_fitting, &rarest)
      && !branch (self, node, need, fitting, n_fitting, rarest))
    return FALSE;
  memcpy (self->keys + place * self->key_size, key, self->key_size);
  self->failed[place] = node->cost;
  return TRUE;
}

static void
prepare_memory (PzGroupCover *self)
{
  gsize n = (gsize) 1 << MEMORY_BITS;

  if (self->keys != NULL)
    return;
  self->keys = g_new0 (guint8, n * self->key_size);
  self->failed = g_new (gint64, n);
  for (gsize k = 0; k < n; k++)
    self->failed[k] = G_MAXINT64;
}

/* Looks for groupings better than @upper by more than @tolerance among the columns that are left; the duals and the
 * bound are those of the last fixing. A better one replaces @upper and @groups. FALSE when it needed more than
 * @max_nodes or was cancelled: what is remembered of it serves the next try. */
gboolean
pz_group_cover_run (PzGroupCover *self,
                    const gint64 *duals,
                    gint64        bound,
                    gint64        tolerance,
                    guint64       max_nodes,
                    gint64       *upper,
                    guint        *groups)
{
  guint n = self->columns->n;
  Node root = { n == 64 ? G_MAXUINT64 : ((guint64) 1 << n) - 1 };
  g_autofree guint *from = NULL;
  g_autofree guint *need = g_new (guint, self->columns->slots->len);
  gboolean complete;

  prepare_memory (self);
  pz_group_cover_list (self, duals);
  from = g_new (guint, self->n_list + 1);
  for (guint k = 0; k < self->n_list; k++)
    from[k] = k;
  for (guint k = 0; k < self->columns->slots->len; k++)
    need[k] = pz_group_columns_slot (self->columns, k)->count;
  self->bound = bound;
  self->tolerance = tolerance;
  self->upper = *upper;
  self->groups = groups;
  self->max_nodes = max_nodes > G_MAXUINT64 - self->n_nodes ? G_MAXUINT64 : self->n_nodes + max_nodes;
  complete = search (self, &root, need, from, self->n_list);
  *upper = self->upper;
  return complete;
}
