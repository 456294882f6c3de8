/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-texts.h"

static void
test_bytes_decide_in_every_locale (void)
{
  static const char *const sorted[] = { "Z", "a", "b", "\303\244" };
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (gsize i = G_N_ELEMENTS (sorted); i > 0; i--)
    g_ptr_array_add (texts, (gpointer) sorted[i - 1]);
  pz_sync_texts_sort (texts);

  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (g_ptr_array_index (texts, i), ==, sorted[i]);
}

static void
test_keys_of_a_table (void)
{
  g_autoptr(GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) none = pz_sync_texts_list_keys (table), keys = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_hash_table_add (table, (gpointer) "two");
  g_hash_table_add (table, (gpointer) "one");
  g_hash_table_add (table, (gpointer) "three");
  keys = pz_sync_texts_list_keys (table);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpstr (keys->pdata[0], ==, "one");
  g_assert_cmpstr (keys->pdata[1], ==, "three");
  g_assert_cmpstr (keys->pdata[2], ==, "two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/texts/bytes-decide-in-every-locale", test_bytes_decide_in_every_locale);
  g_test_add_func ("/sync/texts/keys-of-a-table", test_keys_of_a_table);
  return g_test_run ();
}
