/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"

#include <string.h>

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json/hostile/rejects", test_rejects);
  g_test_add_func ("/core/json/hostile/depth-has-a-cap", test_depth_has_a_cap);
  g_test_add_func ("/core/json/hostile/size-has-a-cap", test_size_has_a_cap);
  g_test_add_func ("/core/json/hostile/five-million-objects", test_five_million_objects);
  g_test_add_func ("/core/json/hostile/long-numbers", test_long_numbers);
  g_test_add_func ("/core/json/hostile/duplicates-in-large-objects", test_duplicates_in_large_objects);
  return g_test_run ();
}
