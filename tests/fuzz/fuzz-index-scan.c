/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-index-private.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "\"format\":", "\"personalize-learner\"", "\"version\":1", "\"version\":2", "\"id\":", "\"rev\":", "\"learner\":",
  "\"given-name\":", "\"family-name\":", "\"deleted\":", "\"archived\":true", "\"goals\":[", "\"check-ins\":[",
  "\"measurements\":[", "\"date\":\"2026-09-11\"", "\"state\":\"active\"", "\"not-valid\":true", "\"stamps\":",
  "\"records\":", "\"*\":", "\"stamp\":", "\"019a3c81b7e2-0\"", "\"0.3.0199249b2c40-0\"", "needs/", "private-notes",
  "{", "}", "[", "]", ",", "null", "\\u0131",
  NULL,
};

/* Scans without and with a known id: what is accepted is a whole entry, and an error leaves nothing behind. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_auto(PzIndexDraft) entry = { .revision = 7 }, other = { 0 };
  PzIndexEntry *sealed;

  if (!pz_index_scan_learner (bytes, &entry, &error))
    {
      g_assert_true (g_str_has_prefix (error->message, "line "));
      g_assert_cmpuint (entry.revision, ==, 7);
      g_assert_null (entry.texts[PZ_INDEX_ID]);
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (pz_id_is_valid (entry.texts[PZ_INDEX_ID]));
  g_assert_cmpuint (entry.counts[PZ_INDEX_ACTIVE], <=, entry.counts[PZ_INDEX_GOALS]);
  sealed = pz_index_draft_seal (&entry);
  g_assert_true (g_utf8_validate (pz_index_entry_get_text (sealed, PZ_INDEX_SEARCH_KEY), -1, NULL));
  for (guint i = PZ_INDEX_ID; i < PZ_INDEX_N_TEXTS; i++)
    g_assert_cmpstr (pz_index_entry_get_text (sealed, i), ==, entry.texts[i]);
  pz_index_entry_unref (sealed);

  pz_index_draft_set_text (&other, PZ_INDEX_ID, "0000000000000000");
  g_assert_true (pz_index_scan_learner (bytes, &other, NULL)
                 == (strcmp (entry.texts[PZ_INDEX_ID], "0000000000000000") == 0));
  return 0;
}
