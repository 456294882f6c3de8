/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-reader.h"

#include "pz-environment.h"
#include "pz-json-writer.h"
#include "pz-sync-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longest name of a folder in the path of a record. */
#define MAX_FOLDER 32

/**
 * pz_sync_reader_refuse:
 *
 * What was read last is not allowed there.
 */
void
pz_sync_reader_refuse (PzJsonReader *reader)
{
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, "%s", _ ("this is not what must stand here"));
}

/**
 * pz_sync_read_token:
 * @token: what must come next
 *
 * Returns: whether it did
 */
gboolean
pz_sync_read_token (PzJsonReader *reader,
                    PzJsonToken   token)
{
  if (pz_json_reader_next (reader) == token)
    return TRUE;
  pz_sync_reader_refuse (reader);
  return FALSE;
}

/**
 * pz_sync_read_number:
 * @most: greatest value that is allowed, at most %PZ_SYNC_MAX_NUMBER
 *
 * Returns: a whole number from 0; 0 after an error
 */
guint64
pz_sync_read_number (PzJsonReader *reader,
                     guint64       most)
{
  double number;

  if (!pz_sync_read_token (reader, PZ_JSON_NUMBER))
    return 0;
  number = pz_json_reader_get_number (reader);
  if (number >= 0 && number <= (double) most && floor (number) == number)
    return (guint64) number;
  pz_sync_reader_refuse (reader);
  return 0;
}

/**
 * pz_sync_read_text:
 *
 * Returns: (transfer full): a text; empty after an error
 */
char *
pz_sync_read_text (PzJsonReader *reader)
{
  return g_strdup (pz_sync_read_token (reader, PZ_JSON_STRING) ? pz_json_reader_get_text (reader, NULL) : "");
}

/**
 * pz_sync_read_flag:
 *
 * Returns: `true` or `false`; %FALSE after an error
 */
gboolean
pz_sync_read_flag (PzJsonReader *reader)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_TRUE && token != PZ_JSON_FALSE)
    pz_sync_reader_refuse (reader);
  return token == PZ_JSON_TRUE;
}

/**
 * pz_sync_read_hex:
 * @digits: how many hexadecimal digits the text has, 8 or 16
 *
 * Returns: the number; 0 after an error
 */
guint64
pz_sync_read_hex (PzJsonReader *reader,
                  guint         digits)
{
  g_autofree char *text = pz_sync_read_text (reader);
  guint64 number = 0;

  if (strlen (text) == digits && pz_hex_parse (text, digits, &number))
    return number;
  pz_sync_reader_refuse (reader);
  return 0;
}

/**
 * pz_sync_read_hash:
 *
 * Returns: a hash; all zeros after an error
 */
PzHash
pz_sync_read_hash (PzJsonReader *reader)
{
  g_autofree char *text = pz_sync_read_text (reader);
  PzHash hash = { { 0 } };

  if (pz_hash_parse (text, strlen (text), &hash))
    return hash;
  pz_sync_reader_refuse (reader);
  return (PzHash){ { 0 } };
}

/**
 * pz_sync_read_clock:
 *
 * Returns: a clock from `[ms, counter]`; 0 after an error
 */
PzHlc
pz_sync_read_clock (PzJsonReader *reader)
{
  guint64 ms, counter;

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY))
    return 0;
  ms = pz_sync_read_number (reader, (G_GUINT64_CONSTANT (1) << 48) - 1);
  counter = pz_sync_read_number (reader, G_MAXUINT16);
  return pz_sync_read_token (reader, PZ_JSON_ARRAY_END) ? PZ_HLC (ms, counter) : 0;
}

/**
 * pz_sync_read_value:
 *
 * Returns: (transfer full): one JSON value byte for byte; "null" after an error
 */
char *
pz_sync_read_value (PzJsonReader *reader)
{
  const char *slice;
  gsize length;

  if (pz_json_reader_skip (reader, &slice, &length))
    return g_strndup (slice, length);
  pz_sync_reader_refuse (reader); /* also where an array ends */
  return g_strdup ("null");
}

/**
 * pz_sync_read_unknown:
 * @name: of a member a newer version wrote
 * @members: gets a comma, the name and the value as it came
 */
void
pz_sync_read_unknown (PzJsonReader *reader,
                      const char   *name,
                      GString      *members)
{
  g_autofree char *key = g_strdup (name); /* may be the text of the last token */
  g_autofree char *value = pz_sync_read_value (reader);

  g_string_append_c (members, ',');
  pz_json_append_string (members, key, -1);
  g_string_append_c (members, ':');
  g_string_append (members, value);
}

/**
 * pz_sync_read_list:
 * @opens: what each item begins with, or is: %PZ_JSON_ARRAY or %PZ_JSON_STRING
 * @func: (scope call): gets each item
 *
 * Reads `[…,…]` with any number of items.
 */
void
pz_sync_read_list (PzJsonReader   *reader,
                   PzJsonToken     opens,
                   PzSyncItemFunc  func,
                   gpointer        user_data)
{
  PzJsonToken token;

  if (!pz_sync_read_token (reader, PZ_JSON_ARRAY))
    return;
  while ((token = pz_json_reader_next (reader)) == opens)
    if (!func (reader, user_data))
      break;
  if (token != PZ_JSON_ARRAY_END)
    pz_sync_reader_refuse (reader);
}

/**
 * pz_sync_reader_finish:
 * @error: %PZ_SYNC_ERROR_DAMAGED, with the place
 *
 * Returns: whether the input ends here and nothing was refused
 */
gboolean
pz_sync_reader_finish (PzJsonReader  *reader,
                       GError       **error)
{
  g_autoptr(GError) why = NULL;

  if (pz_json_reader_next (reader) == PZ_JSON_END)
    return TRUE;
  if (!pz_json_reader_take_error (reader, &why))
    g_set_error_literal (&why, PZ_ERROR, PZ_ERROR_INVALID, _ ("this is not what must stand here"));
  g_set_error_literal (error, PZ_SYNC_ERROR,
                       g_error_matches (why, PZ_ERROR, PZ_ERROR_TOO_LARGE) ? PZ_SYNC_ERROR_TOO_LARGE
                                                                          : PZ_SYNC_ERROR_DAMAGED,
                       why->message);
  return FALSE;
}

static gboolean
is_id (const char *text,
       gsize       length)
{
  g_autofree char *id = g_strndup (text, length);

  return pz_id_is_valid (id);
}

/* Returns the slash behind the folder a path begins with; NULL when it begins with none. */
static const char *
find_folder_end (const char *path)
{
  const char *slash = strchr (path, '/');
  gsize length = slash != NULL ? (gsize) (slash - path) : 0;

  return length > 0 && length <= MAX_FOLDER && strspn (path, "abcdefghijklmnopqrstuvwxyz-") == length ? slash : NULL;
}

/**
 * pz_sync_document_is_valid:
 * @path: `FOLDER/DOCUMENT`; the folder of classroom.json is called `classroom`
 *
 * Returns: whether it may be the path of a document, of a kind we know or not
 */
gboolean
pz_sync_document_is_valid (const char *path)
{
  const char *document = find_folder_end (path);

  return document != NULL && pz_id_is_valid (document + 1);
}

/**
 * pz_sync_path_is_valid:
 * @path: `FOLDER/DOCUMENT/RECORD`
 *
 * Returns: whether it may be the path of a record, of a kind we know or not
 */
gboolean
pz_sync_path_is_valid (const char *path)
{
  const char *document = find_folder_end (path);
  const char *record = document != NULL ? strchr (document + 1, '/') : NULL;

  return record != NULL && is_id (document + 1, (gsize) (record - document) - 1) && pz_id_is_valid (record + 1);
}
