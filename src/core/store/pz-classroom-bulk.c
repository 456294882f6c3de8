/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-bulk.h"

#include "pz-classroom-private.h"

/* So long documents are read before the main loop has its turn, in microseconds. */
#define SLICE 5000

typedef struct
{
  GStrv ids;
  PzBulkKind kind;
  guint field;
  char *lens;
  char *value;
  PzGoalDraft *goal;
  PzBulkProgress progress;
  gpointer progress_data;
  guint n_read;
  guint total;
  GPtrArray *documents; /* held, so that every learner is changed in the same turn of the main loop */
  guint n_changed;
  guint n_skipped;
} Bulk;

static void
bulk_free (Bulk *bulk)
{
  g_strfreev (bulk->ids);
  g_free (bulk->lens);
  g_free (bulk->value);
  g_clear_object (&bulk->goal);
  g_ptr_array_unref (bulk->documents);
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

/* takes the reference to task */
static void
change_all (GTask *task)
{
  PzClassroom *self = g_task_get_source_object (task);
  Bulk *bulk = g_task_get_task_data (task);
  PzBulkChange change = { bulk->kind, bulk->field, bulk->lens, bulk->value, bulk->goal };
  g_autofree char *label = NULL;
  GDate today;

  pz_environment_get_today (self->environment, &today);
  pz_classroom_seal_waiting (self); /* what was typed before stays a step of its own */
  for (guint i = 0; i < bulk->documents->len; i++)
    bulk->n_changed += pz_bulk_change_apply (&change, g_ptr_array_index (bulk->documents, i), &today);
  label = pz_bulk_change_dup_label (&change, bulk->n_changed);
  pz_classroom_save_async (self, label, NULL, saved_cb, task);
}

/* A learner whose file cannot be read is left out, and counted. */
static void
read_one (PzClassroom *self,
          Bulk        *bulk)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (self, PZ_DOCUMENT_LEARNER, bulk->ids[bulk->n_read], &error);

  bulk->n_read++;
  if (document != NULL)
    g_ptr_array_add (bulk->documents, document);
  else
    bulk->n_skipped++;
}

static gboolean
read_slice_cb (gpointer user_data)
{
  GTask *task = user_data;
  PzClassroom *self = g_task_get_source_object (task);
  Bulk *bulk = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + SLICE;

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return G_SOURCE_REMOVE;
    }
  while (bulk->n_read < bulk->total && g_get_monotonic_time () < end)
    read_one (self, bulk);
  if (bulk->progress != NULL)
    bulk->progress (bulk->n_read, bulk->total, bulk->progress_data);
  if (bulk->n_read < bulk->total)
    return G_SOURCE_CONTINUE;
  change_all (task);
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_bulk_async:
 * @ids: learners, each once
 * @change: what to do with each of them
 * @progress: (nullable): called between two slices of reading, with @user_data
 * @cancellable: (nullable): until the first learner is changed; nothing is then
 * @callback: called when it is on disk, or not
 * @user_data: for both
 *
 * Reads the learners in short slices, changes all at once, and saves them as one commit and one undo step.
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
  bulk->ids = g_strdupv ((char **) ids);
  bulk->total = g_strv_length (bulk->ids);
  bulk->kind = change->kind;
  bulk->field = change->field;
  bulk->lens = g_strdup (change->lens);
  bulk->value = g_strdup (change->value);
  g_set_object (&bulk->goal, change->goal);
  bulk->progress = progress;
  bulk->progress_data = user_data;
  bulk->documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, bulk, (GDestroyNotify) bulk_free);
  if (!pz_classroom_require_writable (self, &error))
    g_task_return_error (task, error);
  else
    g_idle_add (read_slice_cb, g_steal_pointer (&task));
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
