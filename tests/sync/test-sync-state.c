/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-state.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)

static void
test_wanted_snapshot (void)
{
  g_autoptr(PzSyncState) state = pz_sync_state_new (CLASSROOM, DEVICE);
  PzOutboxPart part = { 6, 9, 1 };
  g_autofree char *file = pz_outbox_part_file (&part);

  g_assert_true (state->check_all);
  state->n_published = 4;
  pz_sync_state_want_snapshot (state);
  g_assert_cmpuint (state->publish, ==, state->n_published + 1);
  g_assert_cmpstr (file, ==, "outbox/6-9");
}

/* two histories used one id: a snapshot of one of them is not of ours any more, one that ends before they part is */
static void
test_closed_device (void)
{
  g_autoptr(PzSyncState) state = pz_sync_state_new (CLASSROOM, DEVICE);
  PzHash chain = pz_hash_of ("x", 1);
  const guint64 device = 7;

  state->check_all = FALSE;
  state->publish = 0;
  for (guint i = 0; i < 3; i++)
    pz_vector_advance (state->known->vector, device, &chain);
  for (guint i = 1; i <= 3; i++)
    {
      PzVector *vector = pz_vector_new (CLASSROOM);

      for (guint k = 0; k < i; k++)
        pz_vector_advance (vector, device, &chain);
      g_hash_table_insert (state->snapshots, g_strdup_printf ("snap-of-%u", i), vector);
    }
  pz_sync_state_close_device (state, device, 2);
  g_assert_true (pz_vector_find (state->known->vector, device)->closed);
  g_assert_cmpuint (pz_vector_get_number (state->known->vector, device), ==, 2);
  g_assert_true (g_hash_table_contains (state->snapshots, "snap-of-2"));
  g_assert_false (g_hash_table_contains (state->snapshots, "snap-of-3"));
  g_assert_true (state->check_all);
  g_assert_cmpuint (state->publish, ==, state->n_published + 1);
}

/* all that was seen up to now may hold something of somebody who was erased; numbers are enough */
static void
test_erased (void)
{
  g_autoptr(PzSyncState) state = pz_sync_state_new (CLASSROOM, DEVICE);
  PzHash chain = pz_hash_of ("x", 1);
  guint32 mark;

  g_assert_cmpuint (pz_sync_state_get_number (state), ==, 0);
  for (guint i = 0; i < 2; i++)
    pz_vector_advance (state->known->vector, DEVICE, &chain);
  pz_sync_state_note_erased (state);
  pz_vector_advance (state->known->vector, DEVICE, &chain);
  g_assert_cmpuint (pz_sync_state_get_number (state), ==, 3);
  g_assert_cmpuint (pz_vector_get_number (state->erased, DEVICE), ==, 2);
  g_assert_false (pz_vector_get_mark (state->erased, DEVICE, 1, &mark));
  pz_sync_state_note_erased (state);
  g_assert_cmpuint (pz_vector_get_number (state->erased, DEVICE), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/state/the-next-snapshot-can-be-wanted", test_wanted_snapshot);
  g_test_add_func ("/sync/state/of-a-closed-device-ends-with-its-last-edit", test_closed_device);
  g_test_add_func ("/sync/state/remembers-how-far-it-had-seen-when-somebody-was-erased", test_erased);
  return g_test_run ();
}
