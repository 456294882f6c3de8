/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-edit.h"

#include "pz-json-writer.h"
#include "pz-sync-reader.h"

#include <string.h>

/* How deep a value may be nested. What the documents have no place for is kept and written again in a snapshot, inside of
 * five objects and arrays, and must be readable there. */
#define MAX_NESTING (PZ_JSON_MAX_DEPTH - 5)

/**
 * pz_sync_edit_new:
 * @number: its number
 * @path: of the record
 * @field: which key
 * @clock: when
 * @value: (nullable): one JSON value; %NULL removes
 *
 * Returns: (transfer full): an edit that takes the place of nothing yet; pz_sync_edit_seal() when it is complete
 */
PzSyncEdit *
pz_sync_edit_new (guint64     number,
             const char *path,
             const char *field,
             PzHlc       clock,
             const char *value)
{
  PzSyncEdit *self = g_new0 (PzSyncEdit, 1);

  self->number = number;
  self->path = g_strdup (path);
  self->field = g_strdup (field);
  self->clock = clock;
  self->value = g_strdup (value);
  self->replaces = g_array_new (FALSE, FALSE, sizeof (PzReplaced));
  return self;
}

/**
 * pz_sync_edit_free:
 * @self: (transfer full) (nullable): an edit
 */
void
pz_sync_edit_free (PzSyncEdit *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->field);
  g_free (self->value);
  g_array_unref (self->replaces);
  g_free (self->bytes);
  g_free (self);
}

/**
 * pz_sync_edit_add_replaced:
 * @device: who wrote what it takes the place of
 * @number: its number
 * @mark: of the chain behind it
 */
void
pz_sync_edit_add_replaced (PzSyncEdit  *self,
                      guint64  device,
                      guint64  number,
                      guint32  mark)
{
  PzReplaced replaced = { device, number, mark };

  g_array_append_val (self->replaces, replaced);
}

/**
 * pz_sync_edit_seal:
 *
 * Gives it the bytes that are sent.
 */
void
pz_sync_edit_seal (PzSyncEdit *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"n\":%" G_GUINT64_FORMAT ",\"rec\":", self->number);
  pz_json_append_string (out, self->path, -1);
  g_string_append (out, ",\"f\":");
  pz_json_append_string (out, self->field, -1);
  g_string_append_printf (out, ",\"t\":[%" G_GUINT64_FORMAT ",%u]", PZ_HLC_MS (self->clock),
                          PZ_HLC_COUNTER (self->clock));
  if (self->value != NULL)
    g_string_append_printf (out, ",\"v\":%s", self->value);
  for (guint i = 0; i < self->replaces->len; i++)
    {
      const PzReplaced *replaced = &g_array_index (self->replaces, PzReplaced, i);

      g_string_append_printf (out, "%s[\"%016" G_GINT64_MODIFIER "x\",%" G_GUINT64_FORMAT ",\"%08x\"]",
                              i == 0 ? ",\"x\":[" : ",", replaced->device, replaced->number, replaced->mark);
    }
  g_string_append (out, self->replaces->len > 0 ? "]}" : "}");
  g_free (self->bytes);
  self->bytes = g_string_free (out, FALSE);
}

static gboolean
read_replaced (PzJsonReader *reader,
               gpointer      user_data)
{
  guint64 device = pz_sync_read_hex (reader, 16);
  guint64 number = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  guint32 mark = (guint32) pz_sync_read_hex (reader, 8);

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY_END) || device == 0 || number == 0)
    return FALSE;
  pz_sync_edit_add_replaced (user_data, device, number, mark);
  return TRUE;
}

static void
read_member (PzSyncEdit       *self,
             PzJsonReader *reader)
{
  g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

  if (strcmp (name, "n") == 0)
    self->number = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "rec") == 0)
    {
      g_free (self->path);
      self->path = pz_sync_read_text (reader);
      if (!pz_sync_path_is_valid (self->path))
        pz_sync_reader_refuse (reader);
    }
  else if (strcmp (name, "f") == 0)
    {
      g_free (self->field);
      self->field = pz_sync_read_text (reader);
    }
  else if (strcmp (name, "t") == 0)
    self->clock = pz_sync_read_clock (reader);
  else if (strcmp (name, "v") == 0)
    {
      g_free (self->value);
      self->value = pz_sync_read_value (reader);
    }
  else if (strcmp (name, "x") == 0)
    pz_sync_read_list (reader, PZ_JSON_ARRAY, read_replaced, self);
  else
    pz_json_reader_skip (reader, NULL, NULL); /* stays in the bytes */
}

static gboolean
is_too_deep (const char *value)
{
  g_autoptr(PzJsonReader) reader = NULL;
  PzJsonToken token;

  if (*value != '[' && *value != '{')
    return FALSE;
  reader = pz_json_reader_new (value, strlen (value), G_MAXINT32);
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_END && token != PZ_JSON_ERROR)
    if (pz_json_reader_get_depth (reader) > MAX_NESTING)
      return TRUE;
  return token == PZ_JSON_ERROR;
}

/* The value of a new record is an object that names its type. A member without a name, or with the name of the whole,
 * could be kept, and never be read again. */
static gboolean
is_whole_record (const PzSyncEdit *self)
{
  g_autoptr(GPtrArray) members = pz_sync_edit_split (self);
  gboolean has_type = FALSE;

  for (guint i = 0; members != NULL && i < members->len; i += 2)
    {
      const char *field = g_ptr_array_index (members, i);

      if (*field == '\0' || strcmp (field, PZ_WRITE_WHOLE) == 0 || is_too_deep (g_ptr_array_index (members, i + 1)))
        return FALSE;
      has_type |= strcmp (field, PZ_WRITE_TYPE) == 0;
    }
  return has_type;
}

static gboolean
is_whole (const PzSyncEdit *self)
{
  if (self->number == 0 || self->path == NULL || self->field == NULL || *self->field == '\0')
    return FALSE;
  if (self->value == NULL)
    return TRUE;
  return strcmp (self->field, PZ_WRITE_WHOLE) == 0 ? is_whole_record (self) : !is_too_deep (self->value);
}

/**
 * pz_sync_edit_read:
 * @reader: right behind the brace that opens an edit
 * @data: the bytes @reader reads
 *
 * Returns: (transfer full): an edit; when the reader fails, of no use
 */
PzSyncEdit *
pz_sync_edit_read (PzJsonReader *reader,
              const char   *data)
{
  gsize start = pz_json_reader_get_start (reader), end;
  PzSyncEdit *self = pz_sync_edit_new (0, NULL, NULL, 0, NULL);

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    read_member (self, reader);
  end = pz_json_reader_get_offset (reader);
  if (!is_whole (self))
    pz_sync_reader_refuse (reader);
  else
    self->bytes = g_strndup (data + start, end - start);
  return self;
}

/**
 * pz_sync_edit_split:
 * @self: an edit with %PZ_WRITE_WHOLE and a value
 *
 * Returns: (transfer full) (element-type utf8) (nullable): keys and values in turn; %NULL when it is no object
 */
GPtrArray *
pz_sync_edit_split (const PzSyncEdit *self)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (self->value, strlen (self->value), PZ_JSON_MAX_SIZE);

  if (pz_json_reader_next (reader) != PZ_JSON_OBJECT)
    return NULL;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_ptr_array_add (members, g_strdup (pz_json_reader_get_text (reader, NULL)));
      g_ptr_array_add (members, pz_sync_read_value (reader));
    }
  return pz_json_reader_next (reader) == PZ_JSON_END ? g_steal_pointer (&members) : NULL;
}

/**
 * pz_chain_begin:
 * @classroom: id of the class
 * @device: whose chain
 *
 * Returns: what the chain is before the first edit: the hash of both ids as text
 */
PzHash
pz_chain_begin (const char *classroom,
                guint64     device)
{
  g_autofree char *text = g_strdup_printf ("%s%016" G_GINT64_MODIFIER "x", classroom, device);

  return pz_hash_of (text, strlen (text));
}

/**
 * pz_chain_next:
 * @chain: behind the edit before
 * @edit: the bytes of the next edit
 *
 * Returns: the chain behind it
 */
PzHash
pz_chain_next (const PzHash *chain,
               const char   *edit)
{
  return pz_hash_of_two (chain->bytes, PZ_HASH_SIZE, edit, strlen (edit));
}
