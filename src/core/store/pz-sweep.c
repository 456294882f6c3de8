/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sweep.h"

#include "pz-file.h"
#include "pz-journal.h"
#include "pz-recovery.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* the deepest a class goes is snapshots/<time>/learners */
#define DEPTH_MAX 3
#define SNAPSHOTS "snapshots"

typedef struct
{
  gboolean look_only; /* stop at the first one */
  gboolean found;
  GPtrArray *kept;    /* of char *: ends of names that belong to damaged records and may hold the only copy */
} Sweep;

static gboolean
is_kept (Sweep      *sweep,
         const char *base)
{
  for (guint i = 0; i < sweep->kept->len; i++)
    if (g_str_has_suffix (base, g_ptr_array_index (sweep->kept, i)))
      return TRUE;
  return FALSE;
}

static void
find_kept (Sweep *sweep,
           int    root)
{
  g_autoptr(GPtrArray) damaged = pz_recovery_list_records (root, TRUE, NULL);
  guint64 id;

  for (guint i = 0; damaged != NULL && i < damaged->len; i++)
    if (pz_journal_parse_name (g_ptr_array_index (damaged, i), &id))
      {
        g_autofree char *staged = pz_journal_staged_name ("", id);

        g_ptr_array_add (sweep->kept, g_strdup (staged + 1));
      }
}

static gboolean
is_folder (int            folder,
           struct dirent *entry)
{
  struct stat status;

  if (entry->d_type != DT_UNKNOWN)
    return entry->d_type == DT_DIR;
  return fstatat (folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR (status.st_mode);
}

static DIR *
open_stream (int         parent,
             const char *base)
{
  int folder = openat (parent, base, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *stream = folder >= 0 ? fdopendir (folder) : NULL;

  if (stream == NULL && folder >= 0)
    close (folder);
  return stream;
}

static void
sweep_folder (Sweep      *sweep,
              int         parent,
              const char *base,
              guint       depth)
{
  DIR *stream = open_stream (parent, base);
  struct dirent *entry;

  while (stream != NULL && !(sweep->look_only && sweep->found) && (entry = readdir (stream)) != NULL)
    {
      if (pz_file_is_temporary (entry->d_name) && !is_kept (sweep, entry->d_name))
        {
          sweep->found = TRUE;
          if (!sweep->look_only)
            pz_sweep_remove_tree (dirfd (stream), entry->d_name);
        }
      else if (*entry->d_name != '.' && depth < DEPTH_MAX && is_folder (dirfd (stream), entry))
        {
          /* of snapshots only their own names can be unfinished */
          guint below = depth == 0 && strcmp (entry->d_name, SNAPSHOTS) == 0 ? DEPTH_MAX : depth + 1;

          sweep_folder (sweep, dirfd (stream), entry->d_name, below);
        }
    }
  if (stream != NULL)
    closedir (stream);
}

static gboolean
sweep_class (int      root,
             gboolean look_only)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  Sweep sweep = { .look_only = look_only, .kept = kept };

  find_kept (&sweep, root);
  sweep_folder (&sweep, root, ".", 0);
  return sweep.found;
}

/**
 * pz_sweep_is_needed:
 * @root: descriptor of the folder of the class
 *
 * Returns: whether there is an unfinished file, of a writer that died or of one at work just now
 */
gboolean
pz_sweep_is_needed (int root)
{
  return sweep_class (root, TRUE);
}

/**
 * pz_sweep_run:
 * @root: descriptor of the folder of the class
 *
 * Removes what dead writers left unfinished; the caller holds the lock and has applied every record. What belongs to a
 * damaged record stays until a person has dismissed it. What cannot be removed now is for the next sweep.
 */
void
pz_sweep_run (int root)
{
  sweep_class (root, FALSE);
}

/**
 * pz_sweep_remove_tree:
 * @parent: descriptor of the folder it is in
 * @base: a file, a link or a folder
 *
 * Removes it with all it holds, as far as that goes; links are removed, never followed.
 */
void
pz_sweep_remove_tree (int         parent,
                      const char *base)
{
  struct dirent *entry;
  DIR *stream;

  g_return_if_fail (base != NULL);

  if (unlinkat (parent, base, 0) == 0 || (errno != EISDIR && errno != EPERM))
    return;
  stream = open_stream (parent, base);
  while (stream != NULL && (entry = readdir (stream)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      pz_sweep_remove_tree (dirfd (stream), entry->d_name);
  if (stream != NULL)
    closedir (stream);
  unlinkat (parent, base, AT_REMOVEDIR);
}
