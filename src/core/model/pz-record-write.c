/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

/* Private */

/**
 * pz_record_new_entry:
 * @field: what is written
 * @seen: latest clock of what the write takes the place of
 *
 * What never leaves this device never shares the stamp of the record, which gets a number one day.
 *
 * Returns: an entry without value, stamped as a new write of the record is
 */
PzEntry
pz_record_new_entry (PzRecord *self,
                     guint     field,
                     PzHlc     seen)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (self))->fields[field];
  PzEntry entry = { 0 };
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (self, &has_star);

  entry.shared = has_star && pz_record_is_fresh (self) && !(schema->flags & PZ_FIELD_LOCAL);
  entry.stamp = entry.shared ? *star : pz_document_next_stamp (pz_record_get_document (self), seen);
  return entry;
}

/**
 * pz_record_tell:
 *
 * Tells the document and who watches the property that the field was written.
 */
void
pz_record_tell (PzRecord      *self,
                guint          field,
                const char    *element,
                const PzValue *before,
                const PzValue *after)
{
  g_autoptr(PzRecord) alive = g_object_ref (self);

  pz_document_note_change (pz_record_get_document (self), self, field, element, before, after);
  pz_record_notify_field (self, field);
}

/**
 * pz_record_mark_shared:
 *
 * Finds out again which entries have the stamp of the record, after stamps came from elsewhere.
 */
void
pz_record_mark_shared (PzRecord *self)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (self))->n_fields;
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (self, &has_star);

  for (guint i = 0; i < n_fields; i++)
    {
      PzSlot *slot = pz_record_get_slot (self, i);

      for (guint j = 0; j < slot->n_entries; j++)
        slot->entries[j].shared = has_star ? pz_stamp_tag_equal (&slot->entries[j].stamp, star)
                                           : !pz_entry_is_stamped (&slot->entries[j]);
    }
}

/* what waited beside the value that is shown; NULL when nothing did */
static GArray *
list_others (PzRecord *self,
             guint     field)
{
  GArray *values = pz_record_list_values (self, field);

  if (values->len > 0)
    g_array_remove_index (values, 0);
  if (values->len == 0)
    g_clear_pointer (&values, g_array_unref);
  return values;
}

/* Into next: a new write of the value, which takes the place of all that old holds. */
static void
add_write (PzRecord      *self,
           guint          field,
           const PzValue *value,
           PzHlc          seen,
           const PzSlot  *old,
           PzSlot        *next)
{
  PzEntry entry = pz_record_new_entry (self, field, seen);

  entry.value = pz_value_copy (value);
  for (guint i = 0; i < old->n_entries; i++)
    pz_entry_take_place_of (&entry, &old->entries[i]);
  pz_slot_take (next, &entry);
}

/* An empty value takes the place of nothing that was ever sent: it leaves no trace. */
static void
drop_traceless (PzSlot *slot)
{
  if (slot->n_entries == 1 && slot->entries[0].value.kind == PZ_VALUE_NONE && slot->entries[0].replaces == NULL)
    pz_slot_clear (slot);
}

/**
 * pz_record_write_values:
 * @field: a single field
 * @values: (element-type PzValue): what it shall hold, at least one: the first is shown, the others wait for a decision
 * @seen: latest clock of what the writes take the place of besides what the field holds; 0: nothing
 *
 * New writes take the place of everything the field holds; what was never sent leaves no trace. A record that its
 * document has let go of cannot be written any more: it was removed for good by another device, say, while somebody
 * typed.
 */
void
pz_record_write_values (PzRecord     *self,
                        guint         field,
                        const GArray *values,
                        PzHlc         seen)
{
  PzSlot *slot = pz_record_get_slot (self, field);
  g_auto(PzValue) before = { 0 };
  g_auto(PzValue) after = { 0 };
  PzSlot next = { 0 };

  if (pz_record_get_document (self) == NULL)
    return;
  after = pz_value_copy (&g_array_index (values, PzValue, 0)); /* may stand in the slot */
  before = pz_value_copy (pz_record_peek_value (self, field));
  pz_document_settles (pz_record_get_document (self), list_others (self, field));
  seen = MAX (seen, pz_slot_latest (slot));
  for (guint i = values->len; i > 0; i--) /* the latest is shown: each is later than the one before */
    {
      add_write (self, field, &g_array_index (values, PzValue, i - 1), seen, slot, &next);
      seen = pz_slot_latest (&next);
    }
  drop_traceless (&next);
  pz_slot_sort (&next, FALSE);
  pz_slot_clear (slot);
  *slot = next;
  pz_record_tell (self, field, NULL, &before, &after);
}

/**
 * pz_record_write:
 * @field: a single field
 * @value: what it shall hold, also when it shows just that
 *
 * As pz_record_write_values() of one value.
 */
void
pz_record_write (PzRecord      *self,
                 guint          field,
                 const PzValue *value)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (PzValue));

  g_array_append_vals (values, value, 1); /* borrowed: nothing is cleared with the array */
  pz_record_write_values (self, field, values, 0);
}

/**
 * pz_record_apply_value:
 * @value: what undo or a copy brings back; must fit the kind of the field
 *
 * Returns: whether anything changed
 */
gboolean
pz_record_apply_value (PzRecord      *self,
                       guint          field,
                       const PzValue *value)
{
  if (pz_value_equal (pz_record_peek_value (self, field), value) || pz_record_get_document (self) == NULL)
    return FALSE;
  pz_record_write (self, field, value);
  return TRUE;
}

/**
 * pz_record_revise_text:
 * @field: a text
 * @text: (nullable): what somebody made of it, as pz_record_set_text() takes it
 * @seen: (nullable): what the field showed when they began
 *
 * Writes what was typed. A value that came meanwhile, which they have not seen, is not taken the place of: both wait for
 * a decision.
 */
void
pz_record_revise_text (PzRecord   *self,
                       guint       field,
                       const char *text,
                       const char *seen)
{
  const char *shown;

  g_return_if_fail (PZ_IS_RECORD (self));

  shown = pz_record_get_text (self, field);
  /* what was not saved yet, nobody else has written */
  if (pz_record_is_fresh (self) || g_strcmp0 (shown, seen) == 0 || g_strcmp0 (shown, text) == 0)
    pz_record_set_text (self, field, text);
  else
    {
      g_autoptr(GArray) values = pz_record_list_values (self, field);
      PzValue typed = pz_value_text (text);

      g_array_prepend_val (values, typed);
      pz_record_write_values (self, field, values, 0);
    }
}
