/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-transaction.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-history.h"
#include "pz-journal.h"
#include "pz-recovery.h"
#include "pz-store-private.h"

#include <fcntl.h>
#include <unistd.h>

/**
 * Outcome:
 * @DONE: everything is on the disk and nothing left to do
 * @UNFINISHED: it has happened; whoever holds the lock next finishes it
 * @REFUSED: nothing was touched
 * @FAILED: what was begun was taken back as far as the disk allowed
 * @UNCERTAIN: renamed, but the disk did not confirm it
 *
 * How a transaction ended. All but the first two come with an error.
 */
typedef enum
{
  DONE,
  UNFINISHED,
  REFUSED,
  FAILED,
  UNCERTAIN,
} Outcome;

typedef struct
{
  PzStore *store;
  PzFolders folders;
  GPtrArray *changes; /* of PzFileChange, borrowed; without deletions of what is not there */
  GArray *marks;      /* of PzHistoryMark */
} Transaction;

static PzFileChange *
change_at (GPtrArray *changes,
           guint      index)
{
  return g_ptr_array_index (changes, index);
}

static gboolean
check_all (Transaction  *self,
           GPtrArray    *changes,
           GCancellable *cancellable,
           GError      **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      PzFileChange *change = change_at (changes, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !pz_file_change_compare (change, &self->folders, error))
        return FALSE;
      if (change->content != NULL || change->exists)
        g_ptr_array_add (self->changes, change);
    }
  return TRUE;
}

static gboolean
append_history (Transaction  *self,
                GPtrArray    *history,
                GError      **error)
{
  for (guint i = 0; i < history->len; i++)
    {
      PzLines *lines = g_ptr_array_index (history, i);
      PzHistoryMark mark;

      if (!pz_history_append (&self->folders, lines->name, lines->lines, &mark, error))
        return FALSE;
      g_array_append_val (self->marks, mark);
    }
  return TRUE;
}

/* the last one first: two may be of the same file */
static void
finish_history (Transaction *self,
                gboolean     undo)
{
  for (guint i = self->marks->len; i > 0; i--)
    {
      PzHistoryMark *mark = &g_array_index (self->marks, PzHistoryMark, i - 1);

      if (undo)
        pz_history_undo (mark);
      else
        pz_history_clear (mark);
    }
}

static Outcome
put_one (Transaction  *self,
         PzFileChange     *change,
         GError      **error)
{
  char *staged = g_strdup_printf (".%s.tmp", change->base);

  /* the second step flushes the folder above one that was made just now */
  if (!pz_file_change_stage (change, &self->folders, staged, error) || !pz_folders_flush (&self->folders, error) ||
      !pz_file_flush (change->file, change->name, error) || !pz_file_change_close (change, error) ||
      !pz_file_rename (change->folder, change->staged, change->base, change->name, error))
    {
      pz_file_change_unstage (change);
      return FAILED;
    }
  g_clear_pointer (&change->staged, g_free);
  pz_folders_mark (&self->folders, change->folder);
  return pz_folders_flush (&self->folders, error) ? DONE : UNCERTAIN;
}

static Outcome
delete_one (Transaction  *self,
            PzFileChange     *change,
            GError      **error)
{
  if (!pz_file_remove (change->folder, change->base, change->name, error))
    return FAILED;
  pz_folders_mark (&self->folders, change->folder);
  return pz_folders_flush (&self->folders, error) ? DONE : UNCERTAIN;
}

static gboolean
stage_all (Transaction      *self,
           PzJournalRecord  *record,
           gboolean          each,
           GError          **error)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      PzFileChange *change = change_at (self->changes, i);
      char *staged;

      if (!pz_file_change_measure (change, error))
        return FALSE;
      if (change->content == NULL)
        {
          if (!pz_file_change_prepare_delete (change, error))
            return FALSE;
          pz_journal_record_add_delete (record, change->name, change->size, change->crc);
          continue;
        }
      staged = pz_journal_staged_name (change->base, record->id);
      if (!pz_file_change_stage (change, &self->folders, staged, error))
        return FALSE;
      pz_folders_mark (&self->folders, change->folder);
      pz_journal_record_add_put (record, change->name, change->size, change->crc);
      /* lets the disk begin while the next one is written; only a hint */
      if (each)
        sync_file_range (change->file, 0, 0, SYNC_FILE_RANGE_WRITE);
      else if (!pz_file_change_close (change, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
flush_staged (Transaction  *self,
              gboolean      each,
              GError      **error)
{
  if (!each)
    return pz_folders_flush_all (&self->folders, error);
  for (guint i = 0; i < self->changes->len; i++)
    {
      PzFileChange *change = change_at (self->changes, i);

      if (change->file >= 0 &&
          (!pz_file_flush (change->file, change->name, error) || !pz_file_change_close (change, error)))
        return FALSE;
    }
  return pz_folders_flush (&self->folders, error);
}

/* The last step of it is the commit point. */
static Outcome
write_record (Transaction      *self,
              PzJournalRecord  *record,
              int               journal,
              const char       *name,
              GError          **error)
{
  g_autofree char *staged = g_strdup_printf (".%s.tmp", name);
  g_autoptr(GBytes) text = pz_journal_record_format (record);
  gconstpointer data;
  gboolean good;
  gsize length;
  int file;

  file = pz_file_create (journal, staged, name, error);
  if (file < 0)
    return FAILED;
  data = g_bytes_get_data (text, &length);
  good = pz_file_write (file, data, length, name, error) && pz_file_flush (file, name, error);
  good = pz_file_close (file, name, good ? error : NULL) && good;
  if (!good || !pz_file_rename (journal, staged, name, name, error))
    {
      unlinkat (journal, staged, 0);
      return FAILED;
    }
  pz_folders_mark (&self->folders, journal);
  return pz_folders_flush (&self->folders, error) ? DONE : UNCERTAIN;
}

static Outcome
write_many (Transaction  *self,
            GError      **error)
{
  g_autoptr(PzJournalRecord) record = pz_journal_record_new (pz_store_new_number (self->store));
  g_autofree char *name = pz_journal_record_name (record->id);
  gboolean each = self->changes->len <= PZ_FOLDERS_FLUSH_EACH;
  g_autoptr(GError) local_error = NULL;
  Outcome outcome = FAILED;
  int journal;

  /* first, so that the flush of all folders takes in the one above it when it is new */
  journal = pz_folders_open (&self->folders, PZ_JOURNAL_FOLDER, TRUE, error);
  if (journal >= 0 && stage_all (self, record, each, error) && flush_staged (self, each, error))
    outcome = write_record (self, record, journal, name, error);
  if (outcome == FAILED)
    for (guint i = 0; i < self->changes->len; i++)
      pz_file_change_unstage (change_at (self->changes, i));
  if (outcome != DONE)
    return outcome;
  if (pz_recovery_apply (&self->folders, record, &local_error) &&
      pz_recovery_retire (&self->folders, name, &local_error))
    return DONE;
  g_message ("A save is on the disk but not finished: %s", local_error->message);
  return UNFINISHED;
}

static Outcome
write_changes (Transaction  *self,
               GError      **error)
{
  PzFileChange *first;

  if (self->changes->len == 0)
    return DONE;
  if (self->changes->len > 1)
    return write_many (self, error);
  first = change_at (self->changes, 0);
  if (first->content == NULL)
    return delete_one (self, first, error);
  return pz_file_change_measure (first, error) ? put_one (self, first, error) : FAILED;
}

static void
note_version (gpointer change,
              gpointer user_data)
{
  pz_file_change_note_version (change);
}

/**
 * pz_transaction_run:
 * @store: where
 * @changes: (element-type PzFileChange): what to do; no name twice
 * @history: (element-type PzLines): what to remember of it
 * @cancellable: (nullable): looked at until the first file is touched
 *
 * Writes all of it or nothing:
 *
 *  - one file: staged beside its place, flushed, renamed, folder flushed;
 *  - several: all staged and flushed, then a commit record flushed and renamed into the journal, which is the moment
 *    the commit happens, then the renames and deletions, flushed, and the record removed, flushed.
 *
 * All space is taken before that moment, so a full disk can only refuse.
 *
 * Returns: %TRUE when it is on the disk; the versions written stand in @changes then. %FALSE with @error set:
 *   %PZ_ERROR_LOCKED, %PZ_ERROR_CHANGED, %PZ_ERROR_NO_SPACE, %PZ_ERROR_READ_ONLY and others when nothing happened,
 *   %PZ_ERROR_UNCERTAIN when nobody can know
 */
gboolean
pz_transaction_run (PzStore       *store,
                    GPtrArray     *changes,
                    GPtrArray     *history,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GPtrArray) needed = g_ptr_array_new ();
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (PzHistoryMark));
  Transaction self = { .store = store, .changes = needed, .marks = marks };
  g_autoptr(GError) local_error = NULL;
  Outcome outcome = REFUSED;
  int lock;

  g_return_val_if_fail (PZ_IS_STORE (store), FALSE);
  g_return_val_if_fail (changes != NULL && history != NULL, FALSE);

  if (!pz_store_begin (store, &lock, error))
    return FALSE;
  pz_folders_init (&self.folders, pz_store_get_root (store));
  if (check_all (&self, changes, cancellable, &local_error))
    outcome = append_history (&self, history, &local_error) ? write_changes (&self, &local_error) : FAILED;
  finish_history (&self, outcome == FAILED);
  if (outcome == DONE || outcome == UNFINISHED)
    g_ptr_array_foreach (changes, note_version, NULL);
  if (outcome == UNCERTAIN)
    {
      pz_store_poison (store);
      local_error->code = PZ_ERROR_UNCERTAIN;
    }
  pz_folders_clear (&self.folders);
  pz_store_end (store, lock, outcome == DONE || outcome == REFUSED);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return outcome == DONE || outcome == UNFINISHED;
}
