/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-remote.h"
#include "pz-replica.h"
#include "pz-sync-status.h"

G_BEGIN_DECLS

/* Synchronises one class with one folder on a server. All calls block: they are for a worker thread, one at a time. */
typedef struct _PzSyncer PzSyncer;

PzSyncer     *pz_syncer_new        (PzReplica     *replica,
                                    PzRemote      *remote);
void          pz_syncer_free       (PzSyncer      *self);
gboolean      pz_syncer_set_up     (PzSyncer      *self,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean      pz_syncer_run        (PzSyncer      *self,
                                    GCancellable  *cancellable,
                                    GError       **error);
PzSyncStatus *pz_syncer_get_status (PzSyncer      *self);
gboolean      pz_syncer_retire_device (PzSyncer    *self,
                                     guint64       device,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncer, pz_syncer_free)

G_END_DECLS
