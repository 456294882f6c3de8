/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-export.h"

#include "pz-csv-writer.h"
#include "pz-export-private.h"

#include <string.h>

/* fields a table of the class has: sensitive ones when they are in use, private ones never */
static gboolean
is_column (PzRecord      *classroom,
           const PzField *field,
           guint          index)
{
  if ((field->flags & PZ_FIELD_LOCAL) != 0 || index == PZ_LEARNER_DELETED)
    return FALSE;
  return (field->flags & PZ_FIELD_SENSITIVE) == 0 || pz_record_set_has (classroom, PZ_CLASSROOM_FIELDS_ON, field->name);
}

/* "id:value" with the name of the lens in place of its id */
static char *
name_lenses (PzDocument *classroom,
             PzRecord   *learner)
{
  g_auto(GStrv) values = pz_record_dup_set (learner, PZ_LEARNER_LENS_VALUES);

  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *colon = strchr (values[i], ':');
      g_autofree char *id = colon != NULL ? g_strndup (values[i], (gsize) (colon - values[i])) : NULL;
      PzRecord *lens = id != NULL ? pz_document_find (classroom, id) : NULL;

      if (lens != NULL && pz_record_get_record_type (lens) == PZ_RECORD_LENS)
        {
          char *named = g_strconcat (pz_record_get_text (lens, PZ_LENS_NAME), colon, NULL);

          g_free (values[i]);
          values[i] = named;
        }
    }
  return g_strjoinv ("; ", values);
}

static char *
dup_cell (PzDocument *classroom,
          PzRecord   *learner,
          guint       index)
{
  if (index == PZ_LEARNER_LEVEL && !pz_record_is_empty (learner, index))
    {
      PzRecord *level = pz_document_find (classroom, pz_record_get_text (learner, index));

      return level != NULL ? pz_record_dup_as_text (level, PZ_LEVEL_NAME) : NULL;
    }
  if (index == PZ_LEARNER_LENS_VALUES)
    return name_lenses (classroom, learner);
  return pz_record_dup_as_text (learner, index);
}

static void
add_row (PzCsvWriter *writer,
         PzDocument  *classroom,
         PzRecord    *learner)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);

  pz_csv_writer_add_text (writer, pz_record_get_id (learner), -1);
  for (guint i = 0; i < schema->n_fields; i++)
    if (is_column (pz_document_get_owner (classroom), &schema->fields[i], i))
      {
        g_autofree char *cell = dup_cell (classroom, learner, i);

        pz_csv_writer_add_text (writer, cell != NULL ? cell : "", -1);
      }
  pz_csv_writer_end_row (writer);
}

/**
 * pz_export_csv:
 * @classroom: a class
 *
 * As pz_export_csv_of() for all learners.
 *
 * Returns: (transfer full): the table as UTF-8; %NULL when a learner cannot be read
 */
GBytes *
pz_export_csv (PzClassroom  *classroom,
               GError      **error)
{
  return pz_export_csv_of (classroom, NULL, error);
}

/**
 * pz_export_csv_of:
 * @classroom: a class
 * @ids: (nullable): the learners; %NULL for all
 *
 * One row a learner, those in the trash left out. The headers are the names of the fields, sets are joined by "; ",
 * levels and lenses stand with their names. Safe to open in a spreadsheet.
 *
 * Returns: (transfer full): the table as UTF-8; %NULL when a learner cannot be read
 */
GBytes *
pz_export_csv_of (PzClassroom         *classroom,
                  const char * const  *ids,
                  GError             **error)
{
  const PzRecordSchema *schema = pz_schema_get_record (PZ_RECORD_LEARNER);
  PzDocument *document = pz_classroom_get_document (classroom);
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (',', PZ_CSV_BOM);
  g_autoptr(GPtrArray) all = pz_classroom_list (classroom, PZ_DOCUMENT_LEARNER, error);

  if (all == NULL)
    return NULL;
  pz_csv_writer_add_text (writer, "id", -1);
  for (guint i = 0; i < schema->n_fields; i++)
    if (is_column (pz_document_get_owner (document), &schema->fields[i], i))
      pz_csv_writer_add_text (writer, schema->fields[i].name, -1);
  pz_csv_writer_end_row (writer);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = g_ptr_array_index (all, i);
      g_autoptr(PzDocument) learner = NULL;

      if (ids != NULL && !g_strv_contains (ids, id))
        continue;
      learner = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error);
      if (learner == NULL)
        return NULL;
      if (!pz_record_is_deleted (pz_document_get_owner (learner)))
        add_row (writer, document, pz_document_get_owner (learner));
    }
  return pz_csv_writer_finish (writer);
}

static gboolean
write_documents (PzJsonWriter    *writer,
                 PzClassroom     *classroom,
                 PzDocumentKind   kind,
                 PzExportFlags    flags,
                 GError         **error)
{
  const PzExportView view = { .flags = flags };
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, kind, error);

  if (ids == NULL)
    return FALSE;
  pz_json_writer_begin_array (writer, pz_schema_get_document (kind)->folder);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (classroom, kind, g_ptr_array_index (ids, i), error);

      if (document == NULL)
        return FALSE;
      if ((flags & PZ_EXPORT_DELETED) != 0 || !pz_record_is_deleted (pz_document_get_owner (document)))
        pz_export_write_document (writer, NULL, document, &view);
    }
  pz_json_writer_end_array (writer);
  return TRUE;
}

/**
 * pz_export_class:
 * @classroom: a class
 * @flags: what else than the plain records is written
 *
 * Returns: (transfer full): everything of the class as one JSON object; %NULL when a document cannot be read
 */
GBytes *
pz_export_class (PzClassroom    *classroom,
                 PzExportFlags   flags,
                 GError        **error)
{
  static const PzDocumentKind kinds[] = { PZ_DOCUMENT_LEARNER, PZ_DOCUMENT_ACTIVITY, PZ_DOCUMENT_FRAMEWORK };
  const PzExportView view = { .flags = flags };
  g_autoptr(PzJsonWriter) writer = pz_json_writer_new ();

  pz_export_begin (writer, classroom);
  pz_export_write_document (writer, "class", pz_classroom_get_document (classroom), &view);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!write_documents (writer, classroom, kinds[i], flags, error))
      return NULL;
  return pz_export_finish (writer);
}
