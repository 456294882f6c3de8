/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-export-task.h"

#include "pz-export.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PzEnvironment *environment;
  char *class_path;
  PzExportKind kind;
  GStrv learners; /* NULL: all */ /* id; for PZ_EXPORT_PERSON */
  char *file_path;
} Export;

static void
free_export (Export *self)
{
  g_clear_object (&self->environment);
  g_free (self->class_path);
  g_strfreev (self->learners);
  g_free (self->file_path);
  g_free (self);
}

static GBytes *
build (Export       *self,
       PzClassroom  *classroom,
       GError      **error)
{
  switch (self->kind)
    {
    case PZ_EXPORT_TABLE:
      return pz_export_csv_of (classroom, (const char * const *) self->learners, error);
    case PZ_EXPORT_EVERYTHING:
      return pz_export_class (classroom, PZ_EXPORT_PLAIN, error);
    default:
      return pz_export_learner (classroom, self->learners[0], PZ_EXPORT_PLAIN, error);
    }
}

/* Opens the class once more: the one in the window belongs to the main thread. */
static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;
  g_autoptr(PzClassroom) classroom = pz_classroom_open (self->environment, self->class_path, &error);
  g_autoptr(GBytes) bytes = classroom != NULL ? build (self, classroom, &error) : NULL;

  if (bytes != NULL)
    pz_export_save (self->file_path, bytes, TRUE, &error); /* the file chooser asked about replacing */
  if (classroom != NULL)
    pz_classroom_close (classroom, NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * pz_export_task_dup_name:
 * @classroom: a class
 * @kind: what is exported
 *
 * Returns: (transfer full): a name for the file with the day in it; it holds no name of a learner
 */
char *
pz_export_task_dup_name (PzClassroom  *classroom,
                         PzExportKind  kind)
{
  char date[11];
  GDate today;
  char *name;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  g_date_strftime (date, sizeof date, "%Y-%m-%d", &today);
  if (kind == PZ_EXPORT_PERSON)
    /* Translators: the name of a file; %s is a date such as 2026-11-23 */
    name = g_strdup_printf (_("Learner %s.json"), date);
  else
    name = g_strdup_printf ("%s %s.%s", pz_classroom_get_name (classroom), date, kind == PZ_EXPORT_TABLE ? "csv" : "json");
  return g_strdelimit (name, "/", '-');
}

/**
 * pz_export_task_async:
 * @classroom: a class; what was changed in it is saved first
 * @kind: what to export
 * @learners: (nullable): ids: one for %PZ_EXPORT_PERSON; for %PZ_EXPORT_TABLE %NULL for all
 * @file: where to; a file that is there is replaced
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is written, or not
 * @user_data: for @callback
 *
 * Writes the file in a thread of its own, whole or not at all.
 */
void
pz_export_task_async (PzClassroom         *classroom,
                      PzExportKind         kind,
                      const char * const  *learners,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Export *self;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (kind != PZ_EXPORT_PERSON || learners != NULL);

  task = g_task_new (classroom, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_export_task_async);
  self = g_new0 (Export, 1);
  self->environment = g_object_ref (pz_classroom_get_environment (classroom));
  self->class_path = g_strdup (pz_classroom_get_path (classroom));
  self->kind = kind;
  self->learners = g_strdupv ((char **) learners);
  self->file_path = g_file_get_path (file);
  g_task_set_task_data (task, self, (GDestroyNotify) free_export);
  if (self->file_path == NULL)
    g_task_return_new_error (task, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED, "%s", _("Only a folder of this computer will do"));
  else if (!pz_classroom_is_read_only (classroom) && !pz_classroom_save (classroom, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, export_thread);
}

/**
 * pz_export_task_finish:
 * @classroom: the class
 * @result: of pz_export_task_async()
 * @error: why nothing was written
 *
 * Returns: whether the file is there
 */
gboolean
pz_export_task_finish (PzClassroom   *classroom,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, classroom), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_export_task_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
