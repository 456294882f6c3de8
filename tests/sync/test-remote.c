/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every folder on a server does, shown by one in memory. */
#include "config.h"

#include "memory-remote.h"
#include "pz-sync-error.h"

#include <string.h>

static PzRemote *
make (void)
{
  PzRemote *remote = PZ_REMOTE (memory_remote_new ());
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_make_folder (remote, NULL, &error));
  g_assert_no_error (error);
  return remote;
}

static void
put (PzRemote   *remote,
     const char *name,
     const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_put (remote, name, bytes, NULL, &error));
  g_assert_no_error (error);
}

static void
test_what_was_put_is_listed_and_read (void)
{
  g_autoptr(PzRemote) remote = make ();
  g_autoptr(GPtrArray) objects = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  put (remote, "seg-1", "twelve bytes");
  objects = pz_remote_list (remote, NULL, &error);
  bytes = pz_remote_get (remote, "seg-1", 12, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (objects->len, ==, 1);
  g_assert_cmpstr (((PzRemoteObject *) objects->pdata[0])->name, ==, "seg-1");
  g_assert_cmpint (((PzRemoteObject *) objects->pdata[0])->size, ==, 12);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "twelve bytes", 12);
}

static void
test_no_more_is_read_than_asked_for (void)
{
  g_autoptr(PzRemote) remote = make ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  put (remote, "seg-1", "twelve bytes");
  bytes = pz_remote_get (remote, "seg-1", 11, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
}

static void
test_removed_twice_is_gone_once (void)
{
  g_autoptr(PzRemote) remote = make ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  put (remote, "seg-1", "text");
  g_assert_true (pz_remote_remove (remote, "seg-1", NULL, &error));
  g_assert_true (pz_remote_remove (remote, "seg-1", NULL, &error));
  g_assert_no_error (error);

  bytes = pz_remote_get (remote, "seg-1", 100, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
}

static void
test_without_a_folder (void)
{
  g_autoptr(PzRemote) remote = PZ_REMOTE (memory_remote_new ());
  g_autoptr(GPtrArray) objects = NULL;
  g_autoptr(GError) error = NULL;

  objects = pz_remote_list (remote, NULL, &error);

  g_assert_null (objects);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/remote/listed-and-read", test_what_was_put_is_listed_and_read);
  g_test_add_func ("/remote/no-more-than-asked", test_no_more_is_read_than_asked_for);
  g_test_add_func ("/remote/removed-twice", test_removed_twice_is_gone_once);
  g_test_add_func ("/remote/without-a-folder", test_without_a_folder);
  return g_test_run ();
}
