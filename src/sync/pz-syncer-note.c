/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

/* What a run found out about the server, beside the changes of the class. */

/* So many marks of a chain are kept, or as far back as segments are listed: more than a class writes in 90 days. */
#define MARKS_KEPT 20000
/* The file of what is known may be behind with the times by so much, in ms: it is not written for them alone. */
#define TIMES_BEHIND (60 * 60 * 1000)

/* What is true of a listed object. */
typedef gboolean (*IsSo) (const PzSyncer *self,
                          const PzListed *listed);

/* incomplete on the server: cut by its length, or by what came */
static gboolean
is_torn (const PzSyncer *self,
         const PzListed *listed)
{
  return !listed->whole || g_hash_table_contains (self->torn, listed->text);
}

/* Behind a gap: something before it is not there, and nobody has published what would close the gap. The gap may never be
 * closed, when a server and a computer came back from backups. */
static gboolean
is_unreached (const PzSyncer *self,
              const PzListed *listed)
{
  return listed->whole && listed->name.kind == PZ_OBJECT_SEGMENT
         && !g_hash_table_contains (self->state->aside, listed->text)
         && listed->name.from > pz_vector_get_number (self->state->known->vector, listed->name.device) + 1;
}

/* names: name -> since when it is so, and loses those of which it is not so any more */
static void
note_since (const PzSyncer *self,
            IsSo            is_so,
            GHashTable     *names,
            gint64          now)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const PzListed *listed = pz_listing_find (self->listing, name);

      if (listed == NULL || !is_so (self, listed))
        g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (is_so (self, listed) && !g_hash_table_contains (names, listed->text))
        g_hash_table_insert (names, g_strdup (listed->text), g_memdup2 (&now, sizeof now));
    }
}

/* Returns whether one of them has waited for less than can be waited for. */
static gboolean
may_be_reached (GHashTable *unreached,
                gint64      now)
{
  GHashTableIter iter;
  gpointer when;

  g_hash_table_iter_init (&iter, unreached);
  while (g_hash_table_iter_next (&iter, NULL, &when))
    if (now - *(gint64 *) when < PZ_SYNC_PATIENCE)
      return TRUE;
  return FALSE;
}

/* names: name -> anything; loses those that do not lie on the server any more */
static void
forget_gone (PzSyncer   *self,
             GHashTable *names)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (pz_listing_find (self->listing, name) == NULL)
      g_hash_table_iter_remove (&iter);
}

static void
note_refused (PzSyncer    *self,
              PzSyncState *state)
{
  GPtrArray *refused = self->status->refused;

  g_hash_table_remove_all (state->refused);
  for (guint i = 0; i < refused->len; i++)
    g_hash_table_add (state->refused, g_strdup (g_ptr_array_index (refused, i)));
}

/* the number of the first edit of the device in a listed segment; G_MAXUINT64: none is listed */
static guint64
find_first_listed (PzSyncer *self,
                   guint64   device)
{
  guint64 first = G_MAXUINT64;

  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (listed->name.kind == PZ_OBJECT_SEGMENT && listed->name.device == device)
        first = MIN (first, listed->name.from);
    }
  return first;
}

static void
forget_old_marks (PzSyncer    *self,
                  PzSyncState *state)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (state->known->vector);

  for (guint i = 0; i < entries->len; i++)
    {
      const PzVectorEntry *entry = g_ptr_array_index (entries, i);

      if (entry->marks->len > MARKS_KEPT)
        pz_vector_forget_marks (state->known->vector, entry->device,
                                MIN (entry->number + 1 - MARKS_KEPT, find_first_listed (self, entry->device)));
    }
}

/* When all was taken in and all was seen on the server: a run that found nothing new writes no file for that. */
static void
note_times (PzSyncer *self,
            PzTurn   *turn,
            gint64    now)
{
  PzSyncState *state = turn->state;
  g_autoptr(GBytes) bytes = pz_sync_state_write (state);

  if (!self->incomplete)
    self->pulled = now;
  if (pz_sync_state_get_number (state) == state->confirmed && self->state->n_missing == 0)
    self->stored = now;
  if (pz_version_equal (&turn->state_seen, &self->begun) && g_bytes_equal (bytes, turn->state_bytes)
      && self->pulled - state->pulled < TIMES_BEHIND && self->stored - state->stored < TIMES_BEHIND)
    return;
  if (self->pulled != 0)
    state->pulled = self->pulled;
  if (self->stored != 0)
    state->stored = self->stored;
}

static gboolean
note_run (PzTurn    *turn,
          gpointer   user_data,
          GError   **error)
{
  PzSyncer *self = user_data;
  PzSyncState *state = turn->state;
  gint64 now = pz_environment_get_now (pz_replica_get_environment (self->replica));

  note_since (self, is_torn, state->torn, now / 1000);
  note_since (self, is_unreached, state->unreached, now / 1000);
  self->incomplete |= may_be_reached (state->unreached, now / 1000);
  note_refused (self, state);
  state->is_erasing = self->status->is_erasing;
  forget_old_marks (self, state);
  forget_gone (self, state->snapshots);
  forget_gone (self, state->aside);
  state->n_missing = self->state->n_missing;
  state->n_published = MAX (state->n_published, self->state->n_published);
  if (pz_syncer_shows_snapshot (self, state->publish))
    state->publish = 0;
  pz_knowledge_forget_purged (state->known, state->device, now / 1000);
  if (!pz_knowledge_has_erased (state->known))
    g_clear_pointer (&state->erased, pz_vector_free);
  note_times (self, turn, now);
  return TRUE;
}

/* Writes down what was found out in this run, beside the changes of the class. */
gboolean
pz_syncer_note_run (PzSyncer  *self,
                    GError   **error)
{
  return pz_replica_change (self->replica, note_run, self, error);
}
