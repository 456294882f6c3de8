/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-tree.h"

#include "pz-search-fold.h"
#include "pz-standard-list.h"

#include <math.h>
#include <string.h>

struct _PzStandardTree
{
  GObject parent_instance;

  PzDocument *framework;
  GPtrArray *records;     /* PzRecord, by item */
  GHashTable *items;      /* id, of the record -> item + 1 */
  PzStandardOrder *order;
  GPtrArray *search_keys; /* by item; made by the first search */
};

G_DEFINE_FINAL_TYPE (PzStandardTree, pz_standard_tree, G_TYPE_OBJECT)

static void
pz_standard_tree_finalize (GObject *object)
{
  PzStandardTree *self = PZ_STANDARD_TREE (object);

  g_clear_pointer (&self->order, pz_standard_order_free);
  g_clear_pointer (&self->search_keys, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (pz_standard_tree_parent_class)->finalize (object);
}

static void
pz_standard_tree_class_init (PzStandardTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_standard_tree_finalize;
}

static void
pz_standard_tree_init (PzStandardTree *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
take_records (PzStandardTree *self)
{
  GListModel *standards = pz_document_get_records (self->framework, PZ_RECORD_STANDARD);

  for (guint i = 0; i < g_list_model_get_n_items (standards); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (standards, i);

      if (pz_record_is_deleted (record))
        continue;
      if (!g_hash_table_contains (self->items, pz_record_get_id (record)))
        g_hash_table_insert (self->items, (gpointer) pz_record_get_id (record), GUINT_TO_POINTER (self->records->len + 1));
      g_ptr_array_add (self->records, g_steal_pointer (&record));
    }
}

/* infinity when it says none, as when it is no number */
static double
read_sequence (const char *text)
{
  char *end;
  double number;

  if (text == NULL)
    return INFINITY;
  number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (number) ? number : (double) INFINITY;
}

static void
add_edge (GArray *edges,
          guint   child,
          guint   parent,
          double  sequence)
{
  const PzStandardEdge edge = { child, parent, sequence };

  g_array_append_val (edges, edge);
}

static void
add_associations (PzStandardTree *self,
                  GArray         *edges)
{
  GListModel *associations = pz_document_get_records (self->framework, PZ_RECORD_ASSOCIATION);

  for (guint i = 0; i < g_list_model_get_n_items (associations); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (associations, i);
      const char *origin = pz_record_get_text (record, PZ_ASSOCIATION_ORIGIN);
      const char *destination = pz_record_get_text (record, PZ_ASSOCIATION_DESTINATION);
      double sequence = read_sequence (pz_record_get_text (record, PZ_ASSOCIATION_SEQUENCE));
      guint child, parent;

      if (g_strcmp0 (pz_record_get_text (record, PZ_ASSOCIATION_KIND), PZ_STANDARD_IS_CHILD_OF) != 0
          || pz_record_is_deleted (record) || destination == NULL || !pz_standard_tree_find (self, origin, &child))
        continue;
      if (strcmp (destination, pz_document_get_id (self->framework)) == 0)
        add_edge (edges, child, PZ_STANDARD_ROOT, sequence);
      else if (pz_standard_tree_find (self, destination, &parent))
        add_edge (edges, child, parent, sequence);
    }
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const GPtrArray *records = user_data;

  return strcmp (pz_record_get_text (g_ptr_array_index (records, *(const guint *) a), PZ_STANDARD_POSITION),
                 pz_record_get_text (g_ptr_array_index (records, *(const guint *) b), PZ_STANDARD_POSITION));
}

static void
add_parents (PzStandardTree *self,
             GArray         *edges,
             guint           item,
             double          rank)
{
  g_auto(GStrv) parents = pz_record_dup_set (g_ptr_array_index (self->records, item), PZ_STANDARD_PARENTS);
  guint parent;

  if (parents[0] == NULL && isfinite (rank))
    add_edge (edges, item, PZ_STANDARD_ROOT, rank);
  for (guint i = 0; parents[i] != NULL; i++)
    if (pz_standard_tree_find (self, parents[i], &parent))
      add_edge (edges, item, parent, rank);
}

/* Standards that were written here have parents and a position of their own, and no associations. */
static void
add_positions (PzStandardTree *self,
               GArray         *edges)
{
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->records->len; i++)
    if (!pz_record_is_empty (g_ptr_array_index (self->records, i), PZ_STANDARD_POSITION))
      g_array_append_val (placed, i);
    else
      add_parents (self, edges, i, INFINITY);
  g_array_sort_with_data (placed, compare_positions, self->records);
  for (guint i = 0; i < placed->len; i++)
    add_parents (self, edges, g_array_index (placed, guint, i), i);
}

static void
make_order (PzStandardTree *self)
{
  g_autofree PzStandardKey *keys = g_new0 (PzStandardKey, self->records->len + 1);
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (PzStandardEdge));

  for (guint i = 0; i < self->records->len; i++)
    {
      PzRecord *record = g_ptr_array_index (self->records, i);
      double order = pz_record_get_number (record, PZ_STANDARD_FILE_ORDER);

      keys[i].enumeration = pz_record_get_text (record, PZ_STANDARD_ENUMERATION);
      keys[i].code = pz_record_get_text (record, PZ_STANDARD_CODE);
      keys[i].order = isfinite (order) ? order : (double) INFINITY;
    }
  add_associations (self, edges);
  add_positions (self, edges);
  self->order = pz_standard_order_new (keys, self->records->len, (PzStandardEdge *) edges->data, edges->len);
}

static void
append_folded (GString    *key,
               const char *text)
{
  g_autofree char *folded = text != NULL ? pz_search_fold (text) : NULL;

  if (folded != NULL)
    g_string_append_printf (key, "%s ", folded);
}

static void
make_search_keys (PzStandardTree *self)
{
  static const guint fields[] = { PZ_STANDARD_CODE, PZ_STANDARD_STATEMENT, PZ_STANDARD_ABBREVIATED,
                                  PZ_STANDARD_ALTERNATIVE };

  self->search_keys = g_ptr_array_new_full (self->records->len, g_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      GString *key = g_string_new (NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        append_folded (key, pz_record_get_text (g_ptr_array_index (self->records, i), fields[j]));
      g_ptr_array_add (self->search_keys, g_string_free (key, FALSE));
    }
}

static gboolean
has_words (const char *key,
           char      **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * pz_standard_tree_new:
 * @framework: a document; what changes in it later is not seen
 *
 * A standard stands below the destination of each of its `isChildOf` associations (the document's own id is the top) and
 * below its `parents`; one with a `position` and no parents stands at the top.
 *
 * Returns: (transfer full): its tree
 */
PzStandardTree *
pz_standard_tree_new (PzDocument *framework)
{
  PzStandardTree *self;

  g_return_val_if_fail (PZ_IS_DOCUMENT (framework), NULL);
  g_return_val_if_fail (pz_document_get_kind (framework) == PZ_DOCUMENT_FRAMEWORK, NULL);

  self = g_object_new (PZ_TYPE_STANDARD_TREE, NULL);
  self->framework = g_object_ref (framework);
  take_records (self);
  make_order (self);
  return self;
}

/**
 * pz_standard_tree_get_framework:
 *
 * Returns: (transfer none): the document it was made of
 */
PzDocument *
pz_standard_tree_get_framework (PzStandardTree *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self), NULL);

  return self->framework;
}

/**
 * pz_standard_tree_get_order:
 *
 * Returns: (transfer none): who stands below whom
 */
const PzStandardOrder *
pz_standard_tree_get_order (PzStandardTree *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self), NULL);

  return self->order;
}

/**
 * pz_standard_tree_get_n_items:
 *
 * Returns: how many standards there are, placed or not
 */
guint
pz_standard_tree_get_n_items (PzStandardTree *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self), 0);

  return self->records->len;
}

/**
 * pz_standard_tree_get_record:
 * @item: below the number of items
 *
 * Returns: (transfer none): the standard
 */
PzRecord *
pz_standard_tree_get_record (PzStandardTree *self,
                             guint           item)
{
  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self) && item < self->records->len, NULL);

  return g_ptr_array_index (self->records, item);
}

/**
 * pz_standard_tree_find:
 * @id: (nullable): of a standard
 * @item: (out): its number, when it is there
 *
 * Returns: whether the framework has the standard
 */
gboolean
pz_standard_tree_find (PzStandardTree *self,
                       const char     *id,
                       guint          *item)
{
  guint found;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self) && item != NULL, FALSE);

  found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->items, id)) : 0;
  if (found > 0)
    *item = found - 1;
  return found > 0;
}

/**
 * pz_standard_tree_list_top:
 *
 * Returns: (transfer full): a #GListModel of #PzStandardNode
 */
GListModel *
pz_standard_tree_list_top (PzStandardTree *self)
{
  guint n_top, n_lost;
  const guint *top;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self), NULL);

  top = pz_standard_order_get_children (self->order, PZ_STANDARD_ROOT, &n_top);
  pz_standard_order_get_not_placed (self->order, &n_lost);
  return pz_standard_list_new (self, top, n_top, n_lost > 0);
}

/**
 * pz_standard_tree_search:
 * @text: what was typed; case and accents do not matter, each word must be found in code or statement
 *
 * Returns: (transfer full) (element-type guint): items as read from top to bottom, each once; all when @text is empty
 */
GArray *
pz_standard_tree_search (PzStandardTree *self,
                         const char     *text)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = NULL;
  const guint *in_order;
  GArray *found;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self) && text != NULL, NULL);

  if (self->search_keys == NULL)
    make_search_keys (self);
  folded = pz_search_fold (text);
  words = g_strsplit (folded, " ", -1);
  in_order = pz_standard_order_get_in_order (self->order);
  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->records->len; i++)
    if (has_words (g_ptr_array_index (self->search_keys, in_order[i]), words))
      g_array_append_val (found, in_order[i]);
  return found;
}

/**
 * pz_standard_tree_dup_path:
 * @item: below the number of items
 *
 * Returns: (transfer full) (element-type guint): what it stands below at its first place, from the top; empty at the top
 */
GArray *
pz_standard_tree_dup_path (PzStandardTree *self,
                           guint           item)
{
  GArray *path;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (self) && item < self->records->len, NULL);

  path = g_array_new (FALSE, FALSE, sizeof (guint));
  while ((item = pz_standard_order_get_first_parent (self->order, item)) != PZ_STANDARD_ROOT)
    g_array_append_val (path, item);
  for (guint i = 0; i < path->len / 2; i++)
    {
      guint other = g_array_index (path, guint, i);

      g_array_index (path, guint, i) = g_array_index (path, guint, path->len - 1 - i);
      g_array_index (path, guint, path->len - 1 - i) = other;
    }
  return path;
}
