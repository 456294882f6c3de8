/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-writes.h"

#include "pz-document-private.h"

#include <string.h>

/**
 * pz_write_free:
 * @self: (transfer full): a write
 */
void
pz_write_free (PzWrite *self)
{
  if (self == NULL)
    return;
  g_free (self->record);
  g_free (self->field);
  g_free (self->value);
  g_clear_pointer (&self->replaces, g_array_unref);
  g_free (self);
}

/* a numbered write of a device; values of a file without stamps have a number that only looks like one */
static gboolean
is_numbered (const PzStamp *stamp)
{
  return stamp->device != 0 && stamp->number != 0;
}

static const PzField *
field_of (PzRecord *record,
          guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
}

static guint
count_fields (PzRecord *record)
{
  return pz_schema_get_record (pz_record_get_record_type (record))->n_fields;
}

static void
tell_value (PzRecord            *record,
            const PzField       *schema,
            const PzEntry       *entry,
            PzDocumentValueFunc  func,
            gpointer             user_data)
{
  g_autoptr(GString) value = g_string_new (NULL);
  g_autofree char *key = NULL;

  if (schema->flags & PZ_FIELD_SET)
    {
      if (entry->value.kind != PZ_VALUE_TEXT)
        return; /* from a file changed by hand: it has no key */
      key = g_strconcat (schema->name, "/", entry->value.text, NULL);
      g_string_append (value, "true");
    }
  else
    {
      pz_value_append (&entry->value, value);
    }
  func (pz_record_get_id (record), key != NULL ? key : schema->name, &entry->stamp, value->str, user_data);
}

static void
each_value_of (PzRecord            *record,
               PzDocumentValueFunc  func,
               gpointer             user_data)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  if (has_star && is_numbered (star))
    {
      g_autofree char *type = g_strdup_printf ("\"%s\"", pz_schema_get_record (pz_record_get_record_type (record))->name);

      func (pz_record_get_id (record), PZ_WRITE_TYPE, star, type, user_data);
    }
  for (guint i = 0; i < count_fields (record); i++)
    {
      const PzField *schema = field_of (record, i);
      const PzSlot *slot = pz_record_get_slot (record, i);

      for (guint k = 0; !(schema->flags & PZ_FIELD_LOCAL) && k < slot->n_entries; k++)
        if (is_numbered (&slot->entries[k].stamp) && pz_entry_shows (&slot->entries[k]))
          tell_value (record, schema, &slot->entries[k], func, user_data);
    }
}

/**
 * pz_document_each_value:
 * @self: a document
 * @func: (scope call): gets each value that has a number, with its record, key, stamp and JSON
 *
 * In the order of the file.
 */
void
pz_document_each_value (PzDocument          *self,
                        PzDocumentValueFunc  func,
                        gpointer             user_data)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (PZ_IS_DOCUMENT (self) && func != NULL);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    each_value_of (g_ptr_array_index (all, i), func, user_data);
}

static void
each_tag_of (PzRecord          *record,
             PzDocumentTagFunc  func,
             gpointer           user_data)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  if (has_star && is_numbered (star))
    func (pz_record_get_id (record), star, user_data);
  for (guint i = 0; i < count_fields (record); i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      for (guint k = 0; !(field_of (record, i)->flags & PZ_FIELD_LOCAL) && k < slot->n_entries; k++)
        {
          const PzEntry *entry = &slot->entries[k];

          if (is_numbered (&entry->stamp))
            func (pz_record_get_id (record), &entry->stamp, user_data);
          for (guint r = 0; entry->replaces != NULL && r < entry->replaces->len; r++)
            func (pz_record_get_id (record), &g_array_index (entry->replaces, PzStamp, r), user_data);
        }
    }
}

/**
 * pz_document_each_tag:
 * @self: a document
 * @func: (scope call): gets the tag of each numbered write that stands in it, or that a pending one takes the place of;
 *   one may come several times
 *
 * What other devices may still show of the document.
 */
void
pz_document_each_tag (PzDocument        *self,
                      PzDocumentTagFunc  func,
                      gpointer           user_data)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (PZ_IS_DOCUMENT (self) && func != NULL);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    each_tag_of (g_ptr_array_index (all, i), func, user_data);
}

/* the type with that name, in quotes as JSON has it, if such a record may stand in the document */
static gboolean
parse_type (PzDocument   *self,
            const char   *id,
            const char   *value,
            PzRecordType *type)
{
  gboolean is_owner = strcmp (id, self->id) == 0;

  for (guint i = 0; i < PZ_N_RECORD_TYPES; i++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) i);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", schema->name);

      if (strcmp (quoted, value) != 0)
        continue;
      *type = (PzRecordType) i;
      return is_owner ? *type == pz_schema_get_document (self->kind)->owner
                      : schema->list != NULL && (schema->documents & (1u << self->kind)) != 0;
    }
  return FALSE;
}

static gboolean
put_type (PzDocument    *self,
          const char    *id,
          const PzStamp *stamp,
          const char    *value)
{
  PzRecord *record = pz_document_find (self, id);
  PzRecordType type;
  gboolean has_star;

  if (!parse_type (self, id, value, &type) || (record != NULL && pz_record_get_record_type (record) != type))
    return FALSE;
  if (record == NULL)
    {
      g_autoptr(PzRecord) made = pz_record_new (type, id);

      pz_record_set_star (made, stamp);
      pz_document_insert (self, made);
      return TRUE;
    }
  if (pz_stamp_tag_equal (pz_record_get_star (record, &has_star), stamp) && has_star)
    return TRUE;
  if (has_star)
    return FALSE;
  pz_record_set_star (record, stamp);
  pz_record_mark_shared (record);
  return TRUE;
}

/* the field of a key, when values of it may come from elsewhere; element: of a set, else NULL */
static int
find_field (PzRecord    *record,
            const char  *key,
            const char **element)
{
  const char *slash = strchr (key, '/');
  g_autofree char *name = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : g_strdup (key);
  int field = pz_schema_find_field (pz_record_get_record_type (record), name);
  PzFieldFlags flags = field >= 0 ? field_of (record, (guint) field)->flags : PZ_FIELD_LOCAL;

  *element = slash != NULL ? slash + 1 : NULL;
  if ((flags & PZ_FIELD_LOCAL) || ((flags & PZ_FIELD_SET) != 0) != (slash != NULL) || (slash != NULL && slash[1] == '\0'))
    return -1;
  return field;
}

static gboolean
read_value (const PzField *schema,
            const char    *element,
            const char    *json,
            PzValue       *value)
{
  g_autoptr(PzJsonReader) reader = NULL;

  if (element != NULL)
    {
      *value = pz_value_text (element);
      return strcmp (json, "true") == 0;
    }
  reader = pz_json_reader_new (json, strlen (json), PZ_JSON_MAX_SIZE);
  return pz_document_read_value (reader, json, schema->kind, value) && value->kind != PZ_VALUE_NONE;
}

/**
 * pz_document_put_value:
 * @self: a document
 * @record: id of a record
 * @field: a key
 * @stamp: a numbered write
 * @value: one JSON value
 *
 * Adds a value beside those that are there. That it is there already is no error. %PZ_WRITE_TYPE makes the record.
 *
 * Returns: whether the document has a place for it: not for what a newer version knows, what must never come from
 *   elsewhere, and the fields of a record that is not here
 */
gboolean
pz_document_put_value (PzDocument    *self,
                       const char    *record,
                       const char    *field,
                       const PzStamp *stamp,
                       const char    *value)
{
  PzEntry entry = { 0 };
  const char *element;
  PzRecord *found;
  PzSlot *slot;
  int index;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && pz_id_is_valid (record), FALSE);
  g_return_val_if_fail (stamp->number != 0 && value != NULL, FALSE);

  if (strcmp (field, PZ_WRITE_TYPE) == 0)
    return put_type (self, record, stamp, value);
  found = pz_document_find (self, record);
  index = found != NULL ? find_field (found, field, &element) : -1;
  if (index < 0)
    return FALSE;
  if (!read_value (field_of (found, (guint) index), element, value, &entry.value))
    {
      pz_entry_clear (&entry);
      return FALSE;
    }
  entry.stamp = *stamp;
  slot = pz_record_get_slot (found, (guint) index);
  if (pz_slot_find_write (slot, &entry) != NULL)
    {
      pz_entry_clear (&entry);
      return TRUE;
    }
  pz_slot_insert (slot, &entry, element != NULL);
  pz_record_mark_shared (found);
  return TRUE;
}

static gboolean
drop_from_slot (PzSlot        *slot,
                const char    *element,
                const PzStamp *tag)
{
  gboolean dropped = FALSE;

  for (guint i = slot->n_entries; i > 0; i--)
    {
      const PzEntry *entry = &slot->entries[i - 1];

      if (!pz_stamp_tag_equal (&entry->stamp, tag)
          || (element != NULL && (entry->value.kind != PZ_VALUE_TEXT || strcmp (entry->value.text, element) != 0)))
        continue;
      pz_slot_remove (slot, i - 1);
      dropped = TRUE;
    }
  return dropped;
}

static gboolean
drop_star (PzRecord      *record,
           const PzStamp *tag)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  if (!has_star || !pz_stamp_tag_equal (star, tag))
    return FALSE;
  pz_record_set_star (record, NULL);
  return TRUE;
}

static gboolean
drop_from_all (PzRecord      *record,
               const PzStamp *tag)
{
  gboolean dropped = drop_star (record, tag);

  for (guint i = 0; i < count_fields (record); i++)
    dropped |= drop_from_slot (pz_record_get_slot (record, i), NULL, tag);
  return dropped;
}

/**
 * pz_document_drop_value:
 * @self: a document
 * @record: id of a record
 * @field: a key, or %PZ_WRITE_WHOLE for all that the write left in the record
 * @tag: a numbered write that was replaced
 *
 * A record may be left without a type: pz_document_drop_untyped() must follow.
 *
 * Returns: whether anything of it was there
 */
gboolean
pz_document_drop_value (PzDocument    *self,
                        const char    *record,
                        const char    *field,
                        const PzStamp *tag)
{
  const char *element = NULL;
  gboolean dropped = FALSE;
  PzRecord *found;
  int index;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && record != NULL && field != NULL, FALSE);
  g_return_val_if_fail (tag->number != 0, FALSE);

  found = pz_document_find (self, record);
  if (found == NULL)
    return FALSE;
  if (strcmp (field, PZ_WRITE_WHOLE) == 0)
    dropped = drop_from_all (found, tag);
  else if (strcmp (field, PZ_WRITE_TYPE) == 0)
    dropped = drop_star (found, tag);
  else if ((index = find_field (found, field, &element)) >= 0)
    dropped = drop_from_slot (pz_record_get_slot (found, (guint) index), element, tag);
  if (dropped)
    pz_record_mark_shared (found);
  return dropped;
}

static gboolean
is_untyped (PzRecord *record)
{
  gboolean has_star;

  pz_record_get_star (record, &has_star);
  return !has_star;
}

/* somebody here wrote in it without knowing that it is gone: it stays */
static void
keep_type (PzRecord *record)
{
  PzStamp star = pz_document_next_stamp (pz_record_get_document (record), 0);

  pz_record_set_star (record, &star);
  pz_record_mark_shared (record);
}

/**
 * pz_document_drop_untyped:
 * @self: a document
 * @func: (scope call): gets the values that are left of a record without type, as others wrote them meanwhile
 *
 * Removes the records whose type was taken away, which removes them for good. One in which something waits to be sent
 * stays, and is made anew.
 *
 * Returns: %FALSE when that is so of the owner: then all of the document was given to @func and its file has to go
 */
gboolean
pz_document_drop_untyped (PzDocument          *self,
                          PzDocumentValueFunc  func,
                          gpointer             user_data)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self) && func != NULL, FALSE);

  all = pz_document_get_all (self);
  if (is_untyped (self->owner) && pz_document_count_pending (self) == 0)
    {
      pz_document_each_value (self, func, user_data);
      return FALSE;
    }
  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);

      if (!is_untyped (record))
        continue;
      if (record == self->owner || pz_record_count_pending (record) > 0)
        {
          keep_type (record);
          continue;
        }
      each_value_of (record, func, user_data);
      pz_document_remove (self, record);
    }
  return TRUE;
}
