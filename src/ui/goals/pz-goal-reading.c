/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-reading.h"

#include "pz-classroom-goals.h"
#include "pz-task.h"

/* Goals on their way to be judged. */
typedef struct
{
  GPtrArray *sources; /* NULL once they are handed over */
  PzGoalRules *rules;
} Judging;

static void
judging_free (Judging *judging)
{
  g_clear_pointer (&judging->sources, g_ptr_array_unref);
  pz_goal_rules_unref (judging->rules);
  g_free (judging);
}

static void
judge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Judging *judging = data;

  g_task_return_pointer (task, pz_goal_progress_list (g_steal_pointer (&judging->sources), judging->rules, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  GError *error = NULL;
  GPtrArray *sources = pz_classroom_collect_goals_finish (classroom, result, &error);
  Judging *judging;
  GDate today;

  if (sources == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  judging = g_new0 (Judging, 1);
  judging->sources = sources;
  judging->rules = pz_goal_rules_new (pz_classroom_get_document (classroom), &today);
  g_task_set_task_data (task, judging, (GDestroyNotify) judging_free);
  pz_task_run_apart (g_steal_pointer (&task), judge_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_goal_reading_async:
 * @classroom: the class
 * @cancellable: (nullable): to stop
 * @callback: called in the main loop
 *
 * Reads the goals of the class and judges them as of today.
 */
void
pz_goal_reading_async (PzClassroom         *classroom,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom));

  task = g_task_new (classroom, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_goal_reading_async);
  pz_classroom_collect_goals_async (classroom, cancellable, collected_cb, task);
}

/**
 * pz_goal_reading_finish:
 * @classroom: the class
 * @error: the class could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzGoalProgress): the goals; %NULL with @error set
 */
GPtrArray *
pz_goal_reading_finish (PzClassroom   *classroom,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, classroom), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_goal_reading_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
