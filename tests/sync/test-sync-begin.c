/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session of a class whose settings are not written yet. */
#include "config.h"

#include "session-fixture.h"

#include "pz-error.h"
#include "pz-sync-error.h"
#include "pz-sync-session-private.h"

#define PASSPHRASE "correct horse battery staple"

static PzSyncSession *
begin (SessionFixture  *self,
       const char      *path,
       GError         **error)
{
  SessionDevice *device = &self->devices[0];
  PzSyncAccount account = { "https://cloud.school.example/dav/", "ada", "secret" };

  return pz_sync_session_begin_at (device->environment, path, &account, "Class 5b", TRUE, "Laptop", device->secrets, error);
}

static void
test_asks_nothing (SessionFixture *self,
                   gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncSession) session = begin (self, self->devices[0].path, &error);
  g_autoptr(PzSyncSettings) written = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (session->settings->folder, ==, "https://cloud.school.example/dav/Class%205b/");
  g_assert_cmpstr (session->settings->user, ==, "ada");
  g_assert_cmpstr (session->settings->device_name, ==, "Laptop");
  g_assert_true (session->settings->encrypted);
  g_assert_cmpstr (session->password, ==, "secret");
  written = pz_sync_settings_read (pz_replica_get_store (session->replica), &error);
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP);
}

static void
test_no_class (SessionFixture *self,
               gconstpointer   data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (begin (self, nowhere, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
test_opens (SessionFixture *self,
            gconstpointer   data)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session = pz_sync_session_begin_at (device->environment, device->path, &self->account, self->name, TRUE, NULL,
                                      device->secrets, &error);
  g_assert_no_error (error);
  g_assert_true (pz_sync_session_connect (session, &error));
  g_assert_false (pz_sync_session_open_class (session, NULL, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (pz_sync_session_open_class (session, PASSPHRASE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_keyring_get_n_keys (session->keyring), ==, 1);
}

#define add(path, function) g_test_add ("/sync/begin/" path, SessionFixture, NULL, session_fixture_set_up, function, \
                                        session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("asks-and-writes-nothing", test_asks_nothing);
  add ("not-without-a-class", test_no_class);
  add ("opens-what-lies-there", test_opens);
  return g_test_run ();
}
