/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <string.h>

/* A pause in typing after which an edit is written, ms. */
#define SAVE_DELAY 300
/* After so many seconds without a change the index is written. */
#define INDEX_DELAY 5
/* How often a file may change between reading and writing before we give up: somebody writes without pause. */
#define MAX_ROUNDS 50

typedef struct
{
  PzCommit *commit;
  GPtrArray *names; /* of the open documents in it */
  gsize history;    /* bytes of waiting lines in it */
  guint round;
} SaveRound;

static void
save_round_free (SaveRound *round)
{
  g_clear_object (&round->commit);
  g_ptr_array_unref (round->names);
  g_free (round);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveRound, save_round_free)

static gboolean
needs_saving (PzOpenDocument *open)
{
  return open->unsaved || pz_document_is_dirty (open->document);
}

/**
 * pz_classroom_has_unsaved:
 *
 * Returns: whether something in memory is not on disk
 */
gboolean
pz_classroom_has_unsaved (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (needs_saving (value))
      return TRUE;
  return FALSE;
}

static int
compare_open (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(PzOpenDocument *const *) a)->name, (*(PzOpenDocument *const *) b)->name);
}

/* sorted by name, so that the same edits make the same commit */
static GPtrArray *
collect_unsaved (PzClassroom *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (needs_saving (value))
      g_ptr_array_add (found, value);
  g_ptr_array_sort (found, compare_open);
  return found;
}

/**
 * pz_classroom_seal:
 * @label: (nullable): what was done, for people; %NULL: this is itself an undo and makes no step
 *
 * Turns the edits since the last call into history lines and one undo step. They still wait to be written.
 */
void
pz_classroom_seal (PzClassroom *self,
                   const char  *label)
{
  g_autoptr(GPtrArray) dirty = collect_unsaved (self);
  PzUndoStep *step = label != NULL ? pz_undo_step_new (label) : NULL;

  for (guint i = 0; i < dirty->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (dirty, i);
      GPtrArray *changes = pz_document_take_changes (open->document);

      open->unsaved = TRUE;
      pz_document_settle (open->document);
      pz_classroom_note_history (self, open->name, changes);
      if (step != NULL && changes->len > 0)
        pz_undo_step_add (step, pz_document_get_kind (open->document), pz_document_get_id (open->document), changes);
      else
        g_ptr_array_unref (changes);
    }
  if (step == NULL)
    return;
  if (step->parts->len == 0)
    {
      pz_undo_step_free (step);
      return;
    }
  pz_undo_stack_push (self->undo, step);
  pz_classroom_notify_undo (self);
}

static char *
history_file (PzClassroom *self)
{
  return g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl", pz_clock_get_device (self->clock));
}

/* everything that waits, as one commit; NULL when nothing does */
static SaveRound *
begin_round (PzClassroom *self)
{
  g_autoptr(GPtrArray) dirty = collect_unsaved (self);
  SaveRound *round;

  if (dirty->len == 0)
    return NULL;
  round = g_new0 (SaveRound, 1);
  round->commit = pz_commit_new (self->store);
  round->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dirty->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (dirty, i);

      pz_document_set_revision (open->document, pz_document_get_revision (open->document) + 1);
      open->saving = pz_document_serialize (open->document);
      open->unsaved = FALSE;
      pz_commit_put (round->commit, open->name, open->saving, open->base != NULL ? &open->seen : NULL);
      g_ptr_array_add (round->names, g_strdup (open->name));
    }
  round->history = self->history->len;
  if (round->history > 0)
    {
      g_autofree char *file = history_file (self);
      g_autoptr(GBytes) lines = g_bytes_new (self->history->str, self->history->len);

      pz_commit_append_history (round->commit, file, lines);
    }
  return round;
}

static void
update_index (PzClassroom *self,
              SaveRound   *round)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);

  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));
      g_auto(PzIndexEntry) entry = { 0 };

      if (open == NULL || pz_document_get_kind (open->document) != PZ_DOCUMENT_LEARNER
          || !pz_index_scan_learner (open->saving, &entry, NULL))
        continue;
      pz_commit_get_version (round->commit, open->name, &entry.version);
      g_ptr_array_add (entries, pz_index_entry_seal (&entry));
    }
  if (entries->len == 0)
    return;
  pz_index_apply (self->index, entries, NULL);
  pz_classroom_schedule_index (self);
}

static void
round_succeeded (PzClassroom *self,
                 SaveRound   *round)
{
  update_index (self, round);
  g_string_erase (self->history, 0, (gssize) round->history);
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open == NULL)
        continue;
      g_clear_pointer (&open->base, g_bytes_unref);
      open->base = g_steal_pointer (&open->saving);
      pz_commit_get_version (round->commit, open->name, &open->seen);
    }
  pz_classroom_drop_idle (self);
}

/* Back to how it was before the round, so that the next one takes everything again. */
static void
round_failed (PzClassroom *self,
              SaveRound   *round)
{
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open == NULL)
        continue;
      g_clear_pointer (&open->saving, g_bytes_unref);
      open->unsaved = TRUE;
      pz_document_set_revision (open->document, pz_document_get_revision (open->document) - 1);
    }
}

/* Files changed underneath: read them and join. TRUE: write again. */
static gboolean
catch_up (PzClassroom  *self,
          SaveRound    *round,
          GError      **error)
{
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open != NULL && !pz_classroom_reread (self, open, error))
        return FALSE;
    }
  return TRUE;
}

static void
report (PzClassroom  *self,
        const GError *error)
{
  PzSaveState state = PZ_SAVE_SAVED;

  if (error != NULL)
    state = PZ_SAVE_FAILED;
  else if (pz_classroom_has_unsaved (self))
    state = PZ_SAVE_PENDING;
  pz_classroom_set_save_state (self, state, error);
}

/* Whether to go another round after this one; else error says why it ended, or is unset when all is written. */
static gboolean
finish_round (PzClassroom  *self,
              SaveRound    *round,
              gboolean      done,
              guint         rounds,
              GError      **error)
{
  g_autoptr(GError) why = NULL;

  if (done)
    {
      round_succeeded (self, round);
      return FALSE;
    }
  round_failed (self, round);
  if (error == NULL || !g_error_matches (*error, PZ_ERROR, PZ_ERROR_CHANGED) || rounds >= MAX_ROUNDS)
    return FALSE;
  if (catch_up (self, round, &why))
    {
      g_clear_error (error);
      return TRUE;
    }
  g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
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
  g_autoptr(GError) local_error = NULL;
  gboolean again = TRUE;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), FALSE);

  g_clear_handle_id (&self->save_source, g_source_remove);
  while (self->saving)
    g_main_context_iteration (NULL, TRUE);
  if (!pz_classroom_has_unsaved (self))
    return TRUE;
  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  pz_classroom_seal (self, label != NULL ? label : _ ("Edit"));
  g_clear_pointer (&self->queued_label, g_free);
  for (guint rounds = 1; again; rounds++)
    {
      g_autoptr(SaveRound) round = begin_round (self);

      if (round == NULL)
        break;
      again = finish_round (self, round, pz_commit_run (round->commit, &local_error), rounds, &local_error);
    }
  report (self, local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void run_round (GTask *task,
                       guint  rounds);

/* what was edited, or asked for, while the commit ran */
static void
run_next (PzClassroom *self,
          gboolean     saved)
{
  g_autoptr(GTask) waiting = g_queue_pop_head (&self->waiting);

  if (waiting != NULL)
    run_round (waiting, 1);
  else if (saved && self->save_source == 0 && pz_classroom_has_unsaved (self))
    pz_classroom_queue_save (self, self->queued_label);
}

static void
commit_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data); /* the reference handed over */
  PzClassroom *self = g_task_get_source_object (task);
  SaveRound *round = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean done = pz_commit_run_finish (round->commit, result, &error);

  self->saving = FALSE;
  if (finish_round (self, round, done, round->round, &error))
    {
      run_round (task, round->round + 1);
      return;
    }
  report (self, error);
  run_next (self, error == NULL);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
run_round (GTask *task,
           guint  rounds)
{
  PzClassroom *self = g_task_get_source_object (task);
  SaveRound *round = begin_round (self);

  if (round == NULL)
    {
      report (self, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }
  round->round = rounds;
  g_task_set_task_data (task, round, (GDestroyNotify) save_round_free);
  self->saving = TRUE;
  pz_classroom_set_save_state (self, PZ_SAVE_SAVING, NULL);
  pz_commit_run_async (round->commit, NULL, commit_done_cb, g_object_ref (task));
}

/**
 * pz_classroom_save_async:
 * @label: (nullable): what was done, for people
 * @cancellable: (nullable): ignored once the commit has begun
 * @callback: called when everything is on disk, or not
 *
 * Like pz_classroom_save(), with the waiting for the disk in a thread.
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
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!pz_classroom_has_unsaved (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (!pz_classroom_require_writable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  pz_classroom_seal (self, label != NULL ? label : _ ("Edit"));
  g_clear_pointer (&self->queued_label, g_free);
  if (self->saving)
    g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  else
    run_round (task, 1);
}

/**
 * pz_classroom_save_finish:
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

  self->save_source = 0;
  if (self->saving)
    {
      self->save_source = g_timeout_add (SAVE_DELAY, save_queued_cb, self);
      return G_SOURCE_REMOVE;
    }
  pz_classroom_save_async (self, self->queued_label, NULL, NULL, NULL);
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
  if (self->queued_label != label)
    {
      g_free (self->queued_label);
      self->queued_label = g_strdup (label);
    }
  if (!self->saving)
    pz_classroom_set_save_state (self, PZ_SAVE_PENDING, NULL);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, save_queued_cb, self);
}

static gboolean
write_index_cb (gpointer user_data)
{
  PzClassroom *self = user_data;

  self->index_source = 0;
  pz_classroom_write_index (self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * pz_classroom_schedule_index:
 *
 * The index has changed: it is written when nothing changes for a while.
 */
void
pz_classroom_schedule_index (PzClassroom *self)
{
  self->index_changed = TRUE;
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (!pz_classroom_is_read_only (self))
    self->index_source = g_timeout_add_seconds (INDEX_DELAY, write_index_cb, self);
}

/**
 * pz_classroom_write_index:
 * @error: why it could not be written; nothing depends on it
 *
 * Returns: whether the index on disk is the one in memory
 */
gboolean
pz_classroom_write_index (PzClassroom  *self,
                          GError      **error)
{
  g_autoptr(GPtrArray) entries = NULL;

  if (!self->index_changed)
    return TRUE;
  entries = pz_index_dup_entries (self->index);
  if (!pz_index_cache_save (self->store, entries, self->id, error))
    return FALSE;
  self->index_changed = FALSE;
  return TRUE;
}
