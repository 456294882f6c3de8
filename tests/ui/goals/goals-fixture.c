/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goals-fixture.h"

#include <math.h>

static const struct
{
  guint n;
  double pace;   /* a week */
  double first;
} courses[] = {
  [COURSE_NONE] = { 0, 0, 0 },   [COURSE_FEW] = { 2, 1, 30 },      [COURSE_SHORT] = { 5, 1, 30 },
  [COURSE_FLAT] = { 12, 0, 30 }, [COURSE_GOOD] = { 12, 1.8, 30 },  [COURSE_DONE] = { 12, 3.2, 30 },
};

char *
goals_add_measure (PzClassroom *classroom,
                   const char  *name,
                   const char  *unit)
{
  PzRecord *measure = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_MEASURE);

  pz_record_set_text (measure, PZ_MEASURE_NAME, name);
  pz_record_set_text (measure, PZ_MEASURE_KIND, "count");
  pz_record_set_text (measure, PZ_MEASURE_UNIT, unit);
  return g_strdup (pz_record_get_id (measure));
}

char *
goals_add_strategy (PzClassroom *classroom,
                    const char  *name)
{
  PzRecord *strategy = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_STRATEGY);

  pz_record_set_text (strategy, PZ_STRATEGY_NAME, name);
  return g_strdup (pz_record_get_id (strategy));
}

static PzDocument *
load (PzClassroom *classroom,
      const char  *learner)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, learner, &error);

  g_assert_no_error (error);
  return document;
}

static void
add_point (PzDocument *document,
           const char *goal,
           const char *date,
           double      value)
{
  PzRecord *point = pz_document_add (document, PZ_RECORD_MEASUREMENT);

  pz_record_set_text (point, PZ_MEASUREMENT_GOAL, goal);
  pz_record_set_text (point, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (point, PZ_MEASUREMENT_VALUE, value);
}

/* a point a week, the last of them a week ago, a little up and down */
static void
add_course (PzDocument *document,
            const char *goal,
            Course      course)
{
  for (guint i = 0; i < courses[course].n; i++)
    {
      char date[PZ_DAY_TEXT_SIZE];
      guint32 last = pz_day_from_text ("2026-11-16");

      pz_day_to_text (last - 7 * (courses[course].n - 1 - i), date);
      add_point (document, goal, date, courses[course].first + courses[course].pace * i + (i % 2 == 0 ? 0.5 : -0.5));
    }
}

/* Returns: (transfer full): its id; saved with the next save */
char *
goals_add (PzClassroom *classroom,
           const char  *learner,
           const char  *title,
           const char  *measure,
           Course       course)
{
  g_autoptr(PzDocument) document = load (classroom, learner);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_MEASURE, measure);
  pz_record_set_number (goal, PZ_GOAL_BASELINE, 30);
  pz_record_set_number (goal, PZ_GOAL_TARGET, 60);
  pz_record_set_text (goal, PZ_GOAL_START, "2026-08-31");
  pz_record_set_text (goal, PZ_GOAL_TARGET_DATE, "2027-01-08");
  pz_record_set_text (goal, PZ_GOAL_STATE, "active");
  add_course (document, pz_record_get_id (goal), course);
  return g_strdup (pz_record_get_id (goal));
}

void
goals_add_phase (PzClassroom *classroom,
                 const char  *learner,
                 const char  *goal,
                 const char  *strategy)
{
  g_autoptr(PzDocument) document = load (classroom, learner);
  PzRecord *phase = pz_document_add (document, PZ_RECORD_PHASE);

  pz_record_set_text (phase, PZ_PHASE_GOAL, goal);
  pz_record_set_text (phase, PZ_PHASE_START, "2026-08-31");
  pz_record_set_text (phase, PZ_PHASE_STRATEGY, strategy);
}

void
goals_add_point (PzClassroom *classroom,
                 const char  *learner,
                 const char  *goal,
                 const char  *date,
                 double       value)
{
  g_autoptr(PzDocument) document = load (classroom, learner);

  add_point (document, goal, date, value);
}

void
goals_set_state (PzClassroom *classroom,
                 const char  *learner,
                 const char  *goal,
                 const char  *state)
{
  g_autoptr(PzDocument) document = load (classroom, learner);

  pz_record_set_text (pz_document_find (document, goal), PZ_GOAL_STATE, state);
}

/* A goal called as its title, 30 to 60, with n points, one a week to a week ago, that go up by pace a week.
 * Returns: (transfer full) */
PzGoalItem *
goals_make_item (UiFixture  *fixture,
                 const char *learner,
                 const char *title,
                 guint       n,
                 double      pace)
{
  g_autoptr(PzGoalRules) rules = NULL;
  PzGoalSource *source = pz_goal_source_new (learner, title);
  guint32 last = pz_day_from_text ("2026-11-16");
  GDate today;

  pz_goal_source_set_title (source, title);
  source->baseline = 30;
  source->target = 60;
  source->start = pz_day_from_text ("2026-08-31");
  source->due = pz_day_from_text ("2027-01-08");
  for (guint i = 0; i < n; i++)
    {
      PzGoalScore score = { last - 7 * (n - 1 - i), 30 + pace * i + (i % 2), NAN, FALSE };

      pz_goal_source_add_score (source, &score);
    }
  pz_goal_source_finish (source);
  g_date_clear (&today, 1);
  pz_environment_get_today (fixture->environment, &today);
  rules = pz_goal_rules_new (pz_classroom_get_document (fixture->classroom), &today);
  return pz_goal_item_new (pz_goal_progress_new (source, rules));
}

/* Returns: id of the first with that name */
const char *
goals_learner (UiFixture  *fixture,
               const char *given_name)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (g_strcmp0 (pz_index_peek_given_name (index, i), given_name) == 0)
      return g_intern_string (pz_index_peek_id (index, i));
  g_assert_not_reached ();
}

static gboolean
is_still (gpointer list)
{
  return !pz_goal_list_is_busy (list);
}

/* until everything that was written is in the list */
void
goals_wait (PzGoalList *list)
{
  g_assert_true (ui_wait (is_still, list));
}

/* Returns: (transfer none) (nullable) */
PzGoalItem *
goals_item (PzGoalList *list,
            const char *learner,
            const char *goal)
{
  guint position;

  return pz_goal_list_find (list, learner, goal, &position) ? pz_goal_list_peek (list, position) : NULL;
}
