/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-crc32c.h"
#include "pz-environment.h"
#include "pz-history-line.h"

#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "{\"t\":", "\"2026-11-09T10:22:31Z\"", ",\"doc\":", "\"learners/d4m7kq2x9v5t0rhb\"", "\"classroom\"",
  "\"activities/", ",\"record\":", "\"d4m7kq2x9v5t0rhb\"", ",\"field\":", "\"given-name\"", "\"needs/", "\"*\"",
  ",\"old\":", ",\"new\":", "\"learner\"", "\"check-in\"", ",\"crc\":\"", "null", "true", "[", "{", "}", "\n", "\\u0000",
  "1e309", "../", NULL,
};

/* What is believed is whole: ids that may name a file, a field or a new record, never both. */
static void
check_line (const char *data,
            gsize       length)
{
  g_auto(PzHistoryLine) line = { 0 };
  g_autoptr(GError) error = NULL;

  if (!pz_history_line_parse (data, length, &line, &error))
    {
      g_assert_nonnull (error);
      g_assert_null (line.field);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (pz_id_is_valid (line.record));
  g_assert_true (line.kind == PZ_DOCUMENT_CLASSROOM ? line.document[0] == '\0' : pz_id_is_valid (line.document));
  g_assert_true (line.added == (line.field == NULL));
  g_assert_true (line.field != NULL || line.element == NULL);
  g_assert_true (line.added ? line.type < PZ_N_RECORD_TYPES : line.field[0] != '\0');
  if (line.before.kind == PZ_VALUE_TEXT)
    g_assert_true (g_utf8_validate (line.before.text, -1, NULL));
}

/* Once as it comes, and once with the right sum, which chance would not find. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GString) sealed = g_string_new_len ((const char *) data, (gssize) size);

  check_line ((const char *) data, size);
  if (sealed->len > 0 && sealed->str[sealed->len - 1] == '\n')
    g_string_truncate (sealed, sealed->len - 1);
  if (sealed->len > 0 && sealed->str[sealed->len - 1] == '}')
    g_string_truncate (sealed, sealed->len - 1);
  g_string_append_printf (sealed, ",\"crc\":\"%08x\"}", pz_crc32c (0, sealed->str, sealed->len));
  check_line (sealed->str, sealed->len);
  return 0;
}
