/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has no number yet, or has got another one. */
#include "config.h"

#include "sync-fixture.h"

#include "pz-error.h"
#include "pz-outbox.h"
#include "pz-syncer-private.h"

#define NAME PZ_LEARNER_GIVEN_NAME

static void
publish (SimDevice *device)
{
  g_assert_true (pz_syncer_reload (device->syncer, NULL));
  pz_sync_state_want_snapshot (device->syncer->state);
  g_assert_true (pz_syncer_list (device->syncer, NULL) && pz_syncer_tidy (device->syncer, NULL));
}

/* What was sent without an answer lies on the server in a snapshot alone, which the laptop has read when it takes another
 * id: others have it under the old id, and so must the laptop. */
static void
test_snapshot_before_new_id (SyncFixture   *fixture,
                             gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(GPtrArray) sent = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sim_remote_plan_puts (fixture->remote, "a");
  g_assert_false (sim_device_sync (laptop, NULL));
  sent = sync_fixture_find (fixture, "seg-");
  sync_fixture_sync (fixture, 1);
  publish (sync_fixture_get (fixture, 1));
  sync_fixture_write (fixture, 1, PZ_LEARNER_NOTES, "of Ada");
  sync_fixture_sync (fixture, 1);
  g_hash_table_remove (sim_remote_get_files (fixture->remote), g_ptr_array_index (sent, 0)); /* the snapshot covers it */
  sim_remote_end_after (fixture->remote, 2, NULL);
  g_assert_false (sim_device_sync (laptop, NULL)); /* takes in the snapshot, and not what was written after it */
  sim_remote_end_after (fixture->remote, -1, NULL);
  sim_device_back_up (laptop);
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), "elsewhere");
  sync_fixture_sync_all (fixture, 5);
  sync_fixture_assert_equal (fixture);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");
}

/* What the documents have no place for may wait for its number between two synchronisations. */
static void
test_unnumbered (SyncFixture   *fixture,
                 gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzKnowledge) before = NULL, after = NULL;
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 3);
  sim_device_write_newer (device, FIXTURE_LEARNER, "glad");
  before = pz_replica_snapshot (device->replica, &error);
  g_assert_null (before);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  g_clear_error (&error);
  sync_fixture_sync_all (fixture, 3);
  after = pz_replica_snapshot (device->replica, &error);
  g_assert_no_error (error);
  g_assert_nonnull (after);
  sync_fixture_assert_equal (fixture);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/numbers/what-others-have-of-an-old-id-is-read-again-under-a-new-one", 2, test_snapshot_before_new_id },
    { "/sync/numbers/what-has-none-is-in-no-snapshot", 2, test_unnumbered },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
