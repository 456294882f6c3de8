/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-json-tree.h"
#include "pz-json-writer.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  /* punctuation and words */
  "{", "}", "[", "]", ",", ":", "\"", "\"\"", "\"a\":", ",\"a\":1", "{\"a\":", "[[[[[[[[", "]]]]]]]]", "\n",
  "true", "false", "null",
  /* texts */
  "\\", "\\\"", "\\n", "\\u0000", "\\u00e9", "\\ud83d", "\\ude00",
  "\xEF\xBB\xBF", "\xC3\xA9", "\xED\xA0\x80", "\xF0\x9F\x98\x80", "\xC0\xAF",
  /* numbers */
  "-", "0", "1e400", "1E-400", "0.1", "e+", "87.2", "9007199254740993", "99999999999999999999",
  NULL,
};

/* Writes what is read anew: the same tokens, without blanks, through our writer. */
static void
append_token (GString      *out,
              PzJsonReader *reader,
              PzJsonToken   token)
{
  static const char *const fixed[] = {
    [PZ_JSON_OBJECT] = "{",  [PZ_JSON_OBJECT_END] = "}", [PZ_JSON_ARRAY] = "[", [PZ_JSON_ARRAY_END] = "]",
    [PZ_JSON_TRUE] = "true", [PZ_JSON_FALSE] = "false",  [PZ_JSON_NULL] = "null",
  };
  gboolean closes = token == PZ_JSON_OBJECT_END || token == PZ_JSON_ARRAY_END;
  gsize length;

  if (out->len > 0 && !closes && strchr ("{[:", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
  if (token == PZ_JSON_NUMBER)
    pz_json_append_number (out, pz_json_reader_get_number (reader));
  else if (token == PZ_JSON_STRING || token == PZ_JSON_MEMBER)
    {
      const char *text = pz_json_reader_get_text (reader, &length);

      g_assert_cmpuint (strlen (text), ==, length);
      pz_json_append_string (out, text, (gssize) length);
    }
  else
    g_string_append (out, fixed[token]);
  if (token == PZ_JSON_MEMBER)
    g_string_append_c (out, ':');
}

/* Reads with next(); out: what was read, written anew. */
static gboolean
walk (const char  *text,
      gsize        length,
      GString     *out,
      GError     **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, length, PZ_JSON_MAX_SIZE);
  PzJsonToken token;
  gsize offset = 0;

  while ((token = pz_json_reader_next (reader)) > PZ_JSON_END)
    {
      g_assert_cmpuint (pz_json_reader_get_start (reader), >=, offset);
      g_assert_cmpuint (pz_json_reader_get_offset (reader), >, pz_json_reader_get_start (reader));
      offset = pz_json_reader_get_offset (reader);
      g_assert_cmpuint (offset, <=, length);
      g_assert_cmpuint (pz_json_reader_get_depth (reader), <=, PZ_JSON_MAX_DEPTH);
      append_token (out, reader, token);
    }
  return !pz_json_reader_take_error (reader, error);
}

/* Reads with one skip(): it must come to the same end. */
static void
check_skip (const char   *text,
            gsize         length,
            const GError *expected)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, length, PZ_JSON_MAX_SIZE);
  g_autoptr(GError) error = NULL;
  const char *slice = NULL;
  gsize slice_length = 0;

  if (pz_json_reader_skip (reader, &slice, &slice_length))
    {
      g_assert_true (slice >= text && slice + slice_length <= text + length);
      pz_json_reader_next (reader);
    }
  if (pz_json_reader_take_error (reader, &error))
    g_assert_cmpstr (error->message, ==, expected != NULL ? expected->message : NULL);
  else
    g_assert_no_error (expected);
}

/* Whatever is accepted, json-glib must accept too, and what was written anew must be read as the same. */
static void
check_accepted (const char    *text,
                gsize          length,
                const GString *written)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  GString *again = g_string_new (NULL);

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));
  walk (written->str, written->len, again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->str, ==, written->str);
  g_string_free (again, TRUE);
}

/* The tree for JSON that is not ours takes what the strict reader takes, and nothing else. */
static void
check_tree (const char *text,
            gsize       length,
            gboolean    accepted)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, length);

  for (int skip_bom = 0; skip_bom < 2; skip_bom++)
    {
      g_autoptr(GError) error = NULL;
      JsonNode *root = pz_json_tree_load (bytes, PZ_JSON_MAX_SIZE, skip_bom, &error);

      g_assert_true ((root == NULL) == (error != NULL));
      if (!skip_bom || length < 3 || memcmp (text, "\xEF\xBB\xBF", 3) != 0)
        g_assert_true ((root != NULL) == accepted);
      g_clear_pointer (&root, json_node_unref);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;
  g_autoptr(GError) error = NULL;
  GString *written = g_string_new (NULL);
  gboolean accepted = walk (text, size, written, &error);

  check_tree (text, size, accepted);
  if (accepted)
    check_accepted (text, size, written);
  else
    g_assert_true (g_str_has_prefix (error->message, "line "));
  check_skip (text, size, error);
  g_string_free (written, TRUE);
  return 0;
}
