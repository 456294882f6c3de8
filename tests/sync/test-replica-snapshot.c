/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All numbered values of the class and what was seen, as they belong together; or none. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"
#include "pz-outbox.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define FILE_NAME EDIT_DOCUMENT ".json"

static void
assert_none (SyncFixture *fixture,
             int          code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_replica_snapshot (sync_fixture_get (fixture, 0)->replica, &error));
  g_assert_error (error, PZ_ERROR, code);
}

static void
assert_one (SyncFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) snapshot = pz_replica_snapshot (sync_fixture_get (fixture, 0)->replica, &error);

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);
}

static char *
read_file (SyncFixture *fixture)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, FILE_NAME, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_has_all (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE);
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(PzKnowledge) snapshot = NULL;
  g_autoptr(GError) error = NULL;
  PzStamp given = { EDIT_DEVICE, 1, 0 }, mood = { EDIT_DEVICE, 2, 0 };

  edit_fixture_add_learner (segment, "Ada");
  edit_fixture_add (segment, "mood", "1", NULL); /* the documents have no place for it */
  edit_fixture_apply (fixture, 0, segment);
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "ours");
  sync_fixture_write (fixture, 0, PZ_LEARNER_PRIVATE_NOTES, "private");
  sync_fixture_sync (fixture, 0);
  snapshot = pz_replica_snapshot (sync_fixture_get (fixture, 0)->replica, &error);
  g_assert_no_error (error);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpstr (snapshot->classroom, ==, SIM_CLASSROOM);
  g_assert_true (pz_state_map_has (snapshot->state, EDIT_PATH, "given-name", &given));
  g_assert_true (pz_state_map_has (snapshot->state, EDIT_PATH, "mood", &mood));
  g_assert_true (pz_vector_is_within (state->known->vector, snapshot->vector));
  g_assert_cmpuint (pz_vector_get_number (snapshot->vector, state->device), >, 0);
  {
    g_autoptr(GBytes) json = pz_snapshot_write (snapshot);
    const char *text = g_bytes_get_data (json, NULL);

    g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (json), "\"ours\""));
    g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (json), "private"));
  }
}

/* it would hide from the others what it takes the place of */
static void
test_pending (SyncFixture   *fixture,
              gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  assert_none (fixture, PZ_ERROR_CHANGED);
  sync_fixture_sync (fixture, 0);
  assert_one (fixture);
}

static void
test_removal_is_not_told (SyncFixture   *fixture,
                          gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync (fixture, 0);
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  assert_none (fixture, PZ_ERROR_CHANGED);
  sync_fixture_sync (fixture, 0);
  assert_one (fixture);
}

/* what came back from a backup, or is gone, lacks what nobody took away */
static void
test_older_document (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *older = NULL, *newer = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync (fixture, 0);
  older = read_file (fixture);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_sync (fixture, 0);
  newer = read_file (fixture);
  edit_fixture_set_file (fixture, 0, FILE_NAME, older);
  assert_none (fixture, PZ_ERROR_CORRUPT);
  edit_fixture_set_file (fixture, 0, FILE_NAME, NULL);
  assert_none (fixture, PZ_ERROR_CORRUPT);
  edit_fixture_set_file (fixture, 0, FILE_NAME, newer);
  assert_one (fixture);
}

static void
test_newer_version (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = NULL, *newer = NULL;
  g_auto(GStrv) parts = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync (fixture, 0);
  text = read_file (fixture);
  parts = g_strsplit (text, "\"given-name\"", 2);
  newer = g_strconcat (parts[0], "\"mood\":\"glad\",\"given-name\"", parts[1], NULL);
  edit_fixture_set_file (fixture, 0, FILE_NAME, newer);
  assert_none (fixture, PZ_ERROR_TOO_NEW);
}

static void
test_damaged_document (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  sync_fixture_sync (fixture, 0);
  edit_fixture_set_file (fixture, 0, FILE_NAME, "{\"half\":");
  g_assert_null (pz_replica_snapshot (sync_fixture_get (fixture, 0)->replica, &error));
  g_assert_cmpint (error->domain, ==, PZ_ERROR);
  g_assert_nonnull (g_strstr_len (error->message, -1, FILE_NAME));
}

static gboolean
keep_unseen (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  PzStamp stamp = { EDIT_DEVICE, 9, PZ_HLC (1, 0) };

  pz_state_map_add (turn->state->known->state, EDIT_PATH, "mood", &stamp, "1");
  return TRUE;
}

/* of a device that was closed just now: it would stay with the others forever */
static void
test_without_a_number (SyncFixture   *fixture,
                       gconstpointer  data)
{
  edit_fixture_change (fixture, 0, keep_unseen, NULL);
  assert_none (fixture, PZ_ERROR_CHANGED);
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
    { "/sync/replica-snapshot/has-all-that-others-may-see", 1, test_has_all },
    { "/sync/replica-snapshot/there-is-none-while-something-waits", 1, test_pending },
    { "/sync/replica-snapshot/there-is-none-before-a-removal-was-told", 1, test_removal_is_not_told },
    { "/sync/replica-snapshot/there-is-none-of-older-documents", 1, test_older_document },
    { "/sync/replica-snapshot/there-is-none-without-what-a-newer-version-wrote", 1, test_newer_version },
    { "/sync/replica-snapshot/there-is-none-without-a-damaged-document", 1, test_damaged_document },
    { "/sync/replica-snapshot/there-is-none-with-what-has-no-number", 1, test_without_a_number },
    { "/sync/replica-snapshot/there-is-one-once-all-has-its-number", 2, test_unnumbered },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
