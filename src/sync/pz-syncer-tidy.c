/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

#include "pz-sync-fault.h"

#include <string.h>

/* So many segments may lie on a server, which no snapshot has, before somebody publishes one. */
#define MANY_OBJECTS 12
/* So few objects may lie there that nothing is deleted unless it is large. */
#define FEW_OBJECTS 6
/* Segments smaller than this together, in bytes, are not worth a snapshot, nor to be deleted. */
#define SMALL_SEGMENTS (64 * 1024)
/* In so many runs in a row the server must have less than we know before it counts as lost. */
#define MISSING_RUNS 2

/* Whether a segment is of the history we know, as far as we know it. */
gboolean
pz_syncer_is_ours (PzSyncer       *self,
                   const PzListed *listed)
{
  guint32 mark;

  return pz_vector_get_mark (self->state->known->vector, listed->name.device, listed->name.to, &mark)
         && mark == (guint32) (listed->name.head >> 32);
}

/* (transfer none) (nullable): what a snapshot has seen that lies on the server, was read, and is of our history */
const PzVector *
pz_syncer_find_snapshot (PzSyncer       *self,
                         const PzListed *listed)
{
  if (listed->name.kind != PZ_OBJECT_SNAPSHOT || !listed->whole || g_hash_table_contains (self->state->aside, listed->text))
    return NULL;
  return g_hash_table_lookup (self->state->snapshots, listed->text);
}

/* whether a snapshot on the server has all of the segment: it only waits to be deleted */
static gboolean
is_in_snapshot (PzSyncer       *self,
                const PzListed *segment)
{
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzVector *vector = pz_syncer_find_snapshot (self, g_ptr_array_index (self->listing->objects, i));

      if (vector != NULL && segment->name.to <= pz_vector_get_number (vector, segment->name.device))
        return TRUE;
    }
  return FALSE;
}

/* of several devices that see the same thing to do at the same time one half waits */
static gboolean
is_chosen (PzSyncer *self)
{
  guint8 coin;

  pz_environment_fill_random (pz_replica_get_environment (self->replica), &coin, 1);
  return coin & 1;
}

/* Whether the server has become untidy. */
static gboolean
is_untidy (PzSyncer *self)
{
  guint64 segments = 0, snapshot = 0;
  guint n_segments = 0;

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (pz_syncer_find_snapshot (self, listed) != NULL)
        snapshot = MAX (snapshot, listed->name.length);
      if (!listed->whole || listed->name.kind != PZ_OBJECT_SEGMENT || is_in_snapshot (self, listed))
        continue;
      segments += listed->name.length;
      n_segments++;
    }
  return n_segments > MANY_OBJECTS || (segments > SMALL_SEGMENTS && segments > snapshot / 2);
}

/* Whether a snapshot with the one vector has all that one with the other has. */
static gboolean
is_in (const PzVector *vector,
       const PzVector *other)
{
  return pz_vector_is_within (vector, other) && pz_vector_says_within (vector, other);
}

/* Whether the snapshot has all of the object, and by its number and chain */
gboolean
pz_syncer_is_covered (PzSyncer       *self,
                      const PzListed *listed,
                      const PzListed *snapshot,
                      const PzVector *vector)
{
  const PzVector *other;

  if (listed == snapshot || !listed->whole || g_hash_table_contains (self->state->aside, listed->text))
    return FALSE;
  if (listed->name.kind == PZ_OBJECT_SEGMENT)
    return listed->name.to <= pz_vector_get_number (vector, listed->name.device) && pz_syncer_is_ours (self, listed);
  other = pz_syncer_find_snapshot (self, listed);
  if (other == NULL || !is_in (other, vector))
    return FALSE;
  return !is_in (vector, other) || strcmp (listed->text, snapshot->text) < 0 || PZ_FAULT (NO_TIE);
}

/* Names of what a snapshot on the server makes superfluous; transfer full, element-type utf8. */
GPtrArray *
pz_syncer_find_covered (PzSyncer       *self,
                        const PzListed *snapshot)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const PzVector *vector = pz_syncer_find_snapshot (self, snapshot);

  for (guint i = 0; vector != NULL && i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (pz_syncer_is_covered (self, listed, snapshot, vector))
        g_ptr_array_add (names, g_strdup (listed->text));
    }
  return names;
}

/* Returns: (transfer full) (nullable): what a snapshot holds; NULL: it cannot be read */
PzKnowledge *
pz_syncer_open_snapshot (PzSyncer       *self,
                         const PzListed *listed,
                         GBytes         *bytes)
{
  g_autoptr(GBytes) json = pz_replica_open (self->replica, bytes, &listed->name, NULL);

  return json != NULL ? pz_snapshot_parse (json, NULL) : NULL;
}

/* (transfer full) (nullable): what a snapshot holds; NULL without an error: not to be had now */
static PzKnowledge *
read_snapshot (PzSyncer        *self,
               const PzListed  *listed,
               GError         **error)
{
  g_autoptr(GBytes) bytes = pz_syncer_get (self, listed, error);

  return bytes != NULL ? pz_syncer_open_snapshot (self, listed, bytes) : NULL;
}

static gboolean
has_closed (const PzVector *vector)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (vector);

  for (guint i = 0; i < entries->len; i++)
    if (((PzVectorEntry *) g_ptr_array_index (entries, i))->closed)
      return TRUE;
  return FALSE;
}

/* Where the id of a device was closed, what it took away beyond its end stays away for those who saw it: numbers alone
 * do not tell that. Such a snapshot goes only when all it says is in the other. Leaves in names what may go. */
static gboolean
keep_what_says_more (PzSyncer           *self,
                     const PzKnowledge  *snapshot,
                     GPtrArray          *names,
                     GError            **error)
{
  for (guint i = names->len; i > 0; i--)
    {
      const PzListed *listed = pz_listing_find (self->listing, g_ptr_array_index (names, i - 1));
      const PzVector *vector = pz_syncer_find_snapshot (self, listed);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(PzKnowledge) other = NULL;

      if (vector == NULL || !has_closed (vector))
        continue;
      other = read_snapshot (self, listed, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (other == NULL || !pz_knowledge_is_within (other, snapshot))
        g_ptr_array_remove_index (names, i - 1);
    }
  return TRUE;
}

static gboolean
remove_all (PzSyncer   *self,
            GPtrArray  *names,
            GError    **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      self->status->n_requests++;
      if (!pz_remote_remove (self->remote, g_ptr_array_index (names, i), self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer none) (nullable): the snapshot that covers most; names: gets what it covers */
static const PzListed *
choose_snapshot (PzSyncer   *self,
                 GPtrArray **names)
{
  const PzListed *best = NULL;

  *names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);
      GPtrArray *covered = pz_syncer_find_covered (self, listed);

      if (covered->len > 0 && covered->len >= (*names)->len)
        {
          g_ptr_array_unref (*names);
          *names = covered;
          best = listed;
        }
      else
        {
          g_ptr_array_unref (covered);
        }
    }
  return best;
}

static guint64
count_bytes (PzSyncer  *self,
             GPtrArray *names)
{
  guint64 bytes = 0;

  for (guint i = 0; i < names->len; i++)
    bytes += pz_listing_find (self->listing, g_ptr_array_index (names, i))->name.length;
  return bytes;
}

static gboolean
may_hold_erased (PzSyncer  *self,
                 GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (pz_syncer_may_hold_erased (self, pz_listing_find (self->listing, g_ptr_array_index (names, i))))
      return TRUE;
  return FALSE;
}

/* Deletes what a snapshot covers, after that was read once more, whole and unchanged. */
static gboolean
delete_covered (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzKnowledge) knowledge = NULL;
  const PzListed *snapshot;

  snapshot = choose_snapshot (self, &names);
  if (snapshot == NULL
      || (pz_listing_count (self->listing) <= FEW_OBJECTS && count_bytes (self, names) <= SMALL_SEGMENTS
          && !may_hold_erased (self, names)))
    return TRUE;
  knowledge = read_snapshot (self, snapshot, &local_error);
  if (knowledge != NULL)
    return keep_what_says_more (self, knowledge, names, error) && remove_all (self, names, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* cut uploads of this device: what they were to hold was sent again under another name */
static gboolean
delete_torn (PzSyncer  *self,
             GError   **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (!listed->whole && listed->name.device == self->state->device
          && (listed->name.kind == PZ_OBJECT_SEGMENT || listed->name.kind == PZ_OBJECT_SNAPSHOT))
        g_ptr_array_add (names, g_strdup (listed->text));
    }
  return remove_all (self, names, error);
}

/**
 * pz_syncer_tidy:
 *
 * Sends again what the server has lost, publishes a snapshot when many objects lie there, and deletes what an earlier
 * one covers, or what may hold something of a learner who was erased.
 */
gboolean
pz_syncer_tidy (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GError) local_error = NULL;
  gboolean is_lost, is_wanted;

  is_wanted = pz_syncer_has_to_clean (self, &self->status->is_erasing);
  if (self->status->is_too_new || self->status->is_read_only)
    return TRUE;
  self->state->n_missing = pz_syncer_is_all_there (self) ? 0 : self->state->n_missing + 1;
  is_lost = self->state->n_missing >= MISSING_RUNS;
  /* first what waits, and no more requests for it than must be */
  is_wanted = (is_wanted || is_untidy (self)) && self->state->outbox->len == 0 && is_chosen (self);
  if ((is_lost || is_wanted) && !pz_syncer_publish (self, &local_error))
    return pz_syncer_mind_refusal (self, &local_error, error);
  if (!is_lost && !is_wanted && pz_syncer_is_awaited (self) && !pz_syncer_tell (self, &local_error))
    return pz_syncer_mind_refusal (self, &local_error, error);
  self->status->healed = is_lost && self->state->n_missing == 0; /* else nothing was sent just now */
  if (!delete_covered (self, &local_error) || !delete_torn (self, &local_error))
    return pz_syncer_mind_refusal (self, &local_error, error);
  return TRUE;
}
