/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* So long a turn of the main loop may edit, in microseconds. */
#define SLICE 3000

/* Edits that belong together; n_made of n are made. */
typedef struct
{
  PzClassroom *classroom;
  guint n;
  guint n_made;
  PzEditOne edit;
  PzEditsDone done;
  gpointer data;
  PzUndoStep *step;
} Turns;

static void
turns_free (Turns *turns)
{
  g_clear_pointer (&turns->step, pz_undo_step_unref);
  g_object_unref (turns->classroom);
  g_free (turns);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Turns, turns_free)

static void
edit_next (PzClassroom *self,
           Turns       *turns)
{
  g_autoptr(PzDocument) document = turns->edit (self, turns->n_made++, turns->data);

  if (document != NULL)
    pz_classroom_seal_into (self, document, turns->step);
}

/* who is told may save, and waits for those that are still to be made: they go on before anybody is told */
static void
finish (PzClassroom *self)
{
  g_autoptr(Turns) turns = g_queue_pop_head (&self->turns);

  self->turn_source = 0;
  pz_classroom_resume_turns (self);
  turns->done (self, g_steal_pointer (&turns->step), turns->data);
  pz_classroom_save_waiting (self);
}

static gboolean
turn_cb (gpointer user_data)
{
  g_autoptr(PzClassroom) self = g_object_ref (PZ_CLASSROOM (user_data));
  Turns *turns = g_queue_peek_head (&self->turns);
  gint64 until = g_get_monotonic_time () + SLICE;

  if (self->saving)
    {
      self->turn_source = 0;
      return G_SOURCE_REMOVE;
    }
  self->in_turn = TRUE;
  /* what people edited since the last turn is a step of its own */
  pz_classroom_seal_waiting (self);
  while (turns->n_made < turns->n && g_get_monotonic_time () < until)
    edit_next (self, turns);
  self->in_turn = FALSE;
  if (turns->n_made < turns->n)
    return G_SOURCE_CONTINUE;
  finish (self);
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_has_turns:
 *
 * Returns: whether many documents are being edited, or are to be: no commit begins before that is done
 */
gboolean
pz_classroom_has_turns (PzClassroom *self)
{
  return !g_queue_is_empty (&self->turns);
}

/**
 * pz_classroom_resume_turns:
 *
 * Goes on with the edits that wait, unless a commit is prepared or runs: it would take half of them.
 *
 * Returns: whether there are any
 */
gboolean
pz_classroom_resume_turns (PzClassroom *self)
{
  if (!pz_classroom_has_turns (self))
    return FALSE;
  if (!self->saving && self->turn_source == 0)
    self->turn_source = g_idle_add (turn_cb, self);
  return TRUE;
}

/**
 * pz_classroom_edit_in_turns:
 * @n: how many edits
 * @edit: called for each of them, with @data
 * @done: called with @data when all are made
 * @data: must live until then
 *
 * Edits many documents in turns of the main loop, so that a key waits for few of them. All the same it is one edit: no
 * commit begins before the last of them, and it is one step. What people edit between two turns is another step. Edits
 * that were asked for before are made before.
 */
void
pz_classroom_edit_in_turns (PzClassroom *self,
                            guint        n,
                            PzEditOne    edit,
                            PzEditsDone  done,
                            gpointer     data)
{
  Turns *turns = g_new0 (Turns, 1);

  turns->classroom = g_object_ref (self);
  turns->n = n;
  turns->edit = edit;
  turns->done = done;
  turns->data = data;
  turns->step = pz_undo_step_new (NULL);
  g_queue_push_tail (&self->turns, turns);
  pz_classroom_resume_turns (self);
}

/**
 * pz_classroom_push_step:
 * @step: (transfer full): what was edited; nothing happens when it is empty
 * @label: what was done, for people
 *
 * Makes it the last step, and queues a save.
 */
void
pz_classroom_push_step (PzClassroom *self,
                        PzUndoStep  *step,
                        const char  *label)
{
  if (step->parts->len == 0)
    {
      pz_undo_step_unref (step);
      return;
    }
  pz_undo_step_set_label (step, label);
  pz_undo_stack_push (self->undo, step);
  pz_classroom_notify_undo (self);
  pz_classroom_queue_save (self, NULL);
}
