/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-error.h"
#include "pz-sync-key-private.h"

#include <string.h>

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_what_was_sealed_is_opened (void)
{
  static const gsize sizes[] = { 0, 1, 2, 15, 16, 255, 4096, 100000 };
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(GBytes) about = make_bytes ("what it is");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], '\0');
      g_autoptr(GBytes) content = g_bytes_new (text, sizes[i]);
      g_autoptr(GBytes) sealed = pz_sync_key_seal (key, content, about);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) opened = pz_sync_key_open (key, sealed, about, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, content));
      g_assert_cmpuint (g_bytes_get_size (sealed), ==, 24 + 16 + pz_sync_key_padded_size (sizes[i] + 1));
    }
}

static void
test_sealed_twice_is_different (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(GBytes) content = make_bytes ("the same");
  g_autoptr(GBytes) one = pz_sync_key_seal (key, content, content);
  g_autoptr(GBytes) two = pz_sync_key_seal (key, content, content);

  g_assert_false (g_bytes_equal (one, two));
  g_assert_null (g_strstr_len (g_bytes_get_data (one, NULL), (gssize) g_bytes_get_size (one), "same"));
}

static void
assert_damaged (PzSyncKey *key,
                GBytes    *sealed,
                GBytes    *about)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_sync_key_open (key, sealed, about, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
}

/* Each bit counts: of the nonce, the content, the tag. */
static void
test_each_changed_bit_is_seen (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(GBytes) content = make_bytes ("Ada read 79 words");
  g_autoptr(GBytes) about = make_bytes ("seg 1 3");
  g_autoptr(GBytes) sealed = pz_sync_key_seal (key, content, about);
  gsize size = g_bytes_get_size (sealed);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sealed, NULL), size);
      g_autoptr(GBytes) changed = NULL;

      copy[bit / 8] ^= (guint8) (1 << bit % 8);
      changed = g_bytes_new (copy, size);
      assert_damaged (key, changed, about);
    }
}

static void
test_each_cut_is_seen (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(GBytes) content = make_bytes ("Ada read 79 words");
  g_autoptr(GBytes) about = make_bytes ("seg 1 3");
  g_autoptr(GBytes) sealed = pz_sync_key_seal (key, content, about);

  for (gsize size = 0; size < g_bytes_get_size (sealed); size++)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (sealed, 0, size);

      assert_damaged (key, cut, about);
    }
}

/* The bytes are whole, but stand for another object, or are of another class. */
static void
test_swapped_and_foreign (void)
{
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  g_autoptr(PzSyncKey) other = pz_sync_key_new_random ();
  g_autoptr(GBytes) content = make_bytes ("text");
  g_autoptr(GBytes) about = make_bytes ("seg 1 3");
  g_autoptr(GBytes) about_other = make_bytes ("seg 4 6");
  g_autoptr(GBytes) sealed = pz_sync_key_seal (key, content, about);

  assert_damaged (key, sealed, about_other);
  assert_damaged (other, sealed, about);
}

static void
test_steps_of_sizes (void)
{
  gsize last = 0;

  for (gsize size = 1; size < 300000; size++)
    {
      gsize padded = pz_sync_key_padded_size (size);

      g_assert_cmpuint (padded, >=, size);
      g_assert_cmpuint (padded, >=, last);
      g_assert_cmpuint ((padded - size) * 100, <=, size * 12);
      g_assert_cmpuint (pz_sync_key_padded_size (padded), ==, padded);
      last = padded;
    }
  g_assert_cmpuint (pz_sync_key_padded_size (PZ_SYNC_KEY_MAX_CONTENT + 1), <, (gsize) PZ_SYNC_KEY_MAX_CONTENT * 112 / 100);
}

/* What one sees of a class's sizes: some hundred different ones up to a megabyte. */
static void
test_few_sizes_are_seen (void)
{
  guint n = 0;

  for (gsize size = 1; size <= 1024 * 1024; size++)
    n += pz_sync_key_padded_size (size) == size ? 1 : 0;
  g_assert_cmpuint (n, <, 500);
}

static void
test_id (void)
{
  guint8 bytes[PZ_SYNC_KEY_SIZE] = { 1, 2, 3 };
  g_autoptr(PzSyncKey) key = pz_sync_key_new (bytes);
  g_autoptr(PzSyncKey) same = pz_sync_key_new (bytes);
  g_autoptr(PzSyncKey) other = pz_sync_key_new_random ();

  g_assert_cmpuint (strlen (pz_sync_key_get_id (key)), ==, PZ_SYNC_KEY_ID_LENGTH);
  g_assert_cmpuint (strspn (pz_sync_key_get_id (key), "0123456789abcdef"), ==, PZ_SYNC_KEY_ID_LENGTH);
  g_assert_cmpstr (pz_sync_key_get_id (key), ==, pz_sync_key_get_id (same));
  g_assert_cmpstr (pz_sync_key_get_id (key), !=, pz_sync_key_get_id (other));
}

static void
test_text_and_back (void)
{
  static const char *const no_keys[] = { "", "00", "zz00000000000000000000000000000000000000000000000000000000000000",
                                         "000000000000000000000000000000000000000000000000000000000000000g" };
  g_autoptr(PzSyncKey) key = pz_sync_key_new_random ();
  char *text = pz_sync_key_dup_text (key);
  g_autoptr(PzSyncKey) again = pz_sync_key_from_text (text);

  g_assert_cmpmem (pz_sync_key_get_bytes (key), PZ_SYNC_KEY_SIZE, pz_sync_key_get_bytes (again), PZ_SYNC_KEY_SIZE);
  pz_secret_text_free (text);
  for (gsize i = 0; i < G_N_ELEMENTS (no_keys); i++)
    g_assert_null (pz_sync_key_from_text (no_keys[i]));
}

static void
test_one_key_in_many_hands (void)
{
  PzSyncKey *key = pz_sync_key_new_random ();
  PzSyncKey *same = pz_sync_key_ref (key);
  g_autofree char *id = g_strdup (pz_sync_key_get_id (key));

  pz_sync_key_unref (key);
  g_assert_cmpstr (pz_sync_key_get_id (same), ==, id);
  pz_sync_key_unref (same);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync-key/what-was-sealed-is-opened", test_what_was_sealed_is_opened);
  g_test_add_func ("/sync-key/sealed-twice-is-different", test_sealed_twice_is_different);
  g_test_add_func ("/sync-key/each-changed-bit-is-seen", test_each_changed_bit_is_seen);
  g_test_add_func ("/sync-key/each-cut-is-seen", test_each_cut_is_seen);
  g_test_add_func ("/sync-key/swapped-and-foreign", test_swapped_and_foreign);
  g_test_add_func ("/sync-key/steps-of-sizes", test_steps_of_sizes);
  g_test_add_func ("/sync-key/few-sizes-are-seen", test_few_sizes_are_seen);
  g_test_add_func ("/sync-key/id", test_id);
  g_test_add_func ("/sync-key/text-and-back", test_text_and_back);
  g_test_add_func ("/sync-key/one-key-in-many-hands", test_one_key_in_many_hands);
  return g_test_run ();
}
