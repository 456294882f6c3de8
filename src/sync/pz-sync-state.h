/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-knowledge.h"

G_BEGIN_DECLS

/* Where it lies below the folder of a class. */
#define PZ_SYNC_STATE_FILE "outbox/state.json"

/**
 * PzOutboxPart:
 * @from: number of its first edit
 * @to: number of its last edit
 * @head: the first 64 bits of the chain behind that
 *
 * A segment that no listing has shown yet; its bytes lie in `outbox/FROM-TO`.
 */
typedef struct
{
  guint64 from;
  guint64 to;
  guint64 head;
} PzOutboxPart;

/**
 * PzSyncState:
 * @device: this device in the class
 * @place: (nullable): which computer and folder it is the device of, see pz_replica_new()
 * @known: what the documents of the class have seen; its values are those the documents have no place for
 * @confirmed: up to this number a listing has shown our edits
 * @outbox: (element-type PzOutboxPart): what was numbered and not confirmed, in order
 * @snapshots: name -> PzVector: snapshots on the server that were read, and are of our history
 * @aside: (element-type utf8): names of objects that could not be placed; a set
 * @unreached: name -> when, as @torn: segments behind a gap, which cannot be taken in before what is missing has come
 * @torn: name -> when it was first seen incomplete, a gint64 of seconds since 1970 UTC, owned
 * @documents: path of a document -> digest of the numbered writes in it, see pz_turn_digest()
 * @restored: a document came back as it was once, so that what is known is more than what is there
 * @n_published: how many snapshots this device has published
 * @n_missing: in how many synchronisations in a row the server had less than we know
 * @check_all: documents may hold writes that no other device can be told of: all are to be looked through
 * @publish: a snapshot of ours with this number or a greater one has to be seen on the server; 0: none has to
 * @erased: (nullable): how far each device had been seen when a learner was erased last, or something of one came after
 *   that: what lies on the server and goes back before it may hold something of them
 * @is_erasing: something of such a learner may still lie on the server
 * @refused: (element-type utf8): names of whole objects that could not be read; a set
 * @holds_newer: a document holds what only a newer version can tell others of, so that no snapshot can be published
 * @checked: the marker on the server was read and names this class
 * @pulled: when all that was listed had been taken in, ms since 1970 UTC; 0: never
 * @stored: when a listing last showed all that was numbered, ms since 1970 UTC; 0: never
 * @extra: members a newer version wrote, each behind a comma
 *
 * What synchronisation knows of a class, in one file that changes in the same commits as the documents.
 */
typedef struct
{
  guint64 device;
  char *place;
  PzKnowledge *known;
  guint64 confirmed;
  GArray *outbox;
  GHashTable *snapshots;
  GHashTable *aside;
  GHashTable *unreached;
  GHashTable *torn;
  GHashTable *documents;
  gboolean restored;
  guint64 n_published;
  guint64 n_missing;
  gboolean check_all;
  guint64 publish;
  PzVector *erased;
  gboolean is_erasing;
  GHashTable *refused;
  gboolean holds_newer;
  gboolean checked;
  gint64 pulled;
  gint64 stored;
  GString *extra;
} PzSyncState;

PzSyncState *pz_sync_state_new       (const char        *classroom,
                                      guint64            device);
void         pz_sync_state_free      (PzSyncState       *self);
PzSyncState *pz_sync_state_parse     (const char        *classroom,
                                      GBytes            *bytes,
                                      GError           **error);
GBytes      *pz_sync_state_write     (const PzSyncState *self);
guint64      pz_sync_state_get_number (const PzSyncState *self);
void         pz_sync_state_want_snapshot (PzSyncState    *self);
void         pz_sync_state_note_erased (PzSyncState      *self);
void         pz_sync_state_forget_snapshots (PzSyncState *self,
                                      guint64            device,
                                      guint64            last);
void         pz_sync_state_close_device (PzSyncState     *self,
                                      guint64            device,
                                      guint64            last);
char        *pz_outbox_part_file     (const PzOutboxPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncState, pz_sync_state_free)

G_END_DECLS
