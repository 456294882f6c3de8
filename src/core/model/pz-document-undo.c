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

  if (record == NULL)
    return FALSE;
  if (change->field < 0)
    return apply_addition (self, record, forward);
  if (change->element != NULL)
    return apply_to_set (record, change, (change->after.kind != PZ_VALUE_NONE) == forward);
  return pz_record_apply_value (record, (guint) change->field, forward ? &change->after : &change->before);
}

/**
 * pz_document_count_pending:
 *
 * Returns: how many writes no synchronisation has numbered yet
 */
guint
pz_document_count_pending (PzDocument *self)
{
  g_autoptr(GPtrArray) all = NULL;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), 0);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    n += pz_record_count_pending (g_ptr_array_index (all, i));
  return n;
}

/**
 * pz_document_count_conflicts:
 *
 * Returns: how many fields hold several values
 */
guint
pz_document_count_conflicts (PzDocument *self)
{
  g_autoptr(GPtrArray) all = NULL;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), 0);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    n += pz_record_count_conflicts (g_ptr_array_index (all, i));
  return n;
}
