/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-class-rules.h"
#include "pz-school-days.h"

typedef struct
{
  PzClock *clock;
  PzDocument *document;
  PzRecord *classroom;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = fixture_clock (FIXTURE_DEVICE, 1);
  fixture->document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, fixture->clock);
  fixture->classroom = pz_document_get_owner (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->clock);
}

static GDate
day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, pz_day_from_text (text));
  return date;
}

static PzDaySpan
span (const char *text)
{
  PzDaySpan days;

  g_assert_true (pz_day_span_from_text (text, &days));
  return days;
}

static void
assert_closed (Fixture    *fixture,
               const char *wanted)
{
  g_autofree char *text = pz_record_dup_as_text (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_lists_fields (void)
{
  g_autoptr(GArray) sensitive = pz_class_list_fields (PZ_FIELD_SENSITIVE);
  g_autoptr(GArray) local = pz_class_list_fields (PZ_FIELD_LOCAL);

  g_assert_cmpuint (sensitive->len, ==, 2);
  g_assert_cmpstr (pz_field_place_get (&g_array_index (sensitive, PzFieldPlace, 0))->name, ==, "birth-date");
  g_assert_cmpstr (pz_field_place_get (&g_array_index (sensitive, PzFieldPlace, 1))->name, ==, "lens-values");
  g_assert_cmpuint (local->len, ==, 1);
  g_assert_cmpint (g_array_index (local, PzFieldPlace, 0).type, ==, PZ_RECORD_LEARNER);
  g_assert_cmpuint (g_array_index (local, PzFieldPlace, 0).field, ==, PZ_LEARNER_PRIVATE_NOTES);
}

static void
test_sensitive_fields (Fixture       *fixture,
                       gconstpointer  data)
{
  const PzField *fields = pz_schema_get_record (PZ_RECORD_LEARNER)->fields;

  g_assert_true (pz_class_field_is_on (fixture->classroom, &fields[PZ_LEARNER_GIVEN_NAME]));
  g_assert_false (pz_class_field_is_on (fixture->classroom, &fields[PZ_LEARNER_BIRTH_DATE]));
  pz_class_set_field_on (fixture->classroom, &fields[PZ_LEARNER_BIRTH_DATE], TRUE);
  g_assert_true (pz_class_field_is_on (fixture->classroom, &fields[PZ_LEARNER_BIRTH_DATE]));
  g_assert_false (pz_class_field_is_on (fixture->classroom, &fields[PZ_LEARNER_LENS_VALUES]));
  pz_class_set_field_on (fixture->classroom, &fields[PZ_LEARNER_BIRTH_DATE], FALSE);
  g_assert_false (pz_class_field_is_on (fixture->classroom, &fields[PZ_LEARNER_BIRTH_DATE]));
}

static void
test_closes_and_opens (Fixture       *fixture,
                       gconstpointer  data)
{
  PzDaySpan week = span ("2026-10-12/2026-10-16");
  PzDaySpan middle = span ("2026-10-14");
  PzDaySpan after = span ("2026-10-17");
  PzDaySpan all = span ("2026-10-10/2026-10-18");
  g_autoptr(PzDaySpans) closed = NULL;

  g_assert_true (pz_class_close_days (fixture->classroom, &middle));
  g_assert_true (pz_class_close_days (fixture->classroom, &week));
  assert_closed (fixture, "2026-10-12/2026-10-16"); /* the day within gave way */
  g_assert_false (pz_class_close_days (fixture->classroom, &middle));
  g_assert_true (pz_class_close_days (fixture->classroom, &after));
  closed = pz_class_dup_closed (fixture->classroom);
  g_assert_cmpuint (pz_day_spans_get_n (closed), ==, 1); /* they touch: one holiday */
  g_assert_true (pz_class_open_days (fixture->classroom, &middle));
  assert_closed (fixture, "2026-10-12/2026-10-13; 2026-10-15/2026-10-16; 2026-10-17");
  g_assert_true (pz_class_open_days (fixture->classroom, &all));
  assert_closed (fixture, NULL);
  g_assert_false (pz_class_open_days (fixture->classroom, &all));
}

static void
forget_cb (PzDaySpan *days)
{
  days->first = days->last = 0;
}

/* the days may belong to a list that is made anew with every change */
static void
test_days_may_go (Fixture       *fixture,
                  gconstpointer  data)
{
  PzDaySpan week = span ("2026-10-12/2026-10-16");
  PzDaySpan monday = span ("2026-10-12");

  pz_class_close_days (fixture->classroom, &week);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (forget_cb), &monday);
  g_assert_true (pz_class_open_days (fixture->classroom, &monday));
  assert_closed (fixture, "2026-10-13/2026-10-16");
}

static void
test_school_days (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(PzSchoolDays) days = NULL;
  GDate saturday = day ("2026-11-28"), monday = day ("2026-11-30");

  g_assert_true (pz_class_has_school_on (fixture->classroom, G_DATE_FRIDAY));
  g_assert_false (pz_class_has_school_on (fixture->classroom, G_DATE_SATURDAY));
  g_assert_true (pz_class_set_school_on (fixture->classroom, G_DATE_SATURDAY, TRUE));
  g_assert_true (pz_class_set_school_on (fixture->classroom, G_DATE_MONDAY, FALSE));
  days = pz_school_days_new (fixture->classroom);
  g_assert_true (pz_school_days_is_open (days, &saturday));
  g_assert_false (pz_school_days_is_open (days, &monday));
  for (GDateWeekday d = G_DATE_TUESDAY; d <= G_DATE_FRIDAY; d++)
    g_assert_true (pz_class_set_school_on (fixture->classroom, d, FALSE));
  g_assert_false (pz_class_set_school_on (fixture->classroom, G_DATE_SATURDAY, FALSE)); /* one stays */
  g_assert_true (pz_class_has_school_on (fixture->classroom, G_DATE_SATURDAY));
}

static void
test_keeping (Fixture       *fixture,
              gconstpointer  data)
{
  GDate before = day ("2028-02-28"), until = day ("2028-02-29"), after = day ("2028-03-01");

  g_assert_false (pz_class_is_past_keeping (fixture->classroom, &after));
  pz_record_set_text (fixture->classroom, PZ_CLASSROOM_RETENTION_DATE, "2028-02-29");
  g_assert_false (pz_class_is_past_keeping (fixture->classroom, &before));
  g_assert_true (pz_class_is_past_keeping (fixture->classroom, &until));
  g_assert_true (pz_class_is_past_keeping (fixture->classroom, &after));
  pz_class_keep_longer (fixture->classroom, &until);
  g_assert_cmpstr (pz_record_get_text (fixture->classroom, PZ_CLASSROOM_RETENTION_DATE), ==, "2029-02-28");
  g_assert_false (pz_class_is_past_keeping (fixture->classroom, &after));
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/class-rules/lists-sensitive-and-local-fields", test_lists_fields);
  add ("/core/class-rules/sensitive-fields-are-off-until-turned-on", test_sensitive_fields);
  add ("/core/class-rules/closes-and-opens-days", test_closes_and_opens);
  add ("/core/class-rules/outlives-the-days-it-was-given", test_days_may_go);
  add ("/core/class-rules/keeps-one-day-with-school", test_school_days);
  add ("/core/class-rules/asks-from-the-day-on-until-which-a-class-is-kept", test_keeping);
  return g_test_run ();
}
