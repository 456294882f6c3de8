/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of another device come into the class, or are left alone. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME
#define THIRD G_GUINT64_CONSTANT (0x1122334455667788)

static guint64
get_number (SyncFixture *fixture,
            guint64      device)
{
  g_autoptr(PzSyncState) state = edit_fixture_read_state (fixture, 0);

  return pz_vector_get_number (state->known->vector, device);
}

static guint32
get_mark (PzSegment *segment,
          guint64    number)
{
  PzHash chain = pz_segment_get_chain (segment, number);

  return pz_hash_get_mark (&chain);
}

/* the learner and two more edits of a device */
static PzSegment *
make_three (guint64 device)
{
  PzSegment *segment = edit_fixture_begin (device);
  PzReplaced first = { device, 1, 0 };

  edit_fixture_add_learner (segment, "Ada");
  first.mark = get_mark (segment, 1);
  edit_fixture_add (segment, "given-name", "\"Bea\"", &first);
  edit_fixture_add (segment, "notes", "\"of Bea\"", NULL);
  return segment;
}

static void
test_comes_in (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_three (EDIT_DEVICE);
  g_autoptr(PzSyncState) state = NULL, again = NULL;
  const PzVectorEntry *entry;
  PzHash chain = pz_segment_get_chain (segment, 3);

  g_assert_cmpint (edit_fixture_apply (fixture, 0, segment), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 1);
  state = edit_fixture_read_state (fixture, 0);
  entry = pz_vector_find (state->known->vector, EDIT_DEVICE);
  g_assert_cmpuint (entry->number, ==, 3);
  g_assert_true (pz_hash_equal (&entry->chain, &chain));
  g_assert_cmpint (entry->seen, ==, FIXTURE_START / 1000);

  g_assert_cmpint (edit_fixture_apply (fixture, 0, segment), ==, PZ_PLACED); /* twice is once */
  again = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_vector_get_number (again->known->vector, EDIT_DEVICE), ==, 3);
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 1);
}

/* part of it is known: the rest follows */
static void
test_follows (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) first = edit_fixture_begin (EDIT_DEVICE), whole = make_three (EDIT_DEVICE);
  g_autoptr(PzSegment) last = edit_fixture_after (whole);

  edit_fixture_add_learner (first, "Ada");
  edit_fixture_add (last, "family-name", "\"Lovelace\"", NULL);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, first), ==, PZ_PLACED);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, last), ==, PZ_PLACED_LATER); /* a gap */
  g_assert_cmpuint (get_number (fixture, EDIT_DEVICE), ==, 1);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, NULL);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, whole), ==, PZ_PLACED);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, last), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "Lovelace");
}

/* two histories of one id: nothing beyond the last edit in which both agree is taken in, ever */
static void
test_other_history (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzSegment) mine = make_three (EDIT_DEVICE), other = edit_fixture_begin (EDIT_DEVICE), beyond = NULL;
  g_autoptr(PzSyncState) state = NULL;
  const PzVectorEntry *entry;

  edit_fixture_add_learner (other, "Ada");
  edit_fixture_add (other, "given-name", "\"Cleo\"", NULL);
  edit_fixture_apply (fixture, 0, mine);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, other), ==, PZ_PLACED_ASIDE);
  state = edit_fixture_read_state (fixture, 0);
  entry = pz_vector_find (state->known->vector, EDIT_DEVICE);
  g_assert_true (entry->closed);
  g_assert_cmpuint (entry->number, ==, 1);
  g_assert_true (g_hash_table_contains (state->aside, "seg-1-2"));
  g_assert_true (state->check_all);
  g_assert_cmpuint (state->publish, >, 0);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea"); /* it stays, and is told of under an id of our own */

  beyond = edit_fixture_after (mine);
  edit_fixture_add (beyond, "notes", "\"late\"", NULL);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, beyond), ==, PZ_PLACED_ASIDE);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
}

/* parted before what we remember: where is not known */
static void
test_parted_long_ago (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzSegment) mine = make_three (EDIT_DEVICE), other = NULL;
  PzHash elsewhere = pz_hash_of ("elsewhere", 9);
  g_autoptr(PzSyncState) state = NULL;

  edit_fixture_apply (fixture, 0, mine);
  other = pz_segment_new (SIM_CLASSROOM, EDIT_DEVICE, 4, &elsewhere);
  edit_fixture_add (other, "notes", "\"of another history\"", NULL);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, other), ==, PZ_PLACED_ASIDE);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (pz_vector_find (state->known->vector, EDIT_DEVICE)->closed);
  g_assert_true (g_hash_table_contains (state->aside, "seg-4-4"));
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
}

/* its writer names a write that we know otherwise: our marks have to be told first */
static void
test_names_other_history (SyncFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzSegment) known = make_three (EDIT_DEVICE), segment = edit_fixture_begin (THIRD);
  PzReplaced replaced = { EDIT_DEVICE, 2, get_mark (known, 2) ^ 1 };
  g_autoptr(PzSyncState) state = NULL;

  edit_fixture_apply (fixture, 0, known);
  edit_fixture_add (segment, "given-name", "\"Cleo\"", &replaced);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, segment), ==, PZ_PLACED_LATER);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
  g_assert_cmpuint (get_number (fixture, THIRD), ==, 0);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (state->publish, ==, 1);
}

/* replaced before it came: it does not come back when it does */
static void
test_replaced_before (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzSegment) early = make_three (EDIT_DEVICE), late = edit_fixture_begin (THIRD);
  PzReplaced replaced = { EDIT_DEVICE, 3, get_mark (early, 3) };

  edit_fixture_add_learner (late, "Ada");
  edit_fixture_add (late, "notes", "\"instead\"", &replaced);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, late), ==, PZ_PLACED);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, early), ==, PZ_PLACED);
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, PZ_LEARNER_NOTES), ==, 1);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "instead");
  g_assert_cmpuint (sync_fixture_count_values (fixture, 0, NAME), ==, 2); /* nobody replaced those */
}

/* a learner who was removed for good goes, and so does whatever still comes of them */
static void
test_removed (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_three (EDIT_DEVICE), late = NULL;
  g_autoptr(PzSyncState) state = NULL;
  PzReplaced first = { EDIT_DEVICE, 1, get_mark (segment, 1) };

  edit_fixture_add (segment, PZ_WRITE_WHOLE, NULL, &first);
  sync_fixture_write (fixture, 0, PZ_LEARNER_FAMILY_NAME, "not sent yet");
  edit_fixture_apply (fixture, 0, segment);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
  late = edit_fixture_after (segment);
  edit_fixture_add_learner (late, "again");
  g_assert_cmpint (edit_fixture_apply (fixture, 0, late), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_knowledge_is_erased (state->known, EDIT_DOCUMENT));
  g_assert_cmpuint (pz_vector_get_number (state->erased, EDIT_DEVICE), ==, 5); /* what came last has to go as well */
}

static gboolean
retire (PzTurn    *turn,
        gpointer   user_data,
        GError   **error)
{
  pz_vector_find (turn->state->known->vector, EDIT_DEVICE)->retired = TRUE;
  return TRUE;
}

/* a lost device that writes again is back; what a newer version writes is kept */
static void
test_is_back (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_three (EDIT_DEVICE), next = edit_fixture_after (segment);
  g_autoptr(PzSyncState) state = NULL;
  PzStamp tag = { EDIT_DEVICE, 4, 0 };

  edit_fixture_apply (fixture, 0, segment);
  edit_fixture_change (fixture, 0, retire, NULL);
  edit_fixture_add (next, "mood", "{\"of\":[ 1.50 ]}", NULL);
  edit_fixture_apply (fixture, 0, next);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (pz_vector_find (state->known->vector, EDIT_DEVICE)->retired);
  g_assert_true (pz_state_map_has (state->known->state, EDIT_PATH, "mood", &tag));
}

/* the file of the learner cannot be read: nothing of the segment counts as seen */
static void
test_damaged_document (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_three (EDIT_DEVICE);
  PzPlacing placing;
  g_autoptr(GError) error = NULL;

  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":");
  g_assert_false (pz_replica_apply_segment (sync_fixture_get (fixture, 0)->replica, "seg", segment, &placing, &error));
  g_assert_cmpint (error->domain, ==, PZ_ERROR);
  g_assert_cmpuint (get_number (fixture, EDIT_DEVICE), ==, 0);
  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", NULL);
  g_assert_cmpint (edit_fixture_apply (fixture, 0, segment), ==, PZ_PLACED);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica-apply/edits-come-in-once", 1, test_comes_in },
    { "/sync/replica-apply/what-lies-behind-a-gap-waits", 1, test_follows },
    { "/sync/replica-apply/another-history-is-set-aside-and-the-device-closed", 1, test_other_history },
    { "/sync/replica-apply/what-parted-long-ago-is-set-aside", 1, test_parted_long_ago },
    { "/sync/replica-apply/who-has-seen-another-history-is-told-first", 1, test_names_other_history },
    { "/sync/replica-apply/what-was-replaced-before-it-came-stays-away", 1, test_replaced_before },
    { "/sync/replica-apply/who-was-removed-stays-away", 1, test_removed },
    { "/sync/replica-apply/a-lost-device-is-back-and-the-unknown-is-kept", 1, test_is_back },
    { "/sync/replica-apply/what-cannot-be-written-is-not-seen", 1, test_damaged_document },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
