/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-state.h"

G_BEGIN_DECLS

/* So long an object may be incomplete, or wait for an earlier one, before that is worth a word, in seconds. */
#define PZ_SYNC_PATIENCE (24 * 60 * 60)

/**
 * PzSyncStatus:
 * @n_waiting: changes that no listing has shown yet, those that were sent just now included
 * @n_received: changes of others taken in by this synchronisation
 * @n_sent: changes given to the server by this synchronisation, which a later listing has to show
 * @stored: when a listing last showed everything there was, ms since 1970 UTC; 0: never
 * @pulled: when everything that was listed had been taken in, ms since 1970 UTC; 0: never
 * @aside: (element-type utf8): names of objects that could not be placed, sorted; those that have waited for an earlier
 *   one for more than a day are among them
 * @incomplete: (element-type utf8): names of objects that have been incomplete for more than a day, sorted
 * @refused: (element-type utf8): names of whole objects that cannot be read: damaged, changed by somebody without the key,
 *   or not sealed where all are; sorted
 * @is_read_only: the account may not write; receiving goes on
 * @is_full: the server has no room; receiving goes on
 * @is_too_new: a newer version wrote something: nothing is sent until this one is updated
 * @is_erasing: something on the server may still hold what was removed for good, and goes in one of the next
 *   synchronisations
 * @holds_newer: a newer version wrote something into the class on this computer that this one cannot send: changes go
 *   out, but the server is not tidied from here, nor healed, nor cleaned of what was removed for good
 * @healed: the server had lost something that was sent again
 * @new_device: this device took another id
 * @n_requests: to the server
 *
 * What is true after a synchronisation, whether it succeeded or not.
 */
typedef struct
{
  guint64 n_waiting;
  guint64 n_received;
  guint64 n_sent;
  gint64 stored;
  gint64 pulled;
  GPtrArray *aside;
  GPtrArray *incomplete;
  GPtrArray *refused;
  gboolean is_read_only;
  gboolean is_full;
  gboolean is_too_new;
  gboolean is_erasing;
  gboolean holds_newer;
  gboolean healed;
  gboolean new_device;
  guint n_requests;
} PzSyncStatus;

PzSyncStatus *pz_sync_status_new  (void);
void          pz_sync_status_free (PzSyncStatus *self);
void          pz_sync_status_take (PzSyncStatus      *self,
                                   const PzSyncState *state,
                                   gint64             now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzSyncStatus, pz_sync_status_free)

G_END_DECLS
