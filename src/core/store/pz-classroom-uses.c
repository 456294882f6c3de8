/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-uses.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-task.h"

#include <string.h>

typedef struct
{
  PzStore *store;
  char *id;
} Counting;

/* One document: nothing of it counts before it was read to its end. */
typedef struct
{
  const char *id;
  PzRecordType owner;
  gboolean used;    /* by a record that is not in the trash */
  gboolean deleted; /* the document itself is */
} Found;

static void
counting_free (Counting *counting)
{
  g_object_unref (counting->store);
  g_free (counting->id);
  g_free (counting);
}

/* "id" in a reference, "id:value" in the lens values */
static gboolean
refers_to (const char *text,
           const char *id)
{
  gsize length = strlen (id);

  return strncmp (text, id, length) == 0 && (text[length] == '\0' || text[length] == ':');
}

static gboolean
read_value (PzJsonReader *reader,
            const char   *id)
{
  PzJsonToken token = pz_json_reader_next (reader);
  gboolean used = FALSE;

  if (token == PZ_JSON_STRING)
    return refers_to (pz_json_reader_get_text (reader, NULL), id);
  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return FALSE;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      used |= refers_to (pz_json_reader_get_text (reader, NULL), id);
    else
      pz_peek_finish (reader, token);
  return used;
}

/* whether the field of the member that was read may hold what is looked for */
static gboolean
may_refer (PzJsonReader *reader,
           PzRecordType  type)
{
  const PzRecordSchema *schema = pz_schema_get_record (type);

  for (guint i = 0; i < schema->n_fields; i++)
    if (pz_json_reader_text_is (reader, schema->fields[i].name))
      return schema->fields[i].kind == PZ_FIELD_REFERENCE || (type == PZ_RECORD_LEARNER && i == PZ_LEARNER_LENS_VALUES);
  return FALSE;
}

/* behind the opening brace of a record */
static gboolean
read_record (PzJsonReader *reader,
             PzRecordType  type,
             const char   *id,
             gboolean     *deleted)
{
  gboolean used = FALSE;

  *deleted = FALSE;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      *deleted = pz_peek_text (reader) != NULL;
    else if (may_refer (reader, type))
      used |= read_value (reader, id);
    else
      pz_json_reader_skip (reader, NULL, NULL);
  return used && !*deleted;
}

static void
read_list (PzJsonReader *reader,
           PzRecordType  type,
           Found        *found)
{
  PzJsonToken token = pz_json_reader_next (reader);
  gboolean deleted;

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_OBJECT)
      found->used |= read_record (reader, type, found->id, &deleted);
    else
      pz_peek_finish (reader, token);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  Found *found = user_data;
  g_autofree char *member = g_strdup (pz_json_reader_get_text (peek->reader, NULL));
  PzRecordType type;

  if (g_strcmp0 (member, pz_schema_get_record (found->owner)->name) == 0)
    {
      if (pz_peek_expect (peek->reader, PZ_JSON_OBJECT, member))
        found->used |= read_record (peek->reader, found->owner, found->id, &found->deleted);
    }
  else if (pz_schema_find_list (member, &type))
    read_list (peek->reader, type, found);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/* a file that cannot be read uses nothing */
static gboolean
uses (Counting       *counting,
      PzDocumentKind  kind,
      const char     *name)
{
  const PzDocumentSchema *schema = pz_schema_get_document (kind);
  g_autofree char *path = g_build_filename (schema->folder, name, NULL);
  g_autoptr(GBytes) bytes = pz_store_read (counting->store, path, NULL, NULL);
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = kind };
  Found found = { counting->id, schema->owner, FALSE, FALSE };
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  return pz_document_peek_run (&peek, read_member, &found, NULL) && found.used && !found.deleted;
}

static gboolean
count_documents (Counting        *counting,
                 PzDocumentKind   kind,
                 GCancellable    *cancellable,
                 guint           *n_documents,
                 GError         **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (counting->store, pz_schema_get_document (kind)->folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (g_str_has_suffix (g_ptr_array_index (names, i), ".json"))
      *n_documents += uses (counting, kind, g_ptr_array_index (names, i));
  return TRUE;
}

static void
count_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Counting *counting = data;
  g_autofree PzUses *counted = g_new0 (PzUses, 1);
  GError *error = NULL;

  if (!count_documents (counting, PZ_DOCUMENT_LEARNER, cancellable, &counted->learners, &error)
      || !count_documents (counting, PZ_DOCUMENT_ACTIVITY, cancellable, &counted->activities, &error))
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&counted), g_free);
}

/**
 * pz_classroom_count_uses_async:
 * @id: of a level, a lens, a measure, a strategy
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Counts who refers to the record, before somebody deletes it.
 */
void
pz_classroom_count_uses_async (PzClassroom         *self,
                               const char          *id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Counting *counting;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));
  g_return_if_fail (pz_id_is_valid (id));

  counting = g_new0 (Counting, 1);
  counting->store = g_object_ref (self->store);
  counting->id = g_strdup (id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_count_uses_async);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);
  pz_task_run_apart (task, count_thread, g_free);
}

/**
 * pz_classroom_count_uses_finish:
 * @counted: (out): the counts
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: whether they could be counted
 */
gboolean
pz_classroom_count_uses_finish (PzClassroom   *self,
                                GAsyncResult  *result,
                                PzUses        *counted,
                                GError       **error)
{
  g_autofree PzUses *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_count_uses_async), FALSE);
  g_return_val_if_fail (counted != NULL, FALSE);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return FALSE;
  *counted = *found;
  return TRUE;
}
