/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the server has and we have not comes in. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-sync-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME
#define THIRD G_GUINT64_CONSTANT (0x1122334455667788)

static void
pull (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_pull (syncer, &error));
  g_assert_no_error (error);
}

static PzSegment *
make_learner (const char *name)
{
  PzSegment *segment = edit_fixture_begin (EDIT_DEVICE);

  edit_fixture_add_learner (segment, name);
  return segment;
}

/* of several that begin alike, the longest: the others are parts of it */
static void
test_segments (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzSegment) part = make_learner ("Ada"), whole = make_learner ("Ada"), next = NULL;
  g_autofree char *part_name = NULL, *whole_name = NULL, *next_name = NULL;
  PzSyncer *syncer;

  edit_fixture_add (whole, "notes", "\"of Ada\"", NULL);
  next = edit_fixture_after (whole);
  edit_fixture_add (next, "family-name", "\"Lovelace\"", NULL);
  part_name = edit_fixture_put (fixture, part);
  whole_name = edit_fixture_put (fixture, whole);
  next_name = edit_fixture_put (fixture, next);
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_FAMILY_NAME, "Lovelace");
  g_assert_cmpuint (syncer->status->n_received, ==, 3);
  g_assert_cmpuint (syncer->status->n_requests, ==, 1 + 2);
  g_assert_false (syncer->incomplete);

  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_cmpuint (syncer->status->n_requests, ==, 1);
}

/* what lies behind a gap is not asked for, until a snapshot closes it */
static void
test_snapshot_closes_gap (SyncFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr(PzSegment) first = make_learner ("Ada"), next = edit_fixture_after (first);
  g_autoptr(PzKnowledge) snapshot = pz_knowledge_new (SIM_CLASSROOM);
  g_autofree char *segment_name = NULL, *snapshot_name = NULL;
  PzStamp stamp = { EDIT_DEVICE, 1, PZ_HLC (FIXTURE_START, 0) };
  PzHash chain = pz_segment_get_chain (first, 1);
  PzSyncer *syncer;

  edit_fixture_add (next, "notes", "\"behind\"", NULL);
  segment_name = edit_fixture_put (fixture, next);
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_cmpuint (syncer->status->n_requests, ==, 1);
  pz_vector_advance (snapshot->vector, EDIT_DEVICE, &chain);
  pz_state_map_add (snapshot->state, EDIT_PATH, PZ_WRITE_TYPE, &stamp, "\"learner\"");
  snapshot_name = edit_fixture_put_snapshot (fixture, THIRD, 1, snapshot);
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_cmpuint (syncer->status->n_received, ==, 2);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "behind");
  g_assert_true (g_hash_table_contains (syncer->state->snapshots, snapshot_name));
}

/* neither what the server shows to be cut nor what turns out to be */
static void
test_torn (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_learner ("Ada");
  g_autofree char *name = edit_fixture_put (fixture, segment);
  PzSyncer *syncer;

  syncer = edit_fixture_look (fixture, 0);
  edit_fixture_tear (fixture, name); /* after it was listed */
  pull (syncer);
  g_assert_true (syncer->incomplete);
  g_assert_true (g_hash_table_contains (syncer->torn, name));
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_true (syncer->incomplete);
  g_assert_cmpuint (syncer->status->n_requests, ==, 1);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
  g_assert_cmpuint (syncer->status->refused->len, ==, 0);
}

/* somebody tidied up meanwhile: then there is something new */
static void
test_gone (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(PzSegment) part = make_learner ("Ada"), whole = make_learner ("Ada");
  g_autofree char *name = edit_fixture_put (fixture, part), *instead = NULL;
  PzSyncer *syncer = edit_fixture_look (fixture, 0);

  edit_fixture_add (whole, "notes", "\"of Ada\"", NULL);
  g_hash_table_remove (sim_remote_get_files (fixture->remote), name);
  instead = edit_fixture_put (fixture, whole);
  pull (syncer);
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "of Ada");
  g_assert_false (syncer->incomplete);
}

static void
assert_refused (SyncFixture *fixture,
                const char  *name)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);

  pull (syncer);
  g_assert_cmpuint (syncer->status->refused->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (syncer->status->refused, 0), ==, name);
  g_assert_true (syncer->incomplete);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada"); /* of somebody else, behind it */
  g_hash_table_remove (sim_remote_get_files (fixture->remote), name);
}

/* whole by its name, and not what that says: it is named, and keeps nothing else back */
static void
test_refused (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) good = make_learner ("Ada"), bad = edit_fixture_begin (THIRD);
  g_autofree char *good_name = edit_fixture_put (fixture, good);
  PzObjectName name = { .kind = PZ_OBJECT_SEGMENT, .device = THIRD, .from = 1, .to = 2 };
  PzObjectName snapshot_name = { .kind = PZ_OBJECT_SNAPSHOT, .device = THIRD, .to = 1 };
  g_autoptr(PzKnowledge) other_class = pz_knowledge_new ("k3v9qmx2a7hd5w4t");
  g_autoptr(GBytes) json = NULL, of_other_class = NULL, nothing = g_bytes_new_static ("{}", 2);

  edit_fixture_add (bad, "notes", "\"bad\"", NULL);
  json = pz_segment_write (bad);
  of_other_class = pz_snapshot_write (other_class);
  {
    g_autofree char *other_numbers = edit_fixture_put_json (fixture, &name, json);

    assert_refused (fixture, other_numbers);
  }
  name.to = 1;
  name.device = THIRD + 1;
  {
    g_autofree char *other_device = edit_fixture_put_json (fixture, &name, json);

    assert_refused (fixture, other_device);
  }
  {
    g_autofree char *none = edit_fixture_put_json (fixture, &name, nothing);

    assert_refused (fixture, none);
    g_assert_true (g_hash_table_contains (sync_fixture_get (fixture, 0)->syncer->unreadable, none));
  }
  {
    g_autofree char *snapshot = edit_fixture_put_json (fixture, &snapshot_name, of_other_class);

    assert_refused (fixture, snapshot);
  }
}

/* what would make a file here too large to be read again */
static void
test_too_large (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr(PzSegment) good = make_learner ("Ada"), large = edit_fixture_begin (THIRD);
  g_autofree char *text = g_strnfill (PZ_JSON_MAX_SIZE, 'x'), *value = g_strdup_printf ("\"%s\"", text);
  g_autofree char *good_name = edit_fixture_put (fixture, good), *name = NULL;

  edit_fixture_add (large, "mood", value, NULL);
  name = edit_fixture_put (fixture, large);
  assert_refused (fixture, name);
  /* there may be room for it later */
  g_assert_false (g_hash_table_contains (sync_fixture_get (fixture, 0)->syncer->unreadable, name));
}

static void
test_too_new (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) good = make_learner ("Ada");
  g_autofree char *good_name = edit_fixture_put (fixture, good), *name = NULL;
  PzObjectName about = { .kind = PZ_OBJECT_SEGMENT, .device = THIRD, .from = 1, .to = 1 };
  g_autoptr(GBytes) json = g_bytes_new_static ("{\"kind\":\"segment\",\"minor\":9,\"min_reader\":9}", 43);
  PzSyncer *syncer;

  name = edit_fixture_put_json (fixture, &about, json);
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_true (syncer->status->is_too_new && syncer->incomplete);
  g_assert_cmpuint (syncer->status->refused->len, ==, 0);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
}

/* a snapshot knows more of us than we do: somebody else goes by our id */
static void
test_beyond_us (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr(PzKnowledge) snapshot = pz_knowledge_new (SIM_CLASSROOM);
  g_autofree char *name = NULL;
  PzHash chain = pz_hash_of ("x", 1);
  PzSyncer *syncer;
  guint64 before;

  sync_fixture_sync_all (fixture, 2);
  syncer = edit_fixture_look (fixture, 0);
  before = syncer->state->device;
  for (guint64 n = 0; n <= pz_sync_state_get_number (syncer->state); n++)
    pz_vector_advance (snapshot->vector, before, &chain);
  name = edit_fixture_put_snapshot (fixture, THIRD, 1, snapshot);
  syncer = edit_fixture_look (fixture, 0);
  pull (syncer);
  g_assert_true (syncer->status->new_device);
  g_assert_cmphex (syncer->state->device, !=, before);
}

/* it was another program with the same folder that wrote, after our run has read what is known */
static void
test_same_folder (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzSyncer *syncer;
  PzSyncState *stale;
  guint64 before;

  sync_fixture_sync_all (fixture, 2);
  stale = edit_fixture_read_state (fixture, 0);
  before = stale->device;
  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 2);
  sync_fixture_publish_all (fixture);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_cmpuint (pz_sync_state_get_number (syncer->state), >, pz_sync_state_get_number (stale));
  g_clear_pointer (&syncer->state, pz_sync_state_free);
  syncer->state = stale;
  pull (syncer);
  g_assert_false (syncer->status->new_device);
  g_assert_cmphex (syncer->state->device, ==, before);
}

static void
test_stopped (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) segment = make_learner ("Ada");
  g_autofree char *name = edit_fixture_put (fixture, segment);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GError) error = NULL;

  sim_remote_end_after (fixture->remote, 0, NULL);
  g_assert_false (pz_syncer_pull (syncer, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  sim_remote_end_after (fixture->remote, -1, NULL);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  syncer->cancellable = cancellable;
  g_assert_false (pz_syncer_pull (syncer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  syncer->cancellable = NULL;
  g_clear_error (&error);
  edit_fixture_set_file (fixture, 0, EDIT_DOCUMENT ".json", "{\"half\":"); /* nothing of the server's fault */
  g_assert_false (pz_syncer_pull (syncer, &error));
  g_assert_cmpint (error->domain, ==, PZ_ERROR);
  g_assert_cmpuint (syncer->status->refused->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-pull/of-segments-the-longest-is-read", 1, test_segments },
    { "/sync/syncer-pull/a-snapshot-closes-a-gap", 1, test_snapshot_closes_gap },
    { "/sync/syncer-pull/what-is-cut-is-left-for-later", 1, test_torn },
    { "/sync/syncer-pull/what-is-gone-was-replaced", 1, test_gone },
    { "/sync/syncer-pull/what-is-not-what-its-name-says-is-refused", 1, test_refused },
    { "/sync/syncer-pull/what-is-too-large-for-us-is-refused", 1, test_too_large },
    { "/sync/syncer-pull/what-is-too-new-is-left-for-later", 1, test_too_new },
    { "/sync/syncer-pull/who-is-known-better-elsewhere-takes-another-id", 1, test_beyond_us },
    { "/sync/syncer-pull/the-same-folder-is-nobody-else", 2, test_same_folder },
    { "/sync/syncer-pull/stops-with-the-network-and-at-a-damaged-document", 1, test_stopped },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
