/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzRemoteObject:
 * @name: decoded last part of its path
 * @size: in bytes; -1 when the server does not tell
 *
 * One file in the folder of a class, as a listing shows it.
 */
typedef struct
{
  char *name;
  gint64 size;
} PzRemoteObject;

PzRemoteObject *pz_remote_object_new  (const char     *name,
                                       gint64          size);
void            pz_remote_object_free (PzRemoteObject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzRemoteObject, pz_remote_object_free)

/* The one flat folder of a class on a server. All calls block: they are for worker threads. Any may be called from up to
 * four threads at the same time. Nothing is believed of a server but what a listing and the bytes themselves show. */
#define PZ_TYPE_REMOTE (pz_remote_get_type ())
G_DECLARE_INTERFACE (PzRemote, pz_remote, PZ, REMOTE, GObject)

/**
 * PzRemoteInterface:
 * @list: all files of the folder
 * @get: the bytes of one file
 * @put: writes a file under a name never used before; that it returned %TRUE proves nothing
 * @remove: deletes a file; one that is gone already is no error
 * @make_folder: makes the folder of the class; one that is there already is no error
 */
struct _PzRemoteInterface
{
  GTypeInterface parent_iface;

  GPtrArray *(*list)        (PzRemote      *self,
                             GCancellable  *cancellable,
                             GError       **error);
  GBytes    *(*get)         (PzRemote      *self,
                             const char    *name,
                             gsize          most,
                             GCancellable  *cancellable,
                             GError       **error);
  gboolean   (*put)         (PzRemote      *self,
                             const char    *name,
                             GBytes        *bytes,
                             GCancellable  *cancellable,
                             GError       **error);
  gboolean   (*remove)      (PzRemote      *self,
                             const char    *name,
                             GCancellable  *cancellable,
                             GError       **error);
  gboolean   (*make_folder) (PzRemote      *self,
                             GCancellable  *cancellable,
                             GError       **error);
};

GPtrArray *pz_remote_list        (PzRemote      *self,
                                  GCancellable  *cancellable,
                                  GError       **error);
GBytes    *pz_remote_get         (PzRemote      *self,
                                  const char    *name,
                                  gsize          most,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean   pz_remote_put         (PzRemote      *self,
                                  const char    *name,
                                  GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean   pz_remote_remove      (PzRemote      *self,
                                  const char    *name,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean   pz_remote_make_folder (PzRemote      *self,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
