/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-commit.h"
#include "pz-document-writes.h"
#include "pz-keyring.h"
#include "pz-object-name.h"
#include "pz-sync-state.h"

G_BEGIN_DECLS

/* The class on this disk, as synchronisation changes it: beside the window and the command line, in commits of the
 * store, each of them whole. From one thread at a time. */
typedef struct _PzReplica PzReplica;

/**
 * PzTurn:
 * @replica: where
 * @state: what synchronisation knows; changed at will
 * @commit: what the turn does
 *
 * One change of the class and of what is known of it, see pz_replica_change().
 */
typedef struct
{
  PzReplica *replica;
  PzSyncState *state;
  PzCommit *commit;

  /*< private >*/
  PzVersion state_seen;
  GBytes *state_bytes;
  PzClock *clock;
  GHashTable *documents;
  GPtrArray *purged;
  PzVersion purged_seen;
  GHashTable *purged_documents;
  GPtrArray *erased;
  gboolean erases;
  gboolean revive;
} PzTurn;

/* Changes the turn. Called again from the beginning when another program was faster: nothing may be left of the first
 * time. */
typedef gboolean (*PzTurnFunc) (PzTurn    *turn,
                                gpointer   user_data,
                                GError   **error);

PzReplica     *pz_replica_new             (PzEnvironment *environment,
                                           const char    *path,
                                           const char    *place,
                                           GError       **error);
void           pz_replica_free            (PzReplica     *self);
const char    *pz_replica_get_classroom   (PzReplica     *self);
const char    *pz_replica_get_place       (PzReplica     *self);
PzEnvironment *pz_replica_get_environment (PzReplica     *self);
PzStore       *pz_replica_get_store       (PzReplica     *self);
void           pz_replica_set_device_name (PzReplica     *self,
                                           const char    *name);
const char    *pz_replica_get_device_name (PzReplica     *self);
/* pz-replica-devices.c */
gboolean       pz_replica_retire_device   (PzReplica     *self,
                                           guint64        device,
                                           GError       **error);
PzSyncState   *pz_replica_read_state      (PzReplica     *self,
                                           PzVersion     *seen,
                                           GError       **error);
gboolean       pz_replica_change          (PzReplica     *self,
                                           PzTurnFunc     func,
                                           gpointer       user_data,
                                           GError       **error);
void           pz_replica_set_keyring     (PzReplica     *self,
                                           const PzKeyring *keyring);
/* an object of this class as it is stored, and back; of about, all that is known before it is stored */
GBytes        *pz_replica_close           (PzReplica     *self,
                                           GBytes        *json,
                                           const PzObjectName *about);
GBytes        *pz_replica_open            (PzReplica     *self,
                                           GBytes        *bytes,
                                           const PzObjectName *about,
                                           GError       **error);
gboolean       pz_replica_is_closed_now   (PzReplica     *self,
                                           GBytes        *bytes);
/* paths of all documents on the disk; element-type utf8 */
GPtrArray     *pz_replica_list            (PzReplica     *self,
                                           GError       **error);
/* whether something in the document may wait; remembers those in which nothing does */
gboolean       pz_replica_may_wait        (PzReplica     *self,
                                           const char    *document,
                                           gboolean      *waits,
                                           GError       **error);

/* pz-turn.c */
gboolean       pz_turn_open               (PzTurn        *self,
                                           const char    *document,
                                           PzDocument   **opened,
                                           GError       **error);
/* a number made of all numbered writes in the document and those that pending ones take the place of: who edits does not
 * change it */
guint32        pz_turn_digest             (PzDocument    *document);
gboolean       pz_turn_touch              (PzTurn        *self,
                                           const char    *document);
gboolean       pz_turn_put                (PzTurn        *self,
                                           const char    *path,
                                           const char    *field,
                                           const PzStamp *stamp,
                                           const char    *value,
                                           GError       **error);
gboolean       pz_turn_drop               (PzTurn        *self,
                                           const char    *path,
                                           const char    *field,
                                           const PzStamp *tag,
                                           GError       **error);
gboolean       pz_turn_erase              (PzTurn        *self,
                                           const char    *document,
                                           GError       **error);
gboolean       pz_turn_settle             (PzTurn        *self,
                                           GError       **error);
void           pz_turn_begin              (PzTurn        *self,
                                           PzReplica     *replica);
gboolean       pz_turn_finish             (PzTurn        *self,
                                           GError       **error);
void           pz_turn_clear              (PzTurn        *self);
PzClock       *pz_turn_get_clock          (PzTurn        *self);
char          *pz_path_get_document       (const char    *path);
const char    *pz_path_get_record         (const char    *path);
gboolean       pz_path_find_document      (const char    *classroom,
                                           const char    *document,
                                           PzDocumentKind *kind,
                                           char         **file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzReplica, pz_replica_free)

G_END_DECLS
