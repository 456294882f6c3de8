/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-account.h"
#include "pz-sync-session.h"

G_BEGIN_DECLS

/* Open to the files pz-sync-session*.c and to those that set a class up. */
struct _PzSyncSession
{
  PzSecrets *secrets;
  PzSyncSettings *settings;
  PzKeyring *keyring;        /* empty while nothing is encrypted, or no key is known */
  char *password;            /* (nullable) */
  gboolean password_is_new;  /* it is kept when it has worked */
  PzReplica *replica;
  PzDavRemote *remote;       /* NULL until it is needed */
  PzSyncer *syncer;          /* NULL until it is needed */
  PzSyncStatus *nothing;     /* what is said before the first run */
};

PzSyncSession *pz_sync_session_begin        (PzEnvironment   *environment,
                                             const char      *path,
                                             PzSecrets       *secrets,
                                             PzSyncSettings  *settings,
                                             GError         **error);
PzSyncSession *pz_sync_session_begin_at     (PzEnvironment   *environment,
                                             const char      *path,
                                             const PzSyncAccount *account,
                                             const char      *folder,
                                             gboolean         encrypted,
                                             const char      *device_name,
                                             PzSecrets       *secrets,
                                             GError         **error);
gboolean       pz_sync_session_open_class   (PzSyncSession   *self,
                                             const char      *passphrase,
                                             GCancellable    *cancellable,
                                             GError         **error);
void           pz_sync_session_load_secrets (PzSyncSession   *self);
gboolean       pz_sync_session_connect      (PzSyncSession   *self,
                                             GError         **error);
gboolean       pz_sync_session_keep         (PzSyncSession   *self,
                                             const char      *passphrase,
                                             GCancellable    *cancellable,
                                             GError         **error);

G_END_DECLS
