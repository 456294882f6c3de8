/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-json-number-private.h"

#include <math.h>
#include <string.h>

static PzJsonNumberFault
scan (const char *text,
      double     *number,
      gsize      *used)
{
  const guint8 *begin = (const guint8 *) text, *cursor = begin;
  PzJsonNumberFault fault = pz_json_number_scan (&cursor, begin + strlen (text), number);

  *used = (gsize) (cursor - begin);
  return fault;
}

static void
test_reads_the_nearest_double (void)
{
  static const struct { const char *text; double number; } rows[] = {
    { "0", 0 }, { "-7", -7 }, { "12.5", 12.5 }, { "0.1", 0.1 }, { "1e3", 1000 }, { "2.5E-1", 0.25 }, { "1e+2", 100 },
    { "123456789012345", 123456789012345.0 }, { "0.123456789012345678", 0.123456789012345678 },
    { "9007199254740993", 9007199254740992.0 }, { "1e-400", 0 }, { "1.7976931348623157e308", 1.7976931348623157e308 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number = NAN;
      gsize used;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (scan (rows[i].text, &number, &used), ==, PZ_JSON_NUMBER_GOOD);
      g_assert_cmpfloat (number, ==, rows[i].number);
      g_assert_cmpuint (used, ==, strlen (rows[i].text));
    }
}

static void
test_zero_keeps_its_sign (void)
{
  double number = 1;
  gsize used;

  g_assert_cmpint (scan ("-0", &number, &used), ==, PZ_JSON_NUMBER_GOOD);
  g_assert_true (number == 0 && signbit (number));
}

static void
test_stops_where_the_number_ends (void)
{
  static const struct { const char *text; gsize used; } rows[] = { { "12,", 2 }, { "1]", 1 }, { "3 4", 1 }, { "1-2", 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number;
      gsize used;

      g_assert_cmpint (scan (rows[i].text, &number, &used), ==, PZ_JSON_NUMBER_GOOD);
      g_assert_cmpuint (used, ==, rows[i].used);
    }
}

static void
test_refuses_what_json_does_not_write (void)
{
  static const char *const rows[] = { "", "-", "+1", ".5", "1.", "01", "-00", "1e", "1e+", "0x10", "NaN", "Infinity", "1.e3" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number = 42;
      gsize used;
      PzJsonNumberFault fault = scan (rows[i], &number, &used);

      g_test_message ("%s", rows[i]);
      if (g_str_equal (rows[i], "0x10"))
        g_assert_cmpuint (used, ==, 1); /* a 0, and then something else */
      else
        {
          g_assert_cmpint (fault, ==, PZ_JSON_NUMBER_MALFORMED);
          g_assert_cmpuint (used, ==, 0);
        }
    }
}

static void
test_refuses_what_is_too_large_or_too_long (void)
{
  g_autofree char *longest = g_strnfill (PZ_JSON_MAX_NUMBER_LENGTH, '0'), *longer = NULL;
  double number;
  gsize used;

  g_assert_cmpint (scan ("1e309", &number, &used), ==, PZ_JSON_NUMBER_TOO_LARGE);
  g_assert_cmpuint (used, ==, 0);
  g_assert_cmpint (scan ("-1e999999999999", &number, &used), ==, PZ_JSON_NUMBER_TOO_LARGE);
  longest[1] = '.';
  longest[PZ_JSON_MAX_NUMBER_LENGTH - 1] = '5';
  g_assert_cmpint (scan (longest, &number, &used), ==, PZ_JSON_NUMBER_GOOD);
  longer = g_strconcat (longest, "5", NULL);
  g_assert_cmpint (scan (longer, &number, &used), ==, PZ_JSON_NUMBER_TOO_LONG);
  g_assert_cmpuint (used, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-number/reads-the-nearest-double", test_reads_the_nearest_double);
  g_test_add_func ("/core/json-number/zero-keeps-its-sign", test_zero_keeps_its_sign);
  g_test_add_func ("/core/json-number/stops-where-the-number-ends", test_stops_where_the_number_ends);
  g_test_add_func ("/core/json-number/refuses-what-json-does-not-write", test_refuses_what_json_does_not_write);
  g_test_add_func ("/core/json-number/refuses-what-is-too-large-or-too-long",
                   test_refuses_what_is_too_large_or_too_long);
  return g_test_run ();
}
