/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-work.h"

#include "pz-classroom.h"

G_BEGIN_DECLS

/* Keeps the open class in step with its server: by itself, one thing at a time, in a thread of its own.
 * Signals: "changed" when anything may look different, "told" (char *text) for news that needs no answer. */
#define PZ_TYPE_SYNC_KEEPER (pz_sync_keeper_get_type ())
G_DECLARE_FINAL_TYPE (PzSyncKeeper, pz_sync_keeper, PZ, SYNC_KEEPER, GObject)

PzSyncKeeper      *pz_sync_keeper_new           (PzClassroom         *classroom,
                                                 PzSecrets           *secrets);
void               pz_sync_keeper_start         (PzSyncKeeper        *self);
void               pz_sync_keeper_stop          (PzSyncKeeper        *self);
void               pz_sync_keeper_run           (PzSyncKeeper        *self);
void               pz_sync_keeper_focus         (PzSyncKeeper        *self);
void               pz_sync_keeper_check         (PzSyncKeeper        *self);
gint64             pz_sync_keeper_get_due       (PzSyncKeeper        *self);
gboolean           pz_sync_keeper_is_busy       (PzSyncKeeper        *self);
const PzSyncFacts *pz_sync_keeper_get_facts     (PzSyncKeeper        *self);
const PzSyncPlace *pz_sync_keeper_get_place     (PzSyncKeeper        *self);
PzClassroom       *pz_sync_keeper_get_classroom (PzSyncKeeper        *self);
PzSecrets         *pz_sync_keeper_get_secrets   (PzSyncKeeper        *self);
void               pz_sync_keeper_do_async      (PzSyncKeeper        *self,
                                                 PzSyncJob            job,
                                                 const char          *text,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
PzSyncAnswer      *pz_sync_keeper_do_finish     (PzSyncKeeper        *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
