/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-texts.h"

#include <string.h>

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * pz_sync_texts_sort:
 * @texts: (element-type utf8): sorted in place
 */
void
pz_sync_texts_sort (GPtrArray *texts)
{
  g_return_if_fail (texts != NULL);
  g_ptr_array_sort (texts, compare_texts);
}

/**
 * pz_sync_texts_list_keys:
 * @table: with texts for keys
 *
 * Returns: (transfer container) (element-type utf8): the keys, sorted; they stay the table's
 */
GPtrArray *
pz_sync_texts_list_keys (GHashTable *table)
{
  GPtrArray *keys;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (table != NULL, NULL);

  keys = g_ptr_array_sized_new (g_hash_table_size (table));
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  pz_sync_texts_sort (keys);
  return keys;
}
