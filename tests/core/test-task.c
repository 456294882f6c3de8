/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-task.h"

#include <string.h>

/* Where the data of the task ended. */
static GThread *freed_in;

static void
free_data (gpointer data)
{
  freed_in = g_thread_self ();
  g_free (data);
}

static void
double_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_assert_null (source);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (strcmp (data, "") == 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "nothing to double");
  else
    g_task_return_pointer (task, g_strconcat (data, data, NULL), g_free);
}

typedef struct
{
  gboolean done;
  char *result;
  GError *error;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = g_task_propagate_pointer (G_TASK (result), &answer->error);
  answer->done = TRUE;
}

static void
run (const char   *data,
     GCancellable *cancellable,
     Answer       *answer)
{
  GTask *task = g_task_new (NULL, cancellable, answer_cb, answer);

  freed_in = NULL;
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, g_strdup (data), free_data);
  pz_task_run_apart (task, double_thread, g_free);
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

/* whatever the thread still holds, the task that was waited for ends here */
static void
test_result_comes_and_data_ends_here (void)
{
  Answer answer = { 0 };

  run ("ab", NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.result, ==, "abab");
  while (freed_in == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (freed_in == g_thread_self ());
  g_free (answer.result);
}

static void
test_errors_and_cancelling_come_through (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer failed = { 0 }, cancelled = { 0 };

  run ("", NULL, &failed);
  g_assert_error (failed.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (failed.result);
  g_clear_error (&failed.error);
  g_cancellable_cancel (cancellable);
  run ("ab", cancellable, &cancelled);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&cancelled.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/task/result-comes-and-data-ends-here", test_result_comes_and_data_ends_here);
  g_test_add_func ("/core/task/errors-and-cancelling-come-through", test_errors_and_cancelling_come_through);
  return g_test_run ();
}
