/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-fixture.h"
#include "pz-regular-week.h"

#define MONDAY "2026-11-23"

/* a class that is closed that day or those days, or never */
static PzSchoolDays *
school (const char *closed)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_CLASSROOM, FIXTURE_ID, clock);

  if (closed != NULL)
    pz_record_set_add (pz_document_get_owner (document), PZ_CLASSROOM_CLOSED_DAYS, closed);
  return pz_school_days_new (pz_document_get_owner (document));
}

static PzDocument *
regular (char        letter,
         const char *first,
         guint       weeks)
{
  PzDocument *document = activity_make (letter, "Reading", first, "pairs");

  pz_activity_set_repeats (pz_document_get_owner (document), weeks);
  return document;
}

/* "title day!" for what is in a file, "title day" for what the week plans; ; between them */
static char *
expand (GPtrArray  *activities,
        const char *closed,
        const char *from,
        const char *to)
{
  g_autoptr(PzSchoolDays) days = school (closed);
  PzDaySpan span = { pz_day_from_text (from), pz_day_from_text (to) };
  g_autoptr(GPtrArray) found = pz_regular_week_expand (activities, days, &span);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PzOccurrence *one = found->pdata[i];
      char day[PZ_DAY_TEXT_SIZE] = "never";

      if (one->day != 0)
        pz_day_to_text (one->day, day);
      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "", one->activity->title, day, one->regular ? "" : "!");
      g_assert_true (!one->regular || !pz_occurrence_is_held (one));
    }
  return g_string_free (text, FALSE);
}

static void
assert_expands (GPtrArray  *activities,
                const char *closed,
                const char *expected)
{
  g_autofree char *text = expand (activities, closed, MONDAY, "2026-12-20");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_fills_the_weeks (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();

  activity_take (activities, regular ('r', "2026-09-01", 1)); /* Tuesdays */
  assert_expands (activities, NULL, "Reading 2026-11-24; Reading 2026-12-01; Reading 2026-12-08; Reading 2026-12-15");
}

static void
test_begins_on_its_first_day (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();

  activity_take (activities, regular ('r', "2026-12-08", 1));
  assert_expands (activities, NULL, "Reading 2026-12-08; Reading 2026-12-15");
}

static void
test_every_second_week_keeps_its_rhythm (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();

  activity_take (activities, regular ('r', "2026-11-17", 2)); /* the week before: not in this one */
  assert_expands (activities, NULL, "Reading 2026-12-01; Reading 2026-12-15");
}

static void
test_closed_days_and_free_weekdays_are_skipped (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(GPtrArray) saturdays = activity_list ();

  activity_take (activities, regular ('r', "2026-11-24", 1));
  activity_take (saturdays, regular ('r', "2026-11-28", 1));
  assert_expands (activities, "2026-11-30/2026-12-04", "Reading 2026-11-24; Reading 2026-12-08; Reading 2026-12-15");
  assert_expands (saturdays, NULL, "");
}

static void
test_days_left_out (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  PzDocument *document = regular ('r', "2026-11-24", 1);

  pz_record_set_add (pz_document_get_owner (document), PZ_ACTIVITY_LEFT_OUT, "2026-12-08");
  activity_take (activities, document);
  assert_expands (activities, NULL, "Reading 2026-11-24; Reading 2026-12-01; Reading 2026-12-15");
}

static void
test_ends_and_keeps_what_was (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  PzDocument *document = regular ('r', "2026-11-10", 1);
  PzDocument *held = activity_make ('h', "Reading", "2026-11-24", "pairs");

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_REPEATS_UNTIL, "2026-12-01");
  pz_record_set_text (pz_document_get_owner (held), PZ_ACTIVITY_REGULAR, "rrrrrrrrrrrrrrrr");
  pz_record_set_text (pz_document_get_owner (held), PZ_ACTIVITY_REGULAR_DAY, "2026-11-24");
  activity_hold (held, 20);
  activity_take (activities, document);
  activity_take (activities, held);
  assert_expands (activities, NULL, "Reading 2026-11-24!; Reading 2026-12-01");
}

/* Wednesday instead of Tuesday, once: the week goes on as it was */
static void
test_one_day_otherwise (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  PzDocument *moved = activity_make ('m', "Library", "2026-12-02", "pairs");

  pz_record_set_text (pz_document_get_owner (moved), PZ_ACTIVITY_REGULAR, "rrrrrrrrrrrrrrrr");
  pz_record_set_text (pz_document_get_owner (moved), PZ_ACTIVITY_REGULAR_DAY, "2026-12-01");
  activity_take (activities, regular ('r', "2026-11-24", 1));
  activity_take (activities, moved);
  assert_expands (activities, NULL,
                  "Reading 2026-11-24; Library 2026-12-02!; Reading 2026-12-08; Reading 2026-12-15");
}

/* an activity is on its day; those of other days are not here, those without a day always */
static void
test_activities_by_day_and_title (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();

  activity_take (activities, activity_make ('a', "Songs", "2026-11-25", NULL));
  activity_take (activities, activity_make ('b', "Maths", "2026-11-25", NULL));
  activity_take (activities, activity_make ('c', "Later", "2026-12-21", NULL));
  activity_take (activities, activity_make ('d', "Earlier", "2026-11-22", NULL));
  activity_take (activities, activity_make ('e', "Someday", NULL, NULL));
  assert_expands (activities, NULL, "Someday never!; Maths 2026-11-25!; Songs 2026-11-25!");
}

static void
test_only_files_are_held (void)
{
  g_autoptr(GPtrArray) activities = activity_list ();
  g_autoptr(PzSchoolDays) days = school (NULL);
  PzDaySpan span = { pz_day_from_text (MONDAY), pz_day_from_text ("2026-11-29") };
  PzDocument *week = regular ('r', "2026-11-24", 1), *held = activity_make ('h', "Songs", MONDAY, NULL);
  g_autoptr(GPtrArray) found = NULL;

  activity_hold (week, 20); /* whatever it says: the week never happened */
  activity_hold (held, 20);
  activity_take (activities, week);
  activity_take (activities, held);
  found = pz_regular_week_expand (activities, days, &span);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (pz_occurrence_is_held (found->pdata[0]));
  g_assert_false (pz_occurrence_is_held (found->pdata[1]));
}

#define ADD(path, function) g_test_add_func ("/core/regular-week/" path, function)

static void
assert_next (const char *closed,
             const char *first,
             const char *from,
             const char *next,
             const char *without)
{
  g_autoptr(PzSchoolDays) days = school (closed);
  g_autoptr(PzDocument) document = regular ('r', first, 1);
  g_autoptr(PzActivity) activity = NULL;
  guint32 skipped = 1;

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_REPEATS_UNTIL, "2026-12-31");
  activity = pz_activity_new (document);
  g_assert_cmpuint (pz_regular_week_find_next (activity, days, pz_day_from_text (from), &skipped), ==,
                    next != NULL ? pz_day_from_text (next) : 0);
  g_assert_cmpuint (skipped, ==, without != NULL ? pz_day_from_text (without) : 0);
}

static void
test_finds_the_next_day_with_school (void)
{
  assert_next (NULL, MONDAY, "2026-11-01", MONDAY, NULL);
  assert_next (NULL, MONDAY, "2026-11-24", "2026-11-30", NULL);
  assert_next ("2026-11-30", MONDAY, "2026-11-24", "2026-12-07", "2026-11-30");
  assert_next ("2026-11-23/2026-12-01", MONDAY, MONDAY, "2026-12-07", MONDAY); /* the first of two */
  assert_next (NULL, "2026-11-28", MONDAY, NULL, "2026-11-28");                /* Saturdays */
  assert_next (NULL, MONDAY, "2027-01-01", NULL, NULL);                        /* it ended */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fills-the-weeks", test_fills_the_weeks);
  ADD ("begins-on-its-first-day", test_begins_on_its_first_day);
  ADD ("every-second-week-keeps-its-rhythm", test_every_second_week_keeps_its_rhythm);
  ADD ("closed-days-and-free-weekdays-are-skipped", test_closed_days_and_free_weekdays_are_skipped);
  ADD ("days-left-out", test_days_left_out);
  ADD ("ends-and-keeps-what-was", test_ends_and_keeps_what_was);
  ADD ("one-day-otherwise", test_one_day_otherwise);
  ADD ("activities-by-day-and-title", test_activities_by_day_and_title);
  ADD ("only-files-are-held", test_only_files_are_held);
  g_test_add_func ("/core/regular-week/finds-the-next-day-with-school", test_finds_the_next_day_with_school);
  return g_test_run ();
}
