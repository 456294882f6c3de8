/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class that lies on a server comes to another device, or leaves nothing of itself there. */
#include "config.h"

#include "session-fixture.h"

#include "pz-sync-error.h"
#include "pz-sync-settings.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"
#define OWN_FILE "learners/d4m7kq2x9v5t0rhb.json"

static char *
join (SessionFixture  *self,
      const char      *passphrase,
      GCancellable    *cancellable,
      GError         **error)
{
  SessionDevice *device = &self->devices[1];

  return pz_sync_join (device->environment, &self->account, self->name, passphrase, "Second", device->secrets, cancellable,
                       error);
}

/* where the class of the first device lies on the second, once it does */
static char *
dup_path (SessionFixture *self)
{
  g_autofree char *id = g_path_get_basename (self->devices[0].path);

  return g_build_filename (self->folder, "1", "classrooms", id, NULL);
}

static void
assert_refused (SessionFixture *self,
                const char     *passphrase,
                int             code)
{
  g_autofree char *path = dup_path (self);
  g_autoptr(GError) error = NULL;

  g_assert_null (join (self, passphrase, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, code);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_comes (SessionFixture *self,
            gconstpointer   passphrase)
{
  SessionDevice *device = &self->devices[1];
  g_autofree char *path = dup_path (self), *known = NULL, *id = g_path_get_basename (path);
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzSyncSettings) settings = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, passphrase);
  device->path = join (self, passphrase, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (device->path, ==, path);
  session_assert_name (self, 1, "Amina");
  store = pz_store_open (device->environment, path, PZ_STORE_NONE, &error);
  settings = pz_sync_settings_read (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (settings->device_name, ==, "Second");
  g_assert_cmpint (settings->encrypted, ==, passphrase != NULL);
  known = pz_secrets_lookup (device->secrets, id, PZ_SECRET_PASSPHRASE, "", NULL, NULL);
  g_assert_cmpstr (known, ==, passphrase);

  g_assert_null (join (self, passphrase, NULL, &error)); /* it is here already */
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  session_assert_name (self, 1, "Amina");
}

static void
test_no_class (SessionFixture *self,
               gconstpointer   data)
{
  assert_refused (self, NULL, PZ_SYNC_ERROR_OTHER_CLASS);
  fault_server_set_file (self->server, "letter.odt", "Dear");
  assert_refused (self, NULL, PZ_SYNC_ERROR_OTHER_CLASS);
  fault_server_set (self->server, FAULT_STATUS_500, G_MAXUINT);
  assert_refused (self, NULL, PZ_SYNC_ERROR_OFFLINE);
}

static void
test_no_passphrase (SessionFixture *self,
                    gconstpointer   data)
{
  session_put_on_server (self, PASSPHRASE);
  assert_refused (self, NULL, PZ_SYNC_ERROR_PASSPHRASE);
  assert_refused (self, OTHER_PASSPHRASE, PZ_SYNC_ERROR_PASSPHRASE);
}

static void
test_cancelled (SessionFixture *self,
                gconstpointer   data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = dup_path (self);
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (join (self, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The class file was damaged and set aside, and the rest lies here: a person tries to get it back from the server. */
static void
test_what_is_here_stays (SessionFixture *self,
                         gconstpointer   data)
{
  g_autofree char *path = dup_path (self), *file = g_build_filename (path, OWN_FILE, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "{}", 2, NULL));
  g_assert_null (join (self, OTHER_PASSPHRASE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

#define add(path, data, function) g_test_add ("/sync/join/" path, SessionFixture, data, session_fixture_set_up, function, \
                                              session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("a-class-comes/plain", NULL, test_comes);
  add ("a-class-comes/encrypted", PASSPHRASE, test_comes);
  add ("where-no-class-lies-nothing-comes", NULL, test_no_class);
  add ("without-the-passphrase-nothing-comes", NULL, test_no_passphrase);
  add ("what-is-stopped-leaves-nothing", NULL, test_cancelled);
  add ("what-lies-here-stays", NULL, test_what_is_here_stays);
  return g_test_run ();
}
