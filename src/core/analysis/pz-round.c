/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round.h"

#include "pz-absence.h"
#include "pz-goal.h"

#include <math.h>
#include <string.h>

static void
measure_free (PzRoundMeasure *measure)
{
  g_free (measure->id);
  g_free (measure);
}

static gboolean
is_measured (const PzGoalProgress *progress)
{
  return progress->source->state == PZ_GOAL_IS_ACTIVE && progress->source->measure != NULL;
}

static PzRoundMeasure *
find_measure (GPtrArray  *measures,
              const char *id)
{
  for (guint i = 0; i < measures->len; i++)
    {
      PzRoundMeasure *measure = g_ptr_array_index (measures, i);

      if (strcmp (measure->id, id) == 0)
        return measure;
    }
  return NULL;
}

static int
compare_measures (gconstpointer a,
                  gconstpointer b)
{
  const PzRoundMeasure *x = *(PzRoundMeasure *const *) a, *y = *(PzRoundMeasure *const *) b;

  return x->n_goals != y->n_goals ? (x->n_goals < y->n_goals) - (x->n_goals > y->n_goals) : strcmp (x->id, y->id);
}

/**
 * pz_round_list_measures:
 * @progress: (element-type PzGoalProgress): the goals of a class
 *
 * Returns: (transfer full) (element-type PzRoundMeasure): measures of goals that are worked on, the most used first
 */
GPtrArray *
pz_round_list_measures (const GPtrArray *progress)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func ((GDestroyNotify) measure_free);

  g_return_val_if_fail (progress != NULL, measures);

  for (guint i = 0; i < progress->len; i++)
    {
      const PzGoalProgress *goal = g_ptr_array_index (progress, i);
      PzRoundMeasure *measure;

      if (!is_measured (goal))
        continue;
      measure = find_measure (measures, goal->source->measure);
      if (measure == NULL)
        {
          measure = g_new0 (PzRoundMeasure, 1);
          measure->id = g_strdup (goal->source->measure);
          g_ptr_array_add (measures, measure);
        }
      measure->n_goals++;
    }
  g_ptr_array_sort (measures, compare_measures);
  return measures;
}

/**
 * pz_round_row_free:
 * @self: (transfer full): a row
 */
void
pz_round_row_free (PzRoundRow *self)
{
  g_return_if_fail (self != NULL);

  pz_goal_progress_free (self->progress);
  g_free (self->name);
  g_free (self);
}

static void
forget_values (PzRoundRow *self)
{
  self->is_measured = self->has_last = FALSE;
  self->value = self->out_of = self->last_value = self->last_out_of = NAN;
}

/* of one day the one that was added last */
static void
take_score (PzRoundRow *self,
            guint32     score_day,
            double      value,
            double      out_of,
            guint32     day,
            guint32    *last_day)
{
  if (score_day == day)
    {
      self->is_measured = TRUE;
      self->value = value;
      self->out_of = out_of;
    }
  else if (score_day > 0 && score_day < day && score_day >= *last_day)
    {
      self->has_last = TRUE;
      self->last_value = value;
      self->last_out_of = out_of;
      *last_day = score_day;
    }
}

static PzRoundRow *
make_row (PzGoalProgress *progress,
          GHashTable     *names,
          guint32         day)
{
  PzRoundRow *self = g_new0 (PzRoundRow, 1);
  const char *name = g_hash_table_lookup (names, progress->source->learner);
  guint32 last_day = 0;
  GDate date;

  self->progress = progress;
  self->name = g_strdup (name != NULL ? name : "");
  forget_values (self);
  for (guint i = 0; i < progress->source->scores->len; i++)
    {
      const PzGoalScore *score = &g_array_index (progress->source->scores, PzGoalScore, i);

      take_score (self, score->day, score->value, score->out_of, day, &last_day);
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  self->is_absent = pz_day_spans_contains (progress->source->absences, &date);
  return self;
}

typedef struct
{
  char *key;
  PzRoundRow *row;
} Sortable;

static int
compare_sortable (gconstpointer a,
                  gconstpointer b)
{
  const Sortable *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  if (order == 0)
    order = strcmp (x->row->progress->source->learner, y->row->progress->source->learner);
  return order != 0 ? order : strcmp (x->row->progress->source->goal, y->row->progress->source->goal);
}

/* each key is made once: the comparison of names is dear */
static void
sort_by_name (GPtrArray *rows)
{
  g_autofree Sortable *sortable = g_new (Sortable, MAX (rows->len, 1));

  for (guint i = 0; i < rows->len; i++)
    {
      sortable[i].row = g_ptr_array_index (rows, i);
      sortable[i].key = g_utf8_collate_key (sortable[i].row->name, -1);
    }
  qsort (sortable, rows->len, sizeof *sortable, compare_sortable);
  for (guint i = 0; i < rows->len; i++)
    {
      rows->pdata[i] = sortable[i].row;
      g_free (sortable[i].key);
    }
}

/**
 * pz_round_list_rows:
 * @progress: (transfer full) (element-type PzGoalProgress): the goals of a class
 * @measure: id of a measure
 * @names: (element-type utf8 utf8): id of a learner -> the name to show and to sort by
 * @day: of the Round, as GDate counts days
 *
 * Returns: (transfer full) (element-type PzRoundRow): one for each goal that is worked on and measured so, by name
 */
GPtrArray *
pz_round_list_rows (GPtrArray  *progress,
                    const char *measure,
                    GHashTable *names,
                    guint32     day)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_round_row_free);

  g_return_val_if_fail (progress != NULL && measure != NULL && names != NULL && day > 0, rows);

  g_ptr_array_set_free_func (progress, NULL); /* each goes over to its row, or ends here */
  for (guint i = 0; i < progress->len; i++)
    {
      PzGoalProgress *goal = g_ptr_array_index (progress, i);

      if (is_measured (goal) && strcmp (goal->source->measure, measure) == 0)
        g_ptr_array_add (rows, make_row (goal, names, day));
      else
        pz_goal_progress_free (goal);
    }
  g_ptr_array_unref (progress);
  sort_by_name (rows);
  return rows;
}

/* NULL when it does not count */
static PzRecord *
get_counting (GListModel *records,
              guint       position,
              const char *goal)
{
  g_autoptr(PzRecord) record = g_list_model_get_item (records, position);

  return pz_goal_counts_measurement (record, goal) ? record : NULL; /* the document holds it */
}

/**
 * pz_round_row_update:
 * @self: a row
 * @learner: the document of its learner as it is now
 * @day: of the Round
 *
 * Takes over values and absence, after something was typed or taken back.
 */
void
pz_round_row_update (PzRoundRow *self,
                     PzDocument *learner,
                     guint32     day)
{
  GListModel *records;
  guint32 last_day = 0;
  GDate date;

  g_return_if_fail (self != NULL && PZ_IS_DOCUMENT (learner) && day > 0);

  forget_values (self);
  records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      PzRecord *record = get_counting (records, i, self->progress->source->goal);

      if (record != NULL)
        take_score (self, pz_day_from_text (pz_record_get_text (record, PZ_MEASUREMENT_DATE)),
                    pz_record_get_number (record, PZ_MEASUREMENT_VALUE),
                    pz_record_get_number (record, PZ_MEASUREMENT_OUT_OF), day, &last_day);
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  self->is_absent = pz_absence_covers (learner, &date);
}

/**
 * pz_round_count:
 * @rows: (element-type PzRoundRow): of a Round
 * @counts: (out caller-allocates): how far it is
 */
void
pz_round_count (const GPtrArray *rows,
                PzRoundCounts   *counts)
{
  g_return_if_fail (rows != NULL && counts != NULL);

  *counts = (PzRoundCounts) { 0 };
  for (guint i = 0; i < rows->len; i++)
    {
      const PzRoundRow *row = g_ptr_array_index (rows, i);

      if (row->is_measured)
        counts->n_measured++;
      else if (row->is_absent)
        counts->n_absent++;
      else
        counts->n_to_go++;
    }
}

/**
 * pz_round_find_next:
 * @rows: (element-type PzRoundRow): of a Round
 * @position: of a row
 *
 * Returns: the next row behind it whose learner is not away; the number of rows when there is none
 */
guint
pz_round_find_next (const GPtrArray *rows,
                    guint            position)
{
  g_return_val_if_fail (rows != NULL, 0);

  do
    position++;
  while (position < rows->len && ((PzRoundRow *) g_ptr_array_index (rows, position))->is_absent);
  return MIN (position, rows->len);
}

/* the newest of the day */
static PzRecord *
find_of_day (PzDocument *learner,
             const char *goal,
             const char *date)
{
  GListModel *records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);

  for (guint i = g_list_model_get_n_items (records); i > 0; i--)
    {
      PzRecord *record = get_counting (records, i - 1, goal);

      if (record != NULL && g_strcmp0 (pz_record_get_text (record, PZ_MEASUREMENT_DATE), date) == 0)
        return record;
    }
  return NULL;
}

static gboolean
says_the_same (const PzMeasurementDraft *a,
               const PzMeasurementDraft *b)
{
  return memcmp (&a->value, &b->value, sizeof a->value) == 0 && a->help == b->help
         && ((isnan (a->out_of) && isnan (b->out_of)) || memcmp (&a->out_of, &b->out_of, sizeof a->out_of) == 0)
         && (b->note == NULL || g_strcmp0 (a->note, b->note) == 0);
}

/**
 * pz_round_write:
 * @learner: the document of the learner
 * @draft: what was typed, with its day; must pass pz_measurement_check(). A %NULL note leaves the one that is there
 *
 * A learner has one value of the day in a Round: it is changed when it is there. Who calls saves the document.
 *
 * Returns: whether something changed
 */
gboolean
pz_round_write (PzDocument               *learner,
                const PzMeasurementDraft *draft)
{
  PzMeasurementDraft before, whole;
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && draft != NULL && draft->goal != NULL && draft->date != NULL, FALSE);

  record = find_of_day (learner, draft->goal, draft->date);
  if (record == NULL)
    return pz_measurement_add (learner, draft) != NULL;
  before = pz_measurement_get_draft (record);
  if (says_the_same (&before, draft))
    return FALSE;
  whole = *draft;
  if (whole.note == NULL)
    whole.note = before.note;
  pz_measurement_change (learner, record, &whole);
  return TRUE;
}

/**
 * pz_round_clear:
 * @learner: the document of the learner
 * @goal: id of a goal
 * @date: the day of the Round, `YYYY-MM-DD`
 *
 * Puts the value of the day into the trash; one before it on the same day counts again. Who calls saves the document.
 *
 * Returns: whether there was one
 */
gboolean
pz_round_clear (PzDocument *learner,
                const char *goal,
                const char *date)
{
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && goal != NULL && date != NULL, FALSE);

  record = find_of_day (learner, goal, date);
  if (record == NULL)
    return FALSE;
  pz_document_delete (learner, record);
  return TRUE;
}
