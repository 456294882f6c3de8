/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-goals.h"

#include "pz-classroom-private.h"
#include "pz-goal-scan.h"
#include "pz-task.h"

static PzGoalScan *
read_class (PzStore  *store,
            GError  **error)
{
  g_autoptr(GBytes) bytes = pz_store_read (store, "classroom.json", NULL, error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return pz_goal_scan_new (data, length, error);
}

/* a file that cannot be read has no goals here; that it cannot is said by the lists */
static void
read_learner (PzStore    *store,
              PzGoalScan *scan,
              const char *name,
              GPtrArray  *sources)
{
  g_autofree char *path = g_build_filename ("learners", name, NULL);
  g_autoptr(GBytes) bytes = pz_store_read (store, path, NULL, NULL);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  pz_goal_scan_read_learner (scan, data, length, sources, NULL);
}

static GPtrArray *
list_names (PzStore            *store,
            const char * const *ids,
            GError            **error)
{
  GPtrArray *names;

  if (ids == NULL)
    return pz_store_list (store, "learners", error);
  names = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (names, g_strconcat (ids[i], ".json", NULL));
  return names;
}

static GPtrArray *
collect (PzStore            *store,
         const char * const *ids,
         GCancellable       *cancellable,
         GError            **error)
{
  g_autoptr(PzGoalScan) scan = read_class (store, error);
  g_autoptr(GPtrArray) names = scan != NULL ? list_names (store, ids, error) : NULL;
  g_autoptr(GPtrArray) sources = NULL;

  if (names == NULL)
    return NULL;
  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (g_str_has_suffix (g_ptr_array_index (names, i), ".json"))
      read_learner (store, scan, g_ptr_array_index (names, i), sources);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sources);
}

/* What a thread is given. */
typedef struct
{
  PzStore *store;
  char **ids; /* NULL: all learners */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->store);
  g_strfreev (request->ids);
  g_free (request);
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  GPtrArray *sources = collect (request->store, (const char * const *) request->ids, cancellable, &error);

  if (sources != NULL)
    g_task_return_pointer (task, sources, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_collect_goals_of_async:
 * @ids: (nullable) (array zero-terminated=1): learners to read; %NULL: all there are
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller; ends with pz_classroom_collect_goals_finish()
 *
 * Reads the goals of learners who are neither in the trash nor archived, without those in the trash.
 */
void
pz_classroom_collect_goals_of_async (PzClassroom         *self,
                                     const char * const  *ids,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_collect_goals_async);
  request = g_new0 (Request, 1);
  request->store = g_object_ref (self->store);
  request->ids = g_strdupv ((char **) ids);
  g_task_set_task_data (task, request, request_free);
  pz_task_run_apart (task, collect_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_collect_goals_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * The same for all learners.
 */
void
pz_classroom_collect_goals_async (PzClassroom         *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  pz_classroom_collect_goals_of_async (self, NULL, cancellable, callback, user_data);
}

/**
 * pz_classroom_collect_goals_finish:
 * @error: the class could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzGoalSource): goals, those of one learner side by side; %NULL with @error set
 */
GPtrArray *
pz_classroom_collect_goals_finish (PzClassroom   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_collect_goals_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pz_classroom_collect_goals:
 * @cancellable: (nullable): to stop between two files
 * @error: as pz_classroom_collect_goals_finish()
 *
 * The same, waiting for it.
 *
 * Returns: (transfer full) (element-type PzGoalSource): goals, those of one learner side by side; %NULL with @error set
 */
GPtrArray *
pz_classroom_collect_goals (PzClassroom   *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  return collect (self->store, NULL, cancellable, error);
}
