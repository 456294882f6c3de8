/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-found.h"

struct _PzGoalFound
{
  GObject parent_instance;

  PzGoalList *list;
  PzGoalFilter *filter;
  GPtrArray *shown;            /* of PzGoalItem, borrowed from the list, which holds them until it has told of its change */
  guint counts[PZ_N_STATUSES]; /* of those who pass everything but the status words */
  guint n_in_state;            /* of those who have the state that is asked for, whatever else is */
  guint limit;                 /* greatest number of rows to have */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzGoalFound, pz_goal_found, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GPtrArray *
ask_all (PzGoalFound *self)
{
  PzIndex *index = pz_classroom_get_index (pz_goal_list_get_classroom (self->list));
  g_autoptr(PzGoalMatch) match = pz_goal_match_new (self->filter, index);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean any = pz_goal_filter_any_status (self->filter);
  GPtrArray *shown = g_ptr_array_sized_new (n);

  for (guint status = 0; status < PZ_N_STATUSES; status++)
    self->counts[status] = 0;
  self->n_in_state = 0;
  for (guint i = 0; i < n; i++)
    {
      PzGoalItem *item = pz_goal_list_peek (self->list, i);
      PzStatus status = pz_goal_item_get_status (item);

      if (pz_goal_item_get_state (item) != pz_goal_filter_get_state (self->filter))
        continue;
      self->n_in_state++;
      if (!pz_goal_match_test (match, item))
        continue;
      self->counts[status]++;
      if (any || pz_goal_filter_has_status (self->filter, status))
        g_ptr_array_add (shown, item);
    }
  return shown;
}

/* Puts the new rows in place and tells of the shortest range that differs. One range, because a list view pays for each. */
static void
update_shown (PzGoalFound *self,
              guint        limit)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->shown);
  guint old_n = MIN (old->len, self->limit), new_n;
  guint start = 0, end = 0;

  self->shown = ask_all (self);
  self->limit = limit;
  new_n = MIN (self->shown->len, limit);
  while (start < MIN (old_n, new_n) && old->pdata[start] == self->shown->pdata[start])
    start++;
  while (end < MIN (old_n, new_n) - start && old->pdata[old_n - 1 - end] == self->shown->pdata[new_n - 1 - end])
    end++;
  if (old_n != new_n || start < new_n)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old_n - start - end, new_n - start - end);
}

static void
list_changed_cb (PzGoalFound *self)
{
  update_shown (self, self->limit);
}

/* names are searched, too */
static void
names_changed_cb (PzGoalFound *self)
{
  if (pz_goal_filter_has_search (self->filter))
    update_shown (self, self->limit);
}

static GType
get_item_type (GListModel *model)
{
  return PZ_TYPE_GOAL_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  PzGoalFound *self = PZ_GOAL_FOUND (model);

  return MIN (self->shown->len, self->limit);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PzGoalFound *self = PZ_GOAL_FOUND (model);

  return position < get_n_items (model) ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pz_goal_found_finalize (GObject *object)
{
  PzGoalFound *self = PZ_GOAL_FOUND (object);

  g_clear_object (&self->list);
  pz_goal_filter_free (self->filter);
  g_ptr_array_unref (self->shown);
  G_OBJECT_CLASS (pz_goal_found_parent_class)->finalize (object);
}

static void
pz_goal_found_class_init (PzGoalFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_goal_found_finalize;
}

static void
pz_goal_found_init (PzGoalFound *self)
{
  self->filter = pz_goal_filter_new ();
  self->shown = g_ptr_array_new ();
  self->limit = G_MAXUINT;
}

/**
 * pz_goal_found_new:
 * @list: the goals of a class
 *
 * Returns: (transfer full): those that are worked on
 */
PzGoalFound *
pz_goal_found_new (PzGoalList *list)
{
  PzGoalFound *self;
  PzIndex *index;

  g_return_val_if_fail (PZ_IS_GOAL_LIST (list), NULL);

  self = g_object_new (PZ_TYPE_GOAL_FOUND, NULL);
  self->list = g_object_ref (list);
  index = pz_classroom_get_index (pz_goal_list_get_classroom (list));
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (index, "items-changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  update_shown (self, self->limit);
  return self;
}

/**
 * pz_goal_found_set_filter:
 * @self: the goals
 * @filter: which of them to show
 * @limit: the greatest number of rows to have from now on, see pz_goal_found_set_limit()
 */
void
pz_goal_found_set_filter (PzGoalFound        *self,
                          const PzGoalFilter *filter,
                          guint               limit)
{
  PzGoalFilter *copy;

  g_return_if_fail (PZ_IS_GOAL_FOUND (self) && filter != NULL);

  copy = pz_goal_filter_copy (filter);
  pz_goal_filter_free (self->filter);
  self->filter = copy;
  update_shown (self, limit);
}

/**
 * pz_goal_found_peek_filter:
 * @self: the goals
 *
 * Returns: (transfer none): which of them are shown; valid until that changes
 */
const PzGoalFilter *
pz_goal_found_peek_filter (PzGoalFound *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FOUND (self), NULL);
  return self->filter;
}

/**
 * pz_goal_found_set_limit:
 * @self: the goals
 * @limit: the greatest number of rows to have: a list view is filled in steps, so that no step is long
 */
void
pz_goal_found_set_limit (PzGoalFound *self,
                         guint        limit)
{
  guint before, after;

  g_return_if_fail (PZ_IS_GOAL_FOUND (self));

  before = get_n_items (G_LIST_MODEL (self));
  self->limit = limit;
  after = get_n_items (G_LIST_MODEL (self));
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  else if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
}

/**
 * pz_goal_found_count:
 * @self: the goals
 * @status: a status word
 *
 * Returns: how many goals of it pass the rest of the filter, whichever status words it asks for
 */
guint
pz_goal_found_count (PzGoalFound *self,
                     PzStatus     status)
{
  g_return_val_if_fail (PZ_IS_GOAL_FOUND (self) && status < PZ_N_STATUSES, 0);
  return self->counts[status];
}

/**
 * pz_goal_found_count_any:
 * @self: the goals
 *
 * Returns: how many pass the rest of the filter, of all status words
 */
guint
pz_goal_found_count_any (PzGoalFound *self)
{
  guint n = 0;

  g_return_val_if_fail (PZ_IS_GOAL_FOUND (self), 0);

  for (guint status = 0; status < PZ_N_STATUSES; status++)
    n += self->counts[status];
  return n;
}

/**
 * pz_goal_found_count_found:
 * @self: the goals
 *
 * Returns: how many pass the whole filter, whatever the limit
 */
guint
pz_goal_found_count_found (PzGoalFound *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FOUND (self), 0);
  return self->shown->len;
}

/**
 * pz_goal_found_count_in_state:
 * @self: the goals
 *
 * Returns: how many goals of the class are in the state the filter asks for, whatever else it asks for
 */
guint
pz_goal_found_count_in_state (PzGoalFound *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FOUND (self), 0);
  return self->n_in_state;
}
