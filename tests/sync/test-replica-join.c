/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The class joined with a snapshot: a value stays if both have it, or one has it and the other has not seen it. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define SNAPSHOT "snap-one"

/* A snapshot of somebody who has seen so many edits of a device, the learner and their name: of a text of its own each. */
static PzKnowledge *
make_snapshot (const char *history)
{
  PzKnowledge *snapshot = pz_knowledge_new (SIM_CLASSROOM);
  PzHash chain = pz_chain_begin (SIM_CLASSROOM, EDIT_DEVICE);
  PzStamp type = { EDIT_DEVICE, 1, PZ_HLC (FIXTURE_START, 1) };

  for (const char *edit = history; *edit != '\0'; edit++)
    {
      char text[2] = { *edit, '\0' };

      chain = pz_chain_next (&chain, text);
      pz_vector_advance (snapshot->vector, EDIT_DEVICE, &chain);
    }
  pz_state_map_add (snapshot->state, EDIT_PATH, PZ_WRITE_TYPE, &type, "\"learner\"");
  return snapshot;
}

static void
add_value (PzKnowledge *snapshot,
           guint64      number,
           const char  *field,
           const char  *value)
{
  PzStamp stamp = { EDIT_DEVICE, number, PZ_HLC (FIXTURE_START, number) };

  pz_state_map_add (snapshot->state, EDIT_PATH, field, &stamp, value);
}

static PzPlacing
join (SyncFixture       *fixture,
      const char        *name,
      const PzKnowledge *snapshot)
{
  PzPlacing placing = PZ_PLACED_LATER;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_apply_snapshot (sync_fixture_get (fixture, 0)->replica, name, snapshot, &placing, &error));
  g_assert_no_error (error);
  return placing;
}

static void
test_comes_in (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzKnowledge) snapshot = make_snapshot ("abc");
  g_autoptr(PzSyncState) state = NULL;
  const PzVector *remembered;
  PzStamp kept = { EDIT_DEVICE, 3, 0 };
  guint32 mark;

  add_value (snapshot, 2, "given-name", "\"Ada\"");
  add_value (snapshot, 3, "mood", "[ \"glad\" ]"); /* of a newer version */
  g_assert_cmpint (join (fixture, SNAPSHOT, snapshot), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_vector_get_number (state->known->vector, EDIT_DEVICE), ==, 3);
  g_assert_true (pz_vector_get_mark (state->known->vector, EDIT_DEVICE, 2, &mark));
  g_assert_true (pz_state_map_has (state->known->state, EDIT_PATH, "mood", &kept));
  remembered = g_hash_table_lookup (state->snapshots, SNAPSHOT);
  g_assert_cmpuint (pz_vector_get_number (remembered, EDIT_DEVICE), ==, 3);
  g_assert_false (pz_vector_get_mark (remembered, EDIT_DEVICE, 2, &mark)); /* numbers are enough there */

  join (fixture, SNAPSHOT, snapshot); /* twice is once */
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 1);
}

static void
test_loses_what_they_replaced (SyncFixture   *fixture,
                               gconstpointer  data)
{
  g_autoptr(PzKnowledge) before = make_snapshot ("abc"), after = make_snapshot ("abcd");
  g_autoptr(PzSyncState) state = NULL;
  PzStamp kept = { EDIT_DEVICE, 3, 0 };

  add_value (before, 2, "given-name", "\"Ada\"");
  add_value (before, 2, "notes", "\"of Ada\"");
  add_value (before, 3, "mood", "1");
  join (fixture, SNAPSHOT, before);
  sync_fixture_write (fixture, 0, PZ_LEARNER_FAMILY_NAME, "ours");
  sync_fixture_sync (fixture, 0); /* numbered, and unknown to them */
  add_value (after, 4, "given-name", "\"Bea\"");
  g_assert_cmpint (join (fixture, "snap-two", after), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 1);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, NULL);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "ours");
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (pz_state_map_has (state->known->state, EDIT_PATH, "mood", &kept));

  join (fixture, SNAPSHOT, before); /* an older one brings nothing back */
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, NULL);
}

static void
test_other_history (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzKnowledge) mine = make_snapshot ("abc"), other = make_snapshot ("abX");
  g_autoptr(PzSyncState) state = NULL;

  add_value (mine, 2, "given-name", "\"Ada\"");
  add_value (other, 2, "given-name", "\"Ada\"");
  add_value (other, 3, "notes", "\"of another history\"");
  join (fixture, SNAPSHOT, mine);
  g_assert_cmpint (join (fixture, "snap-two", other), ==, PZ_PLACED_ASIDE);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, NULL);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (g_hash_table_contains (state->aside, "snap-two"));
  g_assert_false (g_hash_table_contains (state->snapshots, "snap-two"));
  g_assert_true (pz_vector_find (state->known->vector, EDIT_DEVICE)->closed);
  g_assert_cmpuint (pz_vector_get_number (state->known->vector, EDIT_DEVICE), ==, 2);
  g_assert_false (g_hash_table_contains (state->snapshots, SNAPSHOT)); /* it has more than counts now */
}

/* others know where a device ends */
static void
test_closed (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr(PzKnowledge) mine = make_snapshot ("abc"), closed = make_snapshot ("ab"), beyond = make_snapshot ("abcd");
  g_autoptr(PzSyncState) state = NULL;

  add_value (mine, 3, "given-name", "\"Ada\"");
  join (fixture, SNAPSHOT, mine);
  pz_vector_get (closed->vector, EDIT_DEVICE)->closed = TRUE;
  g_assert_cmpint (join (fixture, "snap-two", closed), ==, PZ_PLACED);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_vector_find (state->known->vector, EDIT_DEVICE)->closed);
  g_assert_cmpuint (pz_vector_get_number (state->known->vector, EDIT_DEVICE), ==, 2);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada"); /* as our own from now on */
  g_assert_cmpint (join (fixture, "snap-three", beyond), ==, PZ_PLACED_ASIDE);
}

/* they know that a learner was removed for good, and we did not */
static void
test_erased (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr(PzKnowledge) before = make_snapshot ("ab"), after = pz_knowledge_new (SIM_CLASSROOM);
  g_autoptr(PzSyncState) state = NULL;

  add_value (before, 2, "given-name", "\"Ada\"");
  join (fixture, SNAPSHOT, before);
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "not sent yet");
  pz_knowledge_add_purged (after, EDIT_DOCUMENT, FIXTURE_START / 1000);
  g_assert_cmpint (join (fixture, "snap-two", after), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_knowledge_is_erased (state->known, EDIT_DOCUMENT));
  g_assert_nonnull (state->erased);
}

static void
test_damaged_document (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr(PzKnowledge) snapshot = make_snapshot ("ab");
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;
  PzPlacing placing;

  add_value (snapshot, 2, "given-name", "\"Ada\"");
  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":");
  g_assert_false (pz_replica_apply_snapshot (sync_fixture_get (fixture, 0)->replica, SNAPSHOT, snapshot, &placing, &error));
  g_assert_cmpint (error->domain, ==, PZ_ERROR);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_vector_get_number (state->known->vector, EDIT_DEVICE), ==, 0);
  g_assert_false (g_hash_table_contains (state->snapshots, SNAPSHOT));
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica-join/what-they-have-comes-in-once", 1, test_comes_in },
    { "/sync/replica-join/what-they-replaced-goes-and-what-they-never-saw-stays", 1, test_loses_what_they_replaced },
    { "/sync/replica-join/another-history-is-set-aside", 1, test_other_history },
    { "/sync/replica-join/a-device-ends-where-others-say", 1, test_closed },
    { "/sync/replica-join/who-was-removed-goes", 1, test_erased },
    { "/sync/replica-join/what-cannot-be-written-is-not-seen", 1, test_damaged_document },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
