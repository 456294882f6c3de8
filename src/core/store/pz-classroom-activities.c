/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-activity.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

typedef struct
{
  PzStore *store;
  char *learner;
} Listing;

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->store);
  g_free (listing->learner);
  g_free (listing);
}

/* a file that cannot be read shows nothing here; the check of the class speaks of it */
static GPtrArray *
list_activities (PzStore       *store,
                 const char    *learner,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (store, "activities", error);
  GPtrArray *found;

  if (names == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_timeline_activity_unref);
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *path = g_build_filename ("activities", g_ptr_array_index (names, i), NULL);
      g_autoptr(GBytes) bytes = g_str_has_suffix (path, ".json") ? pz_store_read (store, path, NULL, NULL) : NULL;
      PzTimelineActivity *activity = bytes != NULL ? pz_timeline_activity_read (bytes, learner) : NULL;

      if (activity != NULL)
        g_ptr_array_add (found, activity);
    }
  return found;
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Listing *listing = data;
  GError *error = NULL;
  g_autoptr(GPtrArray) found = list_activities (listing->store, listing->learner, cancellable, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_list_activities_async:
 * @learner: id of a learner
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Looks which activities that were held the learner took part in.
 */
void
pz_classroom_list_activities_async (PzClassroom         *self,
                                    const char          *learner,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Listing *listing;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));
  g_return_if_fail (learner != NULL);

  listing = g_new0 (Listing, 1);
  listing->store = g_object_ref (self->store);
  listing->learner = g_strdup (learner);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_list_activities_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  pz_task_run_apart (task, list_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_list_activities_finish:
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzTimelineActivity): in the order of their ids; %NULL with @error set
 */
GPtrArray *
pz_classroom_list_activities_finish (PzClassroom   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_list_activities_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pz_classroom_list_activities:
 * @learner: id of a learner
 * @error: the folder could not be read
 *
 * The same at once, for programs without a window.
 *
 * Returns: (transfer full) (element-type PzTimelineActivity): in the order of their ids; %NULL with @error set
 */
GPtrArray *
pz_classroom_list_activities (PzClassroom  *self,
                              const char   *learner,
                              GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);
  g_return_val_if_fail (learner != NULL, NULL);

  return list_activities (self->store, learner, NULL, error);
}
