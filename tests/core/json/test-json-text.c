/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-text-private.h"

/* what stands behind the opening quote, given its length: there may be a NUL in it */
static PzJsonTextFault
scan (const char *text,
      gsize       length,
      GString    *decoded,
      gboolean   *escaped,
      gsize      *used)
{
  const guint8 *begin = (const guint8 *) text, *cursor = begin;
  PzJsonTextFault fault = pz_json_text_scan (&cursor, begin + length, decoded, escaped);

  *used = (gsize) (cursor - begin);
  return fault;
}

static void
test_a_plain_text_is_what_stands_there (void)
{
  static const char *const rows[] = { "\"", "Ana\"", "a text of many letters, so that eight are looked at at once\"", "Zoë لين 雨\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) decoded = g_string_new ("as it was");
      gboolean escaped = TRUE;
      gsize used;

      g_test_message ("%s", rows[i]);
      g_assert_cmpint (scan (rows[i], strlen (rows[i]), decoded, &escaped, &used), ==, PZ_JSON_TEXT_GOOD);
      g_assert_false (escaped);
      g_assert_cmpstr (decoded->str, ==, "as it was");
      g_assert_cmpuint (used, ==, strlen (rows[i]));
    }
}

static void
test_escapes_are_decoded (void)
{
  static const struct { const char *text, *decoded; } rows[] = {
    { "\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" }, { "a\\u0041b\"", "aAb" }, { "\\u00eb\"", "ë" },
    { "\\uD834\\uDD1E!\"", "\xf0\x9d\x84\x9e!" }, { "Zo\\u00EB and 雨\\n\"", "Zoë and 雨\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) decoded = g_string_new ("before");
      gboolean escaped = FALSE;
      gsize used;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (scan (rows[i].text, strlen (rows[i].text), decoded, &escaped, &used), ==, PZ_JSON_TEXT_GOOD);
      g_assert_true (escaped);
      g_assert_cmpstr (decoded->str, ==, rows[i].decoded);
      g_assert_cmpuint (used, ==, strlen (rows[i].text));
    }
}

static void
test_faults_are_told_where_they_are (void)
{
  static const struct { const char *text; PzJsonTextFault fault; gsize where; } rows[] = {
    { "", PZ_JSON_TEXT_OPEN, 0 }, { "abc", PZ_JSON_TEXT_OPEN, 3 }, { "ab\\", PZ_JSON_TEXT_OPEN, 2 },
    { "ab\ncd\"", PZ_JSON_TEXT_CONTROL, 2 }, { "\x1f\"", PZ_JSON_TEXT_CONTROL, 0 }, { "a\x80\"", PZ_JSON_TEXT_NOT_UTF8, 1 },
    { "\xc0\xaf\"", PZ_JSON_TEXT_NOT_UTF8, 0 },     /* overlong */
    { "\xed\xa0\x80\"", PZ_JSON_TEXT_NOT_UTF8, 0 }, /* half of a pair */
    { "\xf4\x90\x80\x80\"", PZ_JSON_TEXT_NOT_UTF8, 0 }, { "ab\xe2\x82", PZ_JSON_TEXT_NOT_UTF8, 2 },
    { "a\\x\"", PZ_JSON_TEXT_BAD_ESCAPE, 1 }, { "\\u12g4\"", PZ_JSON_TEXT_BAD_ESCAPE, 0 }, { "\\u12", PZ_JSON_TEXT_BAD_ESCAPE, 0 },
    { "\\u0000\"", PZ_JSON_TEXT_NUL, 0 }, { "\\uD834\"", PZ_JSON_TEXT_LONE_SURROGATE, 0 },
    { "\\uD834\\u0041\"", PZ_JSON_TEXT_LONE_SURROGATE, 0 }, { "x\\uDD1E\"", PZ_JSON_TEXT_LONE_SURROGATE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) decoded = g_string_new (NULL);
      gboolean escaped;
      gsize used;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (scan (rows[i].text, strlen (rows[i].text), decoded, &escaped, &used), ==, rows[i].fault);
      g_assert_cmpuint (used, ==, rows[i].where);
    }
}

/* eight at a time, and what is left one by one: the first of each kind is found wherever it stands */
static void
test_skips_to_the_first_that_is_not_plain (void)
{
  static const guint8 stops[] = { '"', '\\', '\n', 0x1f, 0x00, 0x80, 0xff };

  for (gsize k = 0; k < G_N_ELEMENTS (stops); k++)
    for (guint length = 0; length < 40; length++)
      for (guint at = 0; at <= length; at++)
        {
          guint8 text[40];

          memset (text, k % 2 == 0 ? ' ' : 0x7f, sizeof text);
          if (at < length)
            text[at] = stops[k];
          g_assert_true (pz_json_text_skip_plain (text, text + length) == text + at);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-text/a-plain-text-is-what-stands-there", test_a_plain_text_is_what_stands_there);
  g_test_add_func ("/core/json-text/escapes-are-decoded", test_escapes_are_decoded);
  g_test_add_func ("/core/json-text/faults-are-told-where-they-are", test_faults_are_told_where_they_are);
  g_test_add_func ("/core/json-text/skips-to-the-first-that-is-not-plain", test_skips_to_the_first_that_is_not_plain);
  return g_test_run ();
}
