/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

/* Learners that were removed for good have to go from the server as well: every object that may hold something of them
 * is deleted, once a snapshot that knows of the removal has all the rest of it. Any device may do that. It is found out
 * anew from each listing: what was deleted may come back. */

/* how far a device had been seen when somebody was erased; not beyond the end of one that was closed since */
static guint64
get_erased_number (PzSyncer *self,
                   guint64   device)
{
  return MIN (pz_vector_get_number (self->state->erased, device),
              pz_vector_get_number (self->state->known->vector, device));
}

/* whether somebody wrote the snapshot who had seen all that we had when somebody was erased, and that above all */
static gboolean
is_clean (PzSyncer       *self,
          const PzVector *snapshot)
{
  g_autoptr(GPtrArray) entries = pz_vector_list (self->state->erased);

  for (guint i = 0; i < entries->len; i++)
    {
      guint64 device = ((PzVectorEntry *) g_ptr_array_index (entries, i))->device;

      if (get_erased_number (self, device) > pz_vector_get_number (snapshot, device))
        return FALSE;
    }
  return TRUE;
}

/* Whether the object may hold something of a learner who was erased. Those that were set aside stay, whatever they hold:
 * nothing has all of what is in them. */
gboolean
pz_syncer_may_hold_erased (PzSyncer       *self,
                           const PzListed *listed)
{
  const PzVector *snapshot;

  if (self->state->erased == NULL || !listed->whole || g_hash_table_contains (self->state->aside, listed->text))
    return FALSE;
  if (listed->name.kind == PZ_OBJECT_SEGMENT)
    return listed->name.from <= get_erased_number (self, listed->name.device) && pz_syncer_is_ours (self, listed);
  snapshot = pz_syncer_find_snapshot (self, listed);
  return snapshot != NULL && !is_clean (self, snapshot);
}

/* whether the object only waits to be deleted */
static gboolean
is_replaced (PzSyncer       *self,
             const PzListed *listed)
{
  for (guint i = 0; i < self->listing->objects->len; i++)
    {
      const PzListed *other = g_ptr_array_index (self->listing->objects, i);
      const PzVector *snapshot = pz_syncer_find_snapshot (self, other);

      if (snapshot != NULL && is_clean (self, snapshot) && pz_syncer_is_covered (self, listed, other, snapshot))
        return TRUE;
    }
  return FALSE;
}

/* Whether a snapshot is wanted so that what may hold something of an erased learner can be deleted; is_held: whether
 * anything on the server may. */
gboolean
pz_syncer_has_to_clean (PzSyncer *self,
                        gboolean *is_held)
{
  gboolean has_to = FALSE;

  *is_held = FALSE;
  for (guint i = 0; self->state->erased != NULL && i < self->listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (self->listing->objects, i);

      if (!pz_syncer_may_hold_erased (self, listed))
        continue;
      *is_held = TRUE;
      has_to |= !is_replaced (self, listed);
    }
  return has_to;
}
