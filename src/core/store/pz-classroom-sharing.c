/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-sharing.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-task.h"

typedef struct
{
  PzStore *store;
  const char *field;
  char *key; /* the value as a search folds it */
} Finding;

/* One learner: nothing of it counts before the file was read to its end. */
typedef struct
{
  const Finding *finding;
  gboolean has;
  gboolean away; /* in the trash or archived */
} Facts;

static void
finding_free (Finding *finding)
{
  g_object_unref (finding->store);
  g_free (finding->key);
  g_free (finding);
}

static void
read_set (PzJsonReader *reader,
          Facts        *facts)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      {
        g_autofree char *key = pz_search_fold (pz_json_reader_get_text (reader, NULL));

        facts->has = facts->has || g_str_equal (key, facts->finding->key);
      }
    else
      {
        pz_peek_finish (reader, token);
      }
}

static void
read_owner (PzJsonReader *reader,
            Facts        *facts)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, facts->finding->field))
      read_set (reader, facts);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      facts->away = pz_peek_text (reader) != NULL || facts->away;
    else if (pz_json_reader_text_is (reader, "archived"))
      facts->away = pz_peek_flag (reader) || facts->away;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  if (pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (peek->reader, user_data);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/* who is sought, and who was found */
typedef struct
{
  const Finding *finding;
  GPtrArray *found; /* ids */
} Search;

static void
read_learner (const char *id,
              GBytes     *bytes,
              gpointer    user_data)
{
  const Search *search = user_data;
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER };
  Facts facts = { .finding = search->finding };

  if (pz_document_peek_bytes (&peek, bytes, read_member, &facts, NULL) && facts.has && !facts.away)
    g_ptr_array_add (search->found, g_strdup (peek.id));
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Finding *finding = data;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Search search = { finding, found };
  GError *error = NULL;

  if (!pz_store_walk (finding->store, "learners", cancellable, read_learner, &search, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (found, NULL);
  g_task_return_pointer (task, g_ptr_array_steal (found, NULL), (GDestroyNotify) g_strfreev);
}

/**
 * pz_classroom_find_sharing_async:
 * @field: a set of learners: %PZ_LEARNER_INTERESTS and so on
 * @value: what they have in common
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Looks who has the value. Learners in the trash and archived ones do not count.
 */
void
pz_classroom_find_sharing_async (PzClassroom         *self,
                                 guint                field,
                                 const char          *value,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);
  Finding *finding;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));
  g_return_if_fail (field < schema->n_fields && (schema->fields[field].flags & PZ_FIELD_SET) != 0);
  g_return_if_fail (value != NULL);

  finding = g_new0 (Finding, 1);
  finding->store = g_object_ref (self->store);
  finding->field = schema->fields[field].name;
  finding->key = pz_search_fold (value);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_find_sharing_async);
  g_task_set_task_data (task, finding, (GDestroyNotify) finding_free);
  pz_task_run_apart (task, find_thread, (GDestroyNotify) g_strfreev);
}

/**
 * pz_classroom_find_sharing_finish:
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full): ids of learners, in no useful order; %NULL with @error set
 */
GStrv
pz_classroom_find_sharing_finish (PzClassroom   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_find_sharing_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
