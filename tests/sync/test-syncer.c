/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sync-fixture.h"

#include "pz-envelope.h"
#include "pz-replica-apply.h"
#include "pz-sync-error.h"
#include "pz-syncer-private.h"

#define NAME PZ_LEARNER_GIVEN_NAME

/* requests, counted at the server */
static void
test_requests (SyncFixture   *fixture,
               gconstpointer  data)
{
  PzSyncStatus *status;
  guint before;

  sync_fixture_sync_all (fixture, 3);
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, 1);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);

      sync_fixture_write (fixture, 0, i % 2 == 0 ? PZ_LEARNER_GIVEN_NAME : PZ_LEARNER_NOTES, text);
    }
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync (fixture, 0);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, 2);
  status = pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer);
  g_assert_cmpuint (status->n_requests, ==, 2);
}

static void
test_many_days (SyncFixture   *fixture,
                gconstpointer  data)
{
  guint newcomer, before;

  for (guint day = 0; day < 60; day++)
    {
      guint device = day % fixture->devices->len;
      g_autofree char *text = g_strdup_printf ("day %u", day);

      sync_fixture_sync (fixture, device);
      sync_fixture_write (fixture, device, PZ_LEARNER_NOTES, text);
      sync_fixture_sync (fixture, device);
    }
  sync_fixture_sync_all (fixture, 4);
  g_assert_cmpuint (sim_remote_get_n_files (fixture->remote), <=, 15);
  newcomer = sync_fixture_add (fixture);
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync (fixture, newcomer);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, <=, 15);
  sync_fixture_assert_shows (fixture, newcomer, PZ_LEARNER_NOTES, "day 59");
  sync_fixture_sync_all (fixture, 2);
  sync_fixture_assert_equal (fixture);
}

/* a text of that many letters which cannot be made shorter */
static char *
make_noise (SyncFixture *fixture,
            guint        length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (text, (char) ('!' + pz_random_below (&fixture->random, 90)));
  return g_string_free (text, FALSE);
}

/* large segments are gathered in one snapshot and deleted, and then there is nothing left to do */
static void
test_large_segments (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) snapshots = NULL;
  g_autoptr(GPtrArray) segments = NULL;
  guint before;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *noise = make_noise (fixture, 19000);

      sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, noise);
      sync_fixture_sync (fixture, 0);
    }
  sync_fixture_sync_all (fixture, 8);
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync_all (fixture, 3);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, 3 * fixture->devices->len);
  snapshots = sync_fixture_find (fixture, "snap-");
  segments = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (snapshots->len, ==, 1);
  g_assert_cmpuint (segments->len, ==, 0);
}

/* what one device does in a row, with many requests: receives, sends, publishes, deletes */
static void
prepare_much (SyncFixture *fixture)
{
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);

      sync_fixture_write (fixture, 0, NAME, text);
      sync_fixture_sync (fixture, 0);
      sync_fixture_sync (fixture, 0);
    }
  sync_fixture_sync (fixture, 1);
  sync_fixture_write (fixture, 0, NAME, "one more");
  sync_fixture_sync (fixture, 0);
  sync_fixture_write (fixture, 1, PZ_LEARNER_NOTES, "of the other");
  g_assert_true (pz_syncer_reload (sync_fixture_get (fixture, 1)->syncer, NULL));
}

/* The network goes, or somebody cancels, before each request in turn: the next run takes up what is left. */
static void
test_ends_anywhere (SyncFixture   *fixture,
                    gconstpointer  data)
{
  prepare_much (fixture);
  for (int k = 0; k < 12; k++)
    {
      g_autoptr(GCancellable) cancellable = k % 2 == 0 ? g_cancellable_new () : NULL;
      g_autofree char *text = g_strdup_printf ("again %d", k);
      g_autoptr(GError) error = NULL;
      gboolean done;

      sync_fixture_write (fixture, 1, PZ_LEARNER_FAMILY_NAME, text);
      sim_remote_end_after (fixture->remote, k / 2, cancellable);
      done = pz_syncer_run (sync_fixture_get (fixture, 1)->syncer, cancellable, &error);
      sim_remote_end_after (fixture->remote, -1, NULL);
      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else if (!done)
        g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
      g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (fixture, 1)->syncer)->n_waiting, >, 0);
    }
  sync_fixture_sync_all (fixture, 4);
  sync_fixture_assert_equal (fixture);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "again 11");
  sync_fixture_assert_shows (fixture, 1, NAME, "one more");
}

static GBytes *
find_archived (SyncFixture *fixture,
               const char  *name)
{
  return g_hash_table_lookup (sim_remote_get_archive (fixture->remote), name);
}

/* whatever was ever sent, in any order, twice, makes the same class; what cannot be placed yet comes again */
static void
apply_in_any_order (SyncFixture *fixture,
                    SimDevice   *newcomer)
{
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (sim_remote_get_archive (fixture->remote), NULL);
  guint n = g_hash_table_size (sim_remote_get_archive (fixture->remote));

  for (guint round = 0; round < n; round++)
    for (guint i = 0; i < n; i++)
      {
        const char *name = names[pz_random_below (&fixture->random, n)];
        g_autoptr(GBytes) json = pz_envelope_open (find_archived (fixture, name), NULL);
        g_autoptr(PzSegment) segment = json != NULL ? pz_segment_parse (json, NULL) : NULL;
        g_autoptr(PzKnowledge) snapshot = json != NULL ? pz_snapshot_parse (json, NULL) : NULL;
        PzPlacing placing = PZ_PLACED;
        g_autoptr(GError) error = NULL;

        if (segment != NULL)
          pz_replica_apply_segment (newcomer->replica, name, segment, &placing, &error);
        else if (snapshot != NULL)
          pz_replica_apply_snapshot (newcomer->replica, name, snapshot, &placing, &error);
        g_assert_no_error (error);
        g_assert_cmpint (placing, !=, PZ_PLACED_ASIDE);
      }
}

static void
test_any_order (SyncFixture   *fixture,
                gconstpointer  data)
{
  SimValues values;
  guint n_devices = fixture->devices->len;

  sim_values_init (&values);
  for (guint i = 0; i < 60; i++)
    {
      guint device = pz_random_below (&fixture->random, n_devices);

      sim_device_edit (sync_fixture_get (fixture, device), &fixture->random, &values);
      if (pz_random_below (&fixture->random, 3) == 0)
        sync_fixture_sync (fixture, device);
      if (i == 40)
        sync_fixture_publish_all (fixture);
    }
  sync_fixture_sync_all (fixture, 4);
  sync_fixture_assert_equal (fixture);
  for (guint i = 0; i < 5; i++)
    apply_in_any_order (fixture, sync_fixture_get (fixture, sync_fixture_add (fixture)));
  sync_fixture_assert_equal (fixture);
  sim_values_clear (&values);
}

/* whole by its name, and nothing of ours in it: it is named each time, and keeps nothing else back */
static void
test_refused (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GBytes) json = g_bytes_new_static ("{}", 2);
  g_autoptr(GBytes) bytes = pz_envelope_close (json);
  PzObjectName name = { PZ_OBJECT_SEGMENT, 0x77c0de1b9a3e4f02, 1, 1, 0, 0, { { 0 } }, 7 };
  g_autofree char *text = NULL;
  PzSyncStatus *status;

  name.length = g_bytes_get_size (bytes);
  name.hash = pz_hash_of (g_bytes_get_data (bytes, NULL), name.length);
  text = pz_object_name_format (&name);
  g_assert_true (pz_remote_put (PZ_REMOTE (fixture->remote), text, bytes, NULL, NULL));
  sync_fixture_write (fixture, 1, NAME, "Ada");
  for (guint round = 0; round < 3; round++)
    {
      sync_fixture_sync (fixture, 1);
      sync_fixture_sync (fixture, 0);
      status = pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer);
      g_assert_cmpuint (status->refused->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (status->refused, 0), ==, text);
    }
  sync_fixture_sync (fixture, 0);
  status = pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer);
  g_assert_cmpuint (status->n_requests, ==, 1); /* it is fetched once, and shown each time */
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer/one-request-when-nothing-changed-and-two-for-any-number-of-writes", 1, test_requests },
    { "/sync/syncer/the-server-stays-tidy-and-a-new-device-needs-few-requests", 4, test_many_days },
    { "/sync/syncer/large-segments-are-gathered-once", 2, test_large_segments },
    { "/sync/syncer/what-cannot-be-read-is-named-and-keeps-nothing-back", 2, test_refused },
    { "/sync/syncer/may-end-anywhere", 2, test_ends_anywhere },
    { "/sync/syncer/objects-make-the-same-class-in-any-order", 3, test_any_order },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
