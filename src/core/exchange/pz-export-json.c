/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-export-private.h"

#include <string.h>

/* Names and addresses of people: left as they are in the record of the person themselves. */
static gboolean
is_own_identity (PzRecordType type,
                 guint        field)
{
  static const guint of_learner[] = { PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_MIDDLE_NAME, PZ_LEARNER_FAMILY_NAME,
                                      PZ_LEARNER_PREFERRED_NAME, PZ_LEARNER_EMAIL, PZ_LEARNER_SOURCED_ID };
  static const guint of_contact[] = { PZ_CONTACT_NAME, PZ_CONTACT_EMAIL, PZ_CONTACT_PHONE, PZ_CONTACT_SOURCED_ID,
                                      PZ_CONTACT_ROSTER_VALUES };
  const guint *fields = type == PZ_RECORD_LEARNER ? of_learner : of_contact;
  gsize n = type == PZ_RECORD_LEARNER ? G_N_ELEMENTS (of_learner) : type == PZ_RECORD_CONTACT ? G_N_ELEMENTS (of_contact) : 0;

  for (gsize i = 0; i < n; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

/* (nullable): what takes the names of others out of the field */
static PzRedactor *
redactor_for (PzRecordType        type,
              guint               index,
              const PzExportView *view)
{
  PzFieldKind kind = pz_schema_get_record (type)->fields[index].kind;

  return (kind == PZ_FIELD_TEXT || kind == PZ_FIELD_LONG_TEXT) && !is_own_identity (type, index) ? view->redactor : NULL;
}

static void
write_text (PzJsonWriter *writer,
            const char   *name,
            const char   *text,
            PzRedactor   *redactor)
{
  g_autofree char *redacted = redactor != NULL ? pz_redactor_apply (redactor, text) : NULL;

  pz_json_writer_string (writer, name, redacted != NULL ? redacted : text);
}

static gboolean
names_somebody_else (const PzField      *field,
                     const char         *text,
                     const PzExportView *view)
{
  return view->only != NULL && field->kind == PZ_FIELD_REFERENCE && g_strcmp0 (field->extra, "learner") == 0
         && !g_str_equal (text, view->only);
}

static void
write_set (PzJsonWriter       *writer,
           const PzField      *field,
           PzRecord           *record,
           guint               index,
           const PzExportView *view)
{
  PzRedactor *redactor = redactor_for (pz_record_get_record_type (record), index, view);
  g_auto(GStrv) elements = pz_record_dup_set (record, index);

  pz_json_writer_begin_array (writer, field->name);
  for (guint i = 0; elements[i] != NULL; i++)
    if (!names_somebody_else (field, elements[i], view))
      write_text (writer, NULL, elements[i], redactor);
  pz_json_writer_end_array (writer);
}

static void
write_field (PzJsonWriter       *writer,
             const PzField      *field,
             PzRecord           *record,
             guint               index,
             const PzExportView *view)
{
  if ((field->flags & PZ_FIELD_SET) != 0)
    write_set (writer, field, record, index, view);
  else if (field->kind == PZ_FIELD_NUMBER)
    pz_json_writer_number (writer, field->name, pz_record_get_number (record, index));
  else if (field->kind == PZ_FIELD_FLAG)
    pz_json_writer_boolean (writer, field->name, pz_record_get_flag (record, index));
  else if (!names_somebody_else (field, pz_record_get_text (record, index), view))
    write_text (writer, field->name, pz_record_get_text (record, index),
                redactor_for (pz_record_get_record_type (record), index, view));
}

static void
write_fields (PzJsonWriter  *writer,
              PzRecord      *record,
              const PzExportView *view)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));

  pz_json_writer_string (writer, "id", pz_record_get_id (record));
  for (guint i = 0; i < schema->n_fields; i++)
    {
      gboolean private = (schema->fields[i].flags & PZ_FIELD_LOCAL) != 0;

      if (!pz_record_is_empty (record, i) && (!private || (view->flags & PZ_EXPORT_PRIVATE) != 0))
        write_field (writer, &schema->fields[i], record, i, view);
    }
}

/**
 * pz_export_write_record:
 * @name: (nullable): of the member; %NULL inside an array
 * @view: what of it
 *
 * Writes the id and the fields that are not empty, under their names.
 */
void
pz_export_write_record (PzJsonWriter  *writer,
                        const char    *name,
                        PzRecord      *record,
                        const PzExportView *view)
{
  pz_json_writer_begin_object (writer, name);
  write_fields (writer, record, view);
  pz_json_writer_end_object (writer);
}

static gboolean
is_wanted (PzRecord      *record,
           PzExportFlags  flags)
{
  return (flags & PZ_EXPORT_DELETED) != 0 || !pz_record_is_deleted (record);
}

static void
write_list (PzJsonWriter  *writer,
            const char    *name,
            GListModel    *records,
            const PzExportView *view)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (!is_wanted (record, view->flags))
        continue;
      if (!begun)
        pz_json_writer_begin_array (writer, name);
      begun = TRUE;
      pz_export_write_record (writer, NULL, record, view);
    }
  if (begun)
    pz_json_writer_end_array (writer);
}

/**
 * pz_export_write_document:
 * @name: (nullable): of the member; %NULL inside an array
 * @view: what of it
 *
 * Writes one object: the fields of the owner, and a list for each type of record that there is.
 */
void
pz_export_write_document (PzJsonWriter  *writer,
                          const char    *name,
                          PzDocument    *document,
                          const PzExportView *view)
{
  pz_json_writer_begin_object (writer, name);
  write_fields (writer, pz_document_get_owner (document), view);
  for (PzRecordType type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record (type);

      if (schema->list != NULL && (schema->documents & (1u << pz_document_get_kind (document))) != 0)
        write_list (writer, schema->list, pz_document_get_records (document, type), view);
    }
  pz_json_writer_end_object (writer);
}

/**
 * pz_export_begin:
 *
 * Begins the object of an export: what it is, and of which day.
 */
void
pz_export_begin (PzJsonWriter *writer,
                 PzClassroom  *classroom)
{
  g_autofree char *date = NULL;
  GDate today;

  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  date = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&today), (int) g_date_get_month (&today),
                          g_date_get_day (&today));
  pz_json_writer_begin_object (writer, NULL);
  pz_json_writer_string (writer, "format", "personalize-export");
  pz_json_writer_number (writer, "version", 1);
  pz_json_writer_string (writer, "date", date);
}

/**
 * pz_export_finish:
 *
 * Returns: (transfer full): the finished object
 */
GBytes *
pz_export_finish (PzJsonWriter *writer)
{
  char *text;

  pz_json_writer_end_object (writer);
  text = pz_json_writer_finish (writer);
  return g_bytes_new_take (text, strlen (text));
}
