/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-join-private.h"

#include <string.h>

static gboolean
has_tag (const PzSlot  *slot,
         const PzStamp *tag)
{
  for (guint i = 0; i < slot->n_entries; i++)
    if (pz_stamp_tag_equal (&slot->entries[i].stamp, tag))
      return TRUE;
  return FALSE;
}

/* Which field of which record is joined. */
typedef struct
{
  const char *key;
  guint field;
  gboolean is_set;
} Place;

/* whether a write in the slot names the entry among those it takes the place of */
static gboolean
is_replaced (const PzSlot  *slot,
             const PzEntry *entry,
             gboolean       is_set)
{
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *other = &slot->entries[i];

      if (other->replaces == NULL || (is_set && !pz_value_equal (&other->value, &entry->value)))
        continue;
      for (guint k = 0; k < other->replaces->len; k++)
        if (pz_stamp_tag_equal (&g_array_index (other->replaces, PzStamp, k), &entry->stamp))
          return TRUE;
    }
  return FALSE;
}

/* Whether a copy, which has not the same write of the same value, has seen it and lost it. seen: what that copy has
 * seen; slot: what it holds.
 *
 * Where we know what both began with, a write that stood there was lost, and one that came since was if another names
 * it; tags that wait for their number are not asked for, as two programs may have drawn the same. Else all depends on
 * the tag. One tag with two values in a single field comes from a file changed by hand: then nobody has lost either. */
static gboolean
has_lost (const PzJoin    *j,
          const Place     *place,
          const PzContext *seen,
          const PzSlot    *slot,
          const PzEntry   *entry)
{
  if (j->base != NULL)
    return pz_slot_find_write (pz_record_index_get_slot (j->base, place->key, place->field), entry) != NULL
           || is_replaced (slot, entry, place->is_set);
  return pz_context_covers (seen, &entry->stamp) && (place->is_set || !has_tag (slot, &entry->stamp));
}

/* the rule of the algebra for one field; theirs may be empty */
static PzSlot
join_slots (const PzJoin *j,
            const Place  *place,
            const PzSlot *mine,
            const PzSlot *theirs)
{
  PzSlot result = { 0 };

  for (guint i = 0; i < mine->n_entries; i++)
    {
      const PzEntry *same = pz_slot_find_write (theirs, &mine->entries[i]);

      if (same != NULL || !has_lost (j, place, j->seen_by_other, theirs, &mine->entries[i]))
        {
          PzEntry entry = pz_entry_copy (&mine->entries[i]);

          if (same != NULL)
            pz_entry_unite (&entry, same);
          pz_slot_take (&result, &entry);
        }
    }
  for (guint i = 0; i < theirs->n_entries; i++)
    if (pz_slot_find_write (mine, &theirs->entries[i]) == NULL
        && !has_lost (j, place, j->seen_by_self, mine, &theirs->entries[i]))
      {
        PzEntry entry = pz_entry_copy (&theirs->entries[i]);

        pz_slot_take (&result, &entry);
      }
  pz_slot_sort (&result, place->is_set);
  return result;
}

/* the next element of a set that is shown, behind the one shown at i */
static guint
next_shown (const PzSlot *slot,
            guint         i)
{
  const PzValue *last = i < slot->n_entries ? &slot->entries[i].value : NULL;

  for (i = last != NULL ? i + 1 : 0; i < slot->n_entries; i++)
    if (pz_entry_shows (&slot->entries[i]) && (last == NULL || !pz_value_equal (last, &slot->entries[i].value)))
      break;
  return i;
}

static gboolean
sets_show_the_same (const PzSlot *a,
                    const PzSlot *b)
{
  guint i = next_shown (a, G_MAXUINT), k = next_shown (b, G_MAXUINT);

  while (i < a->n_entries && k < b->n_entries && pz_value_equal (&a->entries[i].value, &b->entries[k].value))
    {
      i = next_shown (a, i);
      k = next_shown (b, k);
    }
  return i >= a->n_entries && k >= b->n_entries;
}

static gboolean
shows_the_same (const PzSlot *a,
                const PzSlot *b,
                gboolean      is_set)
{
  const PzValue nothing = { PZ_VALUE_NONE, { NULL } };

  if (is_set)
    return sets_show_the_same (a, b);
  return pz_value_equal (a->n_entries > 0 ? &a->entries[0].value : &nothing,
                         b->n_entries > 0 ? &b->entries[0].value : &nothing);
}

static void
join_field (PzJoin       *j,
            PzRecord     *record,
            const char   *key,
            guint         field,
            const PzSlot *theirs)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  Place place = { key, field, (schema->flags & PZ_FIELD_SET) != 0 };
  PzSlot *mine = pz_record_get_slot (record, field);
  PzSlot result = join_slots (j, &place, mine, theirs);
  gboolean notify;

  if (pz_slot_equal (mine, &result))
    {
      pz_slot_clear (&result);
      return;
    }
  notify = !shows_the_same (mine, &result, place.is_set);
  pz_slot_clear (mine);
  *mine = result;
  j->changed = TRUE;
  if (notify)
    pz_record_notify_field (record, field);
}

/* Gives the record another stamp, or none. */
static void
change_star (PzJoin        *j,
             PzRecord      *record,
             const PzStamp *star)
{
  pz_record_set_star (record, star);
  j->changed = TRUE;
}

/* whether a copy without the stamp of the record has seen it and lost it */
static gboolean
has_lost_star (const PzJoin    *j,
               const char      *key,
               const PzContext *seen,
               const PzStamp   *star)
{
  return j->base != NULL ? pz_record_index_find (j->base, key) != NULL : pz_context_covers (seen, star);
}

/* the stamp of the record is a write of its own: a record lives as long as it or any field does */
static void
join_star (PzJoin     *j,
           PzRecord   *record,
           const char *key,
           PzRecord   *theirs)
{
  gboolean has_mine, has_theirs = FALSE;
  const PzStamp *mine = pz_record_get_star (record, &has_mine);
  const PzStamp *other = theirs != NULL ? pz_record_get_star (theirs, &has_theirs) : NULL;

  if (has_mine && has_theirs)
    {
      if (pz_stamp_compare (mine, other) < 0)
        change_star (j, record, other);
    }
  else if (has_mine && has_lost_star (j, key, j->seen_by_other, mine))
    change_star (j, record, NULL);
  else if (has_theirs && !has_lost_star (j, key, j->seen_by_self, other))
    change_star (j, record, other);
}

/* whether anything of the record was written and not taken away again */
static gboolean
has_writes (PzRecord *record)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
  gboolean has_star;

  pz_record_get_star (record, &has_star);
  for (guint i = 0; i < n_fields && !has_star; i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      for (guint k = 0; k < slot->n_entries && !has_star; k++)
        has_star = pz_entry_shows (&slot->entries[k]);
    }
  return has_star;
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

/* What we do not understand cannot be joined by meaning: of two texts the greater is kept, whoever comes first. */
static void
join_unknown (PzJoin    *j,
              GPtrArray *mine,
              GPtrArray *theirs)
{
  for (guint i = 0; i < theirs->len; i++)
    {
      const PzUnknown *other = g_ptr_array_index (theirs, i);
      PzUnknown *own = find_unknown (mine, other->name);

      if (own == NULL)
        {
          g_ptr_array_add (mine, pz_unknown_new (other->name, other->slice, strlen (other->slice)));
          j->changed = TRUE;
        }
      else if (strcmp (own->slice, other->slice) < 0)
        {
          g_free (own->slice);
          own->slice = g_strdup (other->slice);
          j->changed = TRUE;
        }
    }
}

/* theirs: the same record in the other copy, or NULL. Returns whether the record lives: one without any write, as a
 * file without stamps may have, cannot be removed by losing them. */
static gboolean
join_record (PzJoin     *j,
             PzRecord   *record,
             const char *key,
             PzRecord   *theirs)
{
  static const PzSlot empty = { NULL, 0 };
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
  gboolean had_writes = has_writes (record) || (theirs != NULL && has_writes (theirs));

  join_star (j, record, key, theirs);
  for (guint i = 0; i < n_fields; i++)
    join_field (j, record, key, i, theirs != NULL ? pz_record_get_slot (theirs, i) : &empty);
  pz_record_mark_shared (record);
  if (theirs != NULL)
    {
      join_unknown (j, pz_record_get_unknown (record), pz_record_get_unknown (theirs));
      join_unknown (j, pz_record_get_unknown_stamps (record), pz_record_get_unknown_stamps (theirs));
    }
  return !had_writes || has_writes (record);
}

static void
join_own_record (PzJoin     *j,
                 PzRecord   *record,
                 const char *key,
                 PzRecord   *theirs)
{
  gboolean lives;

  g_object_freeze_notify (G_OBJECT (record)); /* who listens finds the record whole */
  lives = join_record (j, record, key, theirs);
  if (!lives && record != pz_document_get_owner (j->self))
    {
      pz_document_remove (j->self, record);
      j->changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (record));
}

/* a record only the other copy has: built beside, and taken in when anything of it is new to us */
static void
join_new_record (PzJoin     *j,
                 const char *key,
                 PzRecord   *theirs)
{
  g_autoptr(PzRecord) record = pz_record_new (pz_record_get_record_type (theirs), pz_record_get_id (theirs));
  PzJoin beside = *j;

  if (!join_record (&beside, record, key, theirs))
    return;
  pz_document_insert (j->self, record);
  j->changed = TRUE;
}

/* slices of stamps count on the place of a device in the list: keep ours, add theirs behind */
static void
join_devices (PzJoin *j)
{
  GArray *theirs = pz_document_get_devices (j->other);

  for (guint i = 0; i < theirs->len; i++)
    pz_document_device_index (j->self, g_array_index (theirs, guint64, i));
}

/**
 * pz_join_run:
 *
 * Makes the document what the join gives, and says so once.
 */
void
pz_join_run (PzJoin *self)
{
  g_autoptr(PzRecordIndex) mine = pz_record_index_new (self->self);
  g_autoptr(PzRecordIndex) theirs = pz_record_index_new (self->other);
  guint64 revision = MAX (pz_document_get_revision (self->self), pz_document_get_revision (self->other));

  join_devices (self);
  for (guint i = 0; i < mine->records->len; i++)
    {
      const char *key = g_ptr_array_index (mine->keys, i);

      join_own_record (self, g_ptr_array_index (mine->records, i), key, pz_record_index_find (theirs, key));
    }
  for (guint i = 0; i < theirs->records->len; i++)
    {
      const char *key = g_ptr_array_index (theirs->keys, i);

      if (pz_record_index_find (mine, key) == NULL)
        join_new_record (self, key, g_ptr_array_index (theirs->records, i));
    }
  join_unknown (self, pz_document_get_unknown (self->self), pz_document_get_unknown (self->other));
  join_unknown (self, pz_document_get_unknown_stamps (self->self), pz_document_get_unknown_stamps (self->other));
  join_unknown (self, pz_document_get_unknown_in_stamps (self->self), pz_document_get_unknown_in_stamps (self->other));
  pz_document_set_revision (self->self, revision);
  if (self->changed)
    g_signal_emit_by_name (self->self, "reloaded");
}

/**
 * pz_document_join:
 * @self: gets the result
 * @seen_by_self: writes in @self, and those it has lost
 * @other: another copy of the same document; not changed
 * @seen_by_other: writes in @other, and those it has lost
 *
 * A value stays if both copies have it, or one has it and the other has not seen it.
 *
 * Returns: whether @self is different now
 */
gboolean
pz_document_join (PzDocument      *self,
                  const PzContext *seen_by_self,
                  PzDocument      *other,
                  const PzContext *seen_by_other)
{
  PzJoin join = { self, seen_by_self, other, seen_by_other, NULL, FALSE };

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_DOCUMENT (other), FALSE);
  g_return_val_if_fail (pz_document_get_kind (self) == pz_document_get_kind (other), FALSE);
  g_return_val_if_fail (strcmp (pz_document_get_id (self), pz_document_get_id (other)) == 0, FALSE);
  g_return_val_if_fail (seen_by_self != NULL && seen_by_other != NULL, FALSE);

  pz_join_run (&join);
  return join.changed;
}
