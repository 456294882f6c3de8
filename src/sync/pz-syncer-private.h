/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-listing.h"
#include "pz-outbox.h"
#include "pz-replica-apply.h"
#include "pz-syncer.h"

G_BEGIN_DECLS

/* Open to the files pz-syncer*.c alone. */
struct _PzSyncer
{
  PzReplica *replica;
  PzRemote *remote;
  PzSyncStatus *status;
  GCancellable *cancellable; /* (nullable): of the run */
  PzListing *listing;        /* of the run, the newest */
  PzSyncState *state;        /* as it was read last */
  GHashTable *torn;          /* names of objects whose bytes were not what they say, in this run */
  GHashTable *unreadable;    /* names of whole objects with nothing in them that can be read, of all runs */
  gboolean gone;             /* a listed object was not there any more */
  gboolean incomplete;       /* something listed could not be taken in */
  PzVersion begun;           /* of what is known, when the run began */
  gint64 pulled;             /* as in the status; the file is not written for it alone */
  gint64 stored;
};

gboolean pz_syncer_list     (PzSyncer            *self,
                             GError             **error);
gboolean pz_syncer_reload   (PzSyncer            *self,
                             GError             **error);
GBytes  *pz_syncer_get      (PzSyncer            *self,
                             const PzListed      *listed,
                             GError             **error);
gboolean pz_syncer_put      (PzSyncer            *self,
                             PzObjectName        *name,
                             GBytes              *bytes,
                             GError             **error);
gboolean pz_syncer_renew_device (PzSyncer        *self,
                             GError             **error);

/* pz-syncer-pull.c */
gboolean pz_syncer_pull     (PzSyncer            *self,
                             GError             **error);

/* pz-syncer-push.c */
gboolean pz_syncer_check_fork (PzSyncer          *self,
                             GError             **error);
gboolean pz_syncer_confirm  (PzSyncer            *self,
                             GError             **error);
gboolean pz_syncer_push_part (PzSyncer           *self,
                             const PzOutboxPart  *part,
                             GError             **error);
gboolean pz_syncer_push     (PzSyncer            *self,
                             GError             **error);
gboolean pz_syncer_mind_refusal (PzSyncer       *self,
                             GError             **why,
                             GError             **error);

/* pz-syncer-publish.c */
gboolean pz_syncer_is_all_there (PzSyncer       *self);
gboolean pz_syncer_publish  (PzSyncer            *self,
                             GError             **error);
gboolean pz_syncer_shows_snapshot (PzSyncer      *self,
                             guint64              number);
gboolean pz_syncer_is_awaited (PzSyncer          *self);
gboolean pz_syncer_tell     (PzSyncer            *self,
                             GError             **error);

/* pz-syncer-tidy.c */
gboolean pz_syncer_tidy     (PzSyncer            *self,
                             GError             **error);
PzKnowledge *pz_syncer_open_snapshot (PzSyncer  *self,
                             const PzListed      *listed,
                             GBytes              *bytes);
GPtrArray *pz_syncer_find_covered (PzSyncer        *self,
                             const PzListed      *snapshot);
gboolean pz_syncer_is_ours  (PzSyncer            *self,
                             const PzListed      *listed);
const PzVector *pz_syncer_find_snapshot (PzSyncer        *self,
                             const PzListed      *listed);
gboolean pz_syncer_is_covered (PzSyncer          *self,
                             const PzListed      *listed,
                             const PzListed      *snapshot,
                             const PzVector      *vector);

/* pz-syncer-note.c */
gboolean pz_syncer_note_run (PzSyncer            *self,
                             GError             **error);

/* pz-syncer-clean.c */
gboolean pz_syncer_may_hold_erased (PzSyncer     *self,
                             const PzListed      *listed);
gboolean pz_syncer_has_to_clean (PzSyncer        *self,
                             gboolean            *is_held);

G_END_DECLS
