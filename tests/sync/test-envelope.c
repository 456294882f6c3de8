/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-envelope.h"
#include "pz-sync-error.h"

#include <string.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "", "{}", "{\"kind\":\"segment\",\"kind\":\"segment\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) json = bytes_of (texts[i]);
      g_autoptr(GBytes) closed = pz_envelope_close (json);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) opened = pz_envelope_open (closed, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (json, opened));
      g_assert_cmpint (memcmp (g_bytes_get_data (closed, NULL), "PZO1\0", 5), ==, 0);
    }
}

static void
test_rejects (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    int code;
  } rejects[] = {
    { "", 0, PZ_SYNC_ERROR_DAMAGED },
    { "PZO1", 4, PZ_SYNC_ERROR_DAMAGED },
    { "PZO1\0", 5, PZ_SYNC_ERROR_DAMAGED },
    { "PZO1\0{}", 7, PZ_SYNC_ERROR_DAMAGED },
    { "PZO2\0x\x9c\x03\0\0\0\0\1", 13, PZ_SYNC_ERROR_DAMAGED },
    { "<html>Sign in</html>", 20, PZ_SYNC_ERROR_DAMAGED },
    { "PZO1\1abcdefgh", 13, PZ_SYNC_ERROR_PASSPHRASE },
    { "PZO1\0x\x9c\x03\0\0\0\0\1!", 14, PZ_SYNC_ERROR_DAMAGED }, /* something behind the end */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rejects[i].bytes, rejects[i].length);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_envelope_open (bytes, &error));
      g_assert_error (error, PZ_SYNC_ERROR, rejects[i].code);
    }
}

/* 65 MiB of zeros are 64 KiB when they are compressed */
static void
test_bomb (void)
{
  g_autoptr(GBytes) zeros = g_bytes_new_take (g_malloc0 (PZ_ENVELOPE_MAX_INFLATED + 1), PZ_ENVELOPE_MAX_INFLATED + 1);
  g_autoptr(GBytes) bomb = pz_envelope_close (zeros);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 100 * 1024);
  g_assert_null (pz_envelope_open (bomb, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
}

static void
test_cap (void)
{
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (PZ_ENVELOPE_MAX_STORED + 1), PZ_ENVELOPE_MAX_STORED + 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_envelope_open (large, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_TOO_LARGE);
}

static void
test_every_cut (void)
{
  g_autoptr(GBytes) json = bytes_of ("{\"kind\":\"segment\",\"minor\":0,\"edits\":[1,2,3,4,5,6,7,8,9]}");
  g_autoptr(GBytes) closed = pz_envelope_close (json);

  for (gsize length = 0; length < g_bytes_get_size (closed); length++)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (closed, 0, length);
      g_autoptr(GError) error = NULL;

      g_assert_null (pz_envelope_open (cut, &error));
      g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/envelope/gives-back-what-was-put-in", test_round_trip);
  g_test_add_func ("/sync/envelope/refuses-what-is-not-ours-and-says-why", test_rejects);
  g_test_add_func ("/sync/envelope/refuses-a-bomb", test_bomb);
  g_test_add_func ("/sync/envelope/refuses-what-is-too-large-unread", test_cap);
  g_test_add_func ("/sync/envelope/refuses-every-cut", test_every_cut);
  return g_test_run ();
}
