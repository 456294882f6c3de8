/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-knowledge.h"

#include "pz-json-writer.h"
#include "pz-sync-reader.h"
#include "pz-sync-texts.h"
#include "pz-sync-words.h"

#include <string.h>

/* Newest minor version of snapshots that this program understands. */
#define MINOR 0

static void
write_cloud (const PzKnowledge *self,
             GString           *out)
{
  g_autoptr(GPtrArray) keys = pz_sync_texts_list_keys (self->cloud);

  for (guint i = 0; i < keys->len; i++)
    {
      const PzCloudItem *item = g_hash_table_lookup (self->cloud, g_ptr_array_index (keys, i));

      g_string_append_printf (out, "%s[\"%016" G_GINT64_MODIFIER "x\",%" G_GUINT64_FORMAT ",", i > 0 ? "," : "",
                              item->tag.device, item->tag.number);
      pz_json_append_string (out, item->path, -1);
      g_string_append_c (out, ',');
      pz_json_append_string (out, item->field, -1);
      g_string_append_c (out, ']');
    }
}

static void
write_purged (const PzKnowledge *self,
              GString           *out)
{
  g_autoptr(GPtrArray) keys = pz_sync_texts_list_keys (self->purged);

  for (guint i = 0; i < keys->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      pz_json_append_string (out, g_ptr_array_index (keys, i), -1);
      g_string_append_printf (out, ":%" G_GINT64_FORMAT,
                              *(gint64 *) g_hash_table_lookup (self->purged, g_ptr_array_index (keys, i)));
    }
}

/**
 * pz_knowledge_write:
 * @out: gets members, each behind a comma:
 *   `,"vector":{…},"cloud":[[DEVICE,NUMBER,PATH,FIELD],…],"purged":{DOCUMENT:SECONDS,…},"state":{…}`
 */
void
pz_knowledge_write (const PzKnowledge *self,
                    GString           *out)
{
  g_string_append (out, ",\"vector\":");
  pz_vector_write (self->vector, out);
  g_string_append (out, ",\"cloud\":[");
  write_cloud (self, out);
  g_string_append (out, "],\"purged\":{");
  write_purged (self, out);
  g_string_append (out, "},\"state\":");
  pz_state_map_write (self->state, out);
  g_string_append (out, self->extra->str);
}

static gboolean
read_cloud_item (PzJsonReader *reader,
                 gpointer      user_data)
{
  PzStamp tag = { pz_sync_read_hex (reader, 16), pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER), 0 };
  g_autofree char *path = pz_sync_read_text (reader);
  g_autofree char *field = pz_sync_read_text (reader);

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY_END) || tag.device == 0 || tag.number == 0
      || !pz_sync_path_is_valid (path))
    return FALSE;
  pz_knowledge_add_cloud (user_data, &tag, path, field);
  return TRUE;
}

static void
read_purged (PzKnowledge  *self,
             PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *document = g_strdup (pz_json_reader_get_text (reader, NULL));
      gint64 when = (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);

      if (pz_sync_document_is_valid (document))
        pz_knowledge_add_purged (self, document, when);
      else
        pz_sync_reader_refuse (reader);
    }
}

/**
 * pz_knowledge_read_member:
 * @reader: right behind the name of a member
 * @name: that name, owned by the caller
 *
 * Returns: whether it was one of pz_knowledge_write(), and was read; else nothing was
 */
gboolean
pz_knowledge_read_member (PzKnowledge  *self,
                          PzJsonReader *reader,
                          const char   *name)
{
  if (strcmp (name, "vector") == 0)
    pz_vector_read (self->vector, reader);
  else if (strcmp (name, "cloud") == 0)
    pz_sync_read_list (reader, PZ_JSON_ARRAY, read_cloud_item, self);
  else if (strcmp (name, "purged") == 0)
    read_purged (self, reader);
  else if (strcmp (name, "state") == 0)
    pz_state_map_read (self->state, reader);
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_snapshot_write:
 *
 * Returns: (transfer full): the JSON of a snapshot
 */
GBytes *
pz_snapshot_write (const PzKnowledge *self)
{
  GString *out = g_string_new ("{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0,\"classroom\":");

  pz_json_append_string (out, self->classroom, -1);
  pz_knowledge_write (self, out);
  g_string_append_c (out, '}');
  return g_string_free_to_bytes (out);
}

/* the class comes before all that depends on it */
static void
take_classroom (PzKnowledge  *self,
                PzJsonReader *reader)
{
  g_autofree char *classroom = pz_sync_read_text (reader);

  if (*self->classroom != '\0')
    pz_sync_reader_refuse (reader);
  g_free (self->classroom);
  self->classroom = g_steal_pointer (&classroom);
  pz_vector_free (self->vector);
  self->vector = pz_vector_new (self->classroom);
}

/* Returns the least minor version that can read it. */
static guint64
read_members (PzKnowledge  *self,
              PzJsonReader *reader)
{
  guint64 min_reader = 0;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (strcmp (name, "kind") == 0)
        {
          if (!pz_sync_read_token (reader, PZ_JSON_STRING) || !pz_json_reader_text_is (reader, "snapshot"))
            pz_sync_reader_refuse (reader);
        }
      else if (strcmp (name, "minor") == 0)
        pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "min_reader") == 0)
        min_reader = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
      else if (strcmp (name, "classroom") == 0)
        take_classroom (self, reader);
      else if (*self->classroom == '\0')
        pz_sync_reader_refuse (reader);
      else if (!pz_knowledge_read_member (self, reader, name))
        pz_sync_read_unknown (reader, name, self->extra);
    }
  return min_reader;
}

/**
 * pz_snapshot_parse:
 * @json: from a server: anything
 * @error: %PZ_SYNC_ERROR_DAMAGED, %PZ_SYNC_ERROR_TOO_NEW, %PZ_SYNC_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): what a device knew when it wrote the snapshot
 */
PzKnowledge *
pz_snapshot_parse (GBytes  *json,
                   GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (json, &length);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, G_MAXINT32);
  g_autoptr(PzKnowledge) self = pz_knowledge_new ("");
  guint64 min_reader = 0;

  if (pz_sync_read_token (reader, PZ_JSON_OBJECT))
    min_reader = read_members (self, reader);
  if (min_reader > MINOR)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_NEW);
      return NULL;
    }
  if (!pz_sync_reader_finish (reader, error))
    return NULL;
  if (*self->classroom != '\0')
    return g_steal_pointer (&self);
  pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
  return NULL;
}
