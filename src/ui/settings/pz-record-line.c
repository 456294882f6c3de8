/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-line.h"

#include "pz-choice-words.h"
#include "pz-i18n.h"
#include "pz-number-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_part (GPtrArray *parts,
          char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static char *
dup_choices (PzRecord *record,
             guint     field)
{
  PzRecordType type = pz_record_get_record_type (record);
  const PzField *schema = &pz_schema_get_record (type)->fields[field];
  g_auto(GStrv) values = NULL;

  if (!(schema->flags & PZ_FIELD_SET))
    return pz_record_is_empty (record, field)
             ? NULL : g_strdup (pz_choice_words_get (type, field, pz_record_get_text (record, field)));
  values = pz_record_dup_set (record, field);
  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *word = pz_choice_words_get (type, field, values[i]);

      g_free (values[i]);
      values[i] = g_strdup (word);
    }
  return g_strjoinv (C_("between choices", ", "), values);
}

static char *
dup_range (PzRecord *measure)
{
  double least = pz_record_get_number (measure, PZ_MEASURE_MINIMUM);
  double greatest = pz_record_get_number (measure, PZ_MEASURE_MAXIMUM);
  g_autofree char *from = pz_number_to_text (least);
  g_autofree char *to = pz_number_to_text (greatest);

  if (isnan (least) || isnan (greatest))
    return NULL;
  /* Translators: the least and the greatest value of a measure: 0 to 100 */
  return g_strdup_printf (C_("measure", "%1$s to %2$s"), from, to);
}

/* Of some kinds the unit, or even the range, says again what the kind has said. */
static void
add_measure (GPtrArray *parts,
             PzRecord  *measure)
{
  const char *kind = pz_record_get_text (measure, PZ_MEASURE_KIND);

  add_part (parts, dup_choices (measure, PZ_MEASURE_KIND));
  if (g_strcmp0 (kind, "yes-no") == 0)
    return;
  if (g_strcmp0 (kind, "goal-attainment") != 0)
    add_part (parts, g_strdup (pz_record_get_text (measure, PZ_MEASURE_UNIT)));
  add_part (parts, dup_range (measure));
}

/**
 * pz_record_line_dup:
 * @record: of a type that class settings show
 *
 * Returns: (transfer full): what tells it from others: "Rate · words a minute · 0 to 200"; "" when the name says all
 */
char *
pz_record_line_dup (PzRecord *record)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (PZ_IS_RECORD (record), NULL);

  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_MEASURE:
      add_measure (parts, record);
      break;
    case PZ_RECORD_LENS:
      add_part (parts, pz_record_dup_as_text (record, PZ_LENS_VALUES));
      break;
    case PZ_RECORD_STRATEGY:
      add_part (parts, dup_choices (record, PZ_STRATEGY_KIND));
      add_part (parts, dup_choices (record, PZ_STRATEGY_PURPOSES));
      break;
    case PZ_RECORD_TEMPLATE:
      add_part (parts, g_strdup (pz_record_get_text (record, PZ_TEMPLATE_CONTENT)));
      break;
    default:
      break;
    }
  g_ptr_array_add (parts, NULL);
  return pz_i18n_join_facts ((const char * const *) parts->pdata);
}
