/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-school-days.h"

static void
set_day (GDate      *date,
         const char *text)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, pz_day_from_text (text));
}

/* both: days as the fields of a class hold them, separated by "; "; NULL: none */
static PzSchoolDays *
school (const char *week,
        const char *closed)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  PzRecord *classroom = pz_document_get_owner (document);
  g_autoptr(GError) error = NULL;

  pz_record_set_from_text (classroom, PZ_CLASSROOM_SCHOOL_DAYS, week, &error);
  g_assert_no_error (error);
  pz_record_set_from_text (classroom, PZ_CLASSROOM_CLOSED_DAYS, closed, &error);
  g_assert_no_error (error);
  return pz_school_days_new (classroom);
}

static gboolean
is_open (PzSchoolDays *days,
         const char   *text)
{
  GDate date;

  set_day (&date, text);
  return pz_school_days_is_open (days, &date);
}

static guint
count (PzSchoolDays *days,
       const char   *after,
       const char   *until,
       const char   *absences)
{
  g_autoptr(PzDaySpans) spans = absences != NULL ? pz_day_spans_parse (absences, NULL) : NULL;
  GDate from, to;

  set_day (&from, after);
  set_day (&to, until);
  return pz_school_days_count (days, &from, &to, spans);
}

static void
test_monday_to_friday (void)
{
  g_autoptr(PzSchoolDays) days = school (NULL, NULL);
  g_autoptr(PzSchoolDays) nothing_said = pz_school_days_new (NULL);

  g_assert_true (is_open (days, "2026-11-23")); /* a Monday */
  g_assert_true (is_open (days, "2026-11-27"));
  g_assert_false (is_open (days, "2026-11-28"));
  g_assert_false (is_open (days, "2026-11-29"));
  g_assert_true (is_open (nothing_said, "2026-11-27"));
  g_assert_false (is_open (nothing_said, "2026-11-28"));
  g_assert_cmpuint (count (days, "2026-11-23", "2026-11-23", NULL), ==, 0);
  g_assert_cmpuint (count (days, "2026-11-23", "2026-11-24", NULL), ==, 1);
  g_assert_cmpuint (count (days, "2026-11-27", "2026-11-30", NULL), ==, 1);
  g_assert_cmpuint (count (days, "2026-11-23", "2026-12-07", NULL), ==, 10);
  g_assert_cmpuint (count (days, "2026-11-24", "2026-11-20", NULL), ==, 0);
}

static void
test_weekends_elsewhere (void)
{
  g_autoptr(PzSchoolDays) cairo = school ("sunday; monday; tuesday; wednesday; thursday", NULL);
  g_autoptr(PzSchoolDays) kathmandu = school ("sunday; monday; tuesday; wednesday; thursday; friday", NULL);
  g_autoptr(PzSchoolDays) saturdays = school ("saturday", NULL);

  g_assert_true (is_open (cairo, "2026-11-29"));
  g_assert_false (is_open (cairo, "2026-11-27"));
  g_assert_false (is_open (cairo, "2026-11-28"));
  g_assert_cmpuint (count (cairo, "2026-11-26", "2026-11-29", NULL), ==, 1);
  g_assert_false (is_open (kathmandu, "2026-11-28"));
  g_assert_cmpuint (count (kathmandu, "2026-11-22", "2026-11-29", NULL), ==, 6);
  g_assert_cmpuint (count (saturdays, "2026-11-01", "2026-11-30", NULL), ==, 4);
}

static void
test_closed_days_stop_the_clock (void)
{
  g_autoptr(PzSchoolDays) days = school (NULL, "2026-12-21/2027-01-06; 2026-11-25");

  g_assert_false (is_open (days, "2026-11-25"));
  g_assert_false (is_open (days, "2026-12-31"));
  g_assert_true (is_open (days, "2027-01-07"));
  g_assert_cmpuint (count (days, "2026-11-24", "2026-11-25", NULL), ==, 0);
  g_assert_cmpuint (count (days, "2026-11-24", "2026-11-26", NULL), ==, 1);
  /* over the end of the year: the Friday before, then the Thursday and Friday after */
  g_assert_cmpuint (count (days, "2026-12-17", "2027-01-08", NULL), ==, 3);
  g_assert_cmpuint (count (days, "2026-12-24", "2026-12-31", NULL), ==, 0);
  g_assert_cmpuint (pz_day_spans_get_n (pz_school_days_get_closed (days)), ==, 2);
}

static void
test_absences_stop_the_clock (void)
{
  g_autoptr(PzSchoolDays) days = school (NULL, "2026-11-25/2026-11-26");

  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", NULL), ==, 4);
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-11-23"), ==, 3);
  /* an absence over closed days and a weekend takes no day away twice */
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-11-24/2026-11-28"), ==, 2);
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-11-25/2026-11-26"), ==, 4);
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-11-25"), ==, 4);
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-10-01/2027-02-01"), ==, 0);
  g_assert_cmpuint (count (days, "2026-11-20", "2026-11-30", "2026-11-02/2026-11-20,2026-12-01"), ==, 4);
}

static int
since (PzSchoolDays *days,
       const char   *day,
       const char   *today)
{
  g_autoptr(PzDaySpans) away = pz_day_spans_parse ("2026-11-19", NULL);
  GDate date;

  set_day (&date, today);
  return pz_school_days_since (days, day, &date, away);
}

static void
test_days_since (void)
{
  g_autoptr(PzSchoolDays) days = school (NULL, "2026-11-24");

  g_assert_cmpint (since (days, NULL, "2026-11-26"), ==, -1);
  g_assert_cmpint (since (days, "one day", "2026-11-26"), ==, -1);
  g_assert_cmpint (since (days, "2026-11-26", "2026-11-26"), ==, 0);
  g_assert_cmpint (since (days, "2026-12-01", "2026-11-26"), ==, 0);
  g_assert_cmpint (since (days, "2026-11-23", "2026-11-26"), ==, 2);
  g_assert_cmpint (since (days, "2026-11-18", "2026-11-26"), ==, 4);
}

/* the same as counting day by day, whatever the spans */
static void
test_law_of_counting (void)
{
  PzRandom random;

  pz_random_init (&random, 5);
  for (guint round = 0; round < 300; round++)
    {
      const char *weeks[] = { NULL, "sunday; monday; tuesday", "saturday", "monday; wednesday; friday" };
      guint32 base = pz_day_from_text ("2026-08-01");
      PzDaySpan spans[4];
      g_autoptr(PzDaySpans) closed = NULL;
      g_autoptr(PzDaySpans) away = NULL;
      g_autoptr(PzSchoolDays) days = NULL;
      g_auto(GStrv) texts = NULL;
      g_autofree char *text = NULL;
      guint expected = 0;
      GDate after, until;

      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          spans[i].first = base + pz_random_below (&random, 120);
          spans[i].last = spans[i].first + pz_random_below (&random, 12);
        }
      closed = pz_day_spans_new (spans, 2);
      away = pz_day_spans_new (spans + 2, 2);
      texts = pz_day_spans_to_texts (closed);
      text = g_strjoinv ("; ", texts);
      days = school (weeks[pz_random_below (&random, G_N_ELEMENTS (weeks))], text);
      g_date_clear (&after, 1);
      g_date_clear (&until, 1);
      g_date_set_julian (&after, base + pz_random_below (&random, 60));
      g_date_set_julian (&until, g_date_get_julian (&after) + pz_random_below (&random, 90));
      for (guint32 day = g_date_get_julian (&after) + 1; day <= g_date_get_julian (&until); day++)
        {
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, day);
          expected += pz_school_days_is_open (days, &date) && !pz_day_spans_contains (away, &date);
        }
      g_assert_cmpuint (pz_school_days_count (days, &after, &until, away), ==, expected);
    }
}

static void
test_stays_as_it_was (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);
  PzRecord *classroom = pz_document_get_owner (document);
  g_autoptr(PzSchoolDays) days = pz_school_days_new (classroom);
  PzSchoolDays *copy = g_boxed_copy (PZ_TYPE_SCHOOL_DAYS, days);

  pz_record_set_add (classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-11-23");
  g_assert_true (copy == days);
  g_assert_true (is_open (days, "2026-11-23"));
  pz_school_days_unref (copy);
  g_assert_true (is_open (days, "2026-11-23"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/school-days/monday-to-friday", test_monday_to_friday);
  g_test_add_func ("/core/school-days/weekends-elsewhere", test_weekends_elsewhere);
  g_test_add_func ("/core/school-days/closed-days-stop-the-clock", test_closed_days_stop_the_clock);
  g_test_add_func ("/core/school-days/absences-stop-the-clock", test_absences_stop_the_clock);
  g_test_add_func ("/core/school-days/days-since", test_days_since);
  g_test_add_func ("/core/school-days/law-of-counting", test_law_of_counting);
  g_test_add_func ("/core/school-days/stays-as-it-was", test_stays_as_it_was);
  return g_test_run ();
}
