/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-frameworks.h"

#include "pz-classroom-private.h"
#include "pz-document-apart.h"
#include "pz-task.h"

#include <glib/gi18n-lib.h>

/* A framework on its way to the trash, or back. */
typedef struct
{
  PzDocumentApart *apart;
  char *id;
  gboolean to_trash;
} Move;

static const char *
get_label (gboolean to_trash)
{
  return to_trash ? C_("undo", "Delete framework") : C_("undo", "Restore framework");
}

static void
move_owner (PzDocument *document,
            gboolean    to_trash)
{
  if (to_trash)
    pz_document_delete (document, pz_document_get_owner (document));
  else
    pz_document_restore (document, pz_document_get_owner (document));
}

static gboolean
move (PzClassroom  *self,
      const char   *id,
      gboolean      to_trash,
      GError      **error)
{
  g_autoptr(PzDocument) document = NULL;

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  document = pz_classroom_load (self, PZ_DOCUMENT_FRAMEWORK, id, error);
  if (document == NULL)
    return FALSE;
  /* what waits is a step of its own */
  pz_classroom_seal_waiting (self);
  move_owner (document, to_trash);
  return pz_classroom_save (self, get_label (to_trash), error);
}

/**
 * pz_classroom_delete_framework:
 * @id: of a framework
 * @error: why nothing was done; when only the saving failed, the change is kept in memory
 *
 * Returns: whether it lies in the trash now
 */
gboolean
pz_classroom_delete_framework (PzClassroom  *self,
                               const char   *id,
                               GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id), FALSE);

  return move (self, id, TRUE, error);
}

/**
 * pz_classroom_restore_framework:
 * @id: of a framework in the trash
 * @error: why nothing was done
 *
 * Returns: whether it is back
 */
gboolean
pz_classroom_restore_framework (PzClassroom  *self,
                                const char   *id,
                                GError      **error)
{
  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id), FALSE);

  return move (self, id, FALSE, error);
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_clear_pointer (&move->apart, pz_document_apart_free);
  g_free (move->id);
  g_free (move);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  GError *error = NULL;

  if (pz_classroom_save_finish (PZ_CLASSROOM (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* somebody holds it: it is edited where it is */
static void
move_open (GTask      *task,
           PzDocument *document)
{
  PzClassroom *self = g_task_get_source_object (task);
  Move *move = g_task_get_task_data (task);

  pz_classroom_seal_waiting (self);
  move_owner (document, move->to_trash);
  pz_classroom_save_async (self, get_label (move->to_trash), NULL, saved_cb, g_object_ref (task));
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *self = PZ_CLASSROOM (source);
  Move *move = g_task_get_task_data (task);
  g_autoptr(PzDocument) open = pz_classroom_find_open (self, PZ_DOCUMENT_FRAMEWORK, move->id);
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    g_task_return_error (task, error);
  else if (open != NULL)
    move_open (task, open);
  else if (pz_classroom_take_apart (self, move->apart, get_label (move->to_trash), &error))
    pz_classroom_save_async (self, NULL, NULL, saved_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/* the move itself is the result: it is the caller's */
static void
move_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Move *move = data;
  GError *error = NULL;
  PzDocument *document = pz_document_apart_read (move->apart, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  move_owner (document, move->to_trash);
  g_task_return_pointer (task, move, NULL);
}

static void
earlier_edits_saved_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *self = PZ_CLASSROOM (source);
  Move *move = g_task_get_task_data (task);
  GTask *editing;
  GError *error = NULL;

  if (!pz_classroom_save_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  move->apart = pz_document_apart_new (self, PZ_DOCUMENT_FRAMEWORK, move->id);
  editing = g_task_new (self, g_task_get_cancellable (task), moved_cb, g_object_ref (task));
  g_task_set_source_tag (editing, earlier_edits_saved_cb);
  g_task_set_task_data (editing, move, NULL);
  pz_task_run_apart (editing, move_thread, NULL);
}

static void
move_async (PzClassroom         *self,
            const char          *id,
            gboolean             to_trash,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Move *move = g_new0 (Move, 1);
  GError *error = NULL;

  move->id = g_strdup (id);
  move->to_trash = to_trash;
  g_task_set_source_tag (task, move_async);
  g_task_set_task_data (task, move, move_free);
  /* what is on disk is told as such, however late somebody cancels */
  g_task_set_check_cancellable (task, FALSE);
  if (pz_classroom_require_writable (self, &error))
    pz_classroom_save_async (self, NULL, cancellable, earlier_edits_saved_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * pz_classroom_delete_framework_async:
 * @id: of a framework
 * @cancellable: (nullable): until it is being written
 * @callback: called when it is on disk, or not
 *
 * As pz_classroom_delete_framework(): what was edited before is saved first, its thousands of standards are read in a
 * thread, and written to memory in turns of the main loop.
 */
void
pz_classroom_delete_framework_async (PzClassroom         *self,
                                     const char          *id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id));

  move_async (self, id, TRUE, cancellable, callback, user_data);
}

/**
 * pz_classroom_restore_framework_async:
 * @id: of a framework in the trash
 * @cancellable: (nullable): until it is being written
 * @callback: called when it is on disk, or not
 *
 * As pz_classroom_restore_framework(), in the way of pz_classroom_delete_framework_async().
 */
void
pz_classroom_restore_framework_async (PzClassroom         *self,
                                      const char          *id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self) && pz_id_is_valid (id));

  move_async (self, id, FALSE, cancellable, callback, user_data);
}

/**
 * pz_classroom_move_framework_finish:
 * @error: why nothing was done; when only the saving failed, the change is kept in memory
 *
 * Ends pz_classroom_delete_framework_async() and pz_classroom_restore_framework_async().
 *
 * Returns: whether it is where it was to go
 */
gboolean
pz_classroom_move_framework_finish (PzClassroom   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, move_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
