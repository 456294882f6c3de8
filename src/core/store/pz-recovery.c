/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-recovery.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-sweep.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

/**
 * pz_recovery_list_records:
 * @root: descriptor of the folder of the class
 * @damaged: those that were set aside rather than those that wait to be finished
 *
 * Returns: (transfer full) (element-type utf8): names of records in the journal folder, sorted; %NULL with @error set
 */
GPtrArray *
pz_recovery_list_records (int       root,
                          gboolean  damaged,
                          GError  **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) local_error = NULL;

  names = pz_file_list_folder (root, PZ_JOURNAL_FOLDER, PZ_JOURNAL_FOLDER, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return g_steal_pointer (&records);
  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (damaged ? strstr (name, PZ_JOURNAL_DAMAGED) != NULL : g_str_has_suffix (name, PZ_JOURNAL_SUFFIX))
        g_ptr_array_add (records, g_strdup (name));
    }
  return g_steal_pointer (&records);
}

/* an answer about the disk is no answer about the content: only the latter makes a record a damaged one */
static gboolean
is_failure_of_disk (const GError *error)
{
  return error->domain != PZ_ERROR || error->code == PZ_ERROR_IO || error->code == PZ_ERROR_READ_ONLY ||
         error->code == PZ_ERROR_NO_SPACE;
}

/* Sets *missing when there is no such file; returns whether its content is that of the entry. */
static gboolean
has_content_of (int              folder,
                const char      *base,
                PzJournalEntry  *entry,
                gboolean        *missing,
                GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  guint64 size;
  guint32 crc;

  *missing = FALSE;
  if (pz_file_checksum (folder, base, entry->path, &size, &crc, &local_error))
    return size == entry->size && crc == entry->crc;
  *missing = g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  if (is_failure_of_disk (local_error))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What an entry speaks of must be there, waiting or already done. %FALSE without @error: it is not. */
static gboolean
check_entry (PzFolders       *folders,
             PzJournalRecord *record,
             PzJournalEntry  *entry,
             GError         **error)
{
  g_autofree char *staged = NULL;
  g_autoptr(GError) local_error = NULL;
  gboolean missing;
  const char *base;
  int folder;

  folder = pz_folders_open_for (folders, entry->path, FALSE, &base, &local_error);
  if (folder < 0)
    {
      if (is_failure_of_disk (local_error))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (entry->is_delete)
    {
      gboolean same = has_content_of (folder, base, entry, &missing, &local_error);

      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return same || missing;
    }
  staged = pz_journal_staged_name (base, record->id);
  if (has_content_of (folder, staged, entry, &missing, &local_error))
    return TRUE;
  if (local_error == NULL && missing && has_content_of (folder, base, entry, &missing, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Reads a record and checks all it speaks of before anything is done. %NULL without @error: it is damaged. */
static PzJournalRecord *
read_record (PzFolders   *folders,
             int          journal,
             const char  *name,
             GError     **error)
{
  g_autoptr(PzJournalRecord) record = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *right_name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  struct stat status;

  bytes = pz_file_read (journal, name, name, PZ_FILE_CAP, &status, &local_error);
  if (bytes == NULL)
    {
      if (is_failure_of_disk (local_error))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  record = pz_journal_record_parse (bytes, NULL);
  if (record == NULL)
    return NULL;
  right_name = pz_journal_record_name (record->id);
  if (strcmp (name, right_name) != 0)
    return NULL;
  for (guint i = 0; i < record->entries->len; i++)
    if (!check_entry (folders, record, g_ptr_array_index (record->entries, i), error))
      return NULL;
  return g_steal_pointer (&record);
}

/* under a name nobody has yet: an older one may still wait for a person to look at it */
static gboolean
set_record_aside (PzFolders   *folders,
                  int          journal,
                  const char  *name,
                  GError     **error)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (PZ_JOURNAL_SUFFIX));
  g_autofree char *aside = g_strconcat (stem, PZ_JOURNAL_DAMAGED, NULL);
  struct stat status;

  for (guint i = 2; fstatat (journal, aside, &status, AT_SYMLINK_NOFOLLOW) == 0; i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" PZ_JOURNAL_DAMAGED "-%u", stem, i);
    }
  pz_folders_mark (folders, journal);
  return pz_file_rename (journal, name, aside, name, error) && pz_folders_flush (folders, error);
}

static gboolean
apply_entry (PzFolders       *folders,
             PzJournalRecord *record,
             PzJournalEntry  *entry,
             GError         **error)
{
  g_autofree char *staged = NULL;
  struct stat status;
  const char *base;
  int folder;

  folder = pz_folders_open_for (folders, entry->path, FALSE, &base, error);
  if (folder < 0)
    return FALSE;
  pz_folders_mark (folders, folder);
  if (entry->is_delete)
    return pz_file_remove (folder, base, entry->path, error);
  staged = pz_journal_staged_name (base, record->id);
  /* a recovery that was cut short, too, may have renamed it already */
  if (fstatat (folder, staged, &status, AT_SYMLINK_NOFOLLOW) < 0 && errno == ENOENT)
    return TRUE;
  return pz_file_rename (folder, staged, base, entry->path, error);
}

/**
 * pz_recovery_apply:
 * @folders: of the class
 * @record: a record that is on the disk, all of whose content is in place
 *
 * Renames what is staged, removes what is to go, and flushes. Doing it twice does no harm. Takes no space.
 *
 * Returns: %FALSE with @error set; the record must stay then
 */
gboolean
pz_recovery_apply (PzFolders       *folders,
                   PzJournalRecord *record,
                   GError         **error)
{
  g_return_val_if_fail (folders != NULL && record != NULL, FALSE);

  for (guint i = 0; i < record->entries->len; i++)
    if (!apply_entry (folders, record, g_ptr_array_index (record->entries, i), error))
      return FALSE;
  if (record->entries->len > PZ_FOLDERS_FLUSH_EACH)
    return pz_folders_flush_all (folders, error);
  return pz_folders_flush (folders, error);
}

/**
 * pz_recovery_retire:
 * @folders: of the class
 * @record_name: of a record that was applied
 *
 * Removes the record and flushes: one that came back after a power cut would undo what was saved since.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_recovery_retire (PzFolders   *folders,
                    const char  *record_name,
                    GError     **error)
{
  int journal;

  g_return_val_if_fail (folders != NULL && record_name != NULL, FALSE);

  journal = pz_folders_open (folders, PZ_JOURNAL_FOLDER, FALSE, error);
  if (journal < 0 || !pz_file_remove (journal, record_name, record_name, error))
    return FALSE;
  pz_folders_mark (folders, journal);
  return pz_folders_flush (folders, error);
}

static gboolean
recover_record (PzFolders   *folders,
                const char  *name,
                GError     **error)
{
  g_autoptr(PzJournalRecord) record = NULL;
  g_autoptr(GError) local_error = NULL;
  int journal;

  journal = pz_folders_open (folders, PZ_JOURNAL_FOLDER, FALSE, error);
  if (journal < 0)
    return FALSE;
  record = read_record (folders, journal, name, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record == NULL)
    return set_record_aside (folders, journal, name, error);
  return pz_recovery_apply (folders, record, error) && pz_recovery_retire (folders, name, error);
}

/**
 * pz_recovery_run:
 * @root: descriptor of the folder of the class
 * @left_over: whether the last holder of the lock did not come to its end
 * @sweep: whether to look for unfinished files in any case
 *
 * Finishes what another writer began; the caller holds the lock. A record that is damaged, or speaks of content that
 * is not there, is set aside and nothing of it applied. Unfinished files are removed afterwards, never before.
 *
 * Returns: %FALSE with @error set when the disk failed; it can be tried again
 */
gboolean
pz_recovery_run (int       root,
                 gboolean  left_over,
                 gboolean  sweep,
                 GError  **error)
{
  g_autoptr(GPtrArray) records = NULL;
  g_auto(PzFolders) folders = { 0 };

  records = pz_recovery_list_records (root, FALSE, error);
  if (records == NULL)
    return FALSE;
  if (!left_over && records->len == 0 && !sweep)
    return TRUE;
  pz_folders_init (&folders, root);
  /* what a killed writer renamed, made or removed can be seen, but a power cut could still take it back, and with it
   * the ground under what we are about to write */
  if ((left_over || records->len > 0) && !pz_folders_flush_all (&folders, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!recover_record (&folders, g_ptr_array_index (records, i), error))
      return FALSE;
  pz_sweep_run (root);
  return TRUE;
}
