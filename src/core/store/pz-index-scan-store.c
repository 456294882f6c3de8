/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-peek.h"
#include "pz-environment.h"
#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-index-private.h"
#include "pz-store-private.h"

#include <fcntl.h>
#include <string.h>

#define FOLDER "learners"
#define SUFFIX ".json"

/* From so many files on, all processors read: a class is quicker alone. */
#define MANY_FILES 64
#define MAX_READERS 4

/* A file to read, and what came of it. Each is touched by one reader only. */
typedef struct
{
  char *name;
  PzIndexEntry *known; /* borrowed; NULL: a new one */
  PzIndexEntry *entry; /* NULL: gone since the folder was listed */
  gboolean damaged;
  gboolean too_new;
} Job;

typedef struct
{
  PzStore *store;
  int folder;        /* of the learners, open */
  GHashTable *known; /* id to entry; those whose file was met are taken out */
  PzIndexChanges *changes;
  GArray *jobs;      /* Job, in the order of the names */
  guint next;        /* atomic: the job the next reader takes */
  GCancellable *cancellable;
} Scan;

static void
clear_job (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_clear_pointer (&job->entry, pz_index_entry_unref);
}

/* (transfer full): id to entry, both owned by the array */
static GHashTable *
hash_entries (GPtrArray *entries)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      PzIndexEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (table, (gpointer) pz_index_entry_get_text (entry, PZ_INDEX_ID), entry);
    }
  return table;
}

/* Takes the id out of the name of a file; FALSE when it is not the file of a learner. */
static gboolean
get_id (const char *name,
        char       *id)
{
  gsize length = strlen (name);

  if (length <= strlen (SUFFIX) || length - strlen (SUFFIX) > PZ_PEEK_ID_MAX
      || strcmp (name + length - strlen (SUFFIX), SUFFIX) != 0)
    return FALSE;
  memcpy (id, name, length - strlen (SUFFIX));
  id[length - strlen (SUFFIX)] = '\0';
  return pz_id_is_valid (id);
}

/* Whether reading once more could end otherwise though the file stays as it is. */
static gboolean
is_passing (const GError *error)
{
  return error->domain != PZ_ERROR || error->code == PZ_ERROR_IO || error->code == PZ_ERROR_READ_ONLY
         || error->code == PZ_ERROR_FAILED;
}

/* The file of @entry cannot be read: what the last good index said stays. Of a newer version's, what we understand. */
static void
mark_damaged (Job                *job,
              GBytes             *bytes,
              PzIndexDraft       *entry,
              const PzVersion    *version,
              const GError       *error)
{
  g_autofree char *id = g_strdup (entry->texts[PZ_INDEX_ID]);

  job->too_new = g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
  if (job->too_new && pz_index_scan_newer_learner (bytes, entry))
    g_debug ("%s was saved by a newer version", id);
  else if (job->known != NULL)
    pz_index_draft_copy (entry, job->known);
  else
    {
      pz_index_draft_clear (entry);
      pz_index_draft_set_text (entry, PZ_INDEX_ID, id);
    }
  entry->flags |= PZ_INDEX_DAMAGED;
  entry->version = *version;
  entry->version.settled &= !is_passing (error);
  job->damaged = TRUE;
}

/* Reads in the open folder and without a checksum: a school is many files. Every file is whole by itself, so a commit of
 * several that is going on needs no waiting for; what comes of it is seen next time. */
static void
read_file (const Scan *self,
           Job        *job)
{
  g_autofree char *path = g_strconcat (FOLDER "/", job->name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(PzIndexDraft) entry = { 0 };
  char id[PZ_PEEK_ID_MAX + 1];
  struct stat status;
  PzVersion version;

  get_id (job->name, id);
  pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
  bytes = pz_file_read (self->folder, job->name, path, PZ_FILE_CAP, &status, &error);
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return;
  if (bytes == NULL && fstatat (self->folder, job->name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    pz_version_init (&version, NULL);
  else
    pz_version_init (&version, &status);
  entry.version = version;
  if (bytes == NULL || !pz_index_scan_learner (bytes, &entry, &error))
    mark_damaged (job, bytes, &entry, &version, error);
  job->entry = pz_index_draft_seal (&entry);
}

/* takes jobs until there are none */
static gpointer
read_files (gpointer data)
{
  Scan *self = data;
  guint i;

  while (!g_cancellable_is_cancelled (self->cancellable)
         && (i = (guint) g_atomic_int_add (&self->next, 1)) < self->jobs->len)
    read_file (self, &g_array_index (self->jobs, Job, i));
  return NULL;
}

static void
run_jobs (Scan *self)
{
  GThread *readers[MAX_READERS] = { NULL };
  guint n = self->jobs->len >= MANY_FILES ? MIN (g_get_num_processors (), MAX_READERS) : 1;

  /* this thread is one of them; one that cannot be started is no loss */
  for (guint i = 1; i < n; i++)
    readers[i] = g_thread_try_new ("read-learners", read_files, self, NULL);
  read_files (self);
  for (guint i = 1; i < n; i++)
    if (readers[i] != NULL)
      g_thread_join (readers[i]);
}

static void
collect_results (Scan *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = &g_array_index (self->jobs, Job, i);

      if (job->entry != NULL)
        g_ptr_array_add (self->changes->changed, g_steal_pointer (&job->entry));
      else if (job->known != NULL)
        g_ptr_array_add (self->changes->removed, g_strdup (pz_index_entry_get_text (job->known, PZ_INDEX_ID)));
      self->changes->n_damaged += job->damaged;
      self->changes->too_new |= job->too_new;
    }
}

/* Whether the file is the one the entry was made from, beyond doubt. */
static gboolean
is_current (const PzIndexEntry *known,
            const PzVersion    *version)
{
  return known->version.exists && known->version.settled && pz_version_equal (&known->version, version);
}

/* Makes a job of the file unless it is as we know it. */
static void
check_file (Scan       *self,
            const char *name)
{
  char id[PZ_PEEK_ID_MAX + 1];
  Job job = { 0 };
  struct stat status;
  PzVersion version;

  if (!get_id (name, id))
    return;
  job.known = g_hash_table_lookup (self->known, id);
  if (job.known != NULL)
    {
      g_hash_table_remove (self->known, id);
      pz_version_init (&version, fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? &status : NULL);
      if (is_current (job.known, &version))
        {
          self->changes->n_damaged += (job.known->flags & PZ_INDEX_DAMAGED) != 0;
          return;
        }
    }
  job.name = g_strdup (name);
  g_array_append_val (self->jobs, job);
}

static gboolean
check_folder (Scan          *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) local_error = NULL;
  g_auto(PzFolders) folders = { 0 };

  pz_folders_init (&folders, pz_store_get_root (self->store));
  self->folder = pz_folders_open (&folders, FOLDER, FALSE, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return TRUE;
  if (self->folder >= 0)
    names = pz_file_list (self->folder, FOLDER, 0, &local_error);
  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  for (guint i = 0; i < names->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      check_file (self, g_ptr_array_index (names, i));
    }
  run_jobs (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  collect_results (self);
  return TRUE;
}

/**
 * pz_index_scan_store:
 * @store: a class
 * @current: (element-type PzIndexEntry) (nullable): what is known; %NULL for a rebuild of everything
 * @cancellable: (nullable): to stop between two files
 *
 * Looks at every file of a learner and reads those that are not as they were when their entry was made. A file that
 * cannot be read gives an entry that is marked as damaged and says what @current said. From any thread; nothing of
 * @current is changed.
 *
 * Errors: the folder cannot be read; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): for pz_index_apply(); %NULL when @error is set
 */
PzIndexChanges *
pz_index_scan_store (PzStore       *store,
                     GPtrArray     *current,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(PzIndexChanges) changes = NULL;
  g_autoptr(GHashTable) known = NULL;
  g_autoptr(GArray) jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  Scan scan = { .store = store, .jobs = jobs, .cancellable = cancellable };
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

  g_array_set_clear_func (jobs, clear_job);
  changes = g_new0 (PzIndexChanges, 1);
  changes->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  changes->removed = g_ptr_array_new_with_free_func (g_free);
  known = hash_entries (current);
  scan.known = known;
  scan.changes = changes;
  if (!check_folder (&scan, cancellable, error))
    return NULL;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (changes->removed, g_strdup (id));
  return g_steal_pointer (&changes);
}

/**
 * pz_index_changes_free:
 * @self: (transfer full): changes
 */
void
pz_index_changes_free (PzIndexChanges *self)
{
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

/**
 * pz_index_changes_drop_outdated:
 * @self: changes
 * @current: (element-type PzIndexEntry): what the scan was given
 * @index: the index as it is now
 *
 * Takes out what the index has learned otherwise since the scan began: a learner that was saved or purged meanwhile.
 * The next scan looks at these files again.
 */
void
pz_index_changes_drop_outdated (PzIndexChanges *self,
                                GPtrArray      *current,
                                PzIndex        *index)
{
  g_autoptr(GHashTable) known = NULL;

  g_return_if_fail (self != NULL && current != NULL && PZ_IS_INDEX (index));

  known = hash_entries (current);
  for (guint i = self->changed->len; i > 0; i--)
    {
      const char *id = pz_index_entry_get_text (g_ptr_array_index (self->changed, i - 1), PZ_INDEX_ID);

      if (g_hash_table_lookup (known, id) != pz_index_peek_entry (index, id))
        g_ptr_array_remove_index_fast (self->changed, i - 1);
    }
  for (guint i = self->removed->len; i > 0; i--)
    {
      const char *id = g_ptr_array_index (self->removed, i - 1);

      if (g_hash_table_lookup (known, id) != pz_index_peek_entry (index, id))
        g_ptr_array_remove_index_fast (self->removed, i - 1);
    }
}
