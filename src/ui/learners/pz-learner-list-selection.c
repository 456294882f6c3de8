/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-list-private.h"

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
  guint end = MIN (g_list_model_get_n_items (G_LIST_MODEL (model)), position + n_items);

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
    if (i < g_list_model_get_n_items (G_LIST_MODEL (self)))
      g_hash_table_add (self->selected, g_strdup (pz_learner_list_peek_id (self, i)));
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
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

/* What a click on a row, or a step of the cursor, does. */
static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  PzLearnerList *self = PZ_LEARNER_LIST (model);
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = gtk_bitset_new_empty ();

  if (unselect_rest && self->select_mode == PZ_SELECT_KEEP)
    return TRUE;
  gtk_bitset_add (mask, position);
  if (!(unselect_rest && self->select_mode == PZ_SELECT_TOGGLE && is_selected (model, position)))
    gtk_bitset_add (selected, position);
  if (unselect_rest && self->select_mode == PZ_SELECT_ONE)
    gtk_bitset_add_range (mask, 0, g_list_model_get_n_items (G_LIST_MODEL (model)));
  return set_selection (model, selected, mask);
}

/**
 * pz_learner_list_selection_init:
 * @iface: the interface of the list
 *
 * How learners are selected.
 */
void
pz_learner_list_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->set_selection = set_selection;
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
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

/**
 * pz_learner_list_select_all:
 * @self: the list
 *
 * Selects everybody search and filter leave, those behind the limit included.
 */
void
pz_learner_list_select_all (PzLearnerList *self)
{
  guint n_items;

  g_return_if_fail (PZ_IS_LEARNER_LIST (self));

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < self->shown->len; i++)
    g_hash_table_add (self->selected, g_strdup (pz_index_peek_id (self->index,
                                                                  g_array_index (self->shown, PzShownLearner, i).position)));
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

/**
 * pz_learner_list_count_selected:
 * @self: the list
 *
 * Returns: how many learners are selected, those the search hides included
 */
guint
pz_learner_list_count_selected (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), 0);
  return g_hash_table_size (self->selected);
}

/**
 * pz_learner_list_set_select_mode:
 * @self: the list
 * @mode: what choosing one row does from now on
 */
void
pz_learner_list_set_select_mode (PzLearnerList *self,
                                 PzSelectMode   mode)
{
  g_return_if_fail (PZ_IS_LEARNER_LIST (self));
  self->select_mode = mode;
}

/**
 * pz_learner_list_is_all_selected:
 * @self: the list
 *
 * Returns: whether everybody search and filter leave is selected, and there is somebody
 */
gboolean
pz_learner_list_is_all_selected (PzLearnerList *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_LIST (self), FALSE);

  for (guint i = 0; i < self->shown->len; i++)
    if (!g_hash_table_contains (self->selected, pz_index_peek_id (self->index, g_array_index (self->shown, PzShownLearner,
                                                                                              i).position)))
      return FALSE;
  return self->shown->len > 0;
}
