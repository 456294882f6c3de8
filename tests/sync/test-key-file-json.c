/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-key-file-private.h"
#include "pz-sync-error.h"

#include <string.h>

static PzKeyFile *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pz_key_file_parse (bytes, error);
}

#define START "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"b7q2mx5k9d0hw4vt\",\"epoch\":1,"
#define KEY "\"key\":\"00112233aabbccdd\",\"kdf\":\"argon2id13\","
#define WORK "\"passes\":3,\"memory\":268435456,"
#define SALT "\"salt\":\"000102030405060708090a0b0c0d0e0f\","
#define NONCE "\"nonce\":\"000102030405060708090a0b0c0d0e0f1011121314151617\","
#define WRAPPED "\"wrapped\":\"000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f\""
#define HEX_48 "000102030405060708090A0B0C0D0E0F000102030405060708090A0B0C0D0E0F000102030405060708090A0B0C0D0E0F"

static const struct
{
  const char *text;
  int code; /* -1: is read */
} files[] = {
  { START KEY WORK SALT NONCE WRAPPED "}", -1 },
  { "\n" START KEY WORK SALT NONCE WRAPPED "}\n\n", -1 },
  { START KEY WORK SALT NONCE WRAPPED ",\"hint\":{\"of\":[\"a later version\"]}}", -1 },
  { "{\"kind\":\"key\",\"minor\":3,\"min_reader\":1,\"classroom\":7}", PZ_SYNC_ERROR_TOO_NEW },
  { "", PZ_SYNC_ERROR_DAMAGED },
  { "{}", PZ_SYNC_ERROR_DAMAGED },
  { "[]", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK SALT NONCE WRAPPED, PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK SALT NONCE WRAPPED "}{}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK SALT NONCE WRAPPED ",\"epoch\":2}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED }, /* no salt */
  { "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0,\"classroom\":\"b7q2mx5k9d0hw4vt\",\"epoch\":1," KEY WORK SALT NONCE WRAPPED "}",
    PZ_SYNC_ERROR_DAMAGED },
  { "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"../../../../etc\",\"epoch\":1," KEY WORK SALT NONCE WRAPPED "}",
    PZ_SYNC_ERROR_DAMAGED },
  { "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"b7q2mx5k9d0hw4vt\",\"epoch\":0," KEY WORK SALT NONCE WRAPPED "}",
    PZ_SYNC_ERROR_DAMAGED },
  { "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"b7q2mx5k9d0hw4vt\",\"epoch\":1.5," KEY WORK SALT NONCE WRAPPED "}",
    PZ_SYNC_ERROR_DAMAGED },
  { "{\"kind\":\"key\",\"minor\":0,\"min_reader\":0,\"classroom\":\"b7q2mx5k9d0hw4vt\",\"epoch\":1e300," KEY WORK SALT NONCE WRAPPED "}",
    PZ_SYNC_ERROR_DAMAGED },
  { START "\"key\":\"00112233AABBCCDD\",\"kdf\":\"argon2id13\"," WORK SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START "\"key\":\"00112233aabbccdd\",\"kdf\":\"none\"," WORK SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  /* asks for too much or too little work */
  { START KEY "\"passes\":1,\"memory\":268435456," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":9,\"memory\":268435456," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":4294967299,\"memory\":268435456," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":3,\"memory\":8192," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":3,\"memory\":4398046511104," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":-3,\"memory\":268435456," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY "\"passes\":\"3\",\"memory\":268435456," SALT NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  /* bytes */
  { START KEY WORK "\"salt\":\"00\"," NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK "\"salt\":\"000102030405060708090a0b0c0d0e0f10\"," NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK "\"salt\":\"0001020304050607 8090a0b0c0d0e0f\"," NONCE WRAPPED "}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK SALT NONCE "\"wrapped\":\"" HEX_48 "\"}", PZ_SYNC_ERROR_DAMAGED },
  { START KEY WORK SALT NONCE "\"wrapped\":null}", PZ_SYNC_ERROR_DAMAGED },
};

static void
test_read_or_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PzKeyFile) file = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      file = parse (files[i].text, &error);
      if (files[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, PZ_SYNC_ERROR, files[i].code);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

static void
test_too_large (void)
{
  g_autofree char *blanks = g_strnfill (PZ_KEY_FILE_MAX_SIZE, ' ');
  g_autofree char *text = g_strconcat (START KEY WORK SALT NONCE WRAPPED "}", blanks, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_DAMAGED);
}

/* the one way to write it, to the last byte */
static void
test_round_trip (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKeyFile) file = parse (START KEY WORK SALT NONCE WRAPPED "}\n", &error);
  g_autoptr(GBytes) bytes = pz_key_file_write (file);
  const char *expected = START KEY WORK SALT NONCE WRAPPED "}\n";

  g_assert_no_error (error);
  g_assert_cmpstr (file->classroom, ==, "b7q2mx5k9d0hw4vt");
  g_assert_cmpuint (file->epoch, ==, 1);
  g_assert_cmpstr (file->key_id, ==, "00112233aabbccdd");
  g_assert_cmpuint (file->passes, ==, 3);
  g_assert_cmpuint (file->memory, ==, 268435456);
  g_assert_cmpuint (file->salt[15], ==, 0x0f);
  g_assert_cmpuint (file->nonce[23], ==, 0x17);
  g_assert_cmpuint (file->wrapped[47], ==, 0x0f);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-file-json/written-as-it-was-read", test_round_trip);
  g_test_add_func ("/key-file-json/read-or-refused", test_read_or_refused);
  g_test_add_func ("/key-file-json/too-large", test_too_large);
  return g_test_run ();
}
