/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

static gboolean
apply_to_set (PzRecord       *record,
              const PzChange *change,
              gboolean        present)
{
  if (pz_record_set_has (record, (guint) change->field, change->element) == present)
    return FALSE;
  if (present)
    pz_record_set_add (record, (guint) change->field, change->element);
  else
    pz_record_set_remove (record, (guint) change->field, change->element);
  return TRUE;
}

static gboolean
apply_addition (PzDocument *self,
                PzRecord   *record,
                gboolean    forward)
{
  if (pz_record_is_deleted (record) == !forward)
    return FALSE;
  if (forward)
    pz_document_restore (self, record);
  else
    pz_document_delete (self, record);
  return TRUE;
}

/* A decision between several values: back they wait again, as new writes of this device; forward it is made again. */
static gboolean
apply_decision (PzRecord       *record,
                const PzChange *change,
                gboolean        forward)
{
  guint field = (guint) change->field;
  g_autoptr(GArray) values = NULL;

  if (forward)
    {
      if (pz_record_get_n_values (record, field) < 2)
        return pz_record_apply_value (record, field, &change->after);
      pz_record_write (record, field, &change->after);
      return TRUE;
    }
  if (pz_record_get_document (record) == NULL)
    return FALSE;
  values = g_array_new (FALSE, FALSE, sizeof (PzValue));
  g_array_append_vals (values, &change->before, 1);
  g_array_append_vals (values, change->others->data, change->others->len); /* all borrowed */
  pz_record_write_values (record, field, values, 0);
  return TRUE;
}

/**
 * pz_document_apply_change:
 * @change: one step of editing
 * @forward: again, rather than back
 *
 * Undo is a new write, so that other programs and devices see it too. A record that was added goes to the trash.
 *
 * Returns: whether anything is different now
 */
gboolean
pz_document_apply_change (PzDocument     *self,
                          const PzChange *change,
                          gboolean        forward)
{
  PzRecord *record = pz_document_find (self, change->record);

  if (record == NULL || pz_record_get_record_type (record) != change->type)
    return FALSE;
  if (change->field < 0)
    return apply_addition (self, record, forward);
  if (change->element != NULL)
    return apply_to_set (record, change, (change->after.kind != PZ_VALUE_NONE) == forward);
  if (change->others != NULL)
    return apply_decision (record, change, forward);
  return pz_record_apply_value (record, (guint) change->field, forward ? &change->after : &change->before);
}

/**
 * pz_document_take_changes:
 *
 * Returns: (transfer full) (element-type PzChange): what was edited since the last call, oldest first
 */
GPtrArray *
pz_document_take_changes (PzDocument *self)
{
  GPtrArray *taken = self->changes;

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_change_free);
  return taken;
}

/**
 * pz_document_return_changes:
 * @changes: (transfer full): what pz_document_take_changes() gave, when it could not be saved
 */
void
pz_document_return_changes (PzDocument *self,
                            GPtrArray  *changes)
{
  g_ptr_array_extend_and_steal (changes, g_steal_pointer (&self->changes));
  self->changes = changes;
}

/**
 * pz_document_settle:
 *
 * Called once the document was saved: later writes to records that were new get stamps of their own.
 */
void
pz_document_settle (PzDocument *self)
{
  for (guint i = 0; i < self->fresh->len; i++)
    pz_record_set_fresh (g_ptr_array_index (self->fresh, i), FALSE);
  g_ptr_array_set_size (self->fresh, 0);
}

/**
 * pz_document_is_dirty:
 *
 * Returns: whether something was edited since the last save
 */
gboolean
pz_document_is_dirty (PzDocument *self)
{
  g_return_val_if_fail (PZ_IS_DOCUMENT (self), FALSE);

  return self->changes->len > 0;
}
