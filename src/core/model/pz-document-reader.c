/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

#include <math.h>
#include <string.h>

/* What is being read; the document is filled as values come, stamps in a second pass over the same bytes. */
typedef struct
{
  PzJsonReader *reader;
  const char *data;
  PzDocument *document;
  gboolean has_format;
  gboolean has_version;
  gboolean has_stamps;
  gboolean has_id;
  gboolean may_be_newer;
  gboolean is_newer;
} Reading;

static void
fail (Reading    *r,
      const char *text)
{
  pz_json_reader_fail (r->reader, PZ_ERROR_INVALID, "%s", text);
}

/* The bytes of the container that was just opened, to its end. A value that becomes a sibling stands deeper in the
 * file than before; with room left below the cap we never write what we cannot read. */
static gboolean
take_container (PzJsonReader *reader,
                const char   *data,
                PzValue      *value)
{
  gsize start = pz_json_reader_get_start (reader);
  guint depth = pz_json_reader_get_depth (reader);

  while (pz_json_reader_get_depth (reader) >= depth)
    {
      if (pz_json_reader_next (reader) == PZ_JSON_ERROR)
        return FALSE;
      if (pz_json_reader_get_depth (reader) > PZ_JSON_MAX_DEPTH / 2)
        {
          pz_json_reader_fail (reader, PZ_ERROR_TOO_LARGE, _ ("nested deeper than %d levels"), PZ_JSON_MAX_DEPTH / 2);
          return FALSE;
        }
    }
  *value = pz_value_raw (data + start, pz_json_reader_get_offset (reader) - start);
  return TRUE;
}

/* the bytes of the token that was just read, in quotes if it has some */
static PzValue
take_token (PzJsonReader *reader,
            const char   *data)
{
  gsize start = pz_json_reader_get_start (reader);

  return pz_value_raw (data + start, pz_json_reader_get_offset (reader) - start);
}

/**
 * pz_document_read_value:
 * @reader: right behind the name of a member, or in an array
 * @data: the bytes @reader reads
 * @kind: what the field should hold
 * @value: (out): what it holds; of another kind it is kept as it came
 *
 * Returns: %FALSE when @reader found an error
 */
gboolean
pz_document_read_value (PzJsonReader *reader,
                        const char   *data,
                        PzFieldKind   kind,
                        PzValue      *value)
{
  switch (pz_json_reader_next (reader))
    {
    case PZ_JSON_STRING:
      *value = kind != PZ_FIELD_NUMBER && kind != PZ_FIELD_FLAG ? pz_value_text (pz_json_reader_get_text (reader, NULL))
                                                                : take_token (reader, data);
      return TRUE;
    case PZ_JSON_NUMBER:
      *value = kind == PZ_FIELD_NUMBER ? pz_value_number (pz_json_reader_get_number (reader))
                                       : take_token (reader, data);
      return TRUE;
    case PZ_JSON_TRUE:
      *value = kind == PZ_FIELD_FLAG ? pz_value_flag (TRUE) : pz_value_raw ("true", 4);
      return TRUE;
    case PZ_JSON_FALSE:
      *value = kind == PZ_FIELD_FLAG ? pz_value_flag (FALSE) : pz_value_raw ("false", 5);
      return TRUE;
    case PZ_JSON_NULL:
      *value = pz_value_raw ("null", 4);
      return TRUE;
    case PZ_JSON_OBJECT:
    case PZ_JSON_ARRAY:
      return take_container (reader, data, value);
    case PZ_JSON_ERROR:
    case PZ_JSON_END:
    case PZ_JSON_OBJECT_END:
    case PZ_JSON_ARRAY_END:
    case PZ_JSON_MEMBER:
    default:
      return FALSE;
    }
}

/**
 * pz_document_unstamped:
 * @value: of the field, without a stamp
 *
 * Returns: what tells the value apart from others, see pz_stamp_for_unstamped()
 */
PzStamp
pz_document_unstamped (PzRecord      *record,
                       guint          field,
                       const PzValue *value)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];

  return pz_stamp_for_unstamped (pz_record_get_id (record), schema->name, value);
}

static void
take_entry (PzRecord *record,
            guint     field,
            PzValue   value)
{
  PzEntry entry = { 0 };

  entry.value = value;
  entry.shared = TRUE;
  entry.stamp = pz_document_unstamped (record, field, &value);
  pz_slot_take (pz_record_get_slot (record, field), &entry);
}

/* of a sorted set: the same element twice is once */
static void
drop_doubles (PzSlot *slot)
{
  guint kept = 0;

  for (guint i = 0; i < slot->n_entries; i++)
    if (kept > 0 && pz_value_equal (&slot->entries[kept - 1].value, &slot->entries[i].value))
      pz_entry_clear (&slot->entries[i]);
    else
      slot->entries[kept++] = slot->entries[i];
  slot->n_entries = kept;
}

static void
keep_unknown (Reading    *r,
              GPtrArray  *unknown,
              const char *name)
{
  g_autofree char *copy = g_strdup (name);
  const char *slice;
  gsize length;

  if (pz_json_reader_skip (r->reader, &slice, &length))
    g_ptr_array_add (unknown, pz_unknown_new (copy, slice, length));
}

static void
read_set (Reading       *r,
          PzRecord      *record,
          guint          field,
          const PzField *schema)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_ARRAY)
    {
      /* Translators: %s is the name of a member in a file */
      pz_json_reader_fail (r->reader, PZ_ERROR_INVALID, _ ("%s must be a list"), schema->name);
      return;
    }
  while (TRUE)
    {
      PzValue value = { 0 };

      if (!pz_document_read_value (r->reader, r->data, schema->kind, &value))
        break;
      if (value.kind != PZ_VALUE_NONE)
        take_entry (record, field, value);
    }
  pz_slot_sort (pz_record_get_slot (record, field), TRUE);
  drop_doubles (pz_record_get_slot (record, field));
}

static void
read_field (Reading  *r,
            PzRecord *record,
            guint     field)
{
  const PzField *schema = &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
  PzValue value = { 0 };

  if (schema->flags & PZ_FIELD_SET)
    read_set (r, record, field, schema);
  else if (pz_document_read_value (r->reader, r->data, schema->kind, &value) && value.kind != PZ_VALUE_NONE)
    take_entry (record, field, value);
}

/* the members of an open object, behind the id if it has one */
static void
read_members (Reading  *r,
              PzRecord *record)
{
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    {
      const char *name = pz_json_reader_get_text (r->reader, NULL);
      int field = pz_schema_find_field (pz_record_get_record_type (record), name);

      if (field >= 0)
        read_field (r, record, (guint) field);
      else
        keep_unknown (r, pz_record_get_unknown (record), name);
    }
}

/* Our writer puts the id first; a record without one, or with the id elsewhere, is not ours. */
static PzRecord *
open_record (Reading      *r,
             PzRecordType  type)
{
  if (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER && pz_json_reader_text_is (r->reader, "id")
      && pz_json_reader_next (r->reader) == PZ_JSON_STRING
      && pz_id_is_valid (pz_json_reader_get_text (r->reader, NULL)))
    return pz_record_new (type, pz_json_reader_get_text (r->reader, NULL));
  fail (r, _ ("a record must begin with a valid id"));
  return NULL;
}

static void
read_list (Reading      *r,
           PzRecordType  type)
{
  PzJsonToken token = pz_json_reader_next (r->reader);

  if (token != PZ_JSON_ARRAY)
    {
      fail (r, _ ("a list of records is expected here"));
      return;
    }
  while ((token = pz_json_reader_next (r->reader)) == PZ_JSON_OBJECT)
    {
      g_autoptr(PzRecord) record = open_record (r, type);

      if (record == NULL)
        return;
      pz_document_insert (r->document, record);
      read_members (r, record);
    }
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    fail (r, _ ("a record is expected here"));
}

static void
read_format (Reading *r)
{
  const char *format = pz_schema_get_document (pz_document_get_kind (r->document))->format;

  if (pz_json_reader_next (r->reader) == PZ_JSON_STRING && pz_json_reader_text_is (r->reader, format))
    r->has_format = TRUE;
  else
    pz_json_reader_fail (r->reader, PZ_ERROR_NOT_SUPPORTED, "%s", _ ("this is not a file of the kind expected here"));
}

static void
read_version (Reading *r)
{
  double version;

  if (pz_json_reader_next (r->reader) != PZ_JSON_NUMBER)
    {
      fail (r, _ ("the version must be a number"));
      return;
    }
  version = pz_json_reader_get_number (r->reader);
  if (version > PZ_DOCUMENT_VERSION && r->may_be_newer)
    r->has_version = r->is_newer = TRUE;
  else if (version > PZ_DOCUMENT_VERSION)
    pz_json_reader_fail (r->reader, PZ_ERROR_TOO_NEW, "%s",
                         _ ("this file was written by a newer version of Personalize"));
  else if (version < 1 || version != floor (version))
    fail (r, _ ("there is no such version"));
  else
    r->has_version = TRUE;
}

static void
read_id (Reading *r)
{
  if (pz_json_reader_next (r->reader) == PZ_JSON_STRING
      && pz_json_reader_text_is (r->reader, pz_document_get_id (r->document)))
    r->has_id = TRUE;
  else
    fail (r, _ ("the id in the file is not that of its name"));
}

static void
read_revision (Reading *r)
{
  double revision;

  if (pz_json_reader_next (r->reader) != PZ_JSON_NUMBER || (revision = pz_json_reader_get_number (r->reader)) < 0
      || revision > 9007199254740991.0 || revision != floor (revision))
    fail (r, _ ("the revision must be a whole number"));
  else
    pz_document_set_revision (r->document, (guint64) revision);
}

static void
read_owner (Reading *r)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    fail (r, _ ("an object is expected here"));
  else
    read_members (r, pz_document_get_owner (r->document));
}

static void
read_member (Reading *r)
{
  const PzDocumentSchema *schema = pz_schema_get_document (pz_document_get_kind (r->document));
  const char *name = pz_json_reader_get_text (r->reader, NULL);
  PzRecordType type;

  if (strcmp (name, "format") == 0)
    read_format (r);
  else if (strcmp (name, "version") == 0)
    read_version (r);
  else if (strcmp (name, "id") == 0)
    read_id (r);
  else if (strcmp (name, "rev") == 0)
    read_revision (r);
  else if (strcmp (name, pz_schema_get_record (schema->owner)->name) == 0)
    read_owner (r);
  else if (strcmp (name, "stamps") == 0)
    {
      r->has_stamps = TRUE;
      pz_json_reader_skip (r->reader, NULL, NULL);
    }
  else if (pz_schema_find_list (name, &type)
           && pz_schema_get_record (type)->documents & (1u << pz_document_get_kind (r->document)))
    read_list (r, type);
  else
    keep_unknown (r, pz_document_get_unknown (r->document), name);
}

static gboolean
read_values (Reading  *r,
             GError  **error)
{
  PzJsonToken token = pz_json_reader_next (r->reader);

  if (token != PZ_JSON_OBJECT)
    {
      fail (r, _ ("an object is expected here"));
      return !pz_json_reader_take_error (r->reader, error);
    }
  while ((token = pz_json_reader_next (r->reader)) == PZ_JSON_MEMBER)
    read_member (r);
  if (token == PZ_JSON_OBJECT_END)
    token = pz_json_reader_next (r->reader);
  if (token == PZ_JSON_END && !(r->has_format && r->has_version && r->has_id))
    fail (r, _ ("format, version or id is missing"));
  return !pz_json_reader_take_error (r->reader, error);
}

static PzDocument *
parse (PzDocumentKind   kind,
       const char      *id,
       GBytes          *bytes,
       PzClock         *clock,
       gboolean         may_be_newer,
       gboolean        *is_newer,
       GError         **error)
{
  g_autoptr(PzDocument) document = pz_document_new_empty (kind, id, clock);
  g_autoptr(PzJsonReader) reader = NULL;
  Reading r = { 0 };
  gsize length;

  r.data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (r.data, length, PZ_JSON_MAX_SIZE);
  r.reader = reader;
  r.document = document;
  r.may_be_newer = may_be_newer;
  if (!read_values (&r, error))
    return NULL;
  pz_document_settle_doubles (document);
  /* stamps serve writing, and what is newer is never written */
  if (r.has_stamps && !pz_document_read_stamps (document, r.data, length, r.is_newer ? NULL : error) && !r.is_newer)
    return NULL;
  if (is_newer != NULL)
    *is_newer = r.is_newer;
  return g_steal_pointer (&document);
}

/**
 * pz_document_parse:
 * @kind: what it must be about
 * @id: the id it must have: that of its file name
 * @bytes: the file
 * @clock: stamps later writes; writes that wait in the file are those of its device
 * @error: SYNTAX, INVALID, TOO_LARGE, NOT_SUPPORTED or TOO_NEW, with line and column
 *
 * Members, lists and stamps we do not know are kept byte for byte. Values of another kind than the schema says are
 * kept as well, and show as empty; `check` reports them.
 *
 * Returns: (transfer full): the document, or %NULL: there is nothing in between
 */
PzDocument *
pz_document_parse (PzDocumentKind   kind,
                   const char      *id,
                   GBytes          *bytes,
                   PzClock         *clock,
                   GError         **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return parse (kind, id, bytes, clock, FALSE, NULL, error);
}

/**
 * pz_document_parse_newer:
 * @kind: what it must be about
 * @id: the id it must have: that of its file name
 * @bytes: the file
 * @clock: stamps later writes
 * @is_newer: (out) (optional): whether a newer version of the program wrote it: then it must never be written back
 * @error: as pz_document_parse(), but for TOO_NEW
 *
 * Like pz_document_parse(), and reads of a file of a newer version what it understands, to be looked at.
 *
 * Returns: (transfer full): the document, or %NULL
 */
PzDocument *
pz_document_parse_newer (PzDocumentKind   kind,
                         const char      *id,
                         GBytes          *bytes,
                         PzClock         *clock,
                         gboolean        *is_newer,
                         GError         **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return parse (kind, id, bytes, clock, TRUE, is_newer, error);
}
