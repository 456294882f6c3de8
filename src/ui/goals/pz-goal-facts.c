/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-facts.h"

#include "pz-goal.h"
#include "pz-measurement.h"

#include <math.h>

struct _PzGoalFacts
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzDocument *learner;
  char *id;

  PzGoalProgress *progress; /* NULL: the goal is gone */
  GPtrArray *points;
  GPtrArray *measurements;
  GPtrArray *phases;
  GPtrArray *check_ins;
  guint idle; /* a change waits to be read; 0: none */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGoalFacts, pz_goal_facts, G_TYPE_OBJECT)

/* the document of the learner, or of the class when several share the goal; NULL: neither has it */
static PzDocument *
find_home (PzGoalFacts *self)
{
  PzDocument *homes[] = { self->learner, pz_classroom_get_document (self->classroom) };

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    {
      PzRecord *record = pz_document_find (homes[i], self->id);

      if (record != NULL && pz_record_get_record_type (record) == PZ_RECORD_GOAL && !pz_record_is_deleted (record)
          && (homes[i] == self->learner || pz_record_set_has (record, PZ_GOAL_LEARNERS, pz_document_get_id (self->learner))))
        return homes[i];
    }
  return NULL;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      field)
{
  return g_strcmp0 (pz_record_get_text (*(PzRecord *const *) a, GPOINTER_TO_UINT (field)),
                    pz_record_get_text (*(PzRecord *const *) b, GPOINTER_TO_UINT (field)));
}

/* records of a type that belong to the goal and have a day, by day */
static void
collect (PzGoalFacts  *self,
         PzDocument   *document,
         PzRecordType  type,
         guint         goal,
         guint         date,
         GPtrArray    *found)
{
  GListModel *records = pz_document_get_records (document, type);

  g_ptr_array_set_size (found, 0);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!pz_record_is_deleted (record) && !pz_record_is_empty (record, date)
          && g_strcmp0 (pz_record_get_text (record, goal), self->id) == 0)
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  g_ptr_array_sort_with_data (found, compare_dates, GUINT_TO_POINTER (date));
}

static void
read_documents (PzGoalFacts *self)
{
  PzDocument *home = find_home (self);
  g_autoptr(PzGoalRules) rules = NULL;
  GDate today;

  g_clear_pointer (&self->progress, pz_goal_progress_free);
  collect (self, self->learner, PZ_RECORD_MEASUREMENT, PZ_MEASUREMENT_GOAL, PZ_MEASUREMENT_DATE, self->measurements);
  collect (self, self->learner, PZ_RECORD_CHECK_IN, PZ_CHECK_IN_GOAL, PZ_CHECK_IN_DATE, self->check_ins);
  g_ptr_array_set_size (self->phases, 0);
  g_ptr_array_set_size (self->points, 0);
  if (home == NULL)
    return;
  collect (self, home, PZ_RECORD_PHASE, PZ_PHASE_GOAL, PZ_PHASE_START, self->phases);
  pz_goal_facts_get_today (self, &today);
  rules = pz_goal_rules_new (pz_classroom_get_document (self->classroom), &today);
  self->progress = pz_goal_progress_new (pz_goal_source_new_of_records (self->learner, home, pz_document_find (home, self->id)),
                                         rules);
  for (guint i = 0; i < self->measurements->len; i++)
    if (pz_measurement_is_point (self->measurements->pdata[i], self->id, &self->progress->range))
      g_ptr_array_add (self->points, g_object_ref (self->measurements->pdata[i]));
}

static gboolean
idle_cb (gpointer user_data)
{
  PzGoalFacts *self = PZ_GOAL_FACTS (user_data);

  self->idle = 0;
  pz_goal_facts_update (self);
  return G_SOURCE_REMOVE;
}

/* a step writes many fields: all of them are read once, before the next frame */
static void
changed_cb (PzGoalFacts *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
pz_goal_facts_dispose (GObject *object)
{
  PzGoalFacts *self = PZ_GOAL_FACTS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->classroom);
  g_clear_object (&self->learner);
  G_OBJECT_CLASS (pz_goal_facts_parent_class)->dispose (object);
}

static void
pz_goal_facts_finalize (GObject *object)
{
  PzGoalFacts *self = PZ_GOAL_FACTS (object);

  g_clear_pointer (&self->progress, pz_goal_progress_free);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->measurements);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->check_ins);
  g_free (self->id);
  G_OBJECT_CLASS (pz_goal_facts_parent_class)->finalize (object);
}

static void
pz_goal_facts_class_init (PzGoalFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_goal_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goal_facts_finalize;
  /**
   * PzGoalFacts::changed:
   *
   * Something of the goal may have changed; everything was read anew.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pz_goal_facts_init (PzGoalFacts *self)
{
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->measurements = g_ptr_array_new_with_free_func (g_object_unref);
  self->phases = g_ptr_array_new_with_free_func (g_object_unref);
  self->check_ins = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pz_goal_facts_new:
 * @classroom: the class
 * @learner: the document of a learner
 * @goal: id of a goal of the learner or of the class
 *
 * Returns: (transfer full): what is known of it
 */
PzGoalFacts *
pz_goal_facts_new (PzClassroom *classroom,
                   PzDocument  *learner,
                   const char  *goal)
{
  PzGoalFacts *self;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && goal != NULL, NULL);

  self = g_object_new (PZ_TYPE_GOAL_FACTS, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  self->id = g_strdup (goal);
  own = pz_classroom_get_document (classroom);
  g_signal_connect_object (learner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (learner, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_documents (self);
  return self;
}

/**
 * pz_goal_facts_get_classroom:
 * @self: the facts
 *
 * Returns: (transfer none): the class
 */
PzClassroom *
pz_goal_facts_get_classroom (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->classroom;
}

/**
 * pz_goal_facts_get_learner:
 * @self: the facts
 *
 * Returns: (transfer none): the document of the learner
 */
PzDocument *
pz_goal_facts_get_learner (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->learner;
}

/**
 * pz_goal_facts_get_id:
 * @self: the facts
 *
 * Returns: id of the goal
 */
const char *
pz_goal_facts_get_id (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->id;
}

/**
 * pz_goal_facts_get_goal:
 * @self: the facts
 *
 * Returns: (transfer none) (nullable): the goal; %NULL when it is in the trash, or the learner has no share in it any more
 */
PzRecord *
pz_goal_facts_get_goal (PzGoalFacts *self)
{
  PzDocument *home;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);

  home = find_home (self);
  return home != NULL ? pz_document_find (home, self->id) : NULL;
}

/**
 * pz_goal_facts_get_measure:
 * @self: the facts
 *
 * Returns: (transfer none) (nullable): how the goal is measured
 */
PzRecord *
pz_goal_facts_get_measure (PzGoalFacts *self)
{
  PzRecord *goal;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);

  goal = pz_goal_facts_get_goal (self);
  return goal != NULL ? pz_goal_find_measure (goal, pz_classroom_get_document (self->classroom)) : NULL;
}

/**
 * pz_goal_facts_get_progress:
 * @self: the facts
 *
 * Returns: (transfer none) (nullable): how far the learner is, until the next change; %NULL when the goal is gone
 */
const PzGoalProgress *
pz_goal_facts_get_progress (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->progress;
}

/**
 * pz_goal_facts_get_range:
 * @self: the facts
 * @range: (out caller-allocates): of the measure; without one, that of scores
 */
void
pz_goal_facts_get_range (PzGoalFacts    *self,
                         PzMeasureRange *range)
{
  g_return_if_fail (PZ_IS_GOAL_FACTS (self) && range != NULL);

  if (self->progress != NULL)
    *range = self->progress->range;
  else
    pz_measure_range_init (range, PZ_MEASURE_IS_SCORE);
}

/**
 * pz_goal_facts_get_today:
 * @self: the facts
 * @today: (out caller-allocates): the day it is
 */
void
pz_goal_facts_get_today (PzGoalFacts *self,
                         GDate       *today)
{
  g_return_if_fail (PZ_IS_GOAL_FACTS (self) && today != NULL);
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), today);
}

/**
 * pz_goal_facts_get_points:
 * @self: the facts
 *
 * Returns: (transfer none) (element-type PzRecord): the measurements that count
 */
GPtrArray *
pz_goal_facts_get_points (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->points;
}

/**
 * pz_goal_facts_get_measurements:
 * @self: the facts
 *
 * Returns: (transfer none) (element-type PzRecord): all measurements, those that do not count included
 */
GPtrArray *
pz_goal_facts_get_measurements (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->measurements;
}

/**
 * pz_goal_facts_get_phases:
 * @self: the facts
 *
 * Returns: (transfer none) (element-type PzRecord): when the teaching changed
 */
GPtrArray *
pz_goal_facts_get_phases (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->phases;
}

/**
 * pz_goal_facts_get_check_ins:
 * @self: the facts
 *
 * Returns: (transfer none) (element-type PzRecord): the check-ins about the goal
 */
GPtrArray *
pz_goal_facts_get_check_ins (PzGoalFacts *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);
  return self->check_ins;
}

/**
 * pz_goal_facts_find_phase:
 * @self: the facts
 * @date: a day, YYYY-MM-DD
 *
 * Returns: (transfer none) (nullable): the phase of that day: the newest that had begun
 */
PzRecord *
pz_goal_facts_find_phase (PzGoalFacts *self,
                          const char  *date)
{
  PzRecord *found = NULL;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);

  for (guint i = 0; i < self->phases->len; i++)
    if (g_strcmp0 (pz_record_get_text (self->phases->pdata[i], PZ_PHASE_START), date) <= 0)
      found = self->phases->pdata[i];
  return found;
}

/**
 * pz_goal_facts_get_strategy_name:
 * @self: the facts
 * @strategy: (nullable): id of a strategy of the class
 *
 * Returns: (nullable): what it is called
 */
const char *
pz_goal_facts_get_strategy_name (PzGoalFacts *self,
                                 const char  *strategy)
{
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (self), NULL);

  record = strategy != NULL ? pz_document_find (pz_classroom_get_document (self->classroom), strategy) : NULL;
  return record != NULL && pz_record_get_record_type (record) == PZ_RECORD_STRATEGY
             ? pz_record_get_text (record, PZ_STRATEGY_NAME)
             : NULL;
}

/**
 * pz_goal_facts_update:
 * @self: the facts
 *
 * Reads the documents now, and says that something may have changed.
 */
void
pz_goal_facts_update (PzGoalFacts *self)
{
  g_return_if_fail (PZ_IS_GOAL_FACTS (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  read_documents (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
