/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-journal.h"

#include "pz-crc32c.h"
#include "pz-error.h"
#include "pz-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* PTXN2 <id> <n>\n   n lines "put|del <path> <size> <crc32c>\n"   COMMIT <crc32c of all before>\n
 * Numbers of a transaction and sums are hexadecimal with all their zeros, the rest is decimal without any. */
#define MAGIC "PTXN2 "
#define RECORD_PREFIX "txn-"
#define ID_DIGITS 16
#define CRC_DIGITS 8

typedef struct
{
  const char *at; /* the text ends with a NUL at end */
  const char *end;
} Cursor;

static void
entry_free (gpointer data)
{
  PzJournalEntry *entry = data;

  g_free (entry->path);
  g_free (entry);
}

/**
 * pz_journal_record_new:
 * @id: number of the transaction
 *
 * Returns: (transfer full): a record without entries
 */
PzJournalRecord *
pz_journal_record_new (guint64 id)
{
  PzJournalRecord *self = g_new0 (PzJournalRecord, 1);

  self->id = id;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/**
 * pz_journal_record_free:
 * @self: (transfer full): a record
 *
 * Frees it and its entries.
 */
void
pz_journal_record_free (PzJournalRecord *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
add_entry (PzJournalRecord *self,
           char            *path,
           gboolean         is_delete,
           guint64          size,
           guint32          crc)
{
  PzJournalEntry *entry = g_new0 (PzJournalEntry, 1);

  entry->path = path;
  entry->is_delete = is_delete;
  entry->size = size;
  entry->crc = crc;
  g_ptr_array_add (self->entries, entry);
}

/**
 * pz_journal_record_add_put:
 * @self: a record
 * @path: one that pz_journal_may_hold() and is not in it yet
 * @size: of the staged content in bytes
 * @crc: CRC-32C of it
 *
 * Adds a file that is new or takes the place of an older version.
 */
void
pz_journal_record_add_put (PzJournalRecord *self,
                           const char      *path,
                           guint64          size,
                           guint32          crc)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pz_journal_may_hold (path));

  add_entry (self, g_strdup (path), FALSE, size, crc);
}

/**
 * pz_journal_record_add_delete:
 * @self: a record
 * @path: one that pz_journal_may_hold() and is not in it yet
 * @size: of the content that goes, in bytes
 * @crc: CRC-32C of it
 *
 * Adds a file that goes.
 */
void
pz_journal_record_add_delete (PzJournalRecord *self,
                              const char      *path,
                              guint64          size,
                              guint32          crc)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pz_journal_may_hold (path));

  add_entry (self, g_strdup (path), TRUE, size, crc);
}

/**
 * pz_journal_record_format:
 * @self: a record
 *
 * Returns: (transfer full): the text of its file
 */
GBytes *
pz_journal_record_format (PzJournalRecord *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, MAGIC "%016" G_GINT64_MODIFIER "x %u\n", self->id, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      PzJournalEntry *entry = g_ptr_array_index (self->entries, i);

      g_string_append_printf (text, "%s %s %" G_GUINT64_FORMAT " %08x\n", entry->is_delete ? "del" : "put",
                              entry->path, entry->size, entry->crc);
    }
  g_string_append_printf (text, "COMMIT %08x\n", pz_crc32c (0, text->str, text->len));
  return g_string_free_to_bytes (text);
}

static gboolean
skip (Cursor     *cursor,
      const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (cursor->end - cursor->at) < length || memcmp (cursor->at, text, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

/* exactly so many digits, small letters only */
static gboolean
read_hex (Cursor  *cursor,
          guint    digits,
          guint64 *value)
{
  *value = 0;
  if ((gsize) (cursor->end - cursor->at) < digits)
    return FALSE;
  for (guint i = 0; i < digits; i++, cursor->at++)
    {
      if (!g_ascii_isxdigit (*cursor->at) || g_ascii_isupper (*cursor->at))
        return FALSE;
      *value = *value << 4 | (guint64) g_ascii_xdigit_value (*cursor->at);
    }
  return TRUE;
}

/* no sign, no leading zero, at most 18 digits: more is no size of a file */
static gboolean
read_decimal (Cursor  *cursor,
              guint64 *value)
{
  const char *start = cursor->at;

  for (*value = 0; cursor->at < cursor->end && g_ascii_isdigit (*cursor->at); cursor->at++)
    {
      if (cursor->at - start == 18)
        return FALSE;
      *value = *value * 10 + (guint64) g_ascii_digit_value (*cursor->at);
    }
  return cursor->at > start && (*start != '0' || cursor->at == start + 1);
}

static char *
read_path (Cursor *cursor)
{
  g_autofree char *path = NULL;
  const char *space;

  space = memchr (cursor->at, ' ', (gsize) (cursor->end - cursor->at));
  if (space == NULL)
    return NULL;
  path = g_strndup (cursor->at, (gsize) (space - cursor->at));
  if (strlen (path) != (gsize) (space - cursor->at) || !pz_journal_may_hold (path))
    return NULL;
  cursor->at = space;
  return g_steal_pointer (&path);
}

static gboolean
read_entry (Cursor          *cursor,
            PzJournalRecord *record,
            GHashTable      *paths)
{
  g_autofree char *path = NULL;
  gboolean is_delete;
  guint64 size, crc;

  is_delete = skip (cursor, "del ");
  if (!is_delete && !skip (cursor, "put "))
    return FALSE;
  path = read_path (cursor);
  if (path == NULL || !g_hash_table_add (paths, g_strdup (path)))
    return FALSE;
  if (!skip (cursor, " ") || !read_decimal (cursor, &size) || !skip (cursor, " ") ||
      !read_hex (cursor, CRC_DIGITS, &crc) || !skip (cursor, "\n"))
    return FALSE;
  add_entry (record, g_steal_pointer (&path), is_delete, size, (guint32) crc);
  return TRUE;
}

static PzJournalRecord *
read_record (const char *text,
             gsize       length)
{
  g_autoptr(GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(PzJournalRecord) record = NULL;
  Cursor cursor = { text, text + length };
  guint64 id, n_entries, crc, expected;

  if (!skip (&cursor, MAGIC) || !read_hex (&cursor, ID_DIGITS, &id) || !skip (&cursor, " ") ||
      !read_decimal (&cursor, &n_entries) || n_entries == 0 || !skip (&cursor, "\n"))
    return NULL;
  record = pz_journal_record_new (id);
  for (guint64 i = 0; i < n_entries; i++)
    if (!read_entry (&cursor, record, paths))
      return NULL;
  expected = pz_crc32c (0, text, (gsize) (cursor.at - text));
  if (!skip (&cursor, "COMMIT ") || !read_hex (&cursor, CRC_DIGITS, &crc) || crc != expected ||
      !skip (&cursor, "\n") || cursor.at != cursor.end)
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * pz_journal_record_parse:
 * @bytes: the content of a record's file, from anywhere
 *
 * Accepts exactly what pz_journal_record_format() can have written.
 *
 * Returns: (transfer full): the record; %NULL with @error set to %PZ_ERROR_CORRUPT
 */
PzJournalRecord *
pz_journal_record_parse (GBytes  *bytes,
                         GError **error)
{
  PzJournalRecord *record;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  record = length > 0 ? read_record (text, length) : NULL;
  if (record == NULL)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_CORRUPT, _("The record of an unfinished save is damaged"));
  return record;
}

/**
 * pz_journal_may_hold:
 * @path: (nullable): a path below the folder of the class
 *
 * Returns: whether a commit may write or delete it: a plain path that is not the lock, nor in the journal itself
 */
gboolean
pz_journal_may_hold (const char *path)
{
  return pz_file_name_is_valid (path) && strcmp (path, "lock") != 0 && !g_str_has_prefix (path, "lock/") &&
         strcmp (path, PZ_JOURNAL_FOLDER) != 0 && !g_str_has_prefix (path, PZ_JOURNAL_FOLDER "/");
}

/**
 * pz_journal_record_name:
 * @id: number of the transaction
 *
 * Returns: (transfer full): the name of the record's file within the journal folder
 */
char *
pz_journal_record_name (guint64 id)
{
  return g_strdup_printf (RECORD_PREFIX "%016" G_GINT64_MODIFIER "x" PZ_JOURNAL_SUFFIX, id);
}

/**
 * pz_journal_parse_name:
 * @name: the name of a record, or of one that was set aside
 * @id: (out): number of its transaction
 *
 * Returns: whether @name has one
 */
gboolean
pz_journal_parse_name (const char *name,
                       guint64    *id)
{
  Cursor cursor;

  g_return_val_if_fail (name != NULL && id != NULL, FALSE);

  cursor.at = name;
  cursor.end = name + strlen (name);
  return skip (&cursor, RECORD_PREFIX) && read_hex (&cursor, ID_DIGITS, id) && skip (&cursor, PZ_JOURNAL_SUFFIX);
}

/**
 * pz_journal_staged_name:
 * @base: the name of a file within its folder
 * @id: number of the transaction
 *
 * Returns: (transfer full): where its new content waits, beside it, until the commit record is on the disk
 */
char *
pz_journal_staged_name (const char *base,
                        guint64     id)
{
  g_return_val_if_fail (base != NULL, NULL);

  return g_strdup_printf (".%s.%016" G_GINT64_MODIFIER "x.tmp", base, id);
}
