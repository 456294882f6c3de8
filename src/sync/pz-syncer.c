/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-syncer-private.h"

#include "pz-envelope.h"
#include "pz-sync-fault.h"
#include "pz-sync-marker.h"
#include "pz-sync-words.h"

#include <string.h>

/**
 * pz_syncer_new:
 * @replica: the class on this disk; must outlive the syncer
 * @remote: its folder on a server; kept
 *
 * Returns: (transfer full): a syncer that has not run yet
 */
PzSyncer *
pz_syncer_new (PzReplica *replica,
               PzRemote  *remote)
{
  PzSyncer *self;

  g_return_val_if_fail (replica != NULL && PZ_IS_REMOTE (remote), NULL);

  self = g_new0 (PzSyncer, 1);
  self->replica = replica;
  self->remote = g_object_ref (remote);
  self->status = pz_sync_status_new ();
  self->torn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unreadable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * pz_syncer_free:
 * @self: (transfer full) (nullable): a syncer that does not run
 */
void
pz_syncer_free (PzSyncer *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->remote);
  g_clear_pointer (&self->listing, pz_listing_free);
  g_clear_pointer (&self->state, pz_sync_state_free);
  pz_sync_status_free (self->status);
  g_hash_table_unref (self->torn);
  g_hash_table_unref (self->unreadable);
  g_free (self);
}

/**
 * pz_syncer_get_status:
 *
 * Returns: (transfer none): what is true after the last run; valid until the next
 */
PzSyncStatus *
pz_syncer_get_status (PzSyncer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->status;
}

/* For the other files of the syncer. */

/* Asks the server what it has. */
gboolean
pz_syncer_list (PzSyncer  *self,
                GError   **error)
{
  g_autoptr(GPtrArray) files = NULL;

  self->status->n_requests++;
  files = pz_remote_list (self->remote, self->cancellable, error);
  if (files == NULL)
    return FALSE;
  g_clear_pointer (&self->listing, pz_listing_free);
  self->listing = pz_listing_new (files);
  return TRUE;
}

static gboolean
read_state (PzSyncer   *self,
            PzVersion  *seen,
            GError    **error)
{
  PzSyncState *state = pz_replica_read_state (self->replica, seen, error);

  if (state == NULL)
    return FALSE;
  g_clear_pointer (&self->state, pz_sync_state_free);
  self->state = state;
  return TRUE;
}

/* Reads again what is known, after it was changed. */
gboolean
pz_syncer_reload (PzSyncer  *self,
                  GError   **error)
{
  PzVersion seen;

  return read_state (self, &seen, error);
}

/* Returns: (transfer full) (nullable): the bytes, which are what the name says. NULL without an error: they are not, or
 * the object is gone, and self->gone or self->incomplete says so. */
GBytes *
pz_syncer_get (PzSyncer        *self,
               const PzListed  *listed,
               GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  self->status->n_requests++;
  bytes = pz_remote_get (self->remote, listed->text, PZ_ENVELOPE_MAX_STORED, self->cancellable, &local_error);
  if (bytes != NULL && (pz_object_name_fits (&listed->name, bytes) || PZ_FAULT (TRUST_PUT)))
    return g_steal_pointer (&bytes);
  if (g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND))
    self->gone = TRUE;
  else if (bytes != NULL || g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE))
    {
      g_hash_table_add (self->torn, g_strdup (listed->text));
      self->incomplete = TRUE;
    }
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Gives an object its name, never used before, and sends it. */
gboolean
pz_syncer_put (PzSyncer      *self,
               PzObjectName  *name,
               GBytes        *bytes,
               GError       **error)
{
  g_autofree char *text = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  name->length = length;
  name->hash = pz_hash_of (data, length);
  if (!PZ_FAULT (SAME_NAME))
    pz_environment_fill_random (pz_replica_get_environment (self->replica), (guint8 *) &name->random,
                                sizeof name->random);
  text = pz_object_name_format (name);
  self->status->n_requests++;
  return pz_remote_put (self->remote, text, bytes, self->cancellable, error);
}

/* Somebody else uses the id of this device: takes another one. */
gboolean
pz_syncer_renew_device (PzSyncer  *self,
                        GError   **error)
{
  if (!pz_replica_take_new_device (self->replica, self->state->device, error))
    return FALSE;
  self->status->new_device = TRUE;
  return pz_syncer_reload (self, error);
}

static gboolean
set_checked (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  turn->state->checked = TRUE;
  return TRUE;
}

/* whether the folder is that of this class; asked of the server once */
static gboolean
check_marker (PzSyncer  *self,
              GError   **error)
{
  g_autofree char *classroom = NULL;

  if (self->state->checked)
    return TRUE;
  self->status->n_requests++;
  classroom = pz_sync_marker_get (self->remote, self->cancellable, error);
  if (classroom == NULL)
    return FALSE;
  if (strcmp (classroom, pz_replica_get_classroom (self->replica)) != 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_OTHER_CLASS);
      return FALSE;
    }
  return pz_replica_change (self->replica, set_checked, NULL, error) && pz_syncer_reload (self, error);
}

static gboolean
check_folder (PzSyncer  *self,
              GError   **error)
{
  if (!self->listing->has_marker && self->listing->newest_major == 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NO_CLASS);
      return FALSE;
    }
  if (self->listing->newest_major > PZ_OBJECT_MAJOR)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_TOO_NEW);
      self->status->is_too_new = TRUE;
      return FALSE;
    }
  return check_marker (self, error);
}

/* What is true now, also after an error. */
static void
fill_status (PzSyncer *self)
{
  PzSyncStatus *status = self->status;
  gint64 now = pz_environment_get_now (pz_replica_get_environment (self->replica)) / 1000;

  if (!pz_syncer_reload (self, NULL))
    return;
  status->n_waiting = pz_sync_state_get_number (self->state) - self->state->confirmed
                      + pz_replica_count_pending (self->replica, NULL);
  pz_sync_status_take (status, self->state, now);
  if (self->stored != 0)
    status->stored = self->stored;
  if (self->pulled != 0)
    status->pulled = self->pulled;
}

static gboolean
tell_name (PzSyncer  *self,
           GError   **error)
{
  const char *name = pz_replica_get_device_name (self->replica);
  const PzVectorEntry *own = pz_vector_find (self->state->known->vector, self->state->device);

  if (name == NULL || (own != NULL && g_strcmp0 (own->name, name) == 0))
    return TRUE;
  return pz_replica_tell_name (self->replica, error) && pz_syncer_reload (self, error);
}

static gboolean
run (PzSyncer  *self,
     GError   **error)
{
  return read_state (self, &self->begun, error) && pz_syncer_list (self, error) && check_folder (self, error)
         && pz_syncer_check_fork (self, error) && tell_name (self, error) && pz_syncer_pull (self, error) && pz_syncer_confirm (self, error)
         && pz_syncer_push (self, error) && pz_syncer_tidy (self, error)
         && pz_syncer_note_run (self, error);
}

/**
 * pz_syncer_run:
 * @cancellable: (nullable): to stop, at any place
 * @error: %PZ_SYNC_ERROR, %PZ_ERROR of the class on this disk, or %G_IO_ERROR_CANCELLED; nothing is lost by any of them
 *
 * One synchronisation: lists, takes in what is new, numbers and sends what waits, and keeps the server tidy. May be
 * ended anywhere, also by a power cut, and begun again.
 *
 * Returns: whether it came to its end; pz_syncer_get_status() tells in both cases how things stand
 */
gboolean
pz_syncer_run (PzSyncer      *self,
               GCancellable  *cancellable,
               GError       **error)
{
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  pz_sync_status_free (self->status);
  self->status = pz_sync_status_new ();
  g_hash_table_remove_all (self->torn);
  self->cancellable = cancellable;
  self->gone = self->incomplete = FALSE;
  good = run (self, error);
  fill_status (self);
  self->cancellable = NULL;
  return good;
}

/**
 * pz_syncer_set_up:
 * @cancellable: (nullable): to stop
 * @error: why not; %PZ_SYNC_ERROR_OTHER_CLASS when another class lies there
 *
 * Makes the folder on the server that of this class. Once it is, this changes nothing.
 *
 * Returns: whether it is
 */
gboolean
pz_syncer_set_up (PzSyncer      *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GBytes) marker = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  self->cancellable = cancellable;
  if (!pz_syncer_reload (self, error) || !pz_remote_make_folder (self->remote, cancellable, error)
      || !pz_syncer_list (self, error))
    return FALSE;
  if (self->listing->has_marker || self->listing->newest_major > 0)
    return check_folder (self, error);
  if (self->listing->objects->len > pz_listing_count_keys (self->listing))
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_OTHER_CLASS);
      return FALSE;
    }
  marker = pz_sync_marker_make (pz_replica_get_classroom (self->replica));
  return pz_remote_put (self->remote, PZ_SYNC_MARKER, marker, cancellable, error);
}

/**
 * pz_syncer_retire_device:
 * @device: another one of the class
 * @error: as pz_replica_retire_device() gives it
 *
 * Notes that the device was lost; the next run tells the others.
 *
 * Returns: whether it is noted
 */
gboolean
pz_syncer_retire_device (PzSyncer  *self,
                         guint64    device,
                         GError   **error)
{
  g_return_val_if_fail (self != NULL && device != 0, FALSE);

  return pz_replica_retire_device (self->replica, device, error);
}
