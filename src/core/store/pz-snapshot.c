/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-sweep.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define SNAPSHOTS "snapshots"

/* what is not part of a snapshot: made anew, of one moment only, or not to be turned back */
static const char *const LEFT_OUT[] = { "cache", "history", "journal", "lock", "outbox", SNAPSHOTS, NULL };

/* File systems of sticks and cards know no second name for a file: there the content is copied. */
static gboolean
copy_file (int           from,
           int           to,
           const char   *base,
           const char   *name,
           GError      **error)
{
  g_autoptr(GBytes) content = NULL;
  struct stat status;
  gconstpointer data;
  gboolean good;
  gsize length;
  int file;

  content = pz_file_read (from, base, name, PZ_FILE_CAP, &status, error);
  if (content == NULL)
    return FALSE;
  file = pz_file_create (to, base, name, error);
  if (file < 0)
    return FALSE;
  data = g_bytes_get_data (content, &length);
  good = pz_file_write (file, data, length, name, error) && pz_file_flush (file, name, error);
  return pz_file_close (file, name, good ? error : NULL) && good;
}

static gboolean
keep_file (int           from,
           int           to,
           const char   *base,
           const char   *name,
           GError      **error)
{
  if (linkat (from, base, to, base, 0) == 0)
    return TRUE;
  if (errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK)
    return copy_file (from, to, base, name, error);
  pz_file_set_error (error, errno, PZ_FILE_WRITE, name);
  return FALSE;
}

static gboolean keep_folder (int         from,
                             int         to,
                             gboolean    is_class,
                             GError    **error);

/* plain files and folders; what else lies there is none of ours */
static gboolean
keep_entry (int          from,
            int          to,
            const char  *base,
            GError     **error)
{
  gboolean good, made;
  struct stat status;
  int below, copy;

  if (!pz_file_name_is_valid (base))
    return TRUE;
  if (fstatat (from, base, &status, AT_SYMLINK_NOFOLLOW) < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      pz_file_set_error (error, errno, PZ_FILE_READ, base);
      return FALSE;
    }
  if (S_ISREG (status.st_mode))
    return keep_file (from, to, base, base, error);
  if (!S_ISDIR (status.st_mode))
    return TRUE;
  below = pz_file_open_folder (from, base, base, error);
  if (below < 0)
    return FALSE;
  copy = pz_file_make_folder (to, base, base, &made, error) ? pz_file_open_folder (to, base, base, error) : -1;
  good = copy >= 0 && keep_folder (below, copy, FALSE, error);
  if (copy >= 0)
    close (copy);
  close (below);
  return good;
}

static gboolean
keep_folder (int        from,
             int        to,
             gboolean   is_class,
             GError   **error)
{
  g_autoptr(GPtrArray) names = pz_file_list (from, "", 0, error);
  gboolean kept = FALSE;

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *base = g_ptr_array_index (names, i);

      if (is_class && g_strv_contains (LEFT_OUT, base))
        continue;
      if (!keep_entry (from, to, base, error))
        return FALSE;
      kept = TRUE;
    }
  return !kept || pz_file_flush (to, "", error);
}

/* "2026-11-23T1600-import", made unique within the minute */
static char *
choose_name (PzStore    *self,
             int         snapshots,
             const char *reason)
{
  gint64 now = pz_environment_get_now (pz_store_get_environment (self));
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now / 1000);
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H%M");
  g_autofree char *stem = reason != NULL ? g_strdup_printf ("%s-%s", stamp, reason) : g_strdup (stamp);
  char *name = g_strdup (stem);
  struct stat status;

  for (guint i = 2; fstatat (snapshots, name, &status, AT_SYMLINK_NOFOLLOW) == 0; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", stem, i);
    }
  return name;
}

/* between begin and end */
static char *
keep_class (PzStore     *self,
            const char  *reason,
            GError     **error)
{
  g_auto(PzFolders) folders = { 0 };
  g_autofree char *unfinished = NULL;
  g_autofree char *name = NULL;
  gboolean good, made;
  int snapshots, copy;

  pz_folders_init (&folders, pz_store_get_root (self));
  snapshots = pz_folders_open (&folders, SNAPSHOTS, TRUE, error);
  if (snapshots < 0)
    return NULL;
  name = choose_name (self, snapshots, reason);
  unfinished = g_strdup_printf (".%s.tmp", name);
  pz_sweep_remove_tree (snapshots, unfinished);
  if (!pz_file_make_folder (snapshots, unfinished, SNAPSHOTS, &made, error))
    return NULL;
  copy = pz_file_open_folder (snapshots, unfinished, SNAPSHOTS, error);
  good = copy >= 0 && keep_folder (pz_store_get_root (self), copy, TRUE, error);
  if (copy >= 0)
    close (copy);
  good = good && pz_file_rename (snapshots, unfinished, name, SNAPSHOTS, error);
  if (!good)
    {
      pz_sweep_remove_tree (snapshots, unfinished);
      return NULL;
    }
  pz_folders_mark (&folders, snapshots);
  return pz_folders_flush (&folders, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * pz_store_snapshot:
 * @self: a store
 * @reason: (nullable): a word for the name, `[a-z0-9-]`; %NULL for the regular ones
 *
 * Keeps the class as it is now in snapshots/<time in UTC>-<reason>: a second name for each file, which costs no space
 * until the file changes, because saves put a new file in the place of the old one. Cache, journal, lock, history and
 * outbox are left out.
 *
 * Returns: (transfer full): its name within snapshots/; %NULL with @error set
 */
char *
pz_store_snapshot (PzStore     *self,
                   const char  *reason,
                   GError     **error)
{
  char *name;
  int lock;

  g_return_val_if_fail (PZ_IS_STORE (self), NULL);
  g_return_val_if_fail (reason == NULL || (pz_file_name_is_valid (reason) && strchr (reason, '/') == NULL), NULL);

  if (!pz_store_begin (self, &lock, error))
    return NULL;
  name = keep_class (self, reason, error);
  pz_store_end (self, lock, name != NULL);
  return name;
}
