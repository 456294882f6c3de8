/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-remote.h"

G_DEFINE_INTERFACE (PzRemote, pz_remote, G_TYPE_OBJECT)

static void
pz_remote_default_init (PzRemoteInterface *iface)
{
}

/**
 * pz_remote_object_new:
 * @name: decoded last part of its path
 * @size: in bytes; -1 when the server does not tell
 *
 * Returns: (transfer full): one entry of a listing
 */
PzRemoteObject *
pz_remote_object_new (const char *name,
                      gint64      size)
{
  PzRemoteObject *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (PzRemoteObject, 1);
  self->name = g_strdup (name);
  self->size = size;
  return self;
}

/**
 * pz_remote_object_free:
 * @self: (transfer full) (nullable): an entry
 */
void
pz_remote_object_free (PzRemoteObject *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/**
 * pz_remote_list:
 * @self: the folder of a class
 * @cancellable: (nullable): to stop
 * @error: why not: %PZ_SYNC_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type PzRemoteObject) (nullable): all files in it, in no order. A listing that may
 *   not be whole is an error: that something is missing from it means nothing.
 */
GPtrArray *
pz_remote_list (PzRemote      *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (PZ_IS_REMOTE (self), NULL);
  return PZ_REMOTE_GET_IFACE (self)->list (self, cancellable, error);
}

/**
 * pz_remote_get:
 * @self: the folder of a class
 * @name: of a file in it
 * @most: so many bytes are read and no more: a longer file is %PZ_SYNC_ERROR_TOO_LARGE
 * @cancellable: (nullable): to stop
 * @error: why not: %PZ_SYNC_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the bytes as they came, which may be cut
 */
GBytes *
pz_remote_get (PzRemote      *self,
               const char    *name,
               gsize          most,
               GCancellable  *cancellable,
               GError       **error)
{
  g_return_val_if_fail (PZ_IS_REMOTE (self) && name != NULL, NULL);
  return PZ_REMOTE_GET_IFACE (self)->get (self, name, most, cancellable, error);
}

/**
 * pz_remote_put:
 * @self: the folder of a class
 * @name: of a new file: no name is written twice
 * @bytes: all of it
 * @cancellable: (nullable): to stop
 * @error: why not: %PZ_SYNC_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server said that it was stored. Only a later listing shows whether it was.
 */
gboolean
pz_remote_put (PzRemote      *self,
               const char    *name,
               GBytes        *bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_return_val_if_fail (PZ_IS_REMOTE (self) && name != NULL && bytes != NULL, FALSE);
  return PZ_REMOTE_GET_IFACE (self)->put (self, name, bytes, cancellable, error);
}

/**
 * pz_remote_remove:
 * @self: the folder of a class
 * @name: of a file in it
 * @cancellable: (nullable): to stop
 * @error: why not: %PZ_SYNC_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server said that it is gone; it may have been gone before
 */
gboolean
pz_remote_remove (PzRemote      *self,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (PZ_IS_REMOTE (self) && name != NULL, FALSE);
  return PZ_REMOTE_GET_IFACE (self)->remove (self, name, cancellable, error);
}

/**
 * pz_remote_make_folder:
 * @self: the folder of a class
 * @cancellable: (nullable): to stop
 * @error: why not: %PZ_SYNC_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the folder is there now
 */
gboolean
pz_remote_make_folder (PzRemote      *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (PZ_IS_REMOTE (self), FALSE);
  return PZ_REMOTE_GET_IFACE (self)->make_folder (self, cancellable, error);
}
