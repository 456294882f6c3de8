/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

static void
split_address (SessionFixture *self)
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

void
session_change_server (SessionFixture *self)
{
  g_clear_pointer (&self->server, fault_server_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->name, g_free);
  self->server = fault_server_new ();
  split_address (self);
}

static void
make_class (SessionFixture *self)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(PzClassroom) classroom = pz_classroom_create (device->environment, "Class 5b", NULL);
  g_autoptr(PzDocument) learner = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME, "Amina");
  self->learner = g_strdup (pz_document_get_id (learner));
  device->path = g_strdup (pz_classroom_get_path (classroom));
  pz_classroom_save (classroom, NULL, &error);
  g_assert_no_error (error);
}

void
session_fixture_set_up (SessionFixture *self,
                        gconstpointer   data)
{
  self->folder = g_dir_make_tmp ("pz-session-XXXXXX", NULL);
  session_change_server (self);
  for (guint i = 0; i < SESSION_DEVICES; i++)
    {
      g_autofree char *data_dir = g_strdup_printf ("%s/%u", self->folder, i);

      self->devices[i].environment = pz_environment_new_fixed (data_dir, SESSION_START + i, 100 + i);
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

void
session_fixture_tear_down (SessionFixture *self,
                           gconstpointer   data)
{
  for (guint i = 0; i < SESSION_DEVICES; i++)
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

void
session_put_on_server (SessionFixture *self,
                       const char     *passphrase)
{
  SessionDevice *device = &self->devices[0];
  g_autoptr(GError) error = NULL;

  pz_sync_set_up (device->environment, device->path, &self->account, self->name, passphrase, "Laptop", device->secrets, NULL,
                  &error);
  g_assert_no_error (error);
}

void
session_join (SessionFixture *self,
              guint           number,
              const char     *passphrase)
{
  SessionDevice *device = &self->devices[number];
  g_autoptr(GError) error = NULL;

  device->path = pz_sync_join (device->environment, &self->account, self->name, passphrase, "Second", device->secrets, NULL,
                               &error);
  g_assert_no_error (error);
}

PzSyncSession *
session_open (SessionDevice *device)
{
  g_autoptr(GError) error = NULL;
  PzSyncSession *session = pz_sync_session_new (device->environment, device->path, device->secrets, &error);

  g_assert_no_error (error);
  return session;
}

PzDocument *
session_load (SessionFixture *self,
              guint           number,
              PzClassroom   **classroom)
{
  g_autoptr(GError) error = NULL;
  PzDocument *document;

  *classroom = pz_classroom_open (self->devices[number].environment, self->devices[number].path, &error);
  g_assert_no_error (error);
  document = pz_classroom_load (*classroom, PZ_DOCUMENT_LEARNER, self->learner, &error);
  g_assert_no_error (error);
  return document;
}

void
session_rename_learner (SessionFixture *self,
                        guint           number,
                        const char     *name)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) document = session_load (self, number, &classroom);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, name);
  pz_classroom_save (classroom, NULL, &error);
  g_assert_no_error (error);
}

void
session_assert_name (SessionFixture *self,
                     guint           number,
                     const char     *name)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) document = session_load (self, number, &classroom);

  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME), ==, name);
}
