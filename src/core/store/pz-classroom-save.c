/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

/* A pause in typing after which an edit is written, ms. */
#define SAVE_DELAY 300
/* After which a save is tried again that another program kept from happening, ms. */
#define RETRY_DELAY 2000
/* So long a turn of the main loop may prepare a commit, in microseconds. */
#define SLICE 4000
/* How often a file may change between reading and writing before we give up: somebody writes without pause. */
#define MAX_ROUNDS 50

/* One attempt to write everything: round after round, until nothing changed underneath meanwhile. */
typedef struct
{
  PzClassroom *classroom; /* owned while it runs in a thread; not the source of a task, which a thread may let go of */
  GQueue tasks; /* GTask, whom to tell; empty when the caller waits */
  PzSaveRound *round;
  guint n_rounds;
  gboolean reopened;
  GError *refused; /* why some documents were left out */
} SaveAttempt;

static SaveAttempt *
attempt_new (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  /* what was in the way the last time may not be there any more */
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((PzOpenDocument *) value)->refused = FALSE;
  return g_new0 (SaveAttempt, 1);
}

static void
attempt_free (SaveAttempt *attempt)
{
  g_queue_clear_full (&attempt->tasks, g_object_unref);
  g_clear_pointer (&attempt->round, pz_save_round_free);
  g_clear_error (&attempt->refused);
  g_clear_object (&attempt->classroom);
  g_free (attempt);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveAttempt, attempt_free)

/* Files changed underneath: read them and join. TRUE: write again. */
static gboolean
catch_up (PzClassroom  *self,
          SaveAttempt  *attempt,
          GError      **error)
{
  for (guint i = 0; i < attempt->round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (attempt->round->names, i));
      g_autoptr(GError) why = NULL;

      if (open == NULL)
        continue;
      if (!pz_classroom_catch_up (self, open, &why))
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      if (why != NULL && attempt->refused == NULL)
        attempt->refused = g_steal_pointer (&why);
    }
  return TRUE;
}

/* The disk did not confirm: open and read again, and write once more. The lines of history are in their file. */
static gboolean
begin_anew (PzClassroom *self,
            SaveAttempt *attempt)
{
  gboolean first = !attempt->reopened;

  pz_classroom_forget_notes (self, attempt->round->notes->len);
  attempt->reopened = TRUE;
  return pz_classroom_reopen (self, NULL) && first && !pz_classroom_is_read_only (self);
}

/* Whether to go another round after this one; else error says why it ended, or is unset when all is written. */
static gboolean
finish_round (PzClassroom  *self,
              SaveAttempt  *attempt,
              gboolean      done,
              GError      **error)
{
  g_autoptr(GError) why = NULL;
  gboolean again = FALSE;

  if (done)
    {
      pz_save_round_succeeded (attempt->round, self);
      return FALSE;
    }
  pz_save_round_failed (attempt->round, self);
  if (g_error_matches (*error, PZ_ERROR, PZ_ERROR_UNCERTAIN))
    again = begin_anew (self, attempt);
  else if (g_error_matches (*error, PZ_ERROR, PZ_ERROR_CHANGED) && attempt->n_rounds < MAX_ROUNDS)
    {
      again = catch_up (self, attempt, &why);
      if (!again)
        g_clear_error (error);
    }
  pz_classroom_mind (self, why);
  if (again)
    g_clear_error (error);
  else if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  /* the first try may have happened, whatever kept the second one from it */
  if (!again && attempt->reopened && (*error)->domain == PZ_ERROR)
    (*error)->code = PZ_ERROR_UNCERTAIN;
  return again;
}

static gboolean save_queued_cb (gpointer user_data);

static void
report (PzClassroom  *self,
        const GError *error)
{
  PzSaveState state = PZ_SAVE_SAVED;

  if (error != NULL)
    state = PZ_SAVE_FAILED;
  else if (pz_classroom_has_unsaved (self))
    state = PZ_SAVE_PENDING;
  if ((g_error_matches (error, PZ_ERROR, PZ_ERROR_LOCKED) || g_error_matches (error, PZ_ERROR, PZ_ERROR_CHANGED))
      && self->save_source == 0)
    self->save_source = g_timeout_add (RETRY_DELAY, save_queued_cb, self);
  pz_classroom_set_save_state (self, state, error);
}

/* Edits of many documents, and steps that are taken back. One who is told of such an edit does not wait for it. */
static gboolean
is_edited_in_turns (PzClassroom *self)
{
  return !self->in_turn && (pz_classroom_has_turns (self) || !g_queue_is_empty (&self->stepping));
}

/**
 * pz_classroom_wait_for_turns:
 *
 * Runs the main loop until no edit of many documents is half done, and no step waits to be taken back.
 */
void
pz_classroom_wait_for_turns (PzClassroom *self)
{
  while (is_edited_in_turns (self))
    g_main_context_iteration (NULL, TRUE);
}

/**
 * pz_classroom_wait_for_saving:
 *
 * Runs the main loop until no commit is prepared or runs in a thread, and no edit of many documents is half done.
 */
void
pz_classroom_wait_for_saving (PzClassroom *self)
{
  while (self->saving || is_edited_in_turns (self))
    g_main_context_iteration (NULL, TRUE);
}

/**
 * pz_classroom_save:
 * @label: (nullable): what was done, for people; %NULL: "Edit"
 * @error: why it is not on disk; the edits stay in memory and are part of the next attempt
 *
 * Returns: whether everything is on disk, to survive a power cut
 */
gboolean
pz_classroom_save (PzClassroom  *self,
                   const char   *label,
                   GError      **error)
{
  g_autoptr(PzClassroom) alive = NULL;
  g_autoptr(SaveAttempt) attempt = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  alive = g_object_ref (self);
  pz_classroom_wait_for_saving (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!pz_classroom_has_unsaved (self))
    return TRUE;
  attempt = attempt_new (self);
  if (pz_classroom_require_writable (self, &local_error))
    {
      if (label != NULL)
        pz_classroom_seal (self, label);
      else
        pz_classroom_seal_waiting (self);
    }
  while (local_error == NULL && (attempt->round = pz_save_round_begin (self)) != NULL)
    {
      gboolean done;

      pz_save_round_prepare (attempt->round, self, G_MAXINT64);
      done = pz_save_round_run (attempt->round, &local_error);
      attempt->n_rounds++;
      finish_round (self, attempt, done, &local_error);
      g_clear_pointer (&attempt->round, pz_save_round_free);
      if (done)
        break;
    }
  if (local_error == NULL && attempt->refused != NULL)
    local_error = g_steal_pointer (&attempt->refused);
  pz_classroom_drop_idle (self);
  report (self, local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void run_attempt (PzClassroom *self,
                         SaveAttempt *attempt);

/* everybody who asked until now is served by one attempt */
static void
begin_attempt (PzClassroom *self)
{
  SaveAttempt *attempt = attempt_new (self);

  attempt->tasks = self->waiting;
  g_queue_init (&self->waiting);
  run_attempt (self, attempt);
}

static void
finish_attempt (PzClassroom  *self,
                SaveAttempt  *attempt,
                GError       *error)
{
  g_autoptr(PzClassroom) alive = g_object_ref (self);
  const GError *why = error != NULL ? error : attempt->refused;
  GTask *task;

  pz_classroom_drop_idle_slowly (self);
  if (!self->saving)
    report (self, why);
  while ((task = g_queue_pop_head (&attempt->tasks)) != NULL)
    {
      if (why != NULL)
        g_task_return_error (task, g_error_copy (why));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  if (!self->saving && pz_classroom_resume_turns (self))
    ; /* they save what they do, and who waits is served with them */
  else if (!self->saving && !g_queue_is_empty (&self->waiting))
    begin_attempt (self);
  else if (!self->saving && why == NULL && self->save_source == 0 && pz_classroom_has_unsaved (self))
    pz_classroom_queue_save (self, self->queued_label);
  attempt_free (attempt);
}

static void
round_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  SaveAttempt *attempt = user_data;
  g_autoptr(PzClassroom) self = g_steal_pointer (&attempt->classroom);
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean again;

  self->saving = FALSE;
  attempt->n_rounds++;
  again = finish_round (self, attempt, done, &error);
  /* what it holds of many documents is freed in a turn of its own */
  g_ptr_array_add (self->old_rounds, g_steal_pointer (&attempt->round));
  if (again)
    run_attempt (self, attempt);
  else
    finish_attempt (self, attempt, error);
}

static void
round_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (pz_save_round_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_thread (SaveAttempt *attempt)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, round_done_cb, attempt);

  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, attempt->round, NULL);
  g_task_run_in_thread (task, round_thread);
}

static gboolean prepare_cb (gpointer user_data);

/* Each turn is a source of its own: who is told of the seal may save, and waits for the next one. */
static void
prepare (SaveAttempt *attempt,
         gint64       until)
{
  g_autoptr(PzClassroom) self = g_object_ref (attempt->classroom);

  switch (pz_save_round_prepare (attempt->round, self, until))
    {
    case PZ_ROUND_READY:
      start_thread (attempt);
      break;
    case PZ_ROUND_EDITED:
      g_idle_add (prepare_cb, attempt);
      pz_classroom_seal_waiting (self);
      break;
    case PZ_ROUND_MORE:
    default:
      g_idle_add (prepare_cb, attempt);
    }
}

static gboolean
prepare_cb (gpointer user_data)
{
  prepare (user_data, g_get_monotonic_time () + SLICE);
  return G_SOURCE_REMOVE;
}

/* takes attempt */
static void
run_attempt (PzClassroom *self,
             SaveAttempt *attempt)
{
  if (self->saving)
    {
      /* a signal made somebody begin another attempt, which takes what is left of this one, too */
      while (!g_queue_is_empty (&attempt->tasks))
        g_queue_push_head (&self->waiting, g_queue_pop_tail (&attempt->tasks));
      attempt_free (attempt);
      return;
    }
  attempt->round = pz_save_round_begin (self);
  if (attempt->round == NULL)
    {
      finish_attempt (self, attempt, NULL);
      return;
    }
  self->saving = TRUE;
  attempt->classroom = g_object_ref (self);
  prepare (attempt, 0); /* what was edited was sealed in this turn, too: the rest of many documents waits for the next */
  /* only now: who is told may save as well, and waits for the thread */
  pz_classroom_set_save_state (self, PZ_SAVE_SAVING, NULL);
}

/**
 * pz_classroom_save_waiting:
 *
 * Begins the commit that was asked for, unless another one runs or many documents are being edited.
 */
void
pz_classroom_save_waiting (PzClassroom *self)
{
  if (!self->saving && !pz_classroom_has_turns (self) && !g_queue_is_empty (&self->waiting))
    begin_attempt (self);
}

/**
 * pz_classroom_save_async:
 * @label: (nullable): what was done, for people
 * @cancellable: (nullable): ignored once the commit has begun
 * @callback: called when everything is on disk, or not
 *
 * Like pz_classroom_save(), with the waiting for the disk in a thread. Many documents are made ready for it in several
 * turns of the main loop; what is edited between them is saved, too, when it belongs to what is made ready.
 */
void
pz_classroom_save_async (PzClassroom         *self,
                         const char          *label,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_classroom_save_async);
  /* what is on disk is told as such, however late somebody cancels */
  g_task_set_check_cancellable (task, FALSE);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->saving && !pz_classroom_has_unsaved (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (!pz_classroom_require_writable (self, &error))
    {
      report (self, error);
      g_task_return_error (task, error);
      return;
    }
  if (label != NULL)
    pz_classroom_seal (self, label);
  else
    pz_classroom_seal_waiting (self);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  pz_classroom_save_waiting (self);
}

/**
 * pz_classroom_save_finish:
 * @error: why it is not on disk
 *
 * Returns: as pz_classroom_save()
 */
gboolean
pz_classroom_save_finish (PzClassroom   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_classroom_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
save_queued_cb (gpointer user_data)
{
  PzClassroom *self = user_data;
  g_autofree char *label = g_strdup (self->queued_label);

  self->save_source = 0;
  pz_classroom_save_async (self, label, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_queue_save:
 * @label: (nullable): what was done, for people. Edits of one label that follow each other quickly are one undo step
 *
 * Saves after a short pause; how it went shows in the save state.
 */
void
pz_classroom_queue_save (PzClassroom *self,
                         const char  *label)
{
  g_return_if_fail (PZ_IS_CLASSROOM (self));

  if (!pz_classroom_has_unsaved (self))
    return;
  pz_classroom_label_waiting (self, label);
  if (!self->saving)
    pz_classroom_set_save_state (self, PZ_SAVE_PENDING, NULL);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, save_queued_cb, self);
}
