/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* After so many seconds without a change the index is written. */
#define INDEX_DELAY 5

typedef struct
{
  PzClassroom *classroom; /* for the main loop */
  PzStore *store;
  GPtrArray *entries;
  char *id;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->store);
  g_ptr_array_unref (writing->entries);
  g_free (writing->id);
  g_free (writing);
}

static PzIndexChanges *
changes_new (GPtrArray *changed,
             GPtrArray *removed)
{
  PzIndexChanges *changes = g_new0 (PzIndexChanges, 1);

  changes->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  changes->removed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    g_ptr_array_add (changes->changed, pz_index_entry_ref (g_ptr_array_index (changed, i)));
  for (guint i = 0; removed != NULL && i < removed->len; i++)
    g_ptr_array_add (changes->removed, g_strdup (g_ptr_array_index (removed, i)));
  return changes;
}

/* The index is silent about what lists of rows do not show; who reads more of the files hears of every one. */
static void
tell_written (PzClassroom *self,
              GPtrArray   *changed)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < changed->len; i++)
    g_ptr_array_add (ids, (gpointer) pz_index_entry_get_text (g_ptr_array_index (changed, i), PZ_INDEX_ID));
  if (ids->len > 0)
    g_signal_emit_by_name (self, "learners-written", ids);
}

/**
 * pz_classroom_apply_index:
 * @changed: (element-type PzIndexEntry) (nullable): entries
 * @removed: (element-type utf8) (nullable): ids
 *
 * As pz_index_apply(). Who listens to the index may save, or purge: what that brings is applied when the index has
 * told everybody of this.
 */
void
pz_classroom_apply_index (PzClassroom *self,
                          GPtrArray   *changed,
                          GPtrArray   *removed)
{
  g_autoptr(PzClassroom) alive = g_object_ref (self);

  self->index_changed = TRUE;
  g_ptr_array_add (self->index_queue, changes_new (changed, removed));
  if (self->index_busy)
    return;
  self->index_busy = TRUE;
  while (self->index_queue->len > 0)
    {
      g_autoptr(PzIndexChanges) next = g_ptr_array_steal_index (self->index_queue, 0);

      pz_index_apply (self->index, next->changed, next->removed);
      tell_written (self, next->changed);
    }
  self->index_busy = FALSE;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Writing *writing = data;

  /* a cache that cannot be written is made anew next time */
  pz_index_cache_save (writing->store, writing->entries, writing->id, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing *writing = user_data;
  g_autoptr(PzClassroom) self = g_steal_pointer (&writing->classroom);

  self->index_writing = FALSE;
  writing_free (writing);
}

static gboolean
write_index_cb (gpointer user_data)
{
  PzClassroom *self = user_data;
  g_autoptr(GTask) task = NULL;
  Writing *writing;

  self->index_source = 0;
  if (self->index_writing)
    {
      pz_classroom_schedule_index (self);
      return G_SOURCE_REMOVE;
    }
  self->index_changed = FALSE;
  self->index_writing = TRUE;
  writing = g_new0 (Writing, 1);
  writing->classroom = g_object_ref (self);
  writing->store = g_object_ref (self->store);
  writing->entries = pz_index_dup_entries (self->index);
  writing->id = g_strdup (self->id);
  task = g_task_new (NULL, NULL, written_cb, writing);
  g_task_set_source_tag (task, write_index_cb);
  g_task_set_task_data (task, writing, NULL);
  g_task_run_in_thread (task, write_thread);
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_schedule_index:
 *
 * The index has changed: it is written, in a thread, when nothing changes for a while.
 */
void
pz_classroom_schedule_index (PzClassroom *self)
{
  self->index_changed = TRUE;
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (!pz_classroom_is_read_only (self))
    self->index_source = g_timeout_add_seconds (INDEX_DELAY, write_index_cb, self);
}

/* an older one must not come behind the one that is written now */
static void
wait_for_writing (PzClassroom *self)
{
  while (self->index_writing)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * pz_classroom_write_index:
 * @error: why it could not be written; nothing depends on it
 *
 * Returns: whether the index on disk is the one in memory
 */
gboolean
pz_classroom_write_index (PzClassroom  *self,
                          GError      **error)
{
  g_autoptr(GPtrArray) entries = NULL;

  wait_for_writing (self);
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (!self->index_changed)
    return TRUE;
  entries = pz_index_dup_entries (self->index);
  if (!pz_index_cache_save (self->store, entries, self->id, error))
    return FALSE;
  self->index_changed = FALSE;
  return TRUE;
}

/**
 * pz_classroom_write_index_without:
 * @ids: (array zero-terminated=1): learners whose names shall not stand in it
 * @error: why it could not be written
 *
 * Returns: whether the index on disk knows nothing of them; the one in memory stays as it is
 */
gboolean
pz_classroom_write_index_without (PzClassroom        *self,
                                  const char *const  *ids,
                                  GError            **error)
{
  g_autoptr(GPtrArray) entries = NULL;

  wait_for_writing (self);
  g_clear_handle_id (&self->index_source, g_source_remove);
  entries = pz_index_dup_entries (self->index);
  for (guint i = entries->len; i > 0; i--)
    if (g_strv_contains (ids, pz_index_entry_get_text (g_ptr_array_index (entries, i - 1), PZ_INDEX_ID)))
      g_ptr_array_remove_index_fast (entries, i - 1);
  if (!pz_index_cache_save (self->store, entries, self->id, error))
    return FALSE;
  /* the one in memory is written when it is settled how the purge ended */
  pz_classroom_schedule_index (self);
  return TRUE;
}
