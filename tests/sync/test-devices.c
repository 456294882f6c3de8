/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The devices of a class: names, lost ones, and what is remembered for their sake. */
#include "config.h"

#include "sync-fixture.h"

#include "pz-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME
#define OTHER "k3v9qmx2a7hd5w4t"
#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static PzSyncState *
read_state (SyncFixture *fixture,
            guint        device)
{
  PzVersion seen;
  g_autoptr(GError) error = NULL;
  PzSyncState *state = pz_replica_read_state (sync_fixture_get (fixture, device)->replica, &seen, &error);

  g_assert_no_error (error);
  return state;
}

/* what a device knows of another one */
static PzVectorEntry *
find_entry (SyncFixture  *fixture,
            guint         of,
            PzSyncState  *state)
{
  g_autoptr(PzSyncState) other = read_state (fixture, of);
  PzVectorEntry *entry = pz_vector_find (state->known->vector, other->device);

  g_assert_nonnull (entry);
  return entry;
}

static void
assert_name (SyncFixture *fixture,
             guint        device,
             guint        of,
             const char  *name)
{
  g_autoptr(PzSyncState) state = read_state (fixture, device);

  g_assert_cmpstr (find_entry (fixture, of, state)->name, ==, name);
}

static void
assert_retired (SyncFixture *fixture,
                guint        device,
                guint        of,
                gboolean     expected)
{
  g_autoptr(PzSyncState) state = read_state (fixture, device);

  g_assert_cmpint (find_entry (fixture, of, state)->retired, ==, expected);
}

static void
advance (SyncFixture *fixture,
         guint        days)
{
  for (guint i = 0; i < fixture->devices->len; i++)
    pz_environment_advance (sync_fixture_get (fixture, i)->environment, days * DAY);
}

/* also of one that never wrote anything, and of one that was renamed */
static void
test_names (SyncFixture   *fixture,
            gconstpointer  data)
{
  guint newcomer, before;

  pz_replica_set_device_name (sync_fixture_get (fixture, 0)->replica, "School laptop, Marit");
  pz_replica_set_device_name (sync_fixture_get (fixture, 1)->replica, "Noor \"at home\"");
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  assert_name (fixture, 1, 0, "School laptop, Marit");
  assert_name (fixture, 0, 1, "Noor \"at home\"");
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync_all (fixture, 1);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, 2);

  pz_replica_set_device_name (sync_fixture_get (fixture, 0)->replica, "Marit");
  sync_fixture_sync_all (fixture, 3);
  assert_name (fixture, 1, 0, "Marit");
  newcomer = sync_fixture_add (fixture);
  sync_fixture_sync_all (fixture, 2);
  assert_name (fixture, newcomer, 0, "Marit");
  assert_name (fixture, newcomer, 1, "Noor \"at home\"");
}

/* What one says without having written anything lies in a snapshot with the same numbers as others. Each knows what those
 * before have said, and of so many the superfluous ones are deleted: not the one that says most. */
static void
test_names_are_not_tidied_away (SyncFixture   *fixture,
                                gconstpointer  data)
{
  guint n = fixture->devices->len, newcomer;
  g_autoptr(GPtrArray) snapshots = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 2);
  for (guint i = 0; i < 3 * n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      pz_replica_set_device_name (sync_fixture_get (fixture, i % n)->replica, name);
      for (guint round = 0; round < 3; round++)
        sync_fixture_sync (fixture, i % n);
    }
  newcomer = sync_fixture_add (fixture);
  sync_fixture_sync (fixture, newcomer);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", 2 * n + i);

      assert_name (fixture, newcomer, i, name);
    }
  snapshots = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (snapshots->len, <, n);
}

/* a device that takes another id keeps its name under both */
static void
test_name_of_new_id (SyncFixture   *fixture,
                     gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) before = NULL, after = NULL;

  pz_replica_set_device_name (laptop->replica, "Laptop");
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  before = read_state (fixture, 0);
  sim_device_back_up (laptop);
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), "elsewhere");
  pz_replica_set_device_name (laptop->replica, "Laptop");
  sync_fixture_sync_all (fixture, 3);
  assert_name (fixture, 1, 0, "Laptop");
  after = read_state (fixture, 1);
  g_assert_cmpstr (pz_vector_find (after->known->vector, before->device)->name, ==, "Laptop");
}

static void
test_retire (SyncFixture   *fixture,
             gconstpointer  data)
{
  SimDevice *first = sync_fixture_get (fixture, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncState) own = NULL, lost = NULL;

  for (guint i = 0; i < 3; i++)
    {
      sync_fixture_write (fixture, i, PZ_LEARNER_GIVEN_NAME + i, "Ada");
      sync_fixture_sync_all (fixture, 2);
    }
  own = read_state (fixture, 0);
  lost = read_state (fixture, 2);
  g_assert_false (pz_replica_retire_device (first->replica, own->device, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (pz_syncer_retire_device (first->syncer, lost->device, &error));
  g_assert_no_error (error);
  sync_fixture_write (fixture, 2, NAME, "written on the lost one");
  for (guint i = 0; i < 6; i++)
    sync_fixture_sync (fixture, i % 2);
  assert_retired (fixture, 0, 2, TRUE);
  assert_retired (fixture, 1, 2, TRUE);
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");

  /* it was only mislaid */
  sync_fixture_sync_all (fixture, 4);
  for (guint i = 0; i < 3; i++)
    {
      assert_retired (fixture, i, 2, FALSE);
      sync_fixture_assert_shows (fixture, i, NAME, "written on the lost one");
    }
  sync_fixture_publish_all (fixture);
  sync_fixture_sync_all (fixture, 3);
  assert_retired (fixture, 0, 2, FALSE);
  sync_fixture_assert_equal (fixture);
}

static guint
count_purged (SyncFixture *fixture,
              guint        device)
{
  g_autoptr(PzSyncState) state = read_state (fixture, device);

  return g_hash_table_size (state->known->purged);
}

/* A device that was away for more than a year: nobody remembers what was removed for good, and it goes all the same; what
 * it wrote meanwhile is taken in. */
static void
test_long_away (SyncFixture   *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      sync_fixture_write (fixture, i, PZ_LEARNER_GIVEN_NAME + i, "Ada");
      sim_device_write (sync_fixture_get (fixture, i), OTHER, PZ_LEARNER_GIVEN_NAME + i, "Olga");
      sync_fixture_sync_all (fixture, 2);
    }
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  for (guint i = 0; i < 8; i++)
    sync_fixture_sync (fixture, i % 2);
  sim_device_write (sync_fixture_get (fixture, 2), OTHER, NAME, "Olga, as she was called there");
  advance (fixture, 300);
  for (guint i = 0; i < 4; i++)
    sync_fixture_sync (fixture, i % 2);
  g_assert_cmpuint (count_purged (fixture, 0), ==, 1); /* not so long ago */
  advance (fixture, 101);
  sim_device_write (sync_fixture_get (fixture, 1), OTHER, PZ_LEARNER_NOTES, "a sign of life");
  for (guint i = 0; i < 6; i++)
    sync_fixture_sync (fixture, i % 2);
  g_assert_cmpuint (count_purged (fixture, 0), ==, 0);

  sync_fixture_sync_all (fixture, 4);
  sync_fixture_assert_shows (fixture, 2, NAME, NULL);
  sync_fixture_assert_equal (fixture);
  {
    g_autofree char *state = sim_device_dup_state (sync_fixture_get (fixture, 0));

    g_assert_nonnull (g_strstr_len (state, -1, "Olga, as she was called there"));
    g_assert_null (g_strstr_len (state, -1, FIXTURE_LEARNER));
  }
}

/* A newer version ran on this computer: what it wrote stays as it is, and changes go out. The server cannot be tidied from
 * here, and that is said; another device does it. */
static void
test_newer (SyncFixture   *fixture,
            gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autofree char *path = g_build_filename (device->folder, "learners", FIXTURE_LEARNER ".json", NULL);
  g_autofree char *text = NULL, *newer = NULL, *kept = NULL;
  g_autoptr(GPtrArray) snapshots = NULL;
  g_auto(GStrv) parts = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\"given-name\"", 2);
  g_assert_nonnull (parts[1]);
  newer = g_strconcat (parts[0], "\"mood\":\"glad\",\"given-name\"", parts[1], NULL);
  g_assert_true (g_file_set_contents (path, newer, -1, NULL));
  g_assert_false (pz_syncer_get_status (device->syncer)->holds_newer);

  pz_replica_set_device_name (device->replica, "Laptop"); /* wants a snapshot */
  sync_fixture_write (fixture, 0, PZ_LEARNER_FAMILY_NAME, "Lovelace");
  sync_fixture_sync_all (fixture, 3);
  g_assert_true (pz_syncer_get_status (device->syncer)->holds_newer);
  g_assert_cmpuint (pz_syncer_get_status (device->syncer)->n_waiting, ==, 0);
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_FAMILY_NAME, "Lovelace");
  snapshots = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (snapshots->len, ==, 0);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_nonnull (g_strstr_len (kept, -1, "\"mood\":\"glad\""));

  /* it is gone again: told to everybody */
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  sync_fixture_sync_all (fixture, 4);
  g_assert_false (pz_syncer_get_status (device->syncer)->holds_newer);
  assert_name (fixture, 1, 0, "Laptop");
}

static void
test_quiet_run_writes_nothing (SyncFixture   *fixture,
                               gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  PzStore *store = pz_replica_get_store (device->replica);
  PzVersion before, after;
  gint64 now;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &before, NULL));
  pz_environment_advance (device->environment, 5 * 60 * 1000);
  now = pz_environment_get_now (device->environment);
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &after, NULL));
  g_assert_true (pz_version_equal (&before, &after));
  /* and still tells when that was */
  g_assert_cmpint (pz_syncer_get_status (device->syncer)->stored, ==, now);
  g_assert_cmpint (pz_syncer_get_status (device->syncer)->pulled, ==, now);
  /* now and then it is written down */
  pz_environment_advance (device->environment, 60 * 60 * 1000);
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &after, NULL));
  g_assert_false (pz_version_equal (&before, &after));
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/devices/everybody-knows-their-names", 2, test_names },
    { "/sync/devices/a-new-id-has-the-name-as-well", 2, test_name_of_new_id },
    { "/sync/devices/names-are-not-tidied-away", 8, test_names_are_not_tidied_away },
    { "/sync/devices/a-lost-one-is-retired-until-it-writes-again", 3, test_retire },
    { "/sync/devices/one-that-was-away-for-a-year-brings-nothing-back", 3, test_long_away },
    { "/sync/devices/what-a-newer-version-wrote-stays-and-is-told-of", 2, test_newer },
    { "/sync/devices/a-run-that-finds-nothing-writes-nothing", 2, test_quiet_run_writes_nothing },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
