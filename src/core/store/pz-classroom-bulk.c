/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-bulk.h"

#include "pz-classroom-private.h"

typedef struct
{
  PzClassroom *classroom;
  PzBulkKind kind;
  guint field;
  char *lens;
  char *value;
  PzGoalDraft *goal;
  PzBulkProgress progress;
  gpointer progress_data;
  GDate today;
  GPtrArray *documents; /* held until every learner is changed */
  guint n_changed;
  guint n_skipped;
} Bulk;

static void
bulk_free (Bulk *bulk)
{
  g_free (bulk->lens);
  g_free (bulk->value);
  g_clear_object (&bulk->goal);
  if (bulk->documents != NULL)
    pz_classroom_release (bulk->classroom, bulk->documents);
  g_object_unref (bulk->classroom);
  g_free (bulk);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  GError *error = NULL;

  if (pz_classroom_save_finish (PZ_CLASSROOM (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static PzDocument *
change_one (PzClassroom *self,
            guint        i,
            gpointer     data)
{
  Bulk *bulk = g_task_get_task_data (G_TASK (data));
  PzBulkChange change = { bulk->kind, bulk->field, bulk->lens, bulk->value, bulk->goal };
  PzDocument *document = g_ptr_array_index (bulk->documents, i);

  if (!pz_bulk_change_apply (&change, document, &bulk->today))
    return NULL;
  bulk->n_changed++;
  return g_object_ref (document);
}

static void
changed_all (PzClassroom *self,
             PzUndoStep  *step,
             gpointer     data)
{
  GTask *task = data;
  Bulk *bulk = g_task_get_task_data (task);
  PzBulkChange change = { bulk->kind, bulk->field, bulk->lens, bulk->value, bulk->goal };
  g_autofree char *label = pz_bulk_change_dup_label (&change, bulk->n_changed);

  pz_classroom_push_step (self, step, label);
  pz_classroom_save_async (self, NULL, NULL, saved_cb, task);
}

/* A learner whose file cannot be read is left out, and counted. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  Bulk *bulk = g_task_get_task_data (task);
  g_autoptr(GError) why = NULL;
  GError *error = NULL;

  bulk->documents = pz_classroom_load_many_finish (PZ_CLASSROOM (source), result, &bulk->n_skipped, &why, &error);
  if (bulk->documents == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  pz_environment_get_today (PZ_CLASSROOM (source)->environment, &bulk->today);
  pz_classroom_edit_in_turns (PZ_CLASSROOM (source), bulk->documents->len, change_one, changed_all,
                              g_steal_pointer (&task));
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Bulk *bulk = user_data;

  if (bulk->progress != NULL)
    bulk->progress (done, total, bulk->progress_data);
}

/**
 * pz_classroom_bulk_async:
 * @ids: learners, each once
 * @change: what to do with each of them
 * @progress: (nullable): called now and then while they are read, with @user_data
 * @cancellable: (nullable): until the first learner is changed; nothing is then
 * @callback: called when it is on disk, or not
 * @user_data: for both
 *
 * Reads the learners in a thread, changes them in turns of the main loop, and saves them as one commit and one undo step.
 */
void
pz_classroom_bulk_async (PzClassroom         *self,
                         const char * const  *ids,
                         const PzBulkChange  *change,
                         PzBulkProgress       progress,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Bulk *bulk;

  g_return_if_fail (PZ_IS_CLASSROOM (self) && ids != NULL && change != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_bulk_async);
  g_task_set_check_cancellable (task, FALSE);
  bulk = g_new0 (Bulk, 1);
  bulk->classroom = g_object_ref (self);
  bulk->kind = change->kind;
  bulk->field = change->field;
  bulk->lens = g_strdup (change->lens);
  bulk->value = g_strdup (change->value);
  g_set_object (&bulk->goal, change->goal);
  bulk->progress = progress;
  bulk->progress_data = user_data;
  g_task_set_task_data (task, bulk, (GDestroyNotify) bulk_free);
  if (!pz_classroom_require_writable (self, &error))
    g_task_return_error (task, error);
  else
    pz_classroom_load_learners_async (self, ids, progress_cb, bulk, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * pz_classroom_bulk_finish:
 * @n_changed: (out) (optional): how many learners are other ones now
 * @n_skipped: (out) (optional): how many could not be read
 * @error: cancelled: nothing was changed; otherwise why the change is not on disk yet
 *
 * Returns: whether all is on disk
 */
gboolean
pz_classroom_bulk_finish (PzClassroom   *self,
                          GAsyncResult  *result,
                          guint         *n_changed,
                          guint         *n_skipped,
                          GError       **error)
{
  Bulk *bulk;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_bulk_async), FALSE);

  bulk = g_task_get_task_data (G_TASK (result));
  if (n_changed != NULL)
    *n_changed = bulk->n_changed;
  if (n_skipped != NULL)
    *n_skipped = bulk->n_skipped;
  return g_task_propagate_boolean (G_TASK (result), error);
}
