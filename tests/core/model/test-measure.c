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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measure/values-in-words", test_values_in_words);
  g_test_add_func ("/core/measure/without-a-measure", test_without_a_measure);
  return g_test_run ();
}
