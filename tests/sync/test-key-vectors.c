/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes in vectors.json, which vectors.py has computed by itself, are those that the program writes and reads. */
#include "config.h"

#include "pz-key-file-private.h"
#include "pz-passphrase.h"
#include "pz-sync-key-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonParser *parser;

/* A member of the file, or of its object @object. */
static JsonNode *
get (const char *object,
     const char *name)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  if (object != NULL)
    root = json_object_get_object_member (root, object);
  g_assert_true (json_object_has_member (root, name));
  return json_object_get_member (root, name);
}

static const char *
get_text (const char *object,
          const char *name)
{
  return json_node_get_string (get (object, name));
}

static GBytes *
get_bytes (const char *object,
           const char *name)
{
  const char *hex = get_text (object, name);
  gsize size = strlen (hex) / 2;
  guint8 *bytes = g_malloc (size + 1);

  g_assert_cmpint (sodium_hex2bin (bytes, size, hex, strlen (hex), NULL, NULL, NULL), ==, 0);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
get_plain (const char *object,
           const char *name)
{
  return g_bytes_new (get_text (object, name), strlen (get_text (object, name)));
}

static PzSyncKey *
make_key (void)
{
  g_autoptr(GBytes) bytes = get_bytes (NULL, "key");

  return pz_sync_key_new (g_bytes_get_data (bytes, NULL));
}

static void
test_id (void)
{
  g_autoptr(PzSyncKey) key = make_key ();

  g_assert_cmpstr (pz_sync_key_get_id (key), ==, get_text (NULL, "key_id"));
}

static void
test_sealed (void)
{
  g_autoptr(PzSyncKey) key = make_key ();
  g_autoptr(GBytes) content = get_plain (NULL, "content");
  g_autoptr(GBytes) about = get_plain (NULL, "about");
  g_autoptr(GBytes) nonce = get_bytes (NULL, "nonce");
  g_autoptr(GBytes) expected = get_bytes (NULL, "sealed");
  g_autoptr(GBytes) sealed = pz_sync_key_seal_with_nonce (key, content, about, g_bytes_get_data (nonce, NULL));
  g_autoptr(GBytes) opened = pz_sync_key_open (key, expected, about, NULL);

  g_assert_true (g_bytes_equal (sealed, expected));
  g_assert_true (g_bytes_equal (opened, content));
}

static void
test_key_file_is_read (void)
{
  g_autoptr(PzSyncKey) key = make_key ();
  g_autoptr(GBytes) bytes = get_plain ("key_file", "bytes");
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKeyFile) file = pz_key_file_parse (bytes, &error);
  g_autoptr(PzSyncKey) unlocked = NULL;
  char *normal = pz_passphrase_normalise (get_text ("key_file", "typed"), NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (normal, ==, get_text ("key_file", "passphrase"));
  pz_secret_text_free (normal);
  unlocked = pz_key_file_unlock (file, get_text ("key_file", "typed"), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (pz_sync_key_get_bytes (unlocked), PZ_SYNC_KEY_SIZE, pz_sync_key_get_bytes (key), PZ_SYNC_KEY_SIZE);
}

static void
test_key_file_is_written (void)
{
  g_autoptr(PzSyncKey) key = make_key ();
  g_autoptr(GBytes) nonce = get_bytes ("key_file", "nonce");
  g_autoptr(GBytes) expected = get_plain ("key_file", "bytes");
  g_autoptr(GBytes) written = NULL;
  PzKeyFile file = { .epoch = (guint64) json_node_get_int (get ("key_file", "epoch")),
                     .passes = (guint) json_node_get_int (get ("key_file", "passes")),
                     .memory = (gsize) json_node_get_int (get ("key_file", "memory")) };

  g_strlcpy (file.classroom, get_text ("key_file", "classroom"), sizeof file.classroom);
  memcpy (file.salt, get_text ("key_file", "salt_text"), sizeof file.salt);
  memcpy (file.nonce, g_bytes_get_data (nonce, NULL), sizeof file.nonce);
  g_assert_true (pz_key_file_wrap (&file, key, get_text ("key_file", "passphrase"), NULL));
  written = pz_key_file_write (&file);
  g_assert_true (g_bytes_equal (written, expected));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "sync", "vectors.json", NULL);
  parser = json_parser_new ();
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/key-vectors/id", test_id);
  g_test_add_func ("/key-vectors/sealed", test_sealed);
  g_test_add_func ("/key-vectors/key-file-is-read", test_key_file_is_read);
  g_test_add_func ("/key-vectors/key-file-is-written", test_key_file_is_written);
  result = g_test_run ();
  g_object_unref (parser);
  return result;
}
