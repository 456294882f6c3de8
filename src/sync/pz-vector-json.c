/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-vector-private.h"

#include "pz-json-writer.h"
#include "pz-sync-reader.h"

#include <string.h>

#define MARK_DIGITS 8

/* {"DEVICE":{"n":N,"chain":HASH,"first":N,"marks":"8 digits for each edit","seen":SECONDS,"name":TEXT,"named":SECONDS,
 * "retired":true,"closed":true},…} */

static void
write_entry (const PzVectorEntry *entry,
             GString             *out)
{
  g_string_append_printf (out, "\"%016" G_GINT64_MODIFIER "x\":{\"n\":%" G_GUINT64_FORMAT ",\"chain\":\"",
                          entry->device, entry->number);
  pz_hash_append (&entry->chain, out);
  g_string_append_printf (out, "\",\"first\":%" G_GUINT64_FORMAT ",\"marks\":\"", entry->first);
  for (guint i = 0; i < entry->marks->len; i++)
    g_string_append_printf (out, "%08x", g_array_index (entry->marks, guint32, i));
  g_string_append_printf (out, "\",\"seen\":%" G_GINT64_FORMAT, entry->seen);
  if (entry->name != NULL)
    {
      g_string_append (out, ",\"name\":");
      pz_json_append_string (out, entry->name, -1);
    }
  if (entry->named > 0)
    g_string_append_printf (out, ",\"named\":%" G_GINT64_FORMAT, entry->named);
  if (entry->retired)
    g_string_append (out, ",\"retired\":true");
  if (entry->closed)
    g_string_append (out, ",\"closed\":true");
  if (entry->extra != NULL)
    g_string_append (out, entry->extra);
  g_string_append_c (out, '}');
}

/**
 * pz_vector_write:
 * @out: gets one JSON object, devices sorted by id
 */
void
pz_vector_write (const PzVector *self,
                 GString        *out)
{
  g_autoptr(GPtrArray) all = pz_vector_list (self);

  g_string_append_c (out, '{');
  for (guint i = 0; i < all->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_entry (g_ptr_array_index (all, i), out);
    }
  g_string_append_c (out, '}');
}

static void
read_marks (PzVectorEntry *entry,
            PzJsonReader  *reader)
{
  g_autofree char *text = pz_sync_read_text (reader);
  gsize length = strlen (text);

  if (length % MARK_DIGITS != 0)
    {
      pz_sync_reader_refuse (reader);
      return;
    }
  for (gsize i = 0; i < length; i += MARK_DIGITS)
    {
      guint64 number;
      guint32 mark;

      if (!pz_hex_parse (text + i, MARK_DIGITS, &number))
        {
          pz_sync_reader_refuse (reader);
          return;
        }
      mark = (guint32) number;
      g_array_append_val (entry->marks, mark);
    }
}

static void
read_member (PzVectorEntry *entry,
             PzJsonReader  *reader,
             GString       *extra)
{
  g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

  if (strcmp (name, "n") == 0)
    entry->number = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "chain") == 0)
    entry->chain = pz_sync_read_hash (reader);
  else if (strcmp (name, "first") == 0)
    entry->first = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "marks") == 0)
    read_marks (entry, reader);
  else if (strcmp (name, "seen") == 0)
    entry->seen = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "name") == 0)
    {
      g_free (entry->name);
      entry->name = pz_sync_read_text (reader);
    }
  else if (strcmp (name, "named") == 0)
    entry->named = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "retired") == 0)
    entry->retired = pz_sync_read_flag (reader);
  else if (strcmp (name, "closed") == 0)
    entry->closed = pz_sync_read_flag (reader);
  else
    pz_sync_read_unknown (reader, name, extra);
}

static gboolean
is_whole (const PzVectorEntry *entry)
{
  guint32 mark;

  if (entry->first == 0 || entry->first + entry->marks->len != entry->number + 1)
    return FALSE;
  if (entry->marks->len == 0)
    return TRUE;
  mark = g_array_index (entry->marks, guint32, entry->marks->len - 1);
  return mark == pz_hash_get_mark (&entry->chain);
}

static void
read_entry (PzVector     *self,
            PzJsonReader *reader)
{
  g_autofree char *text = g_strdup (pz_json_reader_get_text (reader, NULL));
  g_autoptr(GString) extra = g_string_new (NULL);
  PzVectorEntry *entry;
  guint64 device;

  if (strlen (text) != 16 || !pz_hex_parse (text, 16, &device) || device == 0
      || !pz_sync_read_token (reader, PZ_JSON_OBJECT))
    {
      pz_sync_reader_refuse (reader);
      return;
    }
  entry = pz_vector_get (self, device);
  g_array_set_size (entry->marks, 0);
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    read_member (entry, reader, extra);
  if (!is_whole (entry))
    pz_sync_reader_refuse (reader);
  g_free (entry->extra);
  entry->extra = extra->len > 0 ? g_strdup (extra->str) : NULL;
}

/**
 * pz_vector_read:
 * @self: an empty vector
 * @reader: before the object that pz_vector_write() wrote
 */
void
pz_vector_read (PzVector     *self,
                PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    read_entry (self, reader);
}
