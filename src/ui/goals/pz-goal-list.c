/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-list.h"

#include "pz-goal-work.h"

/* How often to look whether a new day began: a timer until midnight would not count while the machine sleeps. */
#define LOOK_EVERY_S 30

/* Where a class keeps the list that several share. */
#define SHARED_KEY "pz-goal-list"

struct _PzGoalList
{
  GObject parent_instance;

  PzClassroom *classroom;
  GPtrArray *items;          /* of PzGoalItem, sorted; replaced as a whole, never changed, so that a thread may read it */
  GHashTable *stale;         /* set of ids of learners to be read again */
  gboolean stale_all;        /* everything is to be read again */
  gboolean edited;           /* the class says something else, and that is not saved yet */
  gboolean read;             /* everything was read once */
  gboolean busy;
  GError *error;             /* why the last attempt failed */
  GDate today;
  guint clock;
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
    self->stale_all = TRUE; /* with the next change, or when asked to */
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

/* Returns: (transfer full) (nullable): the ids to read; NULL for all */
static char **
steal_stale (PzGoalList *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->stale);
  while (!self->stale_all && g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, id);
      g_hash_table_iter_steal (&iter);
    }
  g_hash_table_remove_all (self->stale);
  if (self->stale_all)
    return NULL;
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* Reads what was written while the last reading ran. */
static void
read_next (PzGoalList *self)
{
  g_auto(GStrv) ids = NULL;
  GWeakRef *list;

  if (self->busy || (!self->stale_all && g_hash_table_size (self->stale) == 0))
    return;
  self->busy = TRUE;
  ids = steal_stale (self);
  self->stale_all = FALSE;
  list = g_new0 (GWeakRef, 1);
  g_weak_ref_init (list, self);
  pz_goal_work_async (self->classroom, (const char * const *) ids, self->items, self->cancellable, read_cb, list);
}

static void
read_all (PzGoalList *self)
{
  self->stale_all = TRUE;
  read_next (self);
}

static void
learners_written_cb (PzClassroom *classroom,
                     GPtrArray   *ids,
                     PzGoalList  *self)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->stale, g_strdup (ids->pdata[i]));
  read_next (self);
}

/* who is gone for good was not written */
static void
index_items_changed_cb (PzIndex    *index,
                        guint       position,
                        guint       removed,
                        guint       added,
                        PzGoalList *self)
{
  if (removed > added)
    read_all (self);
}

static void
class_changed_cb (PzDocument *document,
                  PzRecord   *record,
                  guint       field,
                  PzGoalList *self)
{
  self->edited = self->edited || pz_goal_list_depends_on (record);
}

/* by an undo, which is yet to be saved, or by another program, so that it is on the disk */
static void
class_reloaded_cb (PzGoalList *self)
{
  self->edited = TRUE;
}

static void
class_written_cb (PzGoalList *self)
{
  if (!self->edited)
    return;
  self->edited = pz_document_is_dirty (pz_classroom_get_document (self->classroom)); /* edited again meanwhile */
  read_all (self);
}

static void
document_reloaded_cb (PzClassroom *classroom,
                      PzDocument  *document,
                      PzGoalList  *self)
{
  if (document == pz_classroom_get_document (classroom))
    read_all (self);
}

static gboolean
tick_cb (gpointer data)
{
  pz_goal_list_look_at_clock (data);
  return G_SOURCE_CONTINUE;
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
  g_clear_handle_id (&self->clock, g_source_remove);
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
  g_hash_table_unref (self->stale);
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
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  g_date_clear (&self->today, 1);
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
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_GOAL_LIST, NULL);
  self->classroom = g_object_ref (classroom);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &self->today);
  document = pz_classroom_get_document (classroom);
  g_signal_connect_object (classroom, "learners-written", G_CALLBACK (learners_written_cb), self, 0);
  g_signal_connect_object (classroom, "class-written", G_CALLBACK (class_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "document-reloaded", G_CALLBACK (document_reloaded_cb), self, 0);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (index_items_changed_cb), self,
                           0);
  g_signal_connect_object (document, "changed", G_CALLBACK (class_changed_cb), self, 0);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (class_reloaded_cb), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (LOOK_EVERY_S, tick_cb, self);
  read_all (self);
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
 * pz_goal_list_depends_on:
 * @record: of the document of a class
 *
 * Returns: whether goals of everybody are judged by it
 */
gboolean
pz_goal_list_depends_on (PzRecord *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_CLASSROOM:
    case PZ_RECORD_GOAL:
    case PZ_RECORD_PHASE:
    case PZ_RECORD_MEASURE:
      return TRUE;
    default:
      return FALSE;
    }
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

  read_all (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * pz_goal_list_look_at_clock:
 * @self: the list
 *
 * Judges all goals again when a new day has begun. Happens by itself every half minute.
 */
void
pz_goal_list_look_at_clock (PzGoalList *self)
{
  GDate today;

  g_return_if_fail (PZ_IS_GOAL_LIST (self));

  g_date_clear (&today, 1);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  if (g_date_compare (&today, &self->today) == 0)
    return;
  self->today = today;
  read_all (self);
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
