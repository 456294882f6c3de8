/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people say of the devices of a class. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"
#include "pz-outbox.h"

static PzVectorEntry *
find_own (PzSyncState *state)
{
  PzVectorEntry *own = pz_vector_find (state->known->vector, state->device);

  g_assert_nonnull (own);
  return own;
}

static void
tell (SyncFixture *fixture,
      const char  *name)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  g_autoptr(GError) error = NULL;

  pz_replica_set_device_name (replica, name);
  g_assert_true (pz_replica_tell_name (replica, &error));
  g_assert_no_error (error);
}

static void
test_name (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(PzSyncState) first = NULL, same = NULL, second = NULL;

  tell (fixture, "Laptop");
  first = edit_fixture_read_state (fixture, 0);
  g_assert_cmpstr (find_own (first)->name, ==, "Laptop");
  g_assert_cmpint (find_own (first)->named, ==, FIXTURE_START / 1000);
  g_assert_cmpint (find_own (first)->seen, ==, FIXTURE_START / 1000);
  g_assert_cmpuint (first->publish, ==, 1); /* the others are told by a snapshot */

  pz_environment_advance (sync_fixture_get (fixture, 0)->environment, 5000);
  tell (fixture, "Laptop");
  tell (fixture, NULL); /* what it was called before stays */
  same = edit_fixture_read_state (fixture, 0);
  g_assert_cmpstr (find_own (same)->name, ==, "Laptop");
  g_assert_cmpint (find_own (same)->named, ==, FIXTURE_START / 1000);

  pz_environment_advance (sync_fixture_get (fixture, 0)->environment, -3600 * 1000);
  tell (fixture, "Tablet"); /* later than before, whatever the clock says */
  second = edit_fixture_read_state (fixture, 0);
  g_assert_cmpint (find_own (second)->named, ==, FIXTURE_START / 1000 + 1);
}

static void
test_lost (SyncFixture   *fixture,
           gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE);
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  edit_fixture_add_learner (segment, "Ada");
  edit_fixture_apply (fixture, 0, segment);
  g_assert_true (pz_replica_retire_device (replica, EDIT_DEVICE, &error));
  g_assert_no_error (error);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_vector_find (state->known->vector, EDIT_DEVICE)->retired);
  g_assert_cmpuint (state->publish, ==, 1);
  g_assert_true (pz_replica_retire_device (replica, EDIT_DEVICE, NULL)); /* it stays so */
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_GIVEN_NAME, "Ada");
}

static void
test_not_another (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  tell (fixture, "Laptop");
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (pz_replica_retire_device (replica, state->device, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (pz_replica_retire_device (replica, EDIT_DEVICE, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica-devices/a-name-is-told-once", 1, test_name },
    { "/sync/replica-devices/a-lost-device-is-noted-and-keeps-what-it-wrote", 1, test_lost },
    { "/sync/replica-devices/only-another-device-can-be-lost", 1, test_not_another },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
