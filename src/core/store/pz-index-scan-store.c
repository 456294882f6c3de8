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

typedef struct
{
  PzStore *store;
  int folder;        /* of the learners, open */
  GHashTable *known; /* id to sealed entry; those whose file was met are taken out */
  PzIndexChanges *changes;
} Scan;

/* (transfer full): id to entry, both owned by the array */
static GHashTable *
hash_entries (GPtrArray *entries)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      PzIndexEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (table, (gpointer) entry->texts[PZ_INDEX_ID], entry);
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

/* The file of @entry cannot be read: what the last good index said stays. */
static void
mark_damaged (Scan               *self,
              PzIndexEntry       *entry,
              const PzIndexEntry *known,
              const PzVersion    *version,
              const GError       *error)
{
  g_autofree char *id = g_strdup (entry->texts[PZ_INDEX_ID]);

  if (known != NULL)
    pz_index_entry_copy_open (entry, known);
  else
    {
      pz_index_entry_clear (entry);
      pz_index_entry_set_text (entry, PZ_INDEX_ID, id);
    }
  entry->flags |= PZ_INDEX_DAMAGED;
  entry->version = *version;
  entry->version.settled &= !is_passing (error);
  self->changes->n_damaged++;
  self->changes->too_new |= g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
}

/* Reads in the open folder and without a checksum: a school is many files. Every file is whole by itself, so a commit of
 * several that is going on needs no waiting for; what comes of it is seen next time. */
static void
scan_file (Scan         *self,
           const char   *name,
           const char   *id,
           PzIndexEntry *known)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(PzIndexEntry) entry = { 0 };
  struct stat status;
  PzVersion version;

  pz_index_entry_set_text (&entry, PZ_INDEX_ID, id);
  bytes = pz_file_read (self->folder, name, path, PZ_FILE_CAP, &status, &error);
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    {
      /* gone since the folder was listed */
      if (known != NULL)
        g_ptr_array_add (self->changes->removed, g_strdup (id));
      return;
    }
  if (bytes == NULL && fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    pz_version_init (&version, NULL);
  else
    pz_version_init (&version, &status);
  entry.version = version;
  if (bytes == NULL || !pz_index_scan_learner (bytes, &entry, &error))
    mark_damaged (self, &entry, known, &version, error);
  g_ptr_array_add (self->changes->changed, pz_index_entry_seal (&entry));
}

/* Whether the file is the one the entry was made from, beyond doubt. */
static gboolean
is_current (const PzIndexEntry *known,
            const PzVersion    *version)
{
  return known->version.exists && known->version.settled && pz_version_equal (&known->version, version);
}

static void
check_file (Scan       *self,
            const char *name)
{
  char id[PZ_PEEK_ID_MAX + 1];
  PzIndexEntry *known;
  struct stat status;
  PzVersion version;

  if (!get_id (name, id))
    return;
  known = g_hash_table_lookup (self->known, id);
  if (known == NULL)
    {
      scan_file (self, name, id, NULL);
      return;
    }
  g_hash_table_remove (self->known, id);
  pz_version_init (&version, fstatat (self->folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? &status : NULL);
  if (is_current (known, &version))
    self->changes->n_damaged += (known->flags & PZ_INDEX_DAMAGED) != 0;
  else
    scan_file (self, name, id, known);
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
    names = pz_file_list (self->folder, FOLDER, &local_error);
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
  Scan scan = { .store = store };
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

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
      const char *id = ((PzIndexEntry *) g_ptr_array_index (self->changed, i - 1))->texts[PZ_INDEX_ID];

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
