/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-replica.h"

#include "pz-envelope.h"
#include "pz-error.h"
#include "pz-purge-log.h"
#include "pz-sealed-envelope.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often another program may be faster before we give up for now. */
#define MAX_ROUNDS 20

struct _PzReplica
{
  PzEnvironment *environment;
  PzStore *store;
  char *classroom;
  char *place;
  const PzKeyring *keyring; /* (nullable): borrowed; NULL: nothing is encrypted */
  char *device_name;
  GHashTable *settled; /* path of a document -> PzVersion, owned, in which nothing waits */
};

/**
 * pz_replica_new:
 * @environment: clock and chance
 * @path: the folder of a class
 * @place: (nullable): text of letters and digits that is another one when the folder is a copy or came from a backup;
 *   %NULL: not known
 * @error: why it cannot be opened
 *
 * Returns: (transfer full) (nullable): the class, to be synchronised
 */
PzReplica *
pz_replica_new (PzEnvironment  *environment,
                const char     *path,
                const char     *place,
                GError        **error)
{
  g_autoptr(PzStore) store = pz_store_open (environment, path, PZ_STORE_NONE, error);
  PzReplica *self;

  if (store == NULL)
    return NULL;
  self = g_new0 (PzReplica, 1);
  self->environment = g_object_ref (environment);
  self->store = g_steal_pointer (&store);
  self->classroom = g_path_get_basename (pz_store_get_path (self->store));
  self->place = g_strdup (place);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * pz_replica_free:
 * @self: (transfer full) (nullable): a class
 */
void
pz_replica_free (PzReplica *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->environment);
  g_object_unref (self->store);
  g_hash_table_unref (self->settled);
  g_free (self->classroom);
  g_free (self->place);
  g_free (self->device_name);
  g_free (self);
}

/**
 * pz_replica_get_classroom:
 *
 * Returns: (transfer none): the id of the class
 */
const char *
pz_replica_get_classroom (PzReplica *self)
{
  return self->classroom;
}

/**
 * pz_replica_get_place:
 *
 * Returns: (transfer none) (nullable): which computer and folder this is
 */
const char *
pz_replica_get_place (PzReplica *self)
{
  return self->place;
}

/**
 * pz_replica_get_environment:
 *
 * Returns: (transfer none): clock and chance
 */
PzEnvironment *
pz_replica_get_environment (PzReplica *self)
{
  return self->environment;
}

/**
 * pz_replica_get_store:
 *
 * Returns: (transfer none): the files
 */
PzStore *
pz_replica_get_store (PzReplica *self)
{
  return self->store;
}

/**
 * pz_replica_set_keyring:
 * @keyring: (nullable): keys of the class, of which one may be added at any time between two synchronisations; must
 *   outlive the replica. %NULL: objects are not encrypted, which is so at the beginning
 *
 * With keys, whatever is written is sealed, and what is not sealed is not read.
 */
void
pz_replica_set_keyring (PzReplica       *self,
                        const PzKeyring *keyring)
{
  g_return_if_fail (self != NULL);

  self->keyring = keyring;
}

/**
 * pz_replica_set_device_name:
 * @name: (nullable): what people call this device; %NULL: what it was called before stays
 *
 * The next synchronisation tells the others.
 */
void
pz_replica_set_device_name (PzReplica  *self,
                            const char *name)
{
  char *copy = g_strdup (name);

  g_free (self->device_name);
  self->device_name = copy;
}

/**
 * pz_replica_get_device_name:
 *
 * Returns: (transfer none) (nullable): as pz_replica_set_device_name() was given it
 */
const char *
pz_replica_get_device_name (PzReplica *self)
{
  return self->device_name;
}

/**
 * pz_replica_close:
 * @json: of an object of the class
 * @about: its kind, device, numbers and head
 *
 * Returns: (transfer full): the bytes to store
 */
GBytes *
pz_replica_close (PzReplica          *self,
                  GBytes             *json,
                  const PzObjectName *about)
{
  if (self->keyring == NULL)
    return pz_envelope_close (json);
  return pz_sealed_envelope_close (json, pz_keyring_get_current (self->keyring, NULL), self->classroom, about);
}

/**
 * pz_replica_open:
 * @bytes: what was stored
 * @about: what its name says
 * @error: as pz_envelope_open() or pz_sealed_envelope_open() gives it
 *
 * Returns: (transfer full) (nullable): the JSON in it, not yet looked at
 */
GBytes *
pz_replica_open (PzReplica           *self,
                 GBytes              *bytes,
                 const PzObjectName  *about,
                 GError             **error)
{
  if (self->keyring == NULL)
    return pz_envelope_open (bytes, error);
  return pz_sealed_envelope_open (bytes, self->keyring, self->classroom, about, error);
}

/**
 * pz_replica_is_closed_now:
 * @bytes: an object of the class as it is stored
 *
 * Returns: whether it is closed as everything is that is written now: not with a key that was in use before
 */
gboolean
pz_replica_is_closed_now (PzReplica *self,
                          GBytes    *bytes)
{
  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  return self->keyring == NULL || pz_sealed_envelope_has_key (bytes, pz_keyring_get_current (self->keyring, NULL));
}

static guint64
new_device (PzEnvironment *environment)
{
  guint64 device = 0;

  while (device == 0)
    pz_environment_fill_random (environment, (guint8 *) &device, sizeof device);
  return device;
}

/**
 * pz_replica_read_state:
 * @seen: (out): version of the file
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): what synchronisation knows; that of a new device when there is no file
 */
PzSyncState *
pz_replica_read_state (PzReplica  *self,
                       PzVersion  *seen,
                       GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = pz_store_read (self->store, PZ_SYNC_STATE_FILE, seen, &local_error);

  if (bytes != NULL)
    return pz_sync_state_parse (self->classroom, bytes, error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return pz_sync_state_new (self->classroom, new_device (self->environment));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
take_turn (PzReplica   *self,
           PzTurnFunc   func,
           gpointer     user_data,
           GError     **error)
{
  PzTurn turn;
  gboolean good;

  pz_turn_begin (&turn, self);
  turn.state = pz_replica_read_state (self, &turn.state_seen, error);
  turn.purged = turn.state != NULL ? pz_purge_log_read (self->store, &turn.purged_seen, error) : NULL;
  good = turn.purged != NULL;
  if (good)
    {
      turn.state_bytes = pz_sync_state_write (turn.state);
      good = func (&turn, user_data, error) && pz_turn_finish (&turn, error);
    }
  pz_turn_clear (&turn);
  return good;
}

/**
 * pz_replica_change:
 * @func: (scope call): what to change; nothing is written when it changes nothing
 * @user_data: for @func
 * @error: as @func gave it, or as pz_commit_run() does
 *
 * Reads, changes and writes as one commit, again and again while another program is faster.
 *
 * Returns: whether it happened
 */
gboolean
pz_replica_change (PzReplica   *self,
                   PzTurnFunc   func,
                   gpointer     user_data,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_clear_error (&local_error);
      if (take_turn (self, func, user_data, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, PZ_ERROR, PZ_ERROR_CHANGED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
list_folder (PzReplica   *self,
             const char  *folder,
             GPtrArray   *documents,
             GError     **error)
{
  g_autoptr(GPtrArray) names = pz_store_list (self->store, folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *id = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - 5) : NULL;

      if (pz_id_is_valid (id))
        g_ptr_array_add (documents, g_strdup_printf ("%s/%s", folder, id));
    }
  return names != NULL;
}

/**
 * pz_replica_list:
 * @error: why a folder could not be read
 *
 * Returns: (transfer full) (element-type utf8) (nullable): paths of all documents, the class itself first, sorted
 */
GPtrArray *
pz_replica_list (PzReplica  *self,
                 GError    **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS; kind++)
    {
      const char *folder = pz_schema_get_document ((PzDocumentKind) kind)->folder;

      if (folder == NULL)
        g_ptr_array_add (documents, g_strdup_printf ("classroom/%s", self->classroom));
      else if (!list_folder (self, folder, documents, error))
        return NULL;
    }
  return g_steal_pointer (&documents);
}

/**
 * pz_replica_may_wait:
 * @document: path of a document
 * @waits: (out): whether something in it may wait to be sent
 * @error: why it could not be read
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_replica_may_wait (PzReplica   *self,
                     const char  *document,
                     gboolean    *waits,
                     GError     **error)
{
  const PzVersion *settled = g_hash_table_lookup (self->settled, document);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *file = NULL;
  PzDocumentKind kind;
  PzVersion now = { 0 };

  *waits = FALSE;
  if (!pz_path_find_document (self->classroom, document, &kind, &file))
    return TRUE;
  if (settled != NULL && pz_store_stat (self->store, file, &now, NULL) && pz_version_equal (&now, settled))
    return TRUE;
  bytes = pz_store_read (self->store, file, &now, &local_error);
  if (bytes == NULL && g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *waits = pz_document_may_wait (bytes);
  /* one that changed just now may change again and look the same */
  if (*waits || !now.settled)
    g_hash_table_remove (self->settled, document);
  else
    g_hash_table_replace (self->settled, g_strdup (document), g_memdup2 (&now, sizeof now));
  return TRUE;
}
