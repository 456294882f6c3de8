/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-folders.h"
#include "pz-journal.h"
#include "pz-recovery.h"
#include "pz-sweep.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define CACHE_PREFIX "cache/"
#define CACHE_TAG "CACHEDIR.TAG"

/* the first line is what backup programs look for: https://bford.info/cachedir/ */
static const char CACHE_TAG_TEXT[] = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                     "# Personalize makes these files anew whenever they are missing.\n";

/* a name that is free: "x.json" becomes "x.json.damaged-20261123T160000" */
static char *
choose_name_aside (PzStore    *self,
                   int         folder,
                   const char *base)
{
  gint64 now = pz_environment_get_now (pz_store_get_environment (self));
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now / 1000);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%S");
  char *aside = g_strdup_printf ("%s.damaged-%s", base, stamp);
  struct stat status;

  for (guint i = 2; fstatat (folder, aside, &status, AT_SYMLINK_NOFOLLOW) == 0; i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%u", base, stamp, i);
    }
  return aside;
}

/* between begin and end */
static char *
move_aside (PzStore     *self,
            const char  *name,
            GError     **error)
{
  g_auto(PzFolders) folders = { 0 };
  g_autofree char *aside = NULL;
  const char *base;
  int folder;

  pz_folders_init (&folders, pz_store_get_root (self));
  folder = pz_folders_open_for (&folders, name, FALSE, &base, error);
  if (folder < 0)
    return NULL;
  aside = choose_name_aside (self, folder, base);
  if (!pz_file_rename (folder, base, aside, name, error))
    return NULL;
  pz_folders_mark (&folders, folder);
  if (!pz_folders_flush (&folders, error))
    {
      pz_store_poison (self);
      return NULL;
    }
  return g_strdup_printf ("%.*s%s", (int) (base - name), name, aside);
}

/**
 * pz_store_set_aside:
 * @self: a store
 * @name: a file that cannot be understood
 *
 * Gives a damaged file a name of its own in the same folder, under which nothing reads or overwrites it, so that the
 * old name is free for a restored version.
 *
 * Returns: (transfer full): its new path below the folder of the class; %NULL with @error set
 */
char *
pz_store_set_aside (PzStore     *self,
                    const char  *name,
                    GError     **error)
{
  char *aside;
  int lock;

  g_return_val_if_fail (PZ_IS_STORE (self), NULL);

  if (!pz_journal_may_hold (name))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SAFE, _("This file cannot be set aside"));
      return NULL;
    }
  if (!pz_store_begin (self, &lock, error))
    return NULL;
  aside = move_aside (self, name, error);
  pz_store_end (self, lock, aside != NULL);
  return aside;
}

/**
 * pz_store_get_damaged_records:
 * @self: a store
 *
 * A save of several files whose record, or whose content, was damaged before it could be finished. Nothing of it was
 * applied, and nothing removed; it stays until it is dismissed.
 *
 * Returns: (transfer full) (element-type utf8): names for pz_store_dismiss_damaged_record(); normally empty
 */
GPtrArray *
pz_store_get_damaged_records (PzStore *self)
{
  GPtrArray *records;

  g_return_val_if_fail (PZ_IS_STORE (self), NULL);

  records = pz_recovery_list_records (pz_store_get_root (self), TRUE, NULL);
  return records != NULL ? records : g_ptr_array_new_with_free_func (g_free);
}

/**
 * pz_store_dismiss_damaged_record:
 * @self: a store
 * @name: one of pz_store_get_damaged_records()
 * @error: return location
 *
 * Removes a damaged record and what was staged for it, after a person has seen that it exists.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_store_dismiss_damaged_record (PzStore     *self,
                                 const char  *name,
                                 GError     **error)
{
  g_autoptr(GPtrArray) damaged = NULL;
  g_auto(PzFolders) folders = { 0 };
  gboolean good;
  int lock;

  g_return_val_if_fail (PZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  damaged = pz_store_get_damaged_records (self);
  if (!g_ptr_array_find_with_equal_func (damaged, name, g_str_equal, NULL))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("There is no such damaged save"));
      return FALSE;
    }
  if (!pz_store_begin (self, &lock, error))
    return FALSE;
  pz_folders_init (&folders, pz_store_get_root (self));
  good = pz_recovery_retire (&folders, name, error);
  if (good)
    pz_sweep_run (pz_store_get_root (self));
  pz_store_end (self, lock, good);
  return good;
}

/* tmp and rename, nothing flushed */
static gboolean
replace_file (PzStore      *self,
              int           folder,
              const char   *base,
              gconstpointer data,
              gsize         length,
              GError      **error)
{
  g_autofree char *staged = pz_journal_staged_name (base, pz_store_new_number (self));
  gboolean good;
  int file;

  file = pz_file_create (folder, staged, base, error);
  if (file < 0)
    return FALSE;
  good = pz_file_write (file, data, length, base, error);
  good = pz_file_close (file, base, good ? error : NULL) && good;
  good = good && pz_file_rename (folder, staged, base, base, error);
  if (!good)
    unlinkat (folder, staged, 0);
  return good;
}

/**
 * pz_store_write_cache:
 * @self: a store
 * @name: path that begins with `cache/`
 * @content: what to write
 *
 * Replaces a file that can be made again at any time. Nothing is flushed and no lock taken: after a power cut it may
 * be missing or hold anything, so its reader checks it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_store_write_cache (PzStore     *self,
                      const char  *name,
                      GBytes      *content,
                      GError     **error)
{
  g_auto(PzFolders) folders = { 0 };
  struct stat status;
  gconstpointer data;
  const char *base;
  gsize length;
  int folder;

  g_return_val_if_fail (PZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && g_str_has_prefix (name, CACHE_PREFIX), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  if (!pz_store_check_name (name, error))
    return FALSE;
  if (pz_store_is_read_only (self))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_READ_ONLY, _("The class can only be looked at here"));
      return FALSE;
    }
  pz_folders_init (&folders, pz_store_get_root (self));
  folder = pz_folders_open_for (&folders, name, TRUE, &base, error);
  if (folder < 0)
    return FALSE;
  if (fstatat (folder, CACHE_TAG, &status, AT_SYMLINK_NOFOLLOW) < 0 &&
      !replace_file (self, folder, CACHE_TAG, CACHE_TAG_TEXT, strlen (CACHE_TAG_TEXT), error))
    return FALSE;
  data = g_bytes_get_data (content, &length);
  return replace_file (self, folder, base, data, length, error);
}
