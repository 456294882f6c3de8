/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

static void
assert_rows (PzActivityList *list,
             const char     *expected)
{
  g_autofree char *rows = NULL;

  activities_wait (list);
  rows = activities_dup_rows (G_LIST_MODEL (list));
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_by_day_with_the_regular_week (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzDocument) later = activities_add (fixture, "Later", "2027-03-01", NULL);
  g_autoptr(PzDocument) past = activities_add (fixture, "Past", "2026-09-01", NULL);
  g_autoptr(PzDocument) regular = activities_add_regular (fixture, "Reading", "2026-08-31");
  g_autoptr(PzActivityList) list = NULL;

  pz_activity_end_repetition (regular, pz_day_from_text ("2026-12-07"));
  ui_save (fixture->classroom);
  list = pz_activity_list_new (fixture->classroom);
  g_assert_false (pz_activity_list_is_read (list));
  /* of the regular week only what may still be confirmed, and what is to come */
  assert_rows (list, "Past 2026-09-01; Reading 2026-11-09*; Reading 2026-11-16*; Reading 2026-11-23*; Reading 2026-11-30*; "
                     "Reading 2026-12-07*; Later 2027-03-01");
  g_assert_null (pz_activity_list_get_error (list));
  g_assert_cmpuint (pz_activity_list_get_activities (list)->len, ==, 3);
  g_assert_cmpuint (pz_activity_list_get_today (list), ==, pz_day_from_text (TODAY));
  g_assert_true (pz_activity_list_get_classroom (list) == fixture->classroom);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *n)
{
  *n += removed + added;
}

static void
test_follows_what_is_saved (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr(PzDocument) first = activities_add (fixture, "Bridges", TODAY, NULL);
  g_autoptr(PzActivityList) list = NULL;
  g_autoptr(PzDocument) second = NULL;
  g_autoptr(PzActivityItem) before = NULL, after = NULL;
  guint n = 0;

  ui_save (fixture->classroom);
  list = pz_activity_list_new (fixture->classroom);
  assert_rows (list, "Bridges 2026-11-23");
  before = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n);
  second = activities_add (fixture, "Songs", "2026-11-24", NULL);
  ui_save (fixture->classroom);
  assert_rows (list, "Bridges 2026-11-23; Songs 2026-11-24");
  after = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (before == after); /* what says the same is the same row */
  g_assert_cmpuint (n, ==, 1);
  pz_document_delete (first, pz_document_get_owner (first));
  ui_save (fixture->classroom);
  assert_rows (list, "Songs 2026-11-24");
}

static void
test_closed_days_take_effect (UiFixture     *fixture,
                              gconstpointer  data)
{
  g_autoptr(PzDocument) regular = activities_add_regular (fixture, "Reading", TODAY);
  g_autoptr(PzActivityList) list = NULL;

  pz_activity_end_repetition (regular, pz_day_from_text ("2026-12-07"));
  ui_save (fixture->classroom);
  list = pz_activity_list_new (fixture->classroom);
  assert_rows (list, "Reading 2026-11-23*; Reading 2026-11-30*; Reading 2026-12-07*");
  pz_record_set_add (pz_document_get_owner (pz_classroom_get_document (fixture->classroom)), PZ_CLASSROOM_CLOSED_DAYS,
                     "2026-11-30");
  assert_rows (list, "Reading 2026-11-23*; Reading 2026-12-07*");
  ui_save (fixture->classroom);
}

static void
test_items (UiFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr(PzDocument) document = activities_add (fixture, "Bridges", TODAY, "groups");
  g_autoptr(PzActivity) activity = pz_activity_new (document), other = NULL;
  PzOccurrence one = { activity, activity->day, FALSE }, planned = { activity, activity->day, TRUE };
  g_autoptr(PzActivityItem) item = pz_activity_item_new (&one), same = pz_activity_item_new (&one);
  g_autoptr(PzActivityItem) regular = pz_activity_item_new (&planned), changed = NULL;

  g_assert_true (pz_activity_item_get_activity (item) == activity);
  g_assert_cmpuint (pz_activity_item_get_day (item), ==, activity->day);
  g_assert_true (pz_activity_item_equal (item, same));
  g_assert_false (pz_activity_item_equal (item, regular));
  g_assert_true (pz_activity_item_is_regular (regular));
  pz_classroom_hold_activity (fixture->classroom, document);
  other = pz_activity_new (document);
  one.activity = other;
  changed = pz_activity_item_new (&one);
  g_assert_false (pz_activity_item_equal (item, changed));
  g_assert_true (pz_activity_item_is_held (changed));
  g_assert_false (pz_activity_item_is_held (item));
  ui_save (fixture->classroom);
}

/* the class goes while the files are read */
static void
test_lets_go_while_reading (UiFixture     *fixture,
                            gconstpointer  data)
{
  PzActivityList *list = pz_activity_list_new (fixture->classroom);

  g_assert_true (pz_activity_list_is_busy (list));
  g_assert_finalize_object (list);
}

#define ADD(path, test) \
  g_test_add ("/ui/activity-list/" path, UiFixture, "Ana Garcia", ui_fixture_set_up, test, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("by-day-with-the-regular-week", test_by_day_with_the_regular_week);
  ADD ("follows-what-is-saved", test_follows_what_is_saved);
  ADD ("closed-days-take-effect", test_closed_days_take_effect);
  ADD ("items", test_items);
  ADD ("lets-go-while-reading", test_lets_go_while_reading);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
