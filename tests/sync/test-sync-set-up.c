/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class goes to a server, to another one, and from all of them. */
#include "config.h"

#include "session-fixture.h"

#include "pz-sync-error.h"
#include "pz-sync-marker.h"
#include "pz-sync-settings.h"

#include <string.h>

#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

static gboolean
set_up (SessionFixture  *self,
        const char      *passphrase,
        GError         **error)
{
  SessionDevice *device = &self->devices[0];

  return pz_sync_set_up (device->environment, device->path, &self->account, self->name, passphrase, "Laptop", device->secrets,
                         NULL, error);
}

static gboolean
leave (SessionFixture  *self,
       GError         **error)
{
  SessionDevice *device = &self->devices[0];

  return pz_sync_leave (device->environment, device->path, device->secrets, error);
}

static gboolean
is_set_up (SessionFixture *self)
{
  g_autoptr(PzStore) store = pz_store_open (self->devices[0].environment, self->devices[0].path, PZ_STORE_NONE, NULL);
  g_autoptr(PzSyncSettings) settings = pz_sync_settings_read (store, NULL);

  return settings != NULL;
}

static void
assert_refused (SessionFixture *self,
                const char     *passphrase,
                int             code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (set_up (self, passphrase, &error));
  g_assert_error (error, PZ_SYNC_ERROR, code);
  g_assert_false (is_set_up (self));
}

/* with its first synchronisations: all of it lies there, and that is known */
static void
assert_stored (SessionFixture *self)
{
  g_autoptr(PzSyncSession) session = session_open (&self->devices[0]);
  PzSyncStatus *status = pz_sync_session_get_status (session);

  g_assert_cmpuint (status->n_waiting, ==, 0);
  g_assert_cmpint (status->stored, >, 0);
}

static void
test_goes_there (SessionFixture *self,
                 gconstpointer   passphrase)
{
  g_autofree char *id = g_path_get_basename (self->devices[0].path), *known = NULL;
  g_autoptr(GBytes) marker = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (set_up (self, passphrase, &error));
  g_assert_no_error (error);
  g_assert_true (is_set_up (self));
  assert_stored (self);
  marker = fault_server_dup_file (self->server, PZ_SYNC_MARKER);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (marker, NULL), (gssize) g_bytes_get_size (marker), id));
  known = pz_secrets_lookup (self->devices[0].secrets, id, PZ_SECRET_PASSPHRASE, "", NULL, NULL);
  g_assert_cmpstr (known, ==, passphrase);
  g_assert_false (set_up (self, passphrase, &error)); /* it is on one */
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
}

static void
test_refused (SessionFixture *self,
              gconstpointer   data)
{
  fault_server_set (self->server, FAULT_STATUS_500, G_MAXUINT);
  assert_refused (self, NULL, PZ_SYNC_ERROR_OFFLINE);
  fault_server_set (self->server, FAULT_NONE, 0);
  fault_server_set_file (self->server, "letter.odt", "Dear");
  assert_refused (self, NULL, PZ_SYNC_ERROR_OTHER_CLASS);
  fault_server_set_file (self->server, PZ_SYNC_MARKER, "{\"classroom\":\"k3v9qmx2a7hd5w4t\",\"major\":1}");
  assert_refused (self, NULL, PZ_SYNC_ERROR_OTHER_CLASS);
}

/* nothing is deleted anywhere, and it may come back, with the passphrase it has there */
static void
test_leaves (SessionFixture *self,
             gconstpointer   data)
{
  g_autofree char *id = g_path_get_basename (self->devices[0].path), *known = NULL;
  g_autoptr(GBytes) marker = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (leave (self, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP);
  g_clear_error (&error);
  session_put_on_server (self, PASSPHRASE);
  g_assert_true (leave (self, &error));
  g_assert_no_error (error);
  g_assert_false (is_set_up (self));
  known = pz_secrets_lookup (self->devices[0].secrets, id, PZ_SECRET_PASSPHRASE, "", NULL, NULL);
  g_assert_null (known);
  session_assert_name (self, 0, "Amina");
  marker = fault_server_dup_file (self->server, PZ_SYNC_MARKER);
  g_assert_nonnull (marker);

  assert_refused (self, NULL, PZ_SYNC_ERROR_PASSPHRASE);
  assert_refused (self, OTHER_PASSPHRASE, PZ_SYNC_ERROR_PASSPHRASE);
  g_assert_true (set_up (self, PASSPHRASE, &error));
  g_assert_no_error (error);
  assert_stored (self);
}

/* all of it goes to the new place, also what the old one was never seen to have */
static void
test_moves (SessionFixture *self,
            gconstpointer   data)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session_change_server (self);
  session_rename_learner (self, 0, "Aminata");
  g_assert_true (pz_sync_move (device->environment, device->path, &self->account, self->name, NULL, "Laptop", device->secrets,
                               NULL, &error));
  g_assert_no_error (error);
  assert_stored (self);
  session_join (self, 1, NULL);
  session_assert_name (self, 1, "Aminata");
}

#define add(path, data, function) g_test_add ("/sync/set-up/" path, SessionFixture, data, session_fixture_set_up, function, \
                                              session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("a-class-goes-to-a-server/plain", NULL, test_goes_there);
  add ("a-class-goes-to-a-server/encrypted", PASSPHRASE, test_goes_there);
  add ("not-between-what-is-not-its-own", NULL, test_refused);
  add ("a-class-leaves-and-may-come-back", NULL, test_leaves);
  add ("a-class-moves-as-a-whole", NULL, test_moves);
  return g_test_run ();
}
