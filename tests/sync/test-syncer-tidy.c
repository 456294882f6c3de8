/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The server stays tidy, and nothing goes that something else has not all of. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-sync-error.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME

static void
tidy (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_tidy (syncer, &error));
  g_assert_no_error (error);
}

static gboolean
lies_there (SyncFixture *fixture,
            const char  *name)
{
  return g_hash_table_contains (sim_remote_get_files (fixture->remote), name);
}

/* what somebody knows who has seen so many of the edits */
static PzKnowledge *
know (PzSegment *segment,
      guint64    number)
{
  PzKnowledge *knowledge = pz_knowledge_new (SIM_CLASSROOM);

  for (guint64 n = 1; n <= number; n++)
    {
      PzHash chain = pz_segment_get_chain (segment, n);

      pz_vector_advance (knowledge->vector, segment->device, &chain);
    }
  return knowledge;
}

/* Seven objects of a device: three segments, and four snapshots of others that have seen one, two, three and three of the
 * edits. All of them were taken in. */
typedef struct
{
  char *segments[3];
  char *snapshots[4];
  PzSyncer *syncer;
} Server;

static void
server_init (Server      *self,
             SyncFixture *fixture)
{
  g_autoptr(PzSegment) whole = edit_fixture_begin (EDIT_DEVICE);
  static const guint64 seen[] = { 1, 2, 3, 3 };

  edit_fixture_add_learner (whole, "Ada");
  edit_fixture_add (whole, "mood", "2", NULL);
  edit_fixture_add (whole, "mood", "3", NULL);
  for (guint i = 0; i < 3; i++)
    {
      PzHash prev = pz_segment_get_chain (whole, i);
      g_autoptr(PzSegment) segment = pz_segment_new (SIM_CLASSROOM, EDIT_DEVICE, i + 1, &prev);
      const PzSyncEdit *edit = g_ptr_array_index (whole->edits, i);

      edit_fixture_add (segment, edit->field, edit->value, NULL);
      self->segments[i] = edit_fixture_put (fixture, segment);
    }
  self->syncer = edit_fixture_look (fixture, 0);
  g_assert_true (pz_syncer_pull (self->syncer, NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(PzKnowledge) knowledge = know (whole, seen[i]);
      PzStamp stamp = { EDIT_DEVICE, 1, PZ_HLC (FIXTURE_START + 1, 0) };

      pz_state_map_add (knowledge->state, EDIT_PATH, PZ_WRITE_TYPE, &stamp, "\"learner\"");
      self->snapshots[i] = edit_fixture_put_snapshot (fixture, EDIT_DEVICE + 1 + i, 1, knowledge);
    }
  self->syncer = edit_fixture_look (fixture, 0);
  g_assert_true (pz_syncer_pull (self->syncer, NULL));
  self->syncer = edit_fixture_look (fixture, 0);
}

static void
server_clear (Server *self)
{
  for (guint i = 0; i < 3; i++)
    g_free (self->segments[i]);
  for (guint i = 0; i < 4; i++)
    g_free (self->snapshots[i]);
}

static PzListed *
find (Server     *self,
      const char *name)
{
  PzListed *listed = edit_fixture_find_listed (self->syncer, name);

  g_assert_nonnull (listed);
  return listed;
}

static gboolean
is_covered (Server     *self,
            const char *name,
            const char *snapshot)
{
  const PzVector *vector = pz_syncer_find_snapshot (self->syncer, find (self, snapshot));

  g_assert_nonnull (vector);
  return pz_syncer_is_covered (self->syncer, find (self, name), find (self, snapshot), vector);
}

static void
test_covers (SyncFixture   *fixture,
             gconstpointer  data)
{
  Server server;
  const char *greater, *smaller;
  g_autoptr(GPtrArray) names = NULL;

  server_init (&server, fixture);
  g_assert_true (is_covered (&server, server.segments[1], server.snapshots[1]));
  g_assert_false (is_covered (&server, server.segments[2], server.snapshots[1]));
  g_assert_true (is_covered (&server, server.snapshots[0], server.snapshots[1]));
  g_assert_false (is_covered (&server, server.snapshots[1], server.snapshots[0]));
  g_assert_false (is_covered (&server, server.snapshots[0], server.snapshots[0]));
  /* of equal ones that with the greater name stays */
  greater = strcmp (server.snapshots[2], server.snapshots[3]) > 0 ? server.snapshots[2] : server.snapshots[3];
  smaller = greater == server.snapshots[2] ? server.snapshots[3] : server.snapshots[2];
  g_assert_true (is_covered (&server, smaller, greater));
  g_assert_false (is_covered (&server, greater, smaller));
  names = pz_syncer_find_covered (server.syncer, find (&server, greater));
  g_assert_cmpuint (names->len, ==, 6);

  /* what is cut, or was set aside, is covered by nothing */
  find (&server, server.segments[0])->whole = FALSE;
  g_hash_table_add (server.syncer->state->aside, g_strdup (server.segments[1]));
  g_assert_false (is_covered (&server, server.segments[0], greater));
  g_assert_false (is_covered (&server, server.segments[1], greater));
  server_clear (&server);
}

static void
test_ours (SyncFixture   *fixture,
           gconstpointer  data)
{
  Server server;
  PzListed *listed;

  server_init (&server, fixture);
  listed = find (&server, server.segments[1]);
  g_assert_true (pz_syncer_is_ours (server.syncer, listed));
  listed->name.head ^= G_GUINT64_CONSTANT (1) << 40;
  g_assert_false (pz_syncer_is_ours (server.syncer, listed)); /* another history */
  g_assert_false (is_covered (&server, server.segments[1], server.snapshots[2]));

  g_assert_null (pz_syncer_find_snapshot (server.syncer, listed));
  listed = find (&server, server.snapshots[1]);
  g_assert_cmpuint (pz_vector_get_number (pz_syncer_find_snapshot (server.syncer, listed), EDIT_DEVICE), ==, 2);
  listed->whole = FALSE;
  g_assert_null (pz_syncer_find_snapshot (server.syncer, listed));
  server_clear (&server);
}

static void
test_opens (SyncFixture   *fixture,
            gconstpointer  data)
{
  Server server;
  PzListed *listed;
  g_autoptr(PzKnowledge) knowledge = NULL;
  g_autoptr(GBytes) half = g_bytes_new_static ("PZO1", 4);

  server_init (&server, fixture);
  listed = find (&server, server.snapshots[1]);
  knowledge = pz_syncer_open_snapshot (server.syncer, listed,
                                       g_hash_table_lookup (sim_remote_get_files (fixture->remote), listed->text));
  g_assert_cmpuint (pz_vector_get_number (knowledge->vector, EDIT_DEVICE), ==, 2);
  g_assert_null (pz_syncer_open_snapshot (server.syncer, listed, half));
  server_clear (&server);
}

/* all goes that the greatest has, once that was read again */
static void
test_deletes (SyncFixture   *fixture,
              gconstpointer  data)
{
  Server server;
  g_autofree char *greatest = NULL;

  server_init (&server, fixture);
  greatest = g_strdup (strcmp (server.snapshots[2], server.snapshots[3]) > 0 ? server.snapshots[2] : server.snapshots[3]);
  {
    g_autoptr(GBytes) whole = g_bytes_ref (g_hash_table_lookup (sim_remote_get_files (fixture->remote), greatest));

    edit_fixture_tear (fixture, greatest); /* it was whole when it was listed */
    tidy (server.syncer);
    g_assert_true (lies_there (fixture, server.segments[0]) && lies_there (fixture, server.snapshots[0]));
    g_hash_table_replace (sim_remote_get_files (fixture->remote), g_strdup (greatest), g_bytes_ref (whole));
  }
  server.syncer = edit_fixture_look (fixture, 0);
  tidy (server.syncer);
  for (guint i = 0; i < 3; i++)
    g_assert_false (lies_there (fixture, server.segments[i]));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (lies_there (fixture, server.snapshots[i]), ==, g_str_equal (server.snapshots[i], greatest));
  server_clear (&server);
}

/* an account that may not write deletes nothing, nor does one behind a newer version */
static void
test_leaves_all (SyncFixture   *fixture,
                 gconstpointer  data)
{
  Server server;
  guint n;

  server_init (&server, fixture);
  n = sim_remote_get_n_files (fixture->remote);
  server.syncer->status->is_read_only = TRUE;
  tidy (server.syncer);
  server.syncer->status->is_read_only = FALSE;
  server.syncer->status->is_too_new = TRUE;
  tidy (server.syncer);
  g_assert_cmpuint (sim_remote_get_n_files (fixture->remote), ==, n);
  server_clear (&server);
}

/* cut uploads of our own: what they were to hold was sent again; those of others are theirs */
static void
test_torn (SyncFixture   *fixture,
           gconstpointer  data)
{
  PzSyncer *syncer;
  g_autoptr(PzSegment) own = NULL, other = edit_fixture_begin (EDIT_DEVICE);
  g_autofree char *own_name = NULL, *other_name = NULL;

  sync_fixture_sync_all (fixture, 2);
  syncer = edit_fixture_look (fixture, 0);
  own = edit_fixture_begin (syncer->state->device);
  edit_fixture_add_learner (own, "Ada");
  edit_fixture_add_learner (other, "Ada");
  own_name = edit_fixture_put (fixture, own);
  other_name = edit_fixture_put (fixture, other);
  edit_fixture_tear (fixture, own_name);
  edit_fixture_tear (fixture, other_name);
  tidy (edit_fixture_look (fixture, 0));
  g_assert_false (lies_there (fixture, own_name));
  g_assert_true (lies_there (fixture, other_name));
}

/* what the server has lost comes back, once it is sure that it did */
static void
test_heals (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) segments = NULL, before = NULL, after = NULL;
  PzSyncer *syncer;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_sync_all (fixture, 2);
  segments = sync_fixture_find (fixture, "seg-");
  for (guint i = 0; i < segments->len; i++)
    g_hash_table_remove (sim_remote_get_files (fixture->remote), g_ptr_array_index (segments, i));
  syncer = edit_fixture_look (fixture, 0);
  tidy (syncer);
  g_assert_false (syncer->status->healed);
  before = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (before->len, ==, 0);
  sync_fixture_write (fixture, 0, NAME, "Bea"); /* somebody writes just now: it is not sent, and not said to be */
  tidy (syncer);
  g_assert_false (syncer->status->healed);
  g_assert_true (pz_syncer_push (syncer, NULL));
  syncer->state->n_missing = 2; /* which the end of a run writes down */
  tidy (syncer);
  g_assert_true (syncer->status->healed);
  after = sync_fixture_find (fixture, "snap-");
  g_assert_cmpuint (after->len, ==, 1);
}

static void
test_offline (SyncFixture   *fixture,
              gconstpointer  data)
{
  Server server;
  g_autoptr(GError) error = NULL;

  server_init (&server, fixture);
  sim_remote_end_after (fixture->remote, 1, NULL); /* after the snapshot was read again */
  g_assert_false (pz_syncer_tidy (server.syncer, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  server_clear (&server);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-tidy/a-snapshot-covers-what-it-has-all-of", 1, test_covers },
    { "/sync/syncer-tidy/another-history-is-not-covered", 1, test_ours },
    { "/sync/syncer-tidy/a-snapshot-is-opened-or-not", 1, test_opens },
    { "/sync/syncer-tidy/what-is-covered-goes-once-the-snapshot-was-read-again", 1, test_deletes },
    { "/sync/syncer-tidy/who-may-not-write-leaves-all", 1, test_leaves_all },
    { "/sync/syncer-tidy/own-cut-uploads-go", 1, test_torn },
    { "/sync/syncer-tidy/what-the-server-lost-comes-back", 1, test_heals },
    { "/sync/syncer-tidy/stops-with-the-network", 1, test_offline },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
