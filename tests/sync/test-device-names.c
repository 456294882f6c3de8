/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-device-names.h"

#include "pz-sync-state.h"

#include <glib/gstdio.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"

/* text: of the file of synchronisation; NULL: there is none */
static PzDeviceNames *
read_names (const char *text,
            gsize       length)
{
  g_autofree char *data = g_dir_make_tmp ("personalize-test-XXXXXX", NULL);
  g_autofree char *classrooms = g_build_filename (data, "classrooms", NULL);
  g_autofree char *path = g_build_filename (classrooms, CLASSROOM, NULL);
  g_autofree char *file = g_build_filename (path, PZ_SYNC_STATE_FILE, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (data);
  PzDeviceNames *names;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (text != NULL)
    g_assert_true (g_file_set_contents_full (file, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
  names = pz_device_names_read (environment, CLASSROOM, path);
  g_unlink (file);
  g_rmdir (folder);
  g_rmdir (path);
  g_rmdir (classrooms);
  g_rmdir (data);
  return names;
}

static void
assert_words (PzDeviceNames *names,
              const char    *device,
              gboolean       here,
              const char    *expected)
{
  g_autofree char *words = pz_device_names_dup_words (names, device, here);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_names_come_from_the_vector (void)
{
  g_autoptr(PzSyncState) state = pz_sync_state_new (CLASSROOM, 0x3fa94c1d22e0b781);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PzDeviceNames) names = NULL;

  pz_vector_get (state->known->vector, 0x77c0de1b9a3e4f02)->name = g_strdup ("School laptop, <b>Marit</b>");
  pz_vector_get (state->known->vector, 5);
  bytes = pz_sync_state_write (state);
  names = read_names (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (pz_device_names_find (names, "77c0de1b9a3e4f02"), ==, "School laptop, <b>Marit</b>");
  assert_words (names, "77c0de1b9a3e4f02", FALSE, "School laptop, <b>Marit</b>");
  assert_words (names, "77c0de1b9a3e4f02", TRUE, "This computer");
  assert_words (names, "0000000000000005", FALSE, "Another computer (0000)");
}

static void
test_without_synchronisation_no_name_is_known (void)
{
  static const char only[] = "{\"format\":\"personalize-device\",\"version\":1,\"device\":\"3fa94c1d22e0b781\"}\n";
  static const char damaged[] = "{\"format\":";
  g_autoptr(PzDeviceNames) none = read_names (NULL, 0);
  g_autoptr(PzDeviceNames) device = read_names (only, sizeof only - 1);
  g_autoptr(PzDeviceNames) broken = read_names (damaged, sizeof damaged - 1);

  g_assert_null (pz_device_names_find (none, "3fa94c1d22e0b781"));
  g_assert_null (pz_device_names_find (device, "3fa94c1d22e0b781"));
  assert_words (broken, "3fa94c1d22e0b781", FALSE, "Another computer (3fa9)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/device-names/names-come-from-the-vector", test_names_come_from_the_vector);
  g_test_add_func ("/sync/device-names/without-synchronisation-no-name-is-known",
                   test_without_synchronisation_no_name_is_known);
  return g_test_run ();
}
