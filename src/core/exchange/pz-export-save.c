/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_all (int     fd,
           GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t written = write (fd, data, MIN (length, 1u << 30));

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          errno = written == 0 ? EIO : errno;
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }
  return fsync (fd) == 0;
}

/* Without replace the kernel decides, so that a file that appears in between is safe too. File systems that cannot do
 * that (FAT, some network folders) get a check right before. */
static gboolean
put_in_place (const char *temporary,
              const char *path,
              gboolean    replace)
{
  if (replace)
    return rename (temporary, path) == 0;
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return FALSE;
    }
  return rename (temporary, path) == 0;
}

static void
set_save_error (GError    **error,
                int         saved_errno,
                const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (saved_errno == EEXIST)
    {
      /* Translators: %s is a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_EXISTS, _("“%s” is there already and was left as it is"), shown);
      return;
    }
  /* Translators: %s is a file; the reason follows */
  text = g_strdup_printf (_("“%s” could not be written"), shown);
  pz_error_set_errno (error, saved_errno, text);
  /* a folder that is not there is a place that cannot be written to, not a class that was not found */
  if (error != NULL && g_error_matches (*error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    (*error)->code = PZ_ERROR_IO;
}

/**
 * pz_export_save:
 * @path: of the file
 * @bytes: all of its content
 * @replace: whether a file that is there is replaced
 *
 * Writes a file of mode 0600 beside @path and moves it there when it is on the disk: it is there whole or not at all.
 *
 * Returns: %FALSE with %PZ_ERROR_EXISTS when there is a file and it is not to be replaced, or what the disk said
 */
gboolean
pz_export_save (const char  *path,
                GBytes      *bytes,
                gboolean     replace,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".personalize-XXXXXX", NULL);
  gboolean saved;
  int saved_errno;
  int fd;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_save_error (error, EEXIST, path);
      return FALSE;
    }
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_save_error (error, errno, path);
      return FALSE;
    }
  /* whatever the umask says */
  saved = fchmod (fd, 0600) == 0 && write_all (fd, bytes);
  saved_errno = errno;
  close (fd);
  if (saved && !put_in_place (temporary, path, replace))
    {
      saved = FALSE;
      saved_errno = errno;
    }
  if (!saved)
    {
      unlink (temporary);
      set_save_error (error, saved_errno, path);
    }
  return saved;
}
