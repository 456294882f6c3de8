/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Snapshots of this device, and whether the server needs one. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-sync-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME

static guint
count (SyncFixture *fixture,
       const char  *prefix)
{
  g_autoptr(GPtrArray) names = sync_fixture_find (fixture, prefix);

  return names->len;
}

static void
publish (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_publish (syncer, &error));
  g_assert_no_error (error);
}

static void
tell (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_tell (syncer, &error));
  g_assert_no_error (error);
}

static gboolean
want (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/* one learner of the first device, whom both know */
static PzSyncer *
prepare (SyncFixture *fixture)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 2);
  return edit_fixture_look (fixture, 0);
}

static void
test_publishes (SyncFixture   *fixture,
                gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GBytes) json = NULL;
  g_autoptr(PzKnowledge) snapshot = NULL;
  PzObjectName name;
  gint64 now = pz_environment_get_now (sync_fixture_get (fixture, 0)->environment) / 1000;

  syncer->state->n_missing = 2;
  publish (syncer);
  names = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_true (pz_object_name_parse (g_ptr_array_index (names, 0), &name));
  g_assert_cmphex (name.device, ==, syncer->state->device);
  g_assert_cmpuint (name.to, ==, 1);
  json = pz_replica_open (syncer->replica, g_hash_table_lookup (sim_remote_get_files (fixture->remote),
                                                                g_ptr_array_index (names, 0)), &name, NULL);
  snapshot = pz_snapshot_parse (json, NULL);
  g_assert_true (pz_vector_is_within (syncer->state->known->vector, snapshot->vector));
  g_assert_cmpint (pz_vector_find (snapshot->vector, syncer->state->device)->seen, ==, now); /* a sign of life */
  g_assert_cmpuint (syncer->state->n_missing, ==, 0);
  publish (syncer);
  g_assert_cmpuint (syncer->state->n_published, ==, 2);
}

/* somebody writes just now, or something is older than the rest: then not now */
static void
test_not_now (SyncFixture   *fixture,
              gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Bea");
  publish (syncer);
  g_assert_cmpuint (count (fixture, "snap-"), ==, 0);
  sync_fixture_sync (fixture, 0);
  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", NULL);
  syncer = edit_fixture_look (fixture, 0);
  publish (syncer);
  g_assert_cmpuint (count (fixture, "snap-"), ==, 0);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (state->restored); /* first all has to come in again */

  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":");
  g_assert_false (pz_syncer_publish (syncer, &error));
  g_assert_nonnull (error);
}

static void
test_offline (SyncFixture   *fixture,
              gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);
  g_autoptr(GError) error = NULL;

  sim_remote_end_after (fixture->remote, 0, NULL);
  g_assert_false (pz_syncer_publish (syncer, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  g_assert_cmpuint (syncer->state->n_published, ==, 1); /* its number is not used again: it may lie there */
}

static void
test_all_there (SyncFixture   *fixture,
                gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);
  g_autoptr(GPtrArray) names = NULL;

  g_assert_true (pz_syncer_is_all_there (syncer));
  sync_fixture_write (fixture, 0, NAME, "Bea");
  g_assert_true (pz_syncer_push (syncer, NULL)); /* what was sent in this run counts */
  g_assert_true (pz_syncer_is_all_there (syncer));
  sync_fixture_sync (fixture, 0);
  names = sync_fixture_find (fixture, "seg-");
  edit_fixture_tear (fixture, g_ptr_array_index (names, 0));
  g_assert_false (pz_syncer_is_all_there (edit_fixture_look (fixture, 0)));
  syncer = edit_fixture_look (fixture, 0);
  publish (syncer); /* which is another way to have it there, once it is seen */
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_syncer_is_all_there (edit_fixture_look (fixture, 0)));
}

static void
test_awaits (SyncFixture   *fixture,
             gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);

  g_assert_false (pz_syncer_is_awaited (syncer));
  edit_fixture_change (fixture, 0, want, NULL);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_true (pz_syncer_is_awaited (syncer));
  g_assert_false (pz_syncer_shows_snapshot (syncer, 1));
  publish (syncer);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_false (pz_syncer_shows_snapshot (syncer, 1)); /* listed, and not read again */
  g_assert_true (pz_syncer_pull (syncer, NULL));
  g_assert_true (pz_syncer_shows_snapshot (syncer, 1));
  g_assert_false (pz_syncer_shows_snapshot (syncer, 2));
  g_assert_false (pz_syncer_is_awaited (syncer));
}

/* unless somebody else says all of that already */
static void
test_tells (SyncFixture   *fixture,
            gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);

  edit_fixture_change (fixture, 0, want, NULL);
  syncer = edit_fixture_look (fixture, 0);
  tell (syncer);
  g_assert_cmpuint (count (fixture, "snap-"), ==, 1);

  edit_fixture_change (fixture, 1, want, NULL);
  syncer = edit_fixture_look (fixture, 1);
  g_assert_true (pz_syncer_pull (syncer, NULL));
  tell (syncer);
  g_assert_cmpuint (count (fixture, "snap-"), ==, 1);
  syncer = edit_fixture_look (fixture, 1);
  g_assert_cmpuint (syncer->state->publish, ==, 0);
}

static void
test_cannot_tell (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzSyncer *syncer = prepare (fixture);
  g_autoptr(GError) error = NULL;

  publish (syncer);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_true (pz_syncer_pull (syncer, NULL));
  sim_remote_end_after (fixture->remote, 0, NULL);
  g_assert_false (pz_syncer_tell (syncer, &error)); /* it looks for one that says it */
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-publish/sends-all-that-is-known", 2, test_publishes },
    { "/sync/syncer-publish/not-while-something-is-amiss", 2, test_not_now },
    { "/sync/syncer-publish/a-number-is-used-once", 2, test_offline },
    { "/sync/syncer-publish/knows-whether-the-server-has-all", 2, test_all_there },
    { "/sync/syncer-publish/waits-until-it-was-read-again", 2, test_awaits },
    { "/sync/syncer-publish/says-only-what-nobody-says", 2, test_tells },
    { "/sync/syncer-publish/does-not-guess-what-others-say", 2, test_cannot_tell },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
