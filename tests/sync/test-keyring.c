/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-keyring.h"

static PzSyncKey *
make_key (guint8 first)
{
  guint8 bytes[PZ_SYNC_KEY_SIZE] = { first };

  return pz_sync_key_new (bytes);
}

static void
test_empty_has_no_key (void)
{
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  guint64 epoch = 7;

  g_assert_null (pz_keyring_get_current (keyring, &epoch));
  g_assert_cmpuint (epoch, ==, 0);
  g_assert_cmpuint (pz_keyring_get_n_keys (keyring), ==, 0);
  g_assert_null (pz_keyring_find (keyring, "0123456789abcdef"));
}

static void
test_highest_epoch_seals (void)
{
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  g_autoptr(PzSyncKey) first = make_key (1), second = make_key (2), third = make_key (3);
  guint64 epoch;

  pz_keyring_add (keyring, 2, second);
  pz_keyring_add (keyring, 3, third);
  pz_keyring_add (keyring, 1, first);
  g_assert_true (pz_keyring_get_current (keyring, &epoch) == third);
  g_assert_cmpuint (epoch, ==, 3);
  g_assert_true (pz_keyring_get_nth (keyring, 1, NULL) == second);
  g_assert_true (pz_keyring_get_nth (keyring, 2, &epoch) == first);
  g_assert_cmpuint (epoch, ==, 1);
  g_assert_null (pz_keyring_get_nth (keyring, 3, NULL));
  g_assert_true (pz_keyring_find (keyring, pz_sync_key_get_id (first)) == first);
}

/* all devices must choose the same of two that were made at the same time, in whatever order they learn of them */
static void
test_greater_id_seals_in_the_same_epoch (void)
{
  g_autoptr(PzSyncKey) one = make_key (1), other = make_key (2);
  PzSyncKey *greater = g_strcmp0 (pz_sync_key_get_id (one), pz_sync_key_get_id (other)) > 0 ? one : other;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzKeyring) keyring = pz_keyring_new ();

      pz_keyring_add (keyring, 1, i == 0 ? one : other);
      pz_keyring_add (keyring, 1, i == 0 ? other : one);
      g_assert_true (pz_keyring_get_current (keyring, NULL) == greater);
    }
}

static void
test_key_is_there_once (void)
{
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  g_autoptr(PzSyncKey) key = make_key (1);

  pz_keyring_add (keyring, 1, key);
  pz_keyring_add (keyring, 1, key);
  g_assert_cmpuint (pz_keyring_get_n_keys (keyring), ==, 1);
}

static void
test_takes_what_another_one_has (void)
{
  g_autoptr(PzKeyring) keyring = pz_keyring_new (), other = pz_keyring_new ();
  g_autoptr(PzSyncKey) first = make_key (1), second = make_key (2);
  guint64 epoch;

  pz_keyring_add (keyring, 1, first);
  pz_keyring_add (other, 1, first);
  pz_keyring_add (other, 2, second);
  pz_keyring_take (keyring, other);
  g_assert_cmpuint (pz_keyring_get_n_keys (keyring), ==, 2);
  g_assert_true (pz_keyring_get_current (keyring, &epoch) == second);
  g_assert_cmpuint (epoch, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/keyring/empty-has-no-key", test_empty_has_no_key);
  g_test_add_func ("/sync/keyring/highest-epoch-seals", test_highest_epoch_seals);
  g_test_add_func ("/sync/keyring/greater-id-seals-in-the-same-epoch", test_greater_id_seals_in_the_same_epoch);
  g_test_add_func ("/sync/keyring/key-is-there-once", test_key_is_there_once);
  g_test_add_func ("/sync/keyring/takes-what-another-one-has", test_takes_what_another_one_has);
  return g_test_run ();
}
