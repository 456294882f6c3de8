/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The class gets a new key while a computer is away, with something to send that is sealed with the old one. */
#include "config.h"

#include "sync-fixture.h"

#include "pz-sealed-envelope.h"
#include "pz-sync-error.h"

#define NAME PZ_LEARNER_GIVEN_NAME

typedef struct
{
  SyncFixture base;
  PzKeyring *keys[2]; /* the first key, and what the second passphrase opens: both */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  guint64 epoch;

  sync_fixture_set_up (&self->base, GSIZE_TO_POINTER (3));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();

      self->keys[i] = pz_keyring_new ();
      if (i == 1)
        pz_keyring_add (self->keys[1], 1, pz_keyring_get_current (self->keys[0], &epoch));
      pz_keyring_add (self->keys[i], i + 1, key);
    }
  for (guint i = 0; i < 3; i++)
    sim_device_learn_keys (sync_fixture_get (&self->base, i), self->keys[0]);
  sync_fixture_write (&self->base, 0, NAME, "Ada");
  sync_fixture_sync_all (&self->base, 3);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  sync_fixture_tear_down (&self->base, GSIZE_TO_POINTER (3));
  pz_keyring_free (self->keys[0]);
  pz_keyring_free (self->keys[1]);
}

/* the device numbers and seals what somebody wrote there, and nothing of it arrives */
static void
write_unsent (Fixture    *self,
              guint       device,
              const char *name)
{
  sync_fixture_write (&self->base, device, NAME, name);
  sim_remote_plan_puts (self->base.remote, "l");
  g_assert_false (sim_device_sync (sync_fixture_get (&self->base, device), NULL));
}

static gboolean
want (PzTurn    *turn,
      gpointer   user_data,
      GError   **error)
{
  pz_sync_state_want_snapshot (turn->state);
  return TRUE;
}

/* as pz_sync_session_change_passphrase() does it, once the key is on the server */
static void
rotate (Fixture *self,
        guint    device)
{
  SimDevice *d = sync_fixture_get (&self->base, device);

  sim_device_learn_keys (d, self->keys[1]);
  g_assert_true (pz_replica_change (d->replica, want, NULL, NULL));
}

/* how many files that begin so are sealed with the first key, or the second */
static guint
count_sealed (Fixture    *self,
              const char *prefix,
              guint       key)
{
  g_autoptr(GPtrArray) names = sync_fixture_find (&self->base, prefix);
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    n += pz_sealed_envelope_has_key (g_hash_table_lookup (sim_remote_get_files (self->base.remote),
                                                          g_ptr_array_index (names, i)),
                                     pz_keyring_get_current (self->keys[key], NULL));
  return n;
}

static void
assert_unknown_key (Fixture *self,
                    guint    device)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (sim_device_sync (sync_fixture_get (&self->base, device), &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_PASSPHRASE);
}

/* The other one has a new key and has written nothing with it: what is sent with the old one is read by everybody. */
static void
test_does_not_know (Fixture       *self,
                    gconstpointer  data)
{
  write_unsent (self, 0, "Bea");
  sim_device_learn_keys (sync_fixture_get (&self->base, 1), self->keys[1]);
  sync_fixture_sync (&self->base, 0);
  sync_fixture_sync (&self->base, 1);
  sync_fixture_assert_shows (&self->base, 1, NAME, "Bea");
}

/* What waited is sealed anew, so that who knows the old key alone cannot read it; and it arrives. */
static void
test_learns (Fixture       *self,
             gconstpointer  data)
{
  guint before;

  write_unsent (self, 0, "Bea");
  rotate (self, 1);
  sync_fixture_sync (&self->base, 1);
  before = count_sealed (self, "seg-", 0);
  assert_unknown_key (self, 0);
  sim_device_learn_keys (sync_fixture_get (&self->base, 0), self->keys[1]);
  sync_fixture_sync (&self->base, 0);
  g_assert_cmpuint (count_sealed (self, "seg-", 0), ==, before);
  g_assert_cmpuint (count_sealed (self, "seg-", 1), ==, 1);
  sync_fixture_sync (&self->base, 1);
  sync_fixture_assert_shows (&self->base, 1, NAME, "Bea");
  sync_fixture_sync (&self->base, 0);
  g_assert_cmpuint (pz_syncer_get_status (sync_fixture_get (&self->base, 0)->syncer)->n_waiting, ==, 0);
}

/* The lost one gets no new key: it stops before it sends anything, and nothing is lost that others wrote. */
static void
test_removed (Fixture       *self,
              gconstpointer  data)
{
  guint n_files;

  write_unsent (self, 2, "of a thief");
  rotate (self, 1);
  sync_fixture_sync (&self->base, 1);
  n_files = sim_remote_get_n_files (self->base.remote);
  for (guint i = 0; i < 3; i++)
    assert_unknown_key (self, 2);
  g_assert_cmpuint (sim_remote_get_n_files (self->base.remote), ==, n_files);
  sim_device_learn_keys (sync_fixture_get (&self->base, 0), self->keys[1]);
  sync_fixture_write (&self->base, 1, NAME, "Cea");
  for (guint i = 0; i < 4; i++)
    sync_fixture_sync (&self->base, i % 2);
  sync_fixture_assert_shows (&self->base, 0, NAME, "Cea");
  g_assert_cmpuint (sync_fixture_count_values (&self->base, 0, NAME), ==, 1);
  assert_unknown_key (self, 2);
  sync_fixture_assert_shows (&self->base, 2, NAME, "of a thief");
}

/* A file of somebody else that says the same is sealed with the old key: it closes the class to nobody. */
static void
test_is_told_with_new_key (Fixture       *self,
                           gconstpointer  data)
{
  g_assert_true (pz_replica_change (sync_fixture_get (&self->base, 0)->replica, want, NULL, NULL));
  sync_fixture_sync (&self->base, 0);
  sync_fixture_sync (&self->base, 1);
  g_assert_cmpuint (count_sealed (self, "snap-", 0), ==, 1);
  rotate (self, 1);
  sync_fixture_sync (&self->base, 1);
  g_assert_cmpuint (count_sealed (self, "snap-", 1), ==, 1);
}

/* Two make a new key at the same time: each enters the passphrase of the other, and all seal with the same one. */
static void
test_both (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzKeyring) other = pz_keyring_new ();
  const char *current[3];

  rotate (self, 0);
  pz_keyring_add (other, 2, key);
  sim_device_learn_keys (sync_fixture_get (&self->base, 1), other);
  g_assert_true (pz_replica_change (sync_fixture_get (&self->base, 1)->replica, want, NULL, NULL));
  sync_fixture_write (&self->base, 0, NAME, "Bea");
  sync_fixture_write (&self->base, 1, PZ_LEARNER_NOTES, "Cea");
  sync_fixture_sync (&self->base, 0);
  assert_unknown_key (self, 1);
  for (guint i = 0; i < 3; i++)
    {
      SimDevice *device = sync_fixture_get (&self->base, i);

      sim_device_learn_keys (device, self->keys[1]);
      sim_device_learn_keys (device, other);
      current[i] = pz_sync_key_get_id (pz_keyring_get_current (device->keyring, NULL));
    }
  g_assert_cmpstr (current[0], ==, current[1]);
  g_assert_cmpstr (current[0], ==, current[2]);
  sync_fixture_sync_all (&self->base, 3);
  sync_fixture_assert_shows (&self->base, 2, NAME, "Bea");
  sync_fixture_assert_shows (&self->base, 2, PZ_LEARNER_NOTES, "Cea");
  sync_fixture_assert_equal (&self->base);
}

#define ADD(path, func) g_test_add ("/sync/rotation/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-sealed-with-the-old-key-is-read-by-those-with-the-new-one", test_does_not_know);
  ADD ("what-waited-is-sealed-with-the-new-key-and-arrives", test_learns);
  ADD ("what-a-lost-device-wrote-reaches-nobody", test_removed);
  ADD ("a-new-key-is-used-at-once", test_is_told_with_new_key);
  ADD ("of-two-new-keys-all-take-the-same", test_both);
  return g_test_run ();
}
