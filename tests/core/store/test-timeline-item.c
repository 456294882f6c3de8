/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-fixture.h"

#include "pz-timeline-private.h"

static void
test_shows_a_record_of_a_document (TimelineFixture *f,
                                   gconstpointer    data)
{
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  char date[] = "2026-11-19";
  g_autoptr(PzTimelineItem) item = pz_timeline_item_new (PZ_TIMELINE_CHECK_IN, date, f->learner, check_in, NULL);

  date[0] = 'x';
  g_assert_cmpint (pz_timeline_item_get_kind (item), ==, PZ_TIMELINE_CHECK_IN);
  g_assert_cmpstr (pz_timeline_item_get_date (item), ==, "2026-11-19");
  g_assert_true (pz_timeline_item_get_document (item) == f->learner);
  g_assert_true (pz_timeline_item_get_record (item) == check_in);
  g_assert_null (pz_timeline_item_get_activity (item));
  g_assert_null (pz_timeline_item_get_goal (item));
}

static void
test_shows_an_activity (TimelineFixture *f,
                        gconstpointer    data)
{
  g_autoptr(PzDocument) document = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(GPtrArray) found = pz_classroom_list_activities (f->base.classroom, pz_document_get_id (f->learner), NULL);
  g_autoptr(PzTimelineItem) item = pz_timeline_item_new (PZ_TIMELINE_ACTIVITY, "2026-11-17", NULL, NULL, found->pdata[0]);

  g_clear_pointer (&found, g_ptr_array_unref); /* the item holds it */
  g_assert_cmpint (pz_timeline_item_get_kind (item), ==, PZ_TIMELINE_ACTIVITY);
  g_assert_cmpstr (pz_timeline_item_get_activity (item)->title, ==, "Bridges");
  g_assert_null (pz_timeline_item_get_record (item));
  g_assert_null (pz_timeline_item_get_document (item));
  g_assert_null (pz_timeline_item_get_goal (item));
}

static void
test_lets_go_of_what_it_shows (TimelineFixture *f,
                               gconstpointer    data)
{
  PzRecord *check_in = timeline_add_check_in (f->learner, "2026-11-19", "Tired");
  guint record_held = G_OBJECT (check_in)->ref_count, document_held = G_OBJECT (f->learner)->ref_count;
  PzTimelineItem *item = pz_timeline_item_new (PZ_TIMELINE_CHECK_IN, "2026-11-19", f->learner, check_in, NULL);

  g_assert_cmpuint (G_OBJECT (check_in)->ref_count, ==, record_held + 1);
  g_assert_finalize_object (item);
  g_assert_cmpuint (G_OBJECT (check_in)->ref_count, ==, record_held);
  g_assert_cmpuint (G_OBJECT (f->learner)->ref_count, ==, document_held);
}

static void
test_belongs_to_the_goal_its_record_names (TimelineFixture *f,
                                           gconstpointer    data)
{
  static const struct { PzRecordType type; guint field; } rows[] = {
    { PZ_RECORD_CHECK_IN, PZ_CHECK_IN_GOAL }, { PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_GOAL },
    { PZ_RECORD_PHASE, PZ_PHASE_GOAL },       { PZ_RECORD_MILESTONE, PZ_MILESTONE_GOAL },
  };
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  const char *id = pz_record_get_id (goal);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzRecord *record = pz_document_add (f->learner, rows[i].type);
      g_autoptr(PzTimelineItem) item = pz_timeline_item_new (PZ_TIMELINE_CHANGE, "2026-11-19", f->learner, record, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_timeline_record_get_goal (record));
      pz_record_set_text (record, rows[i].field, id);
      g_assert_cmpstr (pz_timeline_record_get_goal (record), ==, id);
      g_assert_cmpstr (pz_timeline_item_get_goal (item), ==, id);
    }
  g_assert_cmpstr (pz_timeline_record_get_goal (goal), ==, id); /* to itself */
  g_assert_null (pz_timeline_record_get_goal (pz_document_add (f->learner, PZ_RECORD_ABSENCE)));
}

#define ADD(path, function) timeline_test_add ("/core/timeline-item/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shows-a-record-of-a-document", test_shows_a_record_of_a_document);
  ADD ("shows-an-activity", test_shows_an_activity);
  ADD ("lets-go-of-what-it-shows", test_lets_go_of_what_it_shows);
  ADD ("belongs-to-the-goal-its-record-names", test_belongs_to_the_goal_its_record_names);
  return g_test_run ();
}
