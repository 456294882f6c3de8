/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include "pz-crc32c.h"
#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-journal.h"
#include "pz-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* how long a reader waits for a writer to finish with its record, in µs */
#define RECORD_WAIT (50 * 1000)

/* %PZ_ERROR_NOT_SAFE when @name is no path the store may touch */
gboolean
pz_store_check_name (const char  *name,
                     GError     **error)
{
  if (pz_file_name_is_valid (name))
    return TRUE;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SAFE,
                       _("The name of a file would leave the folder of the class"));
  return FALSE;
}

/* whether a commit record waits to be finished */
gboolean
pz_store_has_record (PzStore *self)
{
  g_autoptr(GPtrArray) records = pz_recovery_list_records (pz_store_get_root (self), FALSE, NULL);

  return records != NULL && records->len > 0;
}

/* A whole school is read file by file, so the journal folder itself is looked into only when its time changed. The
 * time must be settled: a record could have come in the same tick of the clock. */
gboolean
pz_store_may_have_record (PzStore *self)
{
  struct stat status;
  gint64 changed;

  if (fstatat (pz_store_get_root (self), PZ_JOURNAL_FOLDER, &status, AT_SYMLINK_NOFOLLOW) < 0)
    return FALSE;
  changed = (gint64) status.st_ctim.tv_sec * 1000000000 + status.st_ctim.tv_nsec;
  if (pz_store_knows_empty (self, changed))
    return FALSE;
  if (pz_store_has_record (self))
    return TRUE;
  if (pz_version_is_settled (&status))
    pz_store_remember_empty (self, changed);
  return FALSE;
}

/* A record means that a commit has happened but may not be seen whole yet: its writer needs a moment, or died. */
static gboolean
wait_for_record (PzStore  *self,
                 GError  **error)
{
  if (!pz_store_may_have_record (self))
    return TRUE;
  g_usleep (RECORD_WAIT);
  if (pz_store_is_read_only (self) || !pz_store_has_record (self))
    return TRUE;
  return pz_store_recover (self, error);
}

/* (transfer full): the folder of a file that is to be read */
static int
open_folder_of (PzStore     *self,
                const char  *name,
                const char **base,
                GError     **error)
{
  g_auto(PzFolders) folders = { 0 };
  int folder, kept;

  pz_folders_init (&folders, pz_store_get_root (self));
  folder = pz_folders_open_for (&folders, name, FALSE, base, error);
  if (folder < 0)
    return -1;
  kept = fcntl (folder, F_DUPFD_CLOEXEC, 0);
  if (kept < 0)
    pz_file_set_error (error, errno, PZ_FILE_READ, name);
  return kept;
}

/**
 * pz_store_read:
 * @self: a store
 * @name: path below the folder of the class
 * @seen: (out caller-allocates) (optional): which version it was, to hand to a commit; says that there is none after
 *   %PZ_ERROR_NOT_FOUND
 *
 * Reads a file whole. While a commit of several files is being finished it waits a moment, and finishes it when the
 * writer died.
 *
 * Returns: (transfer full): the content; %NULL with @error set: %PZ_ERROR_NOT_FOUND, %PZ_ERROR_NOT_SAFE for a link and
 *   everything else that is no plain file, %PZ_ERROR_TOO_LARGE, %PZ_ERROR_LOCKED
 */
GBytes *
pz_store_read (PzStore     *self,
               const char  *name,
               PzVersion   *seen,
               GError     **error)
{
  GBytes *content;
  PzVersion version;
  struct stat status;
  const char *base;
  int folder;

  g_return_val_if_fail (PZ_IS_STORE (self), NULL);

  if (seen != NULL)
    pz_version_init (seen, NULL);
  if (!pz_store_check_name (name, error) || !wait_for_record (self, error))
    return NULL;
  folder = open_folder_of (self, name, &base, error);
  if (folder < 0)
    return NULL;
  content = pz_file_read (folder, base, name,
                          g_str_has_prefix (name, "history/") ? PZ_FILE_HISTORY_CAP : PZ_FILE_CAP, &status, error);
  close (folder);
  if (content == NULL || seen == NULL)
    return content;
  pz_version_init (&version, &status);
  version.crc = pz_crc32c (0, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  version.has_crc = TRUE;
  *seen = version;
  return content;
}

/**
 * pz_store_stat:
 * @self: a store
 * @name: path below the folder of the class
 * @version: (out caller-allocates): which version is there, without reading it; that none is there is an answer, too
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_store_stat (PzStore     *self,
               const char  *name,
               PzVersion   *version,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  struct stat status;
  const char *base;
  int folder, answer, saved_errno;

  g_return_val_if_fail (PZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  pz_version_init (version, NULL);
  if (!pz_store_check_name (name, error))
    return FALSE;
  folder = open_folder_of (self, name, &base, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return TRUE;
  if (folder < 0)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  answer = fstatat (folder, base, &status, AT_SYMLINK_NOFOLLOW);
  saved_errno = errno;
  close (folder);
  if (answer == 0)
    pz_version_init (version, &status);
  else if (saved_errno != ENOENT)
    pz_file_set_error (error, saved_errno, PZ_FILE_READ, name);
  return answer == 0 || saved_errno == ENOENT;
}

#define ANY_KIND 0

/* the names in a folder that are no temporary ones, of plain files, of folders, or of all there is; none when it is
 * missing */
static GPtrArray *
list_folder (PzStore     *self,
             const char  *name,
             mode_t       kind,
             GError     **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) local_error = NULL;
  g_auto(PzFolders) folders = { 0 };
  int folder;

  if (*name != '\0' && !pz_store_check_name (name, error))
    return NULL;
  pz_folders_init (&folders, pz_store_get_root (self));
  folder = pz_folders_open (&folders, name, FALSE, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return g_steal_pointer (&found);
  if (folder >= 0)
    names = pz_file_list (folder, name, kind, &local_error);
  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *base = g_ptr_array_index (names, i);

      if (pz_file_name_is_valid (base))
        g_ptr_array_add (found, g_strdup (base));
    }
  return g_steal_pointer (&found);
}

/**
 * pz_store_list:
 * @self: a store
 * @folder: path below the folder of the class; empty for that folder itself
 *
 * Returns: (transfer full) (element-type utf8): names of plain files in it, sorted bytewise, without hidden and
 *   unfinished ones; empty when there is no such folder; %NULL with @error set
 */
GPtrArray *
pz_store_list (PzStore     *self,
               const char  *folder,
               GError     **error)
{
  g_return_val_if_fail (PZ_IS_STORE (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  return list_folder (self, folder, S_IFREG, error);
}

/**
 * pz_store_list_all:
 * @self: a store
 * @folder: path below the folder of the class; empty for that folder itself
 *
 * Returns: (transfer full) (element-type utf8): as pz_store_list(), with links, folders and devices: who reads one of
 *   those is told why not, instead of finding nothing
 */
GPtrArray *
pz_store_list_all (PzStore     *self,
                   const char  *folder,
                   GError     **error)
{
  g_return_val_if_fail (PZ_IS_STORE (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  return list_folder (self, folder, ANY_KIND, error);
}

/**
 * pz_store_list_folders:
 * @self: a store
 * @folder: path below the folder of the class; empty for that folder itself
 *
 * Returns: (transfer full) (element-type utf8): as pz_store_list(), of the folders in it
 */
GPtrArray *
pz_store_list_folders (PzStore     *self,
                       const char  *folder,
                       GError     **error)
{
  g_return_val_if_fail (PZ_IS_STORE (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  return list_folder (self, folder, S_IFDIR, error);
}
