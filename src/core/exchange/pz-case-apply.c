/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-plan-private.h"

#include "pz-json-reader.h"

#include <glib/gi18n-lib.h>

static void
write_field (const PzCasePlan   *self,
             const PzCaseRecord *source,
             PzRecord           *record,
             guint               field)
{
  static const char *const none[] = { NULL };
  const PzField *schema = &pz_schema_get_record (source->type)->fields[field];
  const char *const *set = source->values[field];

  if (schema->flags & PZ_FIELD_SET)
    pz_record_set_assign (record, field, set != NULL ? set : none);
  else if (schema->kind == PZ_FIELD_NUMBER)
    pz_record_set_number (record, field, source->order);
  else if (pz_case_is_end (source->type, field))
    pz_record_set_text (record, field, pz_case_plan_to_id (self, source->values[field]));
  else
    pz_record_set_text (record, field, source->values[field]);
}

static void
write_fields (const PzCasePlan   *self,
              const PzCaseRecord *source,
              PzRecord           *record,
              guint32             fields)
{
  for (guint i = 0; i < pz_schema_get_record (source->type)->n_fields; i++)
    if (fields & 1u << i)
      write_field (self, source, record, i);
}

/* what a new record gets: everything that is not empty */
static guint32
list_fields (const PzCaseRecord *source)
{
  guint32 fields = source->type == PZ_RECORD_STANDARD ? 1u << PZ_STANDARD_FILE_ORDER : 0;

  for (guint i = 0; i < pz_schema_get_record (source->type)->n_fields; i++)
    if (source->values[i] != NULL)
      fields |= 1u << i;
  return fields;
}

static void
retire (PzDocument *document,
        PzRecord   *record,
        const char *today)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_STANDARD)
    pz_record_set_text (record, PZ_STANDARD_RETIRED, today);
  else
    pz_document_delete (document, record);
}

static void
write_item (PzCasePlan       *self,
            PzDocument       *document,
            const PzCaseItem *item,
            const char       *today)
{
  PzRecord *record = item->kind != PZ_IMPORT_NEW ? pz_document_find (document, item->id)
                                                 : pz_document_add_with_id (document, item->type, item->id);

  if (item->kind == PZ_IMPORT_GONE)
    {
      retire (document, record, today);
      return;
    }
  if (item->kind == PZ_IMPORT_BACK)
    {
      pz_document_restore (document, record);
      if (item->type == PZ_RECORD_STANDARD)
        pz_record_set_text (record, PZ_STANDARD_RETIRED, NULL);
    }
  write_fields (self, item->source, record, item->kind == PZ_IMPORT_NEW ? list_fields (item->source) : item->fields);
}

/* the document must be one that can be read again */
static gboolean
check_size (PzDocument  *document,
            GError     **error)
{
  g_autoptr(GBytes) bytes = pz_document_serialize (document);

  /* stamps of later edits need room, too */
  if (g_bytes_get_size (bytes) <= PZ_JSON_MAX_SIZE / 16 * 15)
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE,
               /* Translators: %u is a number of megabytes */
               _("The framework is too large: more than %u MB are needed to keep it"), PZ_JSON_MAX_SIZE / 16 * 15 / 1000000);
  return FALSE;
}

/* so many records are written before somebody may stop it */
#define RECORDS_AT_ONCE 100

static gboolean
write_items (PzCasePlan    *self,
             PzDocument    *document,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *today = NULL;
  GDate date;

  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &date);
  today = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
  for (guint i = 0; i < self->items->len; i++)
    if (i % RECORDS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    else
      write_item (self, document, g_ptr_array_index (self->items, i), today);
  return TRUE;
}

/*
 * pz_case_plan_write:
 * @document: the one the plan was compared with, or a new one; when it is apart, from any thread
 * @error: it was cancelled, or too much for a file; @document is half written then
 *
 * Makes the document say what the file says.
 *
 * Returns: whether all of it is written
 */
gboolean
pz_case_plan_write (PzCasePlan    *self,
                    PzDocument    *document,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const PzCaseRecord *framework = self->package->framework;
  PzRecord *owner = pz_document_get_owner (document);

  if (self->was_deleted)
    pz_document_restore (document, owner);
  write_fields (self, framework, owner, self->document == NULL ? list_fields (framework) : self->fields);
  return write_items (self, document, cancellable, error) && check_size (document, error);
}

/**
 * pz_case_plan_apply:
 * @self: made by pz_case_plan_new()
 * @error: why nothing was imported: the class is as it was on the disk
 *
 * Everything becomes one commit and one undo step; a snapshot is taken first. The plan is used up.
 *
 * Returns: whether the framework is in the class
 */
gboolean
pz_case_plan_apply (PzCasePlan  *self,
                    GError     **error)
{
  g_autoptr(PzDocument) document = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->apart == NULL, FALSE);

  if (pz_case_plan_is_empty (self))
    return TRUE;
  if (!pz_classroom_save (self->classroom, NULL, error) || !pz_classroom_snapshot (self->classroom, "import", error))
    return FALSE;
  document = self->document != NULL ? g_object_ref (self->document)
             : pz_classroom_add_with_id (self->classroom, PZ_DOCUMENT_FRAMEWORK, self->id, error);
  if (document != NULL && pz_case_plan_write (self, document, NULL, error)
      && pz_classroom_save (self->classroom, C_("undo", "Import of a framework"), error))
    return TRUE;
  pz_classroom_abandon (self->classroom);
  return FALSE;
}
