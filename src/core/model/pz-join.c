/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-join.h"

#include "pz-document-private.h"

#include <string.h>

/* One join: the two copies and what each has seen. */
typedef struct
{
  PzDocument *self;
  const PzContext *seen_by_self;
  PzDocument *other;
  const PzContext *seen_by_other;
  gboolean changed;
} Join;

/* the entry of the same write in the slot; for a set also of the same element: `*` stamps many */
static const PzEntry *
find_write (const PzSlot  *slot,
            const PzEntry *entry)
{
  for (guint i = 0; i < slot->n_entries; i++)
    if (pz_stamp_tag_equal (&slot->entries[i].stamp, &entry->stamp)
        && pz_value_equal (&slot->entries[i].value, &entry->value))
      return &slot->entries[i];
  return NULL;
}

static void
mark_shared (PzRecord *record,
             PzSlot   *slot)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  for (guint i = 0; i < slot->n_entries; i++)
    slot->entries[i].shared = has_star ? pz_stamp_tag_equal (&slot->entries[i].stamp, star)
                                       : !pz_entry_is_stamped (&slot->entries[i]);
}

static void
unite_replaced (PzEntry       *entry,
                const PzEntry *other)
{
  for (guint i = 0; other->replaces != NULL && i < other->replaces->len; i++)
    pz_entry_add_replaced (entry, &g_array_index (other->replaces, PzStamp, i));
}

/* the rule of the algebra for one field; other may be empty */
static PzSlot
join_slots (const Join   *j,
            const PzSlot *mine,
            const PzSlot *theirs,
            gboolean      is_set)
{
  PzSlot result = { 0 };

  for (guint i = 0; i < mine->n_entries; i++)
    {
      const PzEntry *same = find_write (theirs, &mine->entries[i]);

      if (same != NULL || !pz_context_covers (j->seen_by_other, &mine->entries[i].stamp))
        {
          PzEntry entry = pz_entry_copy (&mine->entries[i]);

          if (same != NULL)
            unite_replaced (&entry, same);
          pz_slot_take (&result, &entry);
        }
    }
  for (guint i = 0; i < theirs->n_entries; i++)
    if (find_write (mine, &theirs->entries[i]) == NULL
        && !pz_context_covers (j->seen_by_self, &theirs->entries[i].stamp))
      {
        PzEntry entry = pz_entry_copy (&theirs->entries[i]);

        pz_slot_take (&result, &entry);
      }
  pz_slot_sort (&result, is_set);
  return result;
}

static gboolean
shows_the_same (const PzSlot *a,
                const PzSlot *b,
                gboolean      is_set)
{
  guint n = is_set ? MAX (a->n_entries, b->n_entries) : 1;

  if (is_set && a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PzValue nothing = { PZ_VALUE_NONE, { NULL } };
      const PzValue *left = i < a->n_entries ? &a->entries[i].value : &nothing;
      const PzValue *right = i < b->n_entries ? &b->entries[i].value : &nothing;

      if (!pz_value_equal (left, right) || (is_set && a->entries[i].gone != b->entries[i].gone))
        return FALSE;
    }
  return TRUE;
}

static void
join_field (Join         *j,
            PzRecord     *record,
            guint         field,
            const PzSlot *theirs)
{
  gboolean is_set = (pz_schema_get_record (pz_record_get_record_type (record))->fields[field].flags & PZ_FIELD_SET) != 0;
  PzSlot *mine = pz_record_get_slot (record, field);
  PzSlot result = join_slots (j, mine, theirs, is_set);
  gboolean notify;

  if (pz_slot_equal (mine, &result))
    {
      pz_slot_clear (&result);
      return;
    }
  notify = !shows_the_same (mine, &result, is_set);
  pz_slot_clear (mine);
  *mine = result;
  mark_shared (record, mine);
  j->changed = TRUE;
  if (notify)
    pz_record_notify_field (record, field);
}

/* the stamp of the record is a write of its own: a record lives as long as it or any field does */
static gboolean
join_star (Join     *j,
           PzRecord *record,
           PzRecord *theirs)
{
  gboolean has_mine, has_theirs = FALSE;
  const PzStamp *mine = pz_record_get_star (record, &has_mine);
  const PzStamp *other = theirs != NULL ? pz_record_get_star (theirs, &has_theirs) : NULL;

  if (has_mine && has_theirs)
    {
      if (pz_stamp_compare (mine, other) < 0)
        pz_record_set_star (record, other);
      return TRUE;
    }
  if (has_mine && pz_context_covers (j->seen_by_other, mine))
    {
      pz_record_set_star (record, NULL);
      return FALSE;
    }
  if (has_theirs && !pz_context_covers (j->seen_by_self, other))
    {
      pz_record_set_star (record, other);
      return TRUE;
    }
  return has_mine;
}

static gboolean
record_is_alive (PzRecord *record,
                 gboolean  has_star)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  if (has_star || pz_record_get_unknown (record)->len > 0)
    return TRUE;
  for (guint i = 0; i < n_fields; i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      for (guint k = 0; k < slot->n_entries; k++)
        if (!slot->entries[k].gone)
          return TRUE;
    }
  return FALSE;
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
join_unknown (Join      *j,
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

static void
join_record (Join     *j,
             PzRecord *record,
             PzRecord *theirs)
{
  static const PzSlot empty = { NULL, 0 };
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
  gboolean has_star = join_star (j, record, theirs);

  for (guint i = 0; i < n_fields; i++)
    join_field (j, record, i, theirs != NULL ? pz_record_get_slot (theirs, i) : &empty);
  if (theirs != NULL)
    {
      join_unknown (j, pz_record_get_unknown (record), pz_record_get_unknown (theirs));
      join_unknown (j, pz_record_get_unknown_stamps (record), pz_record_get_unknown_stamps (theirs));
    }
  if (record != pz_document_get_owner (j->self) && !record_is_alive (record, has_star))
    {
      pz_document_remove (j->self, record);
      j->changed = TRUE;
    }
}

/* a record only the other copy has: built beside, and taken in when anything of it is new to us */
static void
join_new_record (Join     *j,
                 PzRecord *theirs)
{
  g_autoptr(PzRecord) record = pz_record_new (pz_record_get_record_type (theirs), pz_record_get_id (theirs));
  gboolean changed = j->changed;
  gboolean has_star = join_star (j, record, theirs);

  for (guint i = 0; i < pz_schema_get_record (pz_record_get_record_type (record))->n_fields; i++)
    join_field (j, record, i, pz_record_get_slot (theirs, i));
  j->changed = changed;
  join_unknown (j, pz_record_get_unknown (record), pz_record_get_unknown (theirs));
  join_unknown (j, pz_record_get_unknown_stamps (record), pz_record_get_unknown_stamps (theirs));
  j->changed = changed;
  if (!record_is_alive (record, has_star))
    return;
  pz_document_insert (j->self, record);
  j->changed = TRUE;
}

/* slices of stamps count on the place of a device in the list: keep ours, add theirs behind */
static void
join_devices (Join *j)
{
  GArray *theirs = pz_document_get_devices (j->other);

  for (guint i = 0; i < theirs->len; i++)
    pz_document_device_index (j->self, g_array_index (theirs, guint64, i));
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
  Join j = { self, seen_by_self, other, seen_by_other, FALSE };
  g_autoptr(GPtrArray) mine = NULL;
  g_autoptr(GPtrArray) theirs = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_DOCUMENT (other), FALSE);
  g_return_val_if_fail (strcmp (pz_document_get_id (self), pz_document_get_id (other)) == 0, FALSE);

  join_devices (&j);
  mine = pz_document_get_all (self);
  theirs = pz_document_get_all (other);
  for (guint i = 0; i < mine->len; i++)
    {
      PzRecord *record = g_ptr_array_index (mine, i);
      PzRecord *same = pz_document_find (other, pz_record_get_id (record));

      if (same != NULL && pz_record_get_record_type (same) != pz_record_get_record_type (record))
        same = NULL;
      join_record (&j, record, same);
    }
  for (guint i = 0; i < theirs->len; i++)
    {
      PzRecord *record = g_ptr_array_index (theirs, i);
      gboolean known = FALSE;

      for (guint k = 0; k < mine->len && !known; k++)
        known = strcmp (pz_record_get_id (g_ptr_array_index (mine, k)), pz_record_get_id (record)) == 0;
      if (!known)
        join_new_record (&j, record);
    }
  join_unknown (&j, pz_document_get_unknown (self), pz_document_get_unknown (other));
  join_unknown (&j, pz_document_get_unknown_stamps (self), pz_document_get_unknown_stamps (other));
  join_unknown (&j, pz_document_get_unknown_in_stamps (self), pz_document_get_unknown_in_stamps (other));
  pz_document_set_revision (self, MAX (pz_document_get_revision (self), pz_document_get_revision (other)));
  if (j.changed)
    g_signal_emit_by_name (self, "reloaded");
  return j.changed;
}

/**
 * pz_document_rejoin:
 * @self: what the window holds, edited or not
 * @base: (nullable): what was read when @self was; %NULL when the file did not exist then
 * @current: what the file says now
 *
 * Both come from @base, so each has seen all of it: what only one of them still has was taken out by the other.
 *
 * Returns: whether @self is different now
 */
gboolean
pz_document_rejoin (PzDocument *self,
                    PzDocument *base,
                    PzDocument *current)
{
  g_autoptr(PzContext) mine = pz_context_new ();
  g_autoptr(PzContext) theirs = pz_context_new ();

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && PZ_IS_DOCUMENT (current), FALSE);

  pz_context_add_document (mine, self);
  pz_context_add_document (theirs, current);
  if (base != NULL)
    {
      pz_context_add_document (mine, base);
      pz_context_add_document (theirs, base);
    }
  return pz_document_join (self, mine, current, theirs);
}
