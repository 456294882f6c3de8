/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-standard-tree.h"

#include <math.h>
#include <string.h>

static guint
line_of (const PzCasePackage *package,
         guint                item)
{
  return ((const PzCaseRecord *) g_ptr_array_index (package->items, item))->line;
}

static GHashTable *
number_items (const PzCasePackage *package)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < package->items->len; i++)
    g_hash_table_insert (numbers, ((PzCaseRecord *) g_ptr_array_index (package->items, i))->id, GUINT_TO_POINTER (i + 1));
  return numbers;
}

static guint
find_item (GHashTable *numbers,
           const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)) : 0;
}

static GArray *
list_edges (const PzCasePackage *package)
{
  g_autoptr(GHashTable) numbers = number_items (package);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (PzStandardEdge));

  for (guint i = 0; i < package->associations->len; i++)
    {
      const PzCaseRecord *record = g_ptr_array_index (package->associations, i);
      const char *destination = record->values[PZ_ASSOCIATION_DESTINATION];
      guint child = find_item (numbers, record->values[PZ_ASSOCIATION_ORIGIN]);
      guint parent = find_item (numbers, destination);
      PzStandardEdge edge = { child - 1, parent - 1, (double) INFINITY };

      if (strcmp (record->values[PZ_ASSOCIATION_KIND], PZ_STANDARD_IS_CHILD_OF) != 0 || child == 0)
        continue;
      if (g_strcmp0 (destination, package->framework->id) == 0)
        edge.parent = PZ_STANDARD_ROOT;
      else if (parent == 0)
        continue;
      g_array_append_val (edges, edge);
    }
  return edges;
}

/* the sequence does not matter here: only who is reached */
static PzStandardOrder *
make_order (const PzCasePackage *package)
{
  g_autofree PzStandardKey *keys = g_new0 (PzStandardKey, package->items->len + 1);
  g_autoptr(GArray) edges = list_edges (package);

  for (guint i = 0; i < package->items->len; i++)
    keys[i].order = i;
  return pz_standard_order_new (keys, package->items->len, (PzStandardEdge *) edges->data, edges->len);
}

/*
 * pz_case_place:
 *
 * Counts what is placed and says what is not.
 */
void
pz_case_place (PzCaseReading *reading)
{
  PzCasePackage *package = reading->package;
  g_autoptr(PzStandardOrder) order = make_order (package);
  const guint *items;

  pz_standard_order_get_children (order, PZ_STANDARD_ROOT, &package->n_top);
  package->n_placed = pz_standard_order_get_n_placed (order);
  package->depth = pz_standard_order_get_depth (order);
  items = pz_standard_order_get_not_placed (order, &package->n_not_placed);
  for (guint i = 0; i < package->n_not_placed; i++)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_NOT_PLACED, line_of (package, items[i]), NULL);
  items = pz_standard_order_get_cut (order, &package->n_circles);
  for (guint i = 0; i < package->n_circles; i++)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_CIRCLE, line_of (package, items[i]), NULL);
}
