/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "pz-document-private.h"
#include "pz-holidays.h"

#include <string.h>

#define EVENT(text) "BEGIN:VEVENT\r\n" text "\r\nEND:VEVENT\r\n"
#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"

static PzHolidays *
parse_bytes (GBytes  *bytes,
             GError **error)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, pz_day_from_text ("2026-11-23"));
  return pz_holidays_parse (bytes, &today, error);
}

static PzHolidays *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PzHolidays *holidays = parse_bytes (bytes, &error);

  g_assert_no_error (error);
  return holidays;
}

/* "2026-12-21/2027-01-06 Winter; 2026-10-03? Sports" with a question mark for those that are not chosen */
static char *
to_text (PzHolidays *holidays)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < holidays->items->len; i++)
    {
      const PzHoliday *holiday = g_ptr_array_index (holidays->items, i);
      g_autoptr(PzDaySpans) days = pz_day_spans_new (&holiday->days, 1);
      g_autofree char *text = pz_day_spans_to_text (days);

      g_string_append_printf (all, "%s%s%s%s%s", i > 0 ? "; " : "", text, holiday->chosen ? "" : "?",
                              *holiday->summary != '\0' ? " " : "", holiday->summary);
    }
  return g_string_free (all, FALSE);
}

static void
assert_found (const char *calendar,
              const char *expected)
{
  g_autoptr(PzHolidays) holidays = parse (calendar);
  g_autofree char *text = to_text (holidays);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days_end_before_their_end (void)
{
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270107\r\nSUMMARY:Winter")),
                "2026-12-21/2027-01-06 Winter");
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003")), "2026-10-03");
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nDTEND;VALUE=DATE:20261003")), "2026-10-03");
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nDTEND;VALUE=DATE:20261001")), "2026-10-03");
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nDURATION:P3D")), "2026-10-03/2026-10-05");
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nDURATION:P1W")), "2026-10-03/2026-10-09");
}

static void
test_times_of_day (void)
{
  /* midnight to midnight fills its days, also when it says 23:59 */
  assert_found (CALENDAR (EVENT ("DTSTART:20261221T000000\r\nDTEND:20261223T000000")), "2026-12-21/2026-12-22");
  assert_found (CALENDAR (EVENT ("DTSTART;TZID=Europe/Berlin:20261221T000000\r\nDTEND;TZID=Europe/Berlin:20261222T235900")),
                "2026-12-21/2026-12-22");
  /* a parents' evening does not close the school unless the teacher says so */
  assert_found (CALENDAR (EVENT ("DTSTART:20261221T180000\r\nDTEND:20261221T200000\r\nSUMMARY:Evening")),
                "2026-12-21? Evening");
  assert_found (CALENDAR (EVENT ("DTSTART:20261221T180000")), "2026-12-21?");
  assert_found (CALENDAR (EVENT ("DTSTART:20261221T220000\r\nDURATION:PT4H")), "2026-12-21/2026-12-22?");
}

static void
test_moments_are_moved_to_the_local_clock (void)
{
  if (g_test_subprocess ())
    {
      assert_found (CALENDAR (EVENT ("DTSTART:20261220T230000Z\r\nDTEND:20261222T230000Z\r\nSUMMARY:Winter")),
                    "2026-12-21/2026-12-22 Winter");
      return;
    }
  g_setenv ("TZ", "UTC-1", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_unsetenv ("TZ");
}

static void
test_events_that_repeat (void)
{
  assert_found (CALENDAR (EVENT ("UID:a\r\nDTSTART;VALUE=DATE:20001225\r\nDTEND;VALUE=DATE:20001227\r\n"
                                 "RRULE:FREQ=YEARLY;UNTIL=20281231\r\nEXDATE;VALUE=DATE:20271225\r\nSUMMARY:Xmas")),
                "2025-12-25/2025-12-26 Xmas; 2026-12-25/2026-12-26 Xmas; 2028-12-25/2028-12-26 Xmas");
  /* one time of it was moved, one more was added */
  assert_found (CALENDAR (EVENT ("UID:a\r\nDTSTART;VALUE=DATE:20261005\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
                                 "RDATE;VALUE=DATE:20261104\r\nSUMMARY:Free")
                          EVENT ("UID:a\r\nRECURRENCE-ID;VALUE=DATE:20261012\r\nDTSTART;VALUE=DATE:20261013\r\nSUMMARY:Moved")),
                "2026-10-05 Free; 2026-10-13 Moved; 2026-10-19 Free; 2026-11-04 Free");
  /* a rule that is not for holidays gives its first time, and says so */
  {
    g_autoptr(PzHolidays) holidays = parse (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261005\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20")));

    g_assert_cmpuint (holidays->items->len, ==, 1);
    g_assert_cmpuint (holidays->n_rules, ==, 1);
  }
}

static void
test_what_is_left_out (void)
{
  g_autoptr(PzHolidays) holidays = parse (
      CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nSTATUS:CANCELLED")
                EVENT ("SUMMARY:Some day")
                EVENT ("DTSTART:nonsense")
                EVENT ("DTSTART;VALUE=DATE:20261301")
                EVENT ("DTSTART;VALUE=DATE:20200101")
                EVENT ("DTSTART;VALUE=DATE:20400101")
                EVENT ("DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20270701\r\nSUMMARY:School year")
                "BEGIN:VTODO\r\nDTSTART;VALUE=DATE:20261003\r\nEND:VTODO\r\n"
                EVENT ("DTSTART;VALUE=DATE:20261003\r\nBEGIN:VALARM\r\nTRIGGER:-PT1H\r\nSUMMARY:Alarm\r\nEND:VALARM"))
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261004\n");
  g_autofree char *text = to_text (holidays);

  g_assert_cmpstr (text, ==, "2026-10-03");
  g_assert_cmpuint (holidays->n_events, ==, 8);
  g_assert_cmpuint (holidays->n_unread, ==, 3);
  g_assert_cmpuint (holidays->n_outside, ==, 2);
  g_assert_cmpuint (holidays->n_too_long, ==, 1);
}

static void
test_wild_text (void)
{
  /* folded in the middle of a word and of a character, other line ends, small letters, commas, several calendars */
  assert_found ("begin:vcalendar\nbegin:vevent\ndtstart;value=date:202612\n 21\nsummary:Weih\n\tnachten\\, ja\\nund mehr\n"
                "end:vevent\nend:vcalendar\rBEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART;VALUE=DATE:20261003\r"
                "SUMMARY:f\xC3\r \xBCr alle\rEND:VEVENT\rEND:VCALENDAR\r",
                "2026-10-03 für alle; 2026-12-21 Weihnachten, ja und mehr");
  /* no event twice */
  assert_found (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nSUMMARY:A") EVENT ("DTSTART;VALUE=DATE:20261003\r\nSUMMARY:A")),
                "2026-10-03 A");
  assert_found (CALENDAR (""), "");
}

static void
test_encodings (void)
{
  const char *text = CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261221\r\nSUMMARY:Für alle"));
  const char *const charsets[] = { "ISO-8859-1", "UTF-16", "UTF-16LE" };

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *encoded = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr(GBytes) bytes = g_bytes_new (encoded, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(PzHolidays) holidays = parse_bytes (bytes, &error);
      g_autofree char *found = holidays != NULL ? to_text (holidays) : NULL;

      g_test_message ("%s", charsets[i]);
      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, "2026-12-21 Für alle");
    }
}

static void
test_refuses_what_is_no_calendar (void)
{
  static const struct { const char *text; gsize length; int code; } cases[] = {
    { "", 0, PZ_ERROR_SYNTAX },
    { "name,birthday\nNoor,2015-01-01\n", 30, PZ_ERROR_SYNTAX },
    { "BEGIN:VEVENT\nDTSTART:20261003\nEND:VEVENT\n", 41, PZ_ERROR_SYNTAX },
    { "PK\003\004\0\0\0\0\0\0\0\0\0\0\0\0", 16, PZ_ERROR_NOT_SUPPORTED },
  };
  g_autofree char *large = g_strnfill (PZ_HOLIDAYS_MAX_SIZE + 1, 'a');
  g_autoptr(GBytes) too_large = g_bytes_new (large, PZ_HOLIDAYS_MAX_SIZE + 1);
  g_autoptr(GError) size_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (cases[i].text, cases[i].length);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (parse_bytes (bytes, &error));
      g_assert_error (error, PZ_ERROR, cases[i].code);
    }
  g_assert_null (parse_bytes (too_large, &size_error));
  g_assert_error (size_error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

/* Nothing of this takes the stack, the memory or the day. */
static void
test_hostile_calendars (void)
{
  g_autoptr(GString) nested = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261003\r\n");
  g_autoptr(GString) long_line = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:");
  g_autoptr(GString) many = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr(PzHolidays) found = NULL;
  guint n_days = 0;

  for (guint i = 0; i < 100000; i++)
    g_string_append (nested, "BEG\r\n IN:VEVENT\r\n");
  assert_found (nested->str, "");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (long_line, "abc\r\n ");
  g_string_append (long_line, "\r\nDTSTART;VALUE=DATE:20261003\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  assert_found (long_line->str, "2026-10-03");

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (many, EVENT ("DTSTART;VALUE=DATE:19990101\r\nRRULE:FREQ=DAILY;COUNT=99999\r\nSUMMARY:%u"), i);
  found = parse (many->str);
  g_assert_cmpuint (found->n_events, ==, 30000);
  g_assert_cmpuint (found->n_unread, >, 20000);
  for (guint i = 0; i < found->items->len; i++)
    {
      const PzHoliday *holiday = g_ptr_array_index (found->items, i);

      n_days += holiday->days.last - holiday->days.first + 1;
    }
  g_assert_cmpuint (n_days, ==, PZ_HOLIDAYS_MAX_DAYS);
}

static void
test_summary_is_one_line_of_a_size (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *calendar = g_strdup_printf (CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261003\r\nSUMMARY:%s")), long_text);
  g_autoptr(PzHolidays) holidays = parse (calendar);
  const PzHoliday *holiday = g_ptr_array_index (holidays->items, 0);

  g_assert_cmpuint (strlen (holiday->summary), ==, 200);
}

static PzDocument *
make_class (const char *closed)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795428000000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 1);
  PzDocument *document = pz_document_new (PZ_DOCUMENT_CLASSROOM, "d4m7kq2x9v5t0rhb", clock);

  g_assert_true (pz_record_set_from_text (pz_document_get_owner (document), PZ_CLASSROOM_CLOSED_DAYS, closed, NULL));
  return document;
}

static void
assert_closed (PzDocument *document,
               const char *expected)
{
  g_autofree char *text = pz_record_dup_as_text (pz_document_get_owner (document), PZ_CLASSROOM_CLOSED_DAYS);

  g_assert_cmpstr (text, ==, expected);
}

static const char school[] = CALENDAR (EVENT ("DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270107\r\nSUMMARY:Winter")
                                       EVENT ("DTSTART;VALUE=DATE:20261003\r\nSUMMARY:A Saturday")
                                       EVENT ("DTSTART;VALUE=DATE:20261118\r\nSUMMARY:Penance")
                                       EVENT ("DTSTART:20261130T180000\r\nDTEND:20261130T200000\r\nSUMMARY:Evening"));

static void
test_new_and_known (void)
{
  g_autoptr(PzDocument) document = make_class ("2026-11-18");
  g_autoptr(PzHolidays) holidays = parse (school);
  const gboolean known[] = { TRUE, TRUE, FALSE, FALSE };

  pz_holidays_compare (holidays, pz_document_get_owner (document));
  g_assert_cmpuint (holidays->items->len, ==, G_N_ELEMENTS (known));
  for (guint i = 0; i < holidays->items->len; i++)
    g_assert_cmpint (((PzHoliday *) g_ptr_array_index (holidays->items, i))->known, ==, known[i]);
}

static void
test_merged_with_what_the_class_has (void)
{
  g_autoptr(PzDocument) document = make_class ("2026-12-24/2026-12-31; 2026-09-01");
  g_autoptr(PzHolidays) holidays = parse (school);
  PzRecord *classroom = pz_document_get_owner (document);

  g_assert_cmpuint (pz_holidays_apply (holidays, classroom), ==, 2);
  assert_closed (document, "2026-09-01; 2026-11-18; 2026-12-21/2027-01-06");
  /* again changes nothing */
  g_assert_cmpuint (pz_holidays_apply (holidays, classroom), ==, 0);
  assert_closed (document, "2026-09-01; 2026-11-18; 2026-12-21/2027-01-06");
  /* what the teacher chose */
  ((PzHoliday *) g_ptr_array_index (holidays->items, 2))->chosen = TRUE;
  g_assert_cmpuint (pz_holidays_apply (holidays, classroom), ==, 1);
  assert_closed (document, "2026-09-01; 2026-11-18; 2026-11-30; 2026-12-21/2027-01-06");
}

static void
test_from_a_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr(PzHolidays) holidays = NULL;
  GDate today;
  int fd = g_file_open_tmp ("holidays-XXXXXX.ics", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, school, -1, NULL));
  g_assert_true (pz_holidays_is_calendar (path));
  g_assert_true (pz_holidays_is_calendar ("Ferien.ICS"));
  g_assert_false (pz_holidays_is_calendar ("roster.zip"));
  g_assert_false (pz_holidays_is_calendar (".ics"));
  g_date_clear (&today, 1);
  g_date_set_julian (&today, pz_day_from_text ("2026-11-23"));
  holidays = pz_holidays_load (path, &today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (holidays->items->len, ==, 4);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (pz_holidays_load (path, &today, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_one_step_to_undo (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = pz_classroom_create (fixture->environment, "5b", &error);
  PzRecord *record = pz_document_get_owner (pz_classroom_get_document (classroom));
  g_autoptr(PzHolidays) holidays = parse (school);

  g_assert_no_error (error);
  g_assert_cmpuint (pz_holidays_apply (holidays, record), ==, 2);
  g_assert_true (pz_classroom_save (classroom, "Holidays", &error));
  g_assert_cmpstr (pz_classroom_get_undo_label (classroom), ==, "Holidays");
  g_assert_true (pz_classroom_undo (classroom, &error));
  g_assert_true (pz_record_is_empty (record, PZ_CLASSROOM_CLOSED_DAYS));
  g_assert_true (pz_classroom_redo (classroom, &error));
  assert_closed (pz_classroom_get_document (classroom), "2026-11-18; 2026-12-21/2027-01-06");
  g_assert_true (pz_classroom_close (classroom, &error));
  g_assert_no_error (error);
}

#define ADD(path, function) g_test_add_func ("/core/holidays/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("days-end-before-their-end", test_days_end_before_their_end);
  ADD ("times-of-day", test_times_of_day);
  ADD ("moments-are-moved-to-the-local-clock", test_moments_are_moved_to_the_local_clock);
  ADD ("events-that-repeat", test_events_that_repeat);
  ADD ("what-is-left-out", test_what_is_left_out);
  ADD ("wild-text", test_wild_text);
  ADD ("encodings", test_encodings);
  ADD ("refuses-what-is-no-calendar", test_refuses_what_is_no_calendar);
  ADD ("hostile-calendars", test_hostile_calendars);
  ADD ("summary-is-one-line-of-a-size", test_summary_is_one_line_of_a_size);
  ADD ("new-and-known", test_new_and_known);
  ADD ("merged-with-what-the-class-has", test_merged_with_what_the_class_has);
  ADD ("from-a-file", test_from_a_file);
  g_test_add ("/core/holidays/one-step-to-undo", Fixture, NULL, fixture_set_up, test_one_step_to_undo, fixture_tear_down);
  return g_test_run ();
}
