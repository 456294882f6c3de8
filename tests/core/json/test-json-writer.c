/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-reader.h"
#include "pz-json-writer.h"
#include "pz-random.h"

#include <locale.h>
#include <math.h>

static char *
write_number (double number)
{
  GString *out = g_string_new (NULL);

  pz_json_append_number (out, number);
  return g_string_free (out, FALSE);
}

static char *
write_string (const char *text,
              gssize      length)
{
  GString *out = g_string_new (NULL);

  pz_json_append_string (out, text, length);
  return g_string_free (out, FALSE);
}

static void
test_strings (void)
{
  const struct { const char *text, *json; } rows[] = {
    { "", "\"\"" },
    { "Noor", "\"Noor\"" },
    { "say \"th\" \\ /", "\"say \\\"th\\\" \\\\ /\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x0b\x1f\x7f", "\"\\u0001\\u000b\\u001f\x7f\"" },
    { "Caf\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x98\x80", "\"Caf\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x98\x80\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = write_string (rows[i].text, -1);

      g_assert_cmpstr (json, ==, rows[i].json);
    }
}

static void
test_string_may_be_part_of_one (void)
{
  g_autofree char *json = write_string ("Noor Jansen", 4);

  g_assert_cmpstr (json, ==, "\"Noor\"");
}

static void
test_numbers (void)
{
  const struct { double number; const char *json; } rows[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 31, "31" },
    { -7, "-7" },
    { 33.5, "33.5" },
    { 87.2, "87.2" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 100000000, "100000000" },
    { 9007199254740991.0, "9007199254740991" },
    { -9007199254740991.0, "-9007199254740991" },
    { 9007199254740992.0, "9007199254740992" },
    { 1e20, "1e+20" },
    { 1e-7, "1e-07" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = write_number (rows[i].number);

      g_assert_cmpstr (json, ==, rows[i].json);
    }
}

/* Any bits of a double that are finite, numbers as teachers write them, and integers of all sizes. */
static double
draw_number (PzRandom *random)
{
  union { guint64 bits; double number; } any;

  switch (pz_random_below (random, 4))
    {
    case 0:
      do
        any.bits = pz_random_next (random);
      while (!isfinite (any.number));
      return any.number;
    case 1:
      return pz_random_below (random, 100000) / 100.0;
    case 2:
      return (double) (gint64) (pz_random_next (random) >> pz_random_below (random, 64));
    default:
      return pz_random_normal (random) * 1000;
    }
}

static void
assert_number_reads_back (const char *json,
                          double      number)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (json, strlen (json), PZ_JSON_MAX_SIZE);

  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_NUMBER);
  g_assert_cmpfloat (pz_json_reader_get_number (reader), ==, number);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
}

static void
test_numbers_read_back (void)
{
  PzRandom random;

  pz_random_init (&random, 2026);
  for (guint i = 0; i < 10000; i++)
    {
      double number = draw_number (&random);
      g_autofree char *json = write_number (number);

      assert_number_reads_back (json, number);
    }
}

/* Integers aside, which are written in full. */
static void
test_numbers_are_shortest (void)
{
  PzRandom random;

  pz_random_init (&random, 5);
  for (guint i = 0; i < 2000; i++)
    {
      double number = draw_number (&random) + 0.1;
      g_autofree char *json = write_number (number);
      char shorter[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (shorter, sizeof shorter, "%.15g", number);
      if (g_ascii_strtod (shorter, NULL) != number)
        g_ascii_formatd (shorter, sizeof shorter, "%.16g", number);
      if (fabs (number) < 0x1p52 && g_ascii_strtod (shorter, NULL) == number)
        g_assert_cmpuint (strlen (json), <=, strlen (shorter));
    }
}

/* Letters of one to four bytes, with what must be escaped among them more often than people write it. */
static char *
draw_text (PzRandom *random)
{
  static const gunichar last[] = { 0x1F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF };
  GString *text = g_string_new (NULL);
  guint length = pz_random_below (random, 40);

  while (length-- > 0)
    {
      gunichar letter = 1 + pz_random_below (random, last[pz_random_below (random, G_N_ELEMENTS (last))]);

      if (letter >= 0xD800 && letter < 0xE000)
        letter = pz_random_below (random, 2) == 0 ? '"' : '\\';
      g_string_append_unichar (text, letter);
    }
  return g_string_free (text, FALSE);
}

static void
test_strings_read_back (void)
{
  PzRandom random;

  pz_random_init (&random, 7);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = draw_text (&random);
      g_autofree char *json = write_string (text, -1);
      g_autoptr(PzJsonReader) reader = pz_json_reader_new (json, strlen (json), PZ_JSON_MAX_SIZE);

      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_STRING);
      g_assert_cmpstr (pz_json_reader_get_text (reader, NULL), ==, text);
      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
    }
}

/* Locales that are not installed cannot be tried; where none is, the test says so. */
static void
test_locale_does_not_matter (void)
{
  const char *const names[] = { "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "fa_IR.UTF-8", "de_DE", "tr_TR" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  guint tried = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_ALL, names[i]) != NULL)
      {
        g_test_message ("%s", names[i]);
        tried++;
        test_strings ();
        test_numbers ();
        test_numbers_read_back ();
        test_strings_read_back ();
      }
  setlocale (LC_ALL, before);
  if (tried == 0)
    g_test_skip ("no other locale is installed");
}

static void
test_bad_values_are_said (void)
{
  g_autofree char *infinite = NULL, *cut = NULL;

  g_test_expect_message ("pz-core", G_LOG_LEVEL_CRITICAL, "*not finite*");
  infinite = write_number (INFINITY);
  g_assert_cmpstr (infinite, ==, "null");
  g_test_expect_message ("pz-core", G_LOG_LEVEL_CRITICAL, "*not UTF-8*");
  cut = write_string ("caf\xc3", -1);
  g_assert_cmpstr (cut, ==, "\"caf\xef\xbf\xbd\"");
  g_test_assert_expected_messages ();
}

static void
test_writer_indents (void)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *json = NULL;

  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "name", "Noor \"N\"");
  pz_json_writer_string (writer, "left-out", NULL);
  pz_json_writer_number (writer, "target", 33.5);
  pz_json_writer_boolean (writer, "active", TRUE);
  pz_json_writer_boolean (writer, "archived", FALSE);
  pz_json_writer_begin_array (writer, "languages");
  pz_json_writer_string (writer, NULL, "ar");
  pz_json_writer_string (writer, NULL, NULL);
  pz_json_writer_number (writer, NULL, 2);
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_end_object (writer);
  pz_json_writer_end_array (writer);
  pz_json_writer_begin_array (writer, "nothing");
  pz_json_writer_end_array (writer);
  pz_json_writer_raw (writer, "raw", "[1,  2]rest", 7);
  pz_json_writer_end_object (writer);
  json = pz_json_writer_finish (writer);
  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"name\": \"Noor \\\"N\\\"\",\n"
                   "  \"target\": 33.5,\n"
                   "  \"active\": true,\n"
                   "  \"archived\": false,\n"
                   "  \"languages\": [\n"
                   "    \"ar\",\n"
                   "    2,\n"
                   "    {}\n"
                   "  ],\n"
                   "  \"nothing\": [],\n"
                   "  \"raw\": [1,  2]\n"
                   "}\n");
}

static void
test_writer_begins_anew (void)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *first = NULL, *second = NULL;

  pz_json_writer_number (writer, NULL, 1);
  first = pz_json_writer_finish (writer);
  pz_json_writer_begin_array (writer, NULL);
  pz_json_writer_end_array (writer);
  second = pz_json_writer_finish (writer);
  g_assert_cmpstr (first, ==, "1\n");
  g_assert_cmpstr (second, ==, "[]\n");
}

static void
test_writer_refuses_misuse (void)
{
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < 5; i++)
    g_test_expect_message ("pz-core", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  pz_json_writer_string (writer, "a name outside an object", "");
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_number (writer, NULL, 1);
  pz_json_writer_end_array (writer);
  g_assert_null (pz_json_writer_finish (writer));
  pz_json_writer_end_object (writer);
  pz_json_writer_number (writer, NULL, 2);
  g_test_assert_expected_messages ();
  json = pz_json_writer_finish (writer);
  g_assert_cmpstr (json, ==, "{}\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json/writer/strings", test_strings);
  g_test_add_func ("/core/json/writer/string-may-be-part-of-one", test_string_may_be_part_of_one);
  g_test_add_func ("/core/json/writer/numbers", test_numbers);
  g_test_add_func ("/core/json/writer/numbers-read-back", test_numbers_read_back);
  g_test_add_func ("/core/json/writer/numbers-are-shortest", test_numbers_are_shortest);
  g_test_add_func ("/core/json/writer/strings-read-back", test_strings_read_back);
  g_test_add_func ("/core/json/writer/locale-does-not-matter", test_locale_does_not_matter);
  g_test_add_func ("/core/json/writer/bad-values-are-said", test_bad_values_are_said);
  g_test_add_func ("/core/json/writer/writer-indents", test_writer_indents);
  g_test_add_func ("/core/json/writer/writer-begins-anew", test_writer_begins_anew);
  g_test_add_func ("/core/json/writer/writer-refuses-misuse", test_writer_refuses_misuse);
  return g_test_run ();
}
