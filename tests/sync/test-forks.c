/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two histories of one device, and what others had seen of one of them. */
#include "config.h"

#include "sync-fixture.h"

#include "pz-envelope.h"
#include "pz-object-name.h"
#include "pz-sync-edit.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME
#define OTHER "k3v9qmx2a7hd5w4t"

/* Takes the files that begin so away from the server, as an old listing does. Returns (transfer full): name -> GBytes. */
static GHashTable *
hide (SyncFixture *fixture,
      const char  *prefix)
{
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) names = sync_fixture_find (fixture, prefix);
  GHashTable *files = sim_remote_get_files (fixture->remote);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      g_hash_table_insert (hidden, g_strdup (name), g_bytes_ref (g_hash_table_lookup (files, name)));
      g_hash_table_remove (files, name);
    }
  return hidden;
}

static void
show (SyncFixture *fixture,
      GHashTable  *hidden)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, hidden);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_replace (sim_remote_get_files (fixture->remote), g_strdup (name), g_bytes_ref (bytes));
}

static const PzSyncStatus *
get_status (SyncFixture *fixture,
            guint        device)
{
  return pz_syncer_get_status (sync_fixture_get (fixture, device)->syncer);
}

static gboolean
lists_aside (SyncFixture *fixture,
             guint        device,
             const char  *prefix)
{
  const PzSyncStatus *status = get_status (fixture, device);

  for (guint i = 0; i < status->aside->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (status->aside, i), prefix))
      return TRUE;
  return FALSE;
}

/* Nobody asks the server for more than its list, a few times in a row: some things are done by chance. */
static void
assert_quiet (SyncFixture *fixture)
{
  guint before = sim_remote_get_count (fixture->remote);

  sync_fixture_sync_all (fixture, 8);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, 8 * fixture->devices->len);
}

/* The laptop goes on from an older state of itself, while the server does not show what it wrote in between. Whoever had
 * seen that has told of it in a snapshot: nothing can ever have all that snapshot has. Returns (transfer full): its name. */
static char *
part_histories (SyncFixture *fixture)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0), *other = sync_fixture_get (fixture, 1);
  g_autoptr(GHashTable) segments = NULL, snapshots = NULL;
  g_autoptr(GPtrArray) names = NULL;

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sim_device_write (laptop, OTHER, NAME, "Olga");
  sync_fixture_sync_all (fixture, 3);
  sim_device_back_up (laptop);
  sync_fixture_write (fixture, 0, NAME, "Bea of the first history");
  sync_fixture_sync (fixture, 0);
  pz_replica_set_device_name (other->replica, "Tablet"); /* is told by a snapshot */
  sync_fixture_sync (fixture, 1);
  sync_fixture_sync (fixture, 1);
  names = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (names->len, ==, 1);

  segments = hide (fixture, "seg-");
  snapshots = hide (fixture, "snap-");
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), NULL);
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "of the second history");
  sync_fixture_sync (fixture, 0);
  show (fixture, segments);
  show (fixture, snapshots);
  return g_strdup (g_ptr_array_index (names, 0));
}

static void
test_snapshot_of_other_history (SyncFixture   *fixture,
                                gconstpointer  data)
{
  g_autofree char *snapshot = part_histories (fixture);

  sync_fixture_sync_all (fixture, 6);
  sim_device_purge (sync_fixture_get (fixture, 1), OTHER);
  sync_fixture_sync_all (fixture, 12);
  assert_quiet (fixture);
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      sync_fixture_assert_shows (fixture, i, NAME, "Bea of the first history");
      sync_fixture_assert_shows (fixture, i, PZ_LEARNER_NOTES, "of the second history");
      g_assert_true (lists_aside (fixture, i, snapshot));
    }
  g_assert_true (g_hash_table_contains (sim_remote_get_files (fixture->remote), snapshot));
  sync_fixture_assert_equal (fixture);
}

/* somebody looked into what could not be placed, and deleted it */
static void
test_file_is_gone (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autofree char *snapshot = part_histories (fixture);

  sync_fixture_sync_all (fixture, 6);
  g_assert_true (lists_aside (fixture, 1, snapshot));
  g_assert_true (lists_aside (fixture, 1, "seg-"));
  g_assert_true (g_hash_table_remove (sim_remote_get_files (fixture->remote), snapshot));
  sync_fixture_sync_all (fixture, 1);
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      g_assert_false (lists_aside (fixture, i, snapshot));
      g_assert_true (lists_aside (fixture, i, "seg-")); /* these are still there */
    }
}

/* What somebody knows of the class who calls that device closed behind an edit: each edit wrote one field. Puts it on the
 * server, from a device whose id is `from`. */
static void
put_closed (SyncFixture *fixture,
            guint64      from,
            guint64      device,
            guint        number,
            const char  *again)
{
  static const char *const fields[] = { "type", "given-name", "family-name", "notes" };
  static const char *const values[] = { "\"learner\"", "\"Adelheid\"", "\"Lovelace\"", "\"of the first history\"" };
  const char *path = "learners/" OTHER "/" OTHER;
  g_autoptr(PzKnowledge) knowledge = pz_knowledge_new (SIM_CLASSROOM);
  PzHash chain = pz_chain_begin (SIM_CLASSROOM, device);
  PzObjectName name = { PZ_OBJECT_SNAPSHOT, from, 0, 1, 0, 0, { { 0 } }, 9 };
  g_autoptr(GBytes) json = NULL, bytes = NULL;

  for (guint i = 0; i < number; i++)
    {
      PzStamp stamp = { device, i + 1, PZ_HLC (FIXTURE_START, i) };

      chain = pz_chain_next (&chain, values[i]);
      pz_vector_advance (knowledge->vector, device, &chain);
      pz_state_map_add (knowledge->state, path, fields[i], &stamp, values[i]);
    }
  pz_vector_close (knowledge->vector, device, number);
  if (again != NULL)
    {
      PzStamp stamp = { from, 1, PZ_HLC (FIXTURE_START, number) };

      chain = pz_chain_begin (SIM_CLASSROOM, from);
      chain = pz_chain_next (&chain, again);
      pz_vector_advance (knowledge->vector, from, &chain);
      pz_state_map_add (knowledge->state, path, fields[number], &stamp, values[number]);
    }
  json = pz_snapshot_write (knowledge);
  bytes = pz_envelope_close (json);
  name.length = g_bytes_get_size (bytes);
  name.hash = pz_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_hash_table_insert (sim_remote_get_files (fixture->remote), pz_object_name_format (&name), g_steal_pointer (&bytes));
}

/* One says that an id ends early, and has sent again what lay behind; another one did not know that yet. Whoever is new
 * to the class has nothing to send. */
static void
assert_newcomer_repeats_nothing (SyncFixture *fixture,
                                 guint64      knowing,
                                 guint64      unknowing)
{
  const guint64 closed = 0x3fa94c1d22e0b781;
  g_autofree char *expected = g_strdup_printf ("\"notes\":[[\"%016" G_GINT64_MODIFIER "x\",1,", knowing);
  g_autofree char *state = NULL;
  guint newcomer;

  put_closed (fixture, unknowing, closed, 4, NULL);
  put_closed (fixture, knowing, closed, 3, "again");
  newcomer = sync_fixture_add (fixture);
  sync_fixture_sync (fixture, newcomer);
  g_assert_cmpuint (get_status (fixture, newcomer)->n_waiting, ==, 0);
  g_assert_cmpuint (get_status (fixture, newcomer)->n_sent, ==, 0);
  state = sim_device_dup_state (sync_fixture_get (fixture, newcomer));
  g_assert_nonnull (strstr (state, expected));
}

static void
test_knowing_first (SyncFixture   *fixture,
                    gconstpointer  data)
{
  assert_newcomer_repeats_nothing (fixture, 1, 2);
}

static void
test_knowing_last (SyncFixture   *fixture,
                   gconstpointer  data)
{
  assert_newcomer_repeats_nothing (fixture, 2, 1);
}

static gboolean
want (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/* All of them have something to say, which is the same: the others need not say it again, and none of them waits for a
 * file of its own, which the others may delete. */
static void
test_one_says_it_for_all (SyncFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr(GPtrArray) names = NULL;
  guint before;

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync_all (fixture, 3);
  for (guint i = 0; i < fixture->devices->len; i++)
    {
      g_autoptr(GError) error = NULL;

      pz_replica_change (sync_fixture_get (fixture, i)->replica, want, NULL, &error);
      g_assert_no_error (error);
    }
  sync_fixture_sync_all (fixture, 2);
  names = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (names->len, ==, 1);
  before = sim_remote_get_count (fixture->remote);
  sync_fixture_sync_all (fixture, 1);
  g_assert_cmpuint (sim_remote_get_count (fixture->remote) - before, ==, fixture->devices->len);
}

/* Something in between is gone from the server, and so is the laptop that wrote it. What lies behind the gap cannot be taken
 * in: that is said, after a while, and forgotten when the gap is closed after all. */
static void
test_behind_gap (SyncFixture   *fixture,
                 gconstpointer  data)
{
  PzEnvironment *environment = sync_fixture_get (fixture, 1)->environment;
  g_autoptr(GHashTable) missing = NULL;
  g_autoptr(GPtrArray) behind = NULL;

  sync_fixture_write (fixture, 0, NAME, "Adelheid");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 1);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  sync_fixture_sync (fixture, 0);
  sync_fixture_sync (fixture, 0);
  missing = hide (fixture, "seg-");
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "of Bea");
  sync_fixture_sync (fixture, 0);
  behind = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (behind->len, ==, 1);

  pz_environment_advance (environment, 60 * 1000);
  sync_fixture_sync (fixture, 1);
  g_assert_cmpuint (get_status (fixture, 1)->aside->len, ==, 0);
  g_assert_cmpint (get_status (fixture, 1)->pulled, <, pz_environment_get_now (environment) - 60 * 1000);
  pz_environment_advance (environment, (gint64) PZ_SYNC_PATIENCE * 1000);
  sync_fixture_sync (fixture, 1);
  g_assert_cmpuint (get_status (fixture, 1)->aside->len, ==, 1);
  g_assert_true (lists_aside (fixture, 1, g_ptr_array_index (behind, 0)));
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_NOTES, NULL);

  show (fixture, missing);
  sync_fixture_sync (fixture, 1);
  g_assert_cmpuint (get_status (fixture, 1)->aside->len, ==, 0);
  sync_fixture_assert_shows (fixture, 1, PZ_LEARNER_NOTES, "of Bea");
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/forks/a-snapshot-of-a-history-that-does-not-count-is-left-alone", 3, test_snapshot_of_other_history },
    { "/sync/forks/a-file-that-could-not-be-placed-is-forgotten-when-it-is-gone", 3, test_file_is_gone },
    { "/sync/forks/what-lies-behind-a-gap-is-shown-after-a-day", 2, test_behind_gap },
    { "/sync/forks/a-newcomer-sends-nothing-again-when-the-first-file-knows-the-end", 1, test_knowing_first },
    { "/sync/forks/a-newcomer-sends-nothing-again-when-the-last-file-knows-the-end", 1, test_knowing_last },
    { "/sync/forks/of-many-that-have-the-same-to-say-one-says-it", 4, test_one_says_it_for_all },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
