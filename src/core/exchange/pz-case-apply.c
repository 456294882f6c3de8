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

static gboolean
write_document (PzCasePlan  *self,
                GError     **error)
{
  const PzCaseRecord *framework = self->package->framework;
  g_autofree char *today = NULL;
  g_autoptr(PzDocument) document = NULL;
  PzRecord *owner;
  GDate date;

  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &date);
  today = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
  document = self->document != NULL ? g_object_ref (self->document)
             : pz_classroom_add_with_id (self->classroom, PZ_DOCUMENT_FRAMEWORK, self->id, error);
  if (document == NULL)
    return FALSE;
  owner = pz_document_get_owner (document);
  if (self->was_deleted)
    pz_document_restore (document, owner);
  write_fields (self, framework, owner, self->document == NULL ? list_fields (framework) : self->fields);
  for (guint i = 0; i < self->items->len; i++)
    write_item (self, document, g_ptr_array_index (self->items, i), today);
  return check_size (document, error);
}

/**
 * pz_case_plan_apply:
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
  g_return_val_if_fail (self != NULL, FALSE);

  if (pz_case_plan_is_empty (self))
    return TRUE;
  if (!pz_classroom_save (self->classroom, NULL, error) || !pz_classroom_snapshot (self->classroom, "import", error))
    return FALSE;
  if (write_document (self, error) && pz_classroom_save (self->classroom, C_("undo", "Import of a framework"), error))
    return TRUE;
  pz_classroom_abandon (self->classroom);
  return FALSE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  GError *error = NULL;

  if (pz_classroom_save_finish (classroom, result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  pz_classroom_abandon (classroom);
  g_task_return_error (task, error);
}

static void
earlier_edits_saved_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  GError *error = NULL;

  if (!pz_classroom_save_finish (classroom, result, &error) || !pz_classroom_snapshot (classroom, "import", &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (write_document (g_task_get_task_data (task), &error))
    {
      pz_classroom_save_async (classroom, C_("undo", "Import of a framework"), NULL, written_cb, g_object_ref (task));
      return;
    }
  pz_classroom_abandon (classroom);
  g_task_return_error (task, error);
}

/**
 * pz_case_plan_apply_async:
 * @self: must outlive the call
 * @callback: called when everything is on disk, or nothing
 * @user_data: for @callback
 *
 * pz_case_plan_apply() with the waiting for the disk in a thread. It cannot be stopped half-way.
 */
void
pz_case_plan_apply_async (PzCasePlan          *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (self != NULL);

  task = g_task_new (self->classroom, NULL, callback, user_data);
  g_task_set_source_tag (task, pz_case_plan_apply_async);
  g_task_set_task_data (task, self, NULL);
  if (pz_case_plan_is_empty (self))
    g_task_return_boolean (task, TRUE);
  else
    pz_classroom_save_async (self->classroom, NULL, NULL, earlier_edits_saved_cb, g_object_ref (task));
}

/**
 * pz_case_plan_apply_finish:
 * @result: of pz_case_plan_apply_async()
 * @error: why nothing was imported
 *
 * Returns: whether the framework is in the class
 */
gboolean
pz_case_plan_apply_finish (PzCasePlan    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (self != NULL && g_task_is_valid (result, self->classroom), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_case_plan_apply_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
