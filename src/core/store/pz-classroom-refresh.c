/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* After which a search is tried again that another program kept from ending, s. */
#define RETRY_DELAY 1
#define LOOK_DELAY_MS 400 /* a class is on the screen by then */

/* the file of an open document, looked at in the thread */
typedef struct
{
  char *name;
  PzVersion known; /* when the search began */
  PzVersion seen;
  GBytes *bytes;   /* NULL: as it was, or not readable */
  gboolean missing;
} Watched;

typedef struct
{
  PzStore *store;
  GPtrArray *entries; /* what the index knew when the search began */
  GPtrArray *watched;
  PzIndexChanges *changes;
} Search;

static void
watched_free (Watched *watched)
{
  g_free (watched->name);
  g_clear_pointer (&watched->bytes, g_bytes_unref);
  g_free (watched);
}

static void
search_free (Search *search)
{
  g_object_unref (search->store);
  g_ptr_array_unref (search->entries);
  g_ptr_array_unref (search->watched);
  g_clear_pointer (&search->changes, pz_index_changes_free);
  g_free (search);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static Search *
search_new (PzClassroom *self)
{
  Search *search = g_new0 (Search, 1);
  GHashTableIter iter;
  gpointer value;

  search->store = g_object_ref (self->store);
  search->entries = pz_index_dup_entries (self->index);
  search->watched = g_ptr_array_new_with_free_func ((GDestroyNotify) watched_free);
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PzOpenDocument *open = value;
      Watched *watched;

      if (open->saving != NULL || open->base == NULL)
        continue;
      watched = g_new0 (Watched, 1);
      watched->name = g_strdup (open->name);
      watched->known = open->seen;
      g_ptr_array_add (search->watched, watched);
    }
  return search;
}

/* One that cannot be read now stays as it is in memory: the index shows it as damaged, and a save would find the change
 * again. A version that is not settled is read, too: its time may not show a change yet. */
static void
look_at_file (PzStore *store,
              Watched *watched)
{
  g_autoptr(GError) error = NULL;
  PzVersion now = { 0 };

  if (!pz_store_stat (store, watched->name, &now, NULL))
    return;
  if (now.settled && pz_version_equal (&now, &watched->known))
    return;
  watched->bytes = pz_store_read (store, watched->name, &watched->seen, &error);
  watched->missing = g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

/* from any thread */
static gboolean
search_run (Search        *search,
            GCancellable  *cancellable,
            GError       **error)
{
  search->changes = pz_index_scan_store (search->store, search->entries, cancellable, error);
  for (guint i = 0; search->changes != NULL && i < search->watched->len; i++)
    look_at_file (search->store, g_ptr_array_index (search->watched, i));
  return search->changes != NULL;
}

/* back in the main loop */
static void
search_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (search_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What was saved here since the search began is newer than what it found. Returns whether there was any of it. */
static gboolean
drop_outdated (PzClassroom *self,
               Search      *search)
{
  PzIndexChanges *changes = search->changes;
  guint before = changes->changed->len + changes->removed->len;

  pz_index_changes_drop_outdated (changes, search->entries, self->index);
  return changes->changed->len + changes->removed->len < before;
}

/* Returns whether one of them was saved or read here meanwhile, so that what was found is out of date. */
static gboolean
take_watched (PzClassroom *self,
              GPtrArray   *found)
{
  gboolean outdated = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      Watched *watched = g_ptr_array_index (found, i);
      PzOpenDocument *open = g_hash_table_lookup (self->open, watched->name);

      if (open == NULL || (watched->bytes == NULL && !watched->missing))
        continue;
      if (open->saving != NULL || open->base == NULL || !pz_version_equal (&open->seen, &watched->known))
        outdated = TRUE;
      else if (watched->missing)
        pz_classroom_take_missing (self, open);
      else
        pz_classroom_take_file (self, open, watched->bytes, &watched->seen, NULL);
    }
  return outdated;
}

/* Returns whether it is worth while to look again. */
static gboolean
search_apply (Search      *search,
              PzClassroom *self)
{
  PzIndexChanges *changes = search->changes;
  g_autoptr(PzClassroom) alive = g_object_ref (self);
  gboolean outdated = drop_outdated (self, search);

  if (changes->changed->len > 0 || changes->removed->len > 0 || !self->index_known)
    {
      self->index_known = TRUE;
      pz_classroom_apply_index (self, changes->changed, changes->removed);
      pz_classroom_schedule_index (self);
    }
  return take_watched (self, search->watched) || outdated;
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
  g_autoptr(Search) search = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  search = search_new (self);
  if (!search_run (search, NULL, error))
    return FALSE;
  search_apply (search, self);
  return TRUE;
}

/**
 * pz_classroom_refresh_async:
 * @cancellable: (nullable): stops looking
 * @callback: called when it is done
 *
 * Like pz_classroom_refresh(), with the reading in a thread. What was found is taken over by
 * pz_classroom_refresh_finish().
 */
void
pz_classroom_refresh_async (PzClassroom         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;
  g_autoptr(GTask) inner = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_refresh_async);
  g_task_set_task_data (task, search_new (self), (GDestroyNotify) search_free);
  /* a task of its own for the thread, which may let go of it last: the class must not end there */
  inner = g_task_new (NULL, cancellable, search_done_cb, task);
  g_task_set_source_tag (inner, pz_classroom_refresh_async);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, search_thread);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_refresh_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (search_apply (g_task_get_task_data (G_TASK (result)), self))
    pz_classroom_look_again (self);
  return TRUE;
}

/* First the watch, then the look: what is written between the two is seen by one of them. */
static gboolean
look_cb (gpointer user_data)
{
  PzClassroom *self = user_data;

  self->refresh_source = 0;
  if (self->monitor != NULL)
    pz_store_monitor_watch_learners (self->monitor);
  pz_classroom_look_again (self);
  return G_SOURCE_REMOVE;
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  PzClassroom *self = PZ_CLASSROOM (source);
  g_autoptr(GError) error = NULL;

  self->refreshing = FALSE;
  if (!pz_classroom_refresh_finish (self, result, &error) && g_error_matches (error, PZ_ERROR, PZ_ERROR_LOCKED)
      && self->refresh_source == 0)
    self->refresh_source = g_timeout_add_seconds (RETRY_DELAY, look_cb, self);
  if (self->refresh_again)
    pz_classroom_look_again (self);
}

/**
 * pz_classroom_look_again:
 *
 * Refreshes in a thread. One search at a time; what changes meanwhile starts another one.
 */
void
pz_classroom_look_again (PzClassroom *self)
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
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "activities/"))
      {
        g_signal_emit_by_name (self, "activities-written");
        break;
      }
  pz_classroom_look_again (self);
}

/**
 * pz_classroom_watch:
 *
 * From now on the class follows what other programs write, within a second. It begins with a look at all files, in a
 * thread and a moment later: the index it was opened with may be older than they are, when who wrote them died before it wrote the index.
 * Needs a running main loop. Called again it looks again: network folders tell nothing, and the window calls this when
 * it gets the focus.
 */
void
pz_classroom_watch (PzClassroom *self)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  if (self->monitor == NULL)
    {
      self->monitor = pz_store_monitor_new (self->store);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (files_changed_cb), self, 0);
    }
  /* whoever opens a class waits for the first picture of it, not for this */
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add_full (G_PRIORITY_LOW, LOOK_DELAY_MS, look_cb, self, NULL);
}
