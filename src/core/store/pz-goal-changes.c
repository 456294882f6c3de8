/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-changes.h"

#include "pz-day-watch.h"

struct _PzGoalChanges
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzDayWatch *day;
  GHashTable *learners; /* set of ids */
  gboolean all;
  gboolean edited;      /* the class says something else, and that is not saved yet */
};

G_DEFINE_FINAL_TYPE (PzGoalChanges, pz_goal_changes, G_TYPE_OBJECT)

static guint changed_signal;

static void
mark_all (PzGoalChanges *self)
{
  self->all = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static void
learners_written_cb (PzGoalChanges *self,
                     GPtrArray     *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->learners, g_strdup (ids->pdata[i]));
  g_signal_emit (self, changed_signal, 0);
}

/* who is gone for good was not written */
static void
index_items_changed_cb (PzIndex       *index,
                        guint          position,
                        guint          removed,
                        guint          added,
                        PzGoalChanges *self)
{
  if (removed > added)
    mark_all (self);
}

/* whether goals of everybody are judged by it */
static gboolean
concerns_all (PzRecord *record)
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

static void
class_changed_cb (PzGoalChanges *self,
                  PzRecord      *record)
{
  self->edited = self->edited || concerns_all (record);
}

/* by an undo, which is yet to be saved, or by another program, so that it is on the disk */
static void
class_reloaded_cb (PzGoalChanges *self)
{
  self->edited = TRUE;
}

static void
class_written_cb (PzGoalChanges *self)
{
  if (!self->edited)
    return;
  self->edited = pz_document_is_dirty (pz_classroom_get_document (self->classroom)); /* edited again meanwhile */
  mark_all (self);
}

static void
document_reloaded_cb (PzGoalChanges *self,
                      PzDocument    *document)
{
  if (document == pz_classroom_get_document (self->classroom))
    mark_all (self);
}

static void
pz_goal_changes_dispose (GObject *object)
{
  PzGoalChanges *self = PZ_GOAL_CHANGES (object);

  g_clear_object (&self->day);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_goal_changes_parent_class)->dispose (object);
}

static void
pz_goal_changes_finalize (GObject *object)
{
  g_hash_table_unref (PZ_GOAL_CHANGES (object)->learners);
  G_OBJECT_CLASS (pz_goal_changes_parent_class)->finalize (object);
}

static void
pz_goal_changes_class_init (PzGoalChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_changes_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goal_changes_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pz_goal_changes_init (PzGoalChanges *self)
{
  self->learners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = TRUE;
}

/**
 * pz_goal_changes_new:
 * @classroom: the class
 *
 * Returns: (transfer full): all of the class, and from now on whatever changes
 */
PzGoalChanges *
pz_goal_changes_new (PzClassroom *classroom)
{
  PzGoalChanges *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_GOAL_CHANGES, NULL);
  self->classroom = g_object_ref (classroom);
  self->day = pz_day_watch_new (pz_classroom_get_environment (classroom));
  document = pz_classroom_get_document (classroom);
  g_signal_connect_object (classroom, "learners-written", G_CALLBACK (learners_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "class-written", G_CALLBACK (class_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "document-reloaded", G_CALLBACK (document_reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (index_items_changed_cb), self,
                           0);
  g_signal_connect_object (document, "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (class_reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (mark_all), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * pz_goal_changes_is_empty:
 * @self: the changes
 *
 * Returns: whether nothing is to be read again
 */
gboolean
pz_goal_changes_is_empty (PzGoalChanges *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_CHANGES (self), TRUE);
  return !self->all && g_hash_table_size (self->learners) == 0;
}

/**
 * pz_goal_changes_add_all:
 * @self: the changes
 *
 * Everybody is to be read again, as after an attempt that failed. Nothing is told: the caller knows.
 */
void
pz_goal_changes_add_all (PzGoalChanges *self)
{
  g_return_if_fail (PZ_IS_GOAL_CHANGES (self));
  self->all = TRUE;
}

/**
 * pz_goal_changes_take:
 * @self: the changes
 * @ids: (out) (transfer full) (nullable) (array zero-terminated=1): learners to be read again; %NULL: all there are
 *
 * Afterwards there are no changes: whoever takes them reads.
 *
 * Returns: whether there was anything to take
 */
gboolean
pz_goal_changes_take (PzGoalChanges   *self,
                      char          ***ids)
{
  g_return_val_if_fail (PZ_IS_GOAL_CHANGES (self) && ids != NULL, FALSE);

  *ids = NULL;
  if (pz_goal_changes_is_empty (self))
    return FALSE;
  if (!self->all)
    *ids = (char **) g_hash_table_get_keys_as_array (self->learners, NULL);
  if (self->all)
    g_hash_table_remove_all (self->learners);
  else
    g_hash_table_steal_all (self->learners);
  self->all = FALSE;
  return TRUE;
}

/**
 * pz_goal_changes_look_at_clock:
 * @self: the changes
 *
 * Looks whether a new day has begun. Happens by itself now and then.
 */
void
pz_goal_changes_look_at_clock (PzGoalChanges *self)
{
  g_return_if_fail (PZ_IS_GOAL_CHANGES (self));
  pz_day_watch_look (self->day);
}
