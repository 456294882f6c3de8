/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

#include "pz-sync-fault.h"
#include "pz-sync-words.h"

#include <string.h>

/* names it in the status, once */
static void
refuse (PzSyncer   *self,
        const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->status->refused, name, g_str_equal, NULL))
    g_ptr_array_add (self->status->refused, g_strdup (name));
}

/* What cannot be read now is left for later, and nothing behind it is lost. Returns whether it is so. */
static gboolean
mind_bad_object (PzSyncer    *self,
                 const char  *name,
                 GError     **why,
                 GError     **error)
{
  if (g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_NEW))
    self->status->is_too_new = TRUE;
  else if (!g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED)
           && !g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE))
    {
      g_propagate_error (error, g_steal_pointer (why));
      return FALSE;
    }
  else
    refuse (self, name);
  g_clear_error (why);
  self->incomplete = TRUE;
  return TRUE;
}

/* Its bytes are those that its name tells of, so it will not be better for being fetched again. */
static gboolean
mind_unreadable (PzSyncer    *self,
                 const char  *name,
                 GError     **why,
                 GError     **error)
{
  if (g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED)
      || g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE))
    g_hash_table_add (self->unreadable, g_strdup (name));
  return mind_bad_object (self, name, why, error);
}

/* What would make a file of the class larger than those that are read stays on the server, and nothing else with it. */
static gboolean
mind_unplaced (PzSyncer    *self,
               const char  *name,
               GError     **why,
               GError     **error)
{
  if (g_error_matches (*why, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE))
    return mind_bad_object (self, name, why, error);
  g_propagate_error (error, g_steal_pointer (why));
  return FALSE;
}

/* (transfer full) (nullable): NULL without an error: not now */
static GBytes *
get_json (PzSyncer        *self,
          const PzListed  *listed,
          GError         **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) local_error = NULL;
  GBytes *json;

  if (g_hash_table_contains (self->unreadable, listed->text))
    {
      refuse (self, listed->text);
      self->incomplete = TRUE;
      return NULL;
    }
  bytes = pz_syncer_get (self, listed, error);
  if (bytes == NULL)
    return NULL;
  json = pz_replica_open (self->replica, bytes, &listed->name, &local_error);
  if (json == NULL)
    mind_unreadable (self, listed->text, &local_error, error);
  return json;
}

/* whether a snapshot knows more of this device than it does itself, or something else */
static gboolean
is_beyond_us (PzSyncer          *self,
              const PzKnowledge *snapshot)
{
  guint64 last;

  return pz_vector_get_number (snapshot->vector, self->state->device) > pz_sync_state_get_number (self->state)
         || pz_vector_compare_chains (self->state->known->vector, snapshot->vector, self->state->device, &last)
              != PZ_CHAINS_AGREE;
}

/* As in pz_syncer_check_fork(), what is known may be older than the snapshot. */
static gboolean
check_beyond_us (PzSyncer           *self,
                 const PzKnowledge  *snapshot,
                 GError            **error)
{
  if (!is_beyond_us (self, snapshot) || PZ_FAULT (NO_FORK_CHECK))
    return TRUE;
  if (!pz_syncer_reload (self, error))
    return FALSE;
  return !is_beyond_us (self, snapshot) || pz_syncer_renew_device (self, error);
}

/* A snapshot that was read and not taken in yet. */
typedef struct
{
  char *name;
  PzKnowledge *knowledge;
  guint n_beyond; /* how often others say that a device ends before what it has of it */
} ReadSnapshot;

static void
read_snapshot_free (ReadSnapshot *read)
{
  g_free (read->name);
  pz_knowledge_free (read->knowledge);
  g_free (read);
}

static guint
count_beyond (const PzVector *vector,
              const PzVector *other)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (other);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const PzVectorEntry *end = g_ptr_array_index (entries, i);

      n += end->closed && pz_vector_get_number (vector, end->device) > end->number;
    }
  return n;
}

static int
compare_snapshots (gconstpointer a,
                   gconstpointer b)
{
  const ReadSnapshot *left = *(ReadSnapshot *const *) a, *right = *(ReadSnapshot *const *) b;

  if (left->n_beyond != right->n_beyond)
    return left->n_beyond < right->n_beyond ? -1 : 1;
  return strcmp (left->name, right->name);
}

/* What counts as a whole first: what is beyond the ends in the others is then left aside from the beginning. Else it would
 * be taken in, and sent again as our own when the end is known, which others have done already. */
static void
sort_snapshots (GPtrArray *snapshots)
{
  for (guint i = 0; i < snapshots->len; i++)
    {
      ReadSnapshot *read = g_ptr_array_index (snapshots, i);

      for (guint k = 0; k < snapshots->len; k++)
        read->n_beyond += count_beyond (read->knowledge->vector,
                                        ((ReadSnapshot *) g_ptr_array_index (snapshots, k))->knowledge->vector);
    }
  g_ptr_array_sort (snapshots, compare_snapshots);
}

static gboolean
read_snapshot (PzSyncer        *self,
               const PzListed  *listed,
               GPtrArray       *snapshots,
               GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) json = get_json (self, listed, &local_error);
  g_autoptr(PzKnowledge) knowledge = NULL;
  ReadSnapshot *read;

  if (json == NULL && local_error == NULL)
    return TRUE;
  if (json != NULL)
    knowledge = pz_snapshot_parse (json, &local_error);
  if (knowledge != NULL && strcmp (knowledge->classroom, pz_replica_get_classroom (self->replica)) != 0)
    pz_sync_words_set_error (&local_error, PZ_SYNC_TROUBLE_DAMAGED);
  if (local_error != NULL)
    return mind_unreadable (self, listed->text, &local_error, error);
  read = g_new0 (ReadSnapshot, 1);
  read->name = g_strdup (listed->text);
  read->knowledge = g_steal_pointer (&knowledge);
  g_ptr_array_add (snapshots, read);
  return TRUE;
}

static gboolean
take_snapshot (PzSyncer            *self,
               const ReadSnapshot  *read,
               GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  guint64 before, after;
  PzPlacing placing;

  if (!check_beyond_us (self, read->knowledge, error))
    return FALSE;
  before = pz_vector_count (self->state->known->vector);
  if (!pz_replica_apply_snapshot (self->replica, read->name, read->knowledge, &placing, &local_error))
    return mind_unplaced (self, read->name, &local_error, error);
  if (!pz_syncer_reload (self, error))
    return FALSE;
  after = pz_vector_count (self->state->known->vector);
  self->status->n_received += after > before ? after - before : 0;
  return TRUE;
}

static gboolean
take_segment (PzSyncer        *self,
              const PzListed  *listed,
              gboolean        *progress,
              GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) json = get_json (self, listed, &local_error);
  g_autoptr(PzSegment) segment = NULL;
  guint64 before, after;
  PzPlacing placing;

  if (json == NULL && local_error == NULL)
    return TRUE;
  if (json != NULL)
    segment = pz_segment_parse (json, &local_error);
  if (segment != NULL
      && (strcmp (segment->classroom, pz_replica_get_classroom (self->replica)) != 0
          || segment->device != listed->name.device || segment->from != listed->name.from
          || segment->to != listed->name.to))
    pz_sync_words_set_error (&local_error, PZ_SYNC_TROUBLE_DAMAGED);
  if (local_error != NULL)
    return mind_unreadable (self, listed->text, &local_error, error);
  before = pz_vector_get_number (self->state->known->vector, segment->device);
  if (!pz_replica_apply_segment (self->replica, listed->text, segment, &placing, &local_error))
    return mind_unplaced (self, listed->text, &local_error, error);
  if (!pz_syncer_reload (self, error))
    return FALSE;
  after = pz_vector_get_number (self->state->known->vector, segment->device);
  *progress = after != before;
  self->status->n_received += after > before ? after - before : 0;
  self->incomplete |= placing == PZ_PLACED_LATER;
  return TRUE;
}

static gboolean
take_snapshots (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) read_snapshot_free);

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (listed->name.kind != PZ_OBJECT_SNAPSHOT || g_hash_table_contains (self->state->aside, listed->text)
          || g_hash_table_contains (self->state->snapshots, listed->text))
        continue;
      if (!listed->whole)
        self->incomplete = TRUE;
      else if (!read_snapshot (self, listed, snapshots, error))
        return FALSE;
    }
  sort_snapshots (snapshots);
  for (guint i = 0; i < snapshots->len; i++)
    if (!take_snapshot (self, g_ptr_array_index (snapshots, i), error))
      return FALSE;
  return TRUE;
}

/* Whether a segment has to be read: it has something new that follows what we know, or it is of what we know and its
 * head is not ours. */
static gboolean
is_wanted (PzSyncer       *self,
           const PzListed *listed)
{
  const PzVectorEntry *entry = pz_vector_find (self->state->known->vector, listed->name.device);
  guint64 number = entry != NULL ? entry->number : 0;
  guint32 mark;

  if (listed->name.kind != PZ_OBJECT_SEGMENT || g_hash_table_contains (self->state->aside, listed->text)
      || (listed->name.device == self->state->device && !PZ_FAULT (NO_FORK_CHECK)))
    return FALSE;
  if (listed->name.to > number)
    return listed->name.from <= number + 1 || PZ_FAULT (GAPS);
  return pz_vector_get_mark (self->state->known->vector, listed->name.device, listed->name.to, &mark)
         && mark != (guint32) (listed->name.head >> 32);
}

/* Of the segments of one device that follow, the one that goes furthest: the others are parts of it. */
static gboolean
is_better (const PzListed *listed,
           const PzListed *other)
{
  return other == NULL || listed->name.device != other->name.device || listed->name.to > other->name.to;
}

/* (transfer none) (nullable): the next to read; tried: names of those that were */
static const PzListed *
choose_segment (PzSyncer   *self,
                GHashTable *tried)
{
  const PzListed *best = NULL;

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (!is_wanted (self, listed) || g_hash_table_contains (tried, listed->text))
        continue;
      if (!listed->whole)
        {
          self->incomplete = TRUE;
          continue;
        }
      if (best != NULL && best->name.device != listed->name.device)
        break; /* sorted by device */
      if (is_better (listed, best))
        best = listed;
    }
  return best;
}

static gboolean
take_segments (PzSyncer  *self,
               GError   **error)
{
  g_autoptr(GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const PzListed *listed;

  while ((listed = choose_segment (self, tried)) != NULL)
    {
      gboolean progress = FALSE;

      g_hash_table_add (tried, g_strdup (listed->text));
      if (!take_segment (self, listed, &progress, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_syncer_pull:
 *
 * Takes in what the server has and we have not: snapshots first, which close gaps, then segments. When something was
 * gone meanwhile, somebody tidied up: then there is a new snapshot.
 */
gboolean
pz_syncer_pull (PzSyncer  *self,
                GError   **error)
{
  if (!take_snapshots (self, error) || !take_segments (self, error))
    return FALSE;
  if (!self->gone)
    return TRUE;
  self->gone = FALSE;
  if (!pz_syncer_list (self, error) || !take_snapshots (self, error) || !take_segments (self, error))
    return FALSE;
  self->incomplete |= self->gone;
  return TRUE;
}
