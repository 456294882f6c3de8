/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-server.h"
#include "pz-classroom.h"
#include "pz-learner.h"
#include "pz-sync-error.h"
#include "pz-sync-session.h"
#include "pz-sync-set-up.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_DEVICES 3
#define START G_GINT64_CONSTANT (1795428000000)
#define PASSPHRASE "correct horse battery staple"
#define OTHER_PASSPHRASE "a second one for the class"

/* One computer each: a data folder, a keyring. */
typedef struct
{
  PzEnvironment *environment;
  PzSecrets *secrets;
  char *path; /* of the class, once it is there */
} Device;

typedef struct
{
  char *folder;
  FaultServer *server;
  char *address;     /* above the folder of the class */
  char *name;        /* of the folder of the class */
  PzSyncAccount account;
  Device devices[N_DEVICES];
  char *learner;     /* id */
} Fixture;

static void
split_address (Fixture *self)
{
  g_autofree char *whole = g_strdup (fault_server_get_address (self->server));
  char *last;

  whole[strlen (whole) - 1] = '\0';
  last = strrchr (whole, '/');
  self->name = g_uri_unescape_string (last + 1, NULL);
  last[1] = '\0';
  self->address = g_strdup (whole);
  self->account.address = self->address;
}

static void
make_class (Fixture *self)
{
  Device *device = &self->devices[0];
  g_autoptr(PzClassroom) classroom = pz_classroom_create (device->environment, "Class 5b", NULL);
  g_autoptr(PzDocument) learner = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Amina");
  self->learner = g_strdup (pz_document_get_id (learner));
  device->path = g_strdup (pz_classroom_get_path (classroom));
  pz_classroom_save (classroom, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("pz-session-XXXXXX", NULL);
  self->server = fault_server_new ();
  split_address (self);
  for (guint i = 0; i < N_DEVICES; i++)
    {
      g_autofree char *data_dir = g_strdup_printf ("%s/%u", self->folder, i);

      self->devices[i].environment = pz_environment_new_fixed (data_dir, START + i, 100 + i);
      self->devices[i].secrets = pz_secrets_new ();
    }
  make_class (self);
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < N_DEVICES; i++)
    {
      g_object_unref (self->devices[i].environment);
      g_object_unref (self->devices[i].secrets);
      g_free (self->devices[i].path);
    }
  fault_server_free (self->server);
  nftw (self->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->folder);
  g_free (self->address);
  g_free (self->name);
  g_free (self->learner);
}

static void
put_on_server (Fixture    *self,
               const char *passphrase)
{
  Device *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  pz_sync_set_up (device->environment, device->path, &self->account, self->name, passphrase, "Laptop", device->secrets, NULL,
                  &error);
  g_assert_no_error (error);
}

static void
join (Fixture    *self,
      guint       number,
      const char *passphrase)
{
  Device *device = &self->devices[number];
  g_autoptr(GError) error = NULL;

  device->path = pz_sync_join (device->environment, &self->account, self->name, passphrase, "Second", device->secrets, NULL,
                               &error);
  g_assert_no_error (error);
}

static PzSyncSession *
open_session (Device *device)
{
  g_autoptr(GError) error = NULL;
  PzSyncSession *session = pz_sync_session_new (device->environment, device->path, device->secrets, &error);

  g_assert_no_error (error);
  return session;
}

static void
synchronise (Fixture *self,
             guint    number)
{
  g_autoptr(PzSyncSession) session = open_session (&self->devices[number]);
  g_autoptr(GError) error = NULL;

  pz_environment_advance (self->devices[number].environment, 1000);
  pz_sync_session_run (session, NULL, &error);
  g_assert_no_error (error);
}

static int
fail_to_synchronise (Fixture *self,
                     guint    number)
{
  g_autoptr(PzSyncSession) session = open_session (&self->devices[number]);
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_sync_session_run (session, NULL, &error));
  g_assert_true (error->domain == PZ_SYNC_ERROR);
  return error->code;
}

static PzDocument *
load (Fixture      *self,
      guint         number,
      PzClassroom **classroom)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document;

  *classroom = pz_classroom_open (self->devices[number].environment, self->devices[number].path, &error);
  g_assert_no_error (error);
  document = pz_classroom_load (*classroom, PZ_DOCUMENT_LEARNER, self->learner, &error);
  g_assert_no_error (error);
  return document;
}

static void
rename_learner (Fixture    *self,
                guint       number,
                const char *name)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) document = load (self, number, &classroom);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, name);
  pz_classroom_save (classroom, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_name (Fixture    *self,
             guint       number,
             const char *name)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) document = load (self, number, &classroom);

  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME), ==, name);
}

static void
test_class_crosses_to_a_second_device (Fixture       *self,
                                       gconstpointer  data)
{
  const char *passphrase = data;

  put_on_server (self, passphrase);
  join (self, 1, passphrase);
  assert_name (self, 1, "Amina");

  rename_learner (self, 1, "Ámina");
  synchronise (self, 1);
  synchronise (self, 0);
  assert_name (self, 0, "Ámina");
}

static void
test_status_is_true (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL;
  PzSyncStatus *status;

  put_on_server (self, NULL);
  session = open_session (&self->devices[0]);
  status = pz_sync_session_get_status (session);
  g_assert_cmpuint (status->n_waiting, ==, 0);
  g_assert_cmpint (status->stored, ==, START);
  rename_learner (self, 0, "Aminata");
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
test_few_requests (Fixture       *self,
                   gconstpointer  data)
{
  put_on_server (self, PASSPHRASE);
  fault_server_reset_count (self->server);
  join (self, 1, PASSPHRASE);
  g_assert_cmpuint (fault_server_count (self->server, NULL), <=, 15);

  synchronise (self, 1); /* tells the others its name, once */
  synchronise (self, 1);
  rename_learner (self, 1, "Aminata");
  fault_server_reset_count (self->server);
  synchronise (self, 1);
  g_assert_cmpuint (fault_server_count (self->server, NULL), ==, 2);
}

static void
test_nothing_readable_is_on_the_server (Fixture       *self,
                                        gconstpointer  data)
{
  g_autofree char *listing = NULL;
  PzSyncFolderInfo info = { 0 };
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
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
test_wrong_passphrase_brings_nothing (Fixture       *self,
                                      gconstpointer  data)
{
  Device *device = &self->devices[1];
  g_autofree char *classes = g_build_filename (self->folder, "1", "classrooms", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;

  put_on_server (self, PASSPHRASE);
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
test_after_a_new_key_others_are_asked (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL, other = NULL;
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
  join (self, 1, PASSPHRASE);
  session = open_session (&self->devices[0]);
  pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, TRUE, NULL, &error);
  g_assert_no_error (error);
  rename_learner (self, 0, "Aminata");
  synchronise (self, 0);

  g_assert_cmpint (fail_to_synchronise (self, 1), ==, PZ_SYNC_ERROR_PASSPHRASE);
  assert_name (self, 1, "Amina");
  other = open_session (&self->devices[1]);
  g_assert_false (pz_sync_session_unlock (other, PASSPHRASE, NULL, NULL));
  pz_sync_session_unlock (other, OTHER_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  synchronise (self, 1);
  assert_name (self, 1, "Aminata");

  /* who comes later needs the new one only, and reads what was sealed with the old key too */
  join (self, 2, OTHER_PASSPHRASE);
  assert_name (self, 2, "Aminata");
}

static void
test_changed_passphrase_disturbs_nobody (Fixture       *self,
                                         gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;
  char *shown;

  put_on_server (self, PASSPHRASE);
  join (self, 1, PASSPHRASE);
  session = open_session (&self->devices[0]);
  pz_sync_session_change_passphrase (session, OTHER_PASSPHRASE, FALSE, NULL, &error);
  g_assert_no_error (error);
  shown = pz_sync_session_dup_passphrase (session, NULL, &error);
  g_assert_cmpstr (shown, ==, OTHER_PASSPHRASE);
  pz_secret_text_free (shown);
  synchronise (self, 1);
  g_assert_null (pz_sync_join (self->devices[2].environment, &self->account, self->name, PASSPHRASE, NULL,
                               self->devices[2].secrets, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  join (self, 2, OTHER_PASSPHRASE);
}

static void
test_password_is_asked_and_kept (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL;

  fault_server_set_account (self->server, "basic", "first");
  self->account.user = "ada";
  self->account.password = "first";
  put_on_server (self, NULL);
  synchronise (self, 0);

  fault_server_set_account (self->server, "basic", "second");
  g_assert_cmpint (fail_to_synchronise (self, 0), ==, PZ_SYNC_ERROR_SIGN_IN);
  session = open_session (&self->devices[0]);
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
test_class_that_is_here_is_not_joined (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  put_on_server (self, NULL);
  g_assert_null (pz_sync_join (self->devices[0].environment, &self->account, self->name, NULL, NULL,
                               self->devices[0].secrets, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_FAILED);
  assert_name (self, 0, "Amina");
}

static void
test_foreign_folder_is_left_alone (Fixture       *self,
                                   gconstpointer  data)
{
  Device *device = &self->devices[0];
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
test_left_and_put_on_another_server (Fixture       *self,
                                     gconstpointer  data)
{
  Device *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  put_on_server (self, NULL);
  g_assert_false (pz_sync_set_up (device->environment, device->path, &self->account, self->name, NULL, NULL, device->secrets,
                                  NULL, &error));
  g_clear_error (&error);
  rename_learner (self, 0, "Aminata");
  pz_sync_leave (device->environment, device->path, device->secrets, &error);
  g_assert_no_error (error);
  g_assert_null (pz_sync_session_new (device->environment, device->path, device->secrets, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_SET_UP);
  g_clear_error (&error);
  assert_name (self, 0, "Aminata");

  fault_server_free (self->server);
  g_free (self->address);
  g_free (self->name);
  self->server = fault_server_new ();
  split_address (self);
  put_on_server (self, PASSPHRASE);
  join (self, 1, PASSPHRASE);
  assert_name (self, 1, "Aminata");
}

static void
test_lists_devices (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GPtrArray) devices = NULL;
  const PzSyncDevice *first, *second;

  put_on_server (self, NULL);
  join (self, 1, NULL);
  rename_learner (self, 1, "Aminata");
  synchronise (self, 1);
  synchronise (self, 0);
  session = open_session (&self->devices[0]);
  devices = pz_sync_session_list_devices (session, NULL);
  g_assert_cmpuint (devices->len, ==, 2);
  first = g_ptr_array_index (devices, 0);
  second = g_ptr_array_index (devices, 1);
  g_assert_true (first->is_this && !second->is_this);
  g_assert_cmpuint (strlen (second->id), ==, 16);
  g_assert_cmpstr (pz_sync_session_get_settings (session)->device_name, ==, "Laptop");
}

#define add(path, data, function) g_test_add ("/sync/session/" path, Fixture, data, set_up, function, tear_down)

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
  add ("changed-passphrase", NULL, test_changed_passphrase_disturbs_nobody);
  add ("password", NULL, test_password_is_asked_and_kept);
  add ("is-here", NULL, test_class_that_is_here_is_not_joined);
  add ("foreign-folder", NULL, test_foreign_folder_is_left_alone);
  add ("leave", NULL, test_left_and_put_on_another_server);
  add ("devices", NULL, test_lists_devices);
  return g_test_run ();
}
