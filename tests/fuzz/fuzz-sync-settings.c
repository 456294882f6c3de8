/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-sync-error.h"
#include "pz-sync-settings.h"

const char *const pz_fuzz_dictionary[] = {
  "\"folder\":\"https://files.school.example/dav/Class%205b/\",", "\"user\":\"", "\"device-name\":\"", "\"encrypted\":true,",
  "\"paused\":true,", "\"keys\":[", "[1,\"0123456789abcdef\"]", "[9007199254740993,\"0\"]", "\"version\":2,", "\"later\":{\"a\":[1]},",
  "null", "[]", "{}", "\\u0000", "http://", "\\ud800", NULL,
};

/* What is read is read again from what it is written as, to the same bytes. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GBytes) written = NULL, again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PzSyncSettings) settings = pz_sync_settings_parse (bytes, &error), read = NULL;

  g_assert_true ((settings == NULL) == (error != NULL));
  if (settings == NULL)
    {
      g_assert_true (error->domain == PZ_SYNC_ERROR);
      return 0;
    }
  g_assert_nonnull (settings->folder);
  written = pz_sync_settings_format (settings);
  read = pz_sync_settings_parse (written, &error);
  g_assert_no_error (error);
  again = pz_sync_settings_format (read);
  g_assert_true (g_bytes_equal (written, again));
  return 0;
}
