/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A learner who is removed for good: every byte of the server and of every disk is searched for what was said of them. */
#include "config.h"

#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define OTHER "k3v9qmx2a7hd5w4t"

static char *
gather_all (SyncFixture *fixture)
{
  g_autoptr(GString) all = g_string_new (NULL);

  sim_remote_gather_files (fixture->remote, NULL, FALSE, all);
  for (guint i = 0; i < fixture->devices->len; i++)
    sim_device_gather (sync_fixture_get (fixture, i), FALSE, all);
  return g_strdup (all->str);
}

static void
assert_anywhere (SyncFixture *fixture,
                 const char  *word,
                 gboolean     expected)
{
  g_autofree char *all = gather_all (fixture);

  g_assert_cmpint (strstr (all, word) != NULL, ==, expected);
}

/* Nobody asks the server for more than its list. */
static void
assert_quiet (SyncFixture *fixture)
{
  guint before = sim_remote_get_count (fixture->remote);

  sync_fixture_sync_all (fixture, 1);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, fixture->devices->len);
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      PzSyncStatus *status = pz_syncer_get_status (sync_fixture_get (fixture, i)->syncer);

      g_assert_false (status->is_erasing);
      g_assert_cmpuint (status->n_waiting, ==, 0);
    }
}

static void
write_file (SimDevice  *device,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (device->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* what a learner leaves behind on a disk beside the one document */
static void
leave_traces (SimDevice *device)
{
  write_file (device, "history/0000000000000009.jsonl",
              "{\"doc\":\"" FIXTURE_LEARNER "\",\"was\":\"Adelheid\"}\n{\"doc\":\"" OTHER "\",\"was\":\"Olga\"}\n");
  write_file (device, "learners/" FIXTURE_LEARNER ".json.damaged-1", "Adelheid");
  write_file (device, "snapshots/2026-11-01/learners/" FIXTURE_LEARNER ".json", "Adelheid");
  write_file (device, "cache/index.json", "Adelheid");
}

static void
test_leaves_all (SyncFixture   *fixture,
                 gconstpointer  data)
{
  guint newcomer;

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 2);
  sync_fixture_write (fixture, 1, NAME, "Adelheide");
  sim_device_write (sync_fixture_get (fixture, 1), OTHER, NAME, "Olga");
  sync_fixture_sync_all (fixture, 3);
  leave_traces (sync_fixture_get (fixture, 1));
  assert_anywhere (fixture, "Adelheid", TRUE);

  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->is_erasing);
  sim_remote_end_after (fixture->remote, 0, NULL); /* what was true stays so while nobody can look */
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 0), NULL));
  g_assert_true (pz_syncer_get_status (sync_fixture_get (fixture, 0)->syncer)->is_erasing);
  sim_remote_end_after (fixture->remote, -1, NULL);
  sync_fixture_sync_all (fixture, 4);
  assert_anywhere (fixture, "Adelheid", FALSE);
  assert_anywhere (fixture, "Olga", TRUE);
  sync_fixture_assert_equal (fixture);
  assert_quiet (fixture);

  newcomer = sync_fixture_add (fixture);
  sync_fixture_sync (fixture, newcomer);
  sync_fixture_assert_shows (fixture, newcomer, NAME, NULL);
  sync_fixture_assert_equal (fixture);
}

/* one edit waits, one was sent just before: both are of somebody who did not know */
static void
test_edited_meanwhile (SyncFixture   *fixture,
                       gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 3);
  sync_fixture_write (fixture, 1, NAME, "Berthilde");
  sync_fixture_write (fixture, 2, PZ_LEARNER_NOTES, "Cunigunde");
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  sync_fixture_sync (fixture, 2);
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync_all (fixture, 6);
  for (guint i = 0; i < 3; i++)
    sync_fixture_assert_shows (fixture, i, NAME, NULL);
  assert_anywhere (fixture, "Adelheid", FALSE);
  assert_anywhere (fixture, "Berthilde", FALSE);
  assert_anywhere (fixture, "Cunigunde", FALSE);
  sync_fixture_assert_equal (fixture);
  assert_quiet (fixture);
}

/* An edit has its number and is lost on the way; it is sent all the same, for the sake of those behind it. */
static void
test_numbered_meanwhile (SyncFixture   *fixture,
                         gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 3);
  sync_fixture_write (fixture, 1, NAME, "Berthilde");
  sim_device_write (sync_fixture_get (fixture, 1), OTHER, NAME, "Olga");
  sim_remote_plan_puts (fixture->remote, "l");
  g_assert_false (sim_device_sync (sync_fixture_get (fixture, 1), NULL));
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  for (guint i = 0; i < 4; i++)
    sync_fixture_sync (fixture, 0);
  sync_fixture_sync_all (fixture, 8);
  assert_anywhere (fixture, "Adelheid", FALSE);
  assert_anywhere (fixture, "Berthilde", FALSE);
  assert_anywhere (fixture, "Olga", TRUE);
  sync_fixture_assert_equal (fixture);
  assert_quiet (fixture);
}

/* a program that had the learner open saves once more */
static void
test_written_again (SyncFixture   *fixture,
                    gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 3);
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  sync_fixture_sync_all (fixture, 4);
  sync_fixture_write (fixture, 1, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 4);
  assert_anywhere (fixture, "Adelheid", FALSE);
  assert_quiet (fixture);
}

/* whoever removed the learner is gone before the server was tidied: the others do it */
static void
test_others_clean (SyncFixture   *fixture,
                   gconstpointer  data)
{
  SimDevice *first = sync_fixture_get (fixture, 0);

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 3);
  sim_device_purge (first, FIXTURE_LEARNER);
  sim_remote_plan_puts (fixture->remote, "sl"); /* the edit arrives, the snapshot does not */
  g_assert_false (sim_device_sync (first, NULL));
  for (guint i = 0; i < 12; i++)
    sync_fixture_sync (fixture, 1 + i % 2);
  {
    g_autoptr(GString) all = g_string_new (NULL);

    sim_remote_gather_files (fixture->remote, NULL, FALSE, all);
    g_assert_null (strstr (all->str, "Adelheid"));
  }
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/erase/a-learner-leaves-the-server-and-every-disk", 2, test_leaves_all },
    { "/sync/erase/what-others-write-at-the-same-time-goes-too", 3, test_edited_meanwhile },
    { "/sync/erase/what-has-its-number-already-goes-too", 2, test_numbered_meanwhile },
    { "/sync/erase/a-file-that-is-written-again-goes-again", 2, test_written_again },
    { "/sync/erase/anybody-cleans-the-server", 3, test_others_clean },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
