/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-status.h"

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
