/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-file-change.h"

#include "pz-crc32c.h"
#include "pz-error.h"
#include "pz-file.h"
#include "pz-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * pz_file_change_new:
 * @name: path below the folder of the class
 *
 * Returns: (transfer full): a change that removes the file until it is given content
 */
PzFileChange *
pz_file_change_new (const char *name)
{
  PzFileChange *self = g_new0 (PzFileChange, 1);

  self->name = g_strdup (name);
  self->file = -1;
  self->folder = -1;
  return self;
}

/**
 * pz_file_change_free:
 * @self: (transfer full): a change
 *
 * Frees it.
 */
void
pz_file_change_free (PzFileChange *self)
{
  g_return_if_fail (self != NULL);

  if (self->file >= 0)
    close (self->file);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->staged);
  g_free (self->name);
  g_free (self);
}

/**
 * pz_lines_new:
 * @name: path of a history file
 * @lines: whole lines
 *
 * Returns: (transfer full): lines to add
 */
PzLines *
pz_lines_new (const char *name,
              GBytes     *lines)
{
  PzLines *self = g_new0 (PzLines, 1);

  self->name = g_strdup (name);
  self->lines = g_bytes_ref (lines);
  return self;
}

/**
 * pz_lines_free:
 * @self: (transfer full): lines
 *
 * Frees them.
 */
void
pz_lines_free (PzLines *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->lines);
  g_free (self->name);
  g_free (self);
}

/* The times and the number of the file settle it when they are as they were. When they are not, or could not show a
 * change yet, the content does: a snapshot or a copy of the class changes them, too. */
static gboolean
is_version (PzFileChange         *self,
            const PzVersion  *now,
            gboolean         *is_same,
            GError          **error)
{
  const PzVersion *seen = &self->seen;
  gboolean same_status;
  guint64 size;
  guint32 crc;

  *is_same = FALSE;
  if (!seen->exists || !now->exists)
    {
      *is_same = seen->exists == now->exists;
      return TRUE;
    }
  if (seen->size != now->size)
    return TRUE;
  same_status = seen->mtime_ns == now->mtime_ns && seen->inode == now->inode &&
                (!seen->has_crc || seen->ctime_ns == now->ctime_ns);
  if (!seen->has_crc || (same_status && seen->settled))
    {
      *is_same = same_status;
      return TRUE;
    }
  if (!pz_file_checksum (self->folder, self->base, self->name, &size, &crc, error))
    return FALSE;
  *is_same = size == seen->size && crc == seen->crc;
  return TRUE;
}

/* Opens the folder where there is one, and sees what the file is now. */
static gboolean
look_at (PzFileChange   *self,
         PzFolders  *folders,
         PzVersion  *now,
         GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  struct stat status;

  pz_version_init (now, NULL);
  self->folder = pz_folders_open_for (folders, self->name, FALSE, &self->base, &local_error);
  if (self->folder < 0)
    {
      if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (fstatat (self->folder, self->base, &status, AT_SYMLINK_NOFOLLOW) < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      pz_file_set_error (error, errno, PZ_FILE_READ, self->name);
      return FALSE;
    }
  /* neither renaming over a folder nor unlinking it would work, and after the commit point nothing may fail */
  if (S_ISDIR (status.st_mode))
    {
      /* Translators: %s is a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("“%s” is not a plain file"), self->name);
      return FALSE;
    }
  self->exists = TRUE;
  pz_version_init (now, &status);
  return TRUE;
}

/**
 * pz_file_change_compare:
 * @self: a change
 * @folders: of the class
 *
 * Looks what the file is now, under the lock.
 *
 * Returns: %FALSE with @error set: %PZ_ERROR_CHANGED when it is not the version that was seen, %PZ_ERROR_NOT_SAFE when
 *   it is a folder
 */
gboolean
pz_file_change_compare (PzFileChange   *self,
                   PzFolders  *folders,
                   GError    **error)
{
  PzVersion now;
  gboolean is_same;

  g_return_val_if_fail (self != NULL && folders != NULL, FALSE);

  self->exists = FALSE;
  if (!look_at (self, folders, &now, error))
    return FALSE;
  if (self->content == NULL && !self->has_seen)
    return TRUE;
  if (!is_version (self, &now, &is_same, error))
    return FALSE;
  if (!is_same)
    /* Translators: %s is a file */
    g_set_error (error, PZ_ERROR, PZ_ERROR_CHANGED, _("“%s” was changed by another program"), self->name);
  return is_same;
}

/**
 * pz_file_change_measure:
 * @self: a change that was compared
 *
 * Sets size and sum of what it puts, or of what it takes away.
 *
 * Returns: %FALSE with @error set: %PZ_ERROR_NOT_SAFE when what is to go is no plain file
 */
gboolean
pz_file_change_measure (PzFileChange  *self,
                   GError   **error)
{
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->content == NULL)
    return pz_file_checksum (self->folder, self->base, self->name, &self->size, &self->crc, error);
  data = g_bytes_get_data (self->content, &length);
  self->size = length;
  self->crc = pz_crc32c (0, data, length);
  return TRUE;
}

/**
 * pz_file_change_stage:
 * @self: a change with content
 * @folders: of the class
 * @staged: (transfer full): the name of the unfinished file, beside the one it is for
 *
 * Writes the new content, without a flush; makes folders that are missing.
 *
 * Returns: %FALSE with @error set; pz_file_change_unstage() then removes what there is
 */
gboolean
pz_file_change_stage (PzFileChange   *self,
                 PzFolders  *folders,
                 char       *staged,
                 GError    **error)
{
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (self != NULL && self->content != NULL, FALSE);

  self->folder = pz_folders_open_for (folders, self->name, TRUE, &self->base, error);
  if (self->folder >= 0)
    self->file = pz_file_create (self->folder, staged, self->name, error);
  if (self->file < 0)
    {
      g_free (staged);
      return FALSE;
    }
  self->staged = staged;
  data = g_bytes_get_data (self->content, &length);
  return pz_file_write (self->file, data, length, self->name, error);
}

/**
 * pz_file_change_close:
 * @self: a change that was staged
 *
 * Returns: %FALSE with @error set when the disk says only now that it is full
 */
gboolean
pz_file_change_close (PzFileChange  *self,
                 GError   **error)
{
  int file;

  g_return_val_if_fail (self != NULL && self->file >= 0, FALSE);

  file = self->file;
  self->file = -1;
  return pz_file_close (file, self->name, error);
}

/**
 * pz_file_change_unstage:
 * @self: a change
 *
 * Removes what was staged, if anything.
 */
void
pz_file_change_unstage (PzFileChange *self)
{
  g_return_if_fail (self != NULL);

  if (self->file >= 0)
    close (self->file);
  self->file = -1;
  if (self->staged != NULL)
    unlinkat (self->folder, self->staged, 0);
  g_clear_pointer (&self->staged, g_free);
}

/**
 * pz_file_change_prepare_delete:
 * @self: a change that removes a file
 *
 * After the commit point the deletion must work, so this asks before.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_file_change_prepare_delete (PzFileChange  *self,
                          GError   **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (faccessat (self->folder, ".", W_OK, AT_EACCESS) == 0)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_REMOVE, self->name);
  return FALSE;
}

/**
 * pz_file_change_note_version:
 * @self: a change that was written
 *
 * Sets what the file is now; when renaming it is left to the next holder of the lock, the content alone tells.
 */
void
pz_file_change_note_version (PzFileChange *self)
{
  struct stat status;

  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->staged, g_free);
  pz_version_init (&self->written, NULL);
  if (self->content == NULL)
    return;
  if (fstatat (self->folder, self->base, &status, AT_SYMLINK_NOFOLLOW) == 0)
    pz_version_init (&self->written, &status);
  self->written.exists = TRUE;
  self->written.settled = FALSE;
  self->written.has_crc = TRUE;
  self->written.size = self->size;
  self->written.crc = self->crc;
}
