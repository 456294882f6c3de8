/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-order.h"

#include "pz-natural-order.h"

struct _PzStandardOrder
{
  guint n_items;
  guint *starts;        /* n_items + 2: where the children of each item begin; those of the root at n_items */
  guint *children;      /* sorted, without the edges that were cut */
  guint *first_parents; /* the parent an item stands below at its first place; the root for what is not placed */
  guint *from_bottom;   /* n_items: children before their parents */
  guint *in_order;      /* n_items: as read from top to bottom, each at its first place */
  guint n_reached;      /* while it is made: of both */
  guint n_left;
  guint n_placed;       /* the first of in_order */
  guint depth;
  GArray *not_placed;   /* guint */
  GArray *cut;          /* guint: items that would have stood below themselves */
};

/* What is needed to make it, and to sort. */
typedef struct
{
  PzStandardOrder *order;
  const PzStandardKey *keys;
  guint *parents;       /* any parent of an item, or the root */
  guint8 *colours;
} Making;

enum { WHITE, GREY, BLACK };

/* An item whose children are being visited. */
typedef struct
{
  guint item;
  guint next; /* in children */
  guint kept; /* where the next child that stays is put */
} Visit;

static int
compare_numbers (double a,
                 double b)
{
  return a < b ? -1 : a > b;
}

/* the same edge twice: the one that says a place comes first */
static int
compare_edges (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const PzStandardEdge *x = a, *y = b;

  if (x->parent != y->parent)
    return x->parent < y->parent ? -1 : 1;
  if (x->child != y->child)
    return x->child < y->child ? -1 : 1;
  return compare_numbers (x->sequence, y->sequence);
}

static int
compare_siblings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const PzStandardEdge *x = a, *y = b;
  const PzStandardKey *keys = user_data;
  int order;

  if (x->parent != y->parent)
    return x->parent < y->parent ? -1 : 1;
  order = compare_numbers (x->sequence, y->sequence);
  if (order == 0)
    order = pz_natural_compare (keys[x->child].enumeration, keys[y->child].enumeration);
  if (order == 0)
    order = pz_natural_compare (keys[x->child].code, keys[y->child].code);
  if (order == 0)
    order = compare_numbers (keys[x->child].order, keys[y->child].order);
  return order != 0 ? order : x->child < y->child ? -1 : x->child > y->child;
}

static void
sort_edges (GArray *edges,
            int   (*compare) (gconstpointer, gconstpointer, gpointer),
            const PzStandardKey *keys)
{
  g_array_sort_with_data (edges, compare, (gpointer) keys);
}

/* each once, in the order of siblings; those that begin or end outside of the items are left out */
static GArray *
dup_edges (const PzStandardKey  *keys,
           guint                 n_items,
           const PzStandardEdge *edges,
           guint                 n_edges)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (PzStandardEdge), n_edges);
  guint kept = 0;

  for (guint i = 0; i < n_edges; i++)
    if (edges[i].child < n_items && (edges[i].parent < n_items || edges[i].parent == PZ_STANDARD_ROOT))
      g_array_append_val (sorted, edges[i]);
  sort_edges (sorted, compare_edges, keys);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PzStandardEdge *edge = &g_array_index (sorted, PzStandardEdge, i);
      const PzStandardEdge *last = kept > 0 ? &g_array_index (sorted, PzStandardEdge, kept - 1) : NULL;

      if (last == NULL || last->parent != edge->parent || last->child != edge->child)
        g_array_index (sorted, PzStandardEdge, kept++) = *edge;
    }
  g_array_set_size (sorted, kept);
  sort_edges (sorted, compare_siblings, keys);
  return sorted;
}

static void
fill_children (Making       *making,
               const GArray *edges)
{
  PzStandardOrder *self = making->order;
  guint parent = 0;

  self->starts = g_new0 (guint, self->n_items + 2);
  self->children = g_new (guint, edges->len + 1);
  for (guint i = 0; i < edges->len; i++)
    {
      const PzStandardEdge *edge = &g_array_index (edges, PzStandardEdge, i);
      guint row = edge->parent == PZ_STANDARD_ROOT ? self->n_items : edge->parent;

      while (parent < row)
        self->starts[++parent] = i;
      self->children[i] = edge->child;
      if (making->parents[edge->child] == PZ_STANDARD_ROOT && edge->parent != PZ_STANDARD_ROOT)
        making->parents[edge->child] = edge->parent;
    }
  while (parent <= self->n_items)
    self->starts[++parent] = edges->len;
}

static void
enter (Making *making,
       GArray *stack,
       guint   item,
       guint   parent)
{
  PzStandardOrder *self = making->order;
  Visit visit = { item, self->starts[item], self->starts[item] };

  if (item < self->n_items)
    {
      making->colours[item] = GREY;
      self->first_parents[item] = parent < self->n_items ? parent : PZ_STANDARD_ROOT;
      self->in_order[self->n_reached++] = item;
    }
  g_array_append_val (stack, visit);
}

/* a child that was cut is no child: the others move up, and the rest of the row says that it is unused */
static void
leave (Making      *making,
       const Visit *visit)
{
  PzStandardOrder *self = making->order;

  for (guint i = visit->kept; i < self->starts[visit->item + 1]; i++)
    self->children[i] = PZ_STANDARD_ROOT;
  if (visit->item == self->n_items)
    return;
  making->colours[visit->item] = BLACK;
  self->from_bottom[self->n_left++] = visit->item;
}

/* Down from an item, without recursion: a chain may be as long as a file allows. */
static void
visit_from (Making *making,
            guint   top)
{
  PzStandardOrder *self = making->order;
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Visit));

  enter (making, stack, top, self->n_items);
  while (stack->len > 0)
    {
      Visit *visit = &g_array_index (stack, Visit, stack->len - 1);
      guint child;

      if (visit->next == self->starts[visit->item + 1])
        {
          leave (making, visit);
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      child = self->children[visit->next++];
      if (making->colours[child] == GREY)
        {
          g_array_append_val (self->cut, child);
          continue;
        }
      self->children[visit->kept++] = child;
      if (making->colours[child] == WHITE)
        enter (making, stack, child, visit->item);
    }
}

static void
visit_not_placed (Making *making,
                  guint   item)
{
  PzStandardOrder *self = making->order;

  g_array_append_val (self->not_placed, item);
  visit_from (making, item);
}

/* What hangs on a circle is found below it: go up until an item comes again. */
static guint
find_on_circle (Making *making,
                guint   item)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  while (g_hash_table_add (seen, GUINT_TO_POINTER (item)))
    item = making->parents[item];
  return item;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const PzStandardKey *keys = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  int order = compare_numbers (keys[x].order, keys[y].order);

  return order != 0 ? order : x < y ? -1 : x > y;
}

/* From the root; then what has no parent, then what is its own ancestor, both in the order of the file. */
static void
visit_all (Making *making)
{
  PzStandardOrder *self = making->order;
  g_autoptr(GArray) items = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n_items);

  visit_from (making, self->n_items);
  self->n_placed = self->n_reached;
  for (guint i = 0; i < self->n_items; i++)
    if (making->colours[i] == WHITE)
      g_array_append_val (items, i);
  g_array_sort_with_data (items, compare_places, (gpointer) making->keys);
  for (guint i = 0; i < items->len; i++)
    {
      guint item = g_array_index (items, guint, i);

      if (making->parents[item] == PZ_STANDARD_ROOT)
        visit_not_placed (making, item);
    }
  for (guint i = 0; i < items->len; i++)
    {
      guint item = g_array_index (items, guint, i);

      if (making->colours[item] == WHITE)
        visit_not_placed (making, find_on_circle (making, item));
    }
}

/* of what is placed; an item counts where it lies deepest */
static guint
measure_depth (PzStandardOrder *self)
{
  g_autofree guint *depths = g_new0 (guint, self->n_items + 1);
  guint n, deepest = 0;
  const guint *top = pz_standard_order_get_children (self, PZ_STANDARD_ROOT, &n);

  for (guint i = 0; i < n; i++)
    depths[top[i]] = 1;
  for (guint i = self->n_items; i > 0; i--)
    {
      guint item = self->from_bottom[i - 1];
      const guint *children = pz_standard_order_get_children (self, item, &n);

      deepest = MAX (deepest, depths[item]);
      for (guint j = 0; j < n && depths[item] > 0; j++)
        depths[children[j]] = MAX (depths[children[j]], depths[item] + 1);
    }
  return deepest;
}

/**
 * pz_standard_order_new:
 * @keys: (array length=n_items): of the items, only used while it is made
 * @edges: (array length=n_edges): in any order; an edge may stand there twice, and one that leads to no item is left out
 *
 * Sorts the children of each item: by the place among the children of that parent, then by the number in the list, the
 * code (both as people count) and the order of the file. An item may stand below several parents. Where an item would
 * stand below itself the edge is cut, the last one met from the top; it stays at all its other places. Takes
 * n log n steps.
 *
 * Returns: (transfer full): the order
 */
PzStandardOrder *
pz_standard_order_new (const PzStandardKey  *keys,
                       guint                 n_items,
                       const PzStandardEdge *edges,
                       guint                 n_edges)
{
  PzStandardOrder *self = g_new0 (PzStandardOrder, 1);
  g_autofree guint8 *colours = g_new0 (guint8, n_items + 1);
  g_autofree guint *parents = g_new (guint, n_items + 1);
  g_autoptr(GArray) sorted = dup_edges (keys, n_items, edges, n_edges);
  Making making = { self, keys, parents, colours };

  self->n_items = n_items;
  self->first_parents = g_new (guint, n_items + 1);
  self->from_bottom = g_new (guint, n_items + 1);
  self->in_order = g_new (guint, n_items + 1);
  self->not_placed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cut = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i <= n_items; i++)
    parents[i] = PZ_STANDARD_ROOT;
  fill_children (&making, sorted);
  visit_all (&making);
  self->depth = measure_depth (self);
  return self;
}

/**
 * pz_standard_order_free:
 */
void
pz_standard_order_free (PzStandardOrder *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->starts);
  g_free (self->children);
  g_free (self->first_parents);
  g_free (self->from_bottom);
  g_free (self->in_order);
  g_array_unref (self->not_placed);
  g_array_unref (self->cut);
  g_free (self);
}

/**
 * pz_standard_order_get_n_items:
 *
 * Returns: how many items there are, placed or not
 */
guint
pz_standard_order_get_n_items (const PzStandardOrder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_items;
}

/**
 * pz_standard_order_get_children:
 * @parent: an item, or %PZ_STANDARD_ROOT for what stands at the top
 * @n_children: (out): how many
 *
 * Following children never comes back to where it began.
 *
 * Returns: (transfer none) (array length=n_children): sorted
 */
const guint *
pz_standard_order_get_children (const PzStandardOrder *self,
                                guint                  parent,
                                guint                 *n_children)
{
  guint row, end;

  g_return_val_if_fail (self != NULL && n_children != NULL, NULL);
  g_return_val_if_fail (parent < self->n_items || parent == PZ_STANDARD_ROOT, NULL);

  row = parent == PZ_STANDARD_ROOT ? self->n_items : parent;
  end = self->starts[row + 1];
  while (end > self->starts[row] && self->children[end - 1] == PZ_STANDARD_ROOT)
    end--;
  *n_children = end - self->starts[row];
  return self->children + self->starts[row];
}

/**
 * pz_standard_order_get_not_placed:
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items): items that nothing leads to from the top, in the order of the file;
 *   what stands below one of them is not listed
 */
const guint *
pz_standard_order_get_not_placed (const PzStandardOrder *self,
                                  guint                 *n_items)
{
  g_return_val_if_fail (self != NULL && n_items != NULL, NULL);

  *n_items = self->not_placed->len;
  return (const guint *) self->not_placed->data;
}

/**
 * pz_standard_order_get_cut:
 * @n_items: (out): how many edges were cut
 *
 * Returns: (transfer none) (array length=n_items): for each edge that was cut, the item that would have come again
 */
const guint *
pz_standard_order_get_cut (const PzStandardOrder *self,
                           guint                 *n_items)
{
  g_return_val_if_fail (self != NULL && n_items != NULL, NULL);

  *n_items = self->cut->len;
  return (const guint *) self->cut->data;
}

/**
 * pz_standard_order_get_from_bottom:
 *
 * Returns: (transfer none): all items, each behind everything that stands below it
 */
const guint *
pz_standard_order_get_from_bottom (const PzStandardOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->from_bottom;
}

/**
 * pz_standard_order_get_in_order:
 *
 * Returns: (transfer none): all items as read from top to bottom, each where it comes first; those that are not placed
 *   behind the others
 */
const guint *
pz_standard_order_get_in_order (const PzStandardOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->in_order;
}

/**
 * pz_standard_order_get_n_placed:
 *
 * Returns: how many items are reached from the top, each counted once
 */
guint
pz_standard_order_get_n_placed (const PzStandardOrder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_placed;
}

/**
 * pz_standard_order_get_depth:
 *
 * Returns: how many items lie one below the other at most; 0 when nothing is placed
 */
guint
pz_standard_order_get_depth (const PzStandardOrder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->depth;
}

/**
 * pz_standard_order_get_first_parent:
 * @item: an item
 *
 * Returns: the parent it stands below where it comes first; %PZ_STANDARD_ROOT at the top and where it is not placed
 */
guint
pz_standard_order_get_first_parent (const PzStandardOrder *self,
                                    guint                  item)
{
  g_return_val_if_fail (self != NULL && item < self->n_items, PZ_STANDARD_ROOT);

  return self->first_parents[item];
}
