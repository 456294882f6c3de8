/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-key-file-private.h"
#include "pz-sync-error.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "\"kind\":\"key\",", "\"minor\":0,", "\"min_reader\":0,", "\"min_reader\":1,", "\"classroom\":\"b7q2mx5k9d0hw4vt\",",
  "\"epoch\":9007199254740993,", "\"key\":\"00112233aabbccdd\",", "\"kdf\":\"argon2id13\",", "\"passes\":8,", "\"memory\":1e9,",
  "\"salt\":\"", "\"nonce\":\"", "\"wrapped\":\"", "00112233445566778899aabbccddeeff", "null", "[]", "{}", "\\u0000", NULL,
};

/* What is read is within the bounds, and is read again from what it is written as. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKeyFile) file = pz_key_file_parse (bytes, &error), again = NULL;

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    {
      g_assert_true (error->domain == PZ_SYNC_ERROR);
      return 0;
    }
  g_assert_cmpuint (file->passes, >=, PZ_KEY_FILE_MIN_PASSES);
  g_assert_cmpuint (file->passes, <=, PZ_KEY_FILE_MAX_PASSES);
  g_assert_cmpuint (file->memory, >=, PZ_KEY_FILE_MIN_MEMORY);
  g_assert_cmpuint (file->memory, <=, PZ_KEY_FILE_MAX_MEMORY);
  g_assert_cmpuint (strlen (file->classroom), ==, PZ_ID_LENGTH);
  written = pz_key_file_write (file);
  again = pz_key_file_parse (written, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (file, sizeof *file, again, sizeof *again);
  return 0;
}
