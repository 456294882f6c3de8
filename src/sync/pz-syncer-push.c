/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

#include "pz-sync-error.h"
#include "pz-sync-fault.h"

#include <string.h>

/* whether an object under our id is none of ours */
static gboolean
is_foreign (PzSyncer       *self,
            const PzListed *listed)
{
  guint32 mark;

  if (listed->name.kind != PZ_OBJECT_SEGMENT || listed->name.device != self->state->device
      || g_hash_table_contains (self->state->aside, listed->text))
    return FALSE;
  if (listed->name.to > pz_sync_state_get_number (self->state))
    return TRUE;
  return pz_vector_get_mark (self->state->known->vector, self->state->device, listed->name.to, &mark)
         && mark != (guint32) (listed->name.head >> 32);
}

static gboolean
remember_place (PzTurn    *turn,
                gpointer   user_data,
                GError   **error)
{
  g_free (turn->state->place);
  turn->state->place = g_strdup (pz_replica_get_place (turn->replica));
  return TRUE;
}

/* whether this is not the folder that the id was made for: a copy, or one that came from a backup */
static gboolean
is_elsewhere (PzSyncer *self)
{
  const char *place = pz_replica_get_place (self->replica);

  return place != NULL && self->state->place != NULL && strcmp (place, self->state->place) != 0
         && !PZ_FAULT (REMOTE_ONLY);
}

static gboolean
is_closed (PzSyncer *self)
{
  const PzVectorEntry *entry = pz_vector_find (self->state->known->vector, self->state->device);

  return entry != NULL && entry->closed;
}

static gboolean
is_forked (PzSyncer *self)
{
  gboolean forked = self->state->restored || is_elsewhere (self) || is_closed (self);

  for (guint i = 0; i < self->listing->objects->len && !forked; i++)
    forked = is_foreign (self, g_ptr_array_index (self->listing->objects, i));
  return forked;
}

/**
 * pz_syncer_check_fork:
 *
 * When somebody else uses the id of this device, takes another one. Another program may have sent something from this
 * folder after its state was read: it was written down before it was sent, so that the state of now knows it.
 */
gboolean
pz_syncer_check_fork (PzSyncer  *self,
                      GError   **error)
{
  gboolean forked = is_forked (self) && !PZ_FAULT (NO_FORK_CHECK);

  if (forked && !pz_syncer_reload (self, error))
    return FALSE;
  if (forked && is_forked (self))
    return pz_syncer_renew_device (self, error);
  if (self->state->place != NULL || pz_replica_get_place (self->replica) == NULL)
    return TRUE;
  return pz_replica_change (self->replica, remember_place, NULL, error) && pz_syncer_reload (self, error);
}

/* up to which of our edits the snapshots that lie on the server have seen them */
static guint64
find_in_snapshots (PzSyncer *self)
{
  guint64 number = 0;

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);
      const PzVector *vector = g_hash_table_lookup (self->state->snapshots, listed->text);

      if (vector != NULL && listed->whole)
        number = MAX (number, pz_vector_get_number (vector, self->state->device));
    }
  return MIN (number, pz_sync_state_get_number (self->state));
}

/* The greatest number up to which the listing, and the snapshots in it, show our edits without a gap. After a server was
 * restored there may be one, below what was confirmed before: whatever lies behind it nobody can take in, so that it
 * counts as sent only when a snapshot has closed it. Else this computer would let go of what is of no use to anybody. */
static guint64
find_confirmed (PzSyncer *self)
{
  guint64 number = pz_sync_state_get_number (self->state), shown = find_in_snapshots (self);
  gboolean grows = TRUE;

  if (PZ_FAULT (BEHIND_GAP))
    shown = MAX (shown, self->state->confirmed);
  while (grows)
    {
      grows = FALSE;
      for (guint i = 0; i < self->listing->objects->len; i++)
        {
          const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

          if (!listed->whole || listed->name.kind != PZ_OBJECT_SEGMENT || listed->name.device != self->state->device
              || listed->name.from > shown + 1 || listed->name.to <= shown || listed->name.to > number
              || is_foreign (self, listed))
            continue;
          shown = listed->name.to;
          grows = TRUE;
        }
    }
  return PZ_FAULT (TRUST_PUT) ? MAX (shown, number) : shown;
}

/**
 * pz_syncer_confirm:
 *
 * Lets go of what the listing of this run shows: it was sent in an earlier one.
 */
gboolean
pz_syncer_confirm (PzSyncer  *self,
                   GError   **error)
{
  guint64 confirmed = find_confirmed (self);

  if (confirmed <= self->state->confirmed)
    return TRUE;
  return pz_replica_confirm (self->replica, confirmed, error) && pz_syncer_reload (self, error);
}

/* whether another program with this folder has let go of the part: it has seen that the server has it, or has numbered
 * anew, and the file may hold something else by now */
static gboolean
is_let_go (PzSyncer           *self,
           const PzOutboxPart *part)
{
  PzVersion seen;
  g_autoptr(PzSyncState) now = pz_replica_read_state (self->replica, &seen, NULL);

  if (now == NULL || now->device != self->state->device)
    return now != NULL;
  for (guint i = 0; i < now->outbox->len; i++)
    {
      const PzOutboxPart *kept = &g_array_index (now->outbox, PzOutboxPart, i);

      if (kept->from == part->from && kept->to == part->to && kept->head == part->head)
        return FALSE;
    }
  return TRUE;
}

/* Sends a part of the outbox, unless it is let go of by now. */
gboolean
pz_syncer_push_part (PzSyncer            *self,
                     const PzOutboxPart  *part,
                     GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_outbox_load (self->replica, part, &local_error);
  PzObjectName name = pz_outbox_part_name (self->state->device, part);

  if (is_let_go (self, part))
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!pz_syncer_put (self, &name, bytes, error))
    return FALSE;
  self->status->n_sent += part->to - MAX (part->from - 1, self->state->confirmed);
  return TRUE;
}

/* An account that may not write, or a full server, must not keep the class from being read: a server that takes nothing
 * still gives. Clears why and returns whether the run goes on. */
gboolean
pz_syncer_mind_refusal (PzSyncer  *self,
                        GError   **why,
                        GError   **error)
{
  if (g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_READ_ONLY))
    self->status->is_read_only = TRUE;
  else if (g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FULL))
    self->status->is_full = TRUE;
  else
    {
      g_propagate_error (error, g_steal_pointer (why));
      return FALSE;
    }
  g_clear_error (why);
  return TRUE;
}

/**
 * pz_syncer_push:
 *
 * Numbers what waits and sends what is not confirmed, as one object as far as it may be that large.
 */
gboolean
pz_syncer_push (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  guint n_edits;

  if (self->status->is_too_new)
    return TRUE;
  if (is_closed (self) && !PZ_FAULT (NO_FORK_CHECK) && !pz_syncer_renew_device (self, error))
    return FALSE;
  if (!pz_replica_number (self->replica, &n_edits, error) || !pz_syncer_reload (self, error))
    return FALSE;
  for (guint i = 0; i < self->state->outbox->len && local_error == NULL; i++)
    pz_syncer_push_part (self, &g_array_index (self->state->outbox, PzOutboxPart, i), &local_error);
  return local_error == NULL || pz_syncer_mind_refusal (self, &local_error, error);
}
