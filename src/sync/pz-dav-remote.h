/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-remote.h"

G_BEGIN_DECLS

/* Apart by more than this, in s, the clock of this computer or of the server is wrong. */
#define PZ_DAV_MAX_CLOCK_OFFSET (5 * 60)

/* The folder of a class on a WebDAV server. */
#define PZ_TYPE_DAV_REMOTE (pz_dav_remote_get_type ())
G_DECLARE_FINAL_TYPE (PzDavRemote, pz_dav_remote, PZ, DAV_REMOTE, GObject)

PzDavRemote *pz_dav_remote_new              (const char   *address,
                                             const char   *user,
                                             const char   *password,
                                             GError      **error);
GPtrArray   *pz_dav_remote_list_folders     (PzDavRemote  *self,
                                             GCancellable *cancellable,
                                             GError      **error);
guint        pz_dav_remote_get_retry_after  (PzDavRemote  *self);
gboolean     pz_dav_remote_get_clock_offset (PzDavRemote  *self,
                                             gint64       *seconds);
gboolean     pz_dav_remote_is_clock_wrong   (PzDavRemote  *self);

G_END_DECLS
