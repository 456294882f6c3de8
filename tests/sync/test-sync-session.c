/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "pz-sync-error.h"

#include <string.h>

#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

static void
synchronise (SessionFixture *self,
             guint           number)
{
  g_autoptr(PzSyncSession) session = session_open (&self->devices[number]);
  g_autoptr(GError) error = NULL;

  pz_environment_advance (self->devices[number].environment, 1000);
  pz_sync_session_run (session, NULL, &error);
  g_assert_no_error (error);
}

static int
fail_to_synchronise (SessionFixture *self,
                     guint           number)
{
  g_autoptr(PzSyncSession) session = session_open (&self->devices[number]);
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_sync_session_run (session, NULL, &error));
  g_assert_true (error->domain == PZ_SYNC_ERROR);
  return error->code;
}

static void
test_class_crosses_to_a_second_device (SessionFixture *self,
                                       gconstpointer   data)
{
  const char *passphrase = data;

  session_put_on_server (self, passphrase);
  session_join (self, 1, passphrase);
  session_assert_name (self, 1, "Amina");

  session_rename_learner (self, 1, "Ámina");
  synchronise (self, 1);
  synchronise (self, 0);
  session_assert_name (self, 0, "Ámina");
}

static void
test_status_is_true (SessionFixture *self,
                     gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  PzSyncStatus *status;

  session_put_on_server (self, NULL);
  session = session_open (&self->devices[0]);
  status = pz_sync_session_get_status (session);
  g_assert_cmpuint (status->n_waiting, ==, 0);
  g_assert_cmpint (status->stored, ==, SESSION_START);
  session_rename_learner (self, 0, "Aminata");
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 1);

  /* sent, and not yet shown */
  g_assert_true (pz_sync_session_run (session, NULL, NULL));
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 1);
  fault_server_reset_count (self->server);
  g_assert_true (pz_sync_session_run (session, NULL, NULL));
  g_assert_cmpuint (fault_server_count (self->server, NULL), ==, 1);
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 0);
  g_assert_cmpuint (pz_sync_session_get_retry_after (session), ==, 0);

  fault_server_set (self->server, FAULT_STATUS_429, G_MAXUINT);
  g_assert_false (pz_sync_session_run (session, NULL, NULL));
  g_assert_cmpuint (pz_sync_session_get_retry_after (session), >, 0);
}

static void
test_few_requests (SessionFixture *self,
                   gconstpointer   data)
{
  session_put_on_server (self, PASSPHRASE);
  fault_server_reset_count (self->server);
  session_join (self, 1, PASSPHRASE);
  g_assert_cmpuint (fault_server_count (self->server, NULL), <=, 15);

  synchronise (self, 1); /* tells the others its name, once */
  synchronise (self, 1);
  session_rename_learner (self, 1, "Aminata");
  fault_server_reset_count (self->server);
  synchronise (self, 1);
  g_assert_cmpuint (fault_server_count (self->server, NULL), ==, 2);
}

static void
test_nothing_readable_is_on_the_server (SessionFixture *self,
                                        gconstpointer   data)
{
  g_autofree char *listing = NULL;
  PzSyncFolderInfo info = { 0 };
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  g_assert_true (pz_sync_account_look (&self->account, self->name, &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (info.kind, ==, PZ_SYNC_FOLDER_CLASS);
  g_assert_true (info.is_encrypted);
  g_assert_cmpuint (info.last_epoch, ==, 1);
  listing = g_path_get_basename (self->devices[0].path);
  g_assert_cmpstr (info.classroom, ==, listing);
  pz_sync_folder_info_clear (&info);
}

static void
test_wrong_passphrase_brings_nothing (SessionFixture *self,
                                      gconstpointer   data)
{
  SessionDevice *device = &self->devices[1];
  g_autofree char *classes = g_build_filename (self->folder, "1", "classrooms", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;

  session_put_on_server (self, PASSPHRASE);
  g_assert_null (pz_sync_join (device->environment, &self->account, self->name, NULL, NULL, device->secrets, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (pz_sync_join (device->environment, &self->account, self->name, OTHER_PASSPHRASE, NULL, device->secrets, NULL,
                               &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  dir = g_dir_open (classes, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

static void
test_after_a_new_key_others_are_asked (SessionFixture *self,
                                       gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL, other = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session_join (self, 1, PASSPHRASE);
  session = session_open (&self->devices[0]);
  pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, TRUE, NULL, &error);
  g_assert_no_error (error);
  session_rename_learner (self, 0, "Aminata");
  synchronise (self, 0);

  g_assert_cmpint (fail_to_synchronise (self, 1), ==, PZ_SYNC_ERROR_PASSPHRASE);
  session_assert_name (self, 1, "Amina");
  other = session_open (&self->devices[1]);
  g_assert_false (pz_sync_session_unlock (other, PASSPHRASE, NULL, NULL));
  pz_sync_session_unlock (other, OTHER_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  synchronise (self, 1);
  session_assert_name (self, 1, "Aminata");

  /* who comes later needs the new one only, and reads what was sealed with the old key too */
  session_join (self, 2, OTHER_PASSPHRASE);
  session_assert_name (self, 2, "Aminata");
}

/* The server does not take the new key: nothing may be sealed with it, as nobody else can get at it. */
static void
test_a_new_key_that_was_not_stored (SessionFixture *self,
                                    gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, PASSPHRASE);
  session_join (self, 1, PASSPHRASE);
  session = session_open (&self->devices[0]);
  fault_server_set (self->server, FAULT_STATUS_507, G_MAXUINT);
  g_assert_false (pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, TRUE, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FULL);
  g_clear_error (&error);
  fault_server_set (self->server, FAULT_NONE, 0);
  session_rename_learner (self, 0, "Aminata");
  pz_sync_session_run (session, NULL, &error); /* the same window is still open */
  g_assert_no_error (error);
  synchronise (self, 1);
  session_assert_name (self, 1, "Aminata");
}

static void
test_changed_passphrase_disturbs_nobody (SessionFixture *self,
                                         gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;
  char *shown;

  session_put_on_server (self, PASSPHRASE);
  session_join (self, 1, PASSPHRASE);
  session = session_open (&self->devices[0]);
  pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, FALSE, NULL, &error);
  g_assert_no_error (error);
  shown = pz_sync_session_dup_passphrase (session, NULL, &error);
  g_assert_cmpstr (shown, ==, OTHER_PASSPHRASE);
  pz_secret_text_free (shown);
  synchronise (self, 1);
  g_assert_null (pz_sync_join (self->devices[2].environment, &self->account, self->name, PASSPHRASE, NULL,
                               self->devices[2].secrets, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  session_join (self, 2, OTHER_PASSPHRASE);
}

static void
test_password_is_asked_and_kept (SessionFixture *self,
                                 gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;

  fault_server_set_account (self->server, "basic", "first");
  self->account.user = "ada";
  self->account.password = "first";
  session_put_on_server (self, NULL);
  synchronise (self, 0);

  fault_server_set_account (self->server, "basic", "second");
  g_assert_cmpint (fail_to_synchronise (self, 0), ==, PZ_SYNC_ERROR_SIGN_IN);
  session = session_open (&self->devices[0]);
  pz_sync_session_set_password (session, "wrong");
  g_assert_false (pz_sync_session_run (session, NULL, NULL));
  pz_sync_session_set_password (session, "second");
  g_assert_true (pz_sync_session_run (session, NULL, NULL));
  synchronise (self, 0);

  /* on a computer whose secrets are gone */
  g_object_unref (self->devices[0].secrets);
  self->devices[0].secrets = pz_secrets_new ();
  g_assert_cmpint (fail_to_synchronise (self, 0), ==, PZ_SYNC_ERROR_SIGN_IN);
}

static void
test_class_that_is_here_is_not_joined (SessionFixture *self,
                                       gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, NULL);
  g_assert_null (pz_sync_join (self->devices[0].environment, &self->account, self->name, NULL, NULL,
                               self->devices[0].secrets, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  session_assert_name (self, 0, "Amina");
}

static void
test_foreign_folder_is_left_alone (SessionFixture *self,
                                   gconstpointer   data)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  fault_server_set_file (self->server, "holiday.jpg", "x");
  g_assert_false (pz_sync_set_up (device->environment, device->path, &self->account, self->name, NULL, NULL, device->secrets,
                                  NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OTHER_CLASS);
  bytes = fault_server_dup_file (self->server, "holiday.jpg");
  g_assert_nonnull (bytes);
}

static void
test_left_and_put_on_another_server (SessionFixture *self,
                                     gconstpointer   data)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  session_put_on_server (self, NULL);
  g_assert_false (pz_sync_set_up (device->environment, device->path, &self->account, self->name, NULL, NULL, device->secrets,
                                  NULL, &error));
  g_clear_error (&error);
  session_rename_learner (self, 0, "Aminata");
  pz_sync_leave (device->environment, device->path, device->secrets, &error);
  g_assert_no_error (error);
  g_assert_null (pz_sync_session_new (device->environment, device->path, device->secrets, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP);
  g_clear_error (&error);
  session_assert_name (self, 0, "Aminata");

  session_change_server (self);
  session_put_on_server (self, PASSPHRASE);
  session_join (self, 1, PASSPHRASE);
  session_assert_name (self, 1, "Aminata");
}

static void
test_lists_devices (SessionFixture *self,
                    gconstpointer   data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GPtrArray) devices = NULL;
  const PzSyncDevice *first, *second;

  session_put_on_server (self, NULL);
  session_join (self, 1, NULL);
  session_rename_learner (self, 1, "Aminata");
  synchronise (self, 1);
  synchronise (self, 0);
  session = session_open (&self->devices[0]);
  devices = pz_sync_session_list_devices (session, NULL);
  g_assert_cmpuint (devices->len, ==, 2);
  first = g_ptr_array_index (devices, 0);
  second = g_ptr_array_index (devices, 1);
  g_assert_true (first->is_this && !second->is_this);
  g_assert_cmpuint (strlen (second->id), ==, 16);
  g_assert_cmpstr (pz_sync_session_get_settings (session)->device_name, ==, "Laptop");
}

#define add(path, data, function) g_test_add ("/sync/session/" path, SessionFixture, data, session_fixture_set_up, function, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("crosses-plain", NULL, test_class_crosses_to_a_second_device);
  add ("crosses-sealed", PASSPHRASE, test_class_crosses_to_a_second_device);
  add ("status-is-true", NULL, test_status_is_true);
  add ("few-requests", NULL, test_few_requests);
  add ("nothing-readable", NULL, test_nothing_readable_is_on_the_server);
  add ("wrong-passphrase", NULL, test_wrong_passphrase_brings_nothing);
  add ("new-key", NULL, test_after_a_new_key_others_are_asked);
  add ("new-key-not-stored", NULL, test_a_new_key_that_was_not_stored);
  add ("changed-passphrase", NULL, test_changed_passphrase_disturbs_nobody);
  add ("password", NULL, test_password_is_asked_and_kept);
  add ("is-here", NULL, test_class_that_is_here_is_not_joined);
  add ("foreign-folder", NULL, test_foreign_folder_is_left_alone);
  add ("leave", NULL, test_left_and_put_on_another_server);
  add ("devices", NULL, test_lists_devices);
  return g_test_run ();
}
