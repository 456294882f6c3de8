/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of learners who were removed for good nothing stays on the server. */
#include "config.h"

#include "edit-fixture.h"

/* two segments and a snapshot of what was known before the learner was erased, and what says that they were */
typedef struct
{
  char *names[4]; /* the last one once they were */
  PzSegment *removal;
  PzSyncer *syncer;
} Server;

static char *
publish (SyncFixture *fixture,
         guint64      number)
{
  g_autoptr(PzSyncState) state = edit_fixture_read_state (fixture, 0);

  return edit_fixture_put_snapshot (fixture, EDIT_DEVICE + 1, number, state->known);
}

static void
look (Server      *self,
      SyncFixture *fixture)
{
  self->syncer = edit_fixture_look (fixture, 0);
  g_assert_true (pz_syncer_pull (self->syncer, NULL));
  self->syncer = edit_fixture_look (fixture, 0);
}

static void
server_init (Server      *self,
             SyncFixture *fixture)
{
  g_autoptr(PzSegment) first = edit_fixture_begin (EDIT_DEVICE), second = NULL;
  PzHash chain;
  PzReplaced learner = { EDIT_DEVICE, 1, 0 };

  edit_fixture_add (first, "mood", "1", NULL);
  second = edit_fixture_after (first);
  edit_fixture_add (second, "mood", "2", NULL);
  self->names[0] = edit_fixture_put (fixture, first);
  self->names[1] = edit_fixture_put (fixture, second);
  look (self, fixture);
  self->names[2] = publish (fixture, 1);
  look (self, fixture);
  chain = pz_segment_get_chain (first, 1);
  learner.mark = pz_hash_get_mark (&chain);
  self->removal = edit_fixture_after (second);
  edit_fixture_add (self->removal, PZ_WRITE_WHOLE, NULL, &learner);
}

static void
erase (Server      *self,
       SyncFixture *fixture)
{
  self->names[3] = edit_fixture_put (fixture, self->removal);
  look (self, fixture);
}

static void
server_clear (Server *self)
{
  for (guint i = 0; i < 4; i++)
    g_free (self->names[i]);
  pz_segment_free (self->removal);
}

static gboolean
may_hold (Server *self,
          guint   object)
{
  return pz_syncer_may_hold_erased (self->syncer, edit_fixture_find_listed (self->syncer, self->names[object]));
}

static void
test_may_hold (SyncFixture   *fixture,
               gconstpointer  data)
{
  Server server = { 0 };
  g_autoptr(PzSegment) later = NULL;
  g_autofree char *name = NULL;

  server_init (&server, fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_false (may_hold (&server, i)); /* nobody was erased */
  erase (&server, fixture);
  later = edit_fixture_after (server.removal);
  edit_fixture_add (later, "mood", "3", NULL);
  name = edit_fixture_put (fixture, later);
  server.syncer = edit_fixture_look (fixture, 0);
  for (guint i = 0; i < 4; i++)
    g_assert_true (may_hold (&server, i));
  g_assert_false (pz_syncer_may_hold_erased (server.syncer, edit_fixture_find_listed (server.syncer, name)));

  edit_fixture_find_listed (server.syncer, server.names[0])->whole = FALSE;
  g_hash_table_add (server.syncer->state->aside, g_strdup (server.names[1]));
  g_hash_table_add (server.syncer->state->aside, g_strdup (server.names[2]));
  g_assert_false (may_hold (&server, 0) || may_hold (&server, 1) || may_hold (&server, 2)); /* nothing has all of those */
  server_clear (&server);
}

/* a snapshot is wanted as long as none has all the rest of what may be deleted */
static void
test_has_to_clean (SyncFixture   *fixture,
                   gconstpointer  data)
{
  Server server = { 0 };
  g_autofree char *snapshot = NULL;
  gboolean is_held = TRUE;

  server_init (&server, fixture);
  g_assert_false (pz_syncer_has_to_clean (server.syncer, &is_held));
  g_assert_false (is_held);
  erase (&server, fixture);
  g_assert_true (pz_syncer_has_to_clean (server.syncer, &is_held));
  g_assert_true (is_held);
  snapshot = publish (fixture, 2);
  look (&server, fixture);
  g_assert_false (pz_syncer_has_to_clean (server.syncer, &is_held));
  g_assert_true (is_held); /* until it was deleted */
  for (guint i = 0; i < 4; i++)
    g_hash_table_remove (sim_remote_get_files (fixture->remote), server.names[i]);
  look (&server, fixture);
  g_assert_false (pz_syncer_has_to_clean (server.syncer, &is_held));
  g_assert_false (is_held);
  server_clear (&server);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-clean/what-was-written-before-may-hold-something", 1, test_may_hold },
    { "/sync/syncer-clean/a-snapshot-is-wanted-until-there-is-one", 1, test_has_to_clean },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
