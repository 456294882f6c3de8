/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key files of a class on its server. */
#include "config.h"

#include "memory-remote.h"
#include "sim-remote.h"

#include "pz-key-file-private.h"
#include "pz-sync-error.h"
#include "pz-sync-keys.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define OTHER_CLASS "k3v9qmx2a7hd5w4t"
#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

static PzEnvironment *
make_environment (void)
{
  return pz_environment_new_fixed (g_get_tmp_dir (), 1795428000000, 7);
}

static PzRemote *
make_remote (void)
{
  PzRemote *remote = PZ_REMOTE (memory_remote_new ());

  g_assert_true (pz_remote_make_folder (remote, NULL, NULL));
  return remote;
}

/* Puts a file under the name a key file has. */
static void
put_bytes (PzRemote *remote,
           guint64   epoch,
           guint64   key,
           GBytes   *bytes)
{
  PzObjectName name = { .kind = PZ_OBJECT_KEY, .device = key, .from = epoch, .length = g_bytes_get_size (bytes) };
  g_autofree char *text = NULL;

  name.hash = pz_hash_of (g_bytes_get_data (bytes, NULL), name.length);
  text = pz_object_name_format (&name);
  g_assert_true (pz_remote_put (remote, text, bytes, NULL, NULL));
}

/* a key file that asks for as little work as is allowed */
static void
put_quick (PzRemote   *remote,
           guint64     epoch,
           PzSyncKey  *key,
           const char *classroom,
           const char *passphrase)
{
  g_autoptr(PzKeyFile) file = g_new0 (PzKeyFile, 1);
  g_autoptr(GBytes) bytes = NULL;

  g_strlcpy (file->classroom, classroom, sizeof file->classroom);
  file->epoch = epoch;
  file->passes = PZ_KEY_FILE_MIN_PASSES;
  file->memory = PZ_KEY_FILE_MIN_MEMORY;
  g_assert_true (pz_key_file_wrap (file, key, passphrase, NULL));
  bytes = pz_key_file_write (file);
  put_bytes (remote, epoch, g_ascii_strtoull (pz_sync_key_get_id (key), NULL, 16), bytes);
}

static PzListing *
list (PzRemote *remote)
{
  g_autoptr(GPtrArray) files = pz_remote_list (remote, NULL, NULL);

  return pz_listing_new (files);
}

static gboolean
unlock (PzRemote    *remote,
        const char  *passphrase,
        PzKeyring   *keyring,
        GError     **error)
{
  return pz_sync_keys_unlock (remote, CLASSROOM, passphrase, keyring, NULL, error);
}

static void
test_last_epoch (void)
{
  g_autoptr(PzRemote) remote = make_remote ();
  g_autoptr(PzListing) none = list (remote), some = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_cmpuint (pz_sync_keys_get_last_epoch (none), ==, 0);
  put_bytes (remote, 3, 1, bytes);
  put_bytes (remote, 12, 2, bytes);
  put_bytes (remote, 4, 3, bytes);
  some = list (remote);
  g_assert_cmpuint (pz_sync_keys_get_last_epoch (some), ==, 12);
}

/* the new passphrase opens the key, the old one nothing any more; keys that are not ours stay */
static void
test_published (void)
{
  g_autoptr(PzEnvironment) environment = make_environment ();
  g_autoptr(PzRemote) remote = make_remote ();
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random (), foreign = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) keyring = pz_keyring_new (), opened = pz_keyring_new (), none = pz_keyring_new ();
  g_autoptr(PzListing) listing = NULL;
  g_autoptr(GError) error = NULL;
  guint64 epoch = 0;

  pz_keyring_add (keyring, 2, key);
  put_quick (remote, 2, key, CLASSROOM, PASSPHRASE);
  put_quick (remote, 1, foreign, CLASSROOM, "somebody else's own");
  g_assert_true (pz_sync_keys_publish (remote, environment, CLASSROOM, keyring, OTHER_PASSPHRASE, NULL, &error));
  g_assert_no_error (error);
  listing = list (remote);
  g_assert_cmpuint (listing->objects->len, ==, 2);
  g_assert_true (unlock (remote, OTHER_PASSPHRASE, opened, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_keyring_get_n_keys (opened), ==, 1);
  g_assert_cmpstr (pz_sync_key_get_id (pz_keyring_get_current (opened, &epoch)), ==, pz_sync_key_get_id (key));
  g_assert_cmpuint (epoch, ==, 2);
  g_assert_false (unlock (remote, PASSPHRASE, none, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
}

/* that a server took something proves nothing: what opened the keys before stays */
static void
test_not_shown (gconstpointer plan)
{
  PzRandom random;
  g_autoptr(PzEnvironment) environment = make_environment ();
  g_autoptr(SimRemote) remote = NULL;
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) keyring = pz_keyring_new (), opened = pz_keyring_new ();
  g_autoptr(GError) error = NULL;

  pz_random_init (&random, 7);
  remote = sim_remote_new (&random, NULL, NULL);
  sim_remote_calm_down (remote);
  pz_keyring_add (keyring, 1, key);
  put_quick (PZ_REMOTE (remote), 1, key, CLASSROOM, PASSPHRASE);
  sim_remote_plan_puts (remote, plan);
  g_assert_false (pz_sync_keys_publish (PZ_REMOTE (remote), environment, CLASSROOM, keyring, OTHER_PASSPHRASE, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (unlock (PZ_REMOTE (remote), PASSPHRASE, opened, NULL));
}

/* what anybody may have put there keeps nobody from the good one */
static void
test_junk (void)
{
  g_autoptr(PzRemote) remote = make_remote ();
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random (), foreign = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  g_autofree char *blanks = g_strnfill (PZ_KEY_FILE_MAX_SIZE + 1, ' ');
  g_autoptr(GBytes) nothing = g_bytes_new_static ("{}", 2), huge = g_bytes_new (blanks, strlen (blanks));
  g_autoptr(GError) error = NULL;

  put_bytes (remote, 9, 9, nothing);
  put_bytes (remote, 8, 8, huge);
  put_quick (remote, 7, foreign, OTHER_CLASS, PASSPHRASE);
  put_quick (remote, 1, key, CLASSROOM, PASSPHRASE);
  g_assert_true (unlock (remote, PASSPHRASE, keyring, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_keyring_get_n_keys (keyring), ==, 1);
  g_assert_nonnull (pz_keyring_find (keyring, pz_sync_key_get_id (key)));
}

static void
test_no_keys (void)
{
  g_autoptr(PzRemote) remote = make_remote (), nowhere = PZ_REMOTE (memory_remote_new ());
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (unlock (remote, PASSPHRASE, keyring, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (unlock (nowhere, PASSPHRASE, keyring, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (pz_sync_keys_unlock (remote, CLASSROOM, PASSPHRASE, keyring, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/keys/the-last-epoch-is-the-highest", test_last_epoch);
  g_test_add_func ("/sync/keys/what-is-published-takes-the-place-of-what-was", test_published);
  g_test_add_data_func ("/sync/keys/what-is-not-shown-takes-no-place/cut", "t", test_not_shown);
  g_test_add_data_func ("/sync/keys/what-is-not-shown-takes-no-place/lost", "l", test_not_shown);
  g_test_add_func ("/sync/keys/junk-keeps-nobody-out", test_junk);
  g_test_add_func ("/sync/keys/without-keys-nothing-opens", test_no_keys);
  return g_test_run ();
}
