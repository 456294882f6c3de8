/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-session-private.h"

#include "pz-envelope.h"
#include "pz-sync-error.h"

#include <glib/gi18n-lib.h>

/* Files on the server that are not used: what they are, and a copy of them for somebody who wants to look inside. */

/* (transfer full): who wrote it, as people call that device */
static char *
dup_device (const PzSyncState *state,
            guint64            device)
{
  const PzVectorEntry *entry = state != NULL ? pz_vector_find (state->known->vector, device) : NULL;

  if (entry != NULL && entry->name != NULL)
    return g_strdup (entry->name);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", device);
}

/**
 * pz_sync_session_describe_file:
 * @name: of a file on the server, as the status has it
 *
 * Returns: (transfer full): what it is, for people; the name itself when it says nothing
 */
char *
pz_sync_session_describe_file (PzSyncSession *self,
                               const char    *name)
{
  g_autoptr(PzSyncState) state = NULL;
  g_autofree char *device = NULL;
  PzObjectName parsed;
  PzVersion seen;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (!pz_object_name_parse (name, &parsed)
      || (parsed.kind != PZ_OBJECT_SEGMENT && parsed.kind != PZ_OBJECT_SNAPSHOT))
    return g_strdup (name);
  state = pz_replica_read_state (self->replica, &seen, NULL);
  device = dup_device (state, parsed.device);
  if (parsed.kind == PZ_OBJECT_SNAPSHOT)
    /* Translators: a file on the server; %s is the name of the device that wrote it, or its id */
    return g_strdup_printf (_("The class as “%s” had it"), device);
  /* Translators: a file on the server; %1$u and %2$u are the numbers of the first and the last change in it, %3$s is the
   * name of the device that wrote it, or its id */
  return g_strdup_printf (_("Changes %1$u to %2$u of “%3$s”"), (guint) parsed.from, (guint) parsed.to, device);
}

/* Its text, when it can be opened; else the bytes as they lie there. */
static gboolean
save (PzSyncSession  *self,
      const char     *name,
      GBytes         *bytes,
      const char     *folder,
      GError        **error)
{
  PzObjectName parsed;
  g_autoptr(GBytes) json = pz_object_name_parse (name, &parsed) ? pz_replica_open (self->replica, bytes, &parsed, NULL) : NULL;
  g_autofree char *base = json != NULL ? g_strconcat (name, ".json", NULL) : g_strdup (name);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  GBytes *kept = json != NULL ? json : bytes;

  return g_file_set_contents_full (path, g_bytes_get_data (kept, NULL), (gssize) g_bytes_get_size (kept),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* One that is gone meanwhile is no matter; number: grows when it is there. */
static gboolean
fetch (PzSyncSession  *self,
       const char     *name,
       const char     *folder,
       guint          *number,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_remote_get (PZ_REMOTE (self->remote), name, PZ_ENVELOPE_MAX_STORED, cancellable, &local_error);

  if (bytes != NULL && save (self, name, bytes, folder, &local_error))
    {
      (*number)++;
      return TRUE;
    }
  if (bytes == NULL && g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * pz_sync_session_save_files:
 * @folder: path of a folder on this computer
 * @n_saved: (out): how many files are in it now
 * @cancellable: (nullable): to stop
 * @error: what the server said, or the disk; some files may be there then
 *
 * Copies the files on the server that are not used: those that could not be placed, and those that cannot be read. One
 * that can be opened is text then, with what is said of learners in it, and closed to other users of the computer.
 *
 * Returns: whether all of them are there
 */
gboolean
pz_sync_session_save_files (PzSyncSession  *self,
                            const char     *folder,
                            guint          *n_saved,
                            GCancellable   *cancellable,
                            GError        **error)
{
  const PzSyncStatus *status;

  g_return_val_if_fail (self != NULL && folder != NULL && n_saved != NULL, FALSE);

  *n_saved = 0;
  if (!pz_sync_session_connect (self, error))
    return FALSE;
  status = pz_sync_session_get_status (self);
  for (guint i = 0; i < status->aside->len; i++)
    if (!fetch (self, g_ptr_array_index (status->aside, i), folder, n_saved, cancellable, error))
      return FALSE;
  for (guint i = 0; i < status->refused->len; i++)
    if (!fetch (self, g_ptr_array_index (status->refused, i), folder, n_saved, cancellable, error))
      return FALSE;
  return TRUE;
}
