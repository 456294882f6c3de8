/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-phrases.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

static void
read_document (PzGoalPhrases  *phrases,
               PzDocumentKind  kind,
               GBytes         *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  pz_goal_phrases_read (phrases, kind, data, length, NULL);
}

static void
read_learner (const char *id,
              GBytes     *bytes,
              gpointer    phrases)
{
  read_document (phrases, PZ_DOCUMENT_LEARNER, bytes);
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      store,
                GCancellable *cancellable)
{
  g_autoptr(PzGoalPhrases) phrases = pz_goal_phrases_new ();
  g_autoptr(GBytes) classroom = pz_store_read (store, "classroom.json", NULL, NULL);
  GError *error = NULL;

  if (classroom != NULL)
    read_document (phrases, PZ_DOCUMENT_CLASSROOM, classroom);
  if (pz_store_walk (store, "learners", cancellable, read_learner, phrases, &error))
    g_task_return_pointer (task, g_steal_pointer (&phrases), (GDestroyNotify) pz_goal_phrases_free);
  else
    g_task_return_error (task, error);
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
