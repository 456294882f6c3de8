/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-phrases.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

/* a file that cannot be read offers nothing; that it cannot is said by the lists */
static void
read_file (PzStore        *store,
           PzGoalPhrases  *phrases,
           PzDocumentKind  kind,
           const char     *path)
{
  g_autoptr(GBytes) bytes = pz_store_read (store, path, NULL, NULL);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  pz_goal_phrases_read (phrases, kind, data, length, NULL);
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      store,
                GCancellable *cancellable)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();
  g_autoptr(GPtrArray) names = NULL;
  GError *error = NULL;

  names = pz_store_list (store, "learners", &error);
  if (names == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  read_file (store, phrases, PZ_DOCUMENT_CLASSROOM, "classroom.json");
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *path = g_build_filename ("learners", names->pdata[i], NULL);

      if (g_str_has_suffix (path, ".json"))
        read_file (store, phrases, PZ_DOCUMENT_LEARNER, path);
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&phrases), (GDestroyNotify) pz_goal_phrases_free);
}

/**
 * pz_classroom_collect_phrases_async:
 * @self: the class
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads the conditions and behaviours of all goals, those of the class included.
 */
void
pz_classroom_collect_phrases_async (PzClassroom         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_collect_phrases_async);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  pz_task_run_apart (task, collect_thread, (GDestroyNotify) pz_goal_phrases_free);
}

/**
 * pz_classroom_collect_phrases_finish:
 * @self: the class
 * @result: of pz_classroom_collect_phrases_async()
 * @error: the class could not be read, or it was cancelled
 *
 * Returns: (transfer full): what was written; %NULL with @error set
 */
PzGoalPhrases *
pz_classroom_collect_phrases_finish (PzClassroom   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_collect_phrases_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
