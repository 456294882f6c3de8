/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-outbox.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>

/* What people say of the devices of a class: it stands beside how far each was seen, and travels in snapshots. */

static gboolean
tell_name (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  PzVectorEntry *own = pz_vector_get (turn->state->known->vector, turn->state->device);
  const char *name = user_data;

  if (g_strcmp0 (own->name, name) == 0)
    return TRUE;
  g_free (own->name);
  own->name = g_strdup (name);
  own->seen = pz_environment_get_now (pz_replica_get_environment (turn->replica)) / 1000;
  own->named = MAX (own->seen, own->named + 1); /* whatever the clock says: later than before */
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/**
 * pz_replica_tell_name:
 * @error: why it could not be written down
 *
 * When people call this device something else than others know: they are told by a snapshot.
 *
 * Returns: whether they know or will
 */
gboolean
pz_replica_tell_name (PzReplica  *self,
                      GError    **error)
{
  const char *name = pz_replica_get_device_name (self);

  return name == NULL || pz_replica_change (self, tell_name, (gpointer) name, error);
}

static gboolean
retire (PzTurn    *turn,
        gpointer   user_data,
        GError   **error)
{
  guint64 device = *(guint64 *) user_data;
  PzVectorEntry *entry = pz_vector_find (turn->state->known->vector, device);

  if (entry == NULL || device == turn->state->device)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _ ("There is no other device like this in the class"));
      return FALSE;
    }
  if (entry->retired)
    return TRUE;
  entry->retired = TRUE;
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/**
 * pz_replica_retire_device:
 * @device: another one of the class
 * @error: %PZ_ERROR_NOT_FOUND, or why it could not be written down
 *
 * Notes that the device was lost, as the next synchronisation tells all others: it holds nothing up. What it wrote
 * stays, and when it comes back and writes again it is a device like any other.
 *
 * Returns: whether it is noted
 */
gboolean
pz_replica_retire_device (PzReplica  *self,
                          guint64     device,
                          GError    **error)
{
  return pz_replica_change (self, retire, &device, error);
}
