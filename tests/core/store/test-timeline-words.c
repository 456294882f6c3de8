/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-check-in.h"
#include "timeline-fixture.h"

#include "pz-timeline-words.h"

#include <math.h>

/* What the only entry says. */
static void
assert_words (PzTimeline *timeline,
              const char *sentence,
              const char *details)
{
  g_autoptr(PzTimelineItem) item = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  pz_timeline_refresh (timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  first = pz_timeline_dup_sentence (timeline, item);
  second = pz_timeline_dup_details (timeline, item);
  g_assert_cmpstr (first, ==, sentence);
  g_assert_cmpstr (second, ==, details);
}

/* a goal that does not say when it began, so that it is no entry of its own */
static PzRecord *
add_quiet_goal (PzDocument *document)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  return goal;
}

static void
test_check_ins (TimelineFixture *f,
                gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  PzRecord *goal = add_quiet_goal (f->learner);
  PzCheckInDraft draft = { PZ_CHECK_IN_IS_ONE_TO_ONE, NULL, "Chose a book", 6, pz_record_get_id (goal) };
  PzRecord *check_in = pz_check_in_add (f->learner, &draft);

  assert_words (timeline, "Chose a book", "Check-in, one-to-one · 6 minutes · Reads aloud");
  draft = (PzCheckInDraft) { PZ_CHECK_IN_IS_SELF, NULL, "I like maps", NAN, NULL };
  pz_check_in_change (f->learner, check_in, &draft);
  assert_words (timeline, "“I like maps”", "Check-in, in their own words");
  draft = (PzCheckInDraft) { PZ_CHECK_IN_IS_FAMILY, NULL, NULL, 1, NULL };
  pz_check_in_change (f->learner, check_in, &draft);
  assert_words (timeline, "Check-in with the family", "1 minute");
}

static void
test_measurements (TimelineFixture *f,
                   gconstpointer    data)
{
  PzDocument *class_document = pz_classroom_get_document (f->base.classroom);
  PzRecord *measure = pz_document_add (class_document, PZ_RECORD_MEASURE);
  PzRecord *goal = add_quiet_goal (f->learner);
  PzRecord *measurement = timeline_add (f->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_DATE, "2026-11-20");
  g_autoptr(PzTimeline) timeline = NULL;

  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  timeline = pz_timeline_new (f->base.classroom, f->learner);
  assert_words (timeline, "Measured, without a value", "Reads aloud");
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, 77);
  pz_record_set_text (measurement, PZ_MEASUREMENT_INDEPENDENCE, "alone");
  assert_words (timeline, "Measured 77 words a minute", "Reads aloud · alone, without help");
  pz_record_set_flag (measurement, PZ_MEASUREMENT_NOT_VALID, TRUE);
  assert_words (timeline, "Measured 77 words a minute, does not count", "Reads aloud · alone, without help");
}

static void
test_absences (TimelineFixture *f,
               gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);

  timeline_add (f->learner, PZ_RECORD_ABSENCE, PZ_ABSENCE_FROM, "2026-11-20");
  assert_words (timeline, "Absent", NULL);
}

static void
test_activities (TimelineFixture *f,
                 gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  const char *ids[] = { f->other, NULL };

  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  assert_words (timeline, "Bridges, with \u2068Elif\u2069", "Groups · role: Reader");
  g_assert_true (pz_classroom_delete (f->base.classroom, ids, "Delete", NULL));
  assert_words (timeline, "Bridges", "Groups · role: Reader");
}

static void
test_changes (TimelineFixture *f,
              gconstpointer    data)
{
  PzRecord *strategy = pz_document_add (pz_classroom_get_document (f->base.classroom), PZ_RECORD_STRATEGY);
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  PzRecord *goal = timeline_add_goal (f->learner, "Reads aloud", "2026-09-01");
  PzRecord *record;

  pz_record_set_text (goal, PZ_GOAL_CRITERION, "84 words");
  assert_words (timeline, "New goal: Reads aloud", "84 words");
  pz_record_set_text (goal, PZ_GOAL_START, NULL);
  record = timeline_add (f->learner, PZ_RECORD_MILESTONE, PZ_MILESTONE_REACHED, "2026-10-01");
  pz_record_set_text (record, PZ_MILESTONE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (record, PZ_MILESTONE_TEXT, "A page without help");
  assert_words (timeline, "Reached: A page without help", "Reads aloud");
  pz_document_delete (f->learner, record);
  pz_record_set_text (strategy, PZ_STRATEGY_NAME, "Help cards");
  record = timeline_add (f->learner, PZ_RECORD_PHASE, PZ_PHASE_START, "2026-10-01");
  pz_record_set_text (record, PZ_PHASE_GOAL, pz_record_get_id (goal));
  assert_words (timeline, "The teaching changed", "Reads aloud");
  pz_record_set_text (record, PZ_PHASE_STRATEGY, pz_record_get_id (strategy));
  pz_record_set_text (record, PZ_PHASE_NOTE, "twice a week");
  assert_words (timeline, "Now with: Help cards", "Reads aloud · twice a week");
}

static void
test_many_partners_are_counted (TimelineFixture *f,
                                gconstpointer    data)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (f->base.classroom, f->learner);
  g_autoptr(PzDocument) activity = timeline_add_activity (f, "Bridges", "2026-11-17");
  g_autoptr(PzRecord) group = g_list_model_get_item (pz_document_get_records (activity, PZ_RECORD_GROUP), 0);
  g_autoptr(PzTimelineItem) item = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = add_learner (f->base.classroom, "Rosa", "Lind");
      PzRecord *part = pz_document_add (activity, PZ_RECORD_PARTICIPATION);

      pz_record_set_text (part, PZ_PARTICIPATION_LEARNER, id);
      pz_record_set_text (part, PZ_PARTICIPATION_GROUP, pz_record_get_id (group));
    }
  g_assert_true (pz_classroom_save (f->base.classroom, "Add", NULL));
  g_assert_true (pz_timeline_read_activities_now (timeline, NULL));
  item = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  sentence = pz_timeline_dup_sentence (timeline, item);
  g_assert_nonnull (g_strrstr (sentence, "and 3 others"));
}

#define ADD(path, function) timeline_test_add ("/core/timeline-words/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("check-ins", test_check_ins);
  ADD ("measurements", test_measurements);
  ADD ("absences", test_absences);
  ADD ("activities", test_activities);
  ADD ("changes", test_changes);
  ADD ("many-partners-are-counted", test_many_partners_are_counted);
  return g_test_run ();
}
