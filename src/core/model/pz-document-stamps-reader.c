/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-stamps-private.h"

#include <string.h>

/* The `stamps` member: {"devices":[...],"records":{ID:{"*":S,"field":S,"set/element":S}}}. */

/* gives the entry of the field the stamp, and moves the rest of it there */
static void
put_stamp (PzRecord    *record,
           guint        field,
           PzEntry     *entry,
           PzReadStamp *stamp)
{
  entry->shared = FALSE;
  entry->gone = stamp->entry.gone;
  entry->stamp = stamp->stamped ? stamp->entry.stamp : pz_document_unstamped (record, field, &entry->value);
  g_clear_pointer (&entry->replaces, g_array_unref);
  entry->replaces = g_steal_pointer (&stamp->entry.replaces);
  g_clear_pointer (&entry->extra, g_ref_string_release);
  entry->extra = g_steal_pointer (&stamp->entry.extra);
}

static void
apply_to_single (PzRecord *record,
                 guint     field,
                 GArray   *stamps)
{
  PzSlot *slot = pz_record_get_slot (record, field);

  for (guint i = 0; i < stamps->len; i++)
    {
      PzReadStamp *stamp = &g_array_index (stamps, PzReadStamp, i);
      PzEntry entry = { 0 };

      stamp->entry.gone = FALSE; /* for elements of sets; an emptied field has no value */
      if (i == 0 && slot->n_entries > 0)
        {
          put_stamp (record, field, &slot->entries[0], stamp);
          continue;
        }
      entry.value = stamp->entry.value;
      memset (&stamp->entry.value, 0, sizeof (PzValue));
      put_stamp (record, field, &entry, stamp);
      if (stamp->stamped || entry.value.kind != PZ_VALUE_NONE || entry.replaces != NULL || entry.extra != NULL)
        pz_slot_take (slot, &entry);
    }
  pz_slot_sort (slot, FALSE);
}

/* among the first n entries, which are sorted */
static PzEntry *
find_element (PzSlot        *slot,
              guint          n,
              const PzValue *element)
{
  guint first = 0, end = n;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (pz_value_compare (&slot->entries[middle].value, element) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first < n && pz_value_equal (&slot->entries[first].value, element) ? &slot->entries[first] : NULL;
}

/* The readable list says what the set holds: a stamp of an element it lacks, unless of a removal, says nothing. */
static void
apply_to_element (PzStampsReading *r,
                  PzRecord        *record,
                  guint            field,
                  const char      *text,
                  GArray          *stamps)
{
  PzSlot *slot = pz_record_get_slot (record, field);
  g_auto(PzValue) element = pz_value_text (text);
  gboolean is_listed = find_element (slot, r->n_listed[field], &element) != NULL;
  gboolean is_stamped = FALSE;

  for (guint i = 0; i < stamps->len; i++)
    {
      PzReadStamp *stamp = &g_array_index (stamps, PzReadStamp, i);
      PzEntry entry = { 0 };

      if (!stamp->entry.gone && !is_listed)
        continue;
      if (!stamp->entry.gone && !is_stamped)
        {
          put_stamp (record, field, find_element (slot, r->n_listed[field], &element), stamp);
          is_stamped = TRUE;
          continue;
        }
      entry.value = pz_value_copy (&element);
      put_stamp (record, field, &entry, stamp);
      pz_slot_take (slot, &entry);
    }
}

static void
apply_star (PzRecord *record,
            GArray   *stamps)
{
  if (stamps->len > 0 && g_array_index (stamps, PzReadStamp, 0).stamped)
    pz_record_set_star (record, &g_array_index (stamps, PzReadStamp, 0).entry.stamp);
}

/* what has no stamp of its own gets that of the record, unless it never leaves this device */
static void
share_star (PzRecord *record)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      PzSlot *slot = pz_record_get_slot (record, i);

      for (guint j = 0; has_star && !(schema->fields[i].flags & PZ_FIELD_LOCAL) && j < slot->n_entries; j++)
        if (slot->entries[j].shared)
          slot->entries[j].stamp = *star;
      pz_slot_sort (slot, (schema->fields[i].flags & PZ_FIELD_SET) != 0);
    }
  pz_record_mark_shared (record);
}

static void
count_listed (PzStampsReading *r,
              PzRecord        *record)
{
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint i = 0; i < n_fields; i++)
    r->n_listed[i] = pz_record_get_slot (record, i)->n_entries;
}

static void
keep_unknown (PzStampsReading *r,
              GPtrArray       *unknown,
              const char      *name)
{
  const char *slice;
  gsize length;

  if (pz_json_reader_skip (r->reader, &slice, &length))
    g_ptr_array_add (unknown, pz_unknown_new (name, slice, length));
}

static void
read_field_stamps (PzStampsReading *r,
                   PzRecord        *record,
                   const char      *key)
{
  PzRecordType type = pz_record_get_record_type (record);
  const char *slash = strchr (key, '/');
  g_autofree char *name = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : g_strdup (key);
  gboolean star = strcmp (key, "*") == 0;
  int field = star ? -1 : pz_schema_find_field (type, name);
  const PzField *schema = field >= 0 ? &pz_schema_get_record (type)->fields[field] : NULL;
  g_autoptr(GArray) stamps = NULL;

  if (!star
      && (schema == NULL || ((schema->flags & PZ_FIELD_SET) != 0) != (slash != NULL)
          || (slash != NULL && slash[1] == '\0')))
    {
      keep_unknown (r, pz_record_get_unknown_stamps (record), key);
      return;
    }
  stamps = pz_stamps_reading_read_field (r, schema != NULL ? schema->kind : PZ_FIELD_TEXT);
  if (star)
    apply_star (record, stamps);
  else if (slash != NULL)
    apply_to_element (r, record, (guint) field, slash + 1, stamps);
  else
    apply_to_single (record, (guint) field, stamps);
}

static void
read_record_stamps (PzStampsReading *r)
{
  g_autofree char *id = g_strdup (pz_json_reader_get_text (r->reader, NULL));
  PzRecord *record = pz_document_find (r->document, id);

  if (record == NULL)
    {
      keep_unknown (r, pz_document_get_unknown_stamps (r->document), id);
      return;
    }
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    {
      pz_stamps_reading_fail (r, _ ("the stamps of a record are expected here"));
      return;
    }
  count_listed (r, record);
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *key = g_strdup (pz_json_reader_get_text (r->reader, NULL));

      read_field_stamps (r, record, key);
    }
  share_star (record);
}

static gboolean
parse_device (const char *text,
              guint64    *device)
{
  if (strlen (text) != 16 || strspn (text, "0123456789abcdef") != 16)
    return FALSE;
  *device = g_ascii_strtoull (text, NULL, 16);
  return *device != 0;
}

static void
read_devices (PzStampsReading *r)
{
  PzJsonToken token = pz_json_reader_next (r->reader);

  if (token != PZ_JSON_ARRAY)
    {
      pz_stamps_reading_fail (r, _ ("a list of devices is expected here"));
      return;
    }
  while ((token = pz_json_reader_next (r->reader)) == PZ_JSON_STRING)
    {
      guint64 device;

      if (!parse_device (pz_json_reader_get_text (r->reader, NULL), &device))
        break;
      g_array_append_val (pz_document_get_devices (r->document), device);
    }
  if (token != PZ_JSON_ARRAY_END)
    pz_stamps_reading_fail (r, _ ("this is not the id of a device"));
}

static void
read_records (PzStampsReading *r)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    pz_stamps_reading_fail (r, _ ("the stamps of the records are expected here"));
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    read_record_stamps (r);
}

static void
read_section (PzStampsReading *r)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    {
      pz_stamps_reading_fail (r, _ ("an object is expected here"));
      return;
    }
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (r->reader, NULL));

      if (strcmp (name, "devices") == 0)
        read_devices (r);
      else if (strcmp (name, "records") == 0)
        read_records (r);
      else
        keep_unknown (r, pz_document_get_unknown_in_stamps (r->document), name);
    }
}

/**
 * pz_document_read_stamps:
 * @self: a document whose values were read
 * @data: (array length=length): the whole file, known to parse
 * @length: its bytes
 * @error: INVALID, with line and column
 *
 * The second pass: stamps find the values they belong to, wherever they stand in the file.
 *
 * Returns: whether all stamps make sense
 */
gboolean
pz_document_read_stamps (PzDocument  *self,
                         const char  *data,
                         gsize        length,
                         GError     **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  PzStampsReading r = { reader, data, self, { 0 } };
  PzJsonToken token = pz_json_reader_next (reader);

  while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
    {
      if (pz_json_reader_text_is (reader, "stamps"))
        read_section (&r);
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
  return !pz_json_reader_take_error (reader, error);
}
