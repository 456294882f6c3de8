/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document.h"
#include "pz-environment.h"
#include "pz-holidays.h"

#include <string.h>

typedef struct
{
  PzDocument *document;
  PzRecord *classroom;
  PzHolidays *holidays;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795435200000), 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 1);

  fixture->document = pz_document_new (PZ_DOCUMENT_CLASSROOM, "class", clock);
  fixture->classroom = pz_document_get_owner (fixture->document);
  fixture->holidays = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->holidays, pz_holidays_free);
  g_assert_finalize_object (fixture->document);
}

/* a calendar of whole days "20261221-20270107 20261003-20261004", of which the second is the day after the last */
static void
read_calendar (Fixture    *fixture,
               const char *events)
{
  g_auto(GStrv) spans = g_strsplit (events, " ", -1);
  g_autoptr(GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  GDate today;

  for (guint i = 0; spans[i] != NULL; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:%.8s\r\nDTEND;VALUE=DATE:%.8s\r\nEND:VEVENT\r\n", spans[i],
                            spans[i] + 9);
  g_string_append (text, "END:VCALENDAR\r\n");
  bytes = g_bytes_new (text->str, text->len);
  g_date_clear (&today, 1);
  g_date_set_julian (&today, pz_day_from_text ("2026-11-23"));
  fixture->holidays = pz_holidays_parse (bytes, &today, &error);
  g_assert_no_error (error);
}

static PzHoliday *
nth (Fixture *fixture,
     guint    i)
{
  return g_ptr_array_index (fixture->holidays->items, i);
}

static void
assert_closed (Fixture    *fixture,
               const char *expected)
{
  g_auto(GStrv) days = pz_record_dup_set (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS);
  g_autofree char *text = g_strjoinv (" ", days);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_what_is_chosen_becomes_closed_days (Fixture       *fixture,
                                         gconstpointer  data)
{
  read_calendar (fixture, "20261221-20270107 20261203-20261204 20261207-20261208");
  nth (fixture, 1)->chosen = FALSE;
  g_assert_cmpuint (pz_holidays_apply (fixture->holidays, fixture->classroom), ==, 2);
  assert_closed (fixture, "2026-12-03 2026-12-21/2027-01-06");
  /* doing it again changes nothing */
  g_assert_cmpuint (pz_holidays_apply (fixture->holidays, fixture->classroom), ==, 0);
  assert_closed (fixture, "2026-12-03 2026-12-21/2027-01-06");
}

static void
test_what_is_closed_already_stays (Fixture       *fixture,
                                   gconstpointer  data)
{
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-12-01/2026-12-31");
  read_calendar (fixture, "20261203-20261204");
  g_assert_cmpuint (pz_holidays_apply (fixture->holidays, fixture->classroom), ==, 0);
  assert_closed (fixture, "2026-12-01/2026-12-31");
}

static void
test_a_shorter_one_within_gives_way (Fixture       *fixture,
                                     gconstpointer  data)
{
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-12-22");
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-12-18/2026-12-21");
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-11-30");
  read_calendar (fixture, "20261221-20261224");
  g_assert_cmpuint (pz_holidays_apply (fixture->holidays, fixture->classroom), ==, 1);
  /* one that only overlaps stays as it is */
  assert_closed (fixture, "2026-11-30 2026-12-18/2026-12-21 2026-12-21/2026-12-23");
}

static void
test_says_which_are_known (Fixture       *fixture,
                           gconstpointer  data)
{
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-12-03");
  /* a closed Thursday; Thursday and Friday; a Saturday */
  read_calendar (fixture, "20261203-20261204 20261203-20261205 20261212-20261213");
  pz_holidays_compare (fixture->holidays, fixture->classroom);
  g_assert_true (nth (fixture, 0)->known);
  g_assert_false (nth (fixture, 1)->known);
  g_assert_true (nth (fixture, 2)->known);
  /* anew when the class has changed */
  pz_record_set_add (fixture->classroom, PZ_CLASSROOM_CLOSED_DAYS, "2026-12-04");
  pz_holidays_compare (fixture->holidays, fixture->classroom);
  g_assert_true (nth (fixture, 1)->known);
}

static void
test_nothing_chosen_changes_nothing (Fixture       *fixture,
                                     gconstpointer  data)
{
  read_calendar (fixture, "20261203-20261204");
  nth (fixture, 0)->chosen = FALSE;
  g_assert_cmpuint (pz_holidays_apply (fixture->holidays, fixture->classroom), ==, 0);
  assert_closed (fixture, "");
}

#define ADD(path, function) g_test_add ("/core/holidays-apply/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-chosen-becomes-closed-days", test_what_is_chosen_becomes_closed_days);
  ADD ("what-is-closed-already-stays", test_what_is_closed_already_stays);
  ADD ("a-shorter-one-within-gives-way", test_a_shorter_one_within_gives_way);
  ADD ("says-which-are-known", test_says_which_are_known);
  ADD ("nothing-chosen-changes-nothing", test_nothing_chosen_changes_nothing);
  return g_test_run ();
}
