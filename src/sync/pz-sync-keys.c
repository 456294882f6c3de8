/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-keys.h"

#include "pz-hash.h"
#include "pz-key-file.h"
#include "pz-sync-words.h"

#include <string.h>

/* So many files are tried with one passphrase at most, the newest keys first: each takes most of a second. */
#define MAX_TRIES 16

/* (transfer full): the key files, the highest epoch first; element-type PzListed, owned by the listing */
static GPtrArray *
list_files (const PzListing *listing)
{
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; i < listing->objects->len; i++)
    {
      PzListed *listed = g_ptr_array_index (listing->objects, i);
      guint k = 0;

      if (listed->name.kind != PZ_OBJECT_KEY || !listed->whole)
        continue;
      while (k < files->len && ((PzListed *) g_ptr_array_index (files, k))->name.from > listed->name.from)
        k++;
      g_ptr_array_insert (files, (int) k, listed);
    }
  return files;
}

static PzListing *
list_remote (PzRemote      *remote,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GPtrArray) files = pz_remote_list (remote, cancellable, error);

  return files != NULL ? pz_listing_new (files) : NULL;
}

/**
 * pz_sync_keys_get_last_epoch:
 * @listing: what a server shows
 *
 * Returns: the highest epoch of a key there; 0 when there is none
 */
guint64
pz_sync_keys_get_last_epoch (const PzListing *listing)
{
  guint64 last = 0;

  g_return_val_if_fail (listing != NULL, 0);

  for (guint i = 0; i < listing->objects->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (listing->objects, i);

      if (listed->name.kind == PZ_OBJECT_KEY)
        last = MAX (last, listed->name.from);
    }
  return last;
}

/* (transfer full) (nullable): the name under which the file of the n-th key was sent */
static char *
put_file (PzRemote         *remote,
          PzEnvironment    *environment,
          const char       *classroom,
          const PzKeyring  *keyring,
          guint             n,
          const char       *passphrase,
          GCancellable     *cancellable,
          GError          **error)
{
  PzObjectName name = { .kind = PZ_OBJECT_KEY };
  PzSyncKey *key = pz_keyring_get_nth (keyring, n, &name.from);
  g_autoptr(PzKeyFile) file = pz_key_file_new (key, classroom, name.from, passphrase, error);
  g_autoptr(GBytes) bytes = file != NULL ? pz_key_file_write (file) : NULL;
  g_autofree char *text = NULL;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  name.device = g_ascii_strtoull (pz_sync_key_get_id (key), NULL, 16);
  name.length = length;
  name.hash = pz_hash_of (data, length);
  pz_environment_fill_random (environment, (guint8 *) &name.random, sizeof name.random);
  text = pz_object_name_format (&name);
  return pz_remote_put (remote, text, bytes, cancellable, error) ? g_steal_pointer (&text) : NULL;
}

/* what came is what the name says */
static GBytes *
get_file (PzRemote        *remote,
          const PzListed  *listed,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr(GBytes) bytes = pz_remote_get (remote, listed->text, PZ_KEY_FILE_MAX_SIZE, cancellable, error);

  if (bytes == NULL || pz_object_name_fits (&listed->name, bytes))
    return g_steal_pointer (&bytes);
  pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_DAMAGED);
  return NULL;
}

/* that a server took something proves nothing: it has to be there, and to come back as it was */
static gboolean
check_sent (PzRemote         *remote,
            const PzListing  *listing,
            GPtrArray        *sent,
            GCancellable     *cancellable,
            GError          **error)
{
  for (guint i = 0; i < sent->len; i++)
    {
      const PzListed *listed = pz_listing_find (listing, g_ptr_array_index (sent, i));
      g_autoptr(GBytes) bytes = NULL;

      if (listed == NULL)
        {
          pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_LIST);
          return FALSE;
        }
      bytes = get_file (remote, listed, cancellable, error);
      if (bytes == NULL)
        return FALSE;
    }
  return TRUE;
}

/* older files of the keys that were sent anew: another passphrase opened them */
static gboolean
remove_older (PzRemote         *remote,
              const PzListing  *listing,
              const PzKeyring  *keyring,
              GPtrArray        *sent,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr(GPtrArray) files = list_files (listing);

  for (guint i = 0; i < files->len; i++)
    {
      const PzListed *listed = g_ptr_array_index (files, i);
      g_autofree char *id = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", listed->name.device);

      if (pz_keyring_find (keyring, id) != NULL
          && !g_ptr_array_find_with_equal_func (sent, listed->text, g_str_equal, NULL)
          && !pz_remote_remove (remote, listed->text, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_sync_keys_publish:
 * @remote: the folder of the class
 * @environment: chance
 * @classroom: id of the class
 * @keyring: its keys
 * @passphrase: that shall open all of them from now on
 * @cancellable: (nullable): to stop
 * @error: why not; what opened the keys before then still does
 *
 * Wraps each key anew and sends it. Files that another passphrase opens are removed when the server has shown the new
 * ones; so a device whose passphrase was changed because it was lost cannot get at a later key.
 *
 * Returns: whether the server has them, and nothing else of these keys
 */
gboolean
pz_sync_keys_publish (PzRemote         *remote,
                      PzEnvironment    *environment,
                      const char       *classroom,
                      const PzKeyring  *keyring,
                      const char       *passphrase,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(PzListing) listing = NULL;

  g_return_val_if_fail (PZ_IS_REMOTE (remote) && keyring != NULL && passphrase != NULL, FALSE);

  for (guint i = 0; i < pz_keyring_get_n_keys (keyring); i++)
    {
      char *name = put_file (remote, environment, classroom, keyring, i, passphrase, cancellable, error);

      if (name == NULL)
        return FALSE;
      g_ptr_array_add (sent, name);
    }
  listing = list_remote (remote, cancellable, error);
  return listing != NULL && check_sent (remote, listing, sent, cancellable, error)
         && remove_older (remote, listing, keyring, sent, cancellable, error);
}

/* Whether the file gave a key; FALSE without an error: it is no key file, of another class, or another passphrase opens
 * it. */
static gboolean
try_file (PzRemote        *remote,
          const PzListed  *listed,
          const char      *classroom,
          const char      *passphrase,
          PzKeyring       *keyring,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = get_file (remote, listed, cancellable, &local_error);
  g_autoptr(PzKeyFile) file = bytes != NULL ? pz_key_file_parse (bytes, &local_error) : NULL;
  g_autoptr(PzSyncKey) key = NULL;

  if (file != NULL && strcmp (pz_key_file_get_classroom (file), classroom) == 0)
    key = pz_key_file_unlock (file, passphrase, &local_error);
  if (key != NULL)
    pz_keyring_add (keyring, pz_key_file_get_epoch (file), key);
  else if (local_error != NULL && !g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE)
           && !g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED)
           && !g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE)
           && !g_error_matches (local_error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return key != NULL;
}

/**
 * pz_sync_keys_unlock:
 * @remote: the folder of the class
 * @classroom: id of the class
 * @passphrase: as a person typed it
 * @keyring: gets the keys that it opens
 * @cancellable: (nullable): to stop
 * @error: %PZ_SYNC_ERROR_PASSPHRASE: it opens none; %PZ_SYNC_ERROR_FAILED: the folder has no key at all; or what
 *   the server says
 *
 * Returns: whether it opened a key
 */
gboolean
pz_sync_keys_unlock (PzRemote      *remote,
                     const char    *classroom,
                     const char    *passphrase,
                     PzKeyring     *keyring,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(PzListing) listing = NULL;
  g_autoptr(GPtrArray) files = NULL;
  guint n_opened = 0;

  g_return_val_if_fail (PZ_IS_REMOTE (remote) && classroom != NULL && passphrase != NULL && keyring != NULL, FALSE);

  listing = list_remote (remote, cancellable, error);
  if (listing == NULL)
    return FALSE;
  files = list_files (listing);
  if (files->len == 0)
    {
      pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_NO_KEYS);
      return FALSE;
    }
  for (guint i = 0; i < MIN (files->len, MAX_TRIES); i++)
    {
      g_autoptr(GError) local_error = NULL;

      n_opened += try_file (remote, g_ptr_array_index (files, i), classroom, passphrase, keyring, cancellable, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  if (n_opened == 0)
    pz_sync_words_set_error (error, PZ_SYNC_TROUBLE_WRONG_PASSPHRASE);
  return n_opened > 0;
}
