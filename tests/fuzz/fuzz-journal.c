/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-crc32c.h"
#include "pz-journal.h"

const char *const pz_fuzz_dictionary[] = {
  "PTXN2 ", "put ", "del ", "COMMIT ", "00000000000000a1", "00000000", "learners/", "../", "/", ".json", " 1\n", "\n",
  NULL,
};

/* What the record says may be done to the class, so every path in it must be one the store may touch; and what is
 * accepted is exactly what would be written. */
static void
check_record (GBytes *bytes)
{
  g_autoptr(PzJournalRecord) record = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GError) error = NULL;

  record = pz_journal_record_parse (bytes, &error);
  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return;
  for (guint i = 0; i < record->entries->len; i++)
    {
      PzJournalEntry *entry = g_ptr_array_index (record->entries, i);

      g_assert_true (pz_journal_may_hold (entry->path));
    }
  again = pz_journal_record_format (record);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* Once as it comes and once with the right sum at its end, which chance would not find. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GString) sealed = g_string_new_len ((const char *) data, (gssize) size);
  g_autoptr(GBytes) whole = NULL;

  check_record (bytes);
  g_string_append_printf (sealed, "COMMIT %08x\n", pz_crc32c (0, data, size));
  whole = g_bytes_new_static (sealed->str, sealed->len);
  check_record (whole);
  return 0;
}
