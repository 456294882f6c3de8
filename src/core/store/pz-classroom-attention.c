/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-attention.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-task.h"

#include <math.h>

/* One learner: nothing of it counts before the file was read to its end, and nothing of one who is not in the lists. */
typedef struct
{
  PzAttentionSource *source;
  GArray *absences; /* PzDaySpan */
  gboolean left_out;
} Reading;

/* A record of either list. */
typedef struct
{
  char day[PZ_DAY_TEXT_SIZE]; /* "" before it was read */
  double minutes;
  gboolean one_to_one;
  PzDaySpan away;
  gboolean deleted;
} Facts;

static void
read_owner (PzJsonReader *reader,
            Reading      *reading)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "archived"))
      reading->left_out |= pz_peek_flag (reader);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      reading->left_out |= pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_field (PzJsonReader *reader,
            Facts        *facts)
{
  if (pz_json_reader_text_is (reader, "date"))
    {
      const char *text = pz_peek_text (reader);

      g_strlcpy (facts->day, text != NULL && pz_date_is_valid (text) ? text : "", sizeof facts->day);
    }
  else if (pz_json_reader_text_is (reader, "kind"))
    facts->one_to_one = g_strcmp0 (pz_peek_text (reader), "one-to-one") == 0;
  else if (pz_json_reader_text_is (reader, "minutes"))
    facts->minutes = pz_peek_number (reader);
  else if (pz_json_reader_text_is (reader, "from"))
    facts->away.first = pz_day_from_text (pz_peek_text (reader));
  else if (pz_json_reader_text_is (reader, "to"))
    facts->away.last = pz_day_from_text (pz_peek_text (reader));
  else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
    facts->deleted = pz_peek_text (reader) != NULL;
  else
    pz_json_reader_skip (reader, NULL, NULL);
}

static void
take_record (Reading     *reading,
             const Facts *facts)
{
  PzDaySpan away = { facts->away.first, MAX (facts->away.first, facts->away.last) };

  if (facts->deleted)
    return;
  if (*facts->day != '\0')
    pz_attention_source_add (reading->source, facts->day, facts->minutes, facts->one_to_one);
  if (away.first > 0)
    g_array_append_val (reading->absences, away);
}

static void
read_list (PzJsonReader *reader,
           Reading      *reading,
           const char   *name)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, name))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      Facts facts = { .minutes = NAN };

      while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
        read_field (reader, &facts);
      take_record (reading, &facts);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, name);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  if (pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (peek->reader, user_data);
  else if (pz_json_reader_text_is (peek->reader, "check-ins"))
    read_list (peek->reader, user_data, "check-ins");
  else if (pz_json_reader_text_is (peek->reader, "absences"))
    read_list (peek->reader, user_data, "absences");
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/* those in the trash and archived ones are left out */
static void
read_learner (const char *id,
              GBytes     *bytes,
              gpointer    user_data)
{
  g_autoptr(PzAttentionSource) source = pz_attention_source_new (NULL);
  g_autoptr(GArray) absences = g_array_new (FALSE, FALSE, sizeof (PzDaySpan));
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_LEARNER };
  Reading reading = { source, absences, FALSE };

  if (!pz_document_peek_bytes (&peek, bytes, read_member, &reading, NULL) || reading.left_out)
    return;
  source->id = g_strdup (peek.id);
  pz_day_spans_unref (source->absences);
  source->absences = pz_day_spans_new ((const PzDaySpan *) (gpointer) absences->data, absences->len);
  g_ptr_array_add (user_data, g_steal_pointer (&source));
}

static void
collect_thread (GTask        *task,
                gpointer      source,
                gpointer      store,
                GCancellable *cancellable)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_attention_source_free);
  GError *error = NULL;

  if (pz_store_walk (store, "learners", cancellable, read_learner, found, &error))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_collect_attention_async:
 * @cancellable: (nullable): to stop between two files
 * @callback: called in the main context of the caller
 *
 * Reads check-ins and absences of all learners who are neither in the trash nor archived.
 */
void
pz_classroom_collect_attention_async (PzClassroom         *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_collect_attention_async);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  pz_task_run_apart (task, collect_thread, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pz_classroom_collect_attention_finish:
 * @error: the folder could not be read, or it was cancelled
 *
 * Returns: (transfer full) (element-type PzAttentionSource): the learners, by id; %NULL with @error set
 */
GPtrArray *
pz_classroom_collect_attention_finish (PzClassroom   *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_collect_attention_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
