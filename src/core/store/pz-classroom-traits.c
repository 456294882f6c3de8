/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-traits.h"

#include "pz-classroom-private.h"

/* When more learners than this were written, all are read again. */
#define MOST_STALE 64

struct _PzClassroomTraits
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzTraitTable *table;    /* NULL until all were read */
  GPtrArray *rows;        /* of PzTraitRow or NULL: what is not known; as long as the index once all were read */
  GHashTable *moved;      /* id -> PzTraitRow: taken out of rows, maybe to be put in again at another position */
  GHashTable *stale;      /* set of ids to be read, or read again */
  PzGoalNeeds *goals;     /* NULL while nothing is known of them */
  gboolean wanted;
  gboolean reading;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PzClassroomTraits, pz_classroom_traits, G_TYPE_OBJECT)

static guint changed_signal;

/* One task: all files of the class, or those of some learners. */
typedef struct
{
  GWeakRef traits;
  PzStore *store;
  GPtrArray *ids;      /* the learners to read; NULL: all there are */
  GHashTable *facts;   /* id -> PzTraitFacts or NULL: of some learners */
  PzTraitTable *table; /* of all learners: made in the thread, so that the window need not wait for it */
  GHashTable *rows;    /* id -> PzTraitRow: of all learners */
} Reading;

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->traits);
  g_object_unref (reading->store);
  g_clear_pointer (&reading->ids, g_ptr_array_unref);
  g_clear_pointer (&reading->facts, g_hash_table_unref);
  g_clear_pointer (&reading->table, pz_trait_table_free);
  g_clear_pointer (&reading->rows, g_hash_table_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Returns: (nullable): a file that cannot be read says nothing */
static PzTraitFacts *
read_learner (Reading    *reading,
              const char *id)
{
  g_autofree char *path = g_strconcat ("learners/", id, ".json", NULL);
  g_autoptr(GBytes) bytes = pz_store_read (reading->store, path, NULL, NULL);

  return bytes != NULL ? pz_trait_facts_read (bytes, id) : NULL;
}

static void
take_learner (const char *id,
              GBytes     *bytes,
              gpointer    user_data)
{
  Reading *reading = user_data;
  PzTraitFacts *facts = pz_trait_facts_read (bytes, id);
  PzTraitRow *row;

  if (facts == NULL)
    return;
  row = pz_trait_table_make_row (reading->table, facts);
  g_hash_table_replace (reading->rows, row->id, row);
}

static void
read_all (Reading      *reading,
          GCancellable *cancellable)
{
  reading->table = pz_trait_table_new ();
  reading->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pz_trait_row_free);
  pz_store_walk (reading->store, "learners", cancellable, take_learner, reading, NULL);
}

static void
read_some (Reading      *reading,
           GCancellable *cancellable)
{
  reading->facts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pz_trait_facts_free);
  for (guint i = 0; i < reading->ids->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const char *id = g_ptr_array_index (reading->ids, i);

      g_hash_table_insert (reading->facts, (gpointer) id, read_learner (reading, id));
    }
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;

  if (reading->ids == NULL)
    read_all (reading, cancellable);
  else
    read_some (reading, cancellable);
  g_task_return_boolean (task, TRUE);
}

/* ---- back in the main loop ---- */

static void read_next (PzClassroomTraits *self);

/* Puts what was read at the positions of the index. */
static void
take_all (PzClassroomTraits *self,
          Reading           *reading)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (index));

  g_ptr_array_set_size (self->rows, 0); /* they go with the table they were made of */
  g_clear_pointer (&self->table, pz_trait_table_free);
  self->table = g_steal_pointer (&reading->table);
  g_ptr_array_set_size (self->rows, (int) n);
  for (guint i = 0; i < n; i++)
    {
      gpointer row = NULL;

      g_hash_table_steal_extended (reading->rows, pz_index_peek_id (index, i), NULL, &row);
      self->rows->pdata[i] = row;
    }
}

static void
take_some (PzClassroomTraits *self,
           Reading           *reading)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  guint position;

  for (guint i = 0; i < reading->ids->len; i++)
    {
      const char *id = g_ptr_array_index (reading->ids, i);
      gpointer facts = NULL;

      g_hash_table_steal_extended (reading->facts, id, NULL, &facts);
      if (pz_index_find (index, id, &position))
        {
          pz_trait_row_free (self->rows->pdata[position]);
          self->rows->pdata[position] = facts != NULL ? pz_trait_table_make_row (self->table, facts) : NULL;
        }
      else
        pz_trait_facts_free (facts);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data; /* here, not in the thread, which may let go of the task last */
  g_autoptr(PzClassroomTraits) self = g_weak_ref_get (&reading->traits);

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->reading = FALSE;
  if (reading->ids == NULL)
    take_all (self, reading);
  else
    take_some (self, reading);
  read_next (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
start_reading (PzClassroomTraits *self,
               GPtrArray         *ids)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, read_cb, reading);

  self->reading = TRUE;
  g_weak_ref_init (&reading->traits, self);
  reading->store = g_object_ref (self->classroom->store);
  reading->ids = ids;
  g_task_set_source_tag (task, start_reading);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, NULL);
  g_task_run_in_thread (task, read_thread);
}

/* Reads what was written while the last task ran. */
static void
read_next (PzClassroomTraits *self)
{
  g_autoptr(GPtrArray) ids = NULL;
  GHashTableIter iter;
  gpointer id;

  if (self->reading || !self->wanted)
    return;
  /* rows of a few are made here, those of many in the thread, with a new table */
  if (self->table == NULL || g_hash_table_size (self->stale) > MOST_STALE)
    {
      g_hash_table_remove_all (self->stale);
      start_reading (self, NULL);
      return;
    }
  if (g_hash_table_size (self->stale) == 0)
    return;
  ids = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, id);
      g_hash_table_iter_steal (&iter);
    }
  start_reading (self, g_steal_pointer (&ids));
}

static void
learners_written_cb (PzClassroom       *classroom,
                     GPtrArray         *ids,
                     PzClassroomTraits *self)
{
  g_hash_table_remove_all (self->moved);
  if (!self->wanted)
    return;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->stale, g_strdup (g_ptr_array_index (ids, i)));
  read_next (self);
}

static void
take_out (PzClassroomTraits *self,
          guint              position)
{
  PzTraitRow *row = self->rows->pdata[position];

  if (row != NULL)
    g_hash_table_replace (self->moved, row->id, row);
  self->rows->pdata[position] = NULL;
}

/* Until a changed learner is read again, what was known still holds. */
static void
index_items_changed_cb (PzIndex           *index,
                        guint              position,
                        guint              removed,
                        guint              added,
                        PzClassroomTraits *self)
{
  if (self->table == NULL)
    return;
  for (guint i = 0; i < removed; i++)
    take_out (self, position + i);
  if (removed > added)
    g_ptr_array_remove_range (self->rows, position + added, removed - added);
  for (guint i = removed; i < added; i++)
    g_ptr_array_insert (self->rows, (int) position, NULL);
  for (guint i = position; i < position + added; i++)
    {
      const char *id = pz_index_peek_id (index, i);
      gpointer row = NULL;

      if (g_hash_table_steal_extended (self->moved, id, NULL, &row))
        self->rows->pdata[i] = row;
      else
        g_hash_table_add (self->stale, g_strdup (id));
    }
}

static void
pz_classroom_traits_dispose (GObject *object)
{
  PzClassroomTraits *self = PZ_CLASSROOM_TRAITS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_classroom_traits_parent_class)->dispose (object);
}

static void
pz_classroom_traits_finalize (GObject *object)
{
  PzClassroomTraits *self = PZ_CLASSROOM_TRAITS (object);

  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->stale);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->table, pz_trait_table_free);
  g_clear_pointer (&self->goals, pz_goal_needs_unref);
  G_OBJECT_CLASS (pz_classroom_traits_parent_class)->finalize (object);
}

static void
pz_classroom_traits_class_init (PzClassroomTraitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_classroom_traits_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_classroom_traits_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_classroom_traits_init (PzClassroomTraits *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_trait_row_free);
  self->moved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pz_trait_row_free);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pz_classroom_traits_new:
 * @classroom: the class
 *
 * Returns: (transfer full): knows nothing until pz_classroom_traits_load()
 */
PzClassroomTraits *
pz_classroom_traits_new (PzClassroom *classroom)
{
  PzClassroomTraits *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_CLASSROOM_TRAITS, NULL);
  self->classroom = g_object_ref (classroom);
  g_signal_connect_object (classroom, "learners-written", G_CALLBACK (learners_written_cb), self, 0);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (index_items_changed_cb), self,
                           0);
  return self;
}

/**
 * pz_classroom_traits_get_classroom:
 * @self: the traits
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_classroom_traits_get_classroom (PzClassroomTraits *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), NULL);
  return self->classroom;
}

/**
 * pz_classroom_traits_load:
 * @self: the traits
 *
 * Begins to read all learners, when that was not done before; "changed" says when they are there.
 */
void
pz_classroom_traits_load (PzClassroomTraits *self)
{
  g_return_if_fail (PZ_IS_CLASSROOM_TRAITS (self));

  if (self->wanted)
    return;
  self->wanted = TRUE;
  read_next (self);
}

/**
 * pz_classroom_traits_is_loaded:
 * @self: the traits
 *
 * Returns: whether all learners were read
 */
gboolean
pz_classroom_traits_is_loaded (PzClassroomTraits *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), FALSE);
  return self->table != NULL;
}

/**
 * pz_classroom_traits_is_busy:
 * @self: the traits
 *
 * Returns: whether something is being read, so that "changed" follows
 */
gboolean
pz_classroom_traits_is_busy (PzClassroomTraits *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), FALSE);
  return self->reading;
}

/**
 * pz_classroom_traits_get_table:
 * @self: the traits
 *
 * Returns: (transfer none) (nullable): every trait of the class once; %NULL before all learners were read
 */
PzTraitTable *
pz_classroom_traits_get_table (PzClassroomTraits *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), NULL);
  return self->table;
}

/**
 * pz_classroom_traits_peek:
 * @self: the traits
 * @position: of a learner in the index
 *
 * Returns: (transfer none) (nullable): what is known of the learner there; %NULL for a file that cannot be read, for one
 *   that is read just now, and before all were read
 */
const PzTraitRow *
pz_classroom_traits_peek (PzClassroomTraits *self,
                          guint              position)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), NULL);
  return position < self->rows->len ? self->rows->pdata[position] : NULL;
}

/**
 * pz_classroom_traits_set_goals:
 * @self: the traits
 * @goals: what the goals of the learners wait for; whoever judges them tells it
 */
void
pz_classroom_traits_set_goals (PzClassroomTraits *self,
                               PzGoalNeeds       *goals)
{
  g_return_if_fail (PZ_IS_CLASSROOM_TRAITS (self) && goals != NULL);

  if (pz_goal_needs_equal (self->goals, goals))
    return;
  g_clear_pointer (&self->goals, pz_goal_needs_unref);
  self->goals = pz_goal_needs_ref (goals);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * pz_classroom_traits_get_goals:
 * @self: the traits
 *
 * Returns: (transfer none) (nullable): what the goals of the learners wait for; %NULL before anybody told it
 */
PzGoalNeeds *
pz_classroom_traits_get_goals (PzClassroomTraits *self)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), NULL);
  return self->goals;
}

/**
 * pz_classroom_traits_count:
 * @self: the traits
 * @archived: count those who left instead of those who are here
 *
 * Returns: (transfer full) (element-type guint): how many learners have each trait of the table
 */
GArray *
pz_classroom_traits_count (PzClassroomTraits *self,
                           gboolean           archived)
{
  PzIndex *index;
  GArray *counts;

  g_return_val_if_fail (PZ_IS_CLASSROOM_TRAITS (self), NULL);

  index = pz_classroom_get_index (self->classroom);
  counts = g_array_new (FALSE, TRUE, sizeof (guint));
  if (self->table != NULL)
    g_array_set_size (counts, pz_trait_table_get_length (self->table));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PzTraitRow *row = self->rows->pdata[i];
      PzIndexFlags flags = pz_index_peek_flags (index, i);

      if (row == NULL || (flags & PZ_INDEX_DELETED) != 0 || ((flags & PZ_INDEX_ARCHIVED) != 0) != archived)
        continue;
      for (guint j = 0; j < row->n_traits; j++)
        g_array_index (counts, guint, row->traits[j])++;
    }
  return counts;
}
