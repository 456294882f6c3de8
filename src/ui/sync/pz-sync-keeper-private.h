/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-keeper.h"

G_BEGIN_DECLS

struct _PzSyncKeeper
{
  GObject parent_instance;

  PzClassroom *classroom;
  PzSecrets *secrets;
  PzSyncWork *work;
  GCancellable *cancellable; /* of everything that is done for this class */

  GQueue waiting;       /* GTask, owned: to be done in this order */
  GTask *current;       /* what the thread does now; NULL: nothing */
  gboolean run_waits;   /* a synchronisation is among them already */
  gboolean is_started;

  PzSyncRhythm rhythm;
  guint timer;          /* for the next one that is due */
  guint clock;          /* for words that tell how long ago something was */

  PzSyncFacts facts;
  PzSyncPlace *place;   /* NULL: on no server */
  gboolean is_refreshing; /* the class reads what a synchronisation wrote: until then nothing is counted */
  guint64 n_beyond;     /* changes that wait and are pending in no document: sent, and not seen on the server */
  gboolean activity_waits; /* an activity was saved since the last synchronisation began: the index counts none of them */
};

void pz_sync_keeper_take     (PzSyncKeeper *self,
                              PzSyncAnswer *answer);
void pz_sync_keeper_plan     (PzSyncKeeper *self);
void pz_sync_keeper_say      (PzSyncKeeper *self);

G_END_DECLS
