/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-secrets.h"
#include "pz-sync-settings.h"
#include "pz-syncer.h"

G_BEGIN_DECLS

/**
 * PzSyncDevice:
 * @id: 16 hexadecimal digits
 * @name: (nullable): what people call it
 * @seen: when something new of it was seen last, seconds since 1970 UTC; 0: not known
 * @is_this: whether it is this device
 * @is_lost: somebody said that it was lost, and it has written nothing since
 * @is_ended: its id is not used any more, as two copies of the class had used it
 * @is_retired: it was lost or not seen for long, or has ended: it holds nothing up
 *
 * One device that takes part, or did.
 */
typedef struct
{
  char *id;
  char *name;
  gint64 seen;
  gboolean is_this;
  gboolean is_lost;
  gboolean is_ended;
  gboolean is_retired;
} PzSyncDevice;

/* A class that is on a server, with all that is needed to synchronise it. All calls block: they are for a worker thread,
 * one at a time. */
typedef struct _PzSyncSession PzSyncSession;

PzSyncSession *pz_sync_session_new               (PzEnvironment  *environment,
                                                  const char     *path,
                                                  PzSecrets      *secrets,
                                                  GError        **error);
void           pz_sync_session_free              (PzSyncSession  *self);
const PzSyncSettings *pz_sync_session_get_settings (PzSyncSession *self);
void           pz_sync_session_set_password      (PzSyncSession  *self,
                                                  const char     *password);
gboolean       pz_sync_session_run               (PzSyncSession  *self,
                                                  GCancellable   *cancellable,
                                                  GError        **error);
PzSyncStatus  *pz_sync_session_get_status        (PzSyncSession  *self);
guint          pz_sync_session_get_retry_after   (PzSyncSession  *self);
gboolean       pz_sync_session_is_clock_wrong    (PzSyncSession  *self);
GPtrArray     *pz_sync_session_list_devices      (PzSyncSession  *self,
                                                  GError        **error);
gboolean       pz_sync_session_retire            (PzSyncSession  *self,
                                                  const char     *device,
                                                  GError        **error);

/* pz-sync-session-files.c */
char          *pz_sync_session_describe_file     (PzSyncSession  *self,
                                                  const char     *name);
gboolean       pz_sync_session_save_files        (PzSyncSession  *self,
                                                  const char     *folder,
                                                  guint          *n_saved,
                                                  GCancellable   *cancellable,
                                                  GError        **error);

/* pz-sync-session-keys.c */
gboolean       pz_sync_session_unlock            (PzSyncSession  *self,
                                                  const char     *passphrase,
                                                  GCancellable   *cancellable,
                                                  GError        **error);
gboolean       pz_sync_session_change_passphrase (PzSyncSession  *self,
                                                  const char     *passphrase,
                                                  gboolean        new_key,
                                                  GCancellable   *cancellable,
                                                  GError        **error);
char          *pz_sync_session_dup_passphrase    (PzSyncSession  *self,
                                                  GCancellable   *cancellable,
                                                  GError        **error);

void           pz_sync_device_free               (PzSyncDevice   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncDevice, pz_sync_device_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncSession, pz_sync_session_free)

G_END_DECLS
