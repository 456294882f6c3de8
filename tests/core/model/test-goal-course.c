/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-goal-course.h"

#include <math.h>

typedef struct
{
  PzDocument *learner;
  PzDocument *classroom;
  PzRecord *goal;
  PzRecord *measure;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  fixture->learner = fixture_learner (clock);
  fixture->classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "classroomclassro", clock);
  fixture->goal = pz_document_add (fixture->learner, PZ_RECORD_GOAL);
  fixture->measure = pz_document_add (fixture->classroom, PZ_RECORD_MEASURE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->learner);
  g_assert_finalize_object (fixture->classroom);
}

static PzRecord *
add_measurement (Fixture    *fixture,
                 const char *date,
                 double      value)
{
  PzRecord *measurement = pz_document_add (fixture->learner, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (measurement, PZ_MEASUREMENT_GOAL, pz_record_get_id (fixture->goal));
  pz_record_set_text (measurement, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (measurement, PZ_MEASUREMENT_VALUE, value);
  return measurement;
}

static PzGoalPoint
get_point (PzGoalCourse *course,
           guint         position)
{
  return g_array_index (course->points, PzGoalPoint, position);
}

static void
test_points_by_day_and_order_of_adding (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(PzGoalCourse) course = NULL;

  add_measurement (fixture, "2026-11-10", 3);
  add_measurement (fixture, "2026-11-10", 2);
  add_measurement (fixture, "2026-11-02", 7);
  course = pz_goal_course_new (fixture->learner, fixture->goal, NULL);
  g_assert_cmpuint (course->points->len, ==, 3);
  g_assert_cmpfloat (get_point (course, 0).value, ==, 7);
  g_assert_cmpfloat (get_point (course, 1).value, ==, 3);
  g_assert_cmpfloat (get_point (course, 2).value, ==, 2);
  g_assert_cmpfloat (get_point (course, 1).day - get_point (course, 0).day, ==, 8);
}

static void
test_leaves_out_what_does_not_count (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(PzGoalCourse) course = NULL;
  PzRecord *other = pz_document_add (fixture->learner, PZ_RECORD_GOAL);

  pz_record_set_flag (add_measurement (fixture, "2026-11-10", 3), PZ_MEASUREMENT_NOT_VALID, TRUE);
  pz_document_delete (fixture->learner, add_measurement (fixture, "2026-11-11", 3));
  pz_record_set_text (add_measurement (fixture, "2026-11-12", 3), PZ_MEASUREMENT_GOAL, pz_record_get_id (other));
  pz_record_set_number (add_measurement (fixture, "2026-11-13", 3), PZ_MEASUREMENT_VALUE, NAN);
  course = pz_goal_course_new (fixture->learner, fixture->goal, NULL);
  g_assert_cmpuint (course->points->len, ==, 0);
}

static void
test_way_needs_both_ends (Fixture       *fixture,
                          gconstpointer  data)
{
  static const struct { const char *start; double baseline; const char *end; double target; gboolean has_way; } rows[] = {
    { "2026-09-01", 31, "2026-12-18", 60, TRUE },
    { "2026-09-01", NAN, "2026-12-18", 60, FALSE },
    { NULL, 31, "2026-12-18", 60, FALSE },
    { "2026-09-01", 31, NULL, 60, FALSE },
    { "2026-09-01", 31, "2026-12-18", NAN, FALSE },
    { "2026-12-18", 31, "2026-09-01", 60, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzGoalCourse) course = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      pz_record_set_text (fixture->goal, PZ_GOAL_START, rows[i].start);
      pz_record_set_text (fixture->goal, PZ_GOAL_TARGET_DATE, rows[i].end);
      pz_record_set_number (fixture->goal, PZ_GOAL_BASELINE, rows[i].baseline);
      pz_record_set_number (fixture->goal, PZ_GOAL_TARGET, rows[i].target);
      course = pz_goal_course_new (fixture->learner, fixture->goal, NULL);
      g_assert_cmpint (pz_goal_course_has_way (course), ==, rows[i].has_way);
    }
}

static void
test_scale_is_that_of_the_measure (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzGoalCourse) without = NULL;
  g_autoptr(PzGoalCourse) with = NULL;

  pz_record_set_number (fixture->measure, PZ_MEASURE_MINIMUM, -2);
  pz_record_set_number (fixture->measure, PZ_MEASURE_MAXIMUM, 2);
  without = pz_goal_course_new (fixture->learner, fixture->goal, NULL);
  with = pz_goal_course_new (fixture->learner, fixture->goal, fixture->measure);
  g_assert_true (isnan (without->minimum) && isnan (without->maximum));
  g_assert_cmpfloat (with->minimum, ==, -2);
  g_assert_cmpfloat (with->maximum, ==, 2);
}

#define ADD(path, function) g_test_add ("/core/goal-course/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("points-by-day-and-order-of-adding", test_points_by_day_and_order_of_adding);
  ADD ("leaves-out-what-does-not-count", test_leaves_out_what_does_not_count);
  ADD ("way-needs-both-ends", test_way_needs_both_ends);
  ADD ("scale-is-that-of-the-measure", test_scale_is_that_of_the_measure);
  return g_test_run ();
}
