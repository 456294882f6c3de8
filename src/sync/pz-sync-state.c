/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-state.h"

/**
 * pz_sync_state_new:
 * @classroom: id of the class
 * @device: this device
 *
 * Returns: (transfer full): the state of a class that was never synchronised
 */
PzSyncState *
pz_sync_state_new (const char *classroom,
                   guint64     device)
{
  PzSyncState *self = g_new0 (PzSyncState, 1);

  self->device = device;
  self->known = pz_knowledge_new (classroom);
  self->outbox = g_array_new (FALSE, FALSE, sizeof (PzOutboxPart));
  self->snapshots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pz_vector_free);
  self->aside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unreached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->torn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->check_all = TRUE; /* the documents may come from anywhere */
  self->extra = g_string_new (NULL);
  return self;
}

/**
 * pz_sync_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
pz_sync_state_free (PzSyncState *self)
{
  if (self == NULL)
    return;
  g_free (self->place);
  pz_knowledge_free (self->known);
  g_clear_pointer (&self->erased, pz_vector_free);
  g_array_unref (self->outbox);
  g_hash_table_unref (self->snapshots);
  g_hash_table_unref (self->aside);
  g_hash_table_unref (self->refused);
  g_hash_table_unref (self->unreached);
  g_hash_table_unref (self->torn);
  g_hash_table_unref (self->documents);
  g_string_free (self->extra, TRUE);
  g_free (self);
}

/**
 * pz_sync_state_get_number:
 *
 * Returns: the number this device gave last
 */
guint64
pz_sync_state_get_number (const PzSyncState *self)
{
  return pz_vector_get_number (self->known->vector, self->device);
}

/**
 * pz_sync_state_want_snapshot:
 *
 * Whatever lies on the server: others have to see the whole state of this device as it is from now on.
 */
void
pz_sync_state_want_snapshot (PzSyncState *self)
{
  self->publish = self->n_published + 1;
}

/**
 * pz_sync_state_note_erased:
 *
 * All that the server has up to now may hold something of a learner who was removed for good.
 */
void
pz_sync_state_note_erased (PzSyncState *self)
{
  g_clear_pointer (&self->erased, pz_vector_free);
  self->erased = pz_vector_copy_numbers (self->known->vector);
}

/**
 * pz_sync_state_forget_snapshots:
 * @device: of the class
 * @last: the edit its history ends with for us
 *
 * Snapshots that have more of the device are to be read again: they are not of the history we know any more.
 */
void
pz_sync_state_forget_snapshots (PzSyncState *self,
                                guint64      device,
                                guint64      last)
{
  GHashTableIter iter;
  gpointer vector;

  g_hash_table_iter_init (&iter, self->snapshots);
  while (g_hash_table_iter_next (&iter, NULL, &vector))
    if (pz_vector_get_number (vector, device) > last)
      g_hash_table_iter_remove (&iter);
}

/**
 * pz_sync_state_close_device:
 * @device: whose id two histories used
 * @last: the last edit in which both agree
 *
 * What was seen of it beyond that counts no more, and is sent again as our own. What others wrote who had seen it counts
 * no more either, and is left alone: it could never be told to be superfluous.
 */
void
pz_sync_state_close_device (PzSyncState *self,
                            guint64      device,
                            guint64      last)
{
  pz_vector_close (self->known->vector, device, last);
  pz_knowledge_settle (self->known);
  pz_sync_state_forget_snapshots (self, device, last);
  self->check_all = TRUE;
  pz_sync_state_want_snapshot (self);
}

/**
 * pz_outbox_part_file:
 *
 * Returns: (transfer full): the path of its bytes below the folder of the class
 */
char *
pz_outbox_part_file (const PzOutboxPart *self)
{
  return g_strdup_printf ("outbox/%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT, self->from, self->to);
}
