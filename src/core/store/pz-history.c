/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history.h"

#include "pz-error.h"
#include "pz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 4096

static int
open_history (int          folder,
              const char  *base,
              const char  *name,
              struct stat *status,
              GError     **error)
{
  int file;

  file = openat (folder, base, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  if (file < 0 || fstat (file, status) < 0)
    {
      pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
      if (file >= 0)
        close (file);
      return -1;
    }
  if (!S_ISREG (status->st_mode))
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("“%s” is not a plain file"), name);
      close (file);
      return -1;
    }
  if ((status->st_mode & 0777) != 0600)
    fchmod (file, 0600);
  return file;
}

/* Where the last whole line ends: behind it there can only be what a writer that died, or a power cut, left. */
static gint64
find_end_of_lines (int         file,
                   gint64      length,
                   const char *name,
                   GError    **error)
{
  char buffer[BLOCK];

  while (length > 0)
    {
      gsize want = (gsize) MIN (length, BLOCK);
      gssize got = pread (file, buffer, want, length - (gint64) want);
      const char *newline;

      if (got < 0 && errno == EINTR)
        continue;
      if (got != (gssize) want)
        {
          pz_file_set_error (error, got < 0 ? errno : EIO, PZ_FILE_READ, name);
          return -1;
        }
      newline = memrchr (buffer, '\n', want);
      if (newline != NULL)
        return length - (gint64) want + (newline - buffer) + 1;
      length -= (gint64) want;
    }
  return 0;
}

/**
 * pz_history_append:
 * @folders: of the class
 * @name: path of the history file
 * @lines: whole lines, the last one ended too
 * @mark: (out): for pz_history_undo() or pz_history_clear(), set when this returns %TRUE
 *
 * Cuts a torn last line and adds @lines, without a flush: losing the tail loses memory of a change, never the change.
 * The caller holds the lock.
 *
 * Returns: %FALSE with @error set and the file as it was
 */
gboolean
pz_history_append (PzFolders      *folders,
                   const char     *name,
                   GBytes         *lines,
                   PzHistoryMark  *mark,
                   GError        **error)
{
  struct stat status;
  gconstpointer data;
  const char *base;
  gsize length;
  int folder;

  g_return_val_if_fail (folders != NULL && name != NULL && lines != NULL && mark != NULL, FALSE);

  folder = pz_folders_open_for (folders, name, TRUE, &base, error);
  if (folder < 0)
    return FALSE;
  mark->file = open_history (folder, base, name, &status, error);
  if (mark->file < 0)
    return FALSE;
  data = g_bytes_get_data (lines, &length);
  mark->length = find_end_of_lines (mark->file, status.st_size, name, error);
  if (mark->length < 0)
    {
      pz_history_clear (mark);
      return FALSE;
    }
  if ((mark->length < status.st_size && ftruncate (mark->file, mark->length) < 0) ||
      lseek (mark->file, mark->length, SEEK_SET) < 0)
    pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  else if (pz_file_write (mark->file, data, length, name, error))
    return TRUE;
  pz_history_undo (mark);
  return FALSE;
}

/**
 * pz_history_undo:
 * @mark: from pz_history_append()
 *
 * Takes the lines back, because the change they tell of did not happen.
 */
void
pz_history_undo (PzHistoryMark *mark)
{
  g_return_if_fail (mark != NULL);

  if (ftruncate (mark->file, mark->length) < 0)
    g_debug ("A history could not be cut: %s", g_strerror (errno));
  pz_history_clear (mark);
}

/**
 * pz_history_clear:
 * @mark: from pz_history_append()
 *
 * Lets go of the file.
 */
void
pz_history_clear (PzHistoryMark *mark)
{
  g_return_if_fail (mark != NULL);

  close (mark->file);
  mark->file = -1;
}
