/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-fixture.h"
#include "pz-chart-words.h"
#include "pz-date.h"

#include <locale.h>
#include <math.h>

static PzRecord *
add_measure (PzDocument *classroom,
             const char *kind,
             const char *unit)
{
  PzRecord *measure = pz_document_add (classroom, PZ_RECORD_MEASURE);

  pz_record_set_text (measure, PZ_MEASURE_KIND, kind);
  pz_record_set_text (measure, PZ_MEASURE_UNIT, unit);
  return measure;
}

static void
test_a_point_says_day_value_and_help (void)
{
  g_autoptr(PzDocument) classroom = chart_fixture_make_document (PZ_DOCUMENT_CLASSROOM);
  g_autoptr(PzDocument) learner = chart_fixture_make_document (PZ_DOCUMENT_LEARNER);
  PzRecord *measure = add_measure (classroom, "rate", "words a minute");
  PzRecord *point = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
  g_autofree char *without = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *nothing = NULL;

  nothing = pz_chart_words_dup_value (measure, point);
  g_assert_cmpstr (nothing, ==, "no value");
  pz_record_set_text (point, PZ_MEASUREMENT_DATE, "2026-11-19");
  pz_record_set_number (point, PZ_MEASUREMENT_VALUE, 76);
  g_assert_null (pz_chart_words_get_help (point));
  without = pz_chart_words_dup_point (measure, point);
  g_assert_cmpstr (without, ==, "19 November: 76 words a minute");
  pz_record_set_text (point, PZ_MEASUREMENT_INDEPENDENCE, "with-help");
  g_assert_cmpstr (pz_chart_words_get_help (point), ==, "with help");
  pz_record_set_text (point, PZ_MEASUREMENT_INDEPENDENCE, "alone");
  alone = pz_chart_words_dup_point (measure, point);
  g_assert_cmpstr (alone, ==, "19 November: 76 words a minute, alone");
}

static void
test_no_day_is_no_word (void)
{
  g_autofree char *nothing = pz_chart_words_dup_day (NULL);
  g_autofree char *nonsense = pz_chart_words_dup_day ("soon");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (nonsense, ==, "");
}

static void
test_between_yes_and_no_is_nothing (void)
{
  g_autoptr(PzDocument) classroom = chart_fixture_make_document (PZ_DOCUMENT_CLASSROOM);
  PzRecord *measure = add_measure (classroom, "yes-no", NULL);
  g_autofree char *between = pz_chart_words_dup_number (0.5, measure);
  g_autofree char *yes = pz_chart_words_dup_number (1, measure);
  g_autofree char *number = pz_chart_words_dup_number (0.5, NULL);

  g_assert_cmpstr (between, ==, "");
  g_assert_cmpstr (yes, !=, "");
  g_assert_cmpstr (number, !=, "");
}

static void
test_ticks_are_weeks_or_months (void)
{
  g_autofree char *week = NULL;
  g_autofree char *month = NULL;
  GDate day;

  pz_date_parse ("2026-11-02", &day);
  week = pz_chart_words_dup_tick (&day, PZ_CHART_TICKS_WEEKS, NULL);
  month = pz_chart_words_dup_tick (&day, PZ_CHART_TICKS_MONTHS, NULL);
  g_assert_cmpstr (week, ==, "2 Nov");
  g_assert_cmpstr (month, ==, "Nov");
}

static void
test_a_picture_gets_the_words_it_needs (void)
{
  g_autoptr(PzChartInput) whole = chart_fixture_make (NULL, 12);
  g_autoptr(PzChartInput) plain = chart_fixture_make (NULL, 12);
  g_autoptr(PzChartInput) early = chart_fixture_make (NULL, 5);

  pz_chart_words_add (whole, NULL);
  g_assert_cmpstr (whole->texts[PZ_CHART_TEXT_TARGET], ==, "Target 60");
  g_assert_nonnull (strstr (whole->texts[PZ_CHART_TEXT_FORECAST], " likely"));
  g_assert_cmpstr (whole->texts[PZ_CHART_TEXT_AIMLINE], ==, "Aimline");
  pz_chart_input_take_verdict_away (plain);
  pz_chart_words_add (plain, NULL);
  g_assert_null (plain->texts[PZ_CHART_TEXT_FORECAST]);
  pz_chart_words_add (early, NULL);
  g_assert_cmpstr (early->texts[PZ_CHART_LEGEND_TREND], ==, "Trend, too early");
  early->target = NAN;
  pz_chart_input_set_text (early, PZ_CHART_TEXT_TARGET, NULL);
  pz_chart_words_add (early, NULL);
  g_assert_null (early->texts[PZ_CHART_TEXT_TARGET]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_TIME, "C"); /* the texts below name months */
#define ADD(path, function) g_test_add_func ("/report/chart-words/" path, function)
  ADD ("a-point-says-day-value-and-help", test_a_point_says_day_value_and_help);
  ADD ("no-day-is-no-word", test_no_day_is_no_word);
  ADD ("between-yes-and-no-is-nothing", test_between_yes_and_no_is_nothing);
  ADD ("ticks-are-weeks-or-months", test_ticks_are_weeks_or_months);
  ADD ("a-picture-gets-the-words-it-needs", test_a_picture_gets_the_words_it_needs);
#undef ADD
  return g_test_run ();
}
