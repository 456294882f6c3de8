/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-folders.h"

#include "pz-file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *name;       /* below the root; empty for the root itself */
  int descriptor;   /* ours to close but that of the root */
  gboolean changed; /* entries came, went or were renamed since the last flush */
} Folder;

static void
folder_free (gpointer data)
{
  Folder *folder = data;

  if (*folder->name != '\0')
    close (folder->descriptor);
  g_free (folder->name);
  g_free (folder);
}

static Folder *
find_by_name (PzFolders  *self,
              const char *name)
{
  for (guint i = 0; i < self->folders->len; i++)
    {
      Folder *folder = g_ptr_array_index (self->folders, i);

      if (strcmp (folder->name, name) == 0)
        return folder;
    }
  return NULL;
}

static void
add_folder (PzFolders  *self,
            const char *name,
            int         descriptor)
{
  Folder *folder = g_new0 (Folder, 1);

  folder->name = g_strdup (name);
  folder->descriptor = descriptor;
  g_ptr_array_add (self->folders, folder);
}

/* it is open already; others may have got at it since */
static int
open_root (PzFolders  *self,
           GError    **error)
{
  if (!pz_file_check_folder (self->root, "", error))
    return -1;
  add_folder (self, "", self->root);
  return self->root;
}

/**
 * pz_folders_init:
 * @self: need not be initialised
 * @root: descriptor of the folder of the class; must stay open as long as @self is used
 *
 * Begins with no folder open.
 */
void
pz_folders_init (PzFolders *self,
                 int        root)
{
  g_return_if_fail (self != NULL);

  self->root = root;
  self->folders = g_ptr_array_new_with_free_func (folder_free);
}

/**
 * pz_folders_clear:
 * @self: folders
 *
 * Closes them all, without a flush.
 */
void
pz_folders_clear (PzFolders *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->folders, g_ptr_array_unref);
}

/**
 * pz_folders_open:
 * @self: folders
 * @name: path below the class; empty for the folder of the class itself
 * @make: whether to make it, and those above it, when missing; the one above then waits for pz_folders_flush()
 *
 * Returns: a descriptor that belongs to @self, or -1 with @error set
 */
int
pz_folders_open (PzFolders   *self,
                 const char  *name,
                 gboolean     make,
                 GError     **error)
{
  g_autofree char *above = NULL;
  const char *slash, *base;
  gboolean made = FALSE;
  Folder *known;
  int parent, descriptor;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  known = find_by_name (self, name);
  if (known != NULL)
    return known->descriptor;
  if (*name == '\0')
    return open_root (self, error);
  slash = strrchr (name, '/');
  base = slash != NULL ? slash + 1 : name;
  above = g_strndup (name, slash != NULL ? (gsize) (slash - name) : 0);
  parent = pz_folders_open (self, above, make, error);
  if (parent < 0)
    return -1;
  if (make && !pz_file_make_folder (parent, base, name, &made, error))
    return -1;
  if (made)
    pz_folders_mark (self, parent);
  descriptor = pz_file_open_folder (parent, base, name, error);
  if (descriptor >= 0)
    add_folder (self, name, descriptor);
  return descriptor;
}

/**
 * pz_folders_open_for:
 * @self: folders
 * @file: path of a file below the class
 * @make: as for pz_folders_open()
 * @base: (out) (transfer none): the name of the file within the folder, a part of @file
 *
 * Returns: the folder of @file, as pz_folders_open()
 */
int
pz_folders_open_for (PzFolders   *self,
                     const char  *file,
                     gboolean     make,
                     const char **base,
                     GError     **error)
{
  g_autofree char *name = NULL;
  const char *slash;

  g_return_val_if_fail (self != NULL && file != NULL && base != NULL, -1);

  slash = strrchr (file, '/');
  *base = slash != NULL ? slash + 1 : file;
  name = g_strndup (file, slash != NULL ? (gsize) (slash - file) : 0);
  return pz_folders_open (self, name, make, error);
}

/**
 * pz_folders_mark:
 * @self: folders
 * @folder: a descriptor that came from pz_folders_open()
 *
 * Notes that entries of @folder changed.
 */
void
pz_folders_mark (PzFolders *self,
                 int        folder)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->folders->len; i++)
    {
      Folder *known = g_ptr_array_index (self->folders, i);

      if (known->descriptor == folder)
        known->changed = TRUE;
    }
}

/**
 * pz_folders_flush:
 * @self: folders
 *
 * Flushes each folder that was marked, once.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_folders_flush (PzFolders  *self,
                  GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->folders->len; i++)
    {
      Folder *folder = g_ptr_array_index (self->folders, i);

      if (!folder->changed)
        continue;
      folder->changed = FALSE;
      if (!pz_file_flush (folder->descriptor, folder->name, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_folders_flush_all:
 * @self: folders
 *
 * Flushes everything on the file system: these folders and all files in them.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_folders_flush_all (PzFolders  *self,
                      GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->folders->len; i++)
    ((Folder *) g_ptr_array_index (self->folders, i))->changed = FALSE;
  return pz_file_flush_all (self->root, "", error);
}
