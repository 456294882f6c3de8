/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-values.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-task.h"

#include <string.h>

typedef struct
{
  PzStore *store;
  const char *field;
} Collecting;

/* One learner: nothing of it counts before the file was read to its end, and nothing of one in the trash. */
typedef struct
{
  const char *field;
  GPtrArray *values; /* of the set, in the order of the file; a text twice is once in files of ours */
  gboolean deleted;
} Facts;

/* A value and how many learners have it. */
typedef struct
{
  char *text;
  char *key; /* for the order of the locale */
  guint count;
} Value;

typedef struct
{
  char **texts;
  GArray *counts;
} Found;

static void
collecting_free (Collecting *collecting)
{
  g_object_unref (collecting->store);
  g_free (collecting);
}

static void
found_free (Found *found)
{
  g_strfreev (found->texts);
  g_clear_pointer (&found->counts, g_array_unref);
  g_free (found);
}

static void
value_free (Value *value)
{
  g_free (value->text);
  g_free (value->key);
  g_free (value);
}

static void
read_set (PzJsonReader *reader,
          GPtrArray    *values)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_peek_finish (reader, token);
      return;
    }
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      g_ptr_array_add (values, g_strdup (pz_json_reader_get_text (reader, NULL)));
    else
      pz_peek_finish (reader, token);
}

static void
read_owner (PzJsonReader *reader,
            Facts        *facts)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, facts->field))
      read_set (reader, facts->values);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      facts->deleted = pz_peek_text (reader) != NULL;
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

static void
count_value (GHashTable *counted,
             const char *text)
{
  Value *value = g_hash_table_lookup (counted, text);

  if (value == NULL)
    {
      value = g_new0 (Value, 1);
      value->text = g_strdup (text);
      value->key = g_utf8_collate_key (text, -1);
      g_hash_table_insert (counted, value->text, value);
    }
  value->count++;
}

/* what is counted, in which table */
typedef struct
{
  const Collecting *collecting;
  GHashTable *counted; /* text -> Value */
} Counting;

static void
read_learner (const char *id,
              GBytes     *bytes,
              gpointer    user_data)
{
  const Counting *counting = user_data;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER };
  Facts facts = { counting->collecting->field, values, FALSE };

  if (!pz_document_peek_bytes (&peek, bytes, read_member, &facts, NULL) || facts.deleted)
    return;
  for (guint i = 0; i < values->len; i++)
    count_value (counting->counted, g_ptr_array_index (values, i));
}

/* most used first, then by the order of the locale */
static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Value *x = *(Value *const *) a, *y = *(Value *const *) b;
  int order;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  order = strcmp (x->key, y->key);
  return order != 0 ? order : strcmp (x->text, y->text);
}

static Found *
sort_values (GHashTable *counted)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  Found *found = g_new0 (Found, 1);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counted);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (values, value);
  g_ptr_array_sort (values, compare_values);
  found->texts = g_new0 (char *, values->len + 1);
  found->counts = g_array_sized_new (FALSE, FALSE, sizeof (guint), values->len);
  for (guint i = 0; i < values->len; i++)
    {
      const Value *sorted = g_ptr_array_index (values, i);

      found->texts[i] = g_strdup (sorted->text);
      g_array_append_val (found->counts, sorted->count);
    }
  return found;
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Collecting *collecting = data;
  g_autoptr(GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) value_free);
  Counting counting = { collecting, counted };
  GError *error = NULL;

  if (pz_store_walk (collecting->store, "learners", cancellable, read_learner, &counting, &error))
    g_task_return_pointer (task, sort_values (counted), (GDestroyNotify) found_free);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_collect_values_async:
 * @field: a set of learners: %PZ_LEARNER_INTERESTS and so on
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Looks what the learners that are not in the trash have in the field.
 */
void
pz_classroom_collect_values_async (PzClassroom         *self,
                                   guint                field,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);
  Collecting *collecting;
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));
  g_return_if_fail (field < schema->n_fields && (schema->fields[field].flags & PZ_FIELD_SET) != 0);

  collecting = g_new0 (Collecting, 1);
  collecting->store = g_object_ref (self->store);
  collecting->field = schema->fields[field].name;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_collect_values_async);
  g_task_set_task_data (task, collecting, (GDestroyNotify) collecting_free);
  pz_task_run_apart (task, collect_thread, (GDestroyNotify) found_free);
}

/**
 * pz_classroom_collect_values_finish:
 * @counts: (out) (optional) (transfer full) (element-type guint): how many learners have each of them
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full): the values, most used first, equal ones in the order of the locale; %NULL with @error set
 */
GStrv
pz_classroom_collect_values_finish (PzClassroom   *self,
                                    GAsyncResult  *result,
                                    GArray       **counts,
                                    GError       **error)
{
  Found *found;
  GStrv texts;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_collect_values_async), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;
  texts = g_steal_pointer (&found->texts);
  if (counts != NULL)
    *counts = g_steal_pointer (&found->counts);
  found_free (found);
  return texts;
}
