/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-labels.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-task.h"

/* So much of a statement tells it from others. */
#define MOST_CHARS 60

typedef struct
{
  char *id;
  char *code;
  char *statement;
  gboolean deleted;
} Standard;

static void
standard_clear (Standard *standard)
{
  g_free (standard->id);
  g_free (standard->code);
  g_free (standard->statement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standard, standard_clear)

static void
take_text (PzJsonReader  *reader,
           char         **text)
{
  g_free (*text);
  *text = g_strdup (pz_peek_text (reader));
}

static void
read_standard (PzJsonReader *reader,
               Standard     *standard)
{
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "id"))
      take_text (reader, &standard->id);
    else if (pz_json_reader_text_is (reader, "code"))
      take_text (reader, &standard->code);
    else if (pz_json_reader_text_is (reader, "statement"))
      take_text (reader, &standard->statement);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      standard->deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static char *
dup_beginning (const char *statement)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (statement, -1) <= MOST_CHARS)
    return g_strdup (statement);
  start = g_utf8_substring (statement, 0, MOST_CHARS);
  return g_strconcat (start, "…", NULL);
}

/* "R.2 · Reads simple texts aloud", or what of it there is; takes what it uses */
static void
add_label (GHashTable *labels,
           Standard   *standard)
{
  g_autofree char *beginning = standard->statement != NULL ? dup_beginning (standard->statement) : NULL;
  char *label;

  if (standard->id == NULL || standard->deleted)
    return;
  if (standard->code != NULL && beginning != NULL)
    label = g_strdup_printf ("%s · %s", standard->code, beginning);
  else
    label = g_strdup (standard->code != NULL ? standard->code : beginning != NULL ? beginning : standard->id);
  g_hash_table_insert (labels, g_steal_pointer (&standard->id), label);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  PzJsonToken token;

  if (!pz_json_reader_text_is (peek->reader, "standards"))
    {
      pz_json_reader_skip (peek->reader, NULL, NULL);
      return;
    }
  if (!pz_peek_expect (peek->reader, PZ_JSON_ARRAY, "standards"))
    return;
  while ((token = pz_json_reader_next (peek->reader)) == PZ_JSON_OBJECT)
    {
      g_auto(Standard) standard = { NULL };

      read_standard (peek->reader, &standard);
      add_label (user_data, &standard);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    pz_peek_invalid (peek->reader, "standards");
}

static void
read_framework (const char *id,
                GBytes     *bytes,
                gpointer    labels)
{
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_FRAMEWORK, .may_be_newer = TRUE };

  pz_document_peek_bytes (&peek, bytes, read_member, labels, NULL);
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      store,
                GCancellable *cancellable)
{
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *error = NULL;

  if (pz_store_walk (store, "frameworks", cancellable, read_framework, labels, &error))
    g_task_return_pointer (task, g_steal_pointer (&labels), (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_collect_standard_labels_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads what the standards of all frameworks are called, those in the trash left out.
 */
void
pz_classroom_collect_standard_labels_async (PzClassroom         *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_collect_standard_labels_async);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  pz_task_run_apart (task, collect_thread, (GDestroyNotify) g_hash_table_unref);
}

/**
 * pz_classroom_collect_standard_labels_finish:
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type utf8 utf8): id of a standard -> its label; %NULL with @error set
 */
GHashTable *
pz_classroom_collect_standard_labels_finish (PzClassroom   *self,
                                             GAsyncResult  *result,
                                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_collect_standard_labels_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
