/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-reader.h"

#include "pz-sync-error.h"

#include <string.h>

/* a reader right behind the bracket that opens a list, which the text is */
static PzJsonReader *
begin (const char *text)
{
  PzJsonReader *reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  g_assert_true (pz_sync_read_token (reader, PZ_JSON_ARRAY));
  return reader;
}

/* whether all went well so far */
static gboolean
is_good (PzJsonReader *reader)
{
  return pz_json_reader_next (reader) != PZ_JSON_ERROR;
}

static void
test_reads (void)
{
  g_autoptr(PzJsonReader) reader = begin (
    "[9007199254740991, \"\\u00e4\\\"\", true, false, \"a1b2c3d4\", \"ffffffffffffffff\","
    "\"e07f5b6c1d2a3948576610f2e3d4c5b6\", [281474976710655, 65535], { \"a\" : [ 1.50 ]}, \"of a newer version\"]");
  g_autofree char *text = NULL, *value = NULL;
  g_autoptr(GString) extra = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  PzHash hash;

  g_assert_cmpuint (pz_sync_read_number (reader, PZ_SYNC_MAX_NUMBER), ==, PZ_SYNC_MAX_NUMBER);
  text = pz_sync_read_text (reader);
  g_assert_cmpstr (text, ==, "ä\"");
  g_assert_true (pz_sync_read_flag (reader));
  g_assert_false (pz_sync_read_flag (reader));
  g_assert_cmphex (pz_sync_read_hex (reader, 8), ==, 0xa1b2c3d4);
  g_assert_cmphex (pz_sync_read_hex (reader, 16), ==, G_MAXUINT64);
  hash = pz_sync_read_hash (reader);
  g_assert_cmphex (pz_hash_get_head (&hash), ==, 0xe07f5b6c1d2a3948);
  g_assert_true (pz_sync_read_clock (reader) == G_MAXUINT64);
  value = pz_sync_read_value (reader);
  g_assert_cmpstr (value, ==, "{ \"a\" : [ 1.50 ]}");
  pz_sync_read_unknown (reader, "mood\"", extra);
  g_assert_cmpstr (extra->str, ==, ",\"mood\\\"\":\"of a newer version\"");
  g_assert_true (pz_sync_read_token (reader, PZ_JSON_ARRAY_END));
  g_assert_true (pz_sync_reader_finish (reader, &error));
  g_assert_no_error (error);
}

/* each of these is followed by nothing but errors */
static void
test_refuses (void)
{
  static const char *const numbers[] = { "[-1]", "[1.5]", "[8]", "[1e300]", "[9007199254740993]", "[\"1\"]", "[null]", "[",
                                         "[]" };
  static const char *const texts[] = { "[1]", "[null]", "[\"cut", "[]" };
  static const char *const flags[] = { "[1]", "[\"true\"]", "[null]", "[tru" };
  static const char *const hexes[] = { "[\"a1b2c3d\"]", "[\"a1b2c3d4e\"]", "[\"A1B2C3D4\"]", "[\"0xb2c3d4\"]", "[\" 1b2c3d4\"]",
                                       "[1]" };
  static const char *const hashes[] = { "[\"\"]", "[\"e07f5b6c1d2a3948576610f2e3d4c5b\"]",
                                        "[\"e07f5b6c1d2a3948576610f2e3d4c5b6a\"]", "[\"g07f5b6c1d2a3948576610f2e3d4c5b6\"]",
                                        "[{}]" };
  static const char *const clocks[] = { "[1]", "[[281474976710656,0]]", "[[1,65536]]", "[[1]]", "[[1,2,3]]", "[[-1,0]]",
                                        "[[1,\"0\"]]" };
  static const char *const values[] = { "[]", "[", "[nul]", "[{\"a\":}]", "[{\"a\":1,\"a\":2}]" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (numbers[i]);

      g_test_message ("%s", numbers[i]);
      g_assert_cmpuint (pz_sync_read_number (reader, 7), ==, 0);
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (texts[i]);
      g_autofree char *text = pz_sync_read_text (reader);

      g_assert_cmpstr (text, ==, "");
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (flags[i]);

      g_assert_false (pz_sync_read_flag (reader));
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hexes); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (hexes[i]);

      g_test_message ("%s", hexes[i]);
      g_assert_cmphex (pz_sync_read_hex (reader, 8), ==, 0);
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hashes); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (hashes[i]);
      PzHash hash = pz_sync_read_hash (reader);

      g_assert_cmphex (pz_hash_get_head (&hash), ==, 0);
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (clocks[i]);

      g_test_message ("%s", clocks[i]);
      pz_sync_read_clock (reader);
      g_assert_false (is_good (reader));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (values[i]);
      g_autofree char *value = pz_sync_read_value (reader);

      g_assert_cmpstr (value, ==, "null");
      g_assert_false (is_good (reader));
    }
}

static gboolean
read_item (PzJsonReader *reader,
           gpointer      user_data)
{
  guint64 number = pz_sync_read_number (reader, 9);

  *(guint64 *) user_data = *(guint64 *) user_data * 10 + number;
  return pz_sync_read_token (reader, PZ_JSON_ARRAY_END) && number > 0;
}

static void
test_lists (void)
{
  static const struct
  {
    const char *text;
    gboolean is_good;
    guint64 sum; /* the numbers as digits */
  } rows[] = {
    { "[[]]", TRUE, 0 },           { "[[[1],[2],[3]]]", TRUE, 123 },   { "[1]", FALSE, 0 },
    { "[[[1],[0],[3]]]", FALSE, 10 }, { "[[[1],2]]", FALSE, 1 },       { "[[[1],[2]", FALSE, 12 },
    { "[{}]", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzJsonReader) reader = begin (rows[i].text);
      guint64 sum = 0;

      g_test_message ("%s", rows[i].text);
      pz_sync_read_list (reader, PZ_JSON_ARRAY, read_item, &sum);
      g_assert_cmpuint (sum, ==, rows[i].sum);
      g_assert_cmpint (is_good (reader), ==, rows[i].is_good);
    }
}

static void
test_finish (void)
{
  g_autoptr(PzJsonReader) refused = begin ("[1]"), more = begin ("[1] 2"), unfinished = begin ("[1]"), large = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_sync_read_token (refused, PZ_JSON_NUMBER));
  pz_sync_reader_refuse (refused);
  g_assert_false (pz_sync_read_token (refused, PZ_JSON_ARRAY_END));
  g_assert_false (pz_sync_reader_finish (refused, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_clear_error (&error);

  pz_sync_read_number (more, 7);
  pz_sync_read_token (more, PZ_JSON_ARRAY_END);
  g_assert_false (pz_sync_reader_finish (more, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_false (pz_sync_reader_finish (unfinished, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_clear_error (&error);

  large = pz_json_reader_new ("[1, 2, 3]", 9, 8);
  g_assert_false (pz_sync_reader_finish (large, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
}

#define ID "d4m7kq2x9v5t0rhb"

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    gboolean is_document;
    gboolean is_record;
  } rows[] = {
    { "learners/" ID, TRUE, FALSE },
    { "learners/" ID "/" ID, FALSE, TRUE },
    { "moods-of-a-newer-version/1/2", FALSE, TRUE },
    { "learners/" ID "/" ID "/" ID, FALSE, FALSE },
    { "", FALSE, FALSE },
    { "/", FALSE, FALSE },
    { "//", FALSE, FALSE },
    { "learners", FALSE, FALSE },
    { "learners/", FALSE, FALSE },
    { "learners//" ID, FALSE, FALSE },
    { "learners/" ID "/", FALSE, FALSE },
    { "learners/..", FALSE, FALSE },
    { "../" ID, FALSE, FALSE },
    { "learners/../" ID, FALSE, FALSE },
    { "learners/" ID "/..", FALSE, FALSE },
    { "learners/A B", FALSE, FALSE },
    { "learners/" ID ".json", FALSE, FALSE },
    { "Learners/" ID, FALSE, FALSE },
    { "a-folder-whose-name-is-much-too-long/" ID, FALSE, FALSE },
    { "learners/" ID ID ID, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].path);
      g_assert_cmpint (pz_sync_document_is_valid (rows[i].path), ==, rows[i].is_document);
      g_assert_cmpint (pz_sync_path_is_valid (rows[i].path), ==, rows[i].is_record);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/reader/reads-the-pieces-of-objects", test_reads);
  g_test_add_func ("/sync/reader/after-what-is-wrong-there-are-errors-alone", test_refuses);
  g_test_add_func ("/sync/reader/a-list-has-items-of-one-kind", test_lists);
  g_test_add_func ("/sync/reader/says-at-the-end-whether-all-was-good", test_finish);
  g_test_add_func ("/sync/reader/a-path-leads-nowhere-else", test_paths);
  return g_test_run ();
}
