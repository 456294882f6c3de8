/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal.h"

static gboolean
is_under_way (PzRecord   *goal,
              const char *keep)
{
  if (g_strcmp0 (pz_record_get_id (goal), keep) == 0)
    return TRUE;
  return !pz_record_is_deleted (goal) && g_strcmp0 (pz_record_get_text (goal, PZ_GOAL_STATE), "closed") != 0;
}

static void
collect (GPtrArray  *goals,
         PzDocument *document,
         const char *learner,
         const char *keep)
{
  GListModel *records = pz_document_get_records (document, PZ_RECORD_GOAL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (records, i);

      if (is_under_way (goal, keep)
          && (pz_document_get_kind (document) == PZ_DOCUMENT_LEARNER
              || pz_record_set_has (goal, PZ_GOAL_LEARNERS, learner)))
        g_ptr_array_add (goals, g_steal_pointer (&goal));
    }
}

/* those that are worked on, then those being written and paused ones */
static int
get_state_order (PzRecord *goal)
{
  const char *state = pz_record_get_text (goal, PZ_GOAL_STATE);

  if (state == NULL || g_str_equal (state, "active"))
    return 0;
  return g_str_equal (state, "draft") ? 1 : g_str_equal (state, "paused") ? 2 : 3;
}

static int
compare_goals (gconstpointer a,
               gconstpointer b)
{
  PzRecord *x = *(PzRecord *const *) a, *y = *(PzRecord *const *) b;
  int order = get_state_order (x) - get_state_order (y);

  if (order == 0)
    order = g_strcmp0 (pz_record_get_text (x, PZ_GOAL_START), pz_record_get_text (y, PZ_GOAL_START));
  return order != 0 ? order : g_strcmp0 (pz_record_get_id (x), pz_record_get_id (y));
}

/**
 * pz_goal_list:
 * @learner: the document of a learner
 * @classroom: the document of the class
 * @keep: (nullable): id of a goal to list in any case
 *
 * Returns: (transfer full) (element-type PzRecord): goals that are not closed, those that are worked on first, by start
 */
GPtrArray *
pz_goal_list (PzDocument *learner,
              PzDocument *classroom,
              const char *keep)
{
  GPtrArray *goals;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom), NULL);

  goals = g_ptr_array_new_with_free_func (g_object_unref);
  collect (goals, learner, pz_document_get_id (learner), keep);
  collect (goals, classroom, pz_document_get_id (learner), keep);
  g_ptr_array_sort (goals, compare_goals);
  return goals;
}

/**
 * pz_goal_find_measure:
 * @goal: a goal
 * @classroom: the document of the class
 *
 * Returns: (transfer none) (nullable): how it is measured
 */
PzRecord *
pz_goal_find_measure (PzRecord   *goal,
                      PzDocument *classroom)
{
  const char *id;
  PzRecord *measure;

  g_return_val_if_fail (PZ_IS_RECORD (goal) && PZ_IS_DOCUMENT (classroom), NULL);
  g_return_val_if_fail (pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  id = pz_record_get_text (goal, PZ_GOAL_MEASURE);
  measure = id != NULL ? pz_document_find (classroom, id) : NULL;
  return measure != NULL && pz_record_get_record_type (measure) == PZ_RECORD_MEASURE ? measure : NULL;
}

/**
 * pz_goal_counts_measurement:
 * @measurement: a measurement
 * @goal: id of a goal
 *
 * Returns: whether it belongs to the goal, is not in the trash, was not set aside, and has a day and a value
 */
gboolean
pz_goal_counts_measurement (PzRecord   *measurement,
                            const char *goal)
{
  g_return_val_if_fail (PZ_IS_RECORD (measurement) && goal != NULL, FALSE);
  g_return_val_if_fail (pz_record_get_record_type (measurement) == PZ_RECORD_MEASUREMENT, FALSE);

  return g_strcmp0 (pz_record_get_text (measurement, PZ_MEASUREMENT_GOAL), goal) == 0
         && !pz_record_is_deleted (measurement) && !pz_record_get_flag (measurement, PZ_MEASUREMENT_NOT_VALID)
         && !pz_record_is_empty (measurement, PZ_MEASUREMENT_VALUE)
         && !pz_record_is_empty (measurement, PZ_MEASUREMENT_DATE);
}

/**
 * pz_goal_find_last_measurement:
 * @learner: the document of a learner
 * @goal: id of a goal
 *
 * Returns: (transfer none) (nullable): the newest measurement that counts and has a value; of one day the last one added
 */
PzRecord *
pz_goal_find_last_measurement (PzDocument *learner,
                               const char *goal)
{
  GListModel *records;
  PzRecord *last = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && goal != NULL, NULL);

  records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!pz_goal_counts_measurement (record, goal))
        continue;
      if (last == NULL || g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_DATE),
                                     pz_record_get_text (last, PZ_MEASUREMENT_DATE)) >= 0)
        last = record; /* the document holds it */
    }
  return last;
}
