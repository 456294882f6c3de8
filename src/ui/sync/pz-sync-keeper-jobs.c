/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-keeper-private.h"

/* A job on its way to the thread and back. */
typedef struct
{
  PzSyncWork *work;
  PzSyncJob job;
  char *text;
  GCancellable *cancellable; /* of the keeper, or of who asked */
} Order;

static void
free_order (Order *order)
{
  pz_sync_work_unref (order->work);
  g_clear_object (&order->cancellable);
  g_free (order->text);
  g_free (order);
}

static void do_next (PzSyncKeeper *self);

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzSyncKeeper) self = PZ_SYNC_KEEPER (user_data); /* the reference handed over */
  g_autoptr(GTask) asked = g_steal_pointer (&self->current);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncAnswer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  self->facts.is_running = FALSE;
  if (answer != NULL && self->is_started)
    pz_sync_keeper_take (self, answer);
  if (answer != NULL)
    g_task_return_pointer (asked, g_steal_pointer (&answer), (GDestroyNotify) pz_sync_answer_free);
  else
    g_task_return_error (asked, g_steal_pointer (&error));
  do_next (self);
  pz_sync_keeper_plan (self);
  pz_sync_keeper_say (self);
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  PzSyncAnswer *answer = pz_sync_work_do (order->work, order->job, order->text, order->cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) pz_sync_answer_free);
  else
    g_task_return_error (task, error);
}

static gboolean
synchronises (PzSyncJob job)
{
  return job == PZ_SYNC_JOB_RUN || job == PZ_SYNC_JOB_START || job == PZ_SYNC_JOB_SIGN_IN || job == PZ_SYNC_JOB_UNLOCK
         || job == PZ_SYNC_JOB_RETIRE;
}

static void
do_next (PzSyncKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  Order *order;

  if (self->current != NULL || g_queue_is_empty (&self->waiting))
    return;
  self->current = g_queue_pop_head (&self->waiting);
  order = g_task_get_task_data (self->current);
  if (order->job == PZ_SYNC_JOB_RUN || order->job == PZ_SYNC_JOB_START)
    {
      self->run_waits = FALSE;
      self->activity_waits = FALSE;
    }
  self->facts.is_running = self->place != NULL && synchronises (order->job);
  /* the class belongs to the main thread: a task must not hold it there, it may be let go of by the other thread */
  task = g_task_new (NULL, NULL, done_cb, g_object_ref (self));
  g_task_set_source_tag (task, do_next);
  g_task_set_task_data (task, order, NULL); /* owned by the other task, which outlives this one */
  g_task_run_in_thread (task, work_thread);
  pz_sync_keeper_say (self);
}

/**
 * pz_sync_keeper_do_async:
 * @self: the keeper
 * @job: what to do
 * @text: (nullable): see #PzSyncJob
 * @cancellable: (nullable): to stop it; without one it is stopped with the keeper
 * @callback: (nullable): called when it is done, or not
 * @user_data: for @callback
 *
 * Does it after everything that was asked for before, in a thread.
 */
void
pz_sync_keeper_do_async (PzSyncKeeper        *self,
                         PzSyncJob            job,
                         const char          *text,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Order *order;

  g_return_if_fail (PZ_IS_SYNC_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_sync_keeper_do_async);
  order = g_new0 (Order, 1);
  order->work = pz_sync_work_ref (self->work);
  order->job = job;
  order->text = g_strdup (text);
  order->cancellable = g_object_ref (cancellable != NULL ? cancellable : self->cancellable);
  g_task_set_task_data (task, order, (GDestroyNotify) free_order);
  if (job == PZ_SYNC_JOB_RUN || job == PZ_SYNC_JOB_START)
    self->run_waits = TRUE;
  g_queue_push_tail (&self->waiting, task);
  do_next (self);
}

/**
 * pz_sync_keeper_do_finish:
 * @self: the keeper
 * @result: of pz_sync_keeper_do_async()
 * @error: why it was not done
 *
 * Returns: (transfer full) (nullable): what came of it
 */
PzSyncAnswer *
pz_sync_keeper_do_finish (PzSyncKeeper  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_sync_keeper_do_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
