/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

#include "pz-envelope.h"
#include "pz-error.h"

/* Snapshots of this device, and whether the server needs one. */

static void
cover_by_snapshots (PzSyncer *self,
                    PzVector *covered)
{
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzVector *vector = pz_syncer_find_snapshot (self, g_ptr_array_index (self->listing->objects, i));
      g_autoptr(GPtrArray) entries = vector != NULL ? pz_vector_list (vector) : g_ptr_array_new ();

      for (guint k = 0; k < entries->len; k++)
        {
          const PzVectorEntry *entry = g_ptr_array_index (entries, k);

          pz_vector_get (covered, entry->device)->number
            = MAX (pz_vector_get_number (covered, entry->device), entry->number);
        }
    }
}

/* Returns whether it covers more now. */
static gboolean
cover_by_segments (PzSyncer *self,
                   PzVector *covered)
{
  gboolean grows = FALSE;

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);
      guint64 number = pz_vector_get_number (covered, listed->name.device);

      if (listed->name.kind != PZ_OBJECT_SEGMENT || !listed->whole
          || g_hash_table_contains (self->state->aside, listed->text) || listed->name.from > number + 1
          || listed->name.to <= number || !pz_syncer_is_ours (self, listed))
        continue;
      pz_vector_get (covered, listed->name.device)->number = listed->name.to;
      grows = TRUE;
    }
  return grows;
}

/* Whether the server has all that we know; what was sent in this run counts as if it were there. */
gboolean
pz_syncer_is_all_there (PzSyncer *self)
{
  g_autoptr(PzVector) covered = pz_vector_new (pz_replica_get_classroom (self->replica));
  PzVectorEntry *own;

  cover_by_snapshots (self, covered);
  while (cover_by_segments (self, covered))
    ;
  own = pz_vector_get (covered, self->state->device);
  if (self->state->outbox->len > 0 && g_array_index (self->state->outbox, PzOutboxPart, 0).from <= own->number + 1)
    own->number = MAX (own->number, pz_sync_state_get_number (self->state));
  return pz_vector_is_within (self->state->known->vector, covered);
}

static gboolean
note_restored (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  turn->state->restored = TRUE;
  return TRUE;
}

static gboolean
note_newer (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  turn->state->holds_newer = GPOINTER_TO_INT (user_data);
  return TRUE;
}

static gboolean
set_newer (PzSyncer  *self,
           gboolean   newer,
           GError   **error)
{
  return self->state->holds_newer == newer
         || pz_replica_change (self->replica, note_newer, GINT_TO_POINTER (newer), error);
}

/* (transfer full) (nullable): all that is known; NULL without an error: not now, and it is noted why */
static PzKnowledge *
gather (PzSyncer  *self,
        GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzKnowledge) knowledge = pz_replica_snapshot (self->replica, &local_error);
  gboolean good = TRUE;

  if (knowledge != NULL)
    good = set_newer (self, FALSE, error);
  else if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CORRUPT))
    pz_replica_change (self->replica, note_restored, NULL, error); /* first all has to come in again */
  else if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_TOO_NEW))
    set_newer (self, TRUE, error);
  else if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED)) /* somebody is writing: the next time */
    g_propagate_error (error, g_steal_pointer (&local_error));
  return good ? g_steal_pointer (&knowledge) : NULL;
}

static gboolean
send (PzSyncer     *self,
      PzKnowledge  *knowledge,
      GError      **error)
{
  g_autoptr(GBytes) json = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PzObjectName name = { PZ_OBJECT_SNAPSHOT, self->state->device, 0, 0, 0, 0, { { 0 } }, 0 };

  /* a sign of life, and what people call it, also of a device that never wrote anything */
  pz_vector_get (knowledge->vector, self->state->device)->seen
    = pz_environment_get_now (pz_replica_get_environment (self->replica)) / 1000;
  json = pz_snapshot_write (knowledge);
  name.to = self->state->n_published + 1;
  bytes = pz_replica_close (self->replica, json, &name);
  if (g_bytes_get_size (bytes) > PZ_ENVELOPE_MAX_STORED || g_bytes_get_size (json) > PZ_ENVELOPE_MAX_INFLATED)
    return TRUE; /* nobody could read it: the segments stay */
  self->state->n_published++;
  if (!pz_syncer_put (self, &name, bytes, error))
    return FALSE;
  self->state->n_missing = 0;
  return TRUE;
}

/* Sends all that is known as one snapshot, unless somebody is writing just now. */
gboolean
pz_syncer_publish (PzSyncer  *self,
                   GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzKnowledge) knowledge = gather (self, &local_error);

  if (knowledge != NULL)
    return send (self, knowledge, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Whether the listing shows a snapshot of this device with that number or a greater one, which was read again. */
gboolean
pz_syncer_shows_snapshot (PzSyncer *self,
                          guint64   number)
{
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (listed->name.device == self->state->device && listed->name.to >= number && pz_syncer_find_snapshot (self, listed) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether others have to see our state, and the listing does not show it yet. */
gboolean
pz_syncer_is_awaited (PzSyncer *self)
{
  return self->state->publish > 0 && !pz_syncer_shows_snapshot (self, self->state->publish);
}

static gboolean
note_told (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  const guint64 *publish = user_data;

  if (turn->state->publish == *publish) /* else it is something else by now */
    turn->state->publish = 0;
  return TRUE;
}

/* Looks for a snapshot of somebody else who has read what we said, or has found it out as well. */
static gboolean
find_told (PzSyncer           *self,
           const PzKnowledge  *knowledge,
           gboolean           *is_told,
           GError            **error)
{
  *is_told = FALSE;
  for (guint i = 0; i < self->listing->objects->len && !*is_told; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);
      const PzVector *vector = pz_syncer_find_snapshot (self, listed);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(PzKnowledge) other = NULL;

      if (vector == NULL || !pz_vector_is_within (knowledge->vector, vector)
          || !pz_vector_says_within (knowledge->vector, vector))
        continue;
      bytes = pz_syncer_get (self, listed, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (bytes != NULL && pz_replica_is_closed_now (self->replica, bytes))
        other = pz_syncer_open_snapshot (self, listed, bytes);
      *is_told = other != NULL && pz_knowledge_is_within (knowledge, other);
    }
  return TRUE;
}

/* Publishes what others have to see, unless a snapshot of somebody else says all of that: of many devices that wait to see
 * their own one, each might delete those of the others before they do. */
gboolean
pz_syncer_tell (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzKnowledge) knowledge = gather (self, &local_error);
  gboolean is_told;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (knowledge == NULL)
    return TRUE;
  if (!find_told (self, knowledge, &is_told, error))
    return FALSE;
  if (!is_told)
    return send (self, knowledge, error);
  return pz_replica_change (self->replica, note_told, &self->state->publish, error);
}
