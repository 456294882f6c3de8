/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib wraps integers beyond 64 bits around without a word; with a decimal point they become doubles.
 * All integers of up to 18 digits fit. */
#define SAFE_DIGITS 18

static gboolean
is_long_integer (const char *text,
                 gsize       length)
{
  gsize sign = *text == '-' ? 1 : 0;

  if (length - sign <= SAFE_DIGITS)
    return FALSE;
  for (gsize i = sign; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* Appends data up to the end of the number that was just read, and what makes a double of it. */
static void
mend_number (GString      **mended,
             gsize         *copied,
             const char    *data,
             PzJsonReader  *reader)
{
  gsize start = pz_json_reader_get_start (reader), end = pz_json_reader_get_offset (reader);

  if (!is_long_integer (data + start, end - start))
    return;
  if (*mended == NULL)
    *mended = g_string_new (NULL);
  g_string_append_len (*mended, data + *copied, (gssize) (end - *copied));
  g_string_append (*mended, ".0");
  *copied = end;
}

/* The strict pass. mended: set to a text for json-glib where data itself is not fit for it. */
static gboolean
check (const char  *data,
       gsize        length,
       gsize        max_size,
       GString    **mended,
       GError     **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, max_size);
  PzJsonToken token;
  gsize copied = 0;
  guint values = 0;

  while ((token = pz_json_reader_next (reader)) > PZ_JSON_END)
    {
      if (token == PZ_JSON_NUMBER)
        mend_number (mended, &copied, data, reader);
      if (token != PZ_JSON_MEMBER && token != PZ_JSON_OBJECT_END && token != PZ_JSON_ARRAY_END
          && ++values > PZ_JSON_TREE_MAX_VALUES)
        pz_json_reader_fail (reader, PZ_ERROR_TOO_LARGE, _("more than %d values"), PZ_JSON_TREE_MAX_VALUES);
    }
  if (*mended != NULL)
    g_string_append_len (*mended, data + copied, (gssize) (length - copied));
  return !pz_json_reader_take_error (reader, error);
}

/**
 * pz_json_tree_load:
 * @bytes: JSON that is not a document of ours
 * @max_size: how many bytes may be read, at most 2 GiB
 * @skip_bom: whether a byte order mark at the beginning is passed over, for files made on other systems
 * @error: %PZ_ERROR_SYNTAX or %PZ_ERROR_TOO_LARGE as pz_json_reader_next() sets them, with line and column
 *
 * Nothing reaches json-glib that the strict reader does not accept: json-glib 1.6 overflows the stack on deep
 * nesting, cuts texts at a NUL and takes an empty file for a success. Integers of more than 18 digits
 * are doubles in the tree; the types of all other nodes are json-glib's.
 *
 * Returns: (transfer full): the root, never %NULL without an error
 */
JsonNode *
pz_json_tree_load (GBytes    *bytes,
                   gsize      max_size,
                   gboolean   skip_bom,
                   GError   **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) reason = NULL;
  g_autoptr(JsonNode) root = NULL;
  GString *mended = NULL;
  const char *data;
  gsize length;
  gboolean good;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (skip_bom && length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  good = check (data, length, max_size, &mended, error);
  if (good)
    {
      parser = json_parser_new ();
      good = json_parser_load_from_data (parser, mended != NULL ? mended->str : data,
                                         (gssize) (mended != NULL ? mended->len : length), &reason);
      root = good ? json_parser_steal_root (parser) : NULL;
      if (root == NULL)
        g_set_error_literal (error, PZ_ERROR, PZ_ERROR_SYNTAX,
                             reason != NULL ? reason->message : _("there is nothing in it"));
    }
  if (mended != NULL)
    g_string_free (mended, TRUE);
  return g_steal_pointer (&root);
}
