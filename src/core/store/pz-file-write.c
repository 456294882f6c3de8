/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef PZ_TEST_FLUSHES
/* The build of the crash tests: leaves out the flush whose number, counted from 1, stands in PZ_SKIP_FLUSH. The
 * power-loss simulator must notice, or the flush was for nothing. */
static gboolean
skip_flush (void)
{
  static gint count = 0;
  const char *skipped = g_getenv ("PZ_SKIP_FLUSH");
  gint number = g_atomic_int_add (&count, 1) + 1;

  return skipped != NULL && g_ascii_strtoll (skipped, NULL, 10) == number;
}
#else
static gboolean
skip_flush (void)
{
  return FALSE;
}
#endif

/**
 * pz_file_create:
 * @folder: descriptor of the folder to make it in
 * @base: its name there, one of those the store gives to unfinished files
 * @name: what the text of an error calls it
 *
 * Makes an empty file of mode 0600 whatever the umask says. What stands in its place, left over from a writer that
 * died or planted there, is taken away, never written into; the caller holds the lock.
 *
 * Returns: a descriptor for writing that pz_file_close() closes, or -1 with @error set
 */
int
pz_file_create (int          folder,
                const char  *base,
                const char  *name,
                GError     **error)
{
  const int flags = O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC;
  int file;

  file = openat (folder, base, flags, 0600);
  if (file < 0 && errno == EEXIST && unlinkat (folder, base, 0) == 0)
    file = openat (folder, base, flags, 0600);
  if (file >= 0 && fchmod (file, 0600) == 0)
    return file;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  if (file >= 0)
    {
      close (file);
      unlinkat (folder, base, 0);
    }
  return -1;
}

/**
 * pz_file_write:
 * @file: descriptor of a file
 * @data: (array length=length): what to write
 * @length: bytes
 * @name: what the text of an error calls it
 *
 * Writes all of it, going on after a short write or a signal.
 *
 * Returns: %FALSE with @error set; a part may be written then
 */
gboolean
pz_file_write (int            file,
               gconstpointer  data,
               gsize          length,
               const char    *name,
               GError       **error)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      gssize written = write (file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          pz_file_set_error (error, written < 0 ? errno : EIO, PZ_FILE_WRITE, name);
          return FALSE;
        }
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/**
 * pz_file_close:
 * @file: descriptor of a file that was written; gone afterwards in any case
 * @name: what the text of an error calls it
 *
 * Some file systems only say here that the disk or the quota is full.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_file_close (int          file,
               const char  *name,
               GError     **error)
{
  if (close (file) == 0 || errno == EINTR)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}

/**
 * pz_file_rename:
 * @folder: descriptor of the folder both names are in
 * @from: the unfinished file
 * @to: the name it takes; what had that name is gone
 * @name: what the text of an error calls it
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_file_rename (int          folder,
                const char  *from,
                const char  *to,
                const char  *name,
                GError     **error)
{
  if (renameat (folder, from, folder, to) == 0)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}

/**
 * pz_file_remove:
 * @folder: descriptor of the folder it is in
 * @base: its name there
 * @name: what the text of an error calls it
 *
 * Returns: %TRUE also when it was not there; %FALSE with @error set
 */
gboolean
pz_file_remove (int          folder,
                const char  *base,
                const char  *name,
                GError     **error)
{
  if (unlinkat (folder, base, 0) == 0 || errno == ENOENT)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_REMOVE, name);
  return FALSE;
}

/**
 * pz_file_flush:
 * @file: descriptor of a file, or of a folder whose entries changed
 * @name: what the text of an error calls it
 *
 * Returns: whether it is on the disk; after %FALSE, with @error set, asking again on the same descriptor would say
 *   %TRUE without it being so
 */
gboolean
pz_file_flush (int          file,
               const char  *name,
               GError     **error)
{
  if (skip_flush () || fsync (file) == 0)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}

/**
 * pz_file_flush_all:
 * @file: any descriptor on a file system
 * @name: what the text of an error calls it
 *
 * Flushes everything on that file system, other programs' files too, which may take seconds; for many files it is
 * still far quicker than one by one.
 *
 * Returns: as pz_file_flush()
 */
gboolean
pz_file_flush_all (int          file,
                   const char  *name,
                   GError     **error)
{
  if (skip_flush () || syncfs (file) == 0)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}
