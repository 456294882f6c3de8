/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-segment.h"

#include "pz-json-writer.h"
#include "pz-sync-reader.h"
#include "pz-sync-words.h"

#include <string.h>

/* {"kind":"segment","minor":0,"min_reader":0,"classroom":ID,"device":DEVICE,"from":N,"to":N,"prev":HASH,"edits":[EDIT,…]}
 * Members may come in any order but for those of an edit, which the chain is made of; unknown ones are passed over. */

/**
 * pz_segment_new:
 * @classroom: id of the class
 * @device: who writes
 * @from: number of the first edit
 * @prev: the chain before it
 *
 * Returns: (transfer full): a segment without edits
 */
PzSegment *
pz_segment_new (const char   *classroom,
                guint64       device,
                guint64       from,
                const PzHash *prev)
{
  PzSegment *self = g_new0 (PzSegment, 1);

  self->classroom = g_strdup (classroom);
  self->device = device;
  self->from = from;
  self->to = from - 1;
  self->prev = *prev;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_sync_edit_free);
  return self;
}

/**
 * pz_segment_free:
 * @self: (transfer full) (nullable): a segment
 */
void
pz_segment_free (PzSegment *self)
{
  if (self == NULL)
    return;
  g_free (self->classroom);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

/**
 * pz_segment_add:
 * @edit: (transfer full): sealed, with the next number
 */
void
pz_segment_add (PzSegment *self,
                PzSyncEdit    *edit)
{
  g_return_if_fail (edit->bytes != NULL && edit->number == self->to + 1);

  g_ptr_array_add (self->edits, edit);
  self->to++;
}

/**
 * pz_segment_write:
 *
 * Returns: (transfer full): its JSON
 */
GBytes *
pz_segment_write (PzSegment *self)
{
  GString *out = g_string_new ("{\"kind\":\"segment\",\"minor\":0,\"min_reader\":0,\"classroom\":");

  pz_json_append_string (out, self->classroom, -1);
  g_string_append_printf (out,
                          ",\"device\":\"%016" G_GINT64_MODIFIER "x\",\"from\":%" G_GUINT64_FORMAT
                          ",\"to\":%" G_GUINT64_FORMAT ",\"prev\":\"",
                          self->device, self->from, self->to);
  pz_hash_append (&self->prev, out);
  g_string_append (out, "\",\"edits\":[");
  for (guint i = 0; i < self->edits->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, ((PzSyncEdit *) g_ptr_array_index (self->edits, i))->bytes);
    }
  g_string_append (out, "]}");
  return g_string_free_to_bytes (out);
}

static void
read_edits (PzSegment    *self,
            PzJsonReader *reader,
            const char   *data)
{
  PzJsonToken token;

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    g_ptr_array_add (self->edits, pz_sync_edit_read (reader, data));
  if (token != PZ_JSON_ARRAY_END)
    pz_sync_reader_refuse (reader);
}

/* Returns the least minor version that can read it. */
static guint64
read_members (PzSegment    *self,
              PzJsonReader *reader,
              const char   *data)
{
  guint64 min_reader = 0;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (strcmp (name, "kind") == 0)
        {
          if (!pz_sync_read_token (reader, PZ_JSON_STRING) || !pz_json_reader_text_is (reader, "segment"))
            pz_sync_reader_refuse (reader);
        }
      else if (strcmp (name, "min_reader") == 0)
        min_reader = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "classroom") == 0)
        {
          g_free (self->classroom);
          self->classroom = pz_sync_read_text (reader);
        }
      else if (strcmp (name, "device") == 0)
        self->device = pz_sync_read_hex (reader, 16);
      else if (strcmp (name, "from") == 0)
        self->from = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "to") == 0)
        self->to = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "prev") == 0)
        self->prev = pz_sync_read_hash (reader);
      else if (strcmp (name, "edits") == 0)
        read_edits (self, reader, data);
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
  return min_reader;
}

/* whether its numbers are those of its edits, one after another */
static gboolean
is_whole (const PzSegment *self)
{
  if (*self->classroom == '\0' || self->device == 0 || self->from == 0 || self->to < self->from
      || self->edits->len != self->to - self->from + 1)
    return FALSE;
  for (guint i = 0; i < self->edits->len; i++)
    if (((PzSyncEdit *) g_ptr_array_index (self->edits, i))->number != self->from + i)
      return FALSE;
  return TRUE;
}

/**
 * pz_segment_parse:
 * @json: from a server: anything
 * @error: %PZ_SYNC_ERROR_DAMAGED, %PZ_SYNC_ERROR_TOO_NEW, %PZ_SYNC_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): the segment, with at least one edit
 */
PzSegment *
pz_segment_parse (GBytes  *json,
                  GError **error)
{
  const PzHash none = { { 0 } };
  gsize length;
  const char *data = g_bytes_get_data (json, &length);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, G_MAXINT32);
  g_autoptr(PzSegment) self = pz_segment_new ("", 0, 1, &none);
  guint64 min_reader = 0;

  if (pz_sync_read_token (reader, PZ_JSON_OBJECT))
    min_reader = read_members (self, reader, data);
  if (min_reader > PZ_SEGMENT_MINOR)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_NEW);
      return NULL;
    }
  if (!pz_sync_reader_finish (reader, error))
    return NULL;
  if (is_whole (self))
    return g_steal_pointer (&self);
  pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
  return NULL;
}

/**
 * pz_segment_get_chain:
 * @number: from the one before its first edit to its last
 *
 * Returns: the chain of the device behind that edit
 */
PzHash
pz_segment_get_chain (PzSegment *self,
                      guint64    number)
{
  PzHash chain = self->prev;

  for (guint i = 0; i < self->edits->len && self->from + i <= number; i++)
    chain = pz_chain_next (&chain, ((PzSyncEdit *) g_ptr_array_index (self->edits, i))->bytes);
  return chain;
}
