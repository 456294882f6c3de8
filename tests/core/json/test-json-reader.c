/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"

#include <math.h>

typedef struct
{
  const char *text;
  gsize length;
  guint line;
  guint column;
  PzError code;
} Reject;

#define BYTES(text) text, sizeof (text) - 1

/* Everything at once that the rest of the program would otherwise have to fear; where, and with which code. */
static const Reject rejects[] = {
  /* nothing, or more than one thing */
  { BYTES (""), 1, 1, PZ_ERROR_SYNTAX },
  { BYTES (" \n \t"), 2, 3, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1}{\"b\":2}"), 1, 8, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1} xyz"), 1, 9, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1}\0junk"), 1, 8, PZ_ERROR_SYNTAX },
  { BYTES ("\xEF\xBB\xBF{\"a\":1}"), 1, 1, PZ_ERROR_SYNTAX },
  { BYTES ("[1] // why"), 1, 5, PZ_ERROR_SYNTAX },
  { BYTES ("/* why */[1]"), 1, 1, PZ_ERROR_SYNTAX },
  /* cut short */
  { BYTES ("{\"a\":[1,2"), 1, 10, PZ_ERROR_SYNTAX },
  { BYTES ("{"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\""), 1, 5, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":"), 1, 6, PZ_ERROR_SYNTAX },
  { BYTES ("[\n1,\n"), 3, 1, PZ_ERROR_SYNTAX },
  { BYTES ("[\"abc"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[\"abc\\"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[tru"), 1, 2, PZ_ERROR_SYNTAX },
  /* punctuation */
  { BYTES ("[1,]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[,1]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[1 2]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[1}"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1,}"), 1, 8, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1]"), 1, 7, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\" 1}"), 1, 6, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":,}"), 1, 6, PZ_ERROR_SYNTAX },
  { BYTES ("{a:1}"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("{null:1}"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("]"), 1, 1, PZ_ERROR_SYNTAX },
  { BYTES ("{'a':1}"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("['a']"), 1, 2, PZ_ERROR_SYNTAX },
  /* words */
  { BYTES ("[tRue]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[truer]"), 1, 6, PZ_ERROR_SYNTAX },
  { BYTES ("[NULL]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[NaN]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[Infinity]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[-Infinity]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[\v1]"), 1, 2, PZ_ERROR_SYNTAX },
  /* numbers */
  { BYTES ("[1e400]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[1, -1e400]"), 1, 5, PZ_ERROR_SYNTAX },
  { BYTES ("[012]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[-012]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[00]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[0x1F]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[.5]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[5.]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[1,5.e1]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[1e]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[1e+]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[+1]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("[-]"), 1, 2, PZ_ERROR_SYNTAX },
  { BYTES ("-"), 1, 1, PZ_ERROR_SYNTAX },
  /* texts */
  { BYTES ("[\"a\\u0000b\"]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[\"a\0b\"]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[\"a\nb\"]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[\"long enough for a word\tb\"]"), 1, 25, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\x41\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\u12G4\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\u12"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\\0\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"a\\ud800\"]"), 1, 4, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\ud800\\u0041\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\ud800x\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\\udc00\"]"), 1, 3, PZ_ERROR_SYNTAX },
  /* UTF-8: stray, missing and wrong continuation, overlong, surrogate, beyond the last; columns are characters */
  { BYTES ("[\"\xff\xfe\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xc3\xa9\xe2\x82\xac\x80\"]"), 1, 5, PZ_ERROR_SYNTAX },
  { BYTES ("[\"ab\xc3\"]"), 1, 5, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xe2\x82"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xe2\x82z\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xc0\xaf\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xe0\x9f\xbf\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xf0\x8f\xbf\xbf\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xed\xa0\x80\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xf4\x90\x80\x80\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\"\xf8\x88\x80\x80\x80\"]"), 1, 3, PZ_ERROR_SYNTAX },
  { BYTES ("[\xc3\xa9]"), 1, 2, PZ_ERROR_SYNTAX },
  /* a name twice in one object, however it is written */
  { BYTES ("{\"a\":1,\"a\":2}"), 1, 8, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":1,\n \"b\":{},\n \"\\u0061\":2}"), 3, 2, PZ_ERROR_SYNTAX },
  { BYTES ("{\"\\u00e9\":1,\"\xc3\xa9\":2}"), 1, 13, PZ_ERROR_SYNTAX },
  { BYTES ("{\"x\":{\"y\":[{\"\":1,\"\":2}]}}"), 1, 18, PZ_ERROR_SYNTAX },
  { BYTES ("{\"a\":{\"b\":1},\"a\":2}"), 1, 14, PZ_ERROR_SYNTAX },
};

static PzJsonReader *
read_all (const char  *text,
          gsize        length,
          gsize        max_size,
          GError     **error)
{
  PzJsonReader *reader = pz_json_reader_new (text, length, max_size);

  while (pz_json_reader_next (reader) > PZ_JSON_END)
    ;
  pz_json_reader_take_error (reader, error);
  return reader;
}

static void
assert_position (const GError *error,
                 guint         line,
                 guint         column)
{
  g_autofree char *prefix = g_strdup_printf ("line %u, column %u: ", line, column);

  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, prefix));
  g_assert_cmpuint (strlen (error->message), >, strlen (prefix));
}

/* Both ways through the text must say the same. The copy has no byte to spare: sanitizers see a look beyond. */
static void
test_rejects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      const Reject *row = &rejects[i];
      g_autofree char *exact = g_memdup2 (row->text, row->length);
      g_autoptr(GError) error = NULL, skip_error = NULL;
      g_autoptr(PzJsonReader) reader = NULL, skipper = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      reader = read_all (exact, row->length, PZ_JSON_MAX_SIZE, &error);
      g_assert_error (error, PZ_ERROR, (int) row->code);
      assert_position (error, row->line, row->column);
      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_ERROR);

      skipper = pz_json_reader_new (exact, row->length, PZ_JSON_MAX_SIZE);
      while (pz_json_reader_skip (skipper, NULL, NULL))
        ;
      g_assert_true (pz_json_reader_take_error (skipper, &skip_error));
      g_assert_cmpstr (skip_error->message, ==, error->message);
    }
}

static char *
repeat (const char *text,
        gsize       times)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
assert_rejected (const char *text,
                 gsize       max_size,
                 PzError     code,
                 guint       line,
                 guint       column)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzJsonReader) reader = read_all (text, strlen (text), max_size, &error);

  g_assert_error (error, PZ_ERROR, (int) code);
  assert_position (error, line, column);
}

static void
assert_accepted (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzJsonReader) reader = read_all (text, strlen (text), PZ_JSON_MAX_SIZE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
  g_assert_cmpuint (pz_json_reader_get_depth (reader), ==, 0);
}

static void
test_depth_has_a_cap (void)
{
  g_autofree char *open = repeat ("[", 76000), *close = repeat ("]", 76000);
  g_autofree char *hostile = g_strconcat (open, close, NULL);
  g_autofree char *objects = repeat ("{\"a\":", 65);
  g_autofree char *deepest = g_strdup_printf ("%.*s%.*s", PZ_JSON_MAX_DEPTH, open, PZ_JSON_MAX_DEPTH, close);

  assert_rejected (hostile, PZ_JSON_MAX_SIZE, PZ_ERROR_TOO_LARGE, 1, 65);
  assert_rejected (open, PZ_JSON_MAX_SIZE, PZ_ERROR_TOO_LARGE, 1, 65);
  assert_rejected (objects, PZ_JSON_MAX_SIZE, PZ_ERROR_TOO_LARGE, 1, 64 * 5 + 1);
  assert_accepted (deepest);
}

static void
test_size_has_a_cap (void)
{
  g_autofree char *letters = repeat ("abcdefgh", 1000);
  g_autofree char *text = g_strdup_printf ("[\"%s\"]", letters);

  assert_rejected (text, strlen (text) - 1, PZ_ERROR_TOO_LARGE, 1, 1);
  assert_rejected ("[]", 0, PZ_ERROR_TOO_LARGE, 1, 1);
  assert_accepted (text);
}

static void
test_five_million_objects (void)
{
  const gsize n = 5000000;
  g_autofree char *text = g_malloc (3 * n + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzJsonReader) reader = NULL;

  for (gsize i = 0; i < n; i++)
    memcpy (text + 3 * i, ",{}", 3);
  text[0] = '[';
  text[3 * n] = ']';
  reader = read_all (text, 3 * n + 1, PZ_JSON_MAX_SIZE, &error);
  g_assert_no_error (error);
}

static void
test_long_numbers (void)
{
  g_autofree char *zeros = repeat ("0", 990), *nines = repeat ("9", 500);
  g_autofree char *long_fraction = g_strdup_printf ("[0.%s1]", zeros);
  g_autofree char *too_long = g_strdup_printf ("[0.%s%s]", zeros, nines);
  g_autofree char *too_large = g_strdup_printf ("[%s]", nines);

  assert_accepted (long_fraction);
  assert_rejected (too_long, PZ_JSON_MAX_SIZE, PZ_ERROR_TOO_LARGE, 1, 2);
  assert_rejected (too_large, PZ_JSON_MAX_SIZE, PZ_ERROR_SYNTAX, 1, 2);
}

/* Members enough for every size of table, and the double at the very end of a large object. */
static void
test_duplicates_in_large_objects (void)
{
  for (guint n = 1; n <= 10000; n = n < 40 ? n + 1 : n * 5)
    {
      GString *text = g_string_new ("{");
      g_autofree char *good = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "\"member-%u\":{\"%u\":{},\"a\":[]},\n", i, i);
      good = g_strdup_printf ("%s\"\":1}", text->str);
      assert_accepted (good);
      g_string_append_printf (text, "\"member-%u\":1}", n / 2);
      assert_rejected (text->str, PZ_JSON_MAX_SIZE, PZ_ERROR_SYNTAX, n + 1, 1);
      g_string_free (text, TRUE);
    }
}

static void
test_same_name_in_two_objects (void)
{
  assert_accepted ("[{\"a\":1},{\"a\":1},{\"a\":{\"a\":{\"a\":[{\"a\":1}]}}}]");
  assert_accepted ("{\"a\":1,\"A\":2,\"aa\":3,\"\":4,\"\\u00e9\":5,\"e\\u0301\":6}");
}

static void
test_tokens_in_order (void)
{
  const char *text = " { \"k\" : [ 1 , \"s\" , true,false,null, {} , [] ] }\r\n";
  const PzJsonToken tokens[] = { PZ_JSON_OBJECT, PZ_JSON_MEMBER, PZ_JSON_ARRAY, PZ_JSON_NUMBER, PZ_JSON_STRING,
                                 PZ_JSON_TRUE, PZ_JSON_FALSE, PZ_JSON_NULL, PZ_JSON_OBJECT, PZ_JSON_OBJECT_END,
                                 PZ_JSON_ARRAY, PZ_JSON_ARRAY_END, PZ_JSON_ARRAY_END, PZ_JSON_OBJECT_END,
                                 PZ_JSON_END, PZ_JSON_END };
  const guint depths[] = { 1, 1, 2, 2, 2, 2, 2, 2, 3, 2, 3, 2, 1, 0, 0, 0 };
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_assert_cmpint (pz_json_reader_next (reader), ==, tokens[i]);
      g_assert_cmpuint (pz_json_reader_get_depth (reader), ==, depths[i]);
    }
  g_assert_false (pz_json_reader_take_error (reader, NULL));
}

static void
test_single_values (void)
{
  const char *const texts[] = { "0", "\"\"", "null", " true ", "false\n", "[]", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_accepted (texts[i]);
}

static void
test_texts_are_decoded (void)
{
  const struct { const char *raw, *text; } rows[] = {
    { "\"\"", "" },
    { "\"plain\"", "plain" },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"a\\u00e9\\u20AC\\ud83d\\ude00z\"", "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z" },
    { "\"\\u0001\\u001f\\u007f\\uffff\"", "\x01\x1f\x7f\xef\xbf\xbf" },
    { "\"caf\xc3\xa9 \xf4\x8f\xbf\xbf \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \\n\xc3\xa9\"",
      "caf\xc3\xa9 \xf4\x8f\xbf\xbf \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \n\xc3\xa9" },
    { "\"12345678901234567\\t890\"", "12345678901234567\t890" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzJsonReader) reader = pz_json_reader_new (rows[i].raw, strlen (rows[i].raw), PZ_JSON_MAX_SIZE);
      gsize length = 0;

      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_STRING);
      g_assert_true (pz_json_reader_text_is (reader, rows[i].text));
      g_assert_cmpstr (pz_json_reader_get_text (reader, &length), ==, rows[i].text);
      g_assert_cmpuint (length, ==, strlen (rows[i].text));
      g_assert_true (pz_json_reader_text_is (reader, rows[i].text));
      g_assert_false (pz_json_reader_text_is (reader, "plai"));
      g_assert_false (pz_json_reader_text_is (reader, "plain2"));
      g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, rows[i].text);
    }
}

static void
test_names_are_texts (void)
{
  const char *text = "{\"given\\u002dname\":\"Noor\"}";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  pz_json_reader_next (reader);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_MEMBER);
  g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, "given-name");
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_STRING);
  g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, "Noor");
}

static void
test_numbers_are_nearest (void)
{
  const struct { const char *raw; double number; } rows[] = {
    { "0", 0 },
    { "-0", -0.0 },
    { "7", 7 },
    { "-31", -31 },
    { "33.5", 33.5 },
    { "87.2", 87.2 },
    { "0.1", 0.1 },
    { "1E5", 1e5 },
    { "1.5e-3", 1.5e-3 },
    { "-2e+2", -200 },
    { "0e0", 0 },
    { "0.30000000000000004", 0.30000000000000004 },
    { "123456789012345", 123456789012345.0 },
    { "9007199254740993", 9007199254740992.0 },
    { "9223372036854775808", 0x1p63 },
    { "-9223372036854775808", -0x1p63 },
    { "99999999999999999999", 1e20 },
    { "1.7976931348623157e308", 1.7976931348623157e308 },
    { "5e-324", 5e-324 },
    { "1e-400", 0 },
    { "0.000000000000000000000000000001", 1e-30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzJsonReader) reader = pz_json_reader_new (rows[i].raw, strlen (rows[i].raw), PZ_JSON_MAX_SIZE);

      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_NUMBER);
      g_assert_cmpfloat (pz_json_reader_get_number (reader), ==, rows[i].number);
      g_assert_cmpint (!signbit (pz_json_reader_get_number (reader)), ==, !signbit (rows[i].number));
      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
    }
}

static void
assert_skipped (PzJsonReader *reader,
                const char   *expected)
{
  const char *slice = NULL;
  gsize length = 0;
  g_autofree char *copy = NULL;

  g_assert_true (pz_json_reader_skip (reader, &slice, &length));
  copy = g_strndup (slice, length);
  g_assert_cmpstr (copy, ==, expected);
}

static void
test_skip_gives_slices (void)
{
  const char *text = "{\"known\" : 1 , \"new\" :  {\"x\" : [1.50, \"\\u0041\"] } ,\"s\":\"a b\" , \"n\":-1.0e0\n}";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  gsize start;

  pz_json_reader_next (reader);
  pz_json_reader_next (reader);
  assert_skipped (reader, "1");
  pz_json_reader_next (reader);
  start = pz_json_reader_get_start (reader);
  g_assert_true (g_str_has_prefix (text + pz_json_reader_get_offset (reader), "  {\"x\""));
  assert_skipped (reader, "{\"x\" : [1.50, \"\\u0041\"] }");
  g_assert_true (g_str_has_prefix (text + start, "\"new\" :"));
  g_assert_true (g_str_has_prefix (text + pz_json_reader_get_start (reader), "{\"x\""));
  g_assert_true (g_str_has_prefix (text + pz_json_reader_get_offset (reader), " ,\"s\""));
  pz_json_reader_next (reader);
  g_assert_true (pz_json_reader_text_is (reader, "s"));
  assert_skipped (reader, "\"a b\"");
  pz_json_reader_next (reader);
  assert_skipped (reader, "-1.0e0");
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_OBJECT_END);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
  g_assert_cmpuint (pz_json_reader_get_offset (reader), ==, strlen (text));
}

static void
test_skip_walks_an_array (void)
{
  const char *text = "{\"list\":[ {\"id\":1}, [ ] ,null ],\"after\":2}";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

  for (guint i = 0; i < 3; i++)
    pz_json_reader_next (reader);
  assert_skipped (reader, "{\"id\":1}");
  assert_skipped (reader, "[ ]");
  assert_skipped (reader, "null");
  g_assert_false (pz_json_reader_skip (reader, NULL, NULL));
  g_assert_false (pz_json_reader_take_error (reader, NULL));
  g_assert_cmpuint (pz_json_reader_get_depth (reader), ==, 1);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_MEMBER);
}

static void
test_skip_of_everything (void)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (BYTES (" [1,[2,{}]] "), PZ_JSON_MAX_SIZE);

  assert_skipped (reader, "[1,[2,{}]]");
  g_assert_false (pz_json_reader_skip (reader, NULL, NULL));
  g_assert_false (pz_json_reader_take_error (reader, NULL));
}

static void
test_caller_may_fail (void)
{
  const char *text = "{\n \"caf\xc3\xa9\": \"x\", \"target\": 900}";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  g_autoptr(GError) error = NULL, again = NULL;

  g_assert_false (pz_json_reader_take_error (reader, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    pz_json_reader_next (reader);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_NUMBER);
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, "%s must be below %d", "target", 100);
  pz_json_reader_fail (reader, PZ_ERROR_CORRUPT, "the second error");
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_ERROR);
  g_assert_false (pz_json_reader_skip (reader, NULL, NULL));
  g_assert_true (pz_json_reader_take_error (reader, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "line 2, column 25: target must be below 100");
  g_assert_true (pz_json_reader_take_error (reader, &again));
  g_assert_true (pz_json_reader_take_error (reader, NULL));
}

static void
test_caller_may_fail_a_skipped_value (void)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (BYTES ("[7, [1,\n2]]"), PZ_JSON_MAX_SIZE);
  g_autoptr(GError) error = NULL;

  pz_json_reader_next (reader);
  pz_json_reader_next (reader);
  pz_json_reader_skip (reader, NULL, NULL);
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, "not here");
  pz_json_reader_take_error (reader, &error);
  g_assert_cmpstr (error->message, ==, "line 1, column 5: not here");
}

static void
test_free_at_any_place (void)
{
  const char *text = "{\"a\\n\":{\"b\":[{\"c\":\"d\\n\"}]}}";

  for (guint tokens = 0; tokens < 8; tokens++)
    {
      PzJsonReader *reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);

      for (guint i = 0; i < tokens; i++)
        pz_json_reader_next (reader);
      pz_json_reader_free (reader);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json/reader/rejects", test_rejects);
  g_test_add_func ("/core/json/reader/depth-has-a-cap", test_depth_has_a_cap);
  g_test_add_func ("/core/json/reader/size-has-a-cap", test_size_has_a_cap);
  g_test_add_func ("/core/json/reader/five-million-objects", test_five_million_objects);
  g_test_add_func ("/core/json/reader/long-numbers", test_long_numbers);
  g_test_add_func ("/core/json/reader/duplicates-in-large-objects", test_duplicates_in_large_objects);
  g_test_add_func ("/core/json/reader/same-name-in-two-objects", test_same_name_in_two_objects);
  g_test_add_func ("/core/json/reader/tokens-in-order", test_tokens_in_order);
  g_test_add_func ("/core/json/reader/single-values", test_single_values);
  g_test_add_func ("/core/json/reader/texts-are-decoded", test_texts_are_decoded);
  g_test_add_func ("/core/json/reader/names-are-texts", test_names_are_texts);
  g_test_add_func ("/core/json/reader/numbers-are-nearest", test_numbers_are_nearest);
  g_test_add_func ("/core/json/reader/skip-gives-slices", test_skip_gives_slices);
  g_test_add_func ("/core/json/reader/skip-walks-an-array", test_skip_walks_an_array);
  g_test_add_func ("/core/json/reader/skip-of-everything", test_skip_of_everything);
  g_test_add_func ("/core/json/reader/caller-may-fail", test_caller_may_fail);
  g_test_add_func ("/core/json/reader/caller-may-fail-a-skipped-value", test_caller_may_fail_a_skipped_value);
  g_test_add_func ("/core/json/reader/free-at-any-place", test_free_at_any_place);
  return g_test_run ();
}
