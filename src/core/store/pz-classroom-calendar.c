/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-calendar.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

typedef struct
{
  PzStore *store;
  PzClock *clock;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_object_unref (reading->clock);
  g_free (reading);
}

static Reading *
reading_new (PzClassroom *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (self->store);
  reading->clock = g_object_ref (self->clock);
  return reading;
}

/* what documents are made with, and what was found */
typedef struct
{
  PzClock *clock;
  GPtrArray *found;
} Walk;

static void
read_activity (const char *id,
               GBytes     *bytes,
               gpointer    user_data)
{
  const Walk *walk = user_data;
  g_autoptr(PzDocument) document = NULL;
  PzActivity *activity;

  if (pz_id_is_valid (id))
    document = pz_document_parse (PZ_DOCUMENT_ACTIVITY, id, bytes, walk->clock, NULL);
  activity = document != NULL ? pz_activity_new (document) : NULL;
  if (activity != NULL)
    g_ptr_array_add (walk->found, activity);
}

static GPtrArray *
read_all (const Reading  *reading,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_activity_unref);
  Walk walk = { reading->clock, found };

  if (!pz_store_walk (reading->store, "activities", cancellable, read_activity, &walk, error))
    return NULL;
  return g_steal_pointer (&found);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = read_all (data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_read_activities_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads all activities that are not in the trash, regular ones among them.
 */
void
pz_classroom_read_activities_async (PzClassroom         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_read_activities_async);
  g_task_set_task_data (task, reading_new (self), reading_free);
  pz_task_run_apart (task, read_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_read_activities_finish:
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzActivity): in no useful order; %NULL with @error set
 */
GPtrArray *
pz_classroom_read_activities_finish (PzClassroom   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_read_activities_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pz_classroom_read_activities:
 * @error: as pz_classroom_read_activities_finish()
 *
 * The same, waiting for it.
 *
 * Returns: (transfer full) (element-type PzActivity): in no useful order; %NULL with @error set
 */
GPtrArray *
pz_classroom_read_activities (PzClassroom  *self,
                              GError      **error)
{
  Reading *reading;
  GPtrArray *found;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  reading = reading_new (self);
  found = read_all (reading, NULL, error);
  reading_free (reading);
  return found;
}
