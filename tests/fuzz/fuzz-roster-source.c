/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-one-roster.h"

const char *const pz_fuzz_dictionary[] = {
  "PK\3\4", "PK\1\2", "PK\5\6", "PK\7\10", "users.csv", "../users.csv", "/etc/x", "__MACOSX/", "orgs.csv",
  "\xFF\xFF\xFF\xFF", "\x08", "\x01", "..\\", "sourcedId",
  NULL,
};

/* An archive as it came, through libarchive and the readers behind it. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", bytes, &error);
  g_autoptr(PzRoster) roster = NULL;

  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return 0;
  roster = pz_one_roster_load (source, NULL, &error);
  g_assert_true ((roster == NULL) == (error != NULL));
  return 0;
}
