/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"

#include <math.h>

#define BYTES(text) text, sizeof (text) - 1

static void
assert_accepted (const char *text)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  g_autoptr(GError) error = NULL;

  while (pz_json_reader_next (reader) > PZ_JSON_END)
    ;
  pz_json_reader_take_error (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
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
