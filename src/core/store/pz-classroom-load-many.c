/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* So many files are read in a thread before the class takes them over. */
#define CHUNK 64

/* A file that is read in a thread, unless the document is in memory; without document: the class finds out why. */
typedef struct
{
  PzDocumentKind kind;
  char *id;
  GBytes *bytes;
  PzVersion seen;
  PzDocument *document;
} ReadFile;

typedef struct
{
  PzStore *store;
  PzClock *clock;
  GArray *files; /* ReadFile */
} Chunk;

typedef struct
{
  PzClassroom *classroom;
  GArray *keys; /* PzDocumentKey */
  guint n_begun;
  guint total;
  PzBulkProgress progress;
  gpointer progress_data;
  GPtrArray *documents;
  guint n_skipped;
  GError *why; /* the first of the skipped ones */
} Loading;

static void
read_file_clear (ReadFile *file)
{
  g_free (file->id);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_object (&file->document);
}

static void
chunk_free (Chunk *chunk)
{
  g_object_unref (chunk->store);
  g_object_unref (chunk->clock);
  g_array_unref (chunk->files);
  g_free (chunk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chunk, chunk_free)

static void
loading_free (Loading *loading)
{
  g_array_unref (loading->keys);
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

  for (guint i = 0; i < chunk->files->len; i++)
    {
      ReadFile *file = &g_array_index (chunk->files, ReadFile, i);
      g_autofree char *name = pz_document_file_name (file->kind, file->id);

      if (file->document != NULL)
        continue;
      file->bytes = pz_store_read (chunk->store, name, &file->seen, NULL);
      if (file->bytes != NULL)
        file->document = pz_document_parse (file->kind, file->id, file->bytes, chunk->clock, NULL);
    }
  g_task_return_boolean (task, TRUE);
}

/* Somebody may have opened it meanwhile: there is one document of a file. */
static PzDocument *
take_over (PzClassroom  *self,
           ReadFile     *file,
           GError      **error)
{
  g_autofree char *name = pz_document_file_name (file->kind, file->id);

  if (file->bytes == NULL || file->document == NULL || g_hash_table_contains (self->open, name))
    return pz_classroom_load (self, file->kind, file->id, error);
  pz_classroom_adopt (self, file->document, file->bytes, &file->seen);
  return g_steal_pointer (&file->document);
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

  for (guint i = 0; i < chunk->files->len; i++)
    {
      g_autoptr(GError) error = NULL;
      PzDocument *document = take_over (self, &g_array_index (chunk->files, ReadFile, i), &error);

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
  chunk->files = g_array_new (FALSE, TRUE, sizeof (ReadFile));
  g_array_set_clear_func (chunk->files, (GDestroyNotify) read_file_clear);
  for (guint i = 0; i < CHUNK && loading->n_begun < loading->total; i++)
    {
      const PzDocumentKey *key = &g_array_index (loading->keys, PzDocumentKey, loading->n_begun++);
      g_autofree char *name = pz_document_file_name (key->kind, key->id);
      PzOpenDocument *open = g_hash_table_lookup (self->open, name);
      ReadFile file = { .kind = key->kind, .id = g_strdup (key->id) };

      if (open != NULL)
        file.document = g_object_ref (open->document);
      g_array_append_val (chunk->files, file);
    }
  reading = g_task_new (NULL, NULL, chunk_read_cb, task);
  g_task_set_source_tag (reading, read_chunk);
  /* freed by the callback: a thread may let go of its task later than the class is closed */
  g_task_set_task_data (reading, chunk, NULL);
  g_task_run_in_thread (reading, read_thread);
}

static void
key_clear (PzDocumentKey *key)
{
  g_free (key->id);
}

/**
 * pz_document_keys_new:
 *
 * Returns: (transfer full) (element-type PzDocumentKey): names of documents; none yet
 */
GArray *
pz_document_keys_new (void)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (PzDocumentKey));

  g_array_set_clear_func (keys, (GDestroyNotify) key_clear);
  return keys;
}

/**
 * pz_document_keys_add:
 * @keys: made by pz_document_keys_new()
 * @kind: of a document
 * @id: its id
 */
void
pz_document_keys_add (GArray         *keys,
                      PzDocumentKind  kind,
                      const char     *id)
{
  PzDocumentKey key = { kind, g_strdup (id) };

  g_array_append_val (keys, key);
}

/**
 * pz_classroom_load_many_async:
 * @keys: (element-type PzDocumentKey): documents, each once
 * @progress: (nullable): called now and then, with @progress_data
 * @progress_data: for @progress
 * @cancellable: (nullable): until all are read
 * @callback: called when all are read
 *
 * As pz_classroom_load() for each of them, with the reading in a thread.
 */
void
pz_classroom_load_many_async (PzClassroom         *self,
                              GArray              *keys,
                              PzBulkProgress       progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  g_task_set_source_tag (task, pz_classroom_load_many_async);
  g_task_set_check_cancellable (task, FALSE);
  loading->classroom = g_object_ref (self);
  loading->keys = g_array_ref (keys);
  loading->total = keys->len;
  loading->progress = progress;
  loading->progress_data = progress_data;
  loading->documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  read_chunk (task);
}

/**
 * pz_classroom_load_learners_async:
 * @ids: learners, each once
 *
 * As pz_classroom_load_many_async() for learners.
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
  g_autoptr(GArray) keys = pz_document_keys_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    pz_document_keys_add (keys, PZ_DOCUMENT_LEARNER, ids[i]);
  pz_classroom_load_many_async (self, keys, progress, progress_data, cancellable, callback, user_data);
}

/**
 * pz_classroom_load_many_finish:
 * @n_skipped: (out): how many could not be read
 * @why: (out) (transfer full) (nullable): what was wrong with the first of them
 * @error: cancelled
 *
 * Returns: (transfer full) (element-type PzDocument): those that could be read, in the order asked for; let go of them
 *   by pz_classroom_release(). %NULL with @error set
 */
GPtrArray *
pz_classroom_load_many_finish (PzClassroom   *self,
                               GAsyncResult  *result,
                               guint         *n_skipped,
                               GError       **why,
                               GError       **error)
{
  Loading *loading;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_load_many_async), NULL);

  loading = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *n_skipped = loading->n_skipped;
  *why = g_steal_pointer (&loading->why);
  return g_steal_pointer (&loading->documents);
}
