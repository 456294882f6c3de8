/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-course.h"

#include "pz-date.h"
#include "pz-goal.h"

#include <math.h>

static double
get_day (const char *date)
{
  GDate day;

  if (!pz_date_parse (date, &day))
    return NAN;
  return g_date_get_julian (&day);
}

static double
get_bound (PzRecord *measure,
           guint     field)
{
  if (measure == NULL)
    return NAN;
  return pz_record_get_number (measure, field);
}

static void
collect (GArray     *points,
         PzDocument *learner,
         const char *goal)
{
  GListModel *records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);
      PzGoalPoint point;

      if (!pz_goal_counts_measurement (record, goal))
        continue;
      point.day = get_day (pz_record_get_text (record, PZ_MEASUREMENT_DATE));
      point.value = pz_record_get_number (record, PZ_MEASUREMENT_VALUE);
      if (isfinite (point.day) && isfinite (point.value))
        g_array_append_val (points, point);
    }
}

/* g_array_sort is stable: of one day the order of adding stays */
static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PzGoalPoint *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

/**
 * pz_goal_course_new:
 * @learner: the document of a learner
 * @goal: a goal of the learner or of the class
 * @measure: (nullable): how it is measured
 *
 * Only measurements that count and have a value are in it.
 *
 * Returns: (transfer full): a snapshot; it does not follow the document
 */
PzGoalCourse *
pz_goal_course_new (PzDocument *learner,
                    PzRecord   *goal,
                    PzRecord   *measure)
{
  PzGoalCourse *course;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), NULL);
  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);
  g_return_val_if_fail (measure == NULL || pz_record_get_record_type (measure) == PZ_RECORD_MEASURE, NULL);

  course = g_new0 (PzGoalCourse, 1);
  course->points = g_array_new (FALSE, FALSE, sizeof (PzGoalPoint));
  collect (course->points, learner, pz_record_get_id (goal));
  g_array_sort (course->points, compare_points);
  course->from.day = get_day (pz_record_get_text (goal, PZ_GOAL_START));
  course->from.value = pz_record_get_number (goal, PZ_GOAL_BASELINE);
  course->to.day = get_day (pz_record_get_text (goal, PZ_GOAL_TARGET_DATE));
  course->to.value = pz_record_get_number (goal, PZ_GOAL_TARGET);
  course->minimum = get_bound (measure, PZ_MEASURE_MINIMUM);
  course->maximum = get_bound (measure, PZ_MEASURE_MAXIMUM);
  return course;
}

/**
 * pz_goal_course_free:
 * @course: (transfer full): a course
 */
void
pz_goal_course_free (PzGoalCourse *course)
{
  g_return_if_fail (course != NULL);

  g_array_unref (course->points);
  g_free (course);
}

/**
 * pz_goal_course_has_way:
 * @course: a course
 *
 * Returns: whether a line can be drawn from where the goal began to where it leads
 */
gboolean
pz_goal_course_has_way (const PzGoalCourse *course)
{
  g_return_val_if_fail (course != NULL, FALSE);
  return isfinite (course->from.day) && isfinite (course->from.value) && isfinite (course->to.day)
         && isfinite (course->to.value) && course->to.day > course->from.day;
}
