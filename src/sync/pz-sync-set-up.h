/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-environment.h"
#include "pz-secrets.h"
#include "pz-sync-account.h"

G_BEGIN_DECLS

/* How a class comes to a server, and from it to another device. All calls block: they are for a worker thread. */

gboolean  pz_sync_set_up (PzEnvironment        *environment,
                          const char           *path,
                          const PzSyncAccount  *account,
                          const char           *folder,
                          const char           *passphrase,
                          const char           *device_name,
                          PzSecrets            *secrets,
                          GCancellable         *cancellable,
                          GError              **error);
gboolean  pz_sync_move   (PzEnvironment        *environment,
                          const char           *path,
                          const PzSyncAccount  *account,
                          const char           *folder,
                          const char           *passphrase,
                          const char           *device_name,
                          PzSecrets            *secrets,
                          GCancellable         *cancellable,
                          GError              **error);
gboolean  pz_sync_leave  (PzEnvironment        *environment,
                          const char           *path,
                          PzSecrets            *secrets,
                          GError              **error);

/* pz-sync-join.c */
char     *pz_sync_join   (PzEnvironment        *environment,
                          const PzSyncAccount  *account,
                          const char           *folder,
                          const char           *passphrase,
                          const char           *device_name,
                          PzSecrets            *secrets,
                          GCancellable         *cancellable,
                          GError              **error);

G_END_DECLS
