/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a class, as one who synchronises it has to do with them. */
#include "config.h"

#include "session-fixture.h"

#include "pz-sync-error.h"
#include "pz-sync-session-private.h"

#include <glib/gstdio.h>

#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

static void
assert_passphrase (PzSyncSession *session,
                   const char    *passphrase)
{
  g_autoptr(GError) error = NULL;
  char *known = pz_sync_session_dup_passphrase (session, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (known, ==, passphrase);
  pz_secret_text_free (known);
}

/* a new key as well or not; a colleague has to type the new passphrase in either case, but only reads on with the old key */
static void
test_changes (SessionFixture *self,
              gconstpointer   new_key)
{
  g_autoptr(PzSyncSession) session = NULL, other = NULL;
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;
  PzVersion seen;
  guint64 epoch = 0;

  session_put_on_server (self, PASSPHRASE);
  session_join (self, 1, PASSPHRASE);
  session = session_open (&self->devices[0]);
  assert_passphrase (session, PASSPHRASE);
  g_assert_true (pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, new_key != NULL, NULL, &error));
  g_assert_no_error (error);
  assert_passphrase (session, OTHER_PASSPHRASE);
  pz_keyring_get_current (session->keyring, &epoch);
  g_assert_cmpuint (epoch, ==, new_key != NULL ? 2 : 1);
  state = pz_replica_read_state (session->replica, &seen, NULL);
  g_assert_cmpint (state->publish > 0, ==, new_key != NULL); /* sealed with it, for all */

  other = session_open (&self->devices[1]);
  g_assert_false (pz_sync_session_unlock (other, PASSPHRASE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_clear_error (&error);
  assert_passphrase (other, PASSPHRASE);
  g_assert_true (pz_sync_session_unlock (other, OTHER_PASSPHRASE, NULL, &error));
  g_assert_no_error (error);
  assert_passphrase (other, OTHER_PASSPHRASE);
  g_assert_cmpuint (pz_keyring_get_n_keys (other->keyring), ==, epoch);
}

/* the old passphrase stays good, and no key counts that the server does not have */
static void
test_not_changed (SessionFixture *self,
                  gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session = session_open (&self->devices[0]);
  fault_server_set (self->server, FAULT_STATUS_507, G_MAXUINT);
  g_assert_false (pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, TRUE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FULL);
  assert_passphrase (session, PASSPHRASE);
  g_assert_cmpuint (pz_keyring_get_n_keys (session->keyring), ==, 1);
}

/* the server has the new keys: from there on the new passphrase holds, and who asked for it is told so */
static void
test_not_kept (SessionFixture *self,
               gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL, again = NULL;
  g_autofree char *file = NULL, *before = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session = session_open (&self->devices[0]);
  file = g_build_filename (self->devices[0].path, PZ_SYNC_SETTINGS_FILE, NULL);
  g_assert_true (g_file_get_contents (file, &before, NULL, NULL));
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0); /* nothing can take its place */
  g_assert_true (pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_keyring_get_n_keys (session->keyring), ==, 2);

  g_assert_cmpint (g_rmdir (file), ==, 0);
  g_assert_true (g_file_set_contents (file, before, -1, NULL));
  again = session_open (&self->devices[0]);
  g_assert_cmpuint (pz_keyring_get_n_keys (again->keyring), ==, 1);
  g_assert_true (pz_sync_session_unlock (again, OTHER_PASSPHRASE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pz_keyring_get_n_keys (again->keyring), ==, 2);
}

static void
test_without_keys (SessionFixture *self,
                   gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, NULL);
  session = session_open (&self->devices[0]);
  assert_passphrase (session, NULL);
  g_assert_false (pz_sync_session_change_passphrase (session, PASSPHRASE, FALSE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (pz_sync_session_unlock (session, PASSPHRASE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
}

#define add(path, data, function) g_test_add ("/sync/session-keys/" path, SessionFixture, data, session_fixture_set_up, \
                                              function, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("another-passphrase-opens-the-class/same-key", NULL, test_changes);
  add ("another-passphrase-opens-the-class/new-key", "new key", test_changes);
  add ("what-the-server-does-not-take-changes-nothing", NULL, test_not_changed);
  add ("what-this-computer-cannot-keep-holds-all-the-same", NULL, test_not_kept);
  add ("without-keys-there-is-nothing-to-open", NULL, test_without_keys);
  return g_test_run ();
}
