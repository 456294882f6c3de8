/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sync-fixture.h"

#include "pz-document.h"
#include "pz-syncer-private.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *ftw)
{
  return remove (path);
}

void
sync_fixture_set_up (SyncFixture   *self,
                     gconstpointer  n_devices)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("pz-sync-XXXXXX", NULL);
  pz_random_init (&self->random, 7);
  self->remote = sim_remote_new (&self->random, NULL, NULL);
  sim_remote_calm_down (self->remote);
  self->devices = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_device_free);
  for (gsize i = 0; i < GPOINTER_TO_SIZE (n_devices); i++)
    sync_fixture_add (self);
  sim_device_make_class (sync_fixture_get (self, 0));
  pz_syncer_set_up (sync_fixture_get (self, 0)->syncer, NULL, &error);
  g_assert_no_error (error);
}

void
sync_fixture_tear_down (SyncFixture   *self,
                        gconstpointer  n_devices)
{
  g_ptr_array_unref (self->devices);
  g_object_unref (self->remote);
  nftw (self->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (self->folder);
}

SimDevice *
sync_fixture_get (SyncFixture *self,
                  guint        device)
{
  return g_ptr_array_index (self->devices, device);
}

guint
sync_fixture_add (SyncFixture *self)
{
  guint number = self->devices->len;

  g_ptr_array_add (self->devices,
                   sim_device_new (self->folder, number, FIXTURE_START, 7, PZ_REMOTE (self->remote)));
  return number;
}

static void
advance (SyncFixture *self)
{
  for (guint i = 0; i < self->devices->len; i++)
    pz_environment_advance (sync_fixture_get (self, i)->environment, 1000);
}

void
sync_fixture_sync (SyncFixture *self,
                   guint        device)
{
  g_autoptr(GError) error = NULL;

  sim_device_sync (sync_fixture_get (self, device), &error);
  g_assert_no_error (error);
  advance (self);
}

void
sync_fixture_sync_all (SyncFixture *self,
                       guint        rounds)
{
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < self->devices->len; i++)
      sync_fixture_sync (self, i);
}

void
sync_fixture_write (SyncFixture *self,
                    guint        device,
                    guint        field,
                    const char  *text)
{
  sim_device_write (sync_fixture_get (self, device), FIXTURE_LEARNER, field, text);
  advance (self);
}

static PzDocument *
load (SyncFixture *self,
      guint        device)
{
  SimDevice *d = sync_fixture_get (self, device);
  g_autoptr(GBytes) bytes = pz_store_read (pz_replica_get_store (d->replica), "learners/" FIXTURE_LEARNER ".json", NULL,
                                           NULL);
  g_autoptr(GError) error = NULL;
  PzDocument *document;

  if (bytes == NULL)
    return NULL;
  document = pz_document_parse (PZ_DOCUMENT_LEARNER, FIXTURE_LEARNER, bytes, d->clock, &error);
  g_assert_no_error (error);
  return document;
}

char *
sync_fixture_read (SyncFixture *self,
                   guint        device,
                   guint        field)
{
  g_autoptr(PzDocument) document = load (self, device);

  return document != NULL ? g_strdup (pz_record_get_text (pz_document_get_owner (document), field)) : NULL;
}

guint
sync_fixture_count_values (SyncFixture *self,
                           guint        device,
                           guint        field)
{
  g_autoptr(PzDocument) document = load (self, device);

  return document != NULL ? pz_record_get_n_values (pz_document_get_owner (document), field) : 0;
}

void
sync_fixture_assert_equal (SyncFixture *self)
{
  g_autofree char *first = sim_device_dup_state (sync_fixture_get (self, 0));

  for (guint i = 1; i < self->devices->len; i++)
    {
      g_autofree char *other = sim_device_dup_state (sync_fixture_get (self, i));

      g_assert_cmpstr (first, ==, other);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
sync_fixture_find (SyncFixture *self,
                   const char  *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, sim_remote_get_files (self->remote));
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_texts);
  return names;
}

void
sync_fixture_assert_shows (SyncFixture *fixture,
                           guint        device,
                           guint        field,
                           const char  *text)
{
  g_autofree char *shown = sync_fixture_read (fixture, device, field);

  g_assert_cmpstr (shown, ==, text);
}

void
sync_fixture_publish_all (SyncFixture *fixture)
{
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      SimDevice *device = sync_fixture_get (fixture, i);

      device->syncer->cancellable = NULL;
      g_assert_true (pz_syncer_reload (device->syncer, NULL));
      pz_sync_state_want_snapshot (device->syncer->state);
      g_assert_true (pz_syncer_list (device->syncer, NULL));
      g_assert_true (pz_syncer_tidy (device->syncer, NULL));
    }
}

int
sync_fixture_run (int              argc,
                  char           **argv,
                  const SyncTest  *tests,
                  gsize            n_tests)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, SyncFixture, GSIZE_TO_POINTER (tests[i].n_devices), sync_fixture_set_up, tests[i].test,
                sync_fixture_tear_down);
  return g_test_run ();
}
