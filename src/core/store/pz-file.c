/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-file.h"

#include "pz-crc32c.h"
#include "pz-error.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define NAME_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
#define PART_MAX 200 /* leaves room for the number of a transaction within the 255 of file systems */
#define NAME_MAX_LENGTH 1000

/**
 * pz_file_name_is_valid:
 * @name: (nullable): a path below the folder of a class
 *
 * The rule for every path the store touches, asked again for each path read from a commit record.
 *
 * Returns: whether @name has parts of letters, digits, dot, dash and underline, joined by `/`, none of which
 *   begins with a dot
 */
gboolean
pz_file_name_is_valid (const char *name)
{
  const char *part = name;

  if (name == NULL || strlen (name) > NAME_MAX_LENGTH)
    return FALSE;
  while (TRUE)
    {
      gsize length = strspn (part, NAME_LETTERS);

      if (length == 0 || length > PART_MAX || *part == '.')
        return FALSE;
      if (part[length] == '\0')
        return TRUE;
      if (part[length] != '/')
        return FALSE;
      part += length + 1;
    }
}

/**
 * pz_file_is_temporary:
 * @base: a name within a folder
 *
 * Returns: whether the store gives such names to files that are not finished
 */
gboolean
pz_file_is_temporary (const char *base)
{
  g_return_val_if_fail (base != NULL, FALSE);

  return *base == '.' && g_str_has_suffix (base, ".tmp");
}

static PzError
code_of (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOTDIR: /* also a link where a folder has to be */
    case EISDIR:
    case ENXIO: /* a FIFO without a reader, a socket */
      return PZ_ERROR_NOT_SAFE;
    default:
      return pz_error_from_errno (saved_errno);
    }
}

/**
 * pz_file_set_error:
 * @error: (nullable): where to put it
 * @saved_errno: errno as it was right after the call that failed
 * @act: what was being done
 * @name: the path below the folder of the class; empty for the folder itself
 *
 * Sets an error that names the file and has the system's reason.
 */
void
pz_file_set_error (GError    **error,
                   int         saved_errno,
                   PzFileAct   act,
                   const char *name)
{
  const char *format;

  g_return_if_fail (name != NULL);

  if (*name == '\0')
    /* Translators: stands in messages in the place of a file name */
    name = _("folder of the class");
  switch (act)
    {
    case PZ_FILE_WRITE:
      /* Translators: a file name, then the reason in the words of the system */
      format = _("“%1$s” could not be written: %2$s");
      break;
    case PZ_FILE_REMOVE:
      /* Translators: a file name, then the reason in the words of the system */
      format = _("“%1$s” could not be removed: %2$s");
      break;
    case PZ_FILE_READ:
    default:
      /* Translators: a file name, then the reason in the words of the system */
      format = _("“%1$s” could not be read: %2$s");
      break;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, PZ_ERROR, (int) code_of (saved_errno), format, name, g_strerror (saved_errno));
#pragma GCC diagnostic pop
}

/* a folder others can write to could be changed under our feet in the middle of a save */
static gboolean
check_folder (int          folder,
              const char  *name,
              GError     **error)
{
  struct stat status;

  if (fstat (folder, &status) < 0)
    {
      pz_file_set_error (error, errno, PZ_FILE_READ, name);
      return FALSE;
    }
  if (status.st_uid == geteuid () && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0)
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE,
               /* Translators: %s is a folder */
               _("The folder “%s” belongs to somebody else, or others can write to it"),
               *name != '\0' ? name : _("folder of the class"));
  return FALSE;
}

/**
 * pz_file_open_folder:
 * @parent: descriptor of the folder it is in, or AT_FDCWD
 * @base: its name there, not a link
 * @name: what the text of an error calls it
 *
 * Returns: a descriptor the caller closes, or -1 with @error set: %PZ_ERROR_NOT_FOUND, %PZ_ERROR_NOT_SAFE for a
 *   link, for anything else that is no folder and for a folder of others or one they can write to
 */
int
pz_file_open_folder (int          parent,
                     const char  *base,
                     const char  *name,
                     GError     **error)
{
  int folder;

  folder = openat (parent, base, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    {
      pz_file_set_error (error, errno, PZ_FILE_READ, name);
      return -1;
    }
  if (!check_folder (folder, name, error))
    {
      close (folder);
      return -1;
    }
  return folder;
}

/**
 * pz_file_open_root:
 * @path: the folder of a class; links above it are followed, it must not be one itself
 *
 * Returns: as pz_file_open_folder()
 */
int
pz_file_open_root (const char  *path,
                   GError     **error)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (path != NULL, -1);

  /* "link/" would follow the link */
  plain = g_canonicalize_filename (path, NULL);
  return pz_file_open_folder (AT_FDCWD, plain, plain, error);
}

/**
 * pz_file_make_folder:
 * @parent: descriptor of the folder to make it in
 * @base: its name there
 * @name: what the text of an error calls it
 * @made: (out): whether it was missing; the parent then waits for a flush
 *
 * Makes a folder of mode 0700 whatever the umask says. One that is there already is left as it is.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_file_make_folder (int          parent,
                     const char  *base,
                     const char  *name,
                     gboolean    *made,
                     GError     **error)
{
  *made = mkdirat (parent, base, 0700) == 0;
  if (*made)
    {
      if (fchmodat (parent, base, 0700, 0) == 0)
        return TRUE;
    }
  else if (errno == EEXIST)
    return TRUE;
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}

/**
 * pz_file_make_path:
 * @path: an absolute path
 *
 * Makes a folder and those above it that are missing, each of mode 0700. None of it is flushed.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_file_make_path (const char  *path,
                   GError     **error)
{
  g_autofree char *above = NULL;
  gboolean made;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  above = g_path_get_dirname (path);
  return pz_file_make_path (above, error) && pz_file_make_folder (AT_FDCWD, path, path, &made, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * pz_file_list:
 * @folder: descriptor of a folder
 * @name: what the text of an error calls it
 *
 * Returns: (transfer full) (element-type utf8): every name in it but `.` and `..`, sorted bytewise; %NULL with
 *   @error set
 */
GPtrArray *
pz_file_list (int          folder,
              const char  *name,
              GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct dirent *entry;
  int saved_errno;
  DIR *stream;
  int again;

  /* a stream reads from where its descriptor stands, and others may be reading from ours */
  again = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  stream = again >= 0 ? fdopendir (again) : NULL;
  if (stream == NULL)
    {
      pz_file_set_error (error, errno, PZ_FILE_READ, name);
      if (again >= 0)
        close (again);
      return NULL;
    }
  for (errno = 0; (entry = readdir (stream)) != NULL; errno = 0)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (entry->d_name));
  saved_errno = errno;
  closedir (stream);
  if (saved_errno != 0)
    {
      pz_file_set_error (error, saved_errno, PZ_FILE_READ, name);
      return NULL;
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * pz_file_open:
 * @folder: descriptor of the folder it is in
 * @base: its name there
 * @name: what the text of an error calls it
 * @status: (out): what the system says of it
 *
 * Opens a plain file to be read. A link is not followed, a FIFO or a device not waited for.
 *
 * Returns: a descriptor the caller closes, or -1 with @error set: %PZ_ERROR_NOT_FOUND, %PZ_ERROR_NOT_SAFE
 */
int
pz_file_open (int           folder,
              const char   *base,
              const char   *name,
              struct stat  *status,
              GError      **error)
{
  int file;

  do
    file = openat (folder, base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (file < 0 && errno == EINTR);
  if (file < 0 && errno == ELOOP)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("“%s” is not a plain file"), name);
      return -1;
    }
  if (file < 0 || fstat (file, status) < 0)
    {
      pz_file_set_error (error, errno, PZ_FILE_READ, name);
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
  return file;
}

static gssize
read_some (int     file,
           guint8 *buffer,
           gsize   length)
{
  gssize got;

  do
    got = read (file, buffer, length);
  while (got < 0 && errno == EINTR);
  return got;
}

/* reads to the end; one byte more than expected is asked for, to see that the end is the end */
static GBytes *
read_whole (int          file,
            gsize        size,
            const char  *name,
            GError     **error)
{
  g_autofree guint8 *buffer = g_malloc (size + 1);
  gsize length = 0;
  gssize got;

  do
    {
      got = read_some (file, buffer + length, size + 1 - length);
      if (got < 0)
        {
          pz_file_set_error (error, errno, PZ_FILE_READ, name);
          return NULL;
        }
      length += (gsize) got;
    }
  while (got > 0 && length <= size);
  if (length != size)
    {
      /* Translators: %s is a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_CHANGED, _("“%s” changed while it was read"), name);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), size);
}

/**
 * pz_file_read:
 * @folder: descriptor of the folder it is in
 * @base: its name there
 * @name: what the text of an error calls it
 * @cap: the most bytes to read
 * @status: (out): what the system says of the file that was read
 *
 * Returns: (transfer full): all of it, never a part; %NULL with @error set as by pz_file_open(), and
 *   %PZ_ERROR_TOO_LARGE, %PZ_ERROR_CHANGED when it grew or shrank meanwhile
 */
GBytes *
pz_file_read (int           folder,
              const char   *base,
              const char   *name,
              gsize         cap,
              struct stat  *status,
              GError      **error)
{
  GBytes *content;
  int file;

  file = pz_file_open (folder, base, name, status, error);
  if (file < 0)
    return NULL;
  if ((guint64) status->st_size > cap)
    {
      /* Translators: %s is a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("“%s” is too large to be a file of ours"), name);
      close (file);
      return NULL;
    }
  content = read_whole (file, (gsize) status->st_size, name, error);
  close (file);
  return content;
}

/**
 * pz_file_checksum:
 * @folder: descriptor of the folder it is in
 * @base: its name there
 * @name: what the text of an error calls it
 * @size: (out): bytes
 * @crc: (out): CRC-32C of its content
 *
 * Returns: %FALSE with @error set as by pz_file_open()
 */
gboolean
pz_file_checksum (int          folder,
                  const char  *base,
                  const char  *name,
                  guint64     *size,
                  guint32     *crc,
                  GError     **error)
{
  guint8 buffer[16384];
  struct stat status;
  gssize got;
  int file;

  file = pz_file_open (folder, base, name, &status, error);
  if (file < 0)
    return FALSE;
  *size = 0;
  *crc = 0;
  while ((got = read_some (file, buffer, sizeof buffer)) > 0)
    {
      *size += (guint64) got;
      *crc = pz_crc32c (*crc, buffer, (gsize) got);
    }
  if (got < 0)
    pz_file_set_error (error, errno, PZ_FILE_READ, name);
  close (file);
  return got == 0;
}
