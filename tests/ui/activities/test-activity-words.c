/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

#include "pz-activity-words.h"

#include <math.h>

static guint32
day (const char *text)
{
  return pz_day_from_text (text);
}

static void
assert_day (const char *date,
            const char *expected)
{
  g_autofree char *words = pz_activity_words_dup_day (date != NULL ? day (date) : 0, day (TODAY));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_days (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autofree char *this_year = pz_activity_words_dup_date (day ("2026-11-24"), day (TODAY));
  g_autofree char *other_year = pz_activity_words_dup_date (day ("2027-01-04"), day (TODAY));

  g_assert_cmpuint (pz_activity_words_get_today (fixture->classroom), ==, day (TODAY));
  g_assert_nonnull (strstr (this_year, "24"));
  g_assert_null (strstr (this_year, "2026"));
  g_assert_nonnull (strstr (other_year, "2027"));
  assert_day (NULL, "No day yet");
  if (g_strcmp0 (g_getenv ("LC_ALL"), "C.UTF-8") != 0)
    return; /* names of months are of the locale */
  g_assert_cmpstr (this_year, ==, "Tuesday, 24 November");
  assert_day (TODAY, "Today · Monday, 23 November");
  assert_day ("2026-11-22", "Yesterday · Sunday, 22 November");
  assert_day ("2026-11-24", "Tomorrow · Tuesday, 24 November");
  assert_day ("2026-11-30", "Monday, 30 November");
}

static void
test_facts (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  g_autofree char *stones = activities_add_strategy (fixture, "Talking stones");
  g_autoptr(PzActivity) activity = NULL, nothing = NULL;
  g_autofree char *facts = NULL, *none = NULL, *unknown = pz_activity_words_dup_minutes (NAN);
  g_autoptr(PzDocument) empty = pz_classroom_plan_activity (fixture->classroom, "", 0);

  pz_record_set_add (pz_document_get_owner (document), PZ_ACTIVITY_STRATEGIES, stones);
  pz_record_set_add (pz_document_get_owner (document), PZ_ACTIVITY_STRATEGIES, "gggggggggggggggg"); /* gone */
  activity = pz_activity_new (document);
  nothing = pz_activity_new (empty);
  facts = pz_activity_words_dup_facts (activity, classroom);
  none = pz_activity_words_dup_facts (nothing, classroom);
  g_assert_cmpstr (facts, ==, "45 min · Groups · Talking stones");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (unknown);
  g_assert_cmpstr (pz_activity_words_get_title (""), ==, "Without a title");
  g_assert_cmpstr (pz_activity_words_get_title ("<b>"), ==, "<b>");
  g_assert_null (pz_activity_words_get_setting (PZ_N_SETTINGS));
  ui_save (fixture->classroom);
}

static void
assert_state (PzDocument *document,
              const char *date,
              gboolean    regular,
              const char *expected)
{
  g_autoptr(PzActivity) activity = pz_activity_new (document);
  PzOccurrence one = { activity, day (date), regular };
  g_autoptr(PzActivityItem) item = pz_activity_item_new (&one);

  g_assert_cmpstr (pz_activity_words_get_state (item, day (TODAY)), ==, expected);
}

static void
test_state_and_label (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autoptr(PzActivity) activity = pz_activity_new (document);
  PzOccurrence one = { activity, activity->day, TRUE };
  g_autoptr(PzActivityItem) item = pz_activity_item_new (&one);
  g_autofree char *label = pz_activity_words_dup_label (item, pz_classroom_get_document (fixture->classroom), day (TODAY));

  assert_state (document, TODAY, FALSE, "Planned");
  assert_state (document, "2026-11-20", TRUE, "Not confirmed");
  g_assert_true (g_str_has_prefix (label, "Bridges, "));
  g_assert_nonnull (strstr (label, ", Planned, Regular week, 45 min"));
  pz_classroom_hold_activity (fixture->classroom, document);
  assert_state (document, TODAY, FALSE, "Held");
  ui_save (fixture->classroom);
}

static void
test_repetition (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add_regular (fixture, "Reading", TODAY);
  g_autoptr(PzActivity) activity = NULL, ended = NULL;
  g_autofree char *words = NULL, *until = NULL;

  pz_activity_set_repeats (pz_document_get_owner (document), 2);
  activity = pz_activity_new (document);
  words = pz_activity_words_dup_repeats (activity, day (TODAY));
  g_assert_true (g_str_has_prefix (words, "Every 2 weeks · from "));
  pz_activity_end_repetition (document, day ("2026-12-18"));
  ended = pz_activity_new (document);
  until = pz_activity_words_dup_repeats (ended, day (TODAY));
  g_assert_nonnull (strstr (until, " · until "));
  ui_save (fixture->classroom);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-words/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("days", test_days);
  ADD ("facts", test_facts);
  ADD ("state-and-label", test_state_and_label);
  ADD ("repetition", test_repetition);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
