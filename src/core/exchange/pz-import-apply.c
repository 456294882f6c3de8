/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-private.h"

#include "pz-import-fields.h"

#include <glib/gi18n-lib.h>

static void
set_if_valid (PzRecord   *record,
              guint       field,
              const char *text)
{
  /* what the roster calls the class must not keep the learners out: a text that does not fit is left out */
  if (text != NULL)
    pz_record_set_from_text (record, field, text, NULL);
}

static PzClassroom *
new_class (PzImportPlan   *self,
           PzEnvironment  *environment,
           GError        **error)
{
  PzClassroom *classroom = pz_classroom_prepare (environment, self->name, error);
  PzRecord *record;

  if (classroom == NULL)
    return NULL;
  record = pz_document_get_owner (pz_classroom_get_document (classroom));
  set_if_valid (record, PZ_CLASSROOM_SOURCED_ID, self->sourced_id);
  set_if_valid (record, PZ_CLASSROOM_SUBJECT, self->subject);
  set_if_valid (record, PZ_CLASSROOM_SCHOOL, self->school);
  set_if_valid (record, PZ_CLASSROOM_TERM_START, self->term_start);
  set_if_valid (record, PZ_CLASSROOM_TERM_END, self->term_end);
  return classroom;
}

static PzDocument *
document_of (PzClassroom         *classroom,
             const PzImportItem  *item,
             GError             **error)
{
  if (item->kind == PZ_IMPORT_NEW)
    return pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  return pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, item->learner, error);
}

static void
write_item (PzClassroom        *classroom,
            PzDocument         *document,
            const PzImportItem *item)
{
  PzRecord *learner = pz_document_get_owner (document);

  if (item->kind == PZ_IMPORT_GONE)
    {
      pz_record_set_flag (learner, PZ_LEARNER_ARCHIVED, TRUE);
      return;
    }
  if (item->kind == PZ_IMPORT_BACK || item->kind == PZ_IMPORT_DELETED)
    {
      pz_document_restore (document, learner);
      pz_record_set_flag (learner, PZ_LEARNER_ARCHIVED, FALSE);
    }
  pz_import_write (classroom, document, item->person);
}

/* all files are read before the first is changed in memory */
static gboolean
write_items (PzImportPlan  *self,
             PzClassroom   *classroom,
             GError       **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      const PzImportItem *item = g_ptr_array_index (self->items, i);
      PzDocument *document;

      if (!item->chosen || item->kind == PZ_IMPORT_SAME || item->kind == PZ_IMPORT_NEW)
        continue;
      document = document_of (classroom, item, error);
      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const PzImportItem *item = g_ptr_array_index (self->items, i);
      g_autoptr(PzDocument) document = NULL;

      if (!item->chosen || item->kind == PZ_IMPORT_SAME)
        continue;
      document = document_of (classroom, item, NULL);
      write_item (classroom, document, item);
    }
  return TRUE;
}

/**
 * pz_import_plan_apply:
 * @environment: clock, chance and the data folder, for a new class
 * @error: why nothing was imported
 *
 * Everything chosen becomes one commit and one undo step; a snapshot of a class that was there is taken first.
 *
 * Returns: (transfer full): the class, or %NULL: it is as it was
 */
PzClassroom *
pz_import_plan_apply (PzImportPlan   *self,
                      PzEnvironment  *environment,
                      GError        **error)
{
  g_autoptr(PzClassroom) classroom = NULL;

  g_return_val_if_fail (self != NULL && PZ_IS_ENVIRONMENT (environment), NULL);

  if (pz_import_plan_is_empty (self))
    return g_object_ref (self->classroom);
  if (self->classroom == NULL)
    classroom = new_class (self, environment, error);
  else if (pz_classroom_save (self->classroom, NULL, error) && pz_classroom_snapshot (self->classroom, "import", error))
    classroom = g_object_ref (self->classroom);
  if (classroom == NULL)
    return NULL;
  if (write_items (self, classroom, error) && pz_classroom_save (classroom, _ ("Import roster"), error))
    return g_steal_pointer (&classroom);
  pz_classroom_abandon (classroom);
  return NULL;
}

typedef struct
{
  PzImportPlan *plan; /* the caller's */
  PzClassroom *classroom;
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  g_clear_object (&apply->classroom);
  g_free (apply);
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
      g_task_return_pointer (task, g_object_ref (classroom), g_object_unref);
      return;
    }
  pz_classroom_abandon (classroom);
  g_task_return_error (task, error);
}

static void
write_async (GTask *task)
{
  Apply *apply = g_task_get_task_data (task);
  GError *error = NULL;

  if (write_items (apply->plan, apply->classroom, &error))
    {
      pz_classroom_save_async (apply->classroom, _("Import roster"), NULL, written_cb, g_object_ref (task));
      return;
    }
  pz_classroom_abandon (apply->classroom);
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

  if (pz_classroom_save_finish (classroom, result, &error) && pz_classroom_snapshot (classroom, "import", &error))
    write_async (task);
  else
    g_task_return_error (task, error);
}

/**
 * pz_import_plan_apply_async:
 * @self: a plan; must outlive the call
 * @environment: clock, chance and the data folder, for a new class
 * @callback: called when everything is on disk, or nothing
 * @user_data: for @callback
 *
 * pz_import_plan_apply() with the waiting for the disk in a thread. It cannot be stopped half-way.
 */
void
pz_import_plan_apply_async (PzImportPlan        *self,
                            PzEnvironment       *environment,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Apply *apply;

  g_return_if_fail (self != NULL && PZ_IS_ENVIRONMENT (environment));

  task = g_task_new (environment, NULL, callback, user_data);
  g_task_set_source_tag (task, pz_import_plan_apply_async);
  if (pz_import_plan_is_empty (self))
    {
      g_task_return_pointer (task, g_object_ref (self->classroom), g_object_unref);
      return;
    }
  apply = g_new0 (Apply, 1);
  apply->plan = self;
  g_task_set_task_data (task, apply, apply_free);
  apply->classroom = self->classroom != NULL ? g_object_ref (self->classroom) : new_class (self, environment, &error);
  if (apply->classroom == NULL)
    g_task_return_error (task, error);
  else if (self->classroom == NULL)
    write_async (task);
  else
    pz_classroom_save_async (apply->classroom, NULL, NULL, earlier_edits_saved_cb, g_object_ref (task));
}

/**
 * pz_import_plan_apply_finish:
 * @result: of pz_import_plan_apply_async()
 * @error: why nothing was imported
 *
 * Returns: (transfer full): the class, or %NULL: it is as it was
 */
PzClassroom *
pz_import_plan_apply_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_import_plan_apply_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
