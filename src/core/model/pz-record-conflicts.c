/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-private.h"

static const PzRecordSchema *
schema_of (PzRecord *self)
{
  return pz_schema_get_record (pz_record_get_record_type (self));
}

static gboolean
is_set (PzRecord *self,
        guint     field)
{
  return (schema_of (self)->fields[field].flags & PZ_FIELD_SET) != 0;
}

/* the latest write of the position-th of the different values of a single field; NULL when there are not as many */
static const PzEntry *
find_entry (const PzSlot *slot,
            guint         position)
{
  for (guint i = 0; i < slot->n_entries; i++)
    {
      gboolean seen = FALSE;

      for (guint j = 0; j < i && !seen; j++)
        seen = pz_value_equal (&slot->entries[j].value, &slot->entries[i].value);
      if (!seen && position-- == 0)
        return &slot->entries[i];
    }
  return NULL;
}

static const PzValue *
find_value (const PzSlot *slot,
            guint         position)
{
  const PzEntry *entry = find_entry (slot, position);

  return entry != NULL ? &entry->value : NULL;
}

/**
 * pz_record_list_values:
 * @field: a single field
 *
 * Returns: (transfer full) (element-type PzValue): its different values, the shown one first
 */
GArray *
pz_record_list_values (PzRecord *self,
                       guint     field)
{
  const PzSlot *slot = pz_record_get_slot (self, field);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (PzValue));
  const PzValue *value;

  g_array_set_clear_func (values, (GDestroyNotify) pz_value_clear);
  while ((value = find_value (slot, values->len)) != NULL)
    {
      PzValue copy = pz_value_copy (value);

      g_array_append_val (values, copy);
    }
  return values;
}

/**
 * pz_record_get_n_values:
 * @field: any field; elements of sets never wait, adding wins
 *
 * Returns: how many different values wait for a decision of the teacher; 0 or 1 means none does
 */
guint
pz_record_get_n_values (PzRecord *self,
                        guint     field)
{
  const PzSlot *slot;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_RECORD (self), 0);
  g_return_val_if_fail (field < schema_of (self)->n_fields, 0);

  slot = pz_record_get_slot (self, field);
  if (is_set (self, field))
    return pz_record_is_empty (self, field) ? 0 : 1;
  while (find_value (slot, n) != NULL)
    n++;
  return n;
}

/**
 * pz_record_dup_value:
 * @field: a single field
 * @position: below pz_record_get_n_values()
 *
 * Returns: (transfer full) (nullable): one of the values that wait for a decision, the shown one first, latest first;
 *   %NULL when the field was emptied there
 */
char *
pz_record_dup_value (PzRecord *self,
                     guint     field,
                     guint     position)
{
  const PzValue *value;

  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < schema_of (self)->n_fields && !is_set (self, field), NULL);

  value = find_value (pz_record_get_slot (self, field), position);
  return value != NULL ? pz_value_to_text (value) : NULL;
}

/**
 * pz_record_get_value_stamp:
 * @field: a single field
 * @position: below pz_record_get_n_values()
 *
 * Returns: (transfer none) (nullable): who wrote the value last and when; valid until the field changes
 */
const PzStamp *
pz_record_get_value_stamp (PzRecord *self,
                           guint     field,
                           guint     position)
{
  const PzEntry *entry;

  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < schema_of (self)->n_fields && !is_set (self, field), NULL);

  entry = find_entry (pz_record_get_slot (self, field), position);
  return entry != NULL ? &entry->stamp : NULL;
}

/**
 * pz_record_choose_text:
 * @field: a text with several values
 * @text: (nullable): what shall stay of them, as somebody put it together; must pass pz_field_check_text()
 *
 * As pz_record_choose_value(), with a text of its own.
 */
void
pz_record_choose_text (PzRecord   *self,
                       guint       field,
                       const char *text)
{
  g_auto(PzValue) value = { 0 };

  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (field < schema_of (self)->n_fields && !is_set (self, field));
  g_return_if_fail (text == NULL || *text == '\0' || pz_field_check_text (&schema_of (self)->fields[field], text, NULL));

  value = pz_value_text (text);
  if (pz_record_get_n_values (self, field) > 1)
    pz_record_write (self, field, &value);
}

/**
 * pz_record_choose_value:
 * @field: a single field with several values
 * @position: which of them shall stay, as for pz_record_dup_value()
 *
 * A new write that takes the place of all of them. Setting the field to what it shows would change nothing: somebody
 * who only leaves an entry must not settle a conflict nobody looked at.
 */
void
pz_record_choose_value (PzRecord *self,
                        guint     field,
                        guint     position)
{
  const PzValue *value;

  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (field < schema_of (self)->n_fields && !is_set (self, field));

  value = find_value (pz_record_get_slot (self, field), position);
  if (value != NULL && pz_record_get_n_values (self, field) > 1)
    pz_record_write (self, field, value);
}

/**
 * pz_record_count_pending:
 *
 * Fields that never leave this device do not wait for anything.
 *
 * Returns: how many writes no synchronisation has numbered yet; the record itself counts as one when it is new
 */
guint
pz_record_count_pending (PzRecord *self)
{
  const PzRecordSchema *schema;
  const PzStamp *star;
  gboolean has_star;
  guint n;

  g_return_val_if_fail (PZ_IS_RECORD (self), 0);

  schema = schema_of (self);
  star = pz_record_get_star (self, &has_star);
  n = has_star && pz_stamp_is_pending (star);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const PzSlot *slot = pz_record_get_slot (self, i);

      for (guint j = 0; !(schema->fields[i].flags & PZ_FIELD_LOCAL) && j < slot->n_entries; j++)
        n += !slot->entries[j].shared && pz_stamp_is_pending (&slot->entries[j].stamp);
    }
  return n;
}

/**
 * pz_record_count_conflicts:
 *
 * That it went to the trash at two different times is no question to anybody.
 *
 * Returns: how many fields hold several values
 */
guint
pz_record_count_conflicts (PzRecord *self)
{
  guint n = 0;

  g_return_val_if_fail (PZ_IS_RECORD (self), 0);

  for (guint i = 0; i < schema_of (self)->n_fields; i++)
    n += i != pz_schema_get_deleted (pz_record_get_record_type (self)) && pz_record_get_n_values (self, i) > 1;
  return n;
}
