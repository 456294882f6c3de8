/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PZ_TYPE_STORE (pz_store_get_type ())
G_DECLARE_FINAL_TYPE (PzStore, pz_store, PZ, STORE, GObject)

/**
 * PzStoreFlags:
 * @PZ_STORE_NONE: open what is there, to read and to write
 * @PZ_STORE_CREATE: make the folder when it is missing
 * @PZ_STORE_READ_ONLY: look only: no lock, no recovery, nothing is ever written
 */
typedef enum
{
  PZ_STORE_NONE = 0,
  PZ_STORE_CREATE = 1 << 0,
  PZ_STORE_READ_ONLY = 1 << 1,
} PzStoreFlags;

/* gives one document of a folder */
typedef void (*PzStoreWalkFunc) (const char *id,
                                 GBytes     *bytes,
                                 gpointer    user_data);

/**
 * PzVersion:
 * @mtime_ns: last change of the content, ns since 1970 UTC
 * @ctime_ns: last change of anything about the file, ns since 1970 UTC; a snapshot changes it too
 * @size: bytes
 * @inode: a save gives the file a new one
 * @crc: CRC-32C of the content, valid when @has_crc
 * @exists: %FALSE: there was no such file, and all other members are 0
 * @has_crc: whether the content was read when this was taken
 * @settled: whether the last change was long enough ago for the clock of the file system to show a further one
 *
 * Which version of a file was read. Copy it by assignment.
 */
typedef struct
{
  gint64   mtime_ns;
  gint64   ctime_ns;
  guint64  size;
  guint64  inode;
  guint32  crc;
  gboolean exists;
  gboolean has_crc;
  gboolean settled;
} PzVersion;

PzStore    *pz_store_open                   (PzEnvironment    *environment,
                                             const char       *path,
                                             PzStoreFlags      flags,
                                             GError          **error);
void        pz_store_close                  (PzStore          *self);
const char *pz_store_get_path               (PzStore          *self);
gboolean    pz_store_is_read_only           (PzStore          *self);
GBytes     *pz_store_read                   (PzStore          *self,
                                             const char       *name,
                                             PzVersion        *seen,
                                             GError          **error);
gboolean    pz_store_stat                   (PzStore          *self,
                                             const char       *name,
                                             PzVersion        *version,
                                             GError          **error);
GPtrArray  *pz_store_list                   (PzStore          *self,
                                             const char       *folder,
                                             GError          **error);
GPtrArray  *pz_store_list_all               (PzStore          *self,
                                             const char       *folder,
                                             GError          **error);
GPtrArray  *pz_store_list_folders           (PzStore          *self,
                                             const char       *folder,
                                             GError          **error);
gboolean    pz_store_walk                   (PzStore          *self,
                                             const char       *folder,
                                             GCancellable     *cancellable,
                                             PzStoreWalkFunc   func,
                                             gpointer          user_data,
                                             GError          **error);
char       *pz_store_set_aside              (PzStore          *self,
                                             const char       *name,
                                             GError          **error);
GPtrArray  *pz_store_get_damaged_records    (PzStore          *self);
gboolean    pz_store_dismiss_damaged_record (PzStore          *self,
                                             const char       *name,
                                             GError          **error);
gboolean    pz_store_write_cache            (PzStore          *self,
                                             const char       *name,
                                             GBytes           *content,
                                             GError          **error);
char       *pz_store_snapshot               (PzStore          *self,
                                             const char       *reason,
                                             GError          **error);

gboolean    pz_version_equal                (const PzVersion  *a,
                                             const PzVersion  *b);

G_END_DECLS
