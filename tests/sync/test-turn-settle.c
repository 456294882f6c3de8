/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After values came and went: who was removed for good, and who finds a place late. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-turn-private.h"

#define NAME PZ_LEARNER_GIVEN_NAME
#define CHECK_IN EDIT_DOCUMENT "/m5c0tz4e8v1sv6na"
#define OTHER "k3v9qmx2a7hd5w4t"

static const PzStamp first = { EDIT_DEVICE, 1, PZ_HLC (FIXTURE_START, 1) };
static const PzStamp second = { EDIT_DEVICE, 2, PZ_HLC (FIXTURE_START, 2) };

static gboolean
put_late (PzTurn    *turn,
          gpointer   user_data,
          GError   **error)
{
  return pz_turn_put (turn, CHECK_IN, "text", &second, "\"seen\"", error)
         && pz_turn_put (turn, CHECK_IN, PZ_WRITE_TYPE, &second, "\"check-in\"", error)
         && pz_turn_put (turn, EDIT_PATH, "given-name", &first, "\"Ada\"", error) && pz_turn_settle (turn, error);
}

static gboolean
put_owner (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  return pz_turn_put (turn, EDIT_PATH, PZ_WRITE_TYPE, &first, "\"learner\"", error) && pz_turn_settle (turn, error);
}

/* the learner comes last: what came before finds its place, records before what is in them */
static void
test_late (SyncFixture   *fixture,
           gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) before = NULL, after = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autofree char *name = NULL;
  PzVersion seen;

  edit_fixture_change (fixture, 0, put_late, NULL);
  before = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_state_map_get_size (before->known->state), ==, 2);
  edit_fixture_change (fixture, 0, put_owner, NULL);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_state_map_get_size (after->known->state), ==, 0);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  document = sim_device_load (device, PZ_DOCUMENT_LEARNER, FIXTURE_LEARNER, &name, &seen);
  g_assert_cmpstr (pz_record_get_text (pz_document_find (document, "m5c0tz4e8v1sv6na"), PZ_CHECK_IN_TEXT), ==, "seen");
}

static gboolean
drop_owner (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  return pz_turn_drop (turn, EDIT_PATH, PZ_WRITE_WHOLE, &first, error) && pz_turn_settle (turn, error);
}

/* the record is gone, and what others wrote to it meanwhile is kept for the day it comes back */
static void
test_untyped (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, EDIT_DOCUMENT ".json", NULL);
  g_autoptr(PzSyncState) state = NULL;

  edit_fixture_change (fixture, 0, put_late, NULL);
  edit_fixture_change (fixture, 0, put_owner, NULL);
  edit_fixture_change (fixture, 0, drop_owner, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_state_map_has (state->known->state, CHECK_IN, "text", &second));
  g_assert_false (g_hash_table_contains (state->documents, EDIT_DOCUMENT));
}

static gboolean
add_cloud (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  PzHash chain = pz_hash_of ("x", 1);

  pz_knowledge_add_cloud (turn->state->known, &first, EDIT_PATH, "notes");
  pz_knowledge_add_cloud (turn->state->known, &second, EDIT_PATH, "notes");
  pz_vector_advance (turn->state->known->vector, EDIT_DEVICE, &chain);
  return pz_turn_settle (turn, error);
}

static void
test_cloud (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(PzSyncState) state = NULL;

  edit_fixture_change (fixture, 0, add_cloud, NULL);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (g_hash_table_size (state->known->cloud), ==, 1);
  g_assert_null (state->erased);
}

static gboolean
erase (PzTurn    *turn,
       gpointer   user_data,
       GError   **error)
{
  return pz_turn_erase (turn, EDIT_DOCUMENT, error) && pz_turn_settle (turn, error);
}

static gboolean
keep (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  return pz_turn_put (turn, EDIT_PATH, "mood", &second, "\"Adelheid\"", error);
}

/* with all that lies about of them, also what waits, and nothing of anybody else */
static void
test_erase (SyncFixture   *fixture,
            gconstpointer  data)
{
  static const char *const traces[] = { "history/0000000000000009.jsonl", EDIT_DOCUMENT ".json.damaged-1",
                                        "snapshots/2026-11-01/" EDIT_DOCUMENT ".json", "cache/index.json" };
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) state = NULL;
  GString *all = g_string_new (NULL);

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sim_device_write (device, OTHER, NAME, "Olga");
  sync_fixture_sync_all (fixture, 2);
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "Adelheid waits");
  edit_fixture_change (fixture, 0, keep, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    edit_fixture_set_file (fixture, 0, traces[i],
                           i > 0 ? "Adelheid"
                                 : "{\"doc\":\"" FIXTURE_LEARNER "\",\"was\":\"Adelheid\"}\n{\"doc\":\"" OTHER "\",\"was\":\"Olga\"}\n");
  edit_fixture_change (fixture, 0, erase, NULL);
  sim_device_gather (device, FALSE, all);
  g_assert_null (g_strstr_len (all->str, -1, "Adelheid"));
  g_assert_nonnull (g_strstr_len (all->str, -1, "{\"doc\":\"" OTHER "\",\"was\":\"Olga\"}"));
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_state_map_get_size (state->known->state), ==, 0);
  g_assert_true (pz_vector_is_within (state->known->vector, state->erased)); /* all of it has to go from the server */
  g_string_free (all, TRUE);
}

static gboolean
clean_up (PzTurn    *turn,
          gpointer   user_data,
          GError   **error)
{
  g_assert_true (pz_turn_clean_up (turn, error)); /* nobody was erased */
  g_assert_cmpuint (pz_commit_get_n_files (turn->commit), ==, 0);
  g_ptr_array_add (turn->erased, g_strdup (FIXTURE_LEARNER)); /* the end of the turn does it */
  return TRUE;
}

static void
test_clean_up (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, EDIT_DOCUMENT ".json.damaged-1", NULL);
  g_autoptr(GError) error = NULL;

  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json.damaged-1", "Adelheid");
  pz_replica_change (sync_fixture_get (fixture, 0)->replica, clean_up, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_damaged (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":");
  g_assert_false (pz_replica_change (sync_fixture_get (fixture, 0)->replica, erase, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/turn-settle/what-came-early-finds-its-place", 1, test_late },
    { "/sync/turn-settle/what-is-left-of-a-removed-record-is-kept", 1, test_untyped },
    { "/sync/turn-settle/what-was-seen-leaves-the-cloud", 1, test_cloud },
    { "/sync/turn-settle/of-an-erased-learner-nothing-is-left", 1, test_erase },
    { "/sync/turn-settle/copies-of-erased-learners-go-with-the-commit", 1, test_clean_up },
    { "/sync/turn-settle/a-damaged-document-is-not-erased", 1, test_damaged },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
