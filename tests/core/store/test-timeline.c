/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-absence.h"
#include "pz-random.h"
#include "pz-timeline-words.h"
#include "timeline-fixture.h"

#include "pz-timeline-private.h"

static void
test_merges_everything_newest_first (TimelineFixture *f,
                                     gconstpointer    data)
{
  static const PzTimelineKind expected[] = { PZ_TIMELINE_ABSENCE, PZ_TIMELINE_CHECK_IN, PZ_TIMELINE_MEASUREMENT,
                                             PZ_TIMELINE_ACTIVITY, PZ_TIMELINE_CHANGE };
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzTimeline) timeline = NULL;
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *record = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  record = timeline_add (f->learner, PZ_RECORD_ABSENCE, PZ_ABSENCE_FROM, "2026-11-10");
  pz_record_set_text (record, PZ_ABSENCE_TO, "2026-11-20"); /* counts by its last day */
  timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  g_assert_cmpuint (timeline_count (timeline), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < timeline_count (timeline); i++)
    g_assert_cmpint (pz_timeline_item_get_kind (timeline_peek (timeline, i)), ==, expected[i]);
  g_assert_cmpstr (pz_timeline_item_get_date (timeline_peek (timeline, 0)), ==, "2026-11-20");
  g_assert_true (pz_timeline_item_get_record (timeline_peek (timeline, 0)) == record);
  g_assert_true (pz_timeline_item_get_document (timeline_peek (timeline, 0)) == f->learner);
  g_assert_null (pz_timeline_item_get_activity (timeline_peek (timeline, 0)));
  g_assert_null (pz_timeline_item_get_record (timeline_peek (timeline, 3)));
  g_assert_cmpstr (pz_timeline_item_get_activity (timeline_peek (timeline, 3))->title, ==, "Bridges");
}

static void
test_what_is_in_the_trash_is_out (TimelineFixture *f,
                                  gconstpointer    data)
{
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  g_autoptr(PzTimeline) timeline = NULL;

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_assert_cmpuint (timeline_count (timeline), ==, 3);
  pz_document_delete (f->learner, check_in);
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 2);
  pz_document_delete (f->learner, goal); /* takes what belongs to it along */
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 0);
  pz_document_restore (f->learner, goal);
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 2);
}

static void
test_shared_goals_belong_to_those_who_share_them (TimelineFixture *f,
                                                  gconstpointer    data)
{
  PzDocument *own = pz_classroom_get_document (f->base.classroom);
  PzRecord *goal = timeline_add_goal (own, "Listens", "2026-09-01");
  PzRecord *phase = timeline_add (own, PZ_RECORD_PHASE, PZ_PHASE_START, "2026-10-01");
  PzRecord *draft = timeline_add_goal (f->learner, "Not ready", "2026-09-01");
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);

  pz_record_set_text (phase, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (draft, PZ_GOAL_STATE, "draft");
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 0);
  pz_record_set_add (goal, PZ_GOAL_LEARNERS, pz_document_get_id (f->learner));
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 2);
  g_assert_true (pz_timeline_item_get_document (timeline_peek (timeline, 0)) == own);
}

typedef struct
{
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Seen       *seen)
{
  *seen = (Seen) { seen->n_signals + 1, position, removed, added };
}

static void
look_at_all (PzTimeline *timeline)
{
  for (guint i = 0; i < timeline_count (timeline); i++)
    timeline_peek (timeline, i);
}

static gboolean
set_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_an_added_check_in_shows_at_once (TimelineFixture *f,
                                      gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = NULL;
  PzTimelineItem *older, *newer;
  gboolean idle = FALSE;
  Seen seen = { 0 };

  timeline_add_check_in (f->learner, "2026-11-02", "Old");
  timeline_add_check_in (f->learner, "2026-11-20", "New");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  newer = timeline_peek (timeline, 0);
  older = timeline_peek (timeline, 1);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  timeline_add_check_in (f->learner, "2026-11-10", "Between");
  g_idle_add (set_cb, &idle);
  run_until (&idle);
  g_assert_cmpuint (seen.n_signals, ==, 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 0);
  g_assert_cmpuint (seen.added, ==, 1);
  g_assert_true (timeline_peek (timeline, 0) == newer);
  g_assert_true (timeline_peek (timeline, 2) == older);
}

static void
test_a_changed_entry_gets_a_new_item (TimelineFixture *f,
                                      gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = NULL;
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-02", "Old");
  g_autoptr(PzTimelineItem) before = NULL;
  Seen seen = { 0 };

  timeline_add_check_in (f->learner, "2026-11-20", "New");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  look_at_all (timeline);
  before = g_list_model_get_item (G_LIST_MODEL (timeline), 1);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  pz_record_set_text (check_in, PZ_CHECK_IN_TEXT, "Mended");
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (seen.n_signals, ==, 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 1);
  g_assert_true (timeline_peek (timeline, 1) != before);
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (seen.n_signals, ==, 1); /* nothing happened since */
}

static void
test_a_goal_names_its_measurements (TimelineFixture *f,
                                    gconstpointer    data)
{
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  g_autoptr(PzTimeline) timeline = NULL;
  g_autoptr(PzTimelineItem) before = NULL;

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  before = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads to others");
  pz_timeline_refresh (timeline);
  g_assert_true (timeline_peek (timeline, 0) != before);
}

static void
test_shows_one_kind (TimelineFixture *f,
                     gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = NULL;

  timeline_add_check_in (f->learner, "2026-11-02", "Old");
  timeline_add_goal (f->learner, "Reads aloud", "2026-11-03");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_assert_cmpuint (pz_timeline_get_kind (timeline), ==, PZ_TIMELINE_ALL);
  pz_timeline_set_kind (timeline, PZ_TIMELINE_CHECK_IN);
  g_assert_cmpuint (pz_timeline_get_kind (timeline), ==, PZ_TIMELINE_CHECK_IN);
  g_assert_cmpuint (timeline_count (timeline), ==, 1);
  g_assert_cmpint (pz_timeline_item_get_kind (timeline_peek (timeline, 0)), ==, PZ_TIMELINE_CHECK_IN);
  pz_timeline_set_kind (timeline, PZ_TIMELINE_MEASUREMENT);
  g_assert_cmpuint (timeline_count (timeline), ==, 0);
  pz_timeline_set_kind (timeline, PZ_TIMELINE_ALL);
  g_assert_cmpuint (timeline_count (timeline), ==, 2);
}

static void
test_shows_what_belongs_to_one_goal (TimelineFixture *f,
                                     gconstpointer    data)
{
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-18");
  g_autoptr(PzTimeline) timeline = NULL;
  g_autofree char *details = NULL;

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  timeline_add_goal (f->learner, "Writes", "2026-09-01");
  timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  pz_timeline_set_goal (timeline, pz_record_get_id (goal));
  g_assert_cmpstr (pz_timeline_get_goal (timeline), ==, pz_record_get_id (goal));
  g_assert_cmpuint (timeline_count (timeline), ==, 2);
  g_assert_true (pz_timeline_item_get_record (timeline_peek (timeline, 0)) == measurement);
  g_assert_true (pz_timeline_item_get_record (timeline_peek (timeline, 1)) == goal);
  g_assert_cmpstr (pz_timeline_item_get_goal (timeline_peek (timeline, 0)), ==, pz_record_get_id (goal));
  details = pz_timeline_dup_details (timeline, timeline_peek (timeline, 0));
  g_assert_null (details); /* the goal is not named again */
  pz_timeline_set_goal (timeline, NULL);
  g_assert_cmpuint (timeline_count (timeline), ==, 4);
}

static void
test_comes_page_by_page (TimelineFixture *f,
                         gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = NULL;
  Seen seen = { 0 };

  for (guint i = 0; i < 2 * PZ_TIMELINE_PAGE + 5; i++)
    timeline_add_check_in (f->learner, "2026-11-02", "Again");
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_assert_cmpuint (timeline_count (timeline), ==, PZ_TIMELINE_PAGE);
  g_assert_cmpuint (g_hash_table_size (timeline->items), ==, 0); /* nothing is made before somebody looks */
  g_assert_false (pz_timeline_is_complete (timeline));
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  pz_timeline_load_more (timeline);
  g_assert_cmpuint (seen.position, ==, PZ_TIMELINE_PAGE);
  g_assert_cmpuint (seen.added, ==, PZ_TIMELINE_PAGE);
  look_at_all (timeline);
  timeline_add_check_in (f->learner, "2026-11-03", "On top"); /* what is shown stays shown */
  pz_timeline_refresh (timeline);
  g_assert_cmpuint (seen.position, ==, 0);
  g_assert_cmpuint (seen.removed, ==, 0);
  g_assert_cmpuint (seen.added, ==, 1);
  pz_timeline_load_more (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 2 * PZ_TIMELINE_PAGE + 6);
  g_assert_true (pz_timeline_is_complete (timeline));
  pz_timeline_load_more (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, 2 * PZ_TIMELINE_PAGE + 6);
}

static void
loading_cb (PzTimeline *timeline,
            GParamSpec *pspec,
            gboolean   *done)
{
  *done = !pz_timeline_is_loading (timeline);
}

static void
test_says_whose_it_is_and_whether_it_is_complete (TimelineFixture *f,
                                                  gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  gboolean done = FALSE;

  g_assert_true (pz_timeline_get_classroom (timeline) == f->base.classroom);
  g_assert_true (pz_timeline_get_learner (timeline) == f->learner);
  g_assert_false (pz_timeline_is_loading (timeline));
  g_signal_connect (timeline, "notify::loading", G_CALLBACK (loading_cb), &done);
  pz_timeline_read_activities (timeline);
  g_assert_true (pz_timeline_is_loading (timeline));
  run_until (&done);
}

/* ---- order ---- */

static void
add_random (TimelineFixture *f,
            PzRandom        *random,
            PzRecord        *goal)
{
  static const PzRecordType types[] = { PZ_RECORD_CHECK_IN, PZ_RECORD_MEASUREMENT, PZ_RECORD_ABSENCE, PZ_RECORD_PHASE };
  static const guint fields[] = { PZ_CHECK_IN_DATE, PZ_MEASUREMENT_DATE, PZ_ABSENCE_FROM, PZ_PHASE_START };
  guint which = pz_random_below (random, G_N_ELEMENTS (types));
  g_autofree char *date = g_strdup_printf ("2026-11-%02u", 1 + pz_random_below (random, 12));
  PzRecord *record = timeline_add (f->learner, types[which], fields[which], date);

  if (types[which] == PZ_RECORD_MEASUREMENT || types[which] == PZ_RECORD_PHASE)
    pz_record_set_text (record, types[which] == PZ_RECORD_PHASE ? PZ_PHASE_GOAL : PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  if (pz_random_below (random, 5) == 0)
    pz_document_delete (f->learner, record);
}

/* All entries by looking for the first one of what is left, again and again. */
static void
assert_naive_order (PzTimeline *timeline)
{
  g_autoptr(GArray) left = pz_timeline_entries_collect (timeline->learner, timeline->own, NULL);

  pz_timeline_refresh (timeline);
  while (!pz_timeline_is_complete (timeline))
    pz_timeline_load_more (timeline);
  g_assert_cmpuint (timeline_count (timeline), ==, left->len);
  for (guint i = 0; i < timeline_count (timeline); i++)
    {
      PzRecord *record;
      guint first = 0;

      for (guint j = 1; j < left->len; j++)
        if (pz_timeline_entry_compare (&g_array_index (left, PzTimelineEntry, j),
                                       &g_array_index (left, PzTimelineEntry, first)) < 0)
          first = j;
      record = pz_timeline_item_get_record (timeline_peek (timeline, i));
      g_assert_true (record == g_array_index (left, PzTimelineEntry, first).record);
      g_assert_false (pz_record_is_deleted (record));
      if (i > 0)
        g_assert_cmpstr (pz_timeline_item_get_date (timeline_peek (timeline, i - 1)), >=,
                         pz_timeline_item_get_date (timeline_peek (timeline, i)));
      g_array_remove_index (left, first);
    }
}

static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, g_list_model_get_item (model, position + i));
}

/* The model as its signals tell it is the model as it is, after any edits. */
static void
test_random_edits_keep_order_and_signals (TimelineFixture *f,
                                          gconstpointer    data)
{
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  PzRecord *goal = pz_document_add (f->learner, PZ_RECORD_GOAL);
  PzRandom random;

  pz_random_init (&random, 7);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (guint step = 0; step < 60; step++)
    {
      for (guint i = 0; i < 3; i++)
        add_random (f, &random, goal);
      pz_timeline_refresh (timeline);
      if (step % 7 == 0)
        pz_timeline_load_more (timeline);
      if (step % 20 == 19)
        assert_naive_order (timeline);
      g_assert_cmpuint (mirror->len, ==, timeline_count (timeline));
      for (guint i = 0; i < mirror->len; i++)
        g_assert_true (g_ptr_array_index (mirror, i) == timeline_peek (timeline, i));
    }
}

#define ADD(path, function) timeline_test_add ("/core/timeline/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("merges-everything-newest-first", test_merges_everything_newest_first);
  ADD ("what-is-in-the-trash-is-out", test_what_is_in_the_trash_is_out);
  ADD ("shared-goals-belong-to-those-who-share-them", test_shared_goals_belong_to_those_who_share_them);
  ADD ("an-added-check-in-shows-at-once", test_an_added_check_in_shows_at_once);
  ADD ("a-changed-entry-gets-a-new-item", test_a_changed_entry_gets_a_new_item);
  ADD ("a-goal-names-its-measurements", test_a_goal_names_its_measurements);
  ADD ("shows-one-kind", test_shows_one_kind);
  ADD ("shows-what-belongs-to-one-goal", test_shows_what_belongs_to_one_goal);
  ADD ("comes-page-by-page", test_comes_page_by_page);
  ADD ("says-whose-it-is-and-whether-it-is-complete", test_says_whose_it_is_and_whether_it_is_complete);
  ADD ("random-edits-keep-order-and-signals", test_random_edits_keep_order_and_signals);
  return g_test_run ();
}
