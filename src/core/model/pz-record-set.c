/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-private.h"

/* The fields of a record that are sets: every element has its own stamp, adding wins over removing. */

static const PzField *
field_of (PzRecord *self,
          guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (self))->fields[field];
}

static gboolean
is_set (PzRecord *self,
        guint     field)
{
  return field < pz_schema_get_record (pz_record_get_record_type (self))->n_fields
         && (field_of (self, field)->flags & PZ_FIELD_SET) != 0;
}

static void
write_element (PzRecord   *self,
               guint       field,
               const char *element,
               gboolean    present)
{
  PzSlot *slot = pz_record_get_slot (self, field);
  const PzValue nothing = { PZ_VALUE_NONE, { NULL } };
  g_auto(PzValue) value = { 0 };
  PzEntry entry;

  if (pz_record_get_document (self) == NULL)
    return;
  value = pz_value_text (element);
  entry = pz_record_new_entry (self, field, pz_slot_latest (slot));
  entry.value = pz_value_copy (&value);
  entry.gone = !present;
  for (guint i = slot->n_entries; i > 0; i--)
    if (pz_value_equal (&slot->entries[i - 1].value, &value))
      {
        pz_entry_take_place_of (&entry, &slot->entries[i - 1]);
        pz_slot_remove (slot, i - 1);
      }
  if (present || entry.replaces != NULL)
    pz_slot_insert (slot, &entry, TRUE);
  else
    pz_entry_clear (&entry);
  /* element may have been the text of an entry that is gone now */
  pz_record_tell (self, field, value.text, present ? &nothing : &value, present ? &value : &nothing);
}

/**
 * pz_record_dup_set:
 * @field: a set
 *
 * Returns: (transfer full): its elements, sorted by bytes; empty, never %NULL
 */
GStrv
pz_record_dup_set (PzRecord *self,
                   guint     field)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *last = NULL;
  const PzSlot *slot;

  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (is_set (self, field), NULL);

  slot = pz_record_get_slot (self, field);
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *entry = &slot->entries[i];

      if (entry->gone || entry->value.kind != PZ_VALUE_TEXT || g_strcmp0 (entry->value.text, last) == 0)
        continue;
      g_strv_builder_add (builder, entry->value.text);
      last = entry->value.text;
    }
  return g_strv_builder_end (builder);
}

/**
 * pz_record_set_has:
 * @field: a set
 * @element: what to look for
 *
 * Returns: whether the set holds it
 */
gboolean
pz_record_set_has (PzRecord   *self,
                   guint       field,
                   const char *element)
{
  const PzSlot *slot;

  g_return_val_if_fail (PZ_IS_RECORD (self), FALSE);
  g_return_val_if_fail (is_set (self, field), FALSE);

  slot = pz_record_get_slot (self, field);
  for (guint i = 0; i < slot->n_entries; i++)
    if (!slot->entries[i].gone && slot->entries[i].value.kind == PZ_VALUE_TEXT
        && g_strcmp0 (slot->entries[i].value.text, element) == 0)
      return TRUE;
  return FALSE;
}

/**
 * pz_record_set_add:
 * @field: a set
 * @element: what to add; must pass pz_field_check_text(). Does nothing when it is there
 */
void
pz_record_set_add (PzRecord   *self,
                   guint       field,
                   const char *element)
{
  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (is_set (self, field));
  g_return_if_fail (element != NULL && *element != '\0');
  g_return_if_fail (pz_field_check_text (field_of (self, field), element, NULL));

  if (!pz_record_set_has (self, field, element))
    write_element (self, field, element, TRUE);
}

/**
 * pz_record_set_remove:
 * @field: a set
 * @element: what to take out. Does nothing when it is not there
 */
void
pz_record_set_remove (PzRecord   *self,
                      guint       field,
                      const char *element)
{
  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (is_set (self, field));

  if (pz_record_set_has (self, field, element))
    write_element (self, field, element, FALSE);
}

/**
 * pz_record_set_assign:
 * @field: a set
 * @elements: (array zero-terminated=1): what it shall hold, in any order, empty texts left out
 *
 * Adds and removes what differs.
 */
void
pz_record_set_assign (PzRecord           *self,
                      guint               field,
                      const char * const *elements)
{
  g_auto(GStrv) before = NULL;

  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (is_set (self, field));
  g_return_if_fail (elements != NULL);

  before = pz_record_dup_set (self, field);
  g_object_freeze_notify (G_OBJECT (self)); /* one notification, whatever comes and goes */
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_strv_contains (elements, before[i]))
      pz_record_set_remove (self, field, before[i]);
  for (guint i = 0; elements[i] != NULL; i++)
    if (*elements[i] != '\0')
      pz_record_set_add (self, field, elements[i]);
  g_object_thaw_notify (G_OBJECT (self));
}
