/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-measure.h"

#include <math.h>

static const struct
{
  const char *kind;
  const char *unit;
  double value;
  double out_of;
  const char *number;
  const char *words;
} values[] = {
  { "rate", "words a minute", 77, NAN, "77", "77 words a minute" },
  { "percent", "% correct", 80.5, NAN, "80.5", "80.5 % correct" },
  { "score", "points", 12, 15, "12", "12 of 15" },
  { "count", NULL, 3, NAN, "3", "3" },
  { "yes-no", "yes or no", 1, NAN, "yes", "yes" },
  { "yes-no", "yes or no", 0, NAN, "no", "no" },
  { "goal-attainment", "-2 to +2", 1, NAN, "\u2066+1\u2069", "\u2066+1\u2069" },
  { "goal-attainment", "-2 to +2", -2, NAN, "\u2066-2\u2069", "\u2066-2\u2069" },
  { "goal-attainment", "-2 to +2", 0, NAN, "0", "0" },
};

static void
test_values_in_words (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  PzRecord *measure = pz_document_add (document, PZ_RECORD_MEASURE);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *words = NULL;

      pz_record_set_text (measure, PZ_MEASURE_KIND, values[i].kind);
      pz_record_set_text (measure, PZ_MEASURE_UNIT, values[i].unit);
      number = pz_measure_dup_number (measure, values[i].value);
      words = pz_measure_dup_value (measure, values[i].value, values[i].out_of);
      g_strdelimit (number, ",", '.'); /* in the locale's own way */
      g_strdelimit (words, ",", '.');
      g_assert_cmpstr (number, ==, values[i].number);
      g_assert_cmpstr (words, ==, values[i].words);
    }
}

static void
test_without_a_measure (void)
{
  g_autofree char *words = pz_measure_dup_value (NULL, 2, NAN);

  g_assert_cmpstr (words, ==, "2");
}

static void
test_no_more_digits_than_are_known (void)
{
  static const struct { double value, rounded; } rows[] = {
    { 3.842, 3.8 }, { -3.842, -3.8 }, { 91.4, 91 }, { 1234.5, 1235 }, { 0.1234, 0.12 }, { 0, 0 }, { 9.96, 10 }, { -0.004551, -0.0046 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (pz_measure_round (rows[i].value), rows[i].rounded, 1e-12);
  g_assert_true (isnan (pz_measure_round (NAN)));
}

static void
test_changes_have_a_sign (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  PzRecord *measure = pz_document_add (document, PZ_RECORD_MEASURE);
  g_autofree char *up = NULL;
  g_autofree char *down = pz_measure_dup_change (NULL, -12.3);

  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words");
  up = pz_measure_dup_change (measure, 3);
  g_assert_cmpstr (pz_measure_get_unit (measure), ==, "words");
  g_assert_null (pz_measure_get_unit (NULL));
  g_assert_cmpstr (up, ==, "\u2066+3\u2069 words");
  g_assert_cmpstr (down, ==, "\u2066-12\u2069");
  pz_record_set_text (measure, PZ_MEASURE_KIND, "goal-attainment");
  g_assert_null (pz_measure_get_unit (measure)); /* it says what kind of number it is */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measure/values-in-words", test_values_in_words);
  g_test_add_func ("/core/measure/without-a-measure", test_without_a_measure);
  g_test_add_func ("/core/measure/no-more-digits-than-are-known", test_no_more_digits_than_are_known);
  g_test_add_func ("/core/measure/changes-have-a-sign", test_changes_have_a_sign);
  return g_test_run ();
}
