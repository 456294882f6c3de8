/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-job-private.h"

#include "pz-task.h"

#include <string.h>

/* Better groups are shown after so many us at the earliest: each time the cards are made anew. */
#define TELL_EVERY 250000

/* Groups on their way to the main context. */
typedef struct
{
  PzGroupJob *job;
  guint *groups;
} Told;

PzGroupJob *
pz_group_job_new (PzClassroom  *classroom,
                  PzGroupOrder *order,
                  guint         round)
{
  PzGroupJob *self = g_new0 (PzGroupJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->source = pz_classroom_source_new (classroom);
  self->order = order;
  self->round = round;
  return self;
}

PzGroupJob *
pz_group_job_ref (PzGroupJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Frees @data by @func in a thread, whoever lets go of it: with all that hundreds of learners ever did it would keep a key
 * waiting, or what is to be told of it. */
static void
free_apart (gpointer        data,
            GTaskThreadFunc func)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, free_apart);
  g_task_set_task_data (task, data, NULL);
  g_task_run_in_thread (task, func);
}

static void
free_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  PzGroupJob *self = data;

  g_clear_pointer (&self->order, pz_group_order_free);
  g_clear_pointer (&self->now, pz_group_order_free);
  g_clear_pointer (&self->present_account, pz_group_account_free);
  g_clear_pointer (&self->present, pz_group_formation_free);
  g_clear_pointer (&self->account, pz_group_account_free);
  g_clear_pointer (&self->formation, pz_group_formation_free);
  g_free (self->clashes);
  g_free (self);
  g_task_return_boolean (task, TRUE);
}

void
pz_group_job_unref (PzGroupJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  pz_classroom_source_free (self->source);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  free_apart (self, free_thread);
}

static void
told_free (gpointer data)
{
  Told *told = data;

  pz_group_job_unref (told->job);
  g_free (told->groups);
  g_free (told);
}

/* In the main context. The thread goes on with the search: what is read here it does not change any more. */
static gboolean
tell_cb (gpointer data)
{
  Told *told = data;

  if (!g_cancellable_is_cancelled (told->job->cancellable))
    told->job->found (told->job->formation, told->groups, told->job->found_data);
  return G_SOURCE_REMOVE;
}

/* In the thread of the search. The groups go to the main loop by a source of their own, which g_main_context_invoke() does
 * without where nobody runs the loop just then: the document and the page would be written in this thread. */
static void
progress_cb (const guint *groups,
             gint64       total,
             double       done,
             gpointer     user_data)
{
  PzGroupJob *self = user_data;
  gint64 now = g_get_monotonic_time ();
  Told *told;

  if (self->found == NULL || (self->told > 0 && (now - self->told < TELL_EVERY || total == self->told_total)))
    return;
  self->told = now;
  self->told_total = total;
  told = g_new0 (Told, 1);
  told->job = pz_group_job_ref (self);
  told->groups = g_memdup2 (groups, sizeof (guint) * pz_group_problem_get_n (self->formation->problem));
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, told, told_free);
}

static void
put_into_words (PzGroupJob *self)
{
  pz_group_formation_weigh (self->formation, self->cancellable);
  self->account = pz_group_account_new (self->formation, self->cancellable);
}

/* what there is now; rounds that are not complete cannot be told of */
static void
put_now_into_words (PzGroupJob            *self,
                    const PzClassroomCopy *copy)
{
  self->present = pz_group_formation_of_rounds (g_steal_pointer (&self->now), copy, NULL);
  if (self->present == NULL)
    return;
  pz_group_formation_weigh (self->present, self->cancellable);
  self->present_account = pz_group_account_new (self->present, self->cancellable);
}

static void
form (PzGroupJob             *self,
      const PzClassroomCopy  *copy,
      GError                **error)
{
  self->formation = pz_group_formation_prepare (g_steal_pointer (&self->order), copy, error);
  if (self->formation == NULL)
    return;
  self->clashes = pz_group_formation_dup_clashes (self->formation);
  if (self->clashes != NULL
      || !pz_group_formation_search (self->formation, self->cancellable, progress_cb, self, error))
    return;
  if (self->formation->result != NULL)
    pz_group_formation_prove (self->formation, self->cancellable);
  if (self->with_account)
    put_into_words (self);
  if (self->now != NULL)
    put_now_into_words (self, copy);
}

static void
judge (PzGroupJob             *self,
       const PzClassroomCopy  *copy,
       GError                **error)
{
  self->formation = pz_group_formation_of_seats (g_steal_pointer (&self->order), self->round, copy, error);
  if (self->formation == NULL)
    return;
  pz_group_formation_judge (self->formation, self->cancellable);
  put_into_words (self);
}

static void
free_copy_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  pz_classroom_copy_free (data);
  g_task_return_boolean (task, TRUE);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  PzGroupJob *self = data;
  PzClassroomCopy *copy = pz_classroom_copy_read (self->source, self->cancellable, &self->error);

  if (copy != NULL && self->round > 0)
    judge (self, copy, &self->error);
  else if (copy != NULL)
    form (self, copy, &self->error);
  if (copy != NULL)
    free_apart (copy, free_copy_thread); /* the result is told once this thread is done */
  g_task_return_pointer (task, pz_group_job_ref (self), (GDestroyNotify) pz_group_job_unref);
}

/* found (nullable): is told better groups while they are formed, for as long as the cancellable is not cancelled */
void
pz_group_job_run_async (PzGroupJob          *self,
                        PzGroupFound         found,
                        gpointer             found_data,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, pz_group_job_run_async);
  g_task_set_task_data (task, pz_group_job_ref (self), (GDestroyNotify) pz_group_job_unref);
  self->found = found;
  self->found_data = found_data;
  g_set_object (&self->cancellable, cancellable);
  pz_task_run_apart (task, run_thread, (GDestroyNotify) pz_group_job_unref);
}

/* Returns: (transfer full): the job, done; also one that was cancelled, with what was found, or that has an error */
PzGroupJob *
pz_group_job_run_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_group_job_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
