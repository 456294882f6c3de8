/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-source.h"

#include "pz-goal.h"

#include <math.h>

static const char *const state_names[PZ_N_GOAL_STATES] = { "draft", "active", "paused", "closed" };

static void
clear_phase (gpointer phase)
{
  g_free (((PzGoalPhase *) phase)->strategy);
}

/**
 * pz_goal_source_new:
 * @learner: id of a learner
 * @goal: id of a goal
 *
 * Returns: (transfer full): an active goal of which nothing else is known
 */
PzGoalSource *
pz_goal_source_new (const char *learner,
                    const char *goal)
{
  PzGoalSource *self = g_new0 (PzGoalSource, 1);

  self->learner = g_strdup (learner);
  self->goal = g_strdup (goal);
  self->title = g_strdup ("");
  self->state = PZ_GOAL_IS_ACTIVE;
  self->baseline = self->target = NAN;
  self->occasions = 1;
  self->review_every = PZ_GOAL_REVIEW_EVERY_UNSET;
  self->scores = g_array_new (FALSE, FALSE, sizeof (PzGoalScore));
  self->phases = g_array_new (FALSE, FALSE, sizeof (PzGoalPhase));
  g_array_set_clear_func (self->phases, clear_phase);
  return self;
}

/**
 * pz_goal_source_free:
 * @self: (transfer full): a source
 */
void
pz_goal_source_free (PzGoalSource *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->learner);
  g_free (self->goal);
  g_free (self->title);
  g_free (self->measure);
  g_free (self->standard);
  g_array_unref (self->scores);
  g_array_unref (self->phases);
  g_clear_pointer (&self->absences, pz_day_spans_unref);
  g_free (self);
}

/**
 * pz_goal_state_from_name:
 * @name: (nullable): a choice of the schema
 *
 * Returns: the state; one that is not said or not known is %PZ_GOAL_IS_ACTIVE
 */
PzGoalState
pz_goal_state_from_name (const char *name)
{
  for (guint i = 0; i < PZ_N_GOAL_STATES; i++)
    if (g_strcmp0 (name, state_names[i]) == 0)
      return (PzGoalState) i;
  return PZ_GOAL_IS_ACTIVE;
}

/**
 * pz_goal_state_get_name:
 * @state: whether a goal is worked on
 *
 * Returns: the choice of the schema
 */
const char *
pz_goal_state_get_name (PzGoalState state)
{
  g_return_val_if_fail (state < PZ_N_GOAL_STATES, NULL);
  return state_names[state];
}

/**
 * pz_goal_source_add_score:
 * @self: a source that is being made
 * @score: in any order; one without day or value is left out
 */
void
pz_goal_source_add_score (PzGoalSource      *self,
                          const PzGoalScore *score)
{
  g_return_if_fail (self != NULL && score != NULL);

  if (score->day > 0 && isfinite (score->value))
    g_array_append_val (self->scores, *score);
}

/**
 * pz_goal_source_add_phase:
 * @self: a source that is being made
 * @start: as GDate counts days; 0: the phase is left out
 * @strategy: (nullable): id of a strategy
 */
void
pz_goal_source_add_phase (PzGoalSource *self,
                          guint32       start,
                          const char   *strategy)
{
  PzGoalPhase phase = { start, NULL };

  g_return_if_fail (self != NULL);

  if (start == 0)
    return;
  phase.strategy = g_strdup (strategy);
  g_array_append_val (self->phases, phase);
}

/**
 * pz_goal_source_set_title:
 * @self: a source that is being made
 * @title: (nullable): the goal in a few words
 */
void
pz_goal_source_set_title (PzGoalSource *self,
                          const char   *title)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  self->title = g_strdup (title != NULL ? title : "");
}

/**
 * pz_goal_source_set_counts:
 * @self: a source that is being made
 * @occasions: as the field says; NaN: not said
 * @review_every: as the field says; NaN: not said
 */
void
pz_goal_source_set_counts (PzGoalSource *self,
                           double        occasions,
                           double        review_every)
{
  g_return_if_fail (self != NULL);

  self->occasions = occasions >= 1 ? (guint) MIN (occasions, G_MAXINT) : 1;
  self->review_every = review_every >= 1 ? (guint) MIN (review_every, G_MAXINT) : PZ_GOAL_REVIEW_EVERY_UNSET;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const PzGoalScore *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

static int
compare_phases (gconstpointer a,
                gconstpointer b)
{
  const PzGoalPhase *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/**
 * pz_goal_source_finish:
 * @self: a source to which everything was added
 *
 * Puts scores and phases in order; those of one day stay in the order they were added.
 */
void
pz_goal_source_finish (PzGoalSource *self)
{
  gboolean sorted = TRUE;

  g_return_if_fail (self != NULL);

  /* they nearly always are, and a school has half a million */
  for (guint i = 1; i < self->scores->len && sorted; i++)
    sorted = g_array_index (self->scores, PzGoalScore, i - 1).day <= g_array_index (self->scores, PzGoalScore, i).day;
  if (!sorted)
    g_array_sort (self->scores, compare_scores);
  g_array_sort (self->phases, compare_phases);
  if (self->absences == NULL)
    self->absences = pz_day_spans_new (NULL, 0);
}

/**
 * pz_goal_source_get_strategy:
 * @self: a source
 * @day: as GDate counts days
 *
 * Returns: (nullable): id of what is used on that day: the strategy of the newest phase that has begun
 */
const char *
pz_goal_source_get_strategy (const PzGoalSource *self,
                             guint32             day)
{
  const char *strategy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->phases->len; i++)
    if (g_array_index (self->phases, PzGoalPhase, i).start <= day)
      strategy = g_array_index (self->phases, PzGoalPhase, i).strategy;
  return strategy;
}

static void
add_scores (PzGoalSource *self,
            PzDocument   *learner)
{
  GListModel *records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);
      PzGoalScore score;

      if (!pz_goal_counts_measurement (record, self->goal))
        continue;
      score.day = pz_day_from_text (pz_record_get_text (record, PZ_MEASUREMENT_DATE));
      score.value = pz_record_get_number (record, PZ_MEASUREMENT_VALUE);
      score.out_of = pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF);
      score.with_help = g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_INDEPENDENCE), "with-help") == 0;
      pz_goal_source_add_score (self, &score);
    }
}

static void
add_phases (PzGoalSource *self,
            PzDocument   *document)
{
  GListModel *records = pz_document_get_records (document, PZ_RECORD_PHASE);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (record) && g_strcmp0 (pz_record_get_text (record, PZ_PHASE_GOAL), self->goal) == 0)
        pz_goal_source_add_phase (self, pz_day_from_text (pz_record_get_text (record, PZ_PHASE_START)),
                                  pz_record_get_text (record, PZ_PHASE_STRATEGY));
    }
}

/**
 * pz_goal_source_new_of_records:
 * @learner: the document of a learner
 * @home: the document the goal stands in: the learner's, or the class's when several share it
 * @goal: a goal
 *
 * Returns: (transfer full): what is noted of it; it does not follow the documents
 */
PzGoalSource *
pz_goal_source_new_of_records (PzDocument *learner,
                               PzDocument *home,
                               PzRecord   *goal)
{
  PzGoalSource *self;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (home), NULL);
  g_return_val_if_fail (PZ_IS_RECORD (goal) && pz_record_get_record_type (goal) == PZ_RECORD_GOAL, NULL);

  self = pz_goal_source_new (pz_document_get_id (learner), pz_record_get_id (goal));
  pz_goal_source_set_title (self, pz_record_get_text (goal, PZ_GOAL_TITLE));
  self->measure = g_strdup (pz_record_get_text (goal, PZ_GOAL_MEASURE));
  self->standard = g_strdup (pz_record_get_text (goal, PZ_GOAL_STANDARD));
  self->shared = home != learner;
  self->state = pz_goal_state_from_name (pz_record_get_text (goal, PZ_GOAL_STATE));
  self->baseline = pz_record_get_number (goal, PZ_GOAL_BASELINE);
  self->target = pz_record_get_number (goal, PZ_GOAL_TARGET);
  self->start = pz_day_from_text (pz_record_get_text (goal, PZ_GOAL_START));
  self->due = pz_day_from_text (pz_record_get_text (goal, PZ_GOAL_TARGET_DATE));
  pz_goal_source_set_counts (self, pz_record_get_number (goal, PZ_GOAL_OCCASIONS), pz_record_get_number (goal, PZ_GOAL_REVIEW_EVERY));
  add_scores (self, learner);
  add_phases (self, home);
  self->absences = pz_day_spans_from_absences (learner);
  pz_goal_source_finish (self);
  return self;
}

static void
collect (GPtrArray  *sources,
         PzDocument *learner,
         PzDocument *document)
{
  GListModel *records = pz_document_get_records (document, PZ_RECORD_GOAL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) goal = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (goal)
          && (document == learner || pz_record_set_has (goal, PZ_GOAL_LEARNERS, pz_document_get_id (learner))))
        g_ptr_array_add (sources, pz_goal_source_new_of_records (learner, document, goal));
    }
}

/**
 * pz_goal_sources_of_documents:
 * @learner: the document of a learner
 * @classroom: the document of the class
 *
 * Returns: (transfer full) (element-type PzGoalSource): all goals that are not in the trash, the own ones first, in the
 *   order of the documents
 */
GPtrArray *
pz_goal_sources_of_documents (PzDocument *learner,
                              PzDocument *classroom)
{
  GPtrArray *sources;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_DOCUMENT (classroom), NULL);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_source_free);
  collect (sources, learner, learner);
  collect (sources, learner, classroom);
  return sources;
}
