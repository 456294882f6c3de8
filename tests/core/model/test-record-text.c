/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

typedef struct
{
  PzRecordType type;
  guint field;
  const char *text;
  const char *back; /* NULL: refused */
} Case;

static const Case cases[] = {
  { PZ_RECORD_CONTACT, PZ_CONTACT_NAME, "  Samira ", "Samira" },
  { PZ_RECORD_CONTACT, PZ_CONTACT_NAME, "a\nb", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_TEXT, "one\r\ntwo\rthree\n", "one\ntwo\nthree" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, " 6.50 ", "6.5" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "1e2", "100" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "-0", "0" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "6,5", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "0x10", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "nan", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "inf", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "1441", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_MINUTES, "6 min", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_DATE, "2026-11-23", "2026-11-23" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_DATE, "23.11.2026", NULL },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_KIND, "family", "family" },
  { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_KIND, "Family", NULL },
  { PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_NOT_VALID, "Yes", "true" },
  { PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_NOT_VALID, "1", "true" },
  { PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_NOT_VALID, "TRUE", "true" },
  { PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_NOT_VALID, "perhaps", NULL },
  { PZ_RECORD_GOAL, PZ_GOAL_NEEDS, "time; quiet ;; time", "quiet; time" },
  { PZ_RECORD_GOAL, PZ_GOAL_LEARNERS, "a1; Not-An-Id", NULL },
};

static void
test_what_is_typed (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PzRecord *record = pz_document_add (document, cases[i].type);
      g_autoptr(GError) error = NULL;
      g_autofree char *back = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (pz_record_set_from_text (record, cases[i].field, cases[i].text, &error), ==,
                       cases[i].back != NULL);
      back = pz_record_dup_as_text (record, cases[i].field);
      g_assert_cmpstr (back, ==, cases[i].back);
      if (cases[i].back == NULL)
        g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

static void
test_refused_leaves_the_field_alone (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  g_autofree char *back = NULL;

  g_assert_true (pz_record_set_from_text (goal, PZ_GOAL_LEARNERS, "a1; a2", NULL));
  g_assert_false (pz_record_set_from_text (goal, PZ_GOAL_LEARNERS, "a3; !", NULL));
  back = pz_record_dup_as_text (goal, PZ_GOAL_LEARNERS);
  g_assert_cmpstr (back, ==, "a1; a2");
}

static void
test_empty_empties (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  const struct
  {
    guint field;
    const char *text;
  } filled[] = { { PZ_GOAL_TITLE, "Reads" }, { PZ_GOAL_TARGET, "60" }, { PZ_GOAL_NEEDS, "time; quiet" } };

  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      g_assert_true (pz_record_set_from_text (goal, filled[i].field, filled[i].text, NULL));
      g_assert_false (pz_record_is_empty (goal, filled[i].field));
      g_assert_true (pz_record_set_from_text (goal, filled[i].field, i == 0 ? NULL : " \n", NULL));
      g_assert_true (pz_record_is_empty (goal, filled[i].field));
      g_assert_null (pz_record_dup_as_text (goal, filled[i].field));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record-text/what-is-typed", test_what_is_typed);
  g_test_add_func ("/core/record-text/refused-leaves-the-field-alone", test_refused_leaves_the_field_alone);
  g_test_add_func ("/core/record-text/empty-empties", test_empty_empties);
  return g_test_run ();
}
