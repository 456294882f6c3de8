/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick-goal-fixture.h"

void
quick_save (PzClassroom *classroom,
            const char  *label)
{
  g_autoptr(GError) error = NULL;

  pz_classroom_save (classroom, label, &error);
  g_assert_no_error (error);
}

char *
quick_add_goal (PzClassroom *classroom,
                PzDocument  *document,
                const char  *title)
{
  PzDocument *own = pz_classroom_get_document (classroom);
  PzRecord *measure = pz_document_add (own, PZ_RECORD_MEASURE);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Words read");
  pz_record_set_text (measure, PZ_MEASURE_KIND, "rate");
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, 250);
  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
  return g_strdup (pz_record_get_id (goal));
}

PzRecord *
quick_add_measurement (PzDocument *document,
                       const char *goal,
                       const char *date,
                       double      value)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, goal);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, value);
  return record;
}

typedef struct
{
  GPtrArray *found;
  GError *error;
  gboolean done;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = pz_quick_goals_read_finish (result, &answer->error);
  answer->done = TRUE;
}

GPtrArray *
quick_read_goals (ClassroomFixture *fixture,
                  const char       *id)
{
  const char *ids[] = { id, NULL };
  Answer answer = { 0 };

  pz_quick_goals_read_async (fixture->environment, pz_classroom_get_id (fixture->classroom), ids, NULL, answer_cb,
                             &answer);
  run_until (&answer.done);
  g_assert_no_error (answer.error);
  return answer.found;
}
