/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* So many files are read in a thread before the class takes them over. */
#define CHUNK 64

/* A file that was read in a thread; without document: the class finds out why. */
typedef struct
{
  char *id;
  GBytes *bytes;
  PzVersion seen;
  PzDocument *document;
} ReadLearner;

typedef struct
{
  PzStore *store;
  PzClock *clock;
  GArray *learners; /* ReadLearner */
} Chunk;

typedef struct
{
  PzClassroom *classroom;
  GStrv ids;
  guint n_begun;
  guint total;
  PzBulkProgress progress;
  gpointer progress_data;
  GPtrArray *documents;
  guint n_skipped;
  GError *why; /* the first of the skipped ones */
} Loading;

static void
read_learner_clear (ReadLearner *learner)
{
  g_free (learner->id);
  g_clear_pointer (&learner->bytes, g_bytes_unref);
  g_clear_object (&learner->document);
}

static void
chunk_free (Chunk *chunk)
{
  g_object_unref (chunk->store);
  g_object_unref (chunk->clock);
  g_array_unref (chunk->learners);
  g_free (chunk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chunk, chunk_free)

static void
loading_free (Loading *loading)
{
  g_strfreev (loading->ids);
  if (loading->documents != NULL)
    pz_classroom_release (loading->classroom, loading->documents);
  g_clear_error (&loading->why);
  g_object_unref (loading->classroom);
  g_free (loading);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Chunk *chunk = data;

  for (guint i = 0; i < chunk->learners->len; i++)
    {
      ReadLearner *learner = &g_array_index (chunk->learners, ReadLearner, i);
      g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, learner->id);

      learner->bytes = pz_store_read (chunk->store, name, &learner->seen, NULL);
      if (learner->bytes != NULL)
        learner->document = pz_document_parse (PZ_DOCUMENT_LEARNER, learner->id, learner->bytes, chunk->clock, NULL);
    }
  g_task_return_boolean (task, TRUE);
}

/* Somebody may have opened it meanwhile: there is one document of a learner. */
static PzDocument *
take_over (PzClassroom  *self,
           ReadLearner  *learner,
           GError      **error)
{
  g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_LEARNER, learner->id);

  if (learner->document == NULL || g_hash_table_contains (self->open, name))
    return pz_classroom_load (self, PZ_DOCUMENT_LEARNER, learner->id, error);
  pz_classroom_adopt (self, learner->document, learner->bytes, &learner->seen);
  return g_steal_pointer (&learner->document);
}

static void read_chunk (GTask *task);

static void
chunk_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  PzClassroom *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  g_autoptr(Chunk) chunk = g_task_get_task_data (G_TASK (result)); /* handed over */

  for (guint i = 0; i < chunk->learners->len; i++)
    {
      g_autoptr(GError) error = NULL;
      PzDocument *document = take_over (self, &g_array_index (chunk->learners, ReadLearner, i), &error);

      if (document != NULL)
        g_ptr_array_add (loading->documents, document);
      else if (loading->n_skipped++ == 0)
        loading->why = g_steal_pointer (&error);
    }
  if (loading->progress != NULL)
    loading->progress (loading->n_begun, loading->total, loading->progress_data);
  read_chunk (task);
}

/* takes the reference to task */
static void
read_chunk (GTask *task)
{
  PzClassroom *self = g_task_get_source_object (task);
  Loading *loading = g_task_get_task_data (task);
  g_autoptr(GTask) reading = NULL;
  Chunk *chunk;

  if (g_task_return_error_if_cancelled (task) || loading->n_begun == loading->total)
    {
      if (!g_task_had_error (task))
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  chunk = g_new0 (Chunk, 1);
  chunk->store = g_object_ref (self->store);
  chunk->clock = g_object_ref (self->clock);
  chunk->learners = g_array_new (FALSE, TRUE, sizeof (ReadLearner));
  g_array_set_clear_func (chunk->learners, (GDestroyNotify) read_learner_clear);
  for (guint i = 0; i < CHUNK && loading->n_begun < loading->total; i++)
    {
      ReadLearner learner = { .id = g_strdup (loading->ids[loading->n_begun++]) };

      g_array_append_val (chunk->learners, learner);
    }
  reading = g_task_new (NULL, NULL, chunk_read_cb, task);
  g_task_set_source_tag (reading, read_chunk);
  /* freed by the callback: a thread may let go of its task later than the class is closed */
  g_task_set_task_data (reading, chunk, NULL);
  g_task_run_in_thread (reading, read_thread);
}

/**
 * pz_classroom_load_learners_async:
 * @ids: learners, each once
 * @progress: (nullable): called now and then, with @progress_data
 * @progress_data: for @progress
 * @cancellable: (nullable): until all are read
 * @callback: called when all are read
 *
 * As pz_classroom_load() for each of them, with the reading in a thread.
 */
void
pz_classroom_load_learners_async (PzClassroom         *self,
                                  const char *const   *ids,
                                  PzBulkProgress       progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  g_task_set_source_tag (task, pz_classroom_load_learners_async);
  g_task_set_check_cancellable (task, FALSE);
  loading->classroom = g_object_ref (self);
  loading->ids = g_strdupv ((char **) ids);
  loading->total = g_strv_length (loading->ids);
  loading->progress = progress;
  loading->progress_data = progress_data;
  loading->documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  read_chunk (task);
}

/**
 * pz_classroom_load_learners_finish:
 * @n_skipped: (out): how many could not be read
 * @why: (out) (transfer full) (nullable): what was wrong with the first of them
 * @error: cancelled
 *
 * Returns: (transfer full) (element-type PzDocument): those that could be read, in the order asked for; let go of them
 *   by pz_classroom_release(). %NULL with @error set
 */
GPtrArray *
pz_classroom_load_learners_finish (PzClassroom   *self,
                                   GAsyncResult  *result,
                                   guint         *n_skipped,
                                   GError       **why,
                                   GError       **error)
{
  Loading *loading;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_load_learners_async), NULL);

  loading = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *n_skipped = loading->n_skipped;
  *why = g_steal_pointer (&loading->why);
  return g_steal_pointer (&loading->documents);
}
