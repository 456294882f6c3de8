/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-envelope.h"
#include "pz-sealed-envelope.h"
#include "pz-sync-error.h"
#include "wire-vectors.h"

#include <string.h>

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define JSON "{\"kind\":\"segment\",\"name\":\"Amina\"}"

static const PzObjectName about = { .kind = PZ_OBJECT_SEGMENT, .device = 5, .from = 41, .to = 43, .head = 77 };

static PzKeyring *
make_keyring (guint8 first)
{
  guint8 bytes[PZ_SYNC_KEY_SIZE] = { first };
  g_autoptr(PzSyncKey) key = pz_sync_key_new (bytes);
  PzKeyring *keyring = pz_keyring_new ();

  pz_keyring_add (keyring, 1, key);
  return keyring;
}

static GBytes *
seal (const PzKeyring *keyring)
{
  g_autoptr(GBytes) json = g_bytes_new_static (JSON, strlen (JSON));

  return pz_sealed_envelope_close (json, pz_keyring_get_current (keyring, NULL), CLASSROOM, &about);
}

static void
assert_refused (GBytes             *bytes,
                const PzKeyring    *keyring,
                const char         *classroom,
                const PzObjectName *name,
                PzSyncError         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_sealed_envelope_open (bytes, keyring, classroom, name, &error));
  g_assert_error (error, PZ_SYNC_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_what_was_sealed_is_read_and_not_seen (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(GBytes) sealed = seal (keyring), again = seal (keyring), opened = NULL;
  g_autoptr(GError) error = NULL;
  const char *data = g_bytes_get_data (sealed, NULL);

  g_assert_cmpmem (data, 5, "PZO1\1", 5);
  g_assert_null (memmem (data, g_bytes_get_size (sealed), "Amina", 5));
  g_assert_false (g_bytes_equal (sealed, again));
  opened = pz_sealed_envelope_open (sealed, keyring, CLASSROOM, &about, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), JSON, strlen (JSON));
}

/* one whose name says something else was swapped, or sent once more as something newer */
static void
test_object_under_another_name_is_refused (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(GBytes) sealed = seal (keyring);
  PzObjectName others[] = { about, about, about, about, about };

  others[0].kind = PZ_OBJECT_SNAPSHOT;
  others[1].device++;
  others[2].from++;
  others[3].to++;
  others[4].head++;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (sealed, keyring, CLASSROOM, &others[i], PZ_SYNC_ERROR_DAMAGED);
  assert_refused (sealed, keyring, "c7q2mx5k9d0hw4vt", &about, PZ_SYNC_ERROR_DAMAGED);
}

static void
test_every_changed_or_missing_byte_is_noticed (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(GBytes) sealed = seal (keyring);
  gsize length = g_bytes_get_size (sealed);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (g_bytes_get_data (sealed, NULL), length);
      g_autoptr(GBytes) bytes = NULL, cut = g_bytes_new_from_bytes (sealed, 0, i);
      g_autoptr(GError) error = NULL;

      changed[i] ^= 0x40;
      bytes = g_bytes_new (changed, length);
      g_assert_null (pz_sealed_envelope_open (bytes, keyring, CLASSROOM, &about, &error));
      g_assert_nonnull (error);
      assert_refused (cut, keyring, CLASSROOM, &about, PZ_SYNC_ERROR_DAMAGED);
    }
}

static void
test_plain_object_is_not_mixed_in (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(GBytes) json = g_bytes_new_static (JSON, strlen (JSON)), plain = pz_envelope_close (json);

  assert_refused (plain, keyring, CLASSROOM, &about, PZ_SYNC_ERROR_DAMAGED);
}

static void
test_unknown_key_asks_for_the_passphrase (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1), other = make_keyring (2);
  g_autoptr(GBytes) sealed = seal (keyring);

  assert_refused (sealed, other, CLASSROOM, &about, PZ_SYNC_ERROR_PASSPHRASE);
}

static void
test_later_format_asks_for_an_update (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(GBytes) later = g_bytes_new_static ("PZO1\2aaaaaaaaaaaaaaaaaaaaaaaa", 29);

  assert_refused (later, keyring, CLASSROOM, &about, PZ_SYNC_ERROR_TOO_NEW);
}

/* (transfer full): the bytes of the sealed vector whose name begins so */
static GBytes *
load_sealed (const char   *prefix,
             PzObjectName *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "sync", "vectors-sealed", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *base;
  char *text;
  gsize length;

  g_assert_nonnull (dir);
  while ((base = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (base, prefix))
      {
        g_autofree char *path = g_build_filename (folder, base, NULL);

        g_assert_true (g_file_get_contents (path, &text, &length, NULL));
        g_assert_true (pz_object_name_parse (base, name));
        return g_bytes_new_take (text, length);
      }
  g_assert_not_reached ();
}

/* sealed by a few lines of another language, with the key of vectors.json */
static void
test_vectors_are_read (void)
{
  static const char *const prefixes[] = { "seg-", "snap-" };
  g_autoptr(PzKeyring) keyring = pz_keyring_new ();
  g_autoptr(PzSyncKey) key
    = pz_sync_key_from_text ("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");

  pz_keyring_add (keyring, 1, key);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      PzObjectName name, plain_name;
      g_autoptr(GBytes) sealed = load_sealed (prefixes[i], &name);
      g_autoptr(GBytes) plain = wire_vector_load (prefixes[i], &plain_name);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) opened = NULL;

      g_assert_true (pz_object_name_fits (&name, sealed));
      opened = pz_sealed_envelope_open (sealed, keyring, CLASSROOM, &name, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, plain));
    }
}

static void
test_says_its_key (void)
{
  g_autoptr(PzKeyring) keyring = make_keyring (1);
  g_autoptr(PzKeyring) other = make_keyring (2);
  g_autoptr(GBytes) sealed = seal (keyring);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (sealed, 0, 7);
  g_autoptr(GBytes) json = g_bytes_new_static (JSON, strlen (JSON));
  g_autoptr(GBytes) plain = pz_envelope_close (json);

  g_assert_true (pz_sealed_envelope_has_key (sealed, pz_keyring_get_current (keyring, NULL)));
  g_assert_false (pz_sealed_envelope_has_key (sealed, pz_keyring_get_current (other, NULL)));
  g_assert_false (pz_sealed_envelope_has_key (cut, pz_keyring_get_current (keyring, NULL)));
  g_assert_false (pz_sealed_envelope_has_key (plain, pz_keyring_get_current (keyring, NULL)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/sealed-envelope/read-and-not-seen", test_what_was_sealed_is_read_and_not_seen);
  g_test_add_func ("/sync/sealed-envelope/another-name", test_object_under_another_name_is_refused);
  g_test_add_func ("/sync/sealed-envelope/every-byte", test_every_changed_or_missing_byte_is_noticed);
  g_test_add_func ("/sync/sealed-envelope/plain-is-not-mixed-in", test_plain_object_is_not_mixed_in);
  g_test_add_func ("/sync/sealed-envelope/vectors", test_vectors_are_read);
  g_test_add_func ("/sync/sealed-envelope/unknown-key", test_unknown_key_asks_for_the_passphrase);
  g_test_add_func ("/sync/sealed-envelope/says-its-key", test_says_its_key);
  g_test_add_func ("/sync/sealed-envelope/later-format", test_later_format_asks_for_an_update);
  return g_test_run ();
}
