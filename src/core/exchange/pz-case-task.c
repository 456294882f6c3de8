/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-plan-private.h"

#include "pz-classroom-private.h"
#include "pz-task.h"

#include <glib/gi18n-lib.h>

/* Thousands of records are compared and written in a thread, apart from the documents of the class. */

/* ---- what would happen ---- */

static void
build_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (pz_case_plan_build (data, cancellable, &error))
    g_task_return_pointer (task, data, NULL);
  else
    g_task_return_error (task, error);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzCasePlan *plan = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) pz_case_plan_free);
  else
    {
      pz_case_plan_free (plan);
      g_task_return_error (task, error);
    }
}

static void
saved_to_compare_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  PzCasePackage *package = g_task_get_task_data (task);
  PzCasePlan *plan = NULL;
  GTask *building;
  GError *error = NULL;

  if (pz_classroom_save_finish (classroom, result, &error))
    plan = pz_case_plan_begin (classroom, package, &error);
  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  plan->apart = pz_document_apart_new (classroom, PZ_DOCUMENT_FRAMEWORK, package->framework->id);
  building = g_task_new (classroom, g_task_get_cancellable (task), built_cb, g_object_ref (task));
  g_task_set_source_tag (building, saved_to_compare_cb);
  g_task_set_task_data (building, plan, NULL);
  pz_task_run_apart (building, build_thread, NULL);
}

/**
 * pz_case_plan_new_async:
 * @classroom: where the framework goes; what waits is saved first
 * @package: (transfer none): must outlive the plan, and nobody else uses it until @callback is called
 * @cancellable: (nullable): until it is done
 * @callback: called with the result
 *
 * As pz_case_plan_new(), in a thread. Only such a plan can be carried out by pz_case_plan_apply_async().
 */
void
pz_case_plan_new_async (PzClassroom         *classroom,
                        PzCasePackage       *package,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom) && package != NULL);

  task = g_task_new (classroom, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_case_plan_new_async);
  g_task_set_task_data (task, package, NULL);
  pz_classroom_save_async (classroom, NULL, cancellable, saved_to_compare_cb, g_object_ref (task));
}

/**
 * pz_case_plan_new_finish:
 * @error: as pz_case_plan_new(), or it was cancelled
 *
 * Returns: (transfer full): what would happen; %NULL when @error is set
 */
PzCasePlan *
pz_case_plan_new_finish (PzClassroom   *classroom,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, classroom), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_case_plan_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- it happens ---- */

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

/* Somebody opened the framework after it was compared: it is edited where it is. */
static gboolean
write_open (PzCasePlan  *self,
            PzDocument  *document,
            GError     **error)
{
  pz_classroom_seal_waiting (self->classroom);
  if (pz_case_plan_write (self, document, NULL, error))
    return TRUE;
  pz_classroom_abandon (self->classroom);
  return FALSE;
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzCasePlan *self = g_task_get_task_data (task);
  PzClassroom *classroom = PZ_CLASSROOM (source);
  g_autoptr(PzDocument) open = pz_classroom_find_open (classroom, PZ_DOCUMENT_FRAMEWORK, self->id);
  const char *label = C_("undo", "Import of a framework");
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    pz_classroom_mind (classroom, error);
  else if (open != NULL ? write_open (self, open, &error) : pz_classroom_take_apart (classroom, self->apart, label, &error))
    {
      self->is_writing = TRUE;
      pz_classroom_save_async (classroom, open != NULL ? label : NULL, NULL, written_cb, g_object_ref (task));
      return;
    }
  g_task_return_error (task, error);
}

static void
edit_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  PzCasePlan *self = data;
  PzDocument *document = NULL;
  GError *error = NULL;

  if (pz_document_apart_snapshot (self->apart, "import", &error))
    document = self->document != NULL ? self->document : pz_document_apart_make (self->apart, &error);
  if (document != NULL && pz_case_plan_write (self, document, cancellable, &error))
    g_task_return_pointer (task, self, NULL);
  else
    g_task_return_error (task, error);
}

static void
saved_to_apply_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *classroom = PZ_CLASSROOM (source);
  GTask *editing;
  GError *error = NULL;

  if (!pz_classroom_save_finish (classroom, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  editing = g_task_new (classroom, g_task_get_cancellable (task), edited_cb, g_object_ref (task));
  g_task_set_source_tag (editing, saved_to_apply_cb);
  g_task_set_task_data (editing, g_task_get_task_data (task), NULL);
  pz_task_run_apart (editing, edit_thread, NULL);
}

/**
 * pz_case_plan_is_writing:
 *
 * Returns: whether it is being written to the disk, and cannot be stopped any more
 */
gboolean
pz_case_plan_is_writing (PzCasePlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_writing;
}

/**
 * pz_case_plan_apply_async:
 * @self: made by pz_case_plan_new_async(); must outlive the call, and is used up by it
 * @cancellable: (nullable): until it is being written to the disk; the class is then as it was
 * @callback: called when everything is on disk, or nothing
 * @user_data: for @callback
 *
 * pz_case_plan_apply() with the work in a thread, and what belongs to the class in turns of the main loop.
 */
void
pz_case_plan_apply_async (PzCasePlan          *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (self != NULL && self->apart != NULL);

  task = g_task_new (self->classroom, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_case_plan_apply_async);
  g_task_set_task_data (task, self, NULL);
  /* what is on disk is told as such, however late somebody cancels */
  g_task_set_check_cancellable (task, FALSE);
  if (pz_case_plan_is_empty (self))
    g_task_return_boolean (task, TRUE);
  else
    pz_classroom_save_async (self->classroom, NULL, cancellable, saved_to_apply_cb, g_object_ref (task));
}

/**
 * pz_case_plan_apply_finish:
 * @result: of pz_case_plan_apply_async()
 * @error: why nothing was imported; it may have been cancelled
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
