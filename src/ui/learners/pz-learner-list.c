/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-list-private.h"

#include <string.h>

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzLearnerList, pz_learner_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, pz_learner_list_selection_init))

static void
count_answer (PzLearnerList *self,
              PzMatch        answer,
              guint64        unknown)
{
  if (answer == PZ_MATCH_YES)
    self->n_found++;
  else if (answer == PZ_MATCH_UNKNOWN)
    {
      self->n_unknown++;
      self->unknown_groups |= unknown;
    }
}

static GArray *
filter_order (PzLearnerList *self)
{
  g_autoptr(PzLearnerMatch) match = pz_learner_match_new (self->index, self->traits, self->filter, self->search);
  gboolean trivial = pz_learner_match_is_trivial (match);
  guint length = pz_learner_order_get_length (self->order);
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (PzShownLearner), length);

  self->pending = pz_learner_match_is_pending (match);
  self->n_found = self->n_unknown = 0;
  self->unknown_groups = 0;
  for (guint i = 0; i < length; i++)
    {
      PzShownLearner row;
      guint64 unknown = 0;
      PzMatch answer = PZ_MATCH_YES;

      row.position = pz_learner_order_get (self->order, i, &row.serial);
      if (!trivial)
        answer = pz_learner_match_test (match, row.position, &unknown);
      count_answer (self, answer, unknown);
      if (answer == (self->show_unknown ? PZ_MATCH_UNKNOWN : PZ_MATCH_YES))
        g_array_append_val (shown, row);
    }
  return shown;
}

/**
 * pz_learner_list_update_shown:
 * @self: the list
 * @limit: the greatest number of rows to have from now on
 *
 * Puts the new rows in place and tells of the shortest range that differs. One range, because a list view pays for each.
 */
void
pz_learner_list_update_shown (PzLearnerList *self,
                              guint          limit)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->shown);
  guint old_n = MIN (old->len, self->limit);
  guint new_n;
  guint same_start = 0, same_end = 0;

  self->shown = filter_order (self);
  self->limit = limit;
  new_n = MIN (self->shown->len, self->limit);
#define SERIAL(rows, i) (g_array_index (rows, PzShownLearner, i).serial)
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
  pz_learner_list_update_shown (self, self->limit);
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
  return g_list_model_get_item (G_LIST_MODEL (self->index), g_array_index (self->shown, PzShownLearner, position).position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pz_learner_list_finalize (GObject *object)
{
  PzLearnerList *self = PZ_LEARNER_LIST (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->order, pz_learner_order_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->traits);
  g_clear_pointer (&self->filter, pz_learner_filter_free);
  g_clear_pointer (&self->search, g_free);
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
  self->shown = g_array_new (FALSE, FALSE, sizeof (PzShownLearner));
  self->filter = pz_learner_filter_new ();
  self->search = g_strdup ("");
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
  pz_learner_list_update_shown (self, G_MAXUINT);
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
 * pz_learner_list_set_traits:
 * @self: the list
 * @traits: (nullable): what is known of the learners beyond their names, so that it can be searched and filtered by
 */
void
pz_learner_list_set_traits (PzLearnerList     *self,
                            PzClassroomTraits *traits)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  if (self->traits == traits)
    return;
  if (self->traits != NULL)
    g_signal_handlers_disconnect_by_data (self->traits, self);
  g_set_object (&self->traits, traits);
  if (traits == NULL)
    return;
  /* behind the traits, which must have the positions of the index when the list looks at them */
  g_signal_handlers_disconnect_by_func (self->index, index_items_changed_cb, self);
  g_signal_connect_object (self->index, "items-changed", G_CALLBACK (index_items_changed_cb), self, 0);
  g_signal_connect_object (traits, "changed", G_CALLBACK (pz_learner_list_refilter), self, G_CONNECT_SWAPPED);
}

/**
 * pz_learner_list_refilter:
 * @self: the list
 *
 * Asks again who passes: after what is known changed, or the day, or the rhythm of the class.
 */
void
pz_learner_list_refilter (PzLearnerList *self)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  if (*self->search != '\0' || !pz_learner_filter_is_empty (self->filter))
    pz_learner_list_update_shown (self, self->limit);
}

/**
 * pz_learner_list_set_search:
 * @self: the list
 * @text: (nullable): what was typed
 * @limit: the greatest number of rows to have from now on, see pz_learner_list_set_limit()
 *
 * Leaves the learners of whose names, or traits, every typed word is a part, whatever case and accents.
 */
void
pz_learner_list_set_search (PzLearnerList *self,
                            const char    *text,
                            guint          limit)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  folded = g_strstrip (pz_search_fold (text != NULL ? text : ""));
  if (strcmp (folded, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&folded);
  pz_learner_list_update_shown (self, limit);
}

/**
 * pz_learner_list_set_levels:
 * @self: the list
 * @ranks: (nullable) (element-type utf8 guint): id of a level -> its place, from 1
 */
void
pz_learner_list_set_levels (PzLearnerList *self,
                            GHashTable    *ranks)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  pz_learner_order_set_levels (self->order, ranks);
  if (pz_learner_order_get_sort (self->order) == PZ_SORT_LEVEL)
    pz_learner_list_update_shown (self, self->limit);
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
    pz_learner_list_update_shown (self, limit);
}

/**
 * pz_learner_list_get_sort:
 * @self: the list
 *
 * Returns: its order
 */
PzLearnerSort
pz_learner_list_get_sort (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), PZ_SORT_GIVEN);
  return pz_learner_order_get_sort (self->order);
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
 * Returns: how many learners search and filter find, whatever the limit
 */
guint
pz_learner_list_count_found (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), 0);
  return self->n_found;
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
    if (g_array_index (self->shown, PzShownLearner, i).position == wanted)
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
  return pz_index_peek_id (self->index, g_array_index (self->shown, PzShownLearner, position).position);
}
