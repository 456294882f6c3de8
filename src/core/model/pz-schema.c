/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-schema.h"

#include "pz-environment.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define AS_FIELD(symbol, name, kind, flags, minimum, maximum, extra, label, purpose)                                     \
  { name, PZ_FIELD_##kind, (PzFieldFlags) (PZ_FIELD_##flags), minimum, maximum, extra, label, purpose },
#define FIELDS_OF(TYPE, variable) static const PzField variable[] = { PZ_##TYPE##_FIELDS (AS_FIELD) }; \
  G_STATIC_ASSERT (G_N_ELEMENTS (variable) <= PZ_MAX_FIELDS);

/* NC_() leaves the text as it is; the context is "field" in every row */
FIELDS_OF (CLASSROOM, classroom_record_fields)
FIELDS_OF (LEVEL, level_fields)
FIELDS_OF (MEASURE, measure_fields)
FIELDS_OF (LENS, lens_fields)
FIELDS_OF (STRATEGY, strategy_fields)
FIELDS_OF (TEMPLATE, template_fields)
FIELDS_OF (INQUIRY, inquiry_fields)
FIELDS_OF (LEARNER, learner_fields)
FIELDS_OF (CONTACT, contact_fields)
FIELDS_OF (ABSENCE, absence_fields)
FIELDS_OF (CHECK_IN, check_in_fields)
FIELDS_OF (ACTIVITY, activity_fields)
FIELDS_OF (GROUP, group_fields)
FIELDS_OF (PARTICIPATION, participation_fields)
FIELDS_OF (GOAL, goal_fields)
FIELDS_OF (MILESTONE, milestone_fields)
FIELDS_OF (GAS_LEVEL, gas_level_fields)
FIELDS_OF (PHASE, phase_fields)
FIELDS_OF (MEASUREMENT, measurement_fields)
FIELDS_OF (FRAMEWORK, framework_fields)
FIELDS_OF (STANDARD, standard_fields)
FIELDS_OF (ASSOCIATION, association_fields)
FIELDS_OF (GROUPING_RULE, grouping_rule_fields)

#define AS_RECORD(symbol, variable, name, list, documents, label)                                                        \
  { name, list, documents, variable##_fields, G_N_ELEMENTS (variable##_fields), label },

static const PzRecordSchema records[] = { PZ_RECORD_TYPES (AS_RECORD) };

static const PzDocumentSchema documents[] = {
  { "personalize-classroom", NULL, PZ_RECORD_CLASSROOM },
  { "personalize-learner", "learners", PZ_RECORD_LEARNER },
  { "personalize-activity", "activities", PZ_RECORD_ACTIVITY },
  { "personalize-framework", "frameworks", PZ_RECORD_FRAMEWORK },
};

/**
 * pz_schema_get_record:
 * @type: a record type
 *
 * Returns: (transfer none): name, list and fields of the type
 */
const PzRecordSchema *
pz_schema_get_record (PzRecordType type)
{
  g_return_val_if_fail (type < PZ_N_RECORD_TYPES, NULL);

  return &records[type];
}

/**
 * pz_schema_get_document:
 * @kind: a kind of document
 *
 * Returns: (transfer none): its format name, folder and the type of its owner
 */
const PzDocumentSchema *
pz_schema_get_document (PzDocumentKind kind)
{
  g_return_val_if_fail (kind < PZ_N_DOCUMENT_KINDS, NULL);

  return &documents[kind];
}

/**
 * pz_schema_find_list:
 * @list: a member of a document, "check-ins"
 * @type: (out): the type of its records
 *
 * Returns: whether there is such a list
 */
gboolean
pz_schema_find_list (const char   *list,
                     PzRecordType *type)
{
  g_return_val_if_fail (list != NULL && type != NULL, FALSE);

  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    if (g_strcmp0 (records[i].list, list) == 0)
      {
        *type = (PzRecordType) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_schema_find_field:
 * @type: a record type
 * @name: a field's name, "given-name"
 *
 * Returns: the number of the field in its type, or -1
 */
int
pz_schema_find_field (PzRecordType  type,
                      const char   *name)
{
  g_return_val_if_fail (type < PZ_N_RECORD_TYPES && name != NULL, -1);

  for (guint i = 0; i < records[type].n_fields; i++)
    if (strcmp (records[type].fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * pz_schema_get_deleted:
 * @type: a record type
 *
 * Returns: the number of the field that says when a record went to the trash
 */
guint
pz_schema_get_deleted (PzRecordType type)
{
  g_return_val_if_fail (type < PZ_N_RECORD_TYPES, 0);

  return records[type].n_fields - 1;
}

/**
 * pz_field_get_label:
 *
 * Returns: (transfer none): the name of the field in the person's language
 */
const char *
pz_field_get_label (const PzField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

/**
 * pz_field_get_purpose:
 *
 * Returns: (transfer none): one sentence, in the person's language, that says what the field is for
 */
const char *
pz_field_get_purpose (const PzField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_dgettext (GETTEXT_PACKAGE, field->purpose);
}

/**
 * pz_date_is_valid:
 * @text: (nullable): a text
 *
 * Returns: whether @text is a day of the calendar as YYYY-MM-DD, from the year 1000 on
 */
gboolean
pz_date_is_valid (const char *text)
{
  guint year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  year = (guint) strtoul (text, NULL, 10);
  month = (guint) strtoul (text + 5, NULL, 10);
  day = (guint) strtoul (text + 8, NULL, 10);
  return year >= 1000 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* FROM/TO, both days, in order */
static gboolean
span_is_valid (const char *text)
{
  g_autofree char *from = NULL;

  if (strlen (text) != 21 || text[10] != '/')
    return FALSE;
  from = g_strndup (text, 10);
  return pz_date_is_valid (from) && pz_date_is_valid (text + 11) && strcmp (from, text + 11) <= 0;
}

static gboolean
choice_is_valid (const char *choices,
                 const char *text)
{
  g_auto(GStrv) list = g_strsplit (choices, "|", -1);

  return g_strv_contains ((const char *const *) list, text);
}

static gboolean
has_control_character (const char *text,
                       gboolean    lines)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && !(lines && (*p == '\n' || *p == '\t')))
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError        **error,
        const PzField  *field,
        const char     *reason)
{
  /* Translators: the first is the name of a field, the second says what is wrong with the value typed in */
  g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _ ("%1$s: %2$s"), pz_field_get_label (field), reason);
  return FALSE;
}

static gboolean
check_length (const PzField  *field,
              const char     *text,
              GError        **error)
{
  g_autofree char *reason = NULL;
  glong length = g_utf8_strlen (text, -1);

  if (field->maximum <= 0 || length <= (glong) field->maximum)
    return TRUE;
  reason = g_strdup_printf (ngettext ("at most %d character fits here", "at most %d characters fit here",
                                      (gulong) field->maximum),
                            (int) field->maximum);
  return refuse (error, field, reason);
}

/**
 * pz_field_check_text:
 * @field: any field but numbers and flags
 * @text: a value, or one element of a set; not empty
 * @error: says in words what is not allowed
 *
 * Returns: whether @text may be the value of the field
 */
gboolean
pz_field_check_text (const PzField  *field,
                     const char     *text,
                     GError        **error)
{
  g_return_val_if_fail (field != NULL && text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, field, _ ("the text is damaged"));
  switch (field->kind)
    {
    case PZ_FIELD_TEXT:
    case PZ_FIELD_LONG_TEXT:
      if (has_control_character (text, field->kind == PZ_FIELD_LONG_TEXT))
        return refuse (error, field, _ ("control characters cannot be kept"));
      return check_length (field, text, error);
    case PZ_FIELD_DATE:
      if (pz_date_is_valid (text) || ((field->flags & PZ_FIELD_SET) && span_is_valid (text)))
        return TRUE;
      return refuse (error, field, _ ("not a day of the calendar; write it as 2026-11-23"));
    case PZ_FIELD_CHOICE:
      if (choice_is_valid (field->extra, text))
        return TRUE;
      return refuse (error, field, _ ("not one of the choices"));
    case PZ_FIELD_REFERENCE:
      if (pz_id_is_valid (text))
        return TRUE;
      return refuse (error, field, _ ("points to nothing that can exist"));
    case PZ_FIELD_NUMBER:
    case PZ_FIELD_FLAG:
    default:
      return refuse (error, field, _ ("a text cannot stand here"));
    }
}

/**
 * pz_field_check_number:
 * @field: a number field
 * @number: a value
 * @error: says in words what is not allowed
 *
 * Returns: whether @number may be the value of the field
 */
gboolean
pz_field_check_number (const PzField  *field,
                       double          number,
                       GError        **error)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (field != NULL, FALSE);

  if (field->kind != PZ_FIELD_NUMBER)
    return refuse (error, field, _ ("a number cannot stand here"));
  if (isfinite (number) && number >= field->minimum && number <= field->maximum)
    return TRUE;
  reason = g_strdup_printf (_ ("the number must be from %1$g to %2$g"), field->minimum, field->maximum);
  return refuse (error, field, reason);
}
