/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-state-map.h"

#include "pz-document-writes.h"
#include "pz-json-writer.h"
#include "pz-sync-reader.h"
#include "pz-sync-texts.h"

#include <string.h>

struct _PzStateMap
{
  GHashTable *records; /* path -> GHashTable: key -> GArray of PzStateValue, sorted; nothing in it is empty */
};

static void
clear_value (gpointer data)
{
  g_free (((PzStateValue *) data)->value);
}

/**
 * pz_state_map_new:
 *
 * Returns: (transfer full): a map without values
 */
PzStateMap *
pz_state_map_new (void)
{
  PzStateMap *self = g_new0 (PzStateMap, 1);

  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * pz_state_map_free:
 * @self: (transfer full) (nullable): a map
 */
void
pz_state_map_free (PzStateMap *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->records);
  g_free (self);
}

static GArray *
find_values (const PzStateMap *self,
             const char       *path,
             const char       *field)
{
  GHashTable *fields = g_hash_table_lookup (self->records, path);

  return fields != NULL ? g_hash_table_lookup (fields, field) : NULL;
}

static GArray *
get_values (PzStateMap *self,
            const char *path,
            const char *field)
{
  GHashTable *fields = g_hash_table_lookup (self->records, path);
  GArray *values;

  if (fields == NULL)
    {
      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      g_hash_table_insert (self->records, g_strdup (path), fields);
    }
  values = g_hash_table_lookup (fields, field);
  if (values == NULL)
    {
      values = g_array_new (FALSE, FALSE, sizeof (PzStateValue));
      g_array_set_clear_func (values, clear_value);
      g_hash_table_insert (fields, g_strdup (field), values);
    }
  return values;
}

/**
 * pz_state_map_add:
 * @path: of the record
 * @field: a key
 * @stamp: of a numbered write
 * @value: one JSON value
 *
 * Adds the value, unless the same write is there.
 */
void
pz_state_map_add (PzStateMap    *self,
                  const char    *path,
                  const char    *field,
                  const PzStamp *stamp,
                  const char    *value)
{
  GArray *values = get_values (self, path, field);
  PzStateValue added = { *stamp, NULL };
  guint position = 0;

  for (; position < values->len; position++)
    {
      int order = pz_stamp_compare (&g_array_index (values, PzStateValue, position).stamp, stamp);

      if (order == 0)
        return;
      if (order < 0) /* the latest first, as in a document */
        break;
    }
  added.value = g_strdup (value);
  g_array_insert_val (values, position, added);
}

static gboolean
drop_from (GArray        *values,
           const PzStamp *tag)
{
  for (guint i = 0; i < values->len; i++)
    if (pz_stamp_tag_equal (&g_array_index (values, PzStateValue, i).stamp, tag))
      {
        g_array_remove_index (values, i);
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_state_map_drop:
 * @path: of the record
 * @field: a key, or %PZ_WRITE_WHOLE for all keys
 * @tag: of a write that was replaced
 *
 * Returns: whether anything of it was there
 */
gboolean
pz_state_map_drop (PzStateMap    *self,
                   const char    *path,
                   const char    *field,
                   const PzStamp *tag)
{
  GHashTable *fields = g_hash_table_lookup (self->records, path);
  gboolean whole = strcmp (field, PZ_WRITE_WHOLE) == 0, dropped = FALSE;
  GHashTableIter iter;
  gpointer key, values;

  if (fields == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &key, &values))
    {
      if (!whole && strcmp (key, field) != 0)
        continue;
      dropped |= drop_from (values, tag);
      if (((GArray *) values)->len == 0)
        g_hash_table_iter_remove (&iter);
    }
  if (g_hash_table_size (fields) == 0)
    g_hash_table_remove (self->records, path);
  return dropped;
}

/**
 * pz_state_map_drop_document:
 * @document: its path
 *
 * Drops all values of all records in it.
 */
void
pz_state_map_drop_document (PzStateMap *self,
                            const char *document)
{
  gsize length = strlen (document);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strncmp (path, document, length) == 0 && ((char *) path)[length] == '/')
      g_hash_table_iter_remove (&iter);
}

/**
 * pz_state_map_has:
 * @path: of the record
 * @field: a key
 * @tag: of a write
 *
 * Returns: whether a value of it is there
 */
gboolean
pz_state_map_has (const PzStateMap *self,
                  const char       *path,
                  const char       *field,
                  const PzStamp    *tag)
{
  GArray *values = find_values (self, path, field);

  for (guint i = 0; values != NULL && i < values->len; i++)
    if (pz_stamp_tag_equal (&g_array_index (values, PzStateValue, i).stamp, tag))
      return TRUE;
  return FALSE;
}

/**
 * pz_state_map_list:
 *
 * Returns: (transfer full) (element-type utf8): paths of all records, sorted
 */
GPtrArray *
pz_state_map_list (const PzStateMap *self)
{
  GPtrArray *paths = pz_sync_texts_list_keys (self->records);

  for (guint i = 0; i < paths->len; i++)
    paths->pdata[i] = g_strdup (paths->pdata[i]);
  g_ptr_array_set_free_func (paths, g_free);
  return paths;
}

/**
 * pz_state_map_each_of:
 * @path: of a record
 * @func: (scope call): gets each value of it, sorted by key, the latest first; must not change the map
 */
void
pz_state_map_each_of (const PzStateMap *self,
                      const char       *path,
                      PzStateFunc       func,
                      gpointer          user_data)
{
  GHashTable *fields = g_hash_table_lookup (self->records, path);
  g_autoptr(GPtrArray) keys = fields != NULL ? pz_sync_texts_list_keys (fields) : g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      GArray *values = g_hash_table_lookup (fields, key);

      for (guint k = 0; k < values->len; k++)
        func (path, key, &g_array_index (values, PzStateValue, k), user_data);
    }
}

/**
 * pz_state_map_each:
 * @func: (scope call): gets each value, sorted by path and key; must not change the map
 */
void
pz_state_map_each (const PzStateMap *self,
                   PzStateFunc       func,
                   gpointer          user_data)
{
  g_autoptr(GPtrArray) paths = pz_sync_texts_list_keys (self->records);

  for (guint i = 0; i < paths->len; i++)
    pz_state_map_each_of (self, g_ptr_array_index (paths, i), func, user_data);
}

/**
 * pz_state_map_get_size:
 *
 * Returns: how many records have values in it
 */
guint
pz_state_map_get_size (const PzStateMap *self)
{
  return g_hash_table_size (self->records);
}

typedef struct
{
  GString *out;
  const char *path;
  const char *field;
} Writing;

static void
write_value (const char         *path,
             const char         *field,
             const PzStateValue *value,
             gpointer            user_data)
{
  Writing *w = user_data;
  gboolean same_path = w->path != NULL && strcmp (w->path, path) == 0;
  gboolean same_field = same_path && strcmp (w->field, field) == 0;

  if (!same_path)
    {
      g_string_append (w->out, w->path != NULL ? "]}," : "");
      pz_json_append_string (w->out, path, -1);
      g_string_append (w->out, ":{");
    }
  if (!same_field)
    {
      g_string_append (w->out, same_path ? "]," : "");
      pz_json_append_string (w->out, field, -1);
      g_string_append (w->out, ":[");
    }
  g_string_append_printf (w->out,
                          "%s[\"%016" G_GINT64_MODIFIER "x\",%" G_GUINT64_FORMAT ",[%" G_GUINT64_FORMAT ",%u],%s]",
                          same_field ? "," : "", value->stamp.device, value->stamp.number,
                          PZ_HLC_MS (value->stamp.clock), PZ_HLC_COUNTER (value->stamp.clock), value->value);
  w->path = path;
  w->field = field;
}

/**
 * pz_state_map_write:
 * @out: gets `{PATH:{FIELD:[[DEVICE,NUMBER,[MS,COUNTER],VALUE],…],…},…}`, sorted
 */
void
pz_state_map_write (const PzStateMap *self,
                    GString          *out)
{
  Writing writing = { out, NULL, NULL };

  g_string_append_c (out, '{');
  pz_state_map_each (self, write_value, &writing);
  g_string_append (out, writing.path != NULL ? "]}}" : "}");
}

typedef struct
{
  PzStateMap *map;
  const char *path;
  const char *field;
} Reading;

static gboolean
read_value (PzJsonReader *reader,
            gpointer      user_data)
{
  const Reading *r = user_data;
  g_autofree char *value = NULL;
  PzStamp stamp;

  stamp.device = pz_sync_read_hex (reader, 16);
  stamp.number = pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER);
  stamp.clock = pz_sync_read_clock (reader);
  value = pz_sync_read_value (reader);
  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY_END) || stamp.device == 0 || stamp.number == 0)
    return FALSE;
  pz_state_map_add (r->map, r->path, r->field, &stamp, value);
  return TRUE;
}

/**
 * pz_state_map_read:
 * @self: an empty map
 * @reader: before the object that pz_state_map_write() wrote
 */
void
pz_state_map_read (PzStateMap   *self,
                   PzJsonReader *reader)
{
  if (!pz_sync_read_token (reader, PZ_JSON_OBJECT))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *path = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (!pz_sync_path_is_valid (path) || !pz_sync_read_token (reader, PZ_JSON_OBJECT))
        {
          pz_sync_reader_refuse (reader);
          return;
        }
      while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
        {
          g_autofree char *field = g_strdup (pz_json_reader_get_text (reader, NULL));
          Reading reading = { self, path, field };

          if (*field == '\0' || strcmp (field, PZ_WRITE_WHOLE) == 0) /* of a whole record there is no value */
            pz_sync_reader_refuse (reader);
          pz_sync_read_list (reader, PZ_JSON_ARRAY, read_value, &reading);
        }
    }
}
