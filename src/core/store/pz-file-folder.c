/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-file.h"

#include "pz-error.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Folders of a class: ours alone, opened one below the other, so that no link leads elsewhere. */

/**
 * pz_file_check_folder:
 * @folder: descriptor of a folder
 * @name: what the text of an error calls it
 *
 * A folder others can write to could be changed under our feet in the middle of a save.
 *
 * Returns: whether it is ours and nobody else can write to it; else @error is set, to %PZ_ERROR_NOT_SAFE
 */
gboolean
pz_file_check_folder (int          folder,
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
  if (!pz_file_check_folder (folder, name, error))
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

/* Whether an entry is of the kind: most file systems say so with the name. One that cannot be looked at is a name all the
 * same: who reads it is told why not, and nobody takes it for gone. */
static gboolean
is_of_kind (int                  folder,
            const struct dirent *entry,
            mode_t               kind)
{
  struct stat status;

  if (kind == 0)
    return TRUE;
  if (entry->d_type != DT_UNKNOWN)
    return (mode_t) DTTOIF (entry->d_type) == kind;
  if (fstatat (folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
    return errno != ENOENT;
  return (status.st_mode & S_IFMT) == kind;
}

/* takes folder */
static GPtrArray *
list_entries (int          folder,
              const char  *name,
              mode_t       kind,
              GError     **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *stream = folder >= 0 ? fdopendir (folder) : NULL;
  struct dirent *entry;
  int saved_errno;

  if (stream == NULL)
    {
      pz_file_set_error (error, errno, PZ_FILE_READ, name);
      if (folder >= 0)
        close (folder);
      return NULL;
    }
  for (errno = 0; (entry = readdir (stream)) != NULL; errno = 0)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0 && is_of_kind (folder, entry, kind))
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
 * pz_file_list:
 * @folder: descriptor of a folder
 * @name: what the text of an error calls it
 * @kind: what to list, of the kinds of a mode: `S_IFREG`, `S_IFDIR`; 0: everything
 *
 * Returns: (transfer full) (element-type utf8): the names in it but `.` and `..`, sorted bytewise; %NULL with
 *   @error set
 */
GPtrArray *
pz_file_list (int          folder,
              const char  *name,
              mode_t       kind,
              GError     **error)
{
  /* a stream reads from where its descriptor stands, and others may be reading from ours */
  return list_entries (openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), name, kind, error);
}

/**
 * pz_file_list_folder:
 * @parent: descriptor of the folder it is in
 * @base: its name there
 * @name: what the text of an error calls it
 *
 * Returns: (transfer full) (element-type utf8): as pz_file_list() of everything; %NULL with @error set as
 *   pz_file_open_folder() sets it
 */
GPtrArray *
pz_file_list_folder (int          parent,
                     const char  *base,
                     const char  *name,
                     GError     **error)
{
  int folder = pz_file_open_folder (parent, base, name, error);

  return folder >= 0 ? list_entries (folder, name, 0, error) : NULL;
}
