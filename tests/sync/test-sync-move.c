/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class whose folder on the server is gone, or that goes to another one. */
#include "config.h"

#include "session-fixture.h"

#include "pz-sync-error.h"

#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

/* What was changed last has its number, and does not get to the server. */
static void
fail_to_send (SessionFixture *self,
              const char     *name)
{
  g_autoptr(PzSyncSession) session = session_open (&self->devices[0]);

  session_rename_learner (self, 0, name);
  fault_server_set (self->server, FAULT_DROP_BEFORE_BODY, G_MAXUINT);
  g_assert_false (pz_sync_session_run (session, NULL, NULL));
  fault_server_set (self->server, FAULT_NONE, 0);
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 1);
}

static gboolean
move (SessionFixture *self,
      const char     *passphrase,
      GError        **error)
{
  SessionDevice *device = &self->devices[0];

  return pz_sync_move (device->environment, device->path, &self->account, self->name, passphrase, "Laptop", device->secrets,
                       NULL, error);
}

static void
assert_all_stored (SessionFixture *self)
{
  g_autoptr(PzSyncSession) session = session_open (&self->devices[0]);
  g_autoptr(GError) error = NULL;

  pz_sync_session_run (session, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 0);
  g_assert_cmpint (pz_sync_session_get_status (session)->stored, >, 0);
}

/* data: (nullable): the passphrase it has afterwards */
static void
test_folder_is_gone (SessionFixture *self,
                     gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  fault_server_drop_folder (self->server);
  g_assert_true (move (self, data, &error));
  g_assert_no_error (error);
  assert_all_stored (self);
  session_join (self, 1, data);
  session_assert_name (self, 1, "Aminata");
}

/* it lies where it was, and nothing is written twice */
static void
test_folder_is_there (SessionFixture *self,
                      gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  g_assert_false (move (self, OTHER_PASSPHRASE, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (move (self, PASSPHRASE, &error));
  g_assert_no_error (error);
  assert_all_stored (self);
  session_join (self, 1, PASSPHRASE);
  session_assert_name (self, 1, "Aminata");
}

/* the key of what waits to be sent is forgotten with the server */
static void
test_left_before (SessionFixture *self,
                  gconstpointer   data)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  pz_sync_leave (device->environment, device->path, device->secrets, &error);
  g_assert_no_error (error);
  fault_server_drop_folder (self->server);
  session_put_on_server (self, OTHER_PASSPHRASE);
  assert_all_stored (self);
  session_join (self, 1, OTHER_PASSPHRASE);
  session_assert_name (self, 1, "Aminata");
}

static void
test_refused (SessionFixture *self,
              gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  fault_server_drop_folder (self->server);
  fault_server_set (self->server, FAULT_STATUS_403, G_MAXUINT);
  g_assert_false (move (self, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_READ_ONLY);
  session = session_open (&self->devices[0]);
  g_assert_true (pz_sync_session_get_settings (session)->encrypted); /* as it was */
}

#define ADD(path, data, func) g_test_add ("/sync/move/" path, SessionFixture, data, session_fixture_set_up, func, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-folder-that-is-gone-is-made-again", NULL, test_folder_is_gone);
  ADD ("a-folder-that-is-gone-is-made-again-under-another-passphrase", OTHER_PASSPHRASE, test_folder_is_gone);
  ADD ("a-folder-that-is-there-keeps-its-passphrase", NULL, test_folder_is_there);
  ADD ("a-server-that-was-left-takes-nothing-with-it", NULL, test_left_before);
  ADD ("a-server-that-refuses-changes-nothing", NULL, test_refused);
  return g_test_run ();
}
