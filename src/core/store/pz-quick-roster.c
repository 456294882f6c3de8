/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-roster.h"

#include "pz-index-private.h"
#include "pz-library.h"
#include "pz-task.h"

#include <glib/gi18n-lib.h>

/* What a thread needs to read one class or all others. */
typedef struct
{
  PzEnvironment *environment; /* to read the others */
  char *but;                  /* id of the class to leave out; NULL: none */
  GPtrArray *entries;         /* PzIndexEntry of the one class */
  char *id;
  char *name;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->environment);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_free (job->but);
  g_free (job->id);
  g_free (job->name);
  g_free (job);
}

static GPtrArray *
new_learners (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_quick_learner_unref);
}

static char *
dup_display_name (const char *given,
                  const char *family)
{
  if (given != NULL && family != NULL)
    /* Translators: a learner's given name and family name, in the order they are said */
    return g_strdup_printf (C_ ("name", "%1$s %2$s"), given, family);
  if (given != NULL || family != NULL)
    return g_strdup (given != NULL ? given : family);
  /* Translators: shown for a learner who has no name yet */
  return g_strdup (C_ ("name", "No name yet"));
}

/* Learners in the trash, archived or without any name cannot be meant. */
static void
add_entry (GPtrArray          *learners,
           const PzIndexEntry *entry,
           const char         *class_id,
           const char         *class_name)
{
  const char *given = pz_index_entry_get_call_name (entry);
  const char *family = pz_index_entry_get_text (entry, PZ_INDEX_FAMILY_NAME);
  g_autofree char *name = NULL;

  if (!pz_index_entry_is_shown (entry) || (entry->flags & PZ_INDEX_DAMAGED) != 0)
    return;
  given = given != NULL && *given != '\0' ? given : NULL;
  family = family != NULL && *family != '\0' ? family : NULL;
  if (given == NULL && family == NULL)
    return;
  name = dup_display_name (given, family);
  g_ptr_array_add (learners, pz_quick_learner_new (class_id, class_name, pz_index_entry_get_text (entry, PZ_INDEX_ID), name, given, family,
                                                   pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY)));
}

static void
read_one_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  GPtrArray *learners = new_learners ();

  for (guint i = 0; i < job->entries->len; i++)
    add_entry (learners, g_ptr_array_index (job->entries, i), job->id, job->name);
  g_task_return_pointer (task, learners, (GDestroyNotify) g_ptr_array_unref);
}

/* The rows of a class as its files are now: those of the cache whose files did not change, and the others read anew. */
static void
add_class (GPtrArray     *learners,
           PzEnvironment *environment,
           PzClassInfo   *info,
           GCancellable  *cancellable)
{
  const char *id = pz_class_info_get_id (info), *name = pz_class_info_get_name (info);
  g_autoptr(PzStore) store = pz_store_open (environment, pz_class_info_get_path (info), PZ_STORE_READ_ONLY, NULL);
  g_autoptr(GPtrArray) known = store != NULL ? pz_index_cache_load (store, id) : NULL;
  g_autoptr(PzIndexChanges) changes = store != NULL ? pz_index_scan_store (store, known, cancellable, NULL) : NULL;
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer entry;

  if (changes == NULL)
    return;
  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      PzIndexEntry *one = g_ptr_array_index (known, i);

      g_hash_table_insert (by_id, (gpointer) pz_index_entry_get_text (one, PZ_INDEX_ID), one);
    }
  for (guint i = 0; i < changes->removed->len; i++)
    g_hash_table_remove (by_id, g_ptr_array_index (changes->removed, i));
  for (guint i = 0; i < changes->changed->len; i++)
    {
      PzIndexEntry *one = g_ptr_array_index (changes->changed, i);

      g_hash_table_replace (by_id, (gpointer) pz_index_entry_get_text (one, PZ_INDEX_ID), one);
    }
  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    add_entry (learners, entry, id, name);
}

/* a class with a problem is left out: nothing can be written to it */
static void
read_others_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr(GListModel) classes = pz_library_list (job->environment, FALSE, &error);
  g_autoptr(GPtrArray) learners = new_learners ();

  if (classes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (classes) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      if (g_strcmp0 (pz_class_info_get_id (info), job->but) != 0 && pz_class_info_get_problem (info) == NULL)
        add_class (learners, job->environment, info, cancellable);
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&learners), (GDestroyNotify) g_ptr_array_unref);
}

static void
run (Job                 *job,
     GTaskThreadFunc      thread,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, pz_quick_roster_read_finish);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  pz_task_run_apart (task, thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_quick_roster_read_async:
 * @classroom: an open class
 * @cancellable: (nullable): to stop
 * @callback: called in the main context of the caller
 *
 * Takes the learners from the index in memory.
 */
void
pz_quick_roster_read_async (PzClassroom         *classroom,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Job *job;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom));

  job = g_new0 (Job, 1);
  job->entries = pz_index_dup_entries (pz_classroom_get_index (classroom));
  job->id = g_strdup (pz_classroom_get_id (classroom));
  job->name = g_strdup (pz_classroom_get_name (classroom));
  run (job, read_one_thread, cancellable, callback, user_data);
}

/**
 * pz_quick_roster_read_others_async:
 * @environment: where the classes are
 * @but: (nullable): id of a class to leave out
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Takes the learners of all classes that can be opened from their indexes; files that changed since are read.
 */
void
pz_quick_roster_read_others_async (PzEnvironment       *environment,
                                   const char          *but,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job;

  g_return_if_fail (PZ_IS_ENVIRONMENT (environment));

  job = g_new0 (Job, 1);
  job->environment = g_object_ref (environment);
  job->but = g_strdup (but);
  run (job, read_others_thread, cancellable, callback, user_data);
}

/**
 * pz_quick_roster_read_finish:
 * @error: the folder of the classes cannot be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzQuickLearner): who can be named, in no order; %NULL with @error set
 */
GPtrArray *
pz_quick_roster_read_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_quick_roster_read_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
