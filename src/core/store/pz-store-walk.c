/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store.h"

#include <string.h>

#define ENDING ".json"

static void
walk_file (PzStore         *self,
           const char      *folder,
           const char      *name,
           PzStoreWalkFunc  func,
           gpointer         user_data)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (ENDING));
  g_autoptr(GBytes) bytes = pz_store_read (self, path, NULL, NULL);

  if (bytes != NULL)
    func (id, bytes, user_data);
}

/**
 * pz_store_walk:
 * @self: a store
 * @folder: path below the folder of the class
 * @cancellable: (nullable): to stop between two files
 * @func: (scope call): is given each document
 * @user_data: for @func
 * @error: the folder cannot be read, or it was cancelled
 *
 * Reads all documents of a folder one after the other, by name, in whatever thread it is called. One that cannot be read
 * is left out: that it cannot is said where the class is listed and checked.
 *
 * Returns: whether all were read; %FALSE with @error set
 */
gboolean
pz_store_walk (PzStore          *self,
               const char       *folder,
               GCancellable     *cancellable,
               PzStoreWalkFunc   func,
               gpointer          user_data,
               GError          **error)
{
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (PZ_IS_STORE (self) && folder != NULL && func != NULL, FALSE);

  names = pz_store_list (self, folder, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (g_str_has_suffix (names->pdata[i], ENDING))
      walk_file (self, folder, names->pdata[i], func, user_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
