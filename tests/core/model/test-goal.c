/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-goal.h"

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
add_goal (PzDocument *document,
          const char *title,
          const char *state,
          const char *start)
{
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_STATE, state);
  pz_record_set_text (goal, PZ_GOAL_START, start);
  return goal;
}

static void
assert_goals (Fixture    *fixture,
              const char *keep,
              const char *expected)
{
  g_autoptr(GPtrArray) goals = pz_goal_list (fixture->learner, fixture->classroom, keep);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    g_string_append_printf (titles, "%s ", pz_record_get_text (goals->pdata[i], PZ_GOAL_TITLE));
  g_assert_cmpstr (g_strchomp (titles->str), ==, expected);
}

static void
test_own_and_shared_goals_in_order (Fixture       *fixture,
                                    gconstpointer  data)
{
  PzRecord *closed, *deleted, *shared;

  add_goal (fixture->learner, "paused", "paused", "2026-01-01");
  add_goal (fixture->learner, "draft", "draft", "2026-01-01");
  add_goal (fixture->learner, "late", "active", "2026-10-01");
  closed = add_goal (fixture->learner, "closed", "closed", "2026-02-01");
  deleted = add_goal (fixture->learner, "deleted", "active", "2026-02-01");
  pz_document_delete (fixture->learner, deleted);
  shared = add_goal (fixture->classroom, "shared", "active", "2026-09-01");
  add_goal (fixture->classroom, "others", "active", "2026-09-01");
  pz_record_set_add (shared, PZ_GOAL_LEARNERS, pz_document_get_id (fixture->learner));
  assert_goals (fixture, NULL, "shared late draft paused");
  assert_goals (fixture, pz_record_get_id (closed), "shared late draft paused closed");
}

static PzRecord *
add_measurement (Fixture    *fixture,
                 PzRecord   *goal,
                 const char *date,
                 double      value)
{
  PzRecord *measurement = pz_document_add (fixture->learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
  return measurement;
}

static void
test_last_measurement_that_counts (Fixture       *fixture,
                                   gconstpointer  data)
{
  PzRecord *goal = add_goal (fixture->learner, "Reads", "active", "2026-09-01");
  PzRecord *other = add_goal (fixture->learner, "Writes", "active", "2026-09-01");
  PzRecord *last, *invalid;

  g_assert_null (pz_goal_find_last_measurement (fixture->learner, pz_record_get_id (goal)));
  add_measurement (fixture, goal, "2026-11-10", 3);
  last = add_measurement (fixture, goal, "2026-11-10", 5);
  add_measurement (fixture, goal, "2026-11-02", 4);
  add_measurement (fixture, other, "2026-11-20", 9);
  invalid = add_measurement (fixture, goal, "2026-11-20", 99);
  pz_record_set_flag (invalid, PZ_MEASUREMENT_NOT_VALID, TRUE);
  pz_document_delete (fixture->learner, add_measurement (fixture, goal, "2026-11-21", 8));
  g_assert_true (pz_goal_find_last_measurement (fixture->learner, pz_record_get_id (goal)) == last);
}

static void
test_measure_of_a_goal (Fixture       *fixture,
                        gconstpointer  data)
{
  PzRecord *goal = add_goal (fixture->learner, "Reads", "active", "2026-09-01");
  PzRecord *measure = pz_document_add (fixture->classroom, PZ_RECORD_MEASURE);
  PzRecord *level = pz_document_add (fixture->classroom, PZ_RECORD_LEVEL);

  g_assert_null (pz_goal_find_measure (goal, fixture->classroom));
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  g_assert_true (pz_goal_find_measure (goal, fixture->classroom) == measure);
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (level));
  g_assert_null (pz_goal_find_measure (goal, fixture->classroom));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/goal/own-and-shared-goals-in-order", test_own_and_shared_goals_in_order);
  ADD ("/core/goal/last-measurement-that-counts", test_last_measurement_that_counts);
  ADD ("/core/goal/measure-of-a-goal", test_measure_of_a_goal);
  return g_test_run ();
}
