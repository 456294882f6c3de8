/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-progress.h"

#include "pz-series.h"

#include <math.h>

struct _PzGoalRules
{
  gatomicrefcount references;
  GHashTable *ranges; /* id of a measure -> PzMeasureRange */
  PzSchoolDays *school_days;
  GDate today;
};

G_DEFINE_BOXED_TYPE (PzGoalRules, pz_goal_rules, pz_goal_rules_ref, pz_goal_rules_unref)

static PzMeasureRange *
read_range (PzRecord *measure)
{
  PzMeasureKind kind = PZ_MEASURE_IS_SCORE;
  PzMeasureRange *range = g_new0 (PzMeasureRange, 1);

  pz_measure_kind_from_name (pz_record_get_text (measure, PZ_MEASURE_KIND), &kind);
  pz_measure_range_init (range, kind);
  pz_direction_from_name (pz_record_get_text (measure, PZ_MEASURE_DIRECTION), &range->direction);
  range->minimum = pz_record_get_number (measure, PZ_MEASURE_MINIMUM);
  range->maximum = pz_record_get_number (measure, PZ_MEASURE_MAXIMUM);
  range->resolution = pz_record_get_number (measure, PZ_MEASURE_RESOLUTION);
  return range;
}

/**
 * pz_goal_rules_new:
 * @classroom: the document of the class
 * @today: a valid day
 *
 * Returns: (transfer full): what the class says now
 */
PzGoalRules *
pz_goal_rules_new (PzDocument  *classroom,
                   const GDate *today)
{
  PzGoalRules *self;
  GListModel *measures;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && g_date_valid (today), NULL);

  self = g_new0 (PzGoalRules, 1);
  g_atomic_ref_count_init (&self->references);
  self->ranges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->school_days = pz_school_days_new (pz_document_get_owner (classroom));
  self->today = *today;
  measures = pz_document_get_records (classroom, PZ_RECORD_MEASURE);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PzRecord) measure = g_list_model_get_item (measures, i);

      g_hash_table_insert (self->ranges, g_strdup (pz_record_get_id (measure)), read_range (measure));
    }
  return self;
}

/**
 * pz_goal_rules_ref:
 * @self: the rules
 *
 * Returns: (transfer full): @self
 */
PzGoalRules *
pz_goal_rules_ref (PzGoalRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * pz_goal_rules_unref:
 * @self: (transfer full): the rules
 */
void
pz_goal_rules_unref (PzGoalRules *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->ranges);
  pz_school_days_unref (self->school_days);
  g_free (self);
}

/**
 * pz_goal_rules_get_range:
 * @self: the rules
 * @measure: (nullable): id of a measure
 * @range: (out caller-allocates): of the measure; of one that is not known, that of scores of which more are better
 */
void
pz_goal_rules_get_range (const PzGoalRules *self,
                         const char        *measure,
                         PzMeasureRange    *range)
{
  const PzMeasureRange *found;

  g_return_if_fail (self != NULL && range != NULL);

  found = measure != NULL ? g_hash_table_lookup (self->ranges, measure) : NULL;
  if (found != NULL)
    *range = *found;
  else
    pz_measure_range_init (range, PZ_MEASURE_IS_SCORE);
}

/* Points of the goal, turned so that more is better. */
static void
collect_points (PzGoalProgress *self)
{
  const GArray *scores = self->source->scores;
  PzScore kept[64];
  g_autofree PzScore *many = NULL;
  PzScore *all = kept;

  if (scores->len > G_N_ELEMENTS (kept))
    all = many = g_new (PzScore, scores->len);
  for (guint i = 0; i < scores->len; i++)
    {
      const PzGoalScore *score = &g_array_index (scores, PzGoalScore, i);

      all[i] = (PzScore) { score->day, pz_measure_value_count (&self->range, score->value, score->out_of), FALSE };
    }
  self->x = g_new (double, MAX (scores->len, 1));
  self->y = g_new (double, MAX (scores->len, 1));
  self->n = pz_series_collect (all, scores->len, self->range.direction, self->x, self->y);
  if (self->n > 0)
    self->first_day = (guint32) all[0].day;
}

static double
days_from_first (const PzGoalProgress *self,
                 guint32               day)
{
  return day > 0 && self->first_day > 0 ? (double) day - self->first_day : (double) NAN;
}

/* a phase that has not begun has changed nothing yet */
static guint32
find_phase_start (const PzGoalSource *source,
                  guint32             today)
{
  guint32 start = 0;

  for (guint i = 0; i < source->phases->len; i++)
    if (g_array_index (source->phases, PzGoalPhase, i).start <= today)
      start = g_array_index (source->phases, PzGoalPhase, i).start;
  return start;
}

static void
count_days (PzGoalProgress    *self,
            const PzGoalRules *rules)
{
  GDate last;

  if (self->n == 0)
    return;
  g_date_clear (&last, 1);
  g_date_set_julian (&last, self->first_day + (guint32) self->x[self->n - 1]);
  self->days_since_last = pz_school_days_count (rules->school_days, &last, &rules->today, self->source->absences);
}

static void
decide (PzGoalProgress    *self,
        const PzGoalRules *rules)
{
  const PzGoalSource *source = self->source;
  PzDecisionInput input;

  pz_decision_input_init (&input, self->x, self->y, self->n, self->range.direction);
  input.target = source->target;
  input.baseline = source->baseline;
  input.due = days_from_first (self, source->due);
  input.start = days_from_first (self, source->start);
  input.phase_start = days_from_first (self, find_phase_start (source, g_date_get_julian (&rules->today)));
  input.step = pz_measure_range_get_step (&self->range);
  input.occasions = source->occasions;
  input.days_since_last = self->days_since_last;
  input.review_every = source->review_every;
  pz_decision_make (&input, &self->decision);
}

/**
 * pz_goal_progress_new:
 * @source: (transfer full): what is noted of a goal
 * @rules: what the class says
 *
 * Returns: (transfer full): how far the learner is with it
 */
PzGoalProgress *
pz_goal_progress_new (PzGoalSource      *source,
                      const PzGoalRules *rules)
{
  PzGoalProgress *self;

  g_return_val_if_fail (source != NULL && rules != NULL, NULL);

  self = g_new0 (PzGoalProgress, 1);
  self->source = source;
  pz_goal_rules_get_range (rules, source->measure, &self->range);
  collect_points (self);
  count_days (self, rules);
  self->strategy = pz_goal_source_get_strategy (source, g_date_get_julian (&rules->today));
  decide (self, rules);
  for (gsize i = 0; i < self->n; i++)
    self->y[i] = pz_measure_value_turn (self->y[i], self->range.direction);
  return self;
}

/**
 * pz_goal_progress_free:
 * @self: (transfer full): the progress
 */
void
pz_goal_progress_free (PzGoalProgress *self)
{
  g_return_if_fail (self != NULL);

  pz_goal_source_free (self->source);
  g_free (self->x);
  g_free (self->y);
  g_free (self);
}

/**
 * pz_goal_progress_list:
 * @sources: (transfer full) (element-type PzGoalSource): goals, of a whole school perhaps
 * @rules: what the class says
 * @cancellable: (nullable): to stop between two goals
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (element-type PzGoalProgress): one for each, in their order; less when it was cancelled
 */
GPtrArray *
pz_goal_progress_list (GPtrArray         *sources,
                       const PzGoalRules *rules,
                       GCancellable      *cancellable)
{
  GPtrArray *list;

  g_return_val_if_fail (sources != NULL && rules != NULL, NULL);

  list = g_ptr_array_new_full (sources->len, (GDestroyNotify) pz_goal_progress_free);
  g_ptr_array_set_free_func (sources, NULL); /* each source goes over to its progress */
  for (guint i = 0; i < sources->len; i++)
    if (g_cancellable_is_cancelled (cancellable))
      pz_goal_source_free (g_ptr_array_index (sources, i));
    else
      g_ptr_array_add (list, pz_goal_progress_new (g_ptr_array_index (sources, i), rules));
  g_ptr_array_unref (sources);
  return list;
}
