/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-file.h"

#include "pz-crc32c.h"
#include "pz-error.h"

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
