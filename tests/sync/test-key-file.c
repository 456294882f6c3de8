/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-key-file-private.h"
#include "pz-sync-error.h"
#include "pz-sync-key-private.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define PASSPHRASE "01ABC-DEFGH-JKMNP-QRSTV-WXYZ0"

/* As little work as is allowed, so that a test may do it often. */
static PzKeyFile *
make_quick (PzSyncKey *key)
{
  PzKeyFile *file = g_new0 (PzKeyFile, 1);
  g_autoptr(GError) error = NULL;

  g_strlcpy (file->classroom, CLASSROOM, sizeof file->classroom);
  file->epoch = 7;
  file->passes = PZ_KEY_FILE_MIN_PASSES;
  file->memory = PZ_KEY_FILE_MIN_MEMORY;
  randombytes_buf (file->salt, sizeof file->salt);
  randombytes_buf (file->nonce, sizeof file->nonce);
  g_assert_true (pz_key_file_wrap (file, key, PASSPHRASE, &error));
  g_assert_no_error (error);
  return file;
}

static void
assert_same_key (PzSyncKey *a,
                 PzSyncKey *b)
{
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpmem (pz_sync_key_get_bytes (a), PZ_SYNC_KEY_SIZE, pz_sync_key_get_bytes (b), PZ_SYNC_KEY_SIZE);
}

static void
test_written_read_unlocked (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKeyFile) file = pz_key_file_new (key, CLASSROOM, 1, PASSPHRASE, &error);
  g_autoptr(GBytes) bytes = pz_key_file_write (file);
  g_autoptr(PzKeyFile) again = pz_key_file_parse (bytes, &error);
  g_autoptr(PzSyncKey) unlocked = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (pz_key_file_get_classroom (again), ==, CLASSROOM);
  g_assert_cmpuint (pz_key_file_get_epoch (again), ==, 1);
  g_assert_cmpstr (pz_key_file_get_key_id (again), ==, pz_sync_key_get_id (key));
  g_assert_cmpuint (again->passes, ==, 3); /* MODERATE, and no less */
  g_assert_cmpuint (again->memory, ==, 256 * 1024 * 1024);
  /* as a colleague types it */
  unlocked = pz_key_file_unlock (again, "o1abc defgh jkmnp qrstv wxyzo", &error);
  g_assert_no_error (error);
  assert_same_key (unlocked, key);
}

static void
test_two_files_of_one_key_differ (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzKeyFile) one = make_quick (key);
  g_autoptr(PzKeyFile) two = make_quick (key);
  g_autoptr(PzSyncKey) from_one = pz_key_file_unlock (one, PASSPHRASE, NULL);
  g_autoptr(PzSyncKey) from_two = pz_key_file_unlock (two, PASSPHRASE, NULL);

  g_assert_cmpint (memcmp (one->wrapped, two->wrapped, sizeof one->wrapped), !=, 0);
  assert_same_key (from_one, from_two);
}

static void
test_another_passphrase (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzKeyFile) file = make_quick (key);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_key_file_unlock (file, "01ABC-DEFGH-JKMNP-QRSTV-WXYZ1", &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_assert_null (strstr (error->message, "01ABC"));
}

/* What a server could write in its place. */
static void
test_changed_on_the_server (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzSyncKey) other = pz_sync_key_new_random ();
  g_autoptr(PzKeyFile) file = make_quick (key);

  for (guint what = 0; what < 6; what++)
    {
      g_autoptr(PzKeyFile) changed = g_memdup2 (file, sizeof *file);
      g_autoptr(GError) error = NULL;

      if (what == 0)
        changed->epoch++;
      else if (what == 1)
        changed->classroom[0] = 'x';
      else if (what == 2)
        g_strlcpy (changed->key_id, pz_sync_key_get_id (other), sizeof changed->key_id);
      else if (what == 3)
        changed->wrapped[20] ^= 1;
      else if (what == 4)
        changed->salt[0] ^= 1;
      else
        changed->nonce[0] ^= 1;
      g_test_message ("change %u", what);
      g_assert_null (pz_key_file_unlock (changed, PASSPHRASE, &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-file/written-read-unlocked", test_written_read_unlocked);
  g_test_add_func ("/key-file/two-files-of-one-key-differ", test_two_files_of_one_key_differ);
  g_test_add_func ("/key-file/another-passphrase", test_another_passphrase);
  g_test_add_func ("/key-file/changed-on-the-server", test_changed_on_the_server);
  return g_test_run ();
}
