/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include <string.h>

/* So many documents are prepared in one turn of the main loop, however long that takes. */
#define AT_ONCE 16
/* So often an edit may come between the steps; who edits in every turn of the main loop is not waited for. */
#define MAX_EDITED 3
/* So many records of a document are written before the clock is looked at: all of a learner, some of a framework. */
#define RECORDS_AT_ONCE 250

static void
drop_writer (PzSaveRound *round)
{
  g_clear_pointer (&round->writer, pz_document_writer_free);
  g_clear_pointer (&round->writer_base, g_bytes_unref);
}

/**
 * pz_save_round_free:
 */
void
pz_save_round_free (PzSaveRound *round)
{
  g_clear_object (&round->commit);
  drop_writer (round);
  g_ptr_array_unref (round->waiting);
  g_ptr_array_unref (round->names);
  g_ptr_array_unref (round->contents);
  g_ptr_array_unref (round->notes);
  g_free (round->history);
  g_ptr_array_unref (round->entries);
  g_free (round);
}

static char *
history_file (PzClassroom *self)
{
  return g_strdup_printf ("history/%016" G_GINT64_MODIFIER "x.jsonl", pz_clock_get_device (self->clock));
}

/* what is half written was edited, or joined with its file, since then */
static gboolean
is_outdated (PzSaveRound    *round,
             PzOpenDocument *open)
{
  return round->writer_document != open->document || round->writer_base != open->base
         || round->writer_edits != pz_document_count_edits (open->document);
}

static void
begin_writer (PzSaveRound    *round,
              PzOpenDocument *open)
{
  drop_writer (round);
  round->writer = pz_document_writer_new (open->document);
  round->writer_document = open->document;
  round->writer_base = open->base != NULL ? g_bytes_ref (open->base) : NULL;
  round->writer_edits = pz_document_count_edits (open->document);
}

/* Edited again while the round was prepared: it is one revision all the same. FALSE: the turn of the main loop is over. */
static gboolean
prepare_document (PzSaveRound    *round,
                  PzOpenDocument *open,
                  gint64          until)
{
  gboolean is_long = FALSE;

  if (round->writer != NULL && is_outdated (round, open))
    {
      drop_writer (round);
      if (round->n_edited++ >= MAX_EDITED)
        until = G_MAXINT64;
    }
  if (round->writer == NULL)
    begin_writer (round, open);
  while (pz_document_writer_step (round->writer, RECORDS_AT_ONCE))
    {
      if (g_get_monotonic_time () >= until)
        return FALSE;
      is_long = TRUE;
    }
  if (is_long && g_get_monotonic_time () >= until) /* putting thousands of records together takes a turn of its own */
    return FALSE;
  if (open->saving == NULL)
    pz_document_set_revision (open->document, pz_document_get_revision (open->document) + 1);
  g_clear_pointer (&open->saving, g_bytes_unref);
  open->saving = pz_document_writer_finish (round->writer);
  drop_writer (round);
  open->unsaved = FALSE;
  open->gone = FALSE;
  return TRUE;
}

static gboolean
is_sealed (PzOpenDocument *open)
{
  return open->unsaved && !open->refused;
}

/**
 * pz_save_round_begin:
 * @self: a class whose edits are sealed
 *
 * Returns: (transfer full) (nullable): everything that waits, to be prepared; %NULL when nothing does
 */
PzSaveRound *
pz_save_round_begin (PzClassroom *self)
{
  g_autoptr(GPtrArray) unsaved = pz_classroom_collect_unsaved (self);
  g_autoptr(PzSaveRound) round = g_new0 (PzSaveRound, 1);

  round->waiting = g_ptr_array_new_with_free_func (g_free);
  round->names = g_ptr_array_new_with_free_func (g_free);
  round->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  round->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_history_note_unref);
  round->history = history_file (self);
  round->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  for (guint i = 0; i < unsaved->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (unsaved, i);

      /* what was edited after the seal has neither history nor a step yet: the next round takes it */
      if (is_sealed (open) && open->saving == NULL)
        g_ptr_array_add (round->waiting, g_strdup (open->name));
    }
  return round->waiting->len > 0 ? g_steal_pointer (&round) : NULL;
}

/* FALSE: the turn of the main loop is over */
static gboolean
prepare_waiting (PzSaveRound *round,
                 PzClassroom *self,
                 gint64       until)
{
  for (guint n = 1; round->n_done < round->waiting->len; n++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->waiting, round->n_done));

      if (open != NULL && is_sealed (open) && !prepare_document (round, open, until))
        return FALSE;
      round->n_done++;
      if (n >= AT_ONCE && round->n_done < round->waiting->len && g_get_monotonic_time () >= until)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_edited_meanwhile (PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((PzOpenDocument *) value)->saving != NULL && pz_document_is_dirty (((PzOpenDocument *) value)->document))
      return TRUE;
  return FALSE;
}

/* By name, so that the same edits make the same commit. */
static void
make_commit (PzSaveRound *round,
             PzClassroom *self)
{
  g_autoptr(GPtrArray) prepared = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((PzOpenDocument *) value)->saving != NULL)
      g_ptr_array_add (prepared, value);
  g_ptr_array_sort (prepared, pz_open_document_compare);
  round->commit = pz_commit_new (self->store);
  for (guint i = 0; i < prepared->len; i++)
    {
      PzOpenDocument *open = g_ptr_array_index (prepared, i);

      pz_commit_put (round->commit, open->name, open->saving, open->base != NULL ? &open->seen : NULL);
      g_ptr_array_add (round->names, g_strdup (open->name));
      g_ptr_array_add (round->contents, g_bytes_ref (open->saving));
    }
  for (guint i = 0; i < self->history->len; i++)
    g_ptr_array_add (round->notes, pz_history_note_ref (g_ptr_array_index (self->history, i)));
}

/* Everything as it is now; what is not sealed yet gets its history and its step with the next round. */
static void
prepare_unsealed (PzSaveRound *round,
                  PzClassroom *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (pz_open_document_needs_saving (value) && !((PzOpenDocument *) value)->refused)
      prepare_document (round, value, G_MAXINT64);
}

/* What was sealed while the round was prepared; FALSE when nothing was. */
static gboolean
add_sealed (PzSaveRound *round,
            PzClassroom *self)
{
  guint n_before = round->waiting->len;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_sealed (value))
      g_ptr_array_add (round->waiting, g_strdup (((PzOpenDocument *) value)->name));
  return round->waiting->len > n_before;
}

/**
 * pz_save_round_prepare:
 * @self: the class
 * @until: when to give the main loop its turn, in microseconds of g_get_monotonic_time(); a few documents are done
 *   whatever the time is
 *
 * Writes the documents to memory, which takes long when they are many, or when one has thousands of records. What the commit holds is the class of one moment,
 * the one in which it is ready: a document that was edited since its preparing began is prepared again, and what was sealed
 * meanwhile comes with it, for it may belong to the same edit.
 *
 * Returns: whether it can run; the caller comes back when it cannot
 */
PzRoundState
pz_save_round_prepare (PzSaveRound *round,
                       PzClassroom *self,
                       gint64       until)
{
  g_return_val_if_fail (round->commit == NULL, PZ_ROUND_READY);

  while (prepare_waiting (round, self, until))
    {
      if (round->is_split && is_edited_meanwhile (self))
        {
          if (round->n_edited++ < MAX_EDITED)
            return PZ_ROUND_EDITED;
          prepare_unsealed (round, self);
        }
      if (!round->is_split || !add_sealed (round, self))
        {
          make_commit (round, self);
          return PZ_ROUND_READY;
        }
    }
  round->is_split = TRUE;
  return PZ_ROUND_MORE;
}

static void
write_history (PzSaveRound *round)
{
  GString *lines;
  g_autoptr(GBytes) bytes = NULL;

  if (round->notes->len == 0)
    return;
  lines = g_string_new (NULL);
  for (guint i = 0; i < round->notes->len; i++)
    pz_history_note_append (g_ptr_array_index (round->notes, i), lines);
  bytes = g_string_free_to_bytes (lines);
  if (g_bytes_get_size (bytes) > 0) /* who takes a decision back may give up nothing */
    pz_commit_append_history (round->commit, round->history, bytes);
}

/* rows of the learners; a class of 2,000 would keep the window waiting for them */
static void
scan_contents (PzSaveRound *round)
{
  for (guint i = 0; i < round->names->len; i++)
    {
      const char *name = g_ptr_array_index (round->names, i);
      g_auto(PzIndexDraft) entry = { 0 };

      if (!g_str_has_prefix (name, "learners/")
          || !pz_index_scan_learner (g_ptr_array_index (round->contents, i), &entry, NULL))
        continue;
      pz_commit_get_version (round->commit, name, &entry.version);
      g_ptr_array_add (round->entries, pz_index_draft_seal (&entry));
    }
}

/**
 * pz_save_round_run:
 * @error: as pz_commit_run()
 *
 * Writes with the lines of history, and makes the rows of the index. Once, and from any thread: touches nothing of the class.
 *
 * Returns: whether it is on disk
 */
gboolean
pz_save_round_run (PzSaveRound  *round,
                   GError      **error)
{
  write_history (round);
  if (!pz_commit_run (round->commit, error))
    return FALSE;
  scan_contents (round);
  return TRUE;
}

static gboolean
has_activity (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "activities/"))
      return TRUE;
  return FALSE;
}

/**
 * pz_save_round_succeeded:
 * @self: the class
 *
 * Takes note of what is on disk now. The class is consistent before the first signal says so.
 */
void
pz_save_round_succeeded (PzSaveRound *round,
                         PzClassroom *self)
{
  pz_classroom_forget_notes (self, round->notes->len);
  for (guint i = 0; i < round->names->len; i++)
    {
      PzOpenDocument *open = g_hash_table_lookup (self->open, g_ptr_array_index (round->names, i));

      if (open == NULL)
        continue;
      g_clear_pointer (&open->base, g_bytes_unref);
      open->base = g_steal_pointer (&open->saving);
      pz_commit_get_version (round->commit, open->name, &open->seen);
    }
  if (round->entries->len > 0)
    {
      pz_classroom_apply_index (self, round->entries, NULL);
      pz_classroom_schedule_index (self);
    }
  if (g_ptr_array_find_with_equal_func (round->names, "classroom.json", g_str_equal, NULL))
    g_signal_emit_by_name (self, "class-written");
  if (has_activity (round->names))
    g_signal_emit_by_name (self, "activities-written");
}

/**
 * pz_save_round_failed:
 * @self: the class
 *
 * Back to how it was before the round, so that the next one takes everything again.
 */
void
pz_save_round_failed (PzSaveRound *round,
                      PzClassroom *self)
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
