/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-index-private.h"

#define CLASS_ID "0123456789abcdef"

const char *const pz_fuzz_dictionary[] = {
  "\"format\":\"personalize-index\"", "\"version\":2", "\"classroom\":\"" CLASS_ID "\"", "\"count\":", "\"shown\":",
  "\"rows\":[", "{\"id\":\"", "\"given-name\":", "\"last\":", "\"absences\":", "\"goals\":", "\"deleted\":true", "\"damaged\":true",
  "\"rev\":", "\"size\":", "\"mtime_ns\":", "\"inode\":", "-9223372036854775808", "9223372036854775807", "1e3", "0.5",
  "{", "}", "[", "]", ",", "\n",
  NULL,
};

/* Whatever is accepted is written and read again to the same bytes, and fills a list. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size), written = NULL, again = NULL;
  g_autoptr(GPtrArray) entries = NULL, read = NULL;
  g_autoptr(PzIndex) index = NULL;
  g_autoptr(GError) error = NULL;
  guint n_shown;

  entries = pz_index_cache_parse (bytes, CLASS_ID, &error);
  if (entries == NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "line "));
      pz_index_cache_peek (bytes, CLASS_ID, &n_shown);
      return 0;
    }
  g_assert_no_error (error);
  written = pz_index_cache_format (entries, CLASS_ID);
  read = pz_index_cache_parse (written, CLASS_ID, &error);
  g_assert_no_error (error);
  again = pz_index_cache_format (read, CLASS_ID);
  g_assert_true (g_bytes_equal (written, again));
  g_assert_true (pz_index_cache_peek (written, CLASS_ID, &n_shown));

  index = pz_index_new ();
  pz_index_apply (index, entries, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, entries->len);
  g_assert_cmpuint (pz_index_count_shown (index), ==, n_shown);
  return 0;
}
