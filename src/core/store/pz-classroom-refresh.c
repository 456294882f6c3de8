/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <string.h>

typedef struct
{
  PzStore *store;
  GPtrArray *entries; /* what the index knew when the search began */
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->store);
  g_ptr_array_unref (search->entries);
  g_free (search);
}

static Search *
search_new (PzClassroom *self)
{
  Search *search = g_new0 (Search, 1);

  search->store = g_object_ref (self->store);
  search->entries = pz_index_dup_entries (self->index);
  return search;
}

static void
scan_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  PzIndexChanges *changes = pz_index_scan_store (search->store, search->entries, cancellable, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) pz_index_changes_free);
  else
    g_task_return_error (task, error);
}

/* Open documents whose file is another one than we know. One that cannot be read now stays as it is in memory: the
 * index shows it as damaged, and a save would find the change again. */
static void
reread_changed (PzClassroom *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (names, g_strdup (key));
  for (guint i = 0; i < names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (names, i));
      g_autoptr(PzDocument) alive = NULL;
      PzVersion now = { 0 };

      if (open == NULL || open->saving != NULL || open->base == NULL)
        continue;
      alive = g_object_ref (open->document);
      if (pz_store_stat (self->store, open->name, &now, NULL) && !pz_version_equal (&now, &open->seen))
        pz_classroom_reread (self, open, NULL);
    }
}

static void
apply_changes (PzClassroom    *self,
               PzIndexChanges *changes)
{
  if (changes->changed->len > 0 || changes->removed->len > 0 || !self->index_known)
    {
      pz_index_apply (self->index, changes->changed, changes->removed);
      pz_classroom_schedule_index (self);
    }
  self->index_known = TRUE;
  reread_changed (self);
}

/**
 * pz_classroom_refresh:
 * @error: why the folder could not be read
 *
 * Compares the files with what is in memory and takes over what differs, here and now.
 *
 * Returns: whether the folder could be read; single damaged files are rows of the index
 */
gboolean
pz_classroom_refresh (PzClassroom  *self,
                      GError      **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(PzIndexChanges) changes = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  entries = pz_index_dup_entries (self->index);
  changes = pz_index_scan_store (self->store, entries, NULL, error);
  if (changes == NULL)
    return FALSE;
  apply_changes (self, changes);
  return TRUE;
}

/**
 * pz_classroom_refresh_async:
 * @cancellable: (nullable): stops looking
 * @callback: called when it is done
 *
 * Like pz_classroom_refresh(), with the reading in a thread.
 */
void
pz_classroom_refresh_async (PzClassroom         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_refresh_async);
  g_task_set_task_data (task, search_new (self), (GDestroyNotify) search_free);
  g_task_run_in_thread (task, scan_thread);
}

/**
 * pz_classroom_refresh_finish:
 * @error: why the folder could not be read
 *
 * Takes over what was found. What we saved ourselves meanwhile is newer than what was found and stays.
 */
gboolean
pz_classroom_refresh_finish (PzClassroom   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr(PzIndexChanges) changes = NULL;
  Search *search;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_refresh_async), FALSE);

  changes = g_task_propagate_pointer (G_TASK (result), error);
  if (changes == NULL)
    return FALSE;
  search = g_task_get_task_data (G_TASK (result));
  pz_index_changes_drop_outdated (changes, search->entries, self->index);
  apply_changes (self, changes);
  return TRUE;
}

static void look_again (PzClassroom *self);

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  PzClassroom *self = PZ_CLASSROOM (source);

  pz_classroom_refresh_finish (self, result, NULL);
  self->refreshing = FALSE;
  if (self->refresh_again)
    look_again (self);
}

/* one search at a time; changes that come meanwhile start another one */
static void
look_again (PzClassroom *self)
{
  self->refresh_again = self->refreshing;
  if (self->refreshing)
    return;
  self->refreshing = TRUE;
  pz_classroom_refresh_async (self, NULL, refreshed_cb, NULL);
}

static void
files_changed_cb (PzStoreMonitor *monitor,
                  GStrv           names,
                  PzClassroom    *self)
{
  look_again (self);
}

/**
 * pz_classroom_watch:
 *
 * From now on the class follows what other programs write, within a second. Needs a running main loop; network folders
 * tell nothing, there call pz_classroom_refresh_async() when the window gets the focus.
 */
void
pz_classroom_watch (PzClassroom *self)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  if (self->monitor != NULL)
    return;
  self->monitor = pz_store_monitor_new (self->store);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (files_changed_cb), self, 0);
}
