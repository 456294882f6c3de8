/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader-private.h"

static const char *const names[] = { "error", "end", "{", "}", "[", "]", "member", "string", "number", "true", "false", "null" };

/* all tokens of the text, by blanks; "error" is the last of a text that is none */
static void
assert_reads (const char *text,
              const char *expected)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  g_autoptr(GString) tokens = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  PzJsonToken token;

  do
    {
      token = pz_json_reader_read_token (reader);
      g_string_append_printf (tokens, "%s%s", tokens->len > 0 ? " " : "", names[token]);
    }
  while (token != PZ_JSON_ERROR && token != PZ_JSON_END);
  g_test_message ("%s", text);
  g_assert_cmpstr (tokens->str, ==, expected);
  g_assert_cmpint (pz_json_reader_take_error (reader, &error), ==, token == PZ_JSON_ERROR);
}

static void
test_one_value_of_each_kind (void)
{
  assert_reads ("true", "true end");
  assert_reads (" false ", "false end");
  assert_reads ("null\n", "null end");
  assert_reads ("-1.5e3", "number end");
  assert_reads ("\"a\\nb\"", "string end");
  assert_reads ("[]", "[ ] end");
  assert_reads ("{}", "{ } end");
}

static void
test_what_is_nested_closes_as_it_opened (void)
{
  assert_reads ("{\"a\":[1,{\"b\":null}],\"c\":{}}", "{ member [ number { member null } ] member { } } end");
  assert_reads ("[[],[[]]]", "[ [ ] [ [ ] ] ] end");
  assert_reads ("[1}", "[ number error");
  assert_reads ("{\"a\":1]", "{ member number error");
  assert_reads ("[", "[ error");
  assert_reads ("]", "error");
}

static void
test_commas_and_colons_stand_between (void)
{
  assert_reads ("[1,2]", "[ number number ] end");
  assert_reads ("[1 2]", "[ number error");
  assert_reads ("[1,]", "[ number error");
  assert_reads ("[,1]", "[ error");
  assert_reads ("{\"a\" 1}", "{ error");
  assert_reads ("{\"a\":1,}", "{ member number error");
  assert_reads ("{a:1}", "{ error");
  assert_reads ("{1:1}", "{ error");
  assert_reads ("{\"a\":}", "{ member error");
}

static void
test_one_value_and_nothing_after_it (void)
{
  assert_reads ("", "error");
  assert_reads (" \n\t ", "error");
  assert_reads ("1 2", "number error");
  assert_reads ("{} {}", "{ } error");
  assert_reads ("True", "error");
  assert_reads ("nul", "error");
}

static void
test_no_name_twice_in_one_object (void)
{
  assert_reads ("{\"a\":1,\"b\":{\"a\":1}}", "{ member number member { member number } } end");
  assert_reads ("{\"a\":1,\"a\":2}", "{ member number error");
  /* also when it is written otherwise */
  assert_reads ("{\"a\":1,\"\\u0061\":2}", "{ member number error");
}

static void
test_so_deep_and_no_deeper (void)
{
  for (guint depth = PZ_JSON_MAX_DEPTH; depth <= PZ_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
      g_autoptr(GError) error = NULL;
      guint n_read = 0;

      for (PzJsonToken token = PZ_JSON_ARRAY; token != PZ_JSON_ERROR && token != PZ_JSON_END; n_read++)
        token = pz_json_reader_read_token (reader);
      if (depth == PZ_JSON_MAX_DEPTH)
        {
          g_assert_false (pz_json_reader_take_error (reader, &error));
          g_assert_cmpuint (n_read, ==, 2 * depth + 1);
        }
      else
        {
          g_assert_true (pz_json_reader_take_error (reader, &error));
          g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
        }
    }
}

static void
test_tells_where_a_token_begins (void)
{
  static const char text[] = "  {\n  \"a\" : 12 }";
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_JSON_MAX_SIZE);
  static const gsize starts[] = { 2, 6, 12, 15 }, ends[] = { 3, 11, 14, 16 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      pz_json_reader_read_token (reader);
      g_assert_cmpuint ((gsize) (reader->start - reader->data), ==, starts[i]);
      g_assert_cmpuint ((gsize) (reader->cursor - reader->data), ==, ends[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-grammar/one-value-of-each-kind", test_one_value_of_each_kind);
  g_test_add_func ("/core/json-grammar/what-is-nested-closes-as-it-opened", test_what_is_nested_closes_as_it_opened);
  g_test_add_func ("/core/json-grammar/commas-and-colons-stand-between", test_commas_and_colons_stand_between);
  g_test_add_func ("/core/json-grammar/one-value-and-nothing-after-it", test_one_value_and_nothing_after_it);
  g_test_add_func ("/core/json-grammar/no-name-twice-in-one-object", test_no_name_twice_in_one_object);
  g_test_add_func ("/core/json-grammar/so-deep-and-no-deeper", test_so_deep_and_no_deeper);
  g_test_add_func ("/core/json-grammar/tells-where-a-token-begins", test_tells_where_a_token_begins);
  return g_test_run ();
}
