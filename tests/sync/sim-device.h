/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-random.h"
#include "pz-replica.h"
#include "pz-syncer.h"
#include "sim-values.h"

G_BEGIN_DECLS

#define SIM_CLASSROOM "b7q2mx5k9d0hw4vt"
/* stands for what has no number yet among what the documents have no place for */
#define SIM_NEWER G_GUINT64_CONSTANT (0xfeedfeedfeedfeed)

/**
 * SimDevice:
 * @environment: its clock, which may be wrong
 * @folder: of its class
 * @place: text that changes when the folder comes from a backup and somebody notices
 * @clock: stamps what is edited
 * @replica: the class for synchronisation
 * @syncer: with the one server
 * @keyring: (nullable): keys its person knows; %NULL: nothing is encrypted
 * @all_keys: (nullable): borrowed: every key there ever was, for whoever looks into everything
 * @is_removed: it was lost, and gets no new key any more
 * @backup: (nullable): path -> GBytes: the folder as it was once
 * @busy: it synchronises just now
 * @skew: by how many days its clock is wrong
 *
 * One computer with the class.
 */
typedef struct
{
  PzEnvironment *environment;
  char *folder;
  char *place;
  PzClock *clock;
  PzReplica *replica;
  PzSyncer *syncer;
  PzKeyring *keyring;
  const PzKeyring *all_keys;
  gboolean is_removed;
  GHashTable *backup;
  gboolean busy;
  int skew;
} SimDevice;

SimDevice *sim_device_new         (const char  *data_dir,
                                   guint        number,
                                   gint64       now,
                                   guint64      seed,
                                   PzRemote    *remote);
void       sim_device_free        (SimDevice   *self);
/* its person types the passphrase that opens them */
void       sim_device_learn_keys  (SimDevice   *self,
                                   const PzKeyring *keys);
PzDocument *sim_device_load       (SimDevice   *self,
                                   PzDocumentKind kind,
                                   const char  *id,
                                   char       **name,
                                   PzVersion   *seen);
void       sim_device_save        (SimDevice   *self,
                                   PzDocument  *document,
                                   const char  *name,
                                   PzVersion   *seen);
void       sim_device_make_class  (SimDevice   *self);
gboolean   sim_device_sync        (SimDevice   *self,
                                   GError     **error);
void       sim_device_edit        (SimDevice   *self,
                                   PzRandom    *random,
                                   SimValues   *values);
void       sim_device_write       (SimDevice   *self,
                                   const char  *learner,
                                   guint        field,
                                   const char  *text);
/* as a newer version would: a field that this one does not know */
void       sim_device_write_newer (SimDevice   *self,
                                   const char  *learner,
                                   const char  *text);
/* removes a learner for good */
void       sim_device_purge       (SimDevice   *self,
                                   const char  *learner);
void       sim_device_back_up     (SimDevice   *self);
void       sim_device_restore     (SimDevice   *self,
                                   PzRemote    *remote,
                                   const char  *place);
/* what has left no trace outside of this device */
void       sim_device_gather_unsent (SimDevice *self,
                                   GString     *out);
/* all that lies on its disk, and in its backup or not, as JSON */
void       sim_device_gather      (SimDevice   *self,
                                   gboolean     with_backup,
                                   GString     *out);
/* its numbered values, as the text a snapshot has; equal states are equal texts */
char      *sim_device_dup_state   (SimDevice   *self);

G_END_DECLS
