/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-list.h"

#include <string.h>

/* One learner of the list. */
typedef struct
{
  guint position; /* in the index */
  guint serial;
} Shown;

struct _PzLearnerList
{
  GObject parent_instance;

  PzIndex *index;
  PzLearnerOrder *order;
  GArray *shown;        /* of Shown: what the search leaves of the order */
  GStrv words;          /* folded words that were typed; never NULL */
  GHashTable *selected; /* set of ids */
  guint limit;          /* greatest number of rows to have */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzLearnerList, pz_learner_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static gboolean
matches (PzLearnerList *self,
         guint          position)
{
  const char *key;

  if (self->words[0] == NULL)
    return TRUE;
  key = pz_index_peek_search_key (self->index, position);
  for (gsize i = 0; self->words[i] != NULL; i++)
    if (key == NULL || strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GArray *
filter_order (PzLearnerList *self)
{
  guint length = pz_learner_order_get_length (self->order);
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (Shown), length);

  for (guint i = 0; i < length; i++)
    {
      Shown row;

      row.position = pz_learner_order_get (self->order, i, &row.serial);
      if (matches (self, row.position))
        g_array_append_val (shown, row);
    }
  return shown;
}

/* Puts the new rows in place and tells of the shortest range that differs. One range, because a list view pays for each. */
static void
update_shown (PzLearnerList *self,
              guint          limit)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->shown);
  guint old_n = MIN (old->len, self->limit);
  guint new_n;
  guint same_start = 0, same_end = 0;

  self->shown = filter_order (self);
  self->limit = limit;
  new_n = MIN (self->shown->len, self->limit);
#define SERIAL(rows, i) (g_array_index (rows, Shown, i).serial)
  while (same_start < MIN (old_n, new_n) && SERIAL (old, same_start) == SERIAL (self->shown, same_start))
    same_start++;
  while (same_end < MIN (old_n, new_n) - same_start
         && SERIAL (old, old_n - 1 - same_end) == SERIAL (self->shown, new_n - 1 - same_end))
    same_end++;
#undef SERIAL
  if (old_n != new_n || same_start < new_n)
    g_list_model_items_changed (G_LIST_MODEL (self), same_start, old_n - same_start - same_end,
                                new_n - same_start - same_end);
}

static void
index_items_changed_cb (GListModel    *index,
                        guint          position,
                        guint          removed,
                        guint          added,
                        PzLearnerList *self)
{
  pz_learner_order_splice (self->order, position, removed, added);
  update_shown (self, self->limit);
}

static GType
get_item_type (GListModel *model)
{
  return PZ_TYPE_LEARNER_ROW;
}

static guint
get_n_items (GListModel *model)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);

  return MIN (self->shown->len, self->limit);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);

  if (position >= get_n_items (model))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->index), g_array_index (self->shown, Shown, position).position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);
  const char *id = pz_learner_list_peek_id (self, position);

  return id != NULL && g_hash_table_contains (self->selected, id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);
  GtkBitset *bits = gtk_bitset_new_empty ();
  guint end = MIN (get_n_items (G_LIST_MODEL (model)), position + n_items);

  if (g_hash_table_size (self->selected) > 0)
    for (guint i = position; i < end; i++)
      if (is_selected (model, i))
        gtk_bitset_add (bits, i);
  return bits;
}

static void
select_only (PzLearnerList *self,
             GtkBitset     *selected)
{
  GtkBitsetIter iter;
  guint i;

  g_hash_table_remove_all (self->selected);
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &i); valid; valid = gtk_bitset_iter_next (&iter, &i))
    if (i < get_n_items (G_LIST_MODEL (self)))
      g_hash_table_add (self->selected, g_strdup (pz_learner_list_peek_id (self, i)));
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);
  guint n_items = get_n_items (G_LIST_MODEL (model));
  gboolean everything = n_items == 0 || gtk_bitset_get_size_in_range (mask, 0, n_items - 1) == n_items;
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const char *id = pz_learner_list_peek_id (self, i);
      gboolean changed;

      if (!gtk_bitset_contains (mask, i))
        continue;
      changed = gtk_bitset_contains (selected, i) ? g_hash_table_add (self->selected, g_strdup (id))
                                                  : g_hash_table_remove (self->selected, id);
      if (changed)
        first = MIN (first, i);
      if (changed)
        last = i;
    }
  if (everything)
    select_only (self, selected); /* what a search hides is let go too */
  if (first <= last)
    gtk_selection_model_selection_changed (model, first, last - first + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
pz_learner_list_finalize (GObject *object)
{
  PzLearnerList *self = PZ_LEARNER_LIST (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->order, pz_learner_order_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  G_OBJECT_CLASS (pz_learner_list_parent_class)->finalize (object);
}

static void
pz_learner_list_class_init (PzLearnerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_learner_list_finalize;
}

static void
pz_learner_list_init (PzLearnerList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->words = g_new0 (char *, 1);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->limit = G_MAXUINT;
}

/**
 * pz_learner_list_new:
 * @index: the learners of a class
 * @scope: which of them
 * @sort: their order
 *
 * Makes the collation keys and sorts; may be called in any thread as long as nobody else uses @index.
 *
 * Returns: (transfer full): the list
 */
PzLearnerList *
pz_learner_list_new (PzIndex        *index,
                     PzLearnerScope  scope,
                     PzLearnerSort   sort)
{
  PzLearnerList *self;

  g_return_val_if_fail (PZ_IS_INDEX (index), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_LIST, NULL);
  self->index = g_object_ref (index);
  self->order = pz_learner_order_new (index, scope, sort);
  update_shown (self, G_MAXUINT);
  g_signal_connect_object (index, "items-changed", G_CALLBACK (index_items_changed_cb), self, 0);
  return self;
}

/**
 * pz_learner_list_get_index:
 * @self: the list
 *
 * Returns: (transfer none): the index its learners come from
 */
PzIndex *
pz_learner_list_get_index (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), NULL);
  return self->index;
}

/**
 * pz_learner_list_set_search:
 * @self: the list
 * @text: (nullable): what was typed
 * @limit: the greatest number of rows to have from now on, see pz_learner_list_set_limit()
 *
 * Leaves the learners of whose names every typed word is a part, whatever case and accents.
 */
void
pz_learner_list_set_search (PzLearnerList *self,
                            const char    *text,
                            guint          limit)
{
  g_autofree char *folded = NULL;
  g_autofree char *old = NULL;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  folded = g_strstrip (pz_search_fold (text != NULL ? text : ""));
  old = g_strjoinv (" ", self->words);
  if (strcmp (folded, old) == 0)
    return;
  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
  update_shown (self, limit);
}

/**
 * pz_learner_list_set_sort:
 * @self: the list
 * @sort: the new order
 * @limit: the greatest number of rows to have from now on, see pz_learner_list_set_limit()
 */
void
pz_learner_list_set_sort (PzLearnerList *self,
                          PzLearnerSort  sort,
                          guint          limit)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  if (pz_learner_order_set_sort (self->order, sort))
    update_shown (self, limit);
}

/**
 * pz_learner_list_set_limit:
 * @self: the list
 * @limit: the greatest number of rows to have; %G_MAXUINT for all
 *
 * A list view of GTK 4.8 builds 200 rows when it has them. For the first frame, and for the frame after a key in the
 * search, it is given no more than fit the screen; the others follow when that is painted.
 */
void
pz_learner_list_set_limit (PzLearnerList *self,
                           guint          limit)
{
  guint old_n, new_n;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  old_n = get_n_items (G_LIST_MODEL (self));
  self->limit = limit;
  new_n = get_n_items (G_LIST_MODEL (self));
  if (old_n != new_n)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (old_n, new_n), old_n > new_n ? old_n - new_n : 0,
                                new_n > old_n ? new_n - old_n : 0);
}

/**
 * pz_learner_list_count_all:
 * @self: the list
 *
 * Returns: how many learners there are in scope, found by the search or not
 */
guint
pz_learner_list_count_all (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), 0);
  return pz_learner_order_get_length (self->order);
}

/**
 * pz_learner_list_count_found:
 * @self: the list
 *
 * Returns: how many learners the search leaves, whatever the limit
 */
guint
pz_learner_list_count_found (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), 0);
  return self->shown->len;
}

/**
 * pz_learner_list_find:
 * @self: the list
 * @id: of a learner
 * @position: (out) (optional): where it is, or will be when the limit is lifted
 *
 * Returns: whether the search leaves the learner
 */
gboolean
pz_learner_list_find (PzLearnerList *self,
                      const char    *id,
                      guint         *position)
{
  guint wanted;

  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!pz_index_find (self->index, id, &wanted))
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, Shown, i).position == wanted)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_learner_list_peek_id:
 * @self: the list
 * @position: a position
 *
 * Returns: (nullable): the id of the learner there, valid until the class changes; %NULL behind the end
 */
const char *
pz_learner_list_peek_id (PzLearnerList *self,
                         guint          position)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), NULL);
  if (position >= get_n_items (G_LIST_MODEL (self)))
    return NULL;
  return pz_index_peek_id (self->index, g_array_index (self->shown, Shown, position).position);
}

/**
 * pz_learner_list_dup_selected:
 * @self: the list
 *
 * Returns: (transfer full): the ids of the selected learners, in no useful order
 */
GStrv
pz_learner_list_dup_selected (PzLearnerList *self)
{
  GStrvBuilder *builder;
  GHashTableIter iter;
  gpointer id;
  GStrv ids;

  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), NULL);

  builder = g_strv_builder_new ();
  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return ids;
}

/**
 * pz_learner_list_select_id:
 * @self: the list
 * @id: (nullable): the one learner to select; %NULL for none
 */
void
pz_learner_list_select_id (PzLearnerList *self,
                           const char    *id)
{
  guint n_items;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  if (id == NULL ? g_hash_table_size (self->selected) == 0
                 : g_hash_table_size (self->selected) == 1 && g_hash_table_contains (self->selected, id))
    return;
  g_hash_table_remove_all (self->selected);
  if (id != NULL)
    g_hash_table_add (self->selected, g_strdup (id));
  n_items = get_n_items (G_LIST_MODEL (self));
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}
