/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-undo-private.h"

/* A step of so many parts and changes is done in one turn of the main loop. */
#define FEW_PARTS 16
#define FEW_CHANGES 256

/* A step that is taken back, or done again. */
typedef struct
{
  PzClassroom *classroom;
  PzUndoStep *step;
  gboolean forward;
  PzLeftovers leftovers;
  GPtrArray *documents; /* PzDocument: read in a thread, and held until the last part is done */
} Stepping;

static void
stepping_free (Stepping *stepping)
{
  if (stepping->documents != NULL)
    pz_classroom_release (stepping->classroom, stepping->documents);
  g_clear_error (&stepping->leftovers.error);
  pz_undo_step_unref (stepping->step);
  g_object_unref (stepping->classroom);
  g_free (stepping);
}

static gboolean
is_small (PzUndoStep *step)
{
  guint n_changes = 0;

  for (guint i = 0; i < step->parts->len; i++)
    n_changes += ((PzUndoPart *) g_ptr_array_index (step->parts, i))->changes->len;
  return step->parts->len <= FEW_PARTS && n_changes <= FEW_CHANGES;
}

static void begin_next (PzClassroom *self);

static PzDocument *
apply_one (PzClassroom *self,
           guint        i,
           gpointer     data)
{
  Stepping *stepping = g_task_get_task_data (G_TASK (data));

  return pz_classroom_apply_part (self, pz_undo_step_get_part (stepping->step, i, stepping->forward), stepping->forward,
                                  &stepping->leftovers);
}

/* An undo is no step of its own, so what was edited is nobody's. */
static void
applied_all (PzClassroom *self,
             PzUndoStep  *edited,
             gpointer     data)
{
  g_autoptr(GTask) task = data; /* the reference handed over */
  Stepping *stepping = g_task_get_task_data (task);
  GError *error = NULL;

  pz_undo_step_unref (edited);
  g_queue_remove (&self->stepping, task);
  begin_next (self);
  pz_classroom_notify_undo (self);
  pz_classroom_queue_save (self, NULL);
  if (pz_leftovers_tell (&stepping->leftovers, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A file that cannot be read is tried again with its part, which counts it. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Stepping *stepping = g_task_get_task_data (task);
  g_autoptr(GError) why = NULL;
  guint n_skipped;

  stepping->documents = pz_classroom_load_many_finish (PZ_CLASSROOM (source), result, &n_skipped, &why, NULL);
  pz_classroom_edit_in_turns (PZ_CLASSROOM (source), stepping->step->parts->len, apply_one, applied_all, task);
}

/* each document once */
static GArray *
list_documents (PzUndoStep *step)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *keys = pz_document_keys_new ();

  for (guint i = 0; i < step->parts->len; i++)
    {
      const PzUndoPart *part = pz_undo_step_get_part (step, i, TRUE);

      if (part->kind != PZ_DOCUMENT_CLASSROOM && g_hash_table_add (known, part->id))
        pz_document_keys_add (keys, part->kind, part->id);
    }
  return keys;
}

/* The first one that waits; takes over the reference of its place in the queue, which it keeps until it is done. */
static void
begin_next (PzClassroom *self)
{
  GTask *task = g_queue_peek_head (&self->stepping);
  g_autoptr(GArray) keys = NULL;

  if (task == NULL)
    return;
  keys = list_documents (((Stepping *) g_task_get_task_data (task))->step);
  pz_classroom_load_many_async (self, keys, NULL, NULL, NULL, loaded_cb, task);
}

static void
apply_at_once (PzClassroom *self,
               GTask       *task)
{
  Stepping *stepping = g_task_get_task_data (task);
  GError *error = NULL;

  if (pz_classroom_apply_step (self, stepping->step, stepping->forward, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
move_async (PzClassroom         *self,
            gboolean             forward,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  PzUndoStep *step;
  Stepping *stepping;
  GError *error = NULL;

  g_task_set_source_tag (task, move_async);
  step = pz_classroom_take_step (self, forward, &error);
  if (step == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  stepping = g_new0 (Stepping, 1);
  stepping->classroom = g_object_ref (self);
  stepping->step = step;
  stepping->forward = forward;
  g_task_set_task_data (task, stepping, (GDestroyNotify) stepping_free);
  if (is_small (step) && !pz_classroom_has_turns (self) && g_queue_is_empty (&self->stepping))
    {
      apply_at_once (self, task);
      return;
    }
  g_queue_push_tail (&self->stepping, g_steal_pointer (&task));
  if (g_queue_get_length (&self->stepping) == 1)
    begin_next (self);
  pz_classroom_notify_undo (self);
}

/**
 * pz_classroom_undo_async:
 * @callback: called when it is done; the save is queued then
 *
 * As pz_classroom_undo(), which takes long for a step of many learners: they are read in a thread, and changed in turns
 * of the main loop. A small step is taken back at once. What is asked for meanwhile follows in order, and what people
 * edit meanwhile is another step; all the same everything that is taken back is in one commit.
 */
void
pz_classroom_undo_async (PzClassroom         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  move_async (self, FALSE, callback, user_data);
}

/**
 * pz_classroom_redo_async:
 * @callback: called when it is done; the save is queued then
 *
 * As pz_classroom_redo(), in the way of pz_classroom_undo_async().
 */
void
pz_classroom_redo_async (PzClassroom         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  move_async (self, TRUE, callback, user_data);
}

/**
 * pz_classroom_step_finish:
 * @error: as pz_classroom_undo()
 *
 * Ends pz_classroom_undo_async() and pz_classroom_redo_async().
 *
 * Returns: whether the whole step was taken back, or done again
 */
gboolean
pz_classroom_step_finish (PzClassroom   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, move_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
