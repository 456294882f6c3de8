/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-status.h"

#include "pz-sync-texts.h"

/**
 * pz_sync_status_new:
 *
 * Returns: (transfer full): a status in which nothing has happened
 */
PzSyncStatus *
pz_sync_status_new (void)
{
  PzSyncStatus *self = g_new0 (PzSyncStatus, 1);

  self->aside = g_ptr_array_new_with_free_func (g_free);
  self->incomplete = g_ptr_array_new_with_free_func (g_free);
  self->refused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * pz_sync_status_free:
 * @self: (transfer full) (nullable): a status
 */
void
pz_sync_status_free (PzSyncStatus *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->aside);
  g_ptr_array_unref (self->incomplete);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

/* before: of the time it has with the name, seconds since 1970 UTC; 0: whenever */
static void
add_names (GPtrArray  *names,
           GHashTable *table,
           gint64      before)
{
  GHashTableIter iter;
  gpointer name, when;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &when))
    if ((before == 0 || *(gint64 *) when <= before)
        && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (name));
  pz_sync_texts_sort (names);
}

/**
 * pz_sync_status_take:
 * @state: what is known on this disk
 * @now: seconds since 1970 UTC
 *
 * Adds what is true whether or not the server could be asked.
 */
void
pz_sync_status_take (PzSyncStatus      *self,
                     const PzSyncState *state,
                     gint64             now)
{
  self->holds_newer = state->holds_newer;
  self->is_erasing |= state->is_erasing;
  self->stored = state->stored;
  self->pulled = state->pulled;
  add_names (self->aside, state->aside, 0);
  add_names (self->aside, state->unreached, now - PZ_SYNC_PATIENCE);
  add_names (self->incomplete, state->torn, now - PZ_SYNC_PATIENCE);
  add_names (self->refused, state->refused, 0);
}
