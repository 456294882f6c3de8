/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-private.h"
#include "pz-sync-error.h"
#include "pz-sync-settings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define FOLDER "https://files.school.example/dav/Class%205b/"

static PzSyncSettings *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pz_sync_settings_parse (bytes, error);
}

static PzSyncSettings *
make_settings (void)
{
  PzSyncSettings *settings = pz_sync_settings_new (FOLDER);

  settings->user = g_strdup ("a.solberg");
  settings->device_name = g_strdup ("School laptop, “Marit”");
  settings->encrypted = settings->paused = TRUE;
  pz_sync_settings_add_key (settings, 1, "0123456789abcdef");
  pz_sync_settings_add_key (settings, 2, "fedcba9876543210");
  pz_sync_settings_add_key (settings, 2, "fedcba9876543210");
  return settings;
}

static void
test_says_what_was_said (void)
{
  g_autoptr(PzSyncSettings) settings = make_settings (), read = NULL;
  g_autoptr(GBytes) bytes = pz_sync_settings_format (settings), again = NULL;
  g_autoptr(GError) error = NULL;

  read = pz_sync_settings_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->folder, ==, FOLDER);
  g_assert_cmpstr (read->user, ==, "a.solberg");
  g_assert_cmpstr (read->device_name, ==, "School laptop, “Marit”");
  g_assert_true (read->encrypted && read->paused);
  g_assert_cmpuint (read->keys->len, ==, 2);
  g_assert_cmpuint (g_array_index (read->keys, PzSyncKeyName, 1).epoch, ==, 2);
  g_assert_cmpstr (g_array_index (read->keys, PzSyncKeyName, 1).id, ==, "fedcba9876543210");
  again = pz_sync_settings_format (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_members_of_a_newer_version_stay (void)
{
  g_autoptr(PzSyncSettings) settings
    = parse ("{\"format\":\"personalize-server\",\"version\":1,\"later\":[1,{\"a\":\"é\"}],\"folder\":\"" FOLDER "\"}", NULL);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_nonnull (settings);
  bytes = pz_sync_settings_format (settings);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  ",\"later\":[1,{\"a\":\"é\"}]"));
}

static void
test_anything_else_is_refused (void)
{
  static const char *const texts[] = {
    "", "[]", "{}", "{\"format\":\"personalize-server\",\"version\":1}",
    "{\"format\":\"personalize-server\",\"version\":2,\"folder\":\"" FOLDER "\"}",
    "{\"format\":\"other\",\"version\":1,\"folder\":\"" FOLDER "\"}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":7}",
    /* a password would be sent in the clear */
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"http://files.school.example/\"}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"file:///etc/\"}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"https://files.school.example/dav\"}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"" FOLDER "\",\"keys\":[[1,\"xyz\"]]}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"" FOLDER "\",\"keys\":[[0,\"0123456789abcdef\"]]}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"" FOLDER "\",\"keys\":{}}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"" FOLDER "\",\"encrypted\":1}",
    "{\"format\":\"personalize-server\",\"version\":1,\"folder\":\"" FOLDER "\"} 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (texts[i], &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
    }
}

static void
test_lies_beside_the_class_for_its_owner_alone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pz-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "b7q2mx5k9d0hw4vt", NULL);
  g_autofree char *file = g_build_filename (path, PZ_SYNC_SETTINGS_FILE, NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed (folder, 1795428000000, 1);
  g_autoptr(PzStore) store = pz_store_open (environment, path, PZ_STORE_CREATE, NULL);
  g_autoptr(PzSyncSettings) settings = make_settings (), read = NULL;
  g_autoptr(GError) error = NULL;
  struct stat status;

  g_assert_null (pz_sync_settings_read (store, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP);
  g_clear_error (&error);

  for (guint i = 0; i < 2; i++)
    {
      pz_sync_settings_write (settings, store, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (stat (file, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  read = pz_sync_settings_read (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->user, ==, "a.solberg");

  pz_sync_settings_remove (store, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_null (pz_sync_settings_read (store, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/settings/says-what-was-said", test_says_what_was_said);
  g_test_add_func ("/sync/settings/members-of-a-newer-version", test_members_of_a_newer_version_stay);
  g_test_add_func ("/sync/settings/anything-else-is-refused", test_anything_else_is_refused);
  g_test_add_func ("/sync/settings/lies-beside-the-class", test_lies_beside_the_class_for_its_owner_alone);
  return g_test_run ();
}
