/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-join-private.h"

#include <string.h>

/* Two programs of one device edit one file. What is joined are three copies: what we hold, what we read, and what the
 * file says now. Before that, two things are put right that tags alone do not tell: values changed by hand in the file,
 * and pending writes that a synchronisation numbered meanwhile. */
typedef struct
{
  PzDocument *document; /* gives the stamps */
  PzRecordIndex *self;
  PzRecordIndex *base;
  PzRecordIndex *current;
  PzContext *seen_by_base;
} Rejoin;

static gboolean
is_set (PzRecord *record,
        guint     field)
{
  return (pz_schema_get_record (pz_record_get_record_type (record))->fields[field].flags & PZ_FIELD_SET) != 0;
}

/* Calls work for every field of every record of the index. */
static void
each_slot (Rejoin        *r,
           PzRecordIndex *index,
           void (*work)  (Rejoin     *r,
                          PzRecord   *record,
                          const char *key,
                          guint       field))
{
  for (guint i = 0; i < index->records->len; i++)
    {
      PzRecord *record = g_ptr_array_index (index->records, i);
      guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

      for (guint k = 0; k < n_fields; k++)
        work (r, record, g_ptr_array_index (index->keys, i), k);
    }
}

/* A value the file did not hold when we read it, under a number we had read: somebody changed the file by hand, or put
 * an older one in its place. It becomes a write of this device that takes the place of what it pushed out. */
static void
adopt_foreign_values (Rejoin     *r,
                      PzRecord   *record,
                      const char *key,
                      guint       field)
{
  const PzSlot *before = pz_record_index_get_slot (r->base, key, field);
  PzSlot *slot = pz_record_get_slot (record, field);

  for (guint i = 0; i < slot->n_entries; i++)
    {
      PzEntry *entry = &slot->entries[i];

      if (pz_stamp_is_pending (&entry->stamp) || pz_slot_find_write (before, entry) != NULL
          || !pz_context_covers (r->seen_by_base, &entry->stamp))
        continue;
      entry->stamp = pz_document_next_stamp (r->document, MAX (pz_slot_latest (before), pz_slot_latest (slot)));
      for (guint k = 0; k < before->n_entries; k++)
        if ((!is_set (record, field) || pz_value_equal (&before->entries[k].value, &entry->value))
            && pz_slot_find_write (slot, &before->entries[k]) == NULL)
          pz_entry_take_place_of (entry, &before->entries[k]);
    }
  pz_slot_sort (slot, is_set (record, field));
}

/* the entry of the file that is a pending one with its number */
static const PzEntry *
find_numbered (const PzSlot  *slot,
               const PzEntry *pending)
{
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *entry = &slot->entries[i];

      if (!pz_stamp_is_pending (&entry->stamp) && entry->stamp.device == pending->stamp.device
          && entry->stamp.clock == pending->stamp.clock && pz_value_equal (&entry->value, &pending->value))
        return entry;
    }
  return NULL;
}

/* What we wrote over a pending value takes the place of the numbered one; what we took out leaves a removal. */
static void
replace_numbered (Rejoin        *r,
                  PzRecord      *record,
                  guint          field,
                  const PzSlot  *before,
                  const PzEntry *numbered)
{
  PzSlot *slot = pz_record_get_slot (record, field);
  gboolean found = FALSE;
  PzEntry removal = { 0 };

  for (guint i = 0; i < slot->n_entries; i++)
    if (pz_stamp_is_pending (&slot->entries[i].stamp) && pz_slot_find_write (before, &slot->entries[i]) == NULL
        && (!is_set (record, field) || pz_value_equal (&slot->entries[i].value, &numbered->value)))
      {
        pz_entry_add_replaced (&slot->entries[i], &numbered->stamp);
        found = TRUE;
      }
  if (found)
    return;
  removal.gone = is_set (record, field);
  removal.value = removal.gone ? pz_value_copy (&numbered->value) : removal.value;
  removal.stamp = pz_document_next_stamp (r->document, numbered->stamp.clock);
  pz_entry_add_replaced (&removal, &numbered->stamp);
  pz_slot_take (slot, &removal);
  pz_slot_sort (slot, is_set (record, field));
}

static void
learn_numbers (Rejoin     *r,
               PzRecord   *record,
               const char *key,
               guint       field)
{
  const PzSlot *before = pz_record_index_get_slot (r->base, key, field);
  const PzSlot *now = pz_record_index_get_slot (r->current, key, field);

  for (guint i = 0; i < before->n_entries; i++)
    {
      const PzEntry *old = &before->entries[i];
      const PzEntry *numbered;

      if (!pz_entry_shows (old) || !pz_stamp_is_pending (&old->stamp)
          || pz_slot_find_write (pz_record_get_slot (record, field), old) != NULL)
        continue;
      numbered = find_numbered (now, old);
      if (numbered != NULL)
        replace_numbered (r, record, field, before, numbered);
    }
}

static PzUnknown *
find_unknown (GPtrArray  *unknown,
              const char *name)
{
  for (guint i = 0; i < unknown->len; i++)
    if (strcmp (((PzUnknown *) g_ptr_array_index (unknown, i))->name, name) == 0)
      return g_ptr_array_index (unknown, i);
  return NULL;
}

/* We never change what we do not understand: where ours is what was read, the file is right. */
static gboolean
follow_unknown (GPtrArray *mine,
                GPtrArray *before,
                GPtrArray *now)
{
  gboolean changed = FALSE;

  for (guint i = mine->len; i > 0; i--)
    {
      PzUnknown *own = g_ptr_array_index (mine, i - 1);
      const PzUnknown *old = find_unknown (before, own->name);
      const PzUnknown *new = find_unknown (now, own->name);

      if (old == NULL || strcmp (own->slice, old->slice) != 0 || (new != NULL && strcmp (own->slice, new->slice) == 0))
        continue;
      changed = TRUE;
      if (new == NULL)
        {
          g_ptr_array_remove_index (mine, i - 1);
          continue;
        }
      g_free (own->slice);
      own->slice = g_strdup (new->slice);
    }
  return changed;
}

static gboolean
follow_all_unknown (Rejoin     *r,
                    PzDocument *self,
                    PzDocument *base,
                    PzDocument *current)
{
  gboolean changed = follow_unknown (self->unknown, base->unknown, current->unknown);

  changed |= follow_unknown (self->unknown_stamps, base->unknown_stamps, current->unknown_stamps);
  changed |= follow_unknown (self->unknown_in_stamps, base->unknown_in_stamps, current->unknown_in_stamps);
  for (guint i = 0; i < r->self->records->len; i++)
    {
      PzRecord *mine = g_ptr_array_index (r->self->records, i);
      PzRecord *before = pz_record_index_find (r->base, g_ptr_array_index (r->self->keys, i));
      PzRecord *now = pz_record_index_find (r->current, g_ptr_array_index (r->self->keys, i));

      if (before == NULL || now == NULL)
        continue;
      changed |= follow_unknown (pz_record_get_unknown (mine), pz_record_get_unknown (before),
                                 pz_record_get_unknown (now));
      changed |= follow_unknown (pz_record_get_unknown_stamps (mine), pz_record_get_unknown_stamps (before),
                                 pz_record_get_unknown_stamps (now));
    }
  return changed;
}

/**
 * pz_document_rejoin:
 * @self: what the window holds, edited or not
 * @base: (nullable): what was read when @self was; %NULL when the file did not exist then
 * @current: what the file says now; of no use afterwards, as stamps in it may be changed
 *
 * Both come from @base: what only one of them still has was taken out by the other, and what @base has not is new.
 *
 * Returns: whether @self is different now
 */
gboolean
pz_document_rejoin (PzDocument *self,
                    PzDocument *base,
                    PzDocument *current)
{
  g_autoptr(PzRecordIndex) mine = NULL, before = NULL, now = NULL;
  g_autoptr(PzContext) seen_by_base = pz_context_new ();
  PzJoin join = { self, NULL, current, NULL, NULL, FALSE };
  gboolean followed = FALSE;
  Rejoin r;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_DOCUMENT (current), FALSE);
  g_return_val_if_fail (pz_document_get_kind (self) == pz_document_get_kind (current), FALSE);
  g_return_val_if_fail (strcmp (pz_document_get_id (self), pz_document_get_id (current)) == 0, FALSE);

  mine = pz_record_index_new (self);
  join.base = before = pz_record_index_new (base);
  now = pz_record_index_new (current);
  r = (Rejoin){ self, mine, before, now, seen_by_base };
  if (base != NULL)
    pz_context_add_document (seen_by_base, base);
  each_slot (&r, now, adopt_foreign_values);
  each_slot (&r, mine, learn_numbers);
  if (base != NULL)
    followed = follow_all_unknown (&r, self, base, current);
  pz_join_run (&join);
  if (followed && !join.changed)
    g_signal_emit_by_name (self, "reloaded");
  return join.changed || followed;
}
