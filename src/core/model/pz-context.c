/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"
#include "pz-join.h"

struct _PzContext
{
  GHashTable *vector; /* device -> number up to which everything was seen; both guint64, owned */
  GHashTable *cloud;  /* PzStamp, owned: single writes beyond */
};

/**
 * pz_context_new:
 *
 * Returns: (transfer full): a context that has seen nothing
 */
PzContext *
pz_context_new (void)
{
  PzContext *self = g_new0 (PzContext, 1);

  self->vector = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->cloud = g_hash_table_new_full ((GHashFunc) (void (*) (void)) pz_stamp_tag_hash,
                                       (GEqualFunc) (void (*) (void)) pz_stamp_tag_equal, g_free, NULL);
  return self;
}

/**
 * pz_context_free:
 */
void
pz_context_free (PzContext *self)
{
  g_hash_table_unref (self->vector);
  g_hash_table_unref (self->cloud);
  g_free (self);
}

/**
 * pz_context_add:
 * @tag: a write that was seen
 */
void
pz_context_add (PzContext     *self,
                const PzStamp *tag)
{
  g_return_if_fail (self != NULL && tag != NULL);

  if (!pz_context_covers (self, tag))
    g_hash_table_add (self->cloud, g_memdup2 (tag, sizeof *tag));
}

/**
 * pz_context_set_vector:
 * @device: a device
 * @number: all its writes up to this one were seen; never lowers what is there
 */
void
pz_context_set_vector (PzContext *self,
                       guint64    device,
                       guint64    number)
{
  const guint64 *present;

  g_return_if_fail (self != NULL);

  present = g_hash_table_lookup (self->vector, &device);
  if (present == NULL || *present < number)
    g_hash_table_insert (self->vector, g_memdup2 (&device, sizeof device), g_memdup2 (&number, sizeof number));
}

/**
 * pz_context_covers:
 * @tag: a write
 *
 * Returns: whether it was seen
 */
gboolean
pz_context_covers (const PzContext *self,
                   const PzStamp   *tag)
{
  const guint64 *number;

  g_return_val_if_fail (self != NULL && tag != NULL, FALSE);

  if (tag->number != 0 && (number = g_hash_table_lookup (self->vector, &tag->device)) != NULL && tag->number <= *number)
    return TRUE;
  return g_hash_table_contains (self->cloud, tag);
}

static void
add_slot (PzContext    *self,
          const PzSlot *slot)
{
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *entry = &slot->entries[i];

      pz_context_add (self, &entry->stamp);
      for (guint j = 0; entry->replaces != NULL && j < entry->replaces->len; j++)
        pz_context_add (self, &g_array_index (entry->replaces, PzStamp, j));
    }
}

/**
 * pz_context_add_document:
 * @document: every write in it was seen, and every write those took the place of
 */
void
pz_context_add_document (PzContext  *self,
                         PzDocument *document)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (self != NULL && PZ_IS_DOCUMENT (document));

  all = pz_document_get_all (document);
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);
      guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
      gboolean has_star;
      const PzStamp *star = pz_record_get_star (record, &has_star);

      if (has_star)
        pz_context_add (self, star);
      for (guint j = 0; j < n_fields; j++)
        add_slot (self, pz_record_get_slot (record, j));
    }
}

/**
 * pz_context_add_context:
 * @other: everything it has seen was seen
 */
void
pz_context_add_context (PzContext       *self,
                        const PzContext *other)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (self != NULL && other != NULL);

  g_hash_table_iter_init (&iter, other->vector);
  while (g_hash_table_iter_next (&iter, &key, &value))
    pz_context_set_vector (self, *(guint64 *) key, *(guint64 *) value);
  g_hash_table_iter_init (&iter, other->cloud);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    pz_context_add (self, key);
}
