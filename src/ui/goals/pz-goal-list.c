/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-list.h"

#include "pz-goal-changes.h"
#include "pz-goal-work.h"

/* Where a class keeps the list that several share. */
#define SHARED_KEY "pz-goal-list"

struct _PzGoalList
{
  GObject parent_instance;

  PzClassroom *classroom;
  GPtrArray *items;          /* of PzGoalItem, sorted; replaced as a whole, never changed, so that a thread may read it */
  PzGoalChanges *changes;    /* what is to be read again */
  gboolean read;             /* everything was read once */
  gboolean busy;
  GError *error;             /* why the last attempt failed */
  GCancellable *cancellable;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzGoalList, pz_goal_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

static void read_next (PzGoalList *self);

/* Tells of the shortest range that differs. One range, because lists pay for each. */
static void
take_items (PzGoalList *self,
            GPtrArray  *items)
{
  GPtrArray *old = self->items;
  guint most = MIN (old->len, items->len);
  guint start = 0, end = 0;

  while (start < most && old->pdata[start] == items->pdata[start])
    start++;
  while (end < most - start && old->pdata[old->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;
  self->items = items;
  if (old->len != items->len || start < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, items->len - start - end);
  pz_goal_work_let_go (old);
}

static void
finish_reading (PzGoalList *self,
                GPtrArray  *items,
                GError     *error)
{
  self->busy = FALSE;
  g_clear_error (&self->error);
  self->error = error;
  if (items != NULL)
    {
      self->read = TRUE;
      take_items (self, items);
      read_next (self);
    }
  else
    pz_goal_changes_add_all (self->changes); /* with the next change, or when asked to */
  g_signal_emit (self, changed_signal, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *list = user_data;
  g_autoptr(PzGoalList) self = g_weak_ref_get (list);
  GError *error = NULL;
  g_autoptr(GPtrArray) items = pz_goal_work_finish (result, &error);

  g_weak_ref_clear (list);
  g_free (list);
  if (self != NULL && !g_cancellable_is_cancelled (self->cancellable))
    finish_reading (self, g_steal_pointer (&items), error);
  else
    g_clear_error (&error);
}

/* Reads what was written while the last reading ran. */
static void
read_next (PzGoalList *self)
{
  g_auto(GStrv) ids = NULL;
  GWeakRef *list;

  if (self->busy || !pz_goal_changes_take (self->changes, &ids))
    return;
  self->busy = TRUE;
  list = g_new0 (GWeakRef, 1);
  g_weak_ref_init (list, self);
  pz_goal_work_async (self->classroom, (const char * const *) ids, self->items, self->cancellable, read_cb, list);
}

static GType
get_item_type (GListModel *model)
{
  return PZ_TYPE_GOAL_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PZ_GOAL_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PzGoalItem *item = pz_goal_list_peek (PZ_GOAL_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pz_goal_list_dispose (GObject *object)
{
  PzGoalList *self = PZ_GOAL_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->changes);
  if (self->classroom != NULL && g_object_get_data (G_OBJECT (self->classroom), SHARED_KEY) == self)
    g_object_set_data (G_OBJECT (self->classroom), SHARED_KEY, NULL);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_goal_list_parent_class)->dispose (object);
}

static void
pz_goal_list_finalize (GObject *object)
{
  PzGoalList *self = PZ_GOAL_LIST (object);

  pz_goal_work_let_go (self->items);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (pz_goal_list_parent_class)->finalize (object);
}

static void
pz_goal_list_class_init (PzGoalListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goal_list_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_goal_list_init (PzGoalList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * pz_goal_list_new:
 * @classroom: the class
 *
 * Returns: (transfer full): a list that begins to read; empty until "changed"
 */
PzGoalList *
pz_goal_list_new (PzClassroom *classroom)
{
  PzGoalList *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_GOAL_LIST, NULL);
  self->classroom = g_object_ref (classroom);
  self->changes = pz_goal_changes_new (classroom);
  g_signal_connect_object (self->changes, "changed", G_CALLBACK (read_next), self, G_CONNECT_SWAPPED);
  read_next (self);
  return self;
}

/**
 * pz_goal_list_find_shared:
 * @classroom: the class
 *
 * Returns: (transfer none) (nullable): the list that others have; %NULL when nobody has one
 */
PzGoalList *
pz_goal_list_find_shared (PzClassroom *classroom)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  return g_object_get_data (G_OBJECT (classroom), SHARED_KEY);
}

/**
 * pz_goal_list_get:
 * @classroom: the class
 *
 * Returns: (transfer full): the list of the class that others have, too, so that its files are read once; a new one when
 *   nobody has it
 */
PzGoalList *
pz_goal_list_get (PzClassroom *classroom)
{
  PzGoalList *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = pz_goal_list_find_shared (classroom);
  if (self != NULL)
    return g_object_ref (self);
  self = pz_goal_list_new (classroom);
  g_object_set_data (G_OBJECT (classroom), SHARED_KEY, self); /* not owned: the list owns the class */
  return self;
}

/**
 * pz_goal_list_get_classroom:
 * @self: the list
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_goal_list_get_classroom (PzGoalList *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self), NULL);
  return self->classroom;
}

/**
 * pz_goal_list_is_read:
 * @self: the list
 *
 * Returns: whether all goals were read once, so that an empty list means that there are none
 */
gboolean
pz_goal_list_is_read (PzGoalList *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self), FALSE);
  return self->read;
}

/**
 * pz_goal_list_is_busy:
 * @self: the list
 *
 * Returns: whether something is being read, so that "changed" follows
 */
gboolean
pz_goal_list_is_busy (PzGoalList *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self), FALSE);
  return self->busy;
}

/**
 * pz_goal_list_get_error:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): why the last reading failed; the goals are then those of the one before
 */
const GError *
pz_goal_list_get_error (PzGoalList *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self), NULL);
  return self->error;
}

/**
 * pz_goal_list_retry:
 * @self: the list
 *
 * Reads everything again, after an error.
 */
void
pz_goal_list_retry (PzGoalList *self)
{
  g_return_if_fail (PZ_IS_GOAL_LIST (self));

  pz_goal_changes_add_all (self->changes);
  read_next (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * pz_goal_list_look_at_clock:
 * @self: the list
 *
 * Judges all goals again when a new day has begun. Happens by itself now and then.
 */
void
pz_goal_list_look_at_clock (PzGoalList *self)
{
  g_return_if_fail (PZ_IS_GOAL_LIST (self));
  pz_goal_changes_look_at_clock (self->changes);
}

/**
 * pz_goal_list_peek:
 * @self: the list
 * @position: of an item
 *
 * Returns: (transfer none) (nullable): the item; %NULL behind the end
 */
PzGoalItem *
pz_goal_list_peek (PzGoalList *self,
                   guint       position)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self), NULL);
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * pz_goal_list_find:
 * @self: the list
 * @learner: id of a learner
 * @goal: id of a goal
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it is there
 */
gboolean
pz_goal_list_find (PzGoalList *self,
                   const char *learner,
                   const char *goal,
                   guint      *position)
{
  g_return_val_if_fail (PZ_IS_GOAL_LIST (self) && learner != NULL && goal != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (pz_goal_item_get_goal (self->items->pdata[i]), goal)
        && g_str_equal (pz_goal_item_get_learner (self->items->pdata[i]), learner))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}
