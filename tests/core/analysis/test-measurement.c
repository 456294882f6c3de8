/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measurement.h"

#include "analysis-fixture.h"
#include "pz-environment.h"

#define GOAL "g4m7kq2x9v5t0rhb"
#define TODAY "2026-11-23"

static PzDocument *
new_learner (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 7);

  return pz_document_new (PZ_DOCUMENT_LEARNER, "d4m7kq2x9v5t0rhb", clock);
}

static void
assert_parsed (const char    *typed,
               PzMeasureKind  kind,
               double         value,
               double         out_of)
{
  PzMeasureRange range;
  double found, found_of;

  pz_measure_range_init (&range, kind);
  g_assert_true (pz_measurement_parse_value (typed, &range, &found, &found_of));
  assert_near (found, value);
  if (isnan (out_of))
    g_assert_true (isnan (found_of));
  else
    assert_near (found_of, out_of);
}

static void
test_values_as_they_are_typed (void)
{
  assert_parsed ("79", PZ_MEASURE_IS_SCORE, 79, NAN);
  assert_parsed ("  3,5 ", PZ_MEASURE_IS_SCORE, 3.5, NAN);
  assert_parsed ("-2", PZ_MEASURE_IS_GOAL_ATTAINMENT, -2, NAN);
  assert_parsed ("12/15", PZ_MEASURE_IS_PERCENT, 12, 15);
  assert_parsed ("12 of 15", PZ_MEASURE_IS_PERCENT, 12, 15);
  assert_parsed ("80%", PZ_MEASURE_IS_PERCENT, 80, NAN);
  assert_parsed ("yes", PZ_MEASURE_IS_YES_NO, 1, NAN);
  assert_parsed ("no", PZ_MEASURE_IS_YES_NO, 0, NAN);
  assert_parsed ("1", PZ_MEASURE_IS_YES_NO, 1, NAN);
}

static void
test_what_is_more_than_a_value_is_none (void)
{
  const char *const typed[] = { "", "seven", "7 apples", "7 of", "7 of ten", "7/8 of 9", "5m", "12 15", "yes", "1/2/3" };
  PzMeasureRange range;
  double value, out_of;

  pz_measure_range_init (&range, PZ_MEASURE_IS_SCORE);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_assert_false (pz_measurement_parse_value (typed[i], &range, &value, &out_of));
      g_assert_true (isnan (value) && isnan (out_of));
    }
}

static void
assert_said (PzMeasurementDraft  draft,
             const PzMeasureRange *range,
             const char         *words)
{
  g_autoptr(GError) error = NULL;

  draft.goal = GOAL;
  if (words == NULL)
    {
      g_assert_true (pz_measurement_check (&draft, range, &error));
      g_assert_no_error (error);
      return;
    }
  g_assert_false (pz_measurement_check (&draft, range, &error));
  g_assert_nonnull (error);
  if (*words != '\0')
    g_assert_cmpstr (error->message, ==, words);
}

static void
test_refuses_in_words (void)
{
  g_autofree char *long_note = g_strnfill (2001, 'x');
  PzMeasureRange range;

  pz_measure_range_init (&range, PZ_MEASURE_IS_COUNT);
  range.minimum = 2;
  range.maximum = 20;
  assert_said ((PzMeasurementDraft) { .value = 7, .out_of = NAN }, &range, NULL);
  assert_said ((PzMeasurementDraft) { .value = 7, .out_of = NAN, .date = TODAY, .note = "tired" }, &range, NULL);
  assert_said ((PzMeasurementDraft) { .value = NAN, .out_of = NAN }, &range, "A number is needed.");
  assert_said ((PzMeasurementDraft) { .value = 1, .out_of = NAN }, &range, "The least value of this measure is 2.");
  assert_said ((PzMeasurementDraft) { .value = 21, .out_of = NAN }, &range,
               "The greatest value of this measure is 20.");
  assert_said ((PzMeasurementDraft) { .value = 2.5, .out_of = NAN }, &range, "This measure has whole numbers only.");
  assert_said ((PzMeasurementDraft) { .value = 7, .out_of = 5 }, &range,
               "Of a share, the part cannot be greater than the whole, and the whole is above 0.");
  assert_said ((PzMeasurementDraft) { .value = 7, .out_of = NAN, .date = "tomorrow" }, &range, "");
  assert_said ((PzMeasurementDraft) { .value = 7, .out_of = NAN, .note = long_note }, &range, "");
  pz_measure_range_init (&range, PZ_MEASURE_IS_SCORE);
  assert_said ((PzMeasurementDraft) { .value = 1e12, .out_of = NAN }, &range, "");
}

static void
test_kept_changed_and_read_again (void)
{
  g_autoptr(PzDocument) learner = new_learner ();
  PzMeasurementDraft draft = { .goal = GOAL, .value = 12, .out_of = 15, .help = PZ_HELP_WITH_HELP,
                               .date = TODAY, .note = "  tired " };
  PzRecord *record = pz_measurement_add (learner, &draft);

  draft = pz_measurement_get_draft (record);
  g_assert_cmpstr (draft.goal, ==, GOAL);
  g_assert_cmpstr (draft.date, ==, TODAY);
  g_assert_true (draft.value == 12 && draft.out_of == 15);
  g_assert_cmpint (draft.help, ==, PZ_HELP_WITH_HELP);
  g_assert_cmpstr (draft.note, ==, "tired");

  draft.value = 80;
  draft.out_of = NAN;
  draft.date = NULL;
  draft.help = PZ_HELP_NOT_SAID;
  draft.note = " ";
  pz_measurement_change (learner, record, &draft);
  g_assert_cmpfloat (pz_record_get_number (record, PZ_MEASUREMENT_VALUE), ==, 80);
  g_assert_true (pz_record_is_empty (record, PZ_MEASUREMENT_OUT_OF));
  g_assert_cmpstr (pz_record_get_text (record, PZ_MEASUREMENT_DATE), ==, TODAY);
  g_assert_true (pz_record_is_empty (record, PZ_MEASUREMENT_INDEPENDENCE));
  g_assert_true (pz_record_is_empty (record, PZ_MEASUREMENT_NOTE));
}

static void
test_help_has_names (void)
{
  g_assert_cmpint (pz_help_from_name ("alone"), ==, PZ_HELP_ALONE);
  g_assert_cmpint (pz_help_from_name ("with-help"), ==, PZ_HELP_WITH_HELP);
  g_assert_cmpint (pz_help_from_name ("who knows"), ==, PZ_HELP_NOT_SAID);
  g_assert_cmpstr (pz_help_get_name (PZ_HELP_ALONE), ==, "alone");
  g_assert_null (pz_help_get_name (PZ_HELP_NOT_SAID));
}

static PzRecord *
add_measurement (PzDocument *learner,
                 const char *goal,
                 const char *date,
                 double      value)
{
  PzRecord *record = pz_document_add (learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, goal);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  return record;
}

/* of another goal, deleted, set aside, without a day or a value, a part of nothing */
static void
test_points_are_what_counts_by_day (void)
{
  g_autoptr(PzDocument) learner = new_learner ();
  PzRecord *late = add_measurement (learner, GOAL, "2026-11-05", 3);
  PzRecord *early = add_measurement (learner, GOAL, "2026-10-01", 1);
  PzRecord *same_day = add_measurement (learner, GOAL, "2026-11-05", 2);
  g_autoptr(GPtrArray) points = NULL;
  PzMeasureRange range;

  pz_measure_range_init (&range, PZ_MEASURE_IS_PERCENT);
  add_measurement (learner, "other", "2026-10-02", 1);
  pz_document_delete (learner, add_measurement (learner, GOAL, "2026-10-03", 1));
  pz_record_set_flag (add_measurement (learner, GOAL, "2026-10-04", 1), PZ_MEASUREMENT_NOT_VALID, TRUE);
  add_measurement (learner, GOAL, NULL, 1);
  add_measurement (learner, GOAL, "2026-10-05", NAN);
  pz_record_set_number (add_measurement (learner, GOAL, "2026-10-06", 1), PZ_MEASUREMENT_OUT_OF, 0);
  points = pz_measurement_list_points (learner, GOAL, &range);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_true (points->pdata[0] == early);
  g_assert_true (points->pdata[1] == late);
  g_assert_true (points->pdata[2] == same_day);
  g_assert_true (pz_measurement_is_point (late, GOAL, &range));
  g_assert_false (pz_measurement_is_point (late, "other", &range));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measurement/values-as-they-are-typed", test_values_as_they_are_typed);
  g_test_add_func ("/core/measurement/what-is-more-than-a-value-is-none", test_what_is_more_than_a_value_is_none);
  g_test_add_func ("/core/measurement/refuses-in-words", test_refuses_in_words);
  g_test_add_func ("/core/measurement/kept-changed-and-read-again", test_kept_changed_and_read_again);
  g_test_add_func ("/core/measurement/help-has-names", test_help_has_names);
  g_test_add_func ("/core/measurement/points-are-what-counts-by-day", test_points_are_what_counts_by_day);
  return g_test_run ();
}
