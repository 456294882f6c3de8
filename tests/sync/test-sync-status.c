/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-status.h"

#define NOW G_GINT64_CONSTANT (1795428000)

static void
add_since (GHashTable *names,
           const char *name,
           gint64      when)
{
  g_hash_table_insert (names, g_strdup (name), g_memdup2 (&when, sizeof when));
}

static void
test_nothing_has_happened (void)
{
  g_autoptr(PzSyncStatus) status = pz_sync_status_new ();

  g_assert_cmpuint (status->n_waiting + status->n_received + status->n_sent + status->n_requests, ==, 0);
  g_assert_cmpuint (status->aside->len + status->incomplete->len + status->refused->len, ==, 0);
  g_assert_cmpint (status->stored + status->pulled, ==, 0);
  g_assert_false (status->is_read_only || status->is_full || status->is_too_new || status->is_erasing || status->healed);
}

/* what is known on this disk, whether or not the server could be asked */
static void
test_takes (void)
{
  g_autoptr(PzSyncState) state = pz_sync_state_new ("b7q2mx5k9d0hw4vt", 1);
  g_autoptr(PzSyncStatus) status = pz_sync_status_new ();

  state->stored = 7;
  state->pulled = 8;
  state->holds_newer = TRUE;
  g_hash_table_add (state->aside, g_strdup ("seg-2"));
  add_since (state->unreached, "seg-1", NOW - PZ_SYNC_PATIENCE);
  add_since (state->unreached, "seg-3", NOW - PZ_SYNC_PATIENCE + 1); /* may still be reached */
  add_since (state->torn, "seg-5", NOW - PZ_SYNC_PATIENCE);
  add_since (state->torn, "seg-6", NOW - PZ_SYNC_PATIENCE + 1); /* may be on its way */
  g_hash_table_add (state->refused, g_strdup ("seg-8"));
  g_hash_table_add (state->refused, g_strdup ("seg-7"));
  g_ptr_array_add (status->refused, g_strdup ("seg-8"));
  status->is_erasing = TRUE;
  pz_sync_status_take (status, state, NOW);
  g_assert_cmpint (status->stored, ==, 7);
  g_assert_cmpint (status->pulled, ==, 8);
  g_assert_true (status->holds_newer);
  g_assert_true (status->is_erasing); /* what this run has seen stays */
  g_assert_cmpuint (status->aside->len, ==, 2);
  g_assert_cmpstr (status->aside->pdata[0], ==, "seg-1");
  g_assert_cmpstr (status->aside->pdata[1], ==, "seg-2");
  g_assert_cmpuint (status->incomplete->len, ==, 1);
  g_assert_cmpstr (status->incomplete->pdata[0], ==, "seg-5");
  g_assert_cmpuint (status->refused->len, ==, 2); /* each once */
  g_assert_cmpstr (status->refused->pdata[0], ==, "seg-7");
  g_assert_cmpstr (status->refused->pdata[1], ==, "seg-8");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/status/begins-with-nothing", test_nothing_has_happened);
  g_test_add_func ("/sync/status/takes-what-is-known-here", test_takes);
  return g_test_run ();
}
