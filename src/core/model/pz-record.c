/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"
#include "pz-learner.h"
#include "pz-record-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  PzDocument *document; /* not owned: the document owns its records; NULL once it has let go */
  char *id;
  PzStamp star; /* of all fields that have no stamp of their own */
  gboolean has_star;
  gboolean fresh; /* not saved yet: writes share the star */
  PzSlot *slots;  /* one per field of the type */
  GPtrArray *unknown;
  GPtrArray *unknown_stamps;
} PzRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PzRecord, pz_record, G_TYPE_OBJECT)

static const PzValue NOTHING = { PZ_VALUE_NONE, { NULL } };

static PzRecordPrivate *
priv (PzRecord *self)
{
  return pz_record_get_instance_private (self);
}

static const PzRecordSchema *
schema_of (PzRecord *self)
{
  return pz_schema_get_record (PZ_RECORD_GET_CLASS (self)->type);
}

static const PzField *
field_of (PzRecord *self,
          guint     field)
{
  return &schema_of (self)->fields[field];
}

static gboolean
is_set (PzRecord *self,
        guint     field)
{
  return (field_of (self, field)->flags & PZ_FIELD_SET) != 0;
}

static void
pz_record_finalize (GObject *object)
{
  PzRecord *self = PZ_RECORD (object);
  PzRecordPrivate *p = priv (self);

  for (guint i = 0; i < schema_of (self)->n_fields; i++)
    pz_slot_clear (&p->slots[i]);
  g_free (p->slots);
  g_free (p->id);
  g_clear_pointer (&p->unknown, g_ptr_array_unref);
  g_clear_pointer (&p->unknown_stamps, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_record_parent_class)->finalize (object);
}

static void
pz_record_class_init (PzRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_record_finalize;
}

static void
pz_record_init (PzRecord *self)
{
}

/* takes value */
static void
write_single (PzRecord *self,
              guint     field,
              PzValue   value)
{
  pz_record_apply_value (self, field, &value);
  pz_value_clear (&value);
}

/**
 * pz_record_new:
 * @type: its type
 * @id: its id
 *
 * Returns: (transfer full): an empty record that belongs to no document yet
 */
PzRecord *
pz_record_new (PzRecordType  type,
               const char   *id)
{
  PzRecord *self = g_object_new (pz_record_type_get_gtype (type), NULL);
  PzRecordPrivate *p = priv (self);

  p->id = g_strdup (id);
  p->slots = g_new0 (PzSlot, schema_of (self)->n_fields);
  return self;
}

/**
 * pz_record_set_document:
 * @document: (nullable): the owner from now on
 */
void
pz_record_set_document (PzRecord   *self,
                        PzDocument *document)
{
  priv (self)->document = document;
}

/**
 * pz_record_get_document:
 *
 * Returns: (transfer none) (nullable): the document it stands in
 */
PzDocument *
pz_record_get_document (PzRecord *self)
{
  return priv (self)->document;
}

/**
 * pz_record_get_slot:
 *
 * Returns: (transfer none): everything the field holds, siblings and waiting removals included
 */
PzSlot *
pz_record_get_slot (PzRecord *self,
                    guint     field)
{
  return &priv (self)->slots[field];
}

/**
 * pz_record_get_star:
 * @has_star: (out): whether there is one
 *
 * Returns: (transfer none): the stamp of all fields that have none of their own
 */
PzStamp *
pz_record_get_star (PzRecord *self,
                    gboolean *has_star)
{
  *has_star = priv (self)->has_star;
  return &priv (self)->star;
}

/**
 * pz_record_set_star:
 * @star: (nullable): the stamp of the record; %NULL: it has none
 */
void
pz_record_set_star (PzRecord      *self,
                    const PzStamp *star)
{
  priv (self)->has_star = star != NULL;
  if (star != NULL)
    priv (self)->star = *star;
}

/**
 * pz_record_set_fresh:
 * @fresh: whether writes share the stamp of the record, as they do until it was saved
 */
void
pz_record_set_fresh (PzRecord *self,
                     gboolean  fresh)
{
  priv (self)->fresh = fresh;
}

/**
 * pz_record_is_fresh:
 *
 * Returns: whether the record was not saved yet
 */
gboolean
pz_record_is_fresh (PzRecord *self)
{
  return priv (self)->fresh;
}

/**
 * pz_record_get_unknown:
 *
 * Returns: (transfer none) (element-type PzUnknown): members a newer version wrote
 */
GPtrArray *
pz_record_get_unknown (PzRecord *self)
{
  PzRecordPrivate *p = priv (self);

  if (p->unknown == NULL)
    p->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_unknown_free);
  return p->unknown;
}

/**
 * pz_record_get_unknown_stamps:
 *
 * Returns: (transfer none) (element-type PzUnknown): stamps of fields a newer version wrote
 */
GPtrArray *
pz_record_get_unknown_stamps (PzRecord *self)
{
  PzRecordPrivate *p = priv (self);

  if (p->unknown_stamps == NULL)
    p->unknown_stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_unknown_free);
  return p->unknown_stamps;
}

/**
 * pz_record_notify_field:
 *
 * Says that the property of the field has another value.
 */
void
pz_record_notify_field (PzRecord *self,
                        guint     field)
{
  g_object_notify (G_OBJECT (self), field_of (self, field)->name);
}

/**
 * pz_record_peek_value:
 * @field: a single field
 *
 * Returns: (transfer none): the shown value; nothing when the field is empty
 */
const PzValue *
pz_record_peek_value (PzRecord *self,
                      guint     field)
{
  const PzSlot *slot = &priv (self)->slots[field];

  return slot->n_entries > 0 ? &slot->entries[0].value : &NOTHING;
}

/* Public */

/**
 * pz_record_get_record_type:
 *
 * Returns: what kind of record it is
 */
PzRecordType
pz_record_get_record_type (PzRecord *self)
{
  g_return_val_if_fail (PZ_IS_RECORD (self), PZ_RECORD_LEARNER);

  return PZ_RECORD_GET_CLASS (self)->type;
}

/**
 * pz_record_get_id:
 *
 * Returns: (transfer none): the id, unique in the classroom
 */
const char *
pz_record_get_id (PzRecord *self)
{
  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);

  return priv (self)->id;
}

/**
 * pz_record_get_text:
 * @field: a text, date, choice or reference
 *
 * Returns: (transfer none) (nullable): the shown value; %NULL when empty. Valid until the field changes
 */
const char *
pz_record_get_text (PzRecord *self,
                    guint     field)
{
  const PzValue *value;

  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < schema_of (self)->n_fields, NULL);

  value = pz_record_peek_value (self, field);
  return value->kind == PZ_VALUE_TEXT ? value->text : NULL;
}

/**
 * pz_record_set_text:
 * @field: a text, date, choice or reference
 * @text: (nullable): the new value; %NULL or "" empties the field. Must pass pz_field_check_text(), for what a person
 *   typed use pz_record_set_from_text()
 */
void
pz_record_set_text (PzRecord   *self,
                    guint       field,
                    const char *text)
{
  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (field < schema_of (self)->n_fields && !is_set (self, field));
  g_return_if_fail (text == NULL || *text == '\0' || pz_field_check_text (field_of (self, field), text, NULL));

  write_single (self, field, pz_value_text (text));
}

/**
 * pz_record_get_number:
 * @field: a number
 *
 * Returns: the shown value; NaN when empty
 */
double
pz_record_get_number (PzRecord *self,
                      guint     field)
{
  const PzValue *value;

  g_return_val_if_fail (PZ_IS_RECORD (self), NAN);
  g_return_val_if_fail (field < schema_of (self)->n_fields, NAN);

  value = pz_record_peek_value (self, field);
  return value->kind == PZ_VALUE_NUMBER ? value->number : (double) NAN;
}

/**
 * pz_record_set_number:
 * @field: a number
 * @number: the new value, within the bounds of the field; NaN empties it
 */
void
pz_record_set_number (PzRecord *self,
                      guint     field,
                      double    number)
{
  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (field < schema_of (self)->n_fields && !is_set (self, field));
  g_return_if_fail (isnan (number) || pz_field_check_number (field_of (self, field), number, NULL));

  write_single (self, field, pz_value_number (number));
}

/**
 * pz_record_get_flag:
 * @field: a flag
 *
 * Returns: the shown value; %FALSE when empty
 */
gboolean
pz_record_get_flag (PzRecord *self,
                    guint     field)
{
  g_return_val_if_fail (PZ_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field < schema_of (self)->n_fields, FALSE);

  return pz_record_peek_value (self, field)->kind == PZ_VALUE_FLAG;
}

/**
 * pz_record_set_flag:
 * @field: a flag
 * @flag: the new value
 */
void
pz_record_set_flag (PzRecord *self,
                    guint     field,
                    gboolean  flag)
{
  g_return_if_fail (PZ_IS_RECORD (self));
  g_return_if_fail (field < schema_of (self)->n_fields && field_of (self, field)->kind == PZ_FIELD_FLAG);

  write_single (self, field, pz_value_flag (flag));
}

/**
 * pz_record_is_empty:
 *
 * Returns: whether the field shows nothing
 */
gboolean
pz_record_is_empty (PzRecord *self,
                    guint     field)
{
  const PzSlot *slot;

  g_return_val_if_fail (PZ_IS_RECORD (self), TRUE);
  g_return_val_if_fail (field < schema_of (self)->n_fields, TRUE);

  if (!is_set (self, field))
    return pz_record_peek_value (self, field)->kind == PZ_VALUE_NONE;
  slot = &priv (self)->slots[field];
  for (guint i = 0; i < slot->n_entries; i++)
    if (!slot->entries[i].gone)
      return FALSE;
  return TRUE;
}

/**
 * pz_record_is_deleted:
 *
 * Returns: whether it lies in the trash
 */
gboolean
pz_record_is_deleted (PzRecord *self)
{
  g_return_val_if_fail (PZ_IS_RECORD (self), FALSE);

  return !pz_record_is_empty (self, pz_schema_get_deleted (pz_record_get_record_type (self)));
}
