/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-purge-log.h"

#include "pz-document-writes.h"
#include "pz-error.h"
#include "pz-json-reader.h"
#include "pz-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was removed for good stands in no document any more, and other devices still have it. So each removal of what
 * they may know leaves the numbers of the writes it took away, and no word of what they said:
 * {"format":"personalize-purged","version":1,"records":{PATH:["DEVICE.NUMBER",…],…}} */
#define FORMAT "personalize-purged"

/**
 * pz_purged_free:
 * @self: (transfer full) (nullable): a note
 */
void
pz_purged_free (PzPurged *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_array_unref (self->tags);
  g_free (self);
}

/* A write that is in a note. */
typedef struct
{
  const PzPurged *note;
  PzStamp tag;
} NotedTag;

/* Notes as they are gathered: each record has one, and each write stands in it once. */
typedef struct
{
  GPtrArray *purged; /* PzPurged */
  GHashTable *notes; /* path, owned by the note -> PzPurged */
  GHashTable *tags;  /* NotedTag, owned; a set */
} Gathering;

static guint
hash_tag (gconstpointer key)
{
  const NotedTag *noted = key;

  return g_direct_hash (noted->note) ^ g_int64_hash (&noted->tag.device) ^ (guint) (noted->tag.number * 2654435761u);
}

static gboolean
equal_tags (gconstpointer a,
            gconstpointer b)
{
  const NotedTag *left = a, *right = b;

  return left->note == right->note && pz_stamp_tag_equal (&left->tag, &right->tag);
}

static void
begin (Gathering *self,
       GPtrArray *purged)
{
  self->purged = purged;
  self->notes = g_hash_table_new (g_str_hash, g_str_equal);
  self->tags = g_hash_table_new_full (hash_tag, equal_tags, g_free, NULL);
}

static void
end (Gathering *self)
{
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->tags);
}

static PzPurged *
get_note (Gathering  *self,
          const char *path)
{
  PzPurged *note = g_hash_table_lookup (self->notes, path);

  if (note != NULL)
    return note;
  note = g_new0 (PzPurged, 1);
  note->path = g_strdup (path);
  note->tags = g_array_new (FALSE, FALSE, sizeof (PzStamp));
  g_ptr_array_add (self->purged, note);
  g_hash_table_insert (self->notes, note->path, note);
  return note;
}

static void
add_tag (Gathering     *self,
         PzPurged      *note,
         const PzStamp *tag)
{
  NotedTag noted = { note, { tag->device, tag->number, 0 } };

  if (g_hash_table_add (self->tags, g_memdup2 (&noted, sizeof noted)))
    g_array_append_val (note->tags, noted.tag);
}

typedef struct
{
  Gathering gathering;
  PzDocument *document;
  const char *record; /* (nullable): all */
} Noting;

static void
note_tag (const char    *record,
          const PzStamp *tag,
          gpointer       user_data)
{
  Noting *noting = user_data;
  const char *folder = pz_schema_get_document (pz_document_get_kind (noting->document))->folder;
  g_autofree char *path = NULL;

  if (noting->record != NULL && strcmp (noting->record, record) != 0)
    return;
  path = g_strdup_printf ("%s/%s/%s", folder != NULL ? folder : "classroom", pz_document_get_id (noting->document),
                          record);
  add_tag (&noting->gathering, get_note (&noting->gathering, path), tag);
}

/**
 * pz_purge_log_note:
 * @purged: (element-type PzPurged): gets what has to be told, as notes of its own beside those that are there; nothing
 *   when no other device can know of it
 * @document: a document that goes, or that @record goes from
 * @record: (nullable): id of the record; %NULL: all of the document
 */
void
pz_purge_log_note (GPtrArray  *purged,
                   PzDocument *document,
                   const char *record)
{
  Noting noting = { { NULL }, document, record };

  g_return_if_fail (purged != NULL && PZ_IS_DOCUMENT (document));

  begin (&noting.gathering, purged);
  pz_document_each_tag (document, note_tag, &noting);
  end (&noting.gathering);
}

static gboolean
parse_tag (const char *text,
           PzStamp    *tag)
{
  char *end = NULL;

  if (strlen (text) < 18 || strspn (text, "0123456789abcdef") != 16 || text[16] != '.' || !g_ascii_isdigit (text[17]))
    return FALSE;
  tag->device = g_ascii_strtoull (text, NULL, 16);
  tag->number = g_ascii_strtoull (text + 17, &end, 10);
  return tag->device != 0 && tag->number != 0 && *end == '\0';
}

static void
read_note (PzJsonReader *reader,
           Gathering    *gathering)
{
  PzPurged *note = get_note (gathering, pz_json_reader_get_text (reader, NULL));
  PzJsonToken token = pz_json_reader_next (reader);

  if (token == PZ_JSON_ARRAY)
    while ((token = pz_json_reader_next (reader)) == PZ_JSON_STRING)
      {
        PzStamp tag = { 0 };

        if (!parse_tag (pz_json_reader_get_text (reader, NULL), &tag))
          break;
        add_tag (gathering, note, &tag);
      }
  if (token != PZ_JSON_ARRAY_END)
    pz_json_reader_fail (reader, PZ_ERROR_INVALID, "%s", _ ("this is not the number of a write"));
}

static gboolean
parse (GBytes     *bytes,
       Gathering  *gathering,
       GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);

  pz_json_reader_next (reader);
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      if (!pz_json_reader_text_is (reader, "records"))
        {
          pz_json_reader_skip (reader, NULL, NULL);
          continue;
        }
      pz_json_reader_next (reader);
      while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
        read_note (reader, gathering);
    }
  pz_json_reader_next (reader);
  return !pz_json_reader_take_error (reader, error);
}

/* Returns whether the file, when there is one, could be read. */
static gboolean
read_file (PzStore    *store,
           PzVersion  *seen,
           Gathering  *gathering,
           GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_store_read (store, PZ_PURGE_LOG_FILE, seen, &local_error);

  if (bytes != NULL)
    return parse (bytes, gathering, error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_purge_log_read:
 * @store: of the class
 * @seen: (out): version of the file
 * @error: why it could not be read
 *
 * Returns: (transfer full) (element-type PzPurged) (nullable): all that waits to be told; empty when nothing does
 */
GPtrArray *
pz_purge_log_read (PzStore    *store,
                   PzVersion  *seen,
                   GError    **error)
{
  g_autoptr(GPtrArray) purged = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  Gathering gathering;
  gboolean good;

  begin (&gathering, purged);
  good = read_file (store, seen, &gathering, error);
  end (&gathering);
  return good ? g_steal_pointer (&purged) : NULL;
}

/**
 * pz_purge_log_write:
 * @purged: (element-type PzPurged): what waits to be told
 *
 * Returns: (transfer full): the file
 */
GBytes *
pz_purge_log_write (GPtrArray *purged)
{
  GString *out = g_string_new ("{\"format\":\"" FORMAT "\",\"version\":1,\"records\":{");

  for (guint i = 0; i < purged->len; i++)
    {
      const PzPurged *note = g_ptr_array_index (purged, i);

      g_string_append (out, i > 0 ? ",\n" : "\n");
      pz_json_append_string (out, note->path, -1);
      g_string_append (out, ":[");
      for (guint k = 0; k < note->tags->len; k++)
        {
          const PzStamp *tag = &g_array_index (note->tags, PzStamp, k);

          g_string_append_printf (out, "%s\"%016" G_GINT64_MODIFIER "x.%" G_GUINT64_FORMAT "\"", k > 0 ? "," : "",
                                  tag->device, tag->number);
        }
      g_string_append_c (out, ']');
    }
  g_string_append (out, "\n}}\n");
  return g_string_free_to_bytes (out);
}

/**
 * pz_purge_log_add:
 * @store: of the class
 * @commit: what it goes into
 * @purged: (element-type PzPurged): what has to be told from now on
 * @error: why the file could not be read
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_purge_log_add (PzStore    *store,
                  PzCommit   *commit,
                  GPtrArray  *purged,
                  GError    **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_purged_free);
  g_autoptr(GBytes) bytes = NULL;
  PzVersion seen = { 0 };
  Gathering gathering;
  gboolean good;

  g_return_val_if_fail (PZ_IS_STORE (store) && PZ_IS_COMMIT (commit) && purged != NULL, FALSE);

  if (purged->len == 0)
    return TRUE;
  begin (&gathering, all);
  good = read_file (store, &seen, &gathering, error);
  for (guint i = 0; good && i < purged->len; i++)
    {
      const PzPurged *note = g_ptr_array_index (purged, i);
      PzPurged *known = get_note (&gathering, note->path);

      for (guint k = 0; k < note->tags->len; k++)
        add_tag (&gathering, known, &g_array_index (note->tags, PzStamp, k));
    }
  end (&gathering);
  if (!good)
    return FALSE;
  bytes = pz_purge_log_write (all);
  pz_commit_put (commit, PZ_PURGE_LOG_FILE, bytes, &seen);
  return TRUE;
}
