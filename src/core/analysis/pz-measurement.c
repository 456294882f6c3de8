/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-measurement.h"

#include "pz-goal-source.h"
#include "pz-goal.h"
#include "pz-quick-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * pz_help_get_name:
 * @help: whether help was given
 *
 * Returns: (nullable): the choice of the schema; %NULL when it is not said
 */
const char *
pz_help_get_name (PzHelp help)
{
  static const char *const names[PZ_N_HELPS] = { NULL, "alone", "with-help" };

  g_return_val_if_fail (help < PZ_N_HELPS, NULL);
  return names[help];
}

/**
 * pz_help_from_name:
 * @name: (nullable): a choice of the schema
 *
 * Returns: what it means; %PZ_HELP_NOT_SAID for anything else
 */
PzHelp
pz_help_from_name (const char *name)
{
  for (guint i = 1; i < PZ_N_HELPS; i++)
    if (g_strcmp0 (name, pz_help_get_name ((PzHelp) i)) == 0)
      return (PzHelp) i;
  return PZ_HELP_NOT_SAID;
}

/* "12/15", "12 of 15" */
static gboolean
read_number (const PzQuickText *text,
             double            *value,
             double            *out_of)
{
  const PzQuickToken *first = text->tokens, *last;
  guint n_words;

  if (text->n_tokens == 0 || !first->is_number || first->has_minutes)
    return FALSE;
  *value = first->value;
  *out_of = first->out_of;
  if (text->n_tokens == 1)
    return TRUE;
  n_words = pz_quick_text_is_word (text, 1, PZ_QUICK_WORD_OUT_OF);
  if (n_words == 0 || text->n_tokens != 2 + n_words || !isnan (first->out_of))
    return FALSE;
  last = &text->tokens[1 + n_words];
  *out_of = last->value;
  return last->is_number && isnan (last->out_of) && !last->has_minutes && !last->has_percent;
}

static gboolean
read_yes_no (const PzQuickText *text,
             double            *value)
{
  if (text->n_tokens != 1)
    return FALSE;
  if (pz_quick_text_is_word (text, 0, PZ_QUICK_WORD_YES) == 1)
    *value = 1;
  else if (pz_quick_text_is_word (text, 0, PZ_QUICK_WORD_NO) == 1)
    *value = 0;
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_measurement_parse_value:
 * @typed: any text
 * @range: of the measure
 * @value: (out): what was measured
 * @out_of: (out): of how many; NaN when that is not said
 *
 * Reads numbers as quick entry does: `79`, `3,5`, `12/15`, `12 of 15`, `80 %`, and `yes` or `no` where these are counted.
 *
 * Returns: whether @typed is a value and nothing else; both are NaN otherwise
 */
gboolean
pz_measurement_parse_value (const char           *typed,
                            const PzMeasureRange *range,
                            double               *value,
                            double               *out_of)
{
  g_autoptr(PzQuickText) text = NULL;

  g_return_val_if_fail (typed != NULL && range != NULL && value != NULL && out_of != NULL, FALSE);

  text = pz_quick_text_new (typed);
  *value = *out_of = NAN;
  if (range->kind == PZ_MEASURE_IS_YES_NO && read_yes_no (text, value))
    return TRUE;
  if (read_number (text, value, out_of))
    return TRUE;
  *value = *out_of = NAN;
  return FALSE;
}

static char *
dup_fault (PzMeasureFault        fault,
           const PzMeasureRange *range)
{
  double minimum, maximum;

  pz_measure_range_get_bounds (range, &minimum, &maximum);
  switch (fault)
    {
    case PZ_MEASURE_VALUE_TOO_SMALL:
      /* Translators: %g is a number */
      return g_strdup_printf (_("The least value of this measure is %g."), minimum);
    case PZ_MEASURE_VALUE_TOO_GREAT:
      /* Translators: %g is a number */
      return g_strdup_printf (_("The greatest value of this measure is %g."), maximum);
    case PZ_MEASURE_VALUE_NOT_WHOLE:
      return g_strdup (_("This measure has whole numbers only."));
    case PZ_MEASURE_VALUE_NOT_A_SHARE:
      return g_strdup (_("Of a share, the part cannot be greater than the whole, and the whole is above 0."));
    case PZ_MEASURE_VALUE_NO_NUMBER:
    case PZ_MEASURE_VALUE_FINE:
    default:
      return g_strdup (_("A number is needed."));
    }
}

/**
 * pz_measurement_check:
 * @draft: what was typed
 * @range: of the measure
 * @error: %PZ_ERROR_INVALID: says in words what is missing or not allowed
 *
 * Returns: whether it may be kept
 */
gboolean
pz_measurement_check (const PzMeasurementDraft  *draft,
                      const PzMeasureRange      *range,
                      GError                   **error)
{
  const PzField *fields = pz_schema_get_record (PZ_RECORD_MEASUREMENT)->fields;
  PzMeasureFault fault;

  g_return_val_if_fail (draft != NULL && draft->goal != NULL && range != NULL, FALSE);

  fault = pz_measure_value_check (range, draft->value, draft->out_of);
  if (fault != PZ_MEASURE_VALUE_FINE)
    {
      g_autofree char *words = dup_fault (fault, range);

      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, words);
      return FALSE;
    }
  if (!pz_field_check_number (&fields[PZ_MEASUREMENT_VALUE], draft->value, error)
      || (!isnan (draft->out_of) && !pz_field_check_number (&fields[PZ_MEASUREMENT_OUT_OF], draft->out_of, error)))
    return FALSE;
  if (draft->date != NULL && !pz_field_check_text (&fields[PZ_MEASUREMENT_DATE], draft->date, error))
    return FALSE;
  return draft->note == NULL || pz_field_check_text (&fields[PZ_MEASUREMENT_NOTE], draft->note, error);
}

static void
write_draft (PzRecord                 *record,
             const PzMeasurementDraft *draft)
{
  g_autofree char *note = draft->note != NULL ? g_strstrip (g_strdup (draft->note)) : NULL;

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, draft->goal);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, draft->date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, draft->value);
  pz_record_set_number (record, PZ_MEASUREMENT_OUT_OF, draft->out_of);
  pz_record_set_text (record, PZ_MEASUREMENT_INDEPENDENCE, pz_help_get_name (draft->help));
  pz_record_set_text (record, PZ_MEASUREMENT_NOTE, note != NULL && *note != '\0' ? note : NULL);
}

/**
 * pz_measurement_add:
 * @learner: the document of the learner
 * @draft: what to keep, with its day; must pass pz_measurement_check()
 *
 * Adds a measurement to the document; who calls saves it.
 *
 * Returns: (transfer none): the new measurement
 */
PzRecord *
pz_measurement_add (PzDocument               *learner,
                    const PzMeasurementDraft *draft)
{
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && draft != NULL, NULL);
  g_return_val_if_fail (draft->goal != NULL && draft->date != NULL, NULL);
  g_return_val_if_fail (pz_document_get_kind (learner) == PZ_DOCUMENT_LEARNER, NULL);

  record = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
  write_draft (record, draft);
  return record;
}

/**
 * pz_measurement_change:
 * @learner: the document of the learner
 * @measurement: one of its measurements
 * @draft: what it shall say; must pass pz_measurement_check(). A %NULL date leaves the day as it is
 *
 * Writes only what differs; who calls saves it.
 */
void
pz_measurement_change (PzDocument               *learner,
                       PzRecord                 *measurement,
                       const PzMeasurementDraft *draft)
{
  PzMeasurementDraft whole;

  g_return_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (measurement) && draft != NULL && draft->goal != NULL);
  g_return_if_fail (pz_document_find (learner, pz_record_get_id (measurement)) == measurement);

  whole = *draft;
  if (whole.date == NULL)
    whole.date = pz_record_get_text (measurement, PZ_MEASUREMENT_DATE);
  write_draft (measurement, &whole);
}

/**
 * pz_measurement_get_draft:
 * @measurement: a measurement
 *
 * Returns: what it says; the strings are the record's own, valid until it changes
 */
PzMeasurementDraft
pz_measurement_get_draft (PzRecord *measurement)
{
  PzMeasurementDraft draft = { .value = NAN, .out_of = NAN };

  g_return_val_if_fail (PZ_IS_RECORD (measurement), draft);
  g_return_val_if_fail (pz_record_get_record_type (measurement) == PZ_RECORD_MEASUREMENT, draft);

  draft.goal = pz_record_get_text (measurement, PZ_MEASUREMENT_GOAL);
  draft.date = pz_record_get_text (measurement, PZ_MEASUREMENT_DATE);
  draft.value = pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE);
  draft.out_of = pz_record_get_number (measurement, PZ_MEASUREMENT_OUT_OF);
  draft.help = pz_help_from_name (pz_record_get_text (measurement, PZ_MEASUREMENT_INDEPENDENCE));
  draft.note = pz_record_get_text (measurement, PZ_MEASUREMENT_NOTE);
  return draft;
}

/**
 * pz_measurement_is_point:
 * @measurement: a measurement
 * @goal: id of a goal
 * @range: of the measure
 *
 * Returns: whether it is of the goal and counts: it is valid, has a day, and its value can be counted
 */
gboolean
pz_measurement_is_point (PzRecord             *measurement,
                         const char           *goal,
                         const PzMeasureRange *range)
{
  g_return_val_if_fail (PZ_IS_RECORD (measurement) && goal != NULL && range != NULL, FALSE);

  return pz_goal_counts_measurement (measurement, goal)
         && pz_day_from_text (pz_record_get_text (measurement, PZ_MEASUREMENT_DATE)) > 0
         && isfinite (pz_measure_value_count (range, pz_record_get_number (measurement, PZ_MEASUREMENT_VALUE),
                                              pz_record_get_number (measurement, PZ_MEASUREMENT_OUT_OF)));
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (pz_record_get_text (*(PzRecord *const *) a, PZ_MEASUREMENT_DATE),
                    pz_record_get_text (*(PzRecord *const *) b, PZ_MEASUREMENT_DATE));
}

/**
 * pz_measurement_list_points:
 * @learner: the document of a learner
 * @goal: id of a goal
 * @range: of the measure
 *
 * Returns: (transfer full) (element-type PzRecord): the measurements that count, by day; those of one day as they stand in
 *   the document
 */
GPtrArray *
pz_measurement_list_points (PzDocument           *learner,
                            const char           *goal,
                            const PzMeasureRange *range)
{
  GPtrArray *points;
  GListModel *records;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner) && goal != NULL && range != NULL, NULL);

  points = g_ptr_array_new_with_free_func (g_object_unref);
  records = pz_document_get_records (learner, PZ_RECORD_MEASUREMENT);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (pz_measurement_is_point (record, goal, range))
        g_ptr_array_add (points, g_steal_pointer (&record));
    }
  g_ptr_array_sort (points, compare_dates); /* those that are equal keep their order */
  return points;
}
