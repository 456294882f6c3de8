/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-error.h"
#include "pz-sync-state.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define PATH "rubrics/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb"

static PzSyncState *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pz_sync_state_parse (CLASSROOM, bytes, error);
}

/* everything set, each to something of its own */
static PzSyncState *
make_full (void)
{
  PzSyncState *state = pz_sync_state_new (CLASSROOM, 0x3fa94c1d22e0b781);
  PzOutboxPart parts[] = { { 4, 5, 0xe07f5b6c1d2a3948 }, { 6, 9, 1 } };
  PzStamp stamp = { 7, 3, PZ_HLC (5, 2) };
  PzHash chain = pz_hash_of ("x", 1);
  gint64 when = 1795400000;

  state->place = g_strdup ("a1\"b2");
  state->confirmed = 3;
  g_array_append_vals (state->outbox, parts, 2);
  g_hash_table_insert (state->snapshots, g_strdup ("snap-1"), pz_vector_new (CLASSROOM));
  g_hash_table_add (state->aside, g_strdup ("seg-1\\"));
  g_hash_table_insert (state->torn, g_strdup ("seg-2"), g_memdup2 (&when, sizeof when));
  g_hash_table_insert (state->unreached, g_strdup ("seg-4"), g_memdup2 (&when, sizeof when));
  g_hash_table_add (state->refused, g_strdup ("seg-3"));
  state->is_erasing = TRUE;
  state->n_published = 4;
  state->n_missing = 1;
  state->check_all = TRUE;
  state->publish = 5;
  state->checked = TRUE;
  state->pulled = 1795400000001;
  state->stored = 1795400000002;
  pz_vector_advance (state->known->vector, state->device, &chain);
  pz_knowledge_add_cloud (state->known, &stamp, PATH, "weight");
  pz_state_map_add (state->known->state, PATH, "weight", &stamp, "{\"kg\":[ 1 ]}");
  g_hash_table_insert (state->documents, g_strdup ("learners/d4m7kq2x9v5t0rhb"), GUINT_TO_POINTER (0xa1b2c3d4));
  pz_sync_state_note_erased (state);
  state->restored = state->holds_newer = TRUE;
  g_string_append (state->extra, ",\"mood\":[1]");
  return state;
}

static void
test_round_trip (void)
{
  g_autoptr(PzSyncState) state = make_full ();
  g_autoptr(GBytes) bytes = pz_sync_state_write (state);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncState) again = pz_sync_state_parse (CLASSROOM, bytes, &error);
  g_autoptr(GBytes) same = NULL;

  g_assert_no_error (error);
  same = pz_sync_state_write (again);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (same, NULL),
                   g_bytes_get_size (same));
  g_assert_true (again->check_all);
  g_assert_true (again->checked);
  g_assert_true (again->is_erasing);
  g_assert_true (g_hash_table_contains (again->aside, "seg-1\\"));
  g_assert_true (g_hash_table_contains (again->refused, "seg-3"));
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (again->unreached, "seg-4"), ==, 1795400000);
  g_assert_cmpuint (again->publish, ==, 5);
  g_assert_cmpuint (pz_sync_state_get_number (again), ==, 1);
  g_assert_cmphex (g_array_index (again->outbox, PzOutboxPart, 0).head, ==, 0xe07f5b6c1d2a3948);
  g_assert_cmphex (GPOINTER_TO_UINT (g_hash_table_lookup (again->documents, "learners/d4m7kq2x9v5t0rhb")), ==, 0xa1b2c3d4);
  g_assert_cmpuint (pz_vector_get_number (again->erased, state->device), ==, 1);
  g_assert_true (again->restored && again->holds_newer);
  g_assert_cmpstr (again->place, ==, "a1\"b2");
  g_assert_cmpstr (again->extra->str, ==, ",\"mood\":[1]");
}

/* what was written down once is not wished for again */
static void
test_flags_end (void)
{
  g_autoptr(PzSyncState) state = make_full ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PzSyncState) again = NULL;

  state->check_all = FALSE;
  bytes = pz_sync_state_write (state);
  again = pz_sync_state_parse (CLASSROOM, bytes, NULL);
  g_assert_false (again->check_all);
}

/* a class that was made and never synchronised only knows which device it is on */
static void
test_only_device (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncState) state = parse ("{\"format\":\"personalize-device\",\"version\":1,\"device\":\"9f1c22d07ab4e356\"}\n",
                                        &error);

  g_assert_no_error (error);
  g_assert_cmphex (state->device, ==, 0x9f1c22d07ab4e356);
  g_assert_cmpuint (pz_sync_state_get_number (state), ==, 0);
  g_assert_true (state->check_all);
}

#define START "{\"format\":\"personalize-device\",\"version\":1,\"device\":\"9f1c22d07ab4e356\""

static void
test_rejects (void)
{
  static const char *const rejects[] = {
    "",
    "{}",
    "{\"format\":\"other\",\"version\":1,\"device\":\"9f1c22d07ab4e356\"}",
    "{\"format\":\"personalize-device\",\"version\":2,\"device\":\"9f1c22d07ab4e356\"}",
    "{\"format\":\"personalize-device\",\"version\":1,\"device\":\"9f1c22d07ab4e35\"}",
    "{\"format\":\"personalize-device\",\"version\":1,\"device\":\"9f1c22d07ab4e356\",\"outbox\":[[2,1,\"00000000000000aa\"]]}",
    START ",\"vector\":[]}",
    START,
    START "}{}",
    START ",\"device\":\"9f1c22d07ab4e356\"}",
    START ",\"confirmed\":-1}",
    START ",\"confirmed\":9007199254740992}",
    START ",\"confirmed\":\"1\"}",
    START ",\"checked\":1}",
    START ",\"place\":null}",
    START ",\"outbox\":{}}",
    START ",\"outbox\":[[0,1,\"00000000000000aa\"]]}",
    START ",\"outbox\":[[1,1,\"aa\"]]}",
    START ",\"outbox\":[[1,1,\"00000000000000aa\",1]]}",
    START ",\"aside\":[1]}",
    START ",\"aside\":[\"seg-1\"",
    START ",\"torn\":{\"seg-1\":-1}}",
    START ",\"torn\":[]}",
    START ",\"snapshots\":{\"snap-1\":[]}}",
    START ",\"documents\":{\"learners/a\":\"12\"}}",
    START ",\"erased\":{\"3fa9\":{}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (parse (rejects[i], &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/state-json/is-read-as-it-was-written", test_round_trip);
  g_test_add_func ("/sync/state-json/what-is-done-stays-done", test_flags_end);
  g_test_add_func ("/sync/state-json/of-a-class-never-synchronised-names-the-device", test_only_device);
  g_test_add_func ("/sync/state-json/refuses-what-is-not-one", test_rejects);
  return g_test_run ();
}
