/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits in the documents gets its numbers, in one commit with the bytes to send. */
#include "config.h"

#include "edit-fixture.h"

#include "pz-outbox.h"
#include "pz-purge-log.h"
#include "pz-sync-error.h"

#include <string.h>

#define NAME PZ_LEARNER_GIVEN_NAME

static PzReplica *
get_replica (SyncFixture *fixture)
{
  return sync_fixture_get (fixture, 0)->replica;
}

static guint
number (SyncFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  guint n = 99;

  g_assert_true (pz_replica_number (get_replica (fixture), &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
confirm (SyncFixture *fixture,
         guint64      up_to)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_confirm (get_replica (fixture), up_to, &error));
  g_assert_no_error (error);
}

/* (transfer full): the segment in the n-th part of the outbox */
static PzSegment *
open_part (SyncFixture *fixture,
           guint        n)
{
  g_autoptr(PzSyncState) state = edit_fixture_read_state (fixture, 0);
  g_autoptr(GError) error = NULL;
  const PzOutboxPart *part;
  g_autoptr(GBytes) bytes = NULL, json = NULL;
  PzObjectName name;
  PzSegment *segment;

  g_assert_cmpuint (state->outbox->len, >, n);
  part = &g_array_index (state->outbox, PzOutboxPart, n);
  bytes = pz_outbox_load (get_replica (fixture), part, &error);
  g_assert_no_error (error);
  name = pz_outbox_part_name (state->device, part);
  json = pz_replica_open (get_replica (fixture), bytes, &name, &error);
  g_assert_no_error (error);
  segment = pz_segment_parse (json, &error);
  g_assert_no_error (error);
  return segment;
}

/* (transfer none) (nullable): the last edit of a field in a segment */
static const PzSyncEdit *
find_edit (PzSegment  *segment,
           const char *field)
{
  for (guint i = segment->edits->len; i > 0; i--)
    if (strcmp (((PzSyncEdit *) g_ptr_array_index (segment->edits, i - 1))->field, field) == 0)
      return g_ptr_array_index (segment->edits, i - 1);
  return NULL;
}

static void
test_fills (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr(PzSegment) segment = NULL;
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  sync_fixture_write (fixture, 0, PZ_LEARNER_PRIVATE_NOTES, "never leaves");
  g_assert_cmpuint (pz_replica_count_pending (get_replica (fixture), &error), ==, 2); /* the class and the learner */
  g_assert_no_error (error);
  g_assert_cmpuint (number (fixture), ==, 2);
  g_assert_cmpuint (pz_replica_count_pending (get_replica (fixture), NULL), ==, 0);
  segment = open_part (fixture, 0);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmphex (segment->device, ==, state->device);
  g_assert_cmpuint (segment->from, ==, 1);
  g_assert_cmpuint (segment->to, ==, 2);
  g_assert_cmpuint (pz_sync_state_get_number (state), ==, 2);
  text = g_strdup (((PzSyncEdit *) g_ptr_array_index (segment->edits, 1))->value);
  g_assert_nonnull (strstr (text, "Ada"));
  g_assert_null (strstr (text, "never leaves"));
  g_assert_cmpuint (number (fixture), ==, 0);
}

/* all that is not confirmed travels together, and what takes the place of what is said */
static void
test_goes_on (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzSegment) segment = NULL;
  const PzReplaced *replaced;
  PzHash chain;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  sync_fixture_write (fixture, 0, NAME, "Bea");
  g_assert_cmpuint (number (fixture), ==, 1);
  segment = open_part (fixture, 0);
  g_assert_cmpuint (segment->from, ==, 1);
  g_assert_cmpuint (segment->to, ==, 3);
  g_assert_cmpstr (find_edit (segment, "given-name")->value, ==, "\"Bea\"");
  replaced = &g_array_index (find_edit (segment, "given-name")->replaces, PzReplaced, 0);
  chain = pz_segment_get_chain (segment, 2);
  g_assert_cmphex (replaced->device, ==, segment->device);
  g_assert_cmpuint (replaced->number, ==, 2);
  g_assert_cmphex (replaced->mark, ==, pz_hash_get_mark (&chain));
}

static void
test_confirms (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr(PzSyncState) part = NULL, all = NULL, older = NULL;
  g_autofree char *file = g_build_filename (sync_fixture_get (fixture, 0)->folder, "outbox", "1-2", NULL);

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  confirm (fixture, 1);
  part = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (part->confirmed, ==, 1);
  g_assert_cmpuint (part->outbox->len, ==, 1); /* the rest of it was not seen yet */
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  confirm (fixture, 2);
  all = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (all->outbox->len, ==, 0);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  confirm (fixture, 1);
  older = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (older->confirmed, ==, 2);
}

/* one edit says that the learner is gone, and the note of it with it */
static void
test_removed (SyncFixture   *fixture,
              gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autofree char *note = g_build_filename (device->folder, PZ_PURGE_LOG_FILE, NULL);
  g_autoptr(PzSegment) segment = NULL;
  g_autoptr(PzSyncState) state = NULL;
  const PzSyncEdit *edit;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  confirm (fixture, 2);
  sim_device_purge (device, FIXTURE_LEARNER);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (number (fixture), ==, 1);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  segment = open_part (fixture, 0);
  edit = find_edit (segment, PZ_WRITE_WHOLE);
  g_assert_cmpstr (edit->path, ==, EDIT_PATH);
  g_assert_null (edit->value);
  g_assert_cmpuint (edit->replaces->len, ==, 1);
  g_assert_cmpuint (g_array_index (edit->replaces, PzReplaced, 0).number, ==, 2);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_true (pz_knowledge_is_erased (state->known, EDIT_DOCUMENT));
  g_assert_cmpuint (state->publish, >, 0);
}

/* another program, which did not know, has written the file of somebody who was removed */
static void
test_written_again (SyncFixture   *fixture,
                    gconstpointer  data)
{
  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  sim_device_purge (sync_fixture_get (fixture, 0), FIXTURE_LEARNER);
  number (fixture);
  sync_fixture_write (fixture, 0, NAME, "Ada");
  g_assert_cmpuint (number (fixture), ==, 0);
  sync_fixture_assert_shows (fixture, 0, NAME, NULL);
}

static gboolean
close_device (PzTurn    *turn,
              gpointer   user_data,
              GError   **error)
{
  pz_sync_state_close_device (turn->state, EDIT_DEVICE, 1);
  return TRUE;
}

/* what lies beyond the end of a closed device is sent as our own, in the documents and beside them */
static void
test_takes_over (SyncFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr(PzSegment) segment = edit_fixture_begin (EDIT_DEVICE), own = NULL;
  g_autoptr(PzSyncState) state = NULL;
  PzStamp kept;

  edit_fixture_add_learner (segment, "Ada");
  edit_fixture_add (segment, "family-name", "\"Lovelace\"", NULL);
  edit_fixture_add (segment, "mood", "1", NULL);
  edit_fixture_apply (fixture, 0, segment);
  edit_fixture_change (fixture, 0, close_device, NULL);
  g_assert_cmpuint (number (fixture), ==, 3); /* and the class */
  own = open_part (fixture, 0);
  g_assert_cmpstr (find_edit (own, "family-name")->value, ==, "\"Lovelace\"");
  g_assert_cmpstr (find_edit (own, "mood")->value, ==, "1");
  g_assert_null (find_edit (own, "given-name")); /* the others have it */
  state = edit_fixture_read_state (fixture, 0);
  g_assert_false (state->check_all);
  kept = (PzStamp) { state->device, find_edit (own, "mood")->number, 0 };
  g_assert_true (pz_state_map_has (state->known->state, EDIT_PATH, "mood", &kept));
  g_assert_cmpuint (number (fixture), ==, 0);
}

/* who knows an old key alone shall not read what is sent from now on */
static void
test_new_key (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(PzKeyring) keys = pz_keyring_new ();
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GBytes) bytes = NULL;

  for (guint epoch = 1; epoch <= 2; epoch++)
    {
      g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();

      pz_keyring_add (keys, epoch, key);
      sim_device_learn_keys (sync_fixture_get (fixture, 0), keys);
      if (epoch == 1)
        sync_fixture_write (fixture, 0, NAME, "Ada");
      g_assert_cmpuint (number (fixture), ==, epoch == 1 ? 2 : 0);
    }
  state = edit_fixture_read_state (fixture, 0);
  bytes = pz_outbox_load (get_replica (fixture), &g_array_index (state->outbox, PzOutboxPart, 0), NULL);
  g_assert_true (pz_replica_is_closed_now (get_replica (fixture), bytes));
}

static void
test_damaged (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncState) state = NULL;
  guint n;

  sync_fixture_write (fixture, 0, NAME, "Ada");
  number (fixture);
  edit_fixture_set_file (fixture, 0, "outbox/1-2", "half");
  sync_fixture_write (fixture, 0, NAME, "Bea");
  g_assert_false (pz_replica_number (get_replica (fixture), &n, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (pz_replica_count_pending (get_replica (fixture), NULL), ==, 1);
  state = edit_fixture_read_state (fixture, 0);
  g_assert_cmpuint (pz_sync_state_get_number (state), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/replica-number/what-waits-is-numbered-once-but-for-what-never-leaves", 1, test_fills },
    { "/sync/replica-number/goes-on-behind-what-is-not-confirmed", 1, test_goes_on },
    { "/sync/replica-number/what-is-shown-leaves-the-outbox", 1, test_confirms },
    { "/sync/replica-number/a-removal-is-told-once", 1, test_removed },
    { "/sync/replica-number/who-was-removed-is-not-sent-again", 1, test_written_again },
    { "/sync/replica-number/takes-over-what-a-closed-device-left", 1, test_takes_over },
    { "/sync/replica-number/closes-again-what-waits-when-the-key-changes", 1, test_new_key },
    { "/sync/replica-number/numbers-nothing-beside-a-damaged-outbox", 1, test_damaged },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
