/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-log.h"

#include "pz-classroom-private.h"
#include "pz-history-entry-private.h"
#include "pz-task.h"

#include <string.h>

#define FOLDER "history"
#define SUFFIX ".jsonl"

/* The history of one device, read from its end. */
typedef struct
{
  char *device;
  GBytes *bytes;
  gsize left;         /* bytes before what was read: the end of the next line */
  PzHistoryLine line; /* the newest that was not given yet, when has_line */
  gboolean has_line;
} Tail;

typedef struct
{
  PzHistoryLog *log;
  guint n;
} PageRequest;

struct _PzHistoryLog
{
  GObject parent_instance;

  PzStore *store;
  PzRecordNames *names;
  char *here;          /* id of this device */
  PzDocumentKind kind;
  char *document;
  char *record;
  char *field;

  GPtrArray *tails;    /* of Tail; NULL until the first page */
  guint n_skipped;
  gboolean busy;       /* a page is being read: nobody else may touch anything of this */
};

G_DEFINE_FINAL_TYPE (PzHistoryLog, pz_history_log, G_TYPE_OBJECT)

static void
tail_free (Tail *tail)
{
  g_free (tail->device);
  g_bytes_unref (tail->bytes);
  pz_history_line_clear (&tail->line);
  g_free (tail);
}

/* what stands behind the last line end was torn by a power cut, or is being written */
static Tail *
tail_new (const char *name,
          GBytes     *bytes)
{
  Tail *tail = g_new0 (Tail, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = length > 0 ? memrchr (data, '\n', length) : NULL;

  tail->device = g_strndup (name, strlen (name) - strlen (SUFFIX));
  tail->bytes = bytes;
  tail->left = end != NULL ? (gsize) (end - data) + 1 : 0;
  return tail;
}

static gboolean
is_wanted (PzHistoryLog        *self,
           const PzHistoryLine *line)
{
  if (self->document != NULL && (line->kind != self->kind || strcmp (line->document, self->document) != 0))
    return FALSE;
  if (self->record != NULL && strcmp (line->record, self->record) != 0)
    return FALSE;
  return self->field == NULL || g_strcmp0 (line->field, self->field) == 0;
}

/* Most lines are of something else, and to look for a word is quicker than to read. An id stands as it is. */
static gboolean
may_be_wanted (PzHistoryLog *self,
               const char   *data,
               gsize         length)
{
  const char *needles[] = { self->document, self->record, self->field };

  for (gsize i = 0; i < G_N_ELEMENTS (needles); i++)
    if (needles[i] != NULL && *needles[i] != '\0' && memmem (data, length, needles[i], strlen (needles[i])) == NULL)
      return FALSE;
  return TRUE;
}

/* Goes back to the next line that is asked for; lines that cannot be believed are counted and left out. */
static void
advance (PzHistoryLog *self,
         Tail         *tail)
{
  const char *data = g_bytes_get_data (tail->bytes, NULL);

  tail->has_line = FALSE;
  pz_history_line_clear (&tail->line);
  while (tail->left > 0)
    {
      gsize end = tail->left - 1;
      const char *before = end > 0 ? memrchr (data, '\n', end) : NULL;
      gsize start = before != NULL ? (gsize) (before - data) + 1 : 0;

      tail->left = start;
      if (!may_be_wanted (self, data + start, end - start))
        continue;
      if (!pz_history_line_parse (data + start, end - start, &tail->line, NULL))
        {
          self->n_skipped++;
          continue;
        }
      tail->has_line = is_wanted (self, &tail->line);
      if (tail->has_line)
        return;
      pz_history_line_clear (&tail->line);
    }
}

/* a file that cannot be read is no reason not to show the others */
static gboolean
open_tails (PzHistoryLog  *self,
            GError       **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (self->store, FOLDER, error);

  if (names == NULL)
    return FALSE;
  self->tails = g_ptr_array_new_with_free_func ((GDestroyNotify) tail_free);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
      GBytes *bytes;
      Tail *tail;

      if (!g_str_has_suffix (name, SUFFIX))
        continue;
      bytes = pz_store_read (self->store, path, NULL, NULL);
      if (bytes == NULL)
        {
          self->n_skipped++;
          continue;
        }
      tail = tail_new (name, bytes);
      g_ptr_array_add (self->tails, tail);
      advance (self, tail);
    }
  return TRUE;
}

/* the one with the newest line; of equal ones the first, so that the order is always the same */
static Tail *
find_newest (PzHistoryLog *self)
{
  Tail *newest = NULL;

  for (guint i = 0; i < self->tails->len; i++)
    {
      Tail *tail = g_ptr_array_index (self->tails, i);

      if (tail->has_line && (newest == NULL || tail->line.time > newest->line.time))
        newest = tail;
    }
  return newest;
}

static GPtrArray *
read_page (PzHistoryLog  *self,
           guint          n,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  Tail *tail;

  if (self->tails == NULL && !open_tails (self, error))
    return NULL;
  while (page->len < n && (tail = find_newest (self)) != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (page, pz_history_entry_new (&tail->line, tail->device, strcmp (tail->device, self->here) == 0,
                                                   self->names));
      advance (self, tail);
    }
  return g_steal_pointer (&page);
}

static void
pz_history_log_finalize (GObject *object)
{
  PzHistoryLog *self = PZ_HISTORY_LOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->names, pz_record_names_free);
  g_clear_pointer (&self->tails, g_ptr_array_unref);
  g_free (self->here);
  g_free (self->document);
  g_free (self->record);
  g_free (self->field);
  G_OBJECT_CLASS (pz_history_log_parent_class)->finalize (object);
}

static void
pz_history_log_class_init (PzHistoryLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_history_log_finalize;
}

static void
pz_history_log_init (PzHistoryLog *self)
{
}

/**
 * pz_history_log_new:
 * @classroom: a class; what waits to be saved is in no history yet
 * @query: (nullable): what is asked for; %NULL: everything
 *
 * Nothing is read before the first page.
 *
 * Returns: (transfer full): the history as it will be when the first page is read
 */
PzHistoryLog *
pz_history_log_new (PzClassroom          *classroom,
                    const PzHistoryQuery *query)
{
  PzHistoryLog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_HISTORY_LOG, NULL);
  self->store = g_object_ref (classroom->store);
  self->names = pz_record_names_new (classroom->store, pz_classroom_get_id (classroom));
  self->here = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", pz_clock_get_device (classroom->clock));
  if (query == NULL)
    return self;
  self->kind = query->kind;
  self->document = g_strdup (query->document);
  self->record = g_strdup (query->record);
  self->field = g_strdup (query->field);
  return self;
}

/**
 * pz_history_log_next:
 * @n: at most so many entries, more than 0
 * @cancellable: (nullable): to stop between two lines
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzHistoryEntry): the next entries, the newest first; fewer than @n at the end;
 *   %NULL with @error set
 */
GPtrArray *
pz_history_log_next (PzHistoryLog  *self,
                     guint          n,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_return_val_if_fail (PZ_IS_HISTORY_LOG (self), NULL);
  g_return_val_if_fail (!self->busy && n > 0, NULL);

  return read_page (self, n, cancellable, error);
}

static void
page_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  PageRequest *request = data;
  GError *error = NULL;
  GPtrArray *page = read_page (request->log, request->n, cancellable, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_history_log_next_async:
 * @n: at most so many entries, more than 0
 * @cancellable: (nullable): to stop between two lines
 * @callback: called in the main context of the caller
 *
 * As pz_history_log_next(), in a thread. One page at a time.
 */
void
pz_history_log_next_async (PzHistoryLog        *self,
                           guint                n,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  PageRequest *request;
  GTask *task;

  g_return_if_fail (PZ_IS_HISTORY_LOG (self));
  g_return_if_fail (!self->busy && n > 0);

  self->busy = TRUE;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_history_log_next_async);
  request = g_new0 (PageRequest, 1);
  request->log = self; /* held by the task, which ends in the main loop */
  request->n = n;
  g_task_set_task_data (task, request, g_free);
  pz_task_run_apart (task, page_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_history_log_next_finish:
 * @error: as pz_history_log_next()
 *
 * Returns: (transfer full) (element-type PzHistoryEntry): as pz_history_log_next()
 */
GPtrArray *
pz_history_log_next_finish (PzHistoryLog  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_history_log_next_async), NULL);

  self->busy = FALSE;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pz_history_log_get_n_skipped:
 * @self: the history, while no page is being read
 *
 * Returns: how many lines, and files, could not be read until now; a line that was never finished does not count
 */
guint
pz_history_log_get_n_skipped (PzHistoryLog *self)
{
  g_return_val_if_fail (PZ_IS_HISTORY_LOG (self), 0);

  return self->n_skipped;
}
