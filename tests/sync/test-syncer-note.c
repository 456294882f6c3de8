/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a run found out about the server is written down, beside the changes of the class. */
#include "config.h"

#include "edit-fixture.h"

static void
note (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_note_run (syncer, &error));
  g_assert_no_error (error);
}

static gint64
get_now (SyncFixture *fixture)
{
  return pz_environment_get_now (sync_fixture_get (fixture, 0)->environment);
}

static gboolean
remember_gone (PzTurn    *turn,
               gpointer   user_data,
               GError   **error)
{
  g_hash_table_insert (turn->state->snapshots, g_strdup ("snap-gone"), pz_vector_new (SIM_CLASSROOM));
  g_hash_table_add (turn->state->aside, g_strdup ("seg-gone"));
  g_hash_table_add (turn->state->refused, g_strdup ("seg-gone"));
  return TRUE;
}

/* since when something is so stays; what is not so any more is forgotten */
static void
test_torn (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE);
  g_autoptr(PzSyncState) first = NULL, second = NULL, third = NULL;
  g_autofree char *name = NULL;
  const gint64 *since;
  gint64 begun = get_now (fixture) / 1000;

  edit_fixture_add_learner (segment, "Ada");
  name = edit_fixture_put (fixture, segment);
  edit_fixture_tear (fixture, name);
  edit_fixture_change (fixture, 0, remember_gone, NULL);
  note (edit_fixture_look (fixture, 0));
  first = edit_fixture_read_state (fixture, 0);
  since = g_hash_table_lookup (first->torn, name);
  g_assert_cmpint (*since, ==, begun);
  g_assert_cmpuint (g_hash_table_size (first->snapshots), ==, 0);
  g_assert_cmpuint (g_hash_table_size (first->aside), ==, 0);
  g_assert_cmpuint (g_hash_table_size (first->refused), ==, 0);

  pz_environment_advance (sync_fixture_get (fixture, 0)->environment, 5000);
  note (edit_fixture_look (fixture, 0));
  second = edit_fixture_read_state (fixture, 0);
  since = g_hash_table_lookup (second->torn, name);
  g_assert_cmpint (*since, ==, begun);
  g_hash_table_remove (sim_remote_get_files (fixture->remote), name);
  note (edit_fixture_look (fixture, 0));
  third = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (g_hash_table_size (third->torn), ==, 0);
}

/* behind a gap: all is taken in only when that has waited for longer than it is worth */
static void
test_unreached (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE), behind = NULL;
  g_autoptr(PzSyncState) state = NULL;
  g_autofree char *name = NULL;
  PzSyncer *syncer;

  edit_fixture_add_learner (segment, "Ada");
  behind = edit_fixture_after (segment);
  edit_fixture_add (behind, "notes", "1", NULL);
  name = edit_fixture_put (fixture, behind);
  syncer = edit_fixture_look (fixture, 0);
  note (syncer);
  g_assert_true (syncer->incomplete);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (g_hash_table_contains (state->unreached, name));
  g_assert_cmpint (state->pulled, ==, 0);
  pz_environment_advance (sync_fixture_get (fixture, 0)->environment, PZ_SYNC_PATIENCE * G_GINT64_CONSTANT (1000));
  syncer = edit_fixture_look (fixture, 0);
  note (syncer);
  g_assert_false (syncer->incomplete);
  g_assert_cmpint (syncer->pulled, ==, get_now (fixture));
}

static void
test_found_out (SyncFixture   *fixture,
                gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(PzSyncState) state = NULL;

  g_ptr_array_add (syncer->status->refused, g_strdup ("seg-refused"));
  syncer->status->is_erasing = TRUE;
  syncer->state->n_missing = 2;
  syncer->state->n_published = 4;
  note (syncer);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (g_hash_table_contains (state->refused, "seg-refused"));
  g_assert_true (state->is_erasing);
  g_assert_cmpuint (state->n_missing, ==, 2);
  g_assert_cmpuint (state->n_published, ==, 4);
  g_assert_cmpint (state->pulled, ==, get_now (fixture));
  g_assert_cmpint (state->stored, ==, 0); /* the server lacks something */
  syncer->state->n_missing = 0;
  note (syncer);
  g_assert_cmpint (syncer->stored, ==, get_now (fixture));
}

static gboolean
write_much (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  PzHash chain = pz_hash_of ("x", 1);
  gint64 long_ago = 1;

  for (guint i = 0; i < 20010; i++)
    pz_vector_advance (turn->state->known->vector, EDIT_DEVICE, &chain);
  pz_vector_get (turn->state->known->vector, EDIT_DEVICE)->seen = 2;
  turn->state->publish = 1;
  pz_knowledge_add_purged (turn->state->known, EDIT_DOCUMENT, long_ago);
  pz_sync_state_note_erased (turn->state);
  return TRUE;
}

/* old marks, and that somebody was erased whom everybody has forgotten */
static void
test_forgets (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSyncState) state = NULL;
  guint32 mark;

  edit_fixture_change (fixture, 0, write_much, NULL);
  note (edit_fixture_look (fixture, 0));
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (pz_vector_get_mark (state->known->vector, EDIT_DEVICE, 10, &mark));
  g_assert_true (pz_vector_get_mark (state->known->vector, EDIT_DEVICE, 11, &mark));
  g_assert_null (state->erased);
  g_assert_cmpuint (state->publish, ==, 1); /* no listing has shown it */
}

/* a run that found nothing new writes no file for the times alone */
static void
test_quiet (SyncFixture   *fixture,
            gconstpointer  data)
{
  PzStore *store = pz_replica_get_store (sync_fixture_get (fixture, 0)->replica);
  PzVersion before, after;

  sync_fixture_sync_all (fixture, 2);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &before, NULL));
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &after, NULL));
  g_assert_cmpuint (before.inode, ==, after.inode);
  pz_environment_advance (sync_fixture_get (fixture, 0)->environment, 2 * 60 * 60 * 1000);
  sync_fixture_sync (fixture, 0);
  g_assert_true (pz_store_stat (store, PZ_SYNC_STATE_FILE, &after, NULL));
  g_assert_cmpuint (before.inode, !=, after.inode);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-note/since-when-an-object-is-cut", 1, test_torn },
    { "/sync/syncer-note/what-lies-behind-a-gap-has-its-time", 1, test_unreached },
    { "/sync/syncer-note/what-was-found-out-stays", 1, test_found_out },
    { "/sync/syncer-note/what-is-long-ago-is-forgotten", 1, test_forgets },
    { "/sync/syncer-note/a-quiet-run-writes-nothing", 1, test_quiet },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
