/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-join-private.h"

/* counts: how often the type and id were met, key -> number */
static char *
make_key (PzRecord   *record,
          GHashTable *counts)
{
  g_autofree char *key = g_strdup_printf ("%d/%s", (int) pz_record_get_record_type (record), pz_record_get_id (record));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (n + 1));
  return n == 0 ? g_steal_pointer (&key) : g_strdup_printf ("%s/%u", key, n);
}

/**
 * pz_record_index_new:
 * @document: (nullable): %NULL has no records
 *
 * Returns: (transfer full): the records @document has now
 */
PzRecordIndex *
pz_record_index_new (PzDocument *document)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PzRecordIndex *self = g_new0 (PzRecordIndex, 1);

  self->records = document != NULL ? pz_document_get_all (document) : g_ptr_array_new ();
  self->keys = g_ptr_array_new_full (self->records->len, g_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->records->len; i++)
    {
      char *key = make_key (g_ptr_array_index (self->records, i), counts);

      g_ptr_array_add (self->keys, key);
      g_hash_table_insert (self->by_key, key, g_ptr_array_index (self->records, i));
    }
  return self;
}

/**
 * pz_record_index_free:
 */
void
pz_record_index_free (PzRecordIndex *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * pz_record_index_find:
 * @key: of a record of another copy
 *
 * Returns: (transfer none) (nullable): the same record here
 */
PzRecord *
pz_record_index_find (PzRecordIndex *self,
                      const char    *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * pz_record_index_get_slot:
 * @key: of a record of another copy
 * @field: one of its fields
 *
 * Returns: (transfer none): what the field holds here; empty when the record is not here
 */
const PzSlot *
pz_record_index_get_slot (PzRecordIndex *self,
                          const char    *key,
                          guint          field)
{
  static const PzSlot empty = { NULL, 0 };
  PzRecord *record = pz_record_index_find (self, key);

  return record != NULL ? pz_record_get_slot (record, field) : &empty;
}
