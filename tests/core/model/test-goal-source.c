/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-source.h"

#include "model-fixture.h"

#include <math.h>

typedef struct
{
  PzDocument *learner;
  PzDocument *classroom;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->learner = fixture_learner (clock);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "classroomclassro", clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->learner);
  g_assert_finalize_object (fixture->classroom);
}

static PzRecord *
add_measurement (PzDocument *learner,
                 PzRecord   *goal,
                 const char *date,
                 double      value)
{
  PzRecord *record = pz_document_add (learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  if (isfinite (value))
    pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  return record;
}

static void
add_phase (PzDocument *document,
           PzRecord   *goal,
           const char *start,
           const char *strategy)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_PHASE);

  pz_record_set_text (record, PZ_PHASE_GOAL, pz_record_get_id (goal));
  pz_record_set_text (record, PZ_PHASE_START, start);
  pz_record_set_text (record, PZ_PHASE_STRATEGY, strategy);
}

static PzRecord *
add_goal (PzDocument *document,
          const char *title)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  return goal;
}

static void
test_takes_what_the_goal_says (Fixture       *fixture,
                               gconstpointer  data)
{
  PzRecord *goal = add_goal (fixture->learner, "Reads aloud"), *absence;
  g_autoptr(PzGoalSource) source = NULL;
  g_autofree char *away = NULL;

  pz_record_set_text (goal, PZ_GOAL_MEASURE, "m4m7kq2x9v5t0rhb");
  pz_record_set_text (goal, PZ_GOAL_STANDARD, "s4m7kq2x9v5t0rhb");
  pz_record_set_text (goal, PZ_GOAL_STATE, "paused");
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 40);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 84);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-09-01");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2026-12-18");
  pz_record_set_number (goal, PZ_GOAL_OCCASIONS, 3);
  pz_record_set_number (goal, PZ_GOAL_REVIEW_EVERY, 7);
  absence = pz_document_add (fixture->learner, PZ_RECORD_ABSENCE);
  pz_record_set_text (absence, PZ_ABSENCE_FROM, "2026-11-02");

  source = pz_goal_source_new_of_records (fixture->learner, fixture->learner, goal);
  g_assert_cmpstr (source->learner, ==, pz_document_get_id (fixture->learner));
  g_assert_cmpstr (source->goal, ==, pz_record_get_id (goal));
  g_assert_cmpstr (source->title, ==, "Reads aloud");
  g_assert_cmpstr (source->measure, ==, "m4m7kq2x9v5t0rhb");
  g_assert_cmpstr (source->standard, ==, "s4m7kq2x9v5t0rhb");
  g_assert_cmpint (source->state, ==, PZ_GOAL_IS_PAUSED);
  g_assert_false (source->shared);
  g_assert_cmpfloat (source->baseline, ==, 40);
  g_assert_cmpfloat (source->target, ==, 84);
  g_assert_cmpuint (source->start, ==, pz_day_from_text ("2026-09-01"));
  g_assert_cmpuint (source->due, ==, pz_day_from_text ("2026-12-18"));
  g_assert_cmpuint (source->occasions, ==, 3);
  g_assert_cmpuint (source->review_every, ==, 7);
  away = pz_day_spans_to_text (source->absences);
  g_assert_cmpstr (away, ==, "2026-11-02");
}

static void
test_says_nothing_of_what_is_not_written (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(PzGoalSource) source =
    pz_goal_source_new_of_records (fixture->learner, fixture->learner, add_goal (fixture->learner, "Reads"));

  g_assert_null (source->measure);
  g_assert_null (source->standard);
  g_assert_cmpint (source->state, ==, PZ_GOAL_IS_ACTIVE);
  g_assert_true (isnan (source->baseline) && isnan (source->target));
  g_assert_cmpuint (source->start, ==, 0);
  g_assert_cmpuint (source->due, ==, 0);
  g_assert_cmpuint (source->occasions, ==, 1);
  g_assert_cmpuint (source->review_every, ==, PZ_GOAL_REVIEW_EVERY_UNSET);
  g_assert_cmpuint (source->scores->len + source->phases->len, ==, 0);
}

/* of another goal, in the trash, not valid, without a day or a value: none counts */
static void
test_scores_are_those_that_count_by_day (Fixture       *fixture,
                                         gconstpointer  data)
{
  PzRecord *goal = add_goal (fixture->learner, "Reads"), *other = add_goal (fixture->learner, "Writes"), *record;
  g_autoptr(PzGoalSource) source = NULL;
  const PzGoalScore *scores;

  add_measurement (fixture->learner, goal, "2026-10-12", 52);
  record = add_measurement (fixture->learner, goal, "2026-10-05", 9);
  pz_record_set_number (record, PZ_MEASUREMENT_OUT_OF, 10);
  pz_record_set_text (record, PZ_MEASUREMENT_INDEPENDENCE, "with-help");
  add_measurement (fixture->learner, other, "2026-10-06", 1);
  add_measurement (fixture->learner, goal, NULL, 2);
  add_measurement (fixture->learner, goal, "2026-10-07", NAN);
  pz_document_delete (fixture->learner, add_measurement (fixture->learner, goal, "2026-10-08", 3));
  pz_record_set_flag (add_measurement (fixture->learner, goal, "2026-10-09", 4), PZ_MEASUREMENT_NOT_VALID, TRUE);

  source = pz_goal_source_new_of_records (fixture->learner, fixture->learner, goal);
  g_assert_cmpuint (source->scores->len, ==, 2);
  scores = (const PzGoalScore *) (gpointer) source->scores->data;
  g_assert_cmpuint (scores[0].day, ==, pz_day_from_text ("2026-10-05"));
  g_assert_true (scores[0].with_help);
  g_assert_cmpfloat (scores[0].out_of, ==, 10);
  g_assert_cmpfloat (scores[1].value, ==, 52);
  g_assert_false (scores[1].with_help);
  g_assert_true (isnan (scores[1].out_of));
}

static void
test_the_strategy_is_that_of_the_newest_phase_begun (Fixture       *fixture,
                                                     gconstpointer  data)
{
  PzRecord *goal = add_goal (fixture->learner, "Reads");
  g_autoptr(PzGoalSource) source = NULL;

  add_phase (fixture->learner, goal, "2026-10-12", "b4m7kq2x9v5t0rhb");
  add_phase (fixture->learner, goal, "2026-09-01", "a4m7kq2x9v5t0rhb");
  source = pz_goal_source_new_of_records (fixture->learner, fixture->learner, goal);
  g_assert_cmpuint (source->phases->len, ==, 2);
  g_assert_null (pz_goal_source_get_strategy (source, pz_day_from_text ("2026-08-31")));
  g_assert_cmpstr (pz_goal_source_get_strategy (source, pz_day_from_text ("2026-09-01")), ==, "a4m7kq2x9v5t0rhb");
  g_assert_cmpstr (pz_goal_source_get_strategy (source, pz_day_from_text ("2026-10-11")), ==, "a4m7kq2x9v5t0rhb");
  g_assert_cmpstr (pz_goal_source_get_strategy (source, pz_day_from_text ("2026-10-12")), ==, "b4m7kq2x9v5t0rhb");
}

/* a shared goal stands in the document of the class with its phases; what was measured stands with the learner */
static void
test_lists_own_and_shared_goals (Fixture       *fixture,
                                 gconstpointer  data)
{
  PzRecord *own = add_goal (fixture->learner, "own"), *shared = add_goal (fixture->classroom, "shared");
  g_autoptr(GPtrArray) sources = NULL;
  const PzGoalSource *source;

  add_goal (fixture->classroom, "of others");
  pz_document_delete (fixture->learner, add_goal (fixture->learner, "in the trash"));
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, pz_document_get_id (fixture->learner));
  add_phase (fixture->classroom, shared, "2026-09-01", "a4m7kq2x9v5t0rhb");
  add_measurement (fixture->learner, shared, "2026-10-12", 5);
  add_measurement (fixture->learner, own, "2026-10-12", 6);

  sources = pz_goal_sources_of_documents (fixture->learner, fixture->classroom);
  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "own");
  g_assert_false (source->shared);
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpstr (source->title, ==, "shared");
  g_assert_true (source->shared);
  g_assert_cmpuint (source->scores->len, ==, 1);
  g_assert_cmpuint (source->phases->len, ==, 1);
}

static void
test_parts_are_put_in_order (void)
{
  g_autoptr(PzGoalSource) source = pz_goal_source_new ("d4m7kq2x9v5t0rhb", "g4m7kq2x9v5t0rhb");
  const PzGoalScore scores[] = { { 20, 1, NAN, FALSE }, { 10, 2, NAN, FALSE }, { 20, 3, NAN, FALSE },
                                 { 0, 4, NAN, FALSE }, { 30, NAN, NAN, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    pz_goal_source_add_score (source, &scores[i]);
  pz_goal_source_add_phase (source, 0, "x4m7kq2x9v5t0rhb");
  pz_goal_source_add_phase (source, 25, NULL);
  pz_goal_source_set_title (source, NULL);
  pz_goal_source_set_counts (source, NAN, 0);
  pz_goal_source_finish (source);

  g_assert_cmpuint (source->scores->len, ==, 3);
  g_assert_cmpfloat (g_array_index (source->scores, PzGoalScore, 0).value, ==, 2);
  g_assert_cmpfloat (g_array_index (source->scores, PzGoalScore, 1).value, ==, 1);
  g_assert_cmpfloat (g_array_index (source->scores, PzGoalScore, 2).value, ==, 3);
  g_assert_cmpuint (source->phases->len, ==, 1);
  g_assert_cmpstr (source->title, ==, "");
  g_assert_cmpuint (source->occasions, ==, 1);
  g_assert_cmpuint (source->review_every, ==, PZ_GOAL_REVIEW_EVERY_UNSET);
  g_assert_nonnull (source->absences);
}

static void
test_states_have_names (void)
{
  g_assert_cmpint (pz_goal_state_from_name ("draft"), ==, PZ_GOAL_IS_DRAFT);
  g_assert_cmpint (pz_goal_state_from_name ("paused"), ==, PZ_GOAL_IS_PAUSED);
  g_assert_cmpint (pz_goal_state_from_name ("closed"), ==, PZ_GOAL_IS_CLOSED);
  g_assert_cmpint (pz_goal_state_from_name ("active"), ==, PZ_GOAL_IS_ACTIVE);
  g_assert_cmpint (pz_goal_state_from_name (NULL), ==, PZ_GOAL_IS_ACTIVE);
  g_assert_cmpstr (pz_goal_state_get_name (PZ_GOAL_IS_PAUSED), ==, "paused");
}

#define ADD(path, function) g_test_add ("/core/goal-source/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("takes-what-the-goal-says", test_takes_what_the_goal_says);
  ADD ("says-nothing-of-what-is-not-written", test_says_nothing_of_what_is_not_written);
  ADD ("scores-are-those-that-count-by-day", test_scores_are_those_that_count_by_day);
  ADD ("the-strategy-is-that-of-the-newest-phase-begun", test_the_strategy_is_that_of_the_newest_phase_begun);
  ADD ("lists-own-and-shared-goals", test_lists_own_and_shared_goals);
  g_test_add_func ("/core/goal-source/parts-are-put-in-order", test_parts_are_put_in_order);
  g_test_add_func ("/core/goal-source/states-have-names", test_states_have_names);
  return g_test_run ();
}
