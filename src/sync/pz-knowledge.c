/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-knowledge.h"

#include "pz-document-writes.h"
#include "pz-json-writer.h"
#include "pz-sync-error.h"
#include "pz-sync-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Newest minor version of snapshots that this program understands. */
#define MINOR 0

static void
cloud_item_free (PzCloudItem *item)
{
  g_free (item->path);
  g_free (item->field);
  g_free (item);
}

/**
 * pz_knowledge_new:
 * @classroom: id of the class; "" when it is still to be read
 *
 * Returns: (transfer full): that of a device that has seen nothing
 */
PzKnowledge *
pz_knowledge_new (const char *classroom)
{
  PzKnowledge *self = g_new0 (PzKnowledge, 1);

  self->classroom = g_strdup (classroom);
  self->vector = pz_vector_new (classroom);
  self->cloud = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cloud_item_free);
  self->purged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->state = pz_state_map_new ();
  self->extra = g_string_new (NULL);
  return self;
}

/**
 * pz_knowledge_free:
 * @self: (transfer full) (nullable): what a device knows
 */
void
pz_knowledge_free (PzKnowledge *self)
{
  if (self == NULL)
    return;
  g_free (self->classroom);
  pz_vector_free (self->vector);
  g_hash_table_unref (self->cloud);
  g_hash_table_unref (self->purged);
  pz_state_map_free (self->state);
  g_string_free (self->extra, TRUE);
  g_free (self);
}

static char *
cloud_key (const PzStamp *tag,
           const char    *path,
           const char    *field)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x %019" G_GUINT64_FORMAT " %s %s", tag->device, tag->number, path,
                          field);
}

/**
 * pz_knowledge_add_cloud:
 * @tag: of a write that was replaced before it was seen
 * @path: of the record
 * @field: the key, or %PZ_WRITE_WHOLE
 */
void
pz_knowledge_add_cloud (PzKnowledge   *self,
                        const PzStamp *tag,
                        const char    *path,
                        const char    *field)
{
  PzCloudItem *item = g_new0 (PzCloudItem, 1);

  item->tag = (PzStamp){ tag->device, tag->number, 0 };
  item->path = g_strdup (path);
  item->field = g_strdup (field);
  g_hash_table_replace (self->cloud, cloud_key (tag, path, field), item);
}

static gboolean
is_in_cloud (const PzKnowledge *self,
             const PzStamp     *tag,
             const char        *path,
             const char        *field)
{
  g_autofree char *key = g_hash_table_size (self->cloud) > 0 ? cloud_key (tag, path, field) : NULL;

  return key != NULL && g_hash_table_contains (self->cloud, key);
}

/**
 * pz_knowledge_covers:
 * @tag: of a numbered write
 * @path: of a record it wrote to
 * @field: the key
 *
 * Returns: whether it was seen there, or what replaced it
 */
gboolean
pz_knowledge_covers (const PzKnowledge *self,
                     const PzStamp     *tag,
                     const char        *path,
                     const char        *field)
{
  return pz_vector_covers (self->vector, tag) || is_in_cloud (self, tag, path, field)
         || is_in_cloud (self, tag, path, PZ_WRITE_WHOLE);
}

/**
 * pz_knowledge_add_purged:
 * @document: its path
 * @when: seconds since 1970 UTC; the latest stays
 */
void
pz_knowledge_add_purged (PzKnowledge *self,
                         const char  *document,
                         gint64       when)
{
  const gint64 *known = g_hash_table_lookup (self->purged, document);

  if (known == NULL || *known < when)
    g_hash_table_replace (self->purged, g_strdup (document), g_memdup2 (&when, sizeof when));
}

/**
 * pz_knowledge_settle:
 *
 * Forgets the cloud of what was seen since, or will never be: edits of a closed device.
 */
void
pz_knowledge_settle (PzKnowledge *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cloud);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const PzStamp *tag = &((PzCloudItem *) item)->tag;
      const PzVectorEntry *entry = pz_vector_find (self->vector, tag->device);

      if (entry != NULL && (tag->number <= entry->number || entry->closed))
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * pz_knowledge_take:
 * @other: what was joined with the class, the values excepted
 *
 * Makes the context what both have seen.
 */
void
pz_knowledge_take (PzKnowledge       *self,
                   const PzKnowledge *other)
{
  GHashTableIter iter;
  gpointer key, value;

  pz_vector_take (self->vector, other->vector);
  g_hash_table_iter_init (&iter, other->cloud);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PzCloudItem *item = value;

      pz_knowledge_add_cloud (self, &item->tag, item->path, item->field);
    }
  g_hash_table_iter_init (&iter, other->purged);
  while (g_hash_table_iter_next (&iter, &key, &value))
    pz_knowledge_add_purged (self, key, *(gint64 *) value);
  if (strcmp (self->extra->str, other->extra->str) < 0) /* not understood: the greater text, whoever comes first */
    g_string_assign (self->extra, other->extra->str);
  pz_knowledge_settle (self);
}

typedef struct
{
  const PzKnowledge *other;
  gboolean is_within;
} Comparing;

/* a value of the smaller one must be in the greater one, or have been replaced there */
static void
look_for_value (const char         *path,
                const char         *field,
                const PzStateValue *value,
                gpointer            user_data)
{
  Comparing *c = user_data;

  c->is_within &= pz_knowledge_covers (c->other, &value->stamp, path, field)
                  || pz_state_map_has (c->other->state, path, field, &value->stamp);
}

/* a value of the greater one must not have been replaced in the smaller one */
static void
look_for_loss (const char         *path,
               const char         *field,
               const PzStateValue *value,
               gpointer            user_data)
{
  Comparing *c = user_data;

  c->is_within &= !pz_knowledge_covers (c->other, &value->stamp, path, field)
                  || pz_state_map_has (c->other->state, path, field, &value->stamp);
}

/**
 * pz_knowledge_is_within:
 * @other: another snapshot
 *
 * Returns: whether joining @self with @other would change nothing in @other
 */
gboolean
pz_knowledge_is_within (const PzKnowledge *self,
                        const PzKnowledge *other)
{
  Comparing in_other = { other, TRUE }, in_self = { self, TRUE };

  pz_state_map_each (self->state, look_for_value, &in_other);
  pz_state_map_each (other->state, look_for_loss, &in_self);
  return in_other.is_within && in_self.is_within && pz_vector_is_within (self->vector, other->vector);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sort_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

static void
write_cloud (const PzKnowledge *self,
             GString           *out)
{
  g_autoptr(GPtrArray) keys = sort_keys (self->cloud);

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
  g_autoptr(GPtrArray) keys = sort_keys (self->purged);

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

static void
read_cloud (PzKnowledge  *self,
            PzJsonReader *reader)
{
  PzJsonToken token;

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_ARRAY)
    {
      PzStamp tag = { pz_sync_read_hex (reader, 16), pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER), 0 };
      g_autofree char *path = pz_sync_read_text (reader);
      g_autofree char *field = pz_sync_read_text (reader);

      if (!pz_sync_read_token (reader, PZ_JSON_ARRAY_END) || tag.device == 0 || tag.number == 0
          || !pz_sync_path_is_valid (path))
        break;
      pz_knowledge_add_cloud (self, &tag, path, field);
    }
  if (token != PZ_JSON_ARRAY_END)
    pz_sync_reader_refuse (reader);
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

      pz_knowledge_add_purged (self, document, (gint64) pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER));
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
    read_cloud (self, reader);
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
      g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_NEW,
                           _ ("A newer version of Personalize wrote to this class"));
      return NULL;
    }
  if (!pz_sync_reader_finish (reader, error))
    return NULL;
  if (*self->classroom != '\0')
    return g_steal_pointer (&self);
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED, _ ("A file on the server is damaged"));
  return NULL;
}
