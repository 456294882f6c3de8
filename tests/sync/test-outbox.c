/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was numbered and not confirmed, as it lies on the disk. */
#include "config.h"

#include "sync-fixture.h"

#include "pz-error.h"
#include "pz-outbox.h"
#include "pz-sync-error.h"

#include <string.h>

#define PATH "learners/" FIXTURE_LEARNER "/" FIXTURE_LEARNER

/* What a turn of a test does and finds. */
typedef struct
{
  guint64 from, to;    /* edits to write; none when from is 0 */
  gsize size;          /* of each value, at least */
  guint64 confirmed;   /* up to which the server has shown them */
  gboolean forgets;
  gboolean is_filled;  /* out */
  GPtrArray *edits;    /* out: what was read; owned */
  PzHash prev;         /* out: the chain before them */
  gboolean is_closed_now; /* out */
} Asking;

static GPtrArray *
make_edits (const Asking *a)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_sync_edit_free);
  g_autofree char *filler = g_strnfill (a->size, 'x');

  for (guint64 n = a->from; n <= a->to; n++)
    {
      g_autofree char *value = g_strdup_printf ("\"edit %" G_GUINT64_FORMAT " %s\"", n, filler);
      PzSyncEdit *edit = pz_sync_edit_new (n, PATH, "given-name", PZ_HLC (FIXTURE_START, n), value);

      pz_sync_edit_seal (edit);
      g_ptr_array_add (edits, edit);
    }
  return edits;
}

static gboolean
write_edits (PzTurn    *turn,
             gpointer   user_data,
             GError   **error)
{
  Asking *a = user_data;
  g_autoptr(GPtrArray) edits = a->from > 0 ? make_edits (a) : g_ptr_array_new ();
  PzHash chain = pz_vector_get (turn->state->known->vector, turn->state->device)->chain, prev = chain;

  for (guint i = 0; i < edits->len; i++)
    {
      chain = pz_chain_next (&chain, ((PzSyncEdit *) g_ptr_array_index (edits, i))->bytes);
      pz_vector_advance (turn->state->known->vector, turn->state->device, &chain);
    }
  a->is_filled = pz_outbox_write (turn, edits, &prev);
  g_assert_cmpuint (edits->len, ==, 0);
  return TRUE;
}

static gboolean
read_edits (PzTurn    *turn,
            gpointer   user_data,
            GError   **error)
{
  Asking *a = user_data;

  turn->state->confirmed = a->confirmed;
  g_clear_pointer (&a->edits, g_ptr_array_unref);
  memset (&a->prev, 0, sizeof a->prev);
  a->edits = pz_outbox_read (turn, &a->prev, &a->is_closed_now, error);
  if (a->forgets)
    pz_outbox_forget (turn);
  return a->edits != NULL;
}

static void
run (SyncFixture *fixture,
     PzTurnFunc   func,
     Asking      *asking)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_replica_change (sync_fixture_get (fixture, 0)->replica, func, asking, &error));
  g_assert_no_error (error);
}

static PzSyncState *
read_state (SyncFixture *fixture)
{
  PzVersion seen;
  PzSyncState *state = pz_replica_read_state (sync_fixture_get (fixture, 0)->replica, &seen, NULL);

  g_assert_nonnull (state);
  return state;
}

static gboolean
has_file (SyncFixture *fixture,
          const char  *name)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, "outbox", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
damage_file (SyncFixture *fixture,
             const char  *name)
{
  g_autofree char *path = g_build_filename (sync_fixture_get (fixture, 0)->folder, "outbox", name, NULL);

  g_assert_true (g_file_set_contents (path, "half", 4, NULL));
}

static void
test_name (SyncFixture   *fixture,
           gconstpointer  data)
{
  PzOutboxPart part = { 41, 43, 0xe07f5b6c1d2a3948 };
  PzObjectName name = pz_outbox_part_name (0x3fa94c1d22e0b781, &part);

  g_assert_cmpint (name.kind, ==, PZ_OBJECT_SEGMENT);
  g_assert_cmphex (name.device, ==, 0x3fa94c1d22e0b781);
  g_assert_cmpuint (name.from, ==, 41);
  g_assert_cmpuint (name.to, ==, 43);
  g_assert_cmphex (name.head, ==, 0xe07f5b6c1d2a3948);
}

static void
test_what_waits (SyncFixture   *fixture,
                 gconstpointer  data)
{
  Asking asking = { .from = 1, .to = 3 };
  g_autoptr(PzSyncState) state = NULL;
  PzHash begin;

  run (fixture, write_edits, &asking);
  g_assert_true (asking.is_filled);
  g_assert_true (has_file (fixture, "1-3"));
  state = read_state (fixture);
  g_assert_cmpuint (state->outbox->len, ==, 1);
  begin = pz_chain_begin (SIM_CLASSROOM, state->device);

  run (fixture, read_edits, &asking);
  g_assert_cmpuint (asking.edits->len, ==, 3);
  g_assert_true (pz_hash_equal (&asking.prev, &begin));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *value = g_strdup_printf ("\"edit %u \"", i + 1);
      const PzSyncEdit *edit = g_ptr_array_index (asking.edits, i);

      g_assert_cmpuint (edit->number, ==, i + 1);
      g_assert_cmpstr (edit->value, ==, value);
    }
  g_ptr_array_unref (asking.edits);
}

/* a part of a segment is shown by another one: what is left begins in its middle */
static void
test_confirmed (SyncFixture   *fixture,
                gconstpointer  data)
{
  Asking asking = { .from = 1, .to = 3, .confirmed = 2 };
  PzHash chain, unchanged = { { 0 } };
  g_autoptr(PzSyncState) state = NULL;

  run (fixture, write_edits, &asking);
  state = read_state (fixture);
  run (fixture, read_edits, &asking);
  g_assert_cmpuint (asking.edits->len, ==, 1);
  g_assert_cmpuint (((PzSyncEdit *) g_ptr_array_index (asking.edits, 0))->number, ==, 3);
  chain = pz_chain_next (&asking.prev, ((PzSyncEdit *) g_ptr_array_index (asking.edits, 0))->bytes);
  g_assert_true (pz_hash_equal (&chain, &pz_vector_find (state->known->vector, state->device)->chain));

  asking.confirmed = 3;
  run (fixture, read_edits, &asking);
  g_assert_cmpuint (asking.edits->len, ==, 0);
  g_assert_true (pz_hash_equal (&asking.prev, &unchanged));
  g_ptr_array_unref (asking.edits);
}

static void
test_load (SyncFixture   *fixture,
           gconstpointer  data)
{
  PzReplica *replica = sync_fixture_get (fixture, 0)->replica;
  Asking asking = { .from = 1, .to = 2 };
  PzOutboxPart missing = { 7, 9, 0 };
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GBytes) bytes = NULL, json = NULL;
  g_autoptr(GError) error = NULL;
  const PzOutboxPart *part;
  PzObjectName name;

  run (fixture, write_edits, &asking);
  state = read_state (fixture);
  part = &g_array_index (state->outbox, PzOutboxPart, 0);
  bytes = pz_outbox_load (replica, part, &error);
  g_assert_no_error (error);
  name = pz_outbox_part_name (state->device, part);
  json = pz_replica_open (replica, bytes, &name, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), "edit 2"));

  g_assert_null (pz_outbox_load (replica, &missing, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

/* nobody else has what is in it: it is neither passed over nor taken away */
static void
test_damaged (SyncFixture   *fixture,
              gconstpointer  data)
{
  Asking asking = { .from = 1, .to = 2 };
  g_autoptr(PzSyncState) state = NULL;
  g_autoptr(GError) error = NULL;

  run (fixture, write_edits, &asking);
  damage_file (fixture, "1-2");
  g_assert_false (pz_replica_change (sync_fixture_get (fixture, 0)->replica, read_edits, &asking, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
  state = read_state (fixture);
  g_assert_cmpuint (state->outbox->len, ==, 1);
  g_assert_true (has_file (fixture, "1-2"));
}

/* what is long is sent in parts, each of which follows the one before */
static void
test_parts (SyncFixture   *fixture,
            gconstpointer  data)
{
  Asking asking = { .from = 1, .to = 3, .size = 2200000 };
  g_autoptr(PzSyncState) state = NULL;
  const PzOutboxPart *parts;

  run (fixture, write_edits, &asking);
  state = read_state (fixture);
  g_assert_cmpuint (state->outbox->len, ==, 2);
  parts = (const PzOutboxPart *) state->outbox->data;
  g_assert_cmpuint (parts[0].from, ==, 1);
  g_assert_cmpuint (parts[0].to, ==, 2);
  g_assert_cmpuint (parts[1].from, ==, 3);
  g_assert_cmpuint (parts[1].to, ==, 3);
  g_assert_cmphex (parts[1].head, ==, pz_hash_get_head (&pz_vector_find (state->known->vector, state->device)->chain));
  run (fixture, read_edits, &asking);
  g_assert_cmpuint (asking.edits->len, ==, 3);
  g_ptr_array_unref (asking.edits);
}

/* filled anew: what was in it before goes with its files, also when a new part has the name of an old one */
static void
test_filled_anew (SyncFixture   *fixture,
                  gconstpointer  data)
{
  Asking first = { .from = 1, .to = 2 }, second = { .from = 1, .to = 3 }, none = { 0 };
  g_autoptr(PzSyncState) state = NULL;

  run (fixture, write_edits, &first);
  run (fixture, write_edits, &second);
  g_assert_true (second.is_filled);
  g_assert_false (has_file (fixture, "1-2"));
  run (fixture, write_edits, &second);
  g_assert_true (has_file (fixture, "1-3"));
  run (fixture, write_edits, &none);
  g_assert_false (none.is_filled);
  g_assert_false (has_file (fixture, "1-3"));
  state = read_state (fixture);
  g_assert_cmpuint (state->outbox->len, ==, 0);
}

/* with a new key what waits has to be closed again; without keys there is nothing to see */
static void
test_keys (SyncFixture   *fixture,
           gconstpointer  data)
{
  SimDevice *device = sync_fixture_get (fixture, 0);
  g_autoptr(PzSyncKey) old = pz_sync_key_new_random (), new = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) keys = pz_keyring_new ();
  Asking asking = { .from = 1, .to = 2 };

  run (fixture, write_edits, &asking);
  run (fixture, read_edits, &asking);
  g_assert_true (asking.is_closed_now);

  pz_keyring_add (keys, 1, old);
  sim_device_learn_keys (device, keys);
  run (fixture, write_edits, &asking);
  run (fixture, read_edits, &asking);
  g_assert_true (asking.is_closed_now);
  pz_keyring_add (keys, 2, new);
  sim_device_learn_keys (device, keys);
  run (fixture, read_edits, &asking);
  g_assert_false (asking.is_closed_now);
  run (fixture, write_edits, &asking);
  run (fixture, read_edits, &asking);
  g_assert_true (asking.is_closed_now);
  g_ptr_array_unref (asking.edits);
}

/* a snapshot that is wanted has all of it */
static void
test_forgotten (SyncFixture   *fixture,
                gconstpointer  data)
{
  Asking asking = { .from = 1, .to = 2, .forgets = TRUE };
  g_autoptr(PzSyncState) state = NULL;

  run (fixture, write_edits, &asking);
  run (fixture, read_edits, &asking);
  state = read_state (fixture);
  g_assert_cmpuint (state->outbox->len, ==, 0);
  g_assert_cmpuint (state->confirmed, ==, 2);
  g_assert_false (has_file (fixture, "1-2"));
  g_ptr_array_unref (asking.edits);
}

int
main (int    argc,
      char **argv)
{
  const SyncTest tests[] = {
    { "/sync/outbox/a-part-is-named-after-its-edits", 1, test_name },
    { "/sync/outbox/what-was-written-waits-on-the-disk", 1, test_what_waits },
    { "/sync/outbox/what-is-confirmed-is-passed-over", 1, test_confirmed },
    { "/sync/outbox/the-bytes-to-send-are-those-of-the-file", 1, test_load },
    { "/sync/outbox/a-damaged-file-stops-and-stays", 1, test_damaged },
    { "/sync/outbox/what-is-long-goes-in-parts", 1, test_parts },
    { "/sync/outbox/is-filled-anew-as-a-whole", 1, test_filled_anew },
    { "/sync/outbox/knows-when-a-new-key-counts", 1, test_keys },
    { "/sync/outbox/is-forgotten-as-confirmed", 1, test_forgotten },
  };

  return sync_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
