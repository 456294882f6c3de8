/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-words.h"

#include "pz-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
dup_record_name (PzDocument *classroom,
                 const char *id,
                 guint       field)
{
  PzRecord *record = pz_document_find (classroom, id);
  const char *name = record != NULL ? pz_record_get_text (record, field) : NULL;

  /* a saved filter may ask for a level that is gone */
  return g_strdup (name != NULL ? name : C_("filter", "Unknown"));
}

static char *
dup_rhythm (PzDocument *classroom)
{
  double days = pz_record_get_number (pz_document_get_owner (classroom), PZ_CLASSROOM_CHECK_IN_EVERY);

  if (!(days > 0))
    return g_strdup (C_("filter", "Not seen"));
  /* Translators: %d is a number of days with school in which every learner is to be seen */
  return g_strdup_printf (ngettext ("Not seen for more than %d school day", "Not seen for more than %d school days",
                                    (gulong) floor (days)), (int) floor (days));
}

/**
 * pz_filter_words_dup_topic:
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 * @classroom: the document of the class
 *
 * Returns: (transfer full): its name for people, such as "Needs"
 */
char *
pz_filter_words_dup_topic (PzFilterField  field,
                           const char    *lens,
                           PzDocument    *classroom)
{
  int of_learner = pz_filter_field_get_learner_field (field);

  switch (field)
    {
    case PZ_FILTER_LENS:
      return dup_record_name (classroom, lens, PZ_LENS_NAME);
    case PZ_FILTER_SEEN:
      return g_strdup (C_("filter", "Seen"));
    case PZ_FILTER_ATTENTION:
      return g_strdup (C_("filter", "Attention"));
    case PZ_FILTER_ABSENT:
      return g_strdup (C_("filter", "Absence"));
    default:
      return g_strdup (pz_field_get_label (&pz_schema_get_record (PZ_RECORD_LEARNER)->fields[of_learner]));
    }
}

/**
 * pz_filter_words_dup_value:
 * @field: what is looked at
 * @value: a value of a condition
 * @classroom: the document of the class
 *
 * Returns: (transfer full): the value for people
 */
char *
pz_filter_words_dup_value (PzFilterField  field,
                           const char    *value,
                           PzDocument    *classroom)
{
  switch (field)
    {
    case PZ_FILTER_LEVEL:
      return dup_record_name (classroom, value, PZ_LEVEL_NAME);
    case PZ_FILTER_DEVICE:
    case PZ_FILTER_INTERNET:
    case PZ_FILTER_QUIET_PLACE:
      return g_strdup (pz_choice_get_label ((guint) pz_filter_field_get_learner_field (field), value));
    case PZ_FILTER_SEEN:
      return dup_rhythm (classroom);
    case PZ_FILTER_ATTENTION:
      return g_strdup (C_("filter", "Needs attention"));
    case PZ_FILTER_ABSENT:
      return g_strdup (C_("filter", "Absent today"));
    case PZ_FILTER_ARCHIVED:
      return g_strdup (C_("filter", "Archived"));
    default:
      return g_strdup (value);
    }
}

/**
 * pz_filter_words_dup_values:
 * @group: conditions on one field
 * @classroom: the document of the class
 *
 * Returns: (transfer full): the values for people, such as "Reading, Time"
 */
char *
pz_filter_words_dup_values (const PzFilterGroup *group,
                            PzDocument          *classroom)
{
  GString *values;

  g_return_val_if_fail (group != NULL, NULL);

  values = g_string_new (NULL);
  for (guint i = 0; i < group->values->len; i++)
    {
      g_autofree char *value = pz_filter_words_dup_value (group->field, g_ptr_array_index (group->values, i), classroom);

      if (i > 0)
        g_string_append (values, C_("between two values", ", "));
      g_string_append (values, value);
    }
  return g_string_free (values, FALSE);
}

/**
 * pz_filter_words_dup_group:
 * @group: conditions on one field
 * @classroom: the document of the class
 *
 * Returns: (transfer full): the conditions for people, such as "Needs: Reading, Time"
 */
char *
pz_filter_words_dup_group (const PzFilterGroup *group,
                           PzDocument          *classroom)
{
  g_autofree char *values = NULL;
  g_autofree char *topic = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  values = pz_filter_words_dup_values (group, classroom);
  if (group->field >= PZ_FILTER_SEEN)
    return g_steal_pointer (&values);
  topic = pz_filter_words_dup_topic (group->field, group->lens, classroom);
  /* Translators: %1$s is what learners are filtered by, such as Needs, %2$s is one value or several */
  return g_strdup_printf (C_("filter", "%1$s: %2$s"), topic, values);
}

/**
 * pz_filter_words_dup_unknown:
 * @n: how many learners
 * @group: (nullable): the conditions of which nothing is known; %NULL when they are several
 * @classroom: the document of the class
 *
 * Returns: (transfer full): that so many learners have no value, such as "3 have no level"
 */
char *
pz_filter_words_dup_unknown (guint                n,
                             const PzFilterGroup *group,
                             PzDocument          *classroom)
{
  g_autofree char *topic = NULL;

  if (group == NULL || group->field == PZ_FILTER_SEEN)
    /* Translators: %u is a number of learners */
    return g_strdup_printf (ngettext ("%u without a value", "%u without a value", n), n);
  if (group->field == PZ_FILTER_ATTENTION)
    /* Translators: %u is a number of learners; they have no goal, and the class has no rhythm of check-ins */
    return g_strdup_printf (ngettext ("Nothing is known of %u", "Nothing is known of %u", n), n);
  if (group->field == PZ_FILTER_LEVEL)
    /* Translators: %u is a number of learners */
    return g_strdup_printf (ngettext ("%u has no level", "%u have no level", n), n);
  topic = pz_filter_words_dup_topic (group->field, group->lens, classroom);
  /* Translators: %1$u is a number of learners, %2$s is the name of a field, such as Needs */
  return g_strdup_printf (ngettext ("%1$u has nothing under “%2$s”", "%1$u have nothing under “%2$s”", n), n, topic);
}
