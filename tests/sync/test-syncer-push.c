/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits is numbered and sent, and let go of when a listing shows it. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-error.h"
#include "pz-sync-error.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME

static void
push (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_push (syncer, &error));
  g_assert_no_error (error);
}

static void
confirm (PzSyncer *syncer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_confirm (syncer, &error));
  g_assert_no_error (error);
}

/* whether the device takes another id */
static gboolean
forks (PzSyncer *syncer)
{
  guint64 before = syncer->state->device;
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_syncer_check_fork (syncer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (syncer->status->new_device, ==, syncer->state->device != before);
  return syncer->status->new_device;
}

static void
test_sends (SyncFixture   *fixture,
            gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GPtrArray) names = NULL;
  PzObjectName name;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  push (syncer);
  names = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_true (pz_object_name_parse (g_ptr_array_index (names, 0), &name));
  g_assert_cmphex (name.device, ==, syncer->state->device);
  g_assert_cmpuint (name.from, ==, 1);
  g_assert_cmpuint (name.to, ==, 2);
  g_assert_true (pz_object_name_fits (&name, g_hash_table_lookup (sim_remote_get_files (fixture->remote),
                                                                  g_ptr_array_index (names, 0))));
  g_assert_cmpuint (syncer->status->n_sent, ==, 2);
  g_assert_cmpuint (syncer->state->confirmed, ==, 0); /* that a server took something proves nothing */
}

/* a retry has a name of its own; a part that is confirmed does not count as sent again */
static void
test_sends_again (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sim_remote_plan_puts (fixture->remote, "a"); /* stored, the answer lost */
  g_assert_false (pz_syncer_push (syncer, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE);
  syncer = edit_fixture_look (fixture, 0);
  push (syncer);
  names = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_true (pz_replica_confirm (syncer->replica, 1, NULL));
  syncer = edit_fixture_look (fixture, 0);
  push (syncer);
  g_assert_cmpuint (syncer->status->n_sent, ==, 1);
}

/* nothing is sent to a class that a newer version writes */
static void
test_too_new (SyncFixture   *fixture,
              gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GPtrArray) names = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  syncer->status->is_too_new = TRUE;
  push (syncer);
  names = sync_fixture_find (fixture, "seg-");
  g_assert_cmpuint (names->len, ==, 0);
  g_assert_cmpuint (pz_replica_count_pending (syncer->replica, NULL), ==, 2);
}

static void
test_refusal (SyncFixture   *fixture,
              gconstpointer  data)
{
  static const struct
  {
    int code;
    gboolean goes_on;
  } rows[] = {
    { PZ_SYNC_ERROR_READ_ONLY, TRUE },
    { PZ_SYNC_ERROR_FULL, TRUE },
    { PZ_SYNC_ERROR_OFFLINE, FALSE },
    { PZ_SYNC_ERROR_SIGN_IN, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzSyncer *syncer = edit_fixture_look (fixture, 0);
      GError *why = g_error_new_literal (PZ_SYNC_ERROR, rows[i].code, "why");
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (pz_syncer_mind_refusal (syncer, &why, &error), ==, rows[i].goes_on);
      g_assert_null (why);
      g_assert_true (rows[i].goes_on || g_error_matches (error, PZ_SYNC_ERROR, rows[i].code));
      g_assert_cmpint (syncer->status->is_read_only, ==, rows[i].code == PZ_SYNC_ERROR_READ_ONLY);
      g_assert_cmpint (syncer->status->is_full, ==, rows[i].code == PZ_SYNC_ERROR_FULL);
    }
}

static void
test_confirms (SyncFixture   *fixture,
               gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GPtrArray) names = NULL;
  const char *name;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  push (syncer);
  names = sync_fixture_find (fixture, "seg-");
  name = g_ptr_array_index (names, 0);
  confirm (syncer); /* by the listing of the beginning: nothing was there */
  g_assert_cmpuint (syncer->state->confirmed, ==, 0);
  {
    g_autoptr(GBytes) whole = g_bytes_ref (g_hash_table_lookup (sim_remote_get_files (fixture->remote), name));

    edit_fixture_tear (fixture, name);
    syncer = edit_fixture_look (fixture, 0);
    confirm (syncer);
    g_assert_cmpuint (syncer->state->confirmed, ==, 0);
    g_hash_table_replace (sim_remote_get_files (fixture->remote), g_strdup (name), g_bytes_ref (whole));
  }
  syncer = edit_fixture_look (fixture, 0);
  confirm (syncer);
  g_assert_cmpuint (syncer->state->confirmed, ==, 2);
  g_assert_cmpuint (syncer->state->outbox->len, ==, 0);
}

static gboolean
remember_snapshot (PzTurn    *turn,
                   gpointer   user_data,
                   GError   **error)
{
  g_hash_table_replace (turn->state->snapshots, g_strdup (user_data), pz_vector_copy_numbers (turn->state->known->vector));
  return TRUE;
}

/* behind a gap nobody can take it in; a snapshot that was read again and has it closes the gap */
static void
test_gap (SyncFixture   *fixture,
          gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(PzKnowledge) nothing = pz_knowledge_new (SIM_CLASSROOM);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *snapshot = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  push (syncer);
  syncer = edit_fixture_look (fixture, 0);
  confirm (syncer);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  push (syncer);
  names = sync_fixture_find (fixture, "seg-");
  for (guint i = 0; i < names->len; i++)
    if (strstr (g_ptr_array_index (names, i), "-1-2-") != NULL)
      g_hash_table_remove (sim_remote_get_files (fixture->remote), g_ptr_array_index (names, i));
  syncer = edit_fixture_look (fixture, 0);
  confirm (syncer);
  g_assert_cmpuint (syncer->state->confirmed, ==, 2);
  g_assert_cmpuint (syncer->state->outbox->len, ==, 1);

  snapshot = edit_fixture_put_snapshot (fixture, EDIT_DEVICE, 1, nothing);
  edit_fixture_change (fixture, 0, remember_snapshot, snapshot);
  syncer = edit_fixture_look (fixture, 0);
  confirm (syncer);
  g_assert_cmpuint (syncer->state->confirmed, ==, 3);
}

static gboolean
set_restored (PzTurn    *turn,
              gpointer   user_data,
              GError   **error)
{
  turn->state->restored = TRUE;
  return TRUE;
}

static gboolean
close_own (PzTurn    *turn,
           gpointer   user_data,
           GError   **error)
{
  pz_sync_state_close_device (turn->state, turn->state->device, 0);
  return TRUE;
}

static gboolean
forget_place (PzTurn    *turn,
              gpointer   user_data,
              GError   **error)
{
  g_clear_pointer (&turn->state->place, g_free);
  return TRUE;
}

static void
test_forks (SyncFixture   *fixture,
            gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzSegment) foreign = NULL;
  g_autofree char *name = NULL;
  PzSyncer *syncer;

  sync_fixture_sync (fixture, 0);
  edit_fixture_change (fixture, 0, forget_place, NULL);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_false (forks (syncer)); /* and remembers where it is */
  g_assert_cmpstr (syncer->state->place, ==, "p0");
  g_assert_false (forks (edit_fixture_look (fixture, 0)));

  edit_fixture_change (fixture, 0, set_restored, NULL);
  g_assert_true (forks (edit_fixture_look (fixture, 0)));
  edit_fixture_change (fixture, 0, close_own, NULL);
  g_assert_true (forks (edit_fixture_look (fixture, 0)));

  sim_device_back_up (device);
  sim_device_restore (device, PZ_REMOTE (fixture->remote), "elsewhere");
  syncer = edit_fixture_look (fixture, 0);
  g_assert_true (forks (syncer));
  g_assert_cmpstr (syncer->state->place, ==, "elsewhere");

  foreign = edit_fixture_begin (syncer->state->device); /* beyond what we have written */
  edit_fixture_add_learner (foreign, "Ada");
  name = edit_fixture_put (fixture, foreign);
  g_assert_true (forks (edit_fixture_look (fixture, 0)));
  g_assert_false (forks (edit_fixture_look (fixture, 0)));
}

/* of our numbers, and not of our chain */
static void
test_other_chain (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(PzSegment) foreign = NULL;
  g_autofree char *name = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  push (syncer);
  g_assert_false (forks (edit_fixture_look (fixture, 0)));
  foreign = edit_fixture_begin (syncer->state->device);
  edit_fixture_add_learner (foreign, "Bea");
  name = edit_fixture_put (fixture, foreign);
  g_assert_true (forks (edit_fixture_look (fixture, 0)));
}

/* another program with the same folder, after our run has read what is known */
static PzSyncer *
look_before (SyncFixture *fixture,
             void       (*meanwhile) (SyncFixture *fixture))
{
  PzSyncState *stale = edit_fixture_read_state (fixture, 0);
  PzSyncer *syncer;

  meanwhile (fixture);
  syncer = edit_fixture_look (fixture, 0);
  g_clear_pointer (&syncer->state, pz_sync_state_free);
  syncer->state = stale;
  return syncer;
}

static void
send_meanwhile (SyncFixture *fixture)
{
  sync_fixture_write (fixture, 0, NAME, "Bea");
  push (edit_fixture_look (fixture, 0));
}

static void
confirm_meanwhile (SyncFixture *fixture)
{
  confirm (edit_fixture_look (fixture, 0));
}

static void
test_same_folder (SyncFixture   *fixture,
                  gconstpointer  data)
{
  PzSyncer *syncer;

  sync_fixture_sync (fixture, 0);
  syncer = look_before (fixture, send_meanwhile);
  g_assert_false (forks (syncer));
  g_assert_cmpuint (syncer->state->outbox->len, ==, 1); /* knows what the other one did */
}

static void
test_confirmed_meanwhile (SyncFixture   *fixture,
                          gconstpointer  data)
{
  const PzOutboxPart *part;
  g_autoptr(GError) error = NULL;
  PzSyncer *syncer;

  send_meanwhile (fixture);
  syncer = look_before (fixture, confirm_meanwhile);
  part = &g_array_index (syncer->state->outbox, PzOutboxPart, 0);
  g_assert_true (pz_syncer_push_part (syncer, part, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (syncer->status->n_sent, ==, 0);
}

/* a file that the state says to be there is missed */
static void
test_part_is_gone (SyncFixture   *fixture,
                   gconstpointer  data)
{
  PzSyncer *syncer = edit_fixture_look (fixture, 0);
  g_autoptr(GError) error = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  push (syncer);
  edit_fixture_set_file (fixture, 0, "outbox/1-2", NULL);
  syncer = edit_fixture_look (fixture, 0);
  g_assert_false (pz_syncer_push_part (syncer, &g_array_index (syncer->state->outbox, PzOutboxPart, 0), &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/syncer-push/what-waits-goes-in-one-object", 1, test_sends },
    { "/sync/syncer-push/a-retry-has-its-own-name", 1, test_sends_again },
    { "/sync/syncer-push/nothing-goes-to-a-newer-class", 1, test_too_new },
    { "/sync/syncer-push/a-server-that-takes-nothing-still-gives", 1, test_refusal },
    { "/sync/syncer-push/a-later-listing-confirms-what-is-whole", 1, test_confirms },
    { "/sync/syncer-push/what-lies-behind-a-gap-is-not-confirmed", 1, test_gap },
    { "/sync/syncer-push/another-use-of-the-id-is-noticed", 1, test_forks },
    { "/sync/syncer-push/the-same-folder-is-no-other-use-of-the-id", 1, test_same_folder },
    { "/sync/syncer-push/a-part-is-let-go-of-meanwhile", 1, test_confirmed_meanwhile },
    { "/sync/syncer-push/a-part-that-is-gone-is-missed", 1, test_part_is_gone },
    { "/sync/syncer-push/another-chain-is-another-use-of-the-id", 1, test_other_chain },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
