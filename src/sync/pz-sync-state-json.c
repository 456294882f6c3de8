/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-state.h"

#include "pz-json-writer.h"
#include "pz-sync-reader.h"
#include "pz-sync-texts.h"

#include <string.h>

/* The class itself looks for `device` in this file when it is opened, see pz-classroom-open.c. */
#define FORMAT "personalize-device"
#define VERSION 1

/* the name of the n-th member, or the n-th text of a list */
static void
write_name (guint       n,
            const char *name,
            GString    *out)
{
  if (n > 0)
    g_string_append_c (out, ',');
  pz_json_append_string (out, name, -1);
}

static void
write_set (GHashTable *set,
           GString    *out)
{
  g_autoptr(GPtrArray) names = pz_sync_texts_list_keys (set);

  g_string_append_c (out, '[');
  for (guint i = 0; i < names->len; i++)
    write_name (i, g_ptr_array_index (names, i), out);
  g_string_append_c (out, ']');
}

/* names of objects, and since when something is so */
static void
write_since (GHashTable *since,
             GString    *out)
{
  g_autoptr(GPtrArray) names = pz_sync_texts_list_keys (since);

  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++)
    {
      write_name (i, g_ptr_array_index (names, i), out);
      g_string_append_printf (out, ":%" G_GINT64_FORMAT,
                              *(gint64 *) g_hash_table_lookup (since, g_ptr_array_index (names, i)));
    }
  g_string_append_c (out, '}');
}

static void
write_names (const PzSyncState *self,
             GString           *out)
{
  g_autoptr(GPtrArray) snapshots = pz_sync_texts_list_keys (self->snapshots);

  g_string_append (out, ",\"snapshots\":{");
  for (guint i = 0; i < snapshots->len; i++)
    {
      const char *name = g_ptr_array_index (snapshots, i);

      write_name (i, name, out);
      g_string_append_c (out, ':');
      pz_vector_write (g_hash_table_lookup (self->snapshots, name), out);
    }
  g_string_append (out, "},\"aside\":");
  write_set (self->aside, out);
  if (g_hash_table_size (self->refused) > 0)
    {
      g_string_append (out, ",\"refused\":");
      write_set (self->refused, out);
    }
  g_string_append (out, ",\"torn\":");
  write_since (self->torn, out);
  if (g_hash_table_size (self->unreached) > 0)
    {
      g_string_append (out, ",\"unreached\":");
      write_since (self->unreached, out);
    }
}

static void
write_documents (const PzSyncState *self,
                 GString           *out)
{
  g_autoptr(GPtrArray) documents = pz_sync_texts_list_keys (self->documents);

  g_string_append (out, ",\"documents\":{");
  for (guint i = 0; i < documents->len; i++)
    {
      write_name (i, g_ptr_array_index (documents, i), out);
      g_string_append_printf (out, ":\"%08x\"",
                              GPOINTER_TO_UINT (g_hash_table_lookup (self->documents, g_ptr_array_index (documents, i))));
    }
  g_string_append_c (out, '}');
}

static void
write_flag (const char *name,
            gboolean    flag,
            GString    *out)
{
  if (flag)
    g_string_append_printf (out, ",\"%s\":true", name);
}

/**
 * pz_sync_state_write:
 *
 * Returns: (transfer full): the file; the same state makes the same bytes
 */
GBytes *
pz_sync_state_write (const PzSyncState *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"format\":\"%s\",\"version\":%d,\"device\":\"%016" G_GINT64_MODIFIER "x\"", FORMAT,
                          VERSION, self->device);
  if (self->place != NULL)
    {
      g_string_append (out, ",\"place\":");
      pz_json_append_string (out, self->place, -1);
    }
  g_string_append_printf (out, ",\"confirmed\":%" G_GUINT64_FORMAT ",\"outbox\":[", self->confirmed);
  for (guint i = 0; i < self->outbox->len; i++)
    {
      const PzOutboxPart *part = &g_array_index (self->outbox, PzOutboxPart, i);

      g_string_append_printf (out, "%s[%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT ",\"%016" G_GINT64_MODIFIER "x\"]",
                              i > 0 ? "," : "", part->from, part->to, part->head);
    }
  g_string_append_c (out, ']');
  write_names (self, out);
  write_documents (self, out);
  g_string_append_printf (out, ",\"published\":%" G_GUINT64_FORMAT ",\"publish\":%" G_GUINT64_FORMAT
                          ",\"missing\":%" G_GUINT64_FORMAT,
                          self->n_published, self->publish, self->n_missing);
  if (self->erased != NULL)
    {
      g_string_append (out, ",\"erased\":");
      pz_vector_write (self->erased, out);
    }
  write_flag ("check-all", self->check_all, out);
  write_flag ("checked", self->checked, out);
  write_flag ("erasing", self->is_erasing, out);
  write_flag ("newer", self->holds_newer, out);
  write_flag ("restored", self->restored, out);
  g_string_append_printf (out, ",\"pulled\":%" G_GINT64_FORMAT ",\"stored\":%" G_GINT64_FORMAT, self->pulled,
                          self->stored);
  pz_knowledge_write (self->known, out);
  g_string_append (out, self->extra->str);
  g_string_append (out, "}\n");
  return g_string_free_to_bytes (out);
}

static gboolean
read_part (PzJsonReader *reader,
           gpointer      user_data)
{
  PzOutboxPart part;

  part.from = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  part.to = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  part.head = pz_sync_read_hex (reader, 16);
  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY_END) || part.from == 0 || part.to < part.from)
    return FALSE;
  g_array_append_val ((GArray *) user_data, part);
  return TRUE;
}

static void
read_snapshots (PzSyncState  *self,
                PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      char *name = g_strdup (pz_json_reader_get_text (reader, NULL));
      PzVector *vector = pz_vector_new (self->known->classroom);

      g_hash_table_replace (self->snapshots, name, vector);
      pz_vector_read (vector, reader);
    }
}

static gboolean
read_name (PzJsonReader *reader,
           gpointer      user_data)
{
  g_hash_table_add (user_data, g_strdup (pz_json_reader_get_text (reader, NULL)));
  return TRUE;
}

static void
read_since (GHashTable   *since,
            PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      char *name = g_strdup (pz_json_reader_get_text (reader, NULL));
      gint64 when = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);

      g_hash_table_replace (since, name, g_memdup2 (&when, sizeof when));
    }
}

static void
read_documents (PzSyncState  *self,
                PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      char *path = g_strdup (pz_json_reader_get_text (reader, NULL));

      g_hash_table_replace (self->documents, path, GUINT_TO_POINTER ((guint) pz_sync_read_hex (reader, 8)));
    }
}

/* Returns whether it was one of the lists. */
static gboolean
read_list (PzSyncState  *self,
           PzJsonReader *reader,
           const char   *name)
{
  if (strcmp (name, "outbox") == 0)
    pz_sync_read_list (reader, PZ_JSON_ARRAY, read_part, self->outbox);
  else if (strcmp (name, "snapshots") == 0)
    read_snapshots (self, reader);
  else if (strcmp (name, "aside") == 0)
    pz_sync_read_list (reader, PZ_JSON_STRING, read_name, self->aside);
  else if (strcmp (name, "refused") == 0)
    pz_sync_read_list (reader, PZ_JSON_STRING, read_name, self->refused);
  else if (strcmp (name, "torn") == 0)
    read_since (self->torn, reader);
  else if (strcmp (name, "unreached") == 0)
    read_since (self->unreached, reader);
  else if (strcmp (name, "documents") == 0)
    read_documents (self, reader);
  else if (strcmp (name, "erased") == 0 && self->erased == NULL)
    {
      self->erased = pz_vector_new (self->known->classroom);
      pz_vector_read (self->erased, reader);
    }
  else
    return pz_knowledge_read_member (self->known, reader, name);
  return TRUE;
}

/* Returns whether it was one of the numbers and flags. */
static gboolean
read_single (PzSyncState  *self,
             PzJsonReader *reader,
             const char   *name)
{
  if (strcmp (name, "device") == 0)
    self->device = pz_sync_read_hex (reader, 16);
  else if (strcmp (name, "place") == 0)
    {
      g_free (self->place);
      self->place = pz_sync_read_text (reader);
    }
  else if (strcmp (name, "confirmed") == 0)
    self->confirmed = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "published") == 0)
    self->n_published = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "missing") == 0)
    self->n_missing = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "check-all") == 0)
    self->check_all = pz_sync_read_flag (reader);
  else if (strcmp (name, "publish") == 0)
    self->publish = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "newer") == 0)
    self->holds_newer = pz_sync_read_flag (reader);
  else if (strcmp (name, "erasing") == 0)
    self->is_erasing = pz_sync_read_flag (reader);
  else if (strcmp (name, "checked") == 0)
    self->checked = pz_sync_read_flag (reader);
  else if (strcmp (name, "restored") == 0)
    self->restored = pz_sync_read_flag (reader);
  else if (strcmp (name, "pulled") == 0)
    self->pulled = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else if (strcmp (name, "stored") == 0)
    self->stored = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  else
    return FALSE;
  return TRUE;
}

/* Returns the version of the file. */
static guint64
read_members (PzSyncState  *self,
              PzJsonReader *reader)
{
  gboolean was_synchronised = FALSE;
  guint64 version = 0;

  self->check_all = FALSE; /* a synchronisation says so itself */

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (strcmp (name, "version") == 0)
        version = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "format") == 0)
        {
          if (!pz_sync_read_token (reader, PZ_JSON_STRING) || !pz_json_reader_text_is (reader, FORMAT))
            pz_sync_reader_refuse (reader);
        }
      else if (strcmp (name, "vector") == 0)
        {
          was_synchronised = TRUE;
          pz_knowledge_read_member (self->known, reader, name);
        }
      else if (!read_single (self, reader, name) && !read_list (self, reader, name))
        pz_sync_read_unknown (reader, name, self->extra);
    }
  self->check_all |= !was_synchronised;
  return version;
}

/**
 * pz_sync_state_parse:
 * @classroom: id of the class
 * @bytes: the file; one that only names the device is good
 * @error: %PZ_SYNC_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): what it says
 */
PzSyncState *
pz_sync_state_parse (const char  *classroom,
                     GBytes      *bytes,
                     GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  g_autoptr(PzSyncState) self = pz_sync_state_new (classroom, 0);

  if (pz_sync_read_token (reader, PZ_JSON_OBJECT) && read_members (self, reader) != VERSION)
    pz_sync_reader_refuse (reader);
  if (self->device == 0)
    pz_sync_reader_refuse (reader);
  return pz_sync_reader_finish (reader, error) ? g_steal_pointer (&self) : NULL;
}
