/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-peek.h"
#include "pz-environment.h"
#include "pz-index-private.h"
#include "pz-json-writer.h"

#include <string.h>

#define CACHE_NAME "cache/index.json"
#define CACHE_FORMAT "personalize-index"
/* to be raised when a row says something else than before, and when names are folded otherwise */
#define CACHE_VERSION 3

/* All texts but the search key, which stands with the numbers. */
#define FIRST_TEXT (PZ_INDEX_SEARCH_KEY + 1)

/* The members of a row in the order in which they are written; texts, counts and flags first, in their own order. */
enum
{
  FIRST_COUNT = PZ_INDEX_N_TEXTS - FIRST_TEXT,
  FIRST_FLAG = FIRST_COUNT + PZ_INDEX_N_COUNTS,
  DELETED = FIRST_FLAG,
  ARCHIVED,
  DAMAGED,
  SEARCH_KEY, /* folding the names again takes longer than reading all else */
  REVISION,
  SIZE, /* this and what follows are left out when the file must be read again */
  MTIME,
  INODE,
  N_MEMBERS,
};

static const char *const members[N_MEMBERS] = {
  "id", "given-name", "preferred-name", "middle-name", "family-name", "level", "sourced-id", "last", "check-in",
  "absences",
  "goals", "active", "measurements", "pending", "conflicts",
  "deleted", "archived", "damaged",
  "key", "rev", "size", "mtime_ns", "inode",
};

static PzIndexFlags
get_flag (guint member)
{
  return member == DELETED ? PZ_INDEX_DELETED : member == ARCHIVED ? PZ_INDEX_ARCHIVED : PZ_INDEX_DAMAGED;
}

static void
append_name (GString *out,
             guint    member)
{
  g_string_append (out, member == 0 ? "{\"" : ",\"");
  g_string_append (out, members[member]);
  g_string_append (out, "\":");
}

static void
append_whole (GString *out,
              guint    member,
              gint64   number)
{
  append_name (out, member);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/* One line. What is empty or 0 is left out. */
static void
append_row (GString            *out,
            const PzIndexEntry *entry)
{
  const PzVersion *version = &entry->version;
  const char *key = pz_index_entry_get_text (entry, PZ_INDEX_SEARCH_KEY);

  for (guint i = 0; i < FIRST_COUNT; i++)
    if (entry->present & 1u << (FIRST_TEXT + i))
      {
        append_name (out, i);
        pz_json_append_string (out, pz_index_entry_get_text (entry, FIRST_TEXT + i), -1);
      }
  for (guint i = 0; i < PZ_INDEX_N_COUNTS; i++)
    if (entry->counts[i] > 0)
      append_whole (out, FIRST_COUNT + i, entry->counts[i]);
  for (guint i = FIRST_FLAG; i <= DAMAGED; i++)
    if (entry->flags & get_flag (i))
      {
        append_name (out, i);
        g_string_append (out, "true");
      }
  if (*key != '\0')
    {
      append_name (out, SEARCH_KEY);
      pz_json_append_string (out, key, -1);
    }
  append_whole (out, REVISION, (gint64) entry->revision);
  if (version->exists && version->settled)
    {
      append_whole (out, SIZE, (gint64) version->size);
      append_whole (out, MTIME, version->mtime_ns);
      append_whole (out, INODE, (gint64) version->inode);
    }
  g_string_append_c (out, '}');
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const PzIndexEntry *const *x = a, *const *y = b;

  return strcmp (pz_index_entry_get_text (*x, PZ_INDEX_ID), pz_index_entry_get_text (*y, PZ_INDEX_ID));
}

/**
 * pz_index_cache_format:
 * @entries: (element-type PzIndexEntry): what is known of all learners
 * @classroom: id of the class
 *
 * A header line and one line for each learner, sorted by id: the same entries give the same bytes. From any thread.
 *
 * Returns: (transfer full): the content of cache/index.json
 */
GBytes *
pz_index_cache_format (GPtrArray  *entries,
                       const char *classroom)
{
  g_autoptr(GPtrArray) sorted = NULL;
  GString *out;
  guint n_shown = 0;

  g_return_val_if_fail (entries != NULL && classroom != NULL, NULL);

  sorted = g_ptr_array_sized_new (entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      n_shown += pz_index_entry_is_shown (g_ptr_array_index (entries, i));
      g_ptr_array_add (sorted, g_ptr_array_index (entries, i));
    }
  g_ptr_array_sort (sorted, compare_ids);

  out = g_string_sized_new (256 + 256 * (gsize) sorted->len);
  g_string_append_printf (out, "{\"format\":\"%s\",\"version\":%d,\"classroom\":", CACHE_FORMAT, CACHE_VERSION);
  pz_json_append_string (out, classroom, -1);
  g_string_append_printf (out, ",\"count\":%u,\"shown\":%u,\"rows\":[", sorted->len, n_shown);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      append_row (out, g_ptr_array_index (sorted, i));
    }
  g_string_append (out, "\n]}\n");
  return g_string_free_to_bytes (out);
}

/* Reads the digits of a whole number; FALSE when it is anything else or too great. */
static gboolean
parse_whole (const char *text,
             gsize       length,
             gint64     *number)
{
  gboolean negative = length > 0 && text[0] == '-';
  guint64 value = 0;

  /* 18 digits always fit, and the 19th is looked at */
  if (length - negative < 1 || length - negative > 19)
    return FALSE;
  for (gsize i = negative; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (guint64) (text[i] - '0');
    }
  if (value > G_MAXINT64)
    return FALSE;
  *number = negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

/* Reads a whole number as it is written: times in ns are greater than what a double holds exactly. */
static gint64
read_whole (PzJsonReader *reader,
            gint64        minimum,
            gint64        maximum,
            const char   *name)
{
  const char *slice;
  gsize length;
  gint64 number;

  if (!pz_json_reader_skip (reader, &slice, &length))
    return 0;
  if (parse_whole (slice, length, &number) && number >= minimum && number <= maximum)
    return number;
  pz_peek_invalid (reader, name);
  return 0;
}

static void
read_row_member (PzJsonReader *reader,
                 PzIndexDraft *entry,
                 guint         member)
{
  PzVersion *version = &entry->version;

  if (member < FIRST_COUNT)
    pz_index_draft_set_text (entry, FIRST_TEXT + member, pz_peek_text (reader));
  else if (member < FIRST_FLAG)
    entry->counts[member - FIRST_COUNT] = (guint32) read_whole (reader, 0, G_MAXUINT32, members[member]);
  else if (member <= DAMAGED)
    entry->flags |= pz_peek_flag (reader) ? get_flag (member) : 0;
  else if (member == SEARCH_KEY)
    pz_index_draft_set_search_key (entry, pz_peek_text (reader));
  else if (member == REVISION)
    entry->revision = (guint64) read_whole (reader, 0, G_MAXINT64, members[member]);
  else if (member == SIZE)
    version->size = (guint64) read_whole (reader, 0, G_MAXINT64, members[member]);
  else if (member == MTIME)
    version->mtime_ns = read_whole (reader, G_MININT64, G_MAXINT64, members[member]);
  else
    {
      version->inode = (guint64) read_whole (reader, G_MININT64, G_MAXINT64, members[member]);
      version->exists = version->settled = TRUE;
    }
}

/* Reads a row whose beginning was just read. The members must come in their order, so most are found at once. */
static void
read_row (PzJsonReader *reader,
          PzIndexDraft *entry)
{
  guint member = 0;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      while (member < N_MEMBERS && !pz_json_reader_text_is (reader, members[member]))
        member++;
      if (member == N_MEMBERS)
        pz_peek_invalid (reader, "rows");
      else
        read_row_member (reader, entry, member++);
    }
}

static gboolean
expect_member (PzJsonReader *reader,
               const char   *name)
{
  if (!pz_peek_expect (reader, PZ_JSON_MEMBER, name))
    return FALSE;
  if (pz_json_reader_text_is (reader, name))
    return TRUE;
  pz_peek_invalid (reader, name);
  return FALSE;
}

static gboolean
expect_text (PzJsonReader *reader,
             const char   *name,
             const char   *text)
{
  if (!expect_member (reader, name) || !pz_peek_expect (reader, PZ_JSON_STRING, name))
    return FALSE;
  if (pz_json_reader_text_is (reader, text))
    return TRUE;
  pz_peek_invalid (reader, name);
  return FALSE;
}

/* Reads all up to the rows. */
static gboolean
read_header (PzJsonReader *reader,
             const char   *classroom,
             guint        *count,
             guint        *n_shown)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "{}") || !expect_text (reader, "format", CACHE_FORMAT)
      || !expect_member (reader, "version")
      || read_whole (reader, CACHE_VERSION, CACHE_VERSION, "version") != CACHE_VERSION
      || !expect_text (reader, "classroom", classroom) || !expect_member (reader, "count"))
    return FALSE;
  *count = (guint) read_whole (reader, 0, G_MAXUINT, "count");
  if (!expect_member (reader, "shown"))
    return FALSE;
  *n_shown = (guint) read_whole (reader, 0, *count, "shown");
  return expect_member (reader, "rows") && pz_peek_expect (reader, PZ_JSON_ARRAY, "rows");
}

/* Reads the rows to the end of everything. Ids must rise, so that none comes twice. */
static GPtrArray *
read_rows (PzJsonReader *reader,
           guint         count)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  const char *last_id = "";
  PzJsonToken token;

  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      g_auto(PzIndexDraft) entry = { 0 };
      PzIndexEntry *sealed;

      read_row (reader, &entry);
      if (entry.texts[PZ_INDEX_ID] == NULL || !pz_id_is_valid (entry.texts[PZ_INDEX_ID])
          || strcmp (entry.texts[PZ_INDEX_ID], last_id) <= 0)
        {
          pz_peek_invalid (reader, "id");
          break;
        }
      sealed = pz_index_draft_seal (&entry);
      last_id = pz_index_entry_get_text (sealed, PZ_INDEX_ID);
      g_ptr_array_add (entries, sealed);
    }
  if (token != PZ_JSON_ARRAY_END || entries->len != count)
    pz_peek_invalid (reader, "rows");
  if (pz_peek_expect (reader, PZ_JSON_OBJECT_END, "{}"))
    pz_peek_expect (reader, PZ_JSON_END, "{}");
  return g_steal_pointer (&entries);
}

/**
 * pz_index_cache_parse:
 * @bytes: the content of cache/index.json
 * @classroom: id of the class
 *
 * From any thread. Errors: everything that is not exactly what pz_index_cache_format() wrote in this version, for this
 * class.
 *
 * Returns: (transfer full) (element-type PzIndexEntry): entries; %NULL when @error is set
 */
GPtrArray *
pz_index_cache_parse (GBytes      *bytes,
                      const char  *classroom,
                      GError     **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  gconstpointer data;
  gsize length;
  guint count, n_shown;

  g_return_val_if_fail (bytes != NULL && classroom != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  if (read_header (reader, classroom, &count, &n_shown))
    entries = read_rows (reader, count);
  if (pz_json_reader_take_error (reader, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/**
 * pz_index_cache_peek:
 * @bytes: the content of cache/index.json
 * @classroom: id of the class
 * @n_shown: (out): how many learners were neither in the trash nor archived
 *
 * Reads the header alone.
 *
 * Returns: %FALSE when it is damaged, of another version or of another class
 */
gboolean
pz_index_cache_peek (GBytes     *bytes,
                     const char *classroom,
                     guint      *n_shown)
{
  g_autoptr(PzJsonReader) reader = NULL;
  gconstpointer data;
  gsize length;
  guint count, shown;

  g_return_val_if_fail (bytes != NULL && classroom != NULL && n_shown != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  if (!read_header (reader, classroom, &count, &shown) || pz_json_reader_take_error (reader, NULL))
    return FALSE;
  *n_shown = shown;
  return TRUE;
}

/**
 * pz_index_cache_save:
 * @store: where
 * @entries: (element-type PzIndexEntry): what is known of all learners
 * @classroom: id of the class
 *
 * Returns: %FALSE when @error is set; nothing is lost then but time at the next opening
 */
gboolean
pz_index_cache_save (PzStore     *store,
                     GPtrArray   *entries,
                     const char  *classroom,
                     GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (PZ_IS_STORE (store), FALSE);

  bytes = pz_index_cache_format (entries, classroom);
  return pz_store_write_cache (store, CACHE_NAME, bytes, error);
}

/**
 * pz_index_cache_load:
 * @store: where
 * @classroom: id of the class
 *
 * Returns: (transfer full) (element-type PzIndexEntry) (nullable): entries; %NULL when there is no cache that
 *   can be trusted, which is no error: pz_index_scan_store() finds everything
 */
GPtrArray *
pz_index_cache_load (PzStore    *store,
                     const char *classroom)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

  bytes = pz_store_read (store, CACHE_NAME, NULL, NULL);
  return bytes != NULL ? pz_index_cache_parse (bytes, classroom, NULL) : NULL;
}
