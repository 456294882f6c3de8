/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-source-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  PzRosterSource *source;
  gsize total;
} Work;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* sorted, so that messages and the choice between doubles do not depend on the disk */
static GPtrArray *
list_names (DIR     *folder,
            GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct dirent *entry;

  while ((entry = readdir (folder)) != NULL)
    {
      if (*entry->d_name == '.')
        continue;
      if (names->len >= PZ_ROSTER_MAX_ENTRIES)
        {
          g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The folder has more than %d files"),
                       PZ_ROSTER_MAX_ENTRIES);
          return NULL;
        }
      g_ptr_array_add (names, g_strdup (entry->d_name));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
add_file (Work        *work,
          int          folder,
          const char  *name,
          GError     **error)
{
  int descriptor = openat (folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
  g_autoptr(GBytes) bytes = NULL;
  gboolean done;

  if (descriptor >= 0)
    {
      bytes = pz_roster_read_descriptor (descriptor, PZ_TEXT_MAX_SIZE, NULL);
      close (descriptor);
    }
  if (bytes == NULL)
    {
      /* a link, a folder, a device, too large, not ours to read: none of them is a roster's file */
      pz_roster_source_ignore (work->source, name);
      return TRUE;
    }
  work->total += g_bytes_get_size (bytes);
  if (work->total > PZ_ROSTER_MAX_TOTAL)
    {
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("The files are larger than %d MB together"),
                   PZ_ROSTER_MAX_TOTAL / 1000000);
      return FALSE;
    }
  done = pz_roster_source_add_entry (work->source, name, bytes, error);
  {
    gsize length;
    gpointer data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);

    explicit_bzero (data, length);
    g_free (data);
  }
  return done;
}

/*
 * pz_roster_source_add_folder:
 * @descriptor: of the open folder; closed by this
 *
 * Takes the regular files of a folder, none below it.
 */
gboolean
pz_roster_source_add_folder (PzRosterSource  *self,
                             int              descriptor,
                             GError         **error)
{
  g_autoptr(GPtrArray) names = NULL;
  Work work = { .source = self };
  gboolean done;
  DIR *folder = fdopendir (descriptor);

  if (folder == NULL)
    {
      pz_error_set_errno (error, errno, _("The folder cannot be read"));
      close (descriptor);
      return FALSE;
    }
  names = list_names (folder, error);
  done = names != NULL;
  for (guint i = 0; done && i < names->len; i++)
    done = add_file (&work, dirfd (folder), g_ptr_array_index (names, i), error);
  closedir (folder);
  return done;
}
