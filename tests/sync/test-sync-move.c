/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A class whose folder on the server is gone, or that goes to another one. */
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

#define N_DEVICES 2
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

/* What was changed last has its number, and does not get to the server. */
static void
fail_to_send (Fixture    *self,
              const char *name)
{
  g_autoptr(PzSyncSession) session = open_session (&self->devices[0]);

  rename_learner (self, 0, name);
  fault_server_set (self->server, FAULT_DROP_BEFORE_BODY, G_MAXUINT);
  g_assert_false (pz_sync_session_run (session, NULL, NULL));
  fault_server_set (self->server, FAULT_NONE, 0);
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 1);
}

static gboolean
move (Fixture     *self,
      const char  *passphrase,
      GError     **error)
{
  Device *device = &self->devices[0];

  return pz_sync_move (device->environment, device->path, &self->account, self->name, passphrase, "Laptop", device->secrets,
                       NULL, error);
}

static void
assert_all_stored (Fixture *self)
{
  g_autoptr(PzSyncSession) session = open_session (&self->devices[0]);
  g_autoptr(GError) error = NULL;

  pz_sync_session_run (session, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pz_sync_session_get_status (session)->n_waiting, ==, 0);
  g_assert_cmpint (pz_sync_session_get_status (session)->stored, >, 0);
}

/* data: (nullable): the passphrase it has afterwards */
static void
test_folder_is_gone (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  fault_server_drop_folder (self->server);
  g_assert_true (move (self, data, &error));
  g_assert_no_error (error);
  assert_all_stored (self);
  join (self, 1, data);
  assert_name (self, 1, "Aminata");
}

/* it lies where it was, and nothing is written twice */
static void
test_folder_is_there (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  g_assert_false (move (self, OTHER_PASSPHRASE, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (move (self, PASSPHRASE, &error));
  g_assert_no_error (error);
  assert_all_stored (self);
  join (self, 1, PASSPHRASE);
  assert_name (self, 1, "Aminata");
}

/* the key of what waits to be sent is forgotten with the server */
static void
test_left_before (Fixture       *self,
                  gconstpointer  data)
{
  Device *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
  fail_to_send (self, "Aminata");
  pz_sync_leave (device->environment, device->path, device->secrets, &error);
  g_assert_no_error (error);
  fault_server_drop_folder (self->server);
  put_on_server (self, OTHER_PASSPHRASE);
  assert_all_stored (self);
  join (self, 1, OTHER_PASSPHRASE);
  assert_name (self, 1, "Aminata");
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(PzSyncSession) session = NULL;
  g_autoptr(GError) error = NULL;

  put_on_server (self, PASSPHRASE);
  fault_server_drop_folder (self->server);
  fault_server_set (self->server, FAULT_STATUS_403, G_MAXUINT);
  g_assert_false (move (self, NULL, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_READ_ONLY);
  session = open_session (&self->devices[0]);
  g_assert_true (pz_sync_session_get_settings (session)->encrypted); /* as it was */
}

#define ADD(path, data, func) g_test_add ("/sync/move/" path, Fixture, data, set_up, func, tear_down)

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
