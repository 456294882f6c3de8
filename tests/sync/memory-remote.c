/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "memory-remote.h"

#include "pz-sync-error.h"

struct _MemoryRemote
{
  GObject parent_instance;

  GMutex lock;
  GHashTable *files; /* GBytes by name; NULL while there is no folder */
  guint n_requests;
};

static void memory_remote_iface_init (PzRemoteInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryRemote, memory_remote, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_REMOTE, memory_remote_iface_init))

/* Takes the lock. */
static gboolean
begin (MemoryRemote  *self,
       GCancellable  *cancellable,
       GError       **error)
{
  g_mutex_lock (&self->lock);
  self->n_requests++;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->files == NULL)
    g_set_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND, "There is no such folder");
  return self->files != NULL;
}

static GPtrArray *
memory_remote_list (PzRemote      *remote,
                    GCancellable  *cancellable,
                    GError       **error)
{
  MemoryRemote *self = MEMORY_REMOTE (remote);
  GPtrArray *objects = NULL;
  GHashTableIter iter;
  gpointer name, bytes;

  if (begin (self, cancellable, error))
    {
      objects = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_remote_object_free);
      g_hash_table_iter_init (&iter, self->files);
      while (g_hash_table_iter_next (&iter, &name, &bytes))
        g_ptr_array_add (objects, pz_remote_object_new (name, (gint64) g_bytes_get_size (bytes)));
    }
  g_mutex_unlock (&self->lock);
  return objects;
}

static GBytes *
memory_remote_get (PzRemote      *remote,
                   const char    *name,
                   gsize          most,
                   GCancellable  *cancellable,
                   GError       **error)
{
  MemoryRemote *self = MEMORY_REMOTE (remote);
  GBytes *bytes = NULL;

  if (begin (self, cancellable, error))
    {
      bytes = g_hash_table_lookup (self->files, name);
      if (bytes == NULL)
        g_set_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND, "There is no file %s", name);
      else if (g_bytes_get_size (bytes) > most)
        g_set_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE, "%s is too large", name);
      bytes = bytes == NULL || g_bytes_get_size (bytes) > most ? NULL : g_bytes_ref (bytes);
    }
  g_mutex_unlock (&self->lock);
  return bytes;
}

static gboolean
memory_remote_put (PzRemote      *remote,
                   const char    *name,
                   GBytes        *bytes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  MemoryRemote *self = MEMORY_REMOTE (remote);
  gboolean ok = begin (self, cancellable, error);

  if (ok)
    g_hash_table_insert (self->files, g_strdup (name), g_bytes_ref (bytes));
  g_mutex_unlock (&self->lock);
  return ok;
}

static gboolean
memory_remote_remove (PzRemote      *remote,
                      const char    *name,
                      GCancellable  *cancellable,
                      GError       **error)
{
  MemoryRemote *self = MEMORY_REMOTE (remote);
  gboolean ok = begin (self, cancellable, error);

  if (ok)
    g_hash_table_remove (self->files, name);
  g_mutex_unlock (&self->lock);
  return ok;
}

static gboolean
memory_remote_make_folder (PzRemote      *remote,
                           GCancellable  *cancellable,
                           GError       **error)
{
  MemoryRemote *self = MEMORY_REMOTE (remote);

  g_mutex_lock (&self->lock);
  self->n_requests++;
  if (self->files == NULL)
    self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static void
memory_remote_iface_init (PzRemoteInterface *iface)
{
  iface->list = memory_remote_list;
  iface->get = memory_remote_get;
  iface->put = memory_remote_put;
  iface->remove = memory_remote_remove;
  iface->make_folder = memory_remote_make_folder;
}

static void
memory_remote_finalize (GObject *object)
{
  MemoryRemote *self = MEMORY_REMOTE (object);

  g_clear_pointer (&self->files, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (memory_remote_parent_class)->finalize (object);
}

static void
memory_remote_class_init (MemoryRemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_remote_finalize;
}

static void
memory_remote_init (MemoryRemote *self)
{
  g_mutex_init (&self->lock);
}

MemoryRemote *
memory_remote_new (void)
{
  return g_object_new (MEMORY_TYPE_REMOTE, NULL);
}

guint
memory_remote_count (MemoryRemote *self)
{
  return self->n_requests;
}
