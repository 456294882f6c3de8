/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-day-spans.h"

static gboolean
contains (PzDaySpans *spans,
          const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, pz_day_from_text (day));
  return pz_day_spans_contains (spans, &date);
}

static void
assert_text (PzDaySpans *spans,
             const char *expected)
{
  g_autofree char *text = pz_day_spans_to_text (spans);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_parsed (const char *text,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDaySpans) spans = pz_day_spans_parse (text, &error);

  g_assert_no_error (error);
  assert_text (spans, expected);
}

static void
test_text_there_and_back (void)
{
  assert_parsed ("", "");
  assert_parsed ("2026-10-05", "2026-10-05");
  assert_parsed ("2026-09-28/2026-09-30,2026-10-05", "2026-09-28/2026-09-30,2026-10-05");
  assert_parsed ("2026-12-21/2027-01-06", "2026-12-21/2027-01-06");
  assert_parsed ("9999-12-31", "9999-12-31");
  assert_parsed ("2026-10-05/2026-10-05", "2026-10-05");
}

static void
test_sorts_and_joins (void)
{
  assert_parsed ("2026-10-05,2026-09-28", "2026-09-28,2026-10-05");
  assert_parsed ("2026-09-28/2026-10-02,2026-09-30/2026-10-06", "2026-09-28/2026-10-06");
  assert_parsed ("2026-09-28/2026-10-09,2026-09-30", "2026-09-28/2026-10-09");
  assert_parsed ("2026-10-01,2026-09-30", "2026-09-30/2026-10-01");
  assert_parsed ("2026-12-31,2027-01-01", "2026-12-31/2027-01-01");
  assert_parsed ("2026-10-05,2026-10-05", "2026-10-05");
}

static void
test_refuses_what_is_no_day (void)
{
  const char *const texts[] = {
    "today", "2026-02-30", "2026-2-3", "2026-09-28/", "/2026-09-28", "2026-09-30/2026-09-28", "2026-09-28/2026-09-31",
    "2026-09-28,", ",", "2026-09-28, 2026-09-29", "2026-09-28-2026-09-30", "0999-01-01", "2026-09-28/2026-09-29/2026-09-30",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (pz_day_spans_parse (texts[i], &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
    }
}

static void
test_contains (void)
{
  g_autoptr(PzDaySpans) spans = pz_day_spans_parse ("2026-09-28/2026-09-30,2026-10-05,2026-12-21/2027-01-06", NULL);
  g_autoptr(PzDaySpans) none = pz_day_spans_new (NULL, 0);

  g_assert_false (contains (spans, "2026-09-27"));
  g_assert_true (contains (spans, "2026-09-28"));
  g_assert_true (contains (spans, "2026-09-29"));
  g_assert_true (contains (spans, "2026-09-30"));
  g_assert_false (contains (spans, "2026-10-01"));
  g_assert_true (contains (spans, "2026-10-05"));
  g_assert_true (contains (spans, "2026-12-31"));
  g_assert_true (contains (spans, "2027-01-06"));
  g_assert_false (contains (spans, "2027-01-07"));
  g_assert_false (contains (none, "2026-09-28"));
}

static void
test_spans_one_by_one (void)
{
  g_autoptr(PzDaySpans) spans = pz_day_spans_parse ("2026-09-28/2026-09-30,2026-10-05", NULL);

  g_assert_cmpuint (pz_day_spans_get_n (spans), ==, 2);
  g_assert_cmpuint (pz_day_spans_get (spans, 0)->first, ==, pz_day_from_text ("2026-09-28"));
  g_assert_cmpuint (pz_day_spans_get (spans, 0)->last, ==, pz_day_from_text ("2026-09-30"));
  g_assert_cmpuint (pz_day_spans_get (spans, 1)->first, ==, pz_day_spans_get (spans, 1)->last);
}

static void
test_texts_of_a_class (void)
{
  const char *const texts[] = { "2026-10-05", "nonsense", "2026-09-28/2026-09-30", "2026-10-05/2026-09-01", NULL };
  g_autoptr(PzDaySpans) spans = pz_day_spans_from_texts (texts);
  g_auto(GStrv) back = pz_day_spans_to_texts (spans);

  g_assert_cmpuint (g_strv_length (back), ==, 2);
  g_assert_cmpstr (back[0], ==, "2026-09-28/2026-09-30");
  g_assert_cmpstr (back[1], ==, "2026-10-05");
}

static PzRecord *
add_absence (PzDocument *learner,
             const char *from,
             const char *to)
{
  PzRecord *absence = pz_document_add (learner, PZ_RECORD_ABSENCE);

  pz_record_set_text (absence, PZ_ABSENCE_FROM, from);
  pz_record_set_text (absence, PZ_ABSENCE_TO, to);
  return absence;
}

static void
assert_absences (PzDocument *learner,
                 const char *expected)
{
  g_autoptr(PzDaySpans) spans = pz_day_spans_from_absences (learner);

  assert_text (spans, expected);
}

static void
test_absences_of_a_learner (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) learner = fixture_learner (clock);
  PzRecord *absence;

  assert_absences (learner, "");
  add_absence (learner, "2026-11-09", "2026-11-11");
  add_absence (learner, "2026-11-02", NULL);
  assert_absences (learner, "2026-11-02,2026-11-09/2026-11-11");
  absence = add_absence (learner, "2026-11-20", "2026-11-18");
  assert_absences (learner, "2026-11-02,2026-11-09/2026-11-11,2026-11-20");
  pz_document_delete (learner, absence);
  add_absence (learner, NULL, "2026-11-25");
  assert_absences (learner, "2026-11-02,2026-11-09/2026-11-11");
}

static void
test_days (void)
{
  char text[PZ_DAY_TEXT_SIZE];

  g_assert_cmpuint (pz_day_from_text (NULL), ==, 0);
  g_assert_cmpuint (pz_day_from_text ("2026-13-01"), ==, 0);
  g_assert_cmpuint (pz_day_from_text ("2027-01-01"), ==, pz_day_from_text ("2026-12-31") + 1);
  pz_day_to_text (pz_day_from_text ("2028-02-29"), text);
  g_assert_cmpstr (text, ==, "2028-02-29");
}

static void
test_shared (void)
{
  g_autoptr(PzDaySpans) spans = pz_day_spans_parse ("2026-10-05", NULL);
  PzDaySpans *copy = g_boxed_copy (PZ_TYPE_DAY_SPANS, spans);

  g_assert_true (copy == spans);
  pz_day_spans_unref (copy);
  assert_text (spans, "2026-10-05");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/day-spans/text-there-and-back", test_text_there_and_back);
  g_test_add_func ("/core/day-spans/sorts-and-joins", test_sorts_and_joins);
  g_test_add_func ("/core/day-spans/refuses-what-is-no-day", test_refuses_what_is_no_day);
  g_test_add_func ("/core/day-spans/contains", test_contains);
  g_test_add_func ("/core/day-spans/spans-one-by-one", test_spans_one_by_one);
  g_test_add_func ("/core/day-spans/texts-of-a-class", test_texts_of_a_class);
  g_test_add_func ("/core/day-spans/absences-of-a-learner", test_absences_of_a_learner);
  g_test_add_func ("/core/day-spans/days", test_days);
  g_test_add_func ("/core/day-spans/shared", test_shared);
  return g_test_run ();
}
