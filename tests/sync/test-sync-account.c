/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where classes lie, and what lies in a folder there. */
#include "config.h"

#include "session-fixture.h"
#include "memory-remote.h"

#include "pz-listing.h"
#include "pz-sync-error.h"
#include "pz-sync-marker.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define KEY "key-12-00112233aabbccdd-2-0180910e21ec6a1f69e4662f0818b5c0-01020304"

static void
put (PzRemote   *remote,
     const char *name,
     const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (pz_remote_put (remote, name, bytes, NULL, NULL));
}

static void
look (PzRemote         *remote,
      PzSyncFolderInfo *info)
{
  g_autoptr(GError) error = NULL;

  pz_sync_folder_info_clear (info);
  g_assert_true (pz_sync_folder_look (remote, info, NULL, &error));
  g_assert_no_error (error);
}

static void
test_folders (void)
{
  g_autoptr(PzRemote) remote = PZ_REMOTE (memory_remote_new ());
  g_auto(PzSyncFolderInfo) info = { 0 };
  g_autoptr(GBytes) marker = pz_sync_marker_make (CLASSROOM);

  look (remote, &info); /* there is none */
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_NONE);
  g_assert_true (pz_remote_make_folder (remote, NULL, NULL));
  look (remote, &info);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_NONE);
  put (remote, KEY, "{}"); /* of a set-up that was ended half way */
  look (remote, &info);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_NONE);
  g_assert_true (info.is_encrypted);
  g_assert_cmpuint (info.last_epoch, ==, 12);
  put (remote, "letter.odt", "Dear");
  look (remote, &info);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_OTHER);
  g_assert_true (pz_remote_put (remote, PZ_SYNC_MARKER, marker, NULL, NULL));
  look (remote, &info);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_CLASS);
  g_assert_cmpstr (info.classroom, ==, CLASSROOM);
  g_assert_true (info.is_encrypted);
  g_assert_true (pz_remote_remove (remote, KEY, NULL, NULL));
  look (remote, &info);
  g_assert_false (info.is_encrypted);
  pz_sync_folder_info_clear (&info);
  g_assert_null (info.classroom);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_NONE);
}

static void
test_not_ours (void)
{
  g_autoptr(PzRemote) remote = PZ_REMOTE (memory_remote_new ());
  g_auto(PzSyncFolderInfo) info = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_remote_make_folder (remote, NULL, NULL));
  put (remote, "personalize-classroom-7", "{}");
  g_assert_false (pz_sync_folder_look (remote, &info, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_NEW);
  g_clear_error (&error);
  put (remote, PZ_SYNC_MARKER, "{\"classroom\":\"../../etc\",\"major\":1}");
  g_assert_false (pz_sync_folder_look (remote, &info, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (pz_sync_folder_look (remote, &info, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_on_a_server (SessionFixture *self,
                  gconstpointer   data)
{
  g_auto(PzSyncFolderInfo) empty = { 0 }, class = { 0 };
  PzSyncAccount inside = { NULL, NULL, NULL };
  g_autoptr(PzDavRemote) folder = NULL, above = NULL;
  g_autoptr(GPtrArray) folders = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_sync_account_look (&self->account, self->name, &empty, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (empty.kind, ==, PZ_SYNC_FOLDER_NONE);
  session_put_on_server (self, NULL);
  g_assert_true (pz_sync_account_look (&self->account, self->name, &class, NULL, &error));
  g_assert_cmpint (class.kind, ==, PZ_SYNC_FOLDER_CLASS);

  folder = pz_sync_account_open (&self->account, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (PZ_IS_REMOTE (folder));
  above = pz_sync_account_open (&self->account, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (PZ_IS_REMOTE (above));
  inside.address = fault_server_get_address (self->server);
  folders = pz_sync_account_list_folders (&inside, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folders->len, ==, 0); /* files are none */
}

/* an account that is not good, and an address that is none */
static void
test_refused (SessionFixture *self,
              gconstpointer   data)
{
  g_auto(PzSyncFolderInfo) info = { .kind = PZ_SYNC_FOLDER_OTHER };
  PzSyncAccount nowhere = { "ftp://school.example/", NULL, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_sync_account_open (&nowhere, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (pz_sync_account_look (&nowhere, "class", &info, NULL, &error));
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_NONE);
  g_clear_error (&error);
  fault_server_set_account (self->server, "basic", "correct horse");
  g_assert_null (pz_sync_account_list_folders (&self->account, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_SIGN_IN);
}

#define add(path, function) g_test_add ("/sync/account/" path, SessionFixture, NULL, session_fixture_set_up, function, \
                                        session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/account/what-lies-in-a-folder", test_folders);
  g_test_add_func ("/sync/account/what-is-not-ours-is-no-folder-for-a-class", test_not_ours);
  add ("folders-of-a-server", test_on_a_server);
  add ("what-is-not-good-is-said", test_refused);
  return g_test_run ();
}
