/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The device takes another id: somebody else writes under the one it had. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-outbox.h"
#include "pz-purge-log.h"
#include "pz-sync-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME

static PzReplica *
get_replica (SyncFixture *fixture)
{
  return sync_fixture_get (fixture, 0)->replica;
}

static void
number (SyncFixture *fixture)
{
  guint n;

  g_assert_true (pz_replica_number (get_replica (fixture), &n, NULL));
}

static void
take_new_device (SyncFixture *fixture)
{
  g_autoptr(PzSyncState) state = edit_fixture_read_state (fixture, 0);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_take_new_device (get_replica (fixture), state->device, &error));
  g_assert_no_error (error);
}

static gboolean
read_outbox (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  GPtrArray **edits = user_data;
  gboolean is_closed_now;
  PzHash prev;

  g_clear_pointer (edits, g_ptr_array_unref);
  *edits = pz_outbox_read (turn, &prev, &is_closed_now, error);
  return *edits != NULL;
}

/* three edits are numbered, two of them confirmed: the class and the learner */
static PzSyncState *
prepare (SyncFixture *fixture)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  g_assert_true (pz_replica_confirm (get_replica (fixture), 2, NULL));
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "not seen by anybody");
  number (fixture);
  return edit_fixture_read_state (fixture, 0);
}

static void
test_moves (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(PzSyncState) before = prepare (fixture), after = NULL;
  g_autoptr(GPtrArray) edits = NULL;
  const PzSyncEdit *edit;

  take_new_device (fixture);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_cmphex (after->device, !=, before->device);
  g_assert_cmphex (after->device, !=, 0);
  g_assert_cmpuint (pz_vector_get_number (after->known->vector, before->device), ==, 2); /* as others have seen it */
  g_assert_false (pz_vector_find (after->known->vector, before->device)->closed);
  g_assert_cmpuint (pz_sync_state_get_number (after), ==, 1);
  g_assert_cmpuint (after->confirmed, ==, 0);
  g_assert_cmpstr (after->place, ==, "p0");
  g_assert_true (after->check_all);
  edit_fixture_change (fixture, 0, read_outbox, &edits);
  g_assert_cmpuint (edits->len, ==, 1);
  edit = g_ptr_array_index (edits, 0);
  g_assert_cmpuint (edit->number, ==, 1);
  g_assert_cmpstr (edit->value, ==, "\"not seen by anybody\"");
  sync_fixture_assert_shows (fixture, 0, PZ_LEARNER_NOTES, "not seen by anybody");
  number (fixture); /* and nothing has to be numbered a second time */
  edit_fixture_change (fixture, 0, read_outbox, &edits);
  g_assert_cmpuint (edits->len, ==, 1);
}

/* what takes the place of a value is told of it by the number that holds now */
static void
test_moves_replaced (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzSyncState) before = prepare (fixture), after = NULL;
  g_autoptr(GPtrArray) edits = NULL;
  const PzReplaced *of_new = NULL, *of_old = NULL;

  sync_fixture_write (fixture, 0, NAME, "Bea");               /* takes the place of what is confirmed */
  sync_fixture_write (fixture, 0, PZ_LEARNER_NOTES, "again"); /* and of what is not */
  number (fixture);
  take_new_device (fixture);
  after = edit_fixture_read_state (fixture, 0);
  edit_fixture_change (fixture, 0, read_outbox, &edits);
  g_assert_cmpuint (edits->len, ==, 3);
  g_assert_null (((PzSyncEdit *) g_ptr_array_index (edits, 0))->value); /* it does not stand any more */
  for (guint i = 1; i < 3; i++)
    {
      const PzSyncEdit *edit = g_ptr_array_index (edits, i);

      g_assert_cmpuint (edit->replaces->len, ==, 1);
      if (g_str_equal (edit->field, "notes"))
        of_new = &g_array_index (edit->replaces, PzReplaced, 0);
      else
        of_old = &g_array_index (edit->replaces, PzReplaced, 0);
    }
  g_assert_cmphex (of_new->device, ==, after->device);
  g_assert_cmpuint (of_new->number, ==, 1);
  g_assert_cmphex (of_old->device, ==, before->device);
  g_assert_cmpuint (of_old->number, ==, 2);
}

/* nothing waits: the old id stays as long as it was */
static void
test_nothing_waits (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzSyncState) before = prepare (fixture), after = NULL;

  g_assert_true (pz_replica_confirm (get_replica (fixture), 3, NULL));
  take_new_device (fixture);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_vector_get_number (after->known->vector, before->device), ==, 3);
  g_assert_cmpuint (pz_sync_state_get_number (after), ==, 0);
  g_assert_cmpuint (after->outbox->len, ==, 0);
}

/* a new record of which nothing is left must not look like one that was removed for good */
static void
test_replaced_record (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) edits = NULL;
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE);
  PzReplaced own;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  state = edit_fixture_read_state (fixture, 0);
  own = (PzReplaced) { state->device, 2, 0 };
  edit_fixture_add (segment, PZ_WRITE_WHOLE, "{\"type\":\"learner\",\"given-name\":\"Bea\"}", &own);
  edit_fixture_apply (fixture, 0, segment);
  take_new_device (fixture);
  edit_fixture_change (fixture, 0, read_outbox, &edits);
  g_assert_cmpuint (edits->len, ==, 2);
  g_assert_cmpstr (((PzSyncEdit *) g_ptr_array_index (edits, 1))->field, ==, PZ_WRITE_TYPE);
  g_assert_null (((PzSyncEdit *) g_ptr_array_index (edits, 1))->value);
  sync_fixture_assert_shows (fixture, 0, NAME, "Bea");
}

/* known to others under the old number, under the new one, or both */
static void
test_removal_is_not_told (SyncFixture   *fixture,
                          gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncState) before = NULL, after = NULL;
  g_autoptr(GPtrArray) purged = NULL;
  const GArray *tags;
  PzVersion seen;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  before = edit_fixture_read_state (fixture, 0);
  sim_device_purge (device, FIXTURE_LEARNER);
  take_new_device (fixture);
  after = edit_fixture_read_state (fixture, 0);
  purged = pz_purge_log_read (pz_replica_get_store (device->replica), &seen, NULL);
  g_assert_cmpuint (purged->len, ==, 1);
  tags = ((PzPurged *) g_ptr_array_index (purged, 0))->tags;
  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_cmphex (g_array_index (tags, PzStamp, 0).device, ==, before->device);
  g_assert_cmphex (g_array_index (tags, PzStamp, 1).device, ==, after->device);
}

static gboolean
keep (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  PzStamp stamp = { turn->state->device, 3, PZ_HLC (1, 0) };

  pz_state_map_add (turn->state->known->state, EDIT_PATH, "mood", &stamp, "1");
  turn->state->restored = TRUE;
  return TRUE;
}

/* documents came back from a copy: what others wrote is to be seen again; what is kept beside the documents moves as well */
static void
test_restored (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE);
  g_autoptr(PzSyncState) before = NULL, after = NULL;
  PzStamp moved;

  edit_fixture_add_learner (segment, "Bea");
  edit_fixture_apply (fixture, 0, segment);
  before = prepare (fixture);
  edit_fixture_change (fixture, 0, keep, NULL);
  take_new_device (fixture);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_false (after->restored);
  g_assert_cmpuint (pz_vector_get_number (after->known->vector, EDIT_DEVICE), ==, 0);
  g_assert_cmpuint (pz_vector_get_number (after->known->vector, before->device), ==, 0);
  g_assert_cmpuint (pz_sync_state_get_number (after), ==, 1);
  moved = (PzStamp) { after->device, 1, 0 };
  g_assert_true (pz_state_map_has (after->known->state, EDIT_PATH, "mood", &moved));
}

static void
test_damaged (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSyncState) before = prepare (fixture), after = NULL;
  g_autoptr(GError) error = NULL;

  edit_fixture_set_file (fixture, 0, "outbox/3-3", "half");
  g_assert_false (pz_replica_take_new_device (get_replica (fixture), before->device, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_cmphex (after->device, ==, before->device);
}

/* two programs notice the same at the same time */
static void
test_once (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr(PzSyncState) before = prepare (fixture), between = NULL, after = NULL;
  g_autoptr(GError) error = NULL;

  take_new_device (fixture);
  between = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_replica_take_new_device (get_replica (fixture), before->device, &error));
  g_assert_no_error (error);
  after = edit_fixture_read_state (fixture, 0);
  g_assert_cmphex (after->device, ==, between->device);
}

static void
publish (SimDevice *device)
{
  g_assert_true (pz_syncer_reload (device->syncer, NULL));
  pz_sync_state_want_snapshot (device->syncer->state);
  g_assert_true (pz_syncer_list (device->syncer, NULL) && pz_syncer_tidy (device->syncer, NULL));
}

/* What was sent without an answer lies on the server in a snapshot alone, which the laptop has read when it takes another
 * id: others have it under the old id, and so must the laptop. */
static void
test_snapshot_before_new_id (SyncFixture   *fixture,
                             gconstpointer  data)
{
  SimDevice *laptop = sync_fixture_get (fixture, 0);
  g_autoptr(GPtrArray) sent = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sim_remote_plan_puts (fixture->remote, "a");
  g_assert_false (sim_device_sync (laptop, NULL));
  sent = sync_fixture_find (fixture, "seg-");
  sync_fixture_sync (fixture, 1);
  publish (sync_fixture_get (fixture, 1));
  sync_fixture_write (fixture, 1, PZ_LEARNER_NOTES, "of Ada");
  sync_fixture_sync (fixture, 1);
  g_hash_table_remove (sim_remote_get_files (fixture->remote), g_ptr_array_index (sent, 0)); /* the snapshot covers it */
  sim_remote_end_after (fixture->remote, 2, NULL);
  g_assert_false (sim_device_sync (laptop, NULL)); /* takes in the snapshot, and not what was written after it */
  sim_remote_end_after (fixture->remote, -1, NULL);
  sim_device_back_up (laptop);
  sim_device_restore (laptop, PZ_REMOTE (fixture->remote), "elsewhere");
  sync_fixture_sync_all (fixture, 5);
  sync_fixture_assert_equal (fixture);
  sync_fixture_assert_shows (fixture, 0, NAME, "Ada");
  sync_fixture_assert_shows (fixture, 1, NAME, "Ada");
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica-device/what-nobody-saw-is-numbered-again", 1, test_moves },
    { "/sync/replica-device/what-was-replaced-is-named-as-it-is-called-now", 1, test_moves_replaced },
    { "/sync/replica-device/what-was-seen-stays-with-the-old-id", 1, test_nothing_waits },
    { "/sync/replica-device/a-replaced-record-is-not-removed", 1, test_replaced_record },
    { "/sync/replica-device/a-removal-is-of-both-ids", 1, test_removal_is_not_told },
    { "/sync/replica-device/what-was-restored-is-seen-again", 1, test_restored },
    { "/sync/replica-device/one-use-of-an-id-is-answered-once", 1, test_once },
    { "/sync/replica-device/a-damaged-outbox-changes-nothing", 1, test_damaged },
    { "/sync/replica-device/what-others-have-of-an-old-id-is-read-again-under-a-new-one", 2, test_snapshot_before_new_id },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
