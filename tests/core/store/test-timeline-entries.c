/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-fixture.h"

#include "pz-timeline-private.h"

static GArray *
collect (TimelineFixture *f,
         GPtrArray       *activities)
{
  return pz_timeline_entries_collect (f->learner, pz_classroom_get_document (f->base.classroom), activities);
}

static const PzTimelineEntry *
entry_at (GArray *entries,
          guint   position)
{
  g_assert_cmpuint (position, <, entries->len);
  return &g_array_index (entries, PzTimelineEntry, position);
}

static void
test_newest_first_and_on_one_day_by_kind (TimelineFixture *f,
                                          gconstpointer    data)
{
  static const PzTimelineKind expected[] = { PZ_TIMELINE_CHECK_IN, PZ_TIMELINE_MEASUREMENT, PZ_TIMELINE_ACTIVITY,
                                             PZ_TIMELINE_ABSENCE, PZ_TIMELINE_CHANGE, PZ_TIMELINE_CHECK_IN };
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-18");
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GArray) entries = NULL;

  activities = pz_classroom_list_activities (f->base.classroom, pz_document_get_id (f->learner), NULL);
  timeline_add_check_in (f->learner, "2026-11-17", "Tired");
  timeline_add_goal (f->learner, "Reads aloud", "2026-11-18");
  timeline_add (f->learner, PZ_RECORD_ABSENCE, PZ_ABSENCE_FROM, "2026-11-18");
  timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  timeline_add_check_in (f->learner, "2026-11-18", "Awake");
  entries = collect (f, activities);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const PzTimelineEntry *entry = entry_at (entries, i);

      g_assert_cmpint (entry->kind, ==, expected[i]);
      g_assert_cmpstr (entry->date, ==, i < 5 ? "2026-11-18" : "2026-11-17");
      g_assert_true ((entry->record != NULL) == (entry->kind != PZ_TIMELINE_ACTIVITY));
      g_assert_true (entry->document == (entry->record != NULL ? f->learner : NULL));
      g_assert_true ((entry->activity != NULL) == (entry->kind == PZ_TIMELINE_ACTIVITY));
    }
}

static void
test_what_was_added_last_comes_first (TimelineFixture *f,
                                      gconstpointer    data)
{
  PzRecord *first = timeline_add_check_in (f->learner, "2026-11-18", "First");
  PzRecord *second = timeline_add_check_in (f->learner, "2026-11-18", "Second");
  g_autoptr(GArray) entries = collect (f, NULL);

  g_assert_true (entry_at (entries, 0)->record == second);
  g_assert_true (entry_at (entries, 1)->record == first);
}

static void
test_what_has_no_day_did_not_happen (TimelineFixture *f,
                                     gconstpointer    data)
{
  PzRecord *draft = timeline_add_goal (f->learner, "Not ready", "2026-09-01");
  PzRecord *milestone = pz_document_add (f->learner, PZ_RECORD_MILESTONE);
  g_autoptr(GArray) entries = NULL, reached = NULL;

  pz_record_set_text (draft, PZ_GOAL_STATE, "draft");
  pz_document_add (f->learner, PZ_RECORD_CHECK_IN);
  pz_document_add (f->learner, PZ_RECORD_ABSENCE);
  pz_document_add (f->learner, PZ_RECORD_MEASUREMENT);
  pz_record_set_text (milestone, PZ_MILESTONE_DATE, "2026-10-01"); /* planned, not reached */
  timeline_add_goal (f->learner, "No day yet", NULL);
  entries = collect (f, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
  pz_record_set_text (milestone, PZ_MILESTONE_REACHED, "2026-10-02");
  reached = collect (f, NULL);
  g_assert_cmpuint (reached->len, ==, 1);
  g_assert_cmpstr (entry_at (reached, 0)->date, ==, "2026-10-02");
}

/* an absence that goes on stands on top */
static void
test_an_absence_counts_by_its_last_day (TimelineFixture *f,
                                        gconstpointer    data)
{
  PzRecord *absence = timeline_add (f->learner, PZ_RECORD_ABSENCE, PZ_ABSENCE_FROM, "2026-11-10");
  g_autoptr(GArray) entries = NULL;

  pz_record_set_text (absence, PZ_ABSENCE_TO, "2026-11-20");
  timeline_add_check_in (f->learner, "2026-11-19", "Heard of it");
  entries = collect (f, NULL);
  g_assert_true (entry_at (entries, 0)->record == absence);
  g_assert_cmpstr (entry_at (entries, 0)->date, ==, "2026-11-20");
}

static void
test_what_is_in_the_trash_takes_its_own_along (TimelineFixture *f,
                                               gconstpointer    data)
{
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-19", "About it");
  g_autoptr(GArray) entries = NULL, left = NULL;

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (check_in, PZ_CHECK_IN_GOAL, pz_record_get_id (goal));
  entries = collect (f, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  pz_document_delete (f->learner, goal);
  left = collect (f, NULL);
  g_assert_cmpuint (left->len, ==, 1); /* a check-in is more than a part of the goal */
  g_assert_true (entry_at (left, 0)->record == check_in);
}

static void
test_shared_goals_are_of_those_who_share_them (TimelineFixture *f,
                                               gconstpointer    data)
{
  PzDocument *own = pz_classroom_get_document (f->base.classroom);
  PzRecord *goal = timeline_add_goal (own, "Listens", "2026-09-01");
  PzRecord *phase = timeline_add (own, PZ_RECORD_PHASE, PZ_PHASE_START, "2026-10-01");
  PzRecord *stray = timeline_add (own, PZ_RECORD_PHASE, PZ_PHASE_START, "2026-10-02");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  g_autoptr(GArray) before = NULL, after = NULL;

  pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (stray, PZ_PHASE_GOAL, "zzzzzzzzzzzzzzzz"); /* of a goal nobody finds */
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  before = collect (f, NULL);
  g_assert_cmpuint (before->len, ==, 1); /* what was measured stays with the learner */
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (f->learner));
  after = collect (f, NULL);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_true (entry_at (after, 1)->record == phase);
  g_assert_true (entry_at (after, 1)->document == own);
  g_assert_true (entry_at (after, 2)->record == goal);
}

static void
test_each_belongs_to_a_goal_or_to_none (TimelineFixture *f,
                                        gconstpointer    data)
{
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-20");
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GArray) entries = NULL;

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  activities = pz_classroom_list_activities (f->base.classroom, pz_document_get_id (f->learner), NULL);
  entries = collect (f, activities);
  g_assert_null (pz_timeline_entry_get_goal (entry_at (entries, 0)));
  g_assert_null (pz_timeline_entry_get_goal (entry_at (entries, 1)));
  g_assert_cmpstr (pz_timeline_entry_get_goal (entry_at (entries, 2)), ==, pz_record_get_id (goal));
  g_assert_cmpstr (pz_timeline_entry_get_goal (entry_at (entries, 3)), ==, pz_record_get_id (goal));
}

/* so that sorting the same entries always gives the same list */
static void
test_two_different_entries_are_never_equal (TimelineFixture *f,
                                            gconstpointer    data)
{
  PzDocument *own = pz_classroom_get_document (f->base.classroom);
  PzRecord *goal = pz_document_add (f->learner, PZ_RECORD_GOAL);
  PzRecord *phase = pz_document_add (f->learner, PZ_RECORD_PHASE);
  const PzTimelineEntry entries[] = { /* in their order */
    { .kind = PZ_TIMELINE_CHANGE, .date = "2026-11-19" },
    { .kind = PZ_TIMELINE_CHECK_IN, .date = "2026-11-18", .position = 1 },
    { .kind = PZ_TIMELINE_CHECK_IN, .date = "2026-11-18", .position = 0 },
    { .kind = PZ_TIMELINE_MEASUREMENT, .date = "2026-11-18" },
    { .kind = PZ_TIMELINE_CHANGE, .date = "2026-11-18", .document = f->learner },
    { .kind = PZ_TIMELINE_CHANGE, .date = "2026-11-18", .document = own, .position = 9 },
    { .kind = PZ_TIMELINE_CHANGE, .date = "2026-11-17", .document = f->learner, .record = goal, .position = 1 },
    { .kind = PZ_TIMELINE_CHANGE, .date = "2026-11-17", .document = f->learner, .record = phase, .position = 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (entries); j++)
      {
        int order = pz_timeline_entry_compare (&entries[i], &entries[j]);

        g_test_message ("%" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT, i, j);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_entries_hold_what_they_show (TimelineFixture *f,
                                  gconstpointer    data)
{
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-18", "Tired");
  GArray *entries = collect (f, NULL);
  guint held = G_OBJECT (check_in)->ref_count;

  g_array_unref (entries);
  g_assert_cmpuint (G_OBJECT (check_in)->ref_count, ==, held - 1);
}

#define ADD(path, function) timeline_test_add ("/core/timeline-entries/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newest-first-and-on-one-day-by-kind", test_newest_first_and_on_one_day_by_kind);
  ADD ("what-was-added-last-comes-first", test_what_was_added_last_comes_first);
  ADD ("what-has-no-day-did-not-happen", test_what_has_no_day_did_not_happen);
  ADD ("an-absence-counts-by-its-last-day", test_an_absence_counts_by_its_last_day);
  ADD ("what-is-in-the-trash-takes-its-own-along", test_what_is_in_the_trash_takes_its_own_along);
  ADD ("shared-goals-are-of-those-who-share-them", test_shared_goals_are_of_those_who_share_them);
  ADD ("each-belongs-to-a-goal-or-to-none", test_each_belongs_to_a_goal_or_to_none);
  ADD ("two-different-entries-are-never-equal", test_two_different_entries_are_never_equal);
  ADD ("entries-hold-what-they-show", test_entries_hold_what_they_show);
  return g_test_run ();
}
