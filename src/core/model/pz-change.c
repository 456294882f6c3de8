/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-private.h"

/**
 * pz_unknown_new:
 * @name: of the member
 * @slice: (array length=length): its JSON
 * @length: bytes of @slice
 *
 * Returns: (transfer full): the kept member
 */
PzUnknown *
pz_unknown_new (const char *name,
                const char *slice,
                gsize       length)
{
  PzUnknown *self = g_new0 (PzUnknown, 1);

  self->name = g_strdup (name);
  self->slice = g_strndup (slice, length);
  return self;
}

/**
 * pz_unknown_free:
 */
void
pz_unknown_free (PzUnknown *self)
{
  g_free (self->name);
  g_free (self->slice);
  g_free (self);
}

/**
 * pz_change_new:
 * @record: what was changed
 * @field: which field; -1 when the record was added
 * @element: (nullable): for sets
 * @before: (nullable): what was shown
 * @after: (nullable): what is shown now
 *
 * Returns: (transfer full): one step of editing
 */
PzChange *
pz_change_new (PzRecord      *record,
               int            field,
               const char    *element,
               const PzValue *before,
               const PzValue *after)
{
  PzChange *self = g_new0 (PzChange, 1);

  self->record = g_strdup (pz_record_get_id (record));
  self->type = pz_record_get_record_type (record);
  self->field = field;
  self->element = g_strdup (element);
  if (before != NULL)
    self->before = pz_value_copy (before);
  if (after != NULL)
    self->after = pz_value_copy (after);
  return self;
}

/**
 * pz_change_free:
 */
void
pz_change_free (PzChange *self)
{
  g_free (self->record);
  g_free (self->element);
  g_clear_pointer (&self->others, g_array_unref);
  pz_value_clear (&self->before);
  pz_value_clear (&self->after);
  g_free (self);
}
