/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-task.h"

/* The task that is waited for, while another one works in the thread. */
typedef struct
{
  GTask *task;
  GDestroyNotify free_result;
} Waiting;

/* back in the main loop */
static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autoptr(GTask) task = waiting->task;
  GError *error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, waiting->free_result);
  g_free (waiting);
}

/**
 * pz_task_run_apart:
 * @task: (transfer full): with its task data, which @func is given; its cancellable stops the work
 * @func: works in a thread and returns a pointer or an error; its source object is %NULL
 * @free_result: frees the pointer when nobody takes it
 *
 * As g_task_run_in_thread(), but a task of its own goes to the thread. A thread may let go of its task last, and then
 * whatever the task holds would end there: the object it works for, and what is in its data. So @task ends in the main
 * context it was made in.
 */
void
pz_task_run_apart (GTask           *task,
                   GTaskThreadFunc  func,
                   GDestroyNotify   free_result)
{
  g_autoptr(GTask) inner = NULL;
  Waiting *waiting;

  g_return_if_fail (G_IS_TASK (task) && func != NULL);

  waiting = g_new0 (Waiting, 1);
  waiting->task = task;
  waiting->free_result = free_result;
  inner = g_task_new (NULL, g_task_get_cancellable (task), done_cb, waiting);
  g_task_set_source_tag (inner, g_task_get_source_tag (task));
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, func);
}
