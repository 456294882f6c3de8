/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-commit.h"

#include "pz-error.h"
#include "pz-journal.h"
#include "pz-store-private.h"
#include "pz-transaction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * PzCommit:
 *
 * Changes of files that happen together or not at all. It is filled, run, and thrown away; after an error that left
 * everything as it was it may be run again. Not to be touched while it runs.
 */
struct _PzCommit
{
  GObject parent_instance;

  PzStore *store;
  GPtrArray *changes; /* of PzFileChange, in the order they were first named */
  GHashTable *names;  /* name in the change -> the change */
  GPtrArray *history; /* of PzLines */
  gboolean done;
};

G_DEFINE_FINAL_TYPE (PzCommit, pz_commit, G_TYPE_OBJECT)

/* nothing a class keeps is changed beside the store: these are written by other means */
static const char *const CLOSED_FOLDERS[] = { "cache/", "snapshots/" };

static void
pz_commit_finalize (GObject *object)
{
  PzCommit *self = PZ_COMMIT (object);

  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->history);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (pz_commit_parent_class)->finalize (object);
}

static void
pz_commit_class_init (PzCommitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_commit_finalize;
}

static void
pz_commit_init (PzCommit *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_file_change_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_lines_free);
}

/**
 * pz_commit_new:
 * @store: where; kept until the commit is gone
 *
 * Returns: (transfer full): a commit that changes nothing yet
 */
PzCommit *
pz_commit_new (PzStore *store)
{
  PzCommit *self;

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

  self = g_object_new (PZ_TYPE_COMMIT, NULL);
  self->store = g_object_ref (store);
  return self;
}

/* what was said first about the version seen holds: the file has not been touched since */
static PzFileChange *
add_change (PzCommit        *self,
            const char      *name,
            const PzVersion *seen)
{
  PzFileChange *change = g_hash_table_lookup (self->names, name);

  if (change != NULL)
    return change;
  change = pz_file_change_new (name);
  change->has_seen = seen != NULL;
  if (seen != NULL)
    change->seen = *seen;
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->names, change->name, change);
  return change;
}

/**
 * pz_commit_put:
 * @self: a commit
 * @name: path of a file below the folder of the class
 * @content: all it is to hold
 * @seen: (nullable): the version that was read or that an earlier commit wrote; %NULL when the file must be new
 *
 * Replaces a file, or makes it together with the folders it needs. When the file is another version by then, the
 * commit fails with %PZ_ERROR_CHANGED. A later call for the same file replaces the content.
 */
void
pz_commit_put (PzCommit        *self,
               const char      *name,
               GBytes          *content,
               const PzVersion *seen)
{
  PzFileChange *change;

  g_return_if_fail (PZ_IS_COMMIT (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (content != NULL);
  g_return_if_fail (!self->done);

  change = add_change (self, name, seen);
  g_bytes_ref (content);
  g_clear_pointer (&change->content, g_bytes_unref);
  change->content = content;
}

/**
 * pz_commit_delete:
 * @self: a commit
 * @name: path of a file below the folder of the class
 * @seen: (nullable): the version that was read; %NULL when whatever is there shall go
 *
 * Removes a file. That it is not there is no error, unless @seen says that it was.
 */
void
pz_commit_delete (PzCommit        *self,
                  const char      *name,
                  const PzVersion *seen)
{
  PzFileChange *change;

  g_return_if_fail (PZ_IS_COMMIT (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (!self->done);

  change = add_change (self, name, seen);
  g_clear_pointer (&change->content, g_bytes_unref);
}

/**
 * pz_commit_append_history:
 * @self: a commit
 * @name: path of a history file below the folder of the class
 * @lines: whole lines, each ended by a newline
 *
 * Adds lines to a file that is only ever added to, if and when the commit happens. They are not flushed: a power cut
 * may take the last ones, never the files themselves. A torn last line is cut off before.
 */
void
pz_commit_append_history (PzCommit   *self,
                          const char *name,
                          GBytes     *lines)
{
  const char *text;
  gsize length;

  g_return_if_fail (PZ_IS_COMMIT (self));
  g_return_if_fail (name != NULL && lines != NULL);
  g_return_if_fail (!self->done);

  text = g_bytes_get_data (lines, &length);
  g_return_if_fail (length > 0 && text[length - 1] == '\n');

  g_ptr_array_add (self->history, pz_lines_new (name, lines));
}

/**
 * pz_commit_get_n_files:
 * @self: a commit
 *
 * Returns: how many files it puts or deletes
 */
guint
pz_commit_get_n_files (PzCommit *self)
{
  g_return_val_if_fail (PZ_IS_COMMIT (self), 0);

  return self->changes->len;
}

static gboolean
may_write (const char *name,
           gboolean    is_delete)
{
  if (!pz_journal_may_hold (name))
    return FALSE;
  for (gsize i = 0; !is_delete && i < G_N_ELEMENTS (CLOSED_FOLDERS); i++)
    if (g_str_has_prefix (name, CLOSED_FOLDERS[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check_names (PzCommit  *self,
             GError   **error)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      PzFileChange *change = g_ptr_array_index (self->changes, i);

      good = good && may_write (change->name, change->content == NULL);
    }
  for (guint i = 0; i < self->history->len; i++)
    {
      PzLines *lines = g_ptr_array_index (self->history, i);

      good = good && may_write (lines->name, FALSE) && !g_hash_table_contains (self->names, lines->name);
    }
  if (!good)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("A file with this name cannot be saved in a class"));
  return good;
}

static gboolean
run (PzCommit      *self,
     GCancellable  *cancellable,
     GError       **error)
{
  if (!check_names (self, error) ||
      !pz_transaction_run (self->store, self->changes, self->history, cancellable, error))
    return FALSE;
  self->done = TRUE;
  return TRUE;
}

/**
 * pz_commit_run:
 * @self: a commit that has not happened yet
 *
 * Takes the lock, finishes what another program left, compares, writes and gives the lock back. Blocks, up to two
 * seconds for the lock alone.
 *
 * Returns: %TRUE when everything is on the disk to stay. %FALSE with @error set, and nothing changed:
 *   %PZ_ERROR_LOCKED (try again), %PZ_ERROR_CHANGED (read, join, write again), %PZ_ERROR_READ_ONLY,
 *   %PZ_ERROR_NO_SPACE, %PZ_ERROR_NOT_SAFE, %PZ_ERROR_IO; or %PZ_ERROR_UNCERTAIN (open the class again and read: it may have happened)
 */
gboolean
pz_commit_run (PzCommit  *self,
               GError   **error)
{
  g_return_val_if_fail (PZ_IS_COMMIT (self), FALSE);
  g_return_val_if_fail (!self->done, FALSE);

  return run (self, NULL, error);
}

static void
run_in_thread (GTask *task)
{
  GError *error = NULL;

  if (run (g_task_get_source_object (task), g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pz_commit_run_async:
 * @self: a commit that has not happened yet
 * @cancellable: (nullable): helps until the first file is written; not later, when half of it would be done
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * Does pz_commit_run() in a thread. Commits of one store run in the order in which this is called.
 */
void
pz_commit_run_async (PzCommit            *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PZ_IS_COMMIT (self));
  g_return_if_fail (!self->done);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pz_commit_run_async);
  /* what has happened is told as such, however late somebody cancels */
  g_task_set_check_cancellable (task, FALSE);
  pz_store_queue (self->store, task, run_in_thread);
}

/**
 * pz_commit_run_finish:
 * @self: a commit
 * @result: as the callback got it
 *
 * Returns: as pz_commit_run(), and %FALSE with %G_IO_ERROR_CANCELLED when it was cancelled in time
 */
gboolean
pz_commit_run_finish (PzCommit      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_commit_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pz_commit_get_version:
 * @self: a commit
 * @name: a file it was given
 * @version: (out caller-allocates): which version it is now, to hand to the next commit
 *
 * Returns: %FALSE when the commit has not happened or says nothing of @name; @version is then unchanged
 */
gboolean
pz_commit_get_version (PzCommit   *self,
                       const char *name,
                       PzVersion  *version)
{
  PzFileChange *change;

  g_return_val_if_fail (PZ_IS_COMMIT (self), FALSE);
  g_return_val_if_fail (name != NULL && version != NULL, FALSE);

  change = g_hash_table_lookup (self->names, name);
  if (!self->done || change == NULL)
    return FALSE;
  *version = change->written;
  return TRUE;
}
