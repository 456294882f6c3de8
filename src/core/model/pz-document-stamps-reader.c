/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

#include <string.h>

/* The `stamps` member: {"devices":[...],"records":{ID:{"*":S,"field":S,"set/element":S}}} where S is a text, an object
 * with stamp, replaces, gone and value, or a list of them when the field holds siblings. */
typedef struct
{
  PzJsonReader *reader;
  const char *data;
  PzDocument *document;
} Reading;

/* One S. */
typedef struct
{
  PzEntry entry;
  gboolean stamped;
  gboolean has_value;
} Stamp;

static void
fail (Reading    *r,
      const char *text)
{
  pz_json_reader_fail (r->reader, PZ_ERROR_INVALID, "%s", text);
}

static gboolean
parse_decimal (const char **text,
               guint64     *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**text) || (**text == '0' && g_ascii_isdigit ((*text)[1])))
    return FALSE;
  *number = g_ascii_strtoull (*text, &end, 10);
  if (*number > 9007199254740991u)
    return FALSE;
  *text = end;
  return TRUE;
}

/* "INDEX.NUMBER"; the rest is left in text */
static gboolean
parse_tag (Reading     *r,
           const char **text,
           PzStamp     *stamp)
{
  GArray *devices = pz_document_get_devices (r->document);
  guint64 index;

  if (!parse_decimal (text, &index) || *(*text)++ != '.' || index >= devices->len
      || !parse_decimal (text, &stamp->number) || stamp->number == 0)
    return FALSE;
  stamp->device = g_array_index (devices, guint64, index);
  return TRUE;
}

/* "CLOCK" while pending, else "INDEX.NUMBER.CLOCK" */
static gboolean
parse_stamp (Reading    *r,
             const char *text,
             PzStamp    *stamp)
{
  if (strchr (text, '.') == NULL)
    {
      stamp->device = pz_clock_get_device (pz_document_get_clock (r->document));
      stamp->number = 0;
    }
  else if (!parse_tag (r, &text, stamp) || *text++ != '.')
    {
      return FALSE;
    }
  return pz_hlc_parse (text, strlen (text), &stamp->clock);
}

static void
read_replaces (Reading *r,
               PzEntry *entry)
{
  PzJsonToken token = pz_json_reader_next (r->reader);

  while (token == PZ_JSON_ARRAY && pz_json_reader_next (r->reader) == PZ_JSON_STRING)
    {
      const char *text = pz_json_reader_get_text (r->reader, NULL);
      PzStamp tag = { 0 };

      if (!parse_tag (r, &text, &tag) || *text != '\0')
        {
          fail (r, _ ("this is not the number of a write"));
          return;
        }
      pz_entry_add_replaced (entry, &tag);
    }
  if (token != PZ_JSON_ARRAY)
    fail (r, _ ("a list of replaced writes is expected here"));
}

static void
read_stamp_text (Reading *r,
                 Stamp   *stamp)
{
  if (parse_stamp (r, pz_json_reader_get_text (r->reader, NULL), &stamp->entry.stamp))
    stamp->stamped = TRUE;
  else
    fail (r, _ ("this is not a stamp"));
}

static void
read_stamp_object (Reading     *r,
                   PzFieldKind  kind,
                   Stamp       *stamp)
{
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    {
      if (pz_json_reader_text_is (r->reader, "stamp") && pz_json_reader_next (r->reader) == PZ_JSON_STRING)
        read_stamp_text (r, stamp);
      else if (pz_json_reader_text_is (r->reader, "replaces"))
        read_replaces (r, &stamp->entry);
      else if (pz_json_reader_text_is (r->reader, "gone") && pz_json_reader_next (r->reader) == PZ_JSON_TRUE)
        stamp->entry.gone = TRUE;
      else if (pz_json_reader_text_is (r->reader, "value"))
        stamp->has_value = pz_document_read_value (r->reader, r->data, kind, &stamp->entry.value);
      else
        fail (r, _ ("a stamp has no such member"));
    }
}

static void
clear_stamp (gpointer data)
{
  pz_entry_clear (&((Stamp *) data)->entry);
}

/* all S behind the name of a member; element-type Stamp */
static GArray *
read_stamps_of_field (Reading     *r,
                      PzFieldKind  kind)
{
  GArray *stamps = g_array_new (FALSE, TRUE, sizeof (Stamp));
  PzJsonToken token = pz_json_reader_next (r->reader);
  gboolean several = token == PZ_JSON_ARRAY;

  g_array_set_clear_func (stamps, clear_stamp);
  if (several)
    token = pz_json_reader_next (r->reader);
  while (token == PZ_JSON_STRING || token == PZ_JSON_OBJECT)
    {
      Stamp stamp = { 0 };

      if (token == PZ_JSON_STRING)
        read_stamp_text (r, &stamp);
      else
        read_stamp_object (r, kind, &stamp);
      g_array_append_val (stamps, stamp);
      if (!several)
        return stamps;
      token = pz_json_reader_next (r->reader);
    }
  if (token != PZ_JSON_ARRAY_END || stamps->len == 0)
    fail (r, _ ("a stamp is expected here"));
  return stamps;
}

/* gives the entry the stamp, and moves the rest of it there */
static void
put_stamp (PzEntry *entry,
           Stamp   *stamp)
{
  entry->shared = FALSE;
  entry->gone = stamp->entry.gone;
  entry->stamp = stamp->stamped ? stamp->entry.stamp : pz_stamp_for_unstamped (&entry->value);
  g_clear_pointer (&entry->replaces, g_array_unref);
  entry->replaces = g_steal_pointer (&stamp->entry.replaces);
}

static void
apply_to_single (PzSlot *slot,
                 GArray *stamps)
{
  for (guint i = 0; i < stamps->len; i++)
    {
      Stamp *stamp = &g_array_index (stamps, Stamp, i);

      if (i == 0 && slot->n_entries > 0)
        {
          put_stamp (&slot->entries[0], stamp);
        }
      else
        {
          PzEntry entry = { 0 };

          entry.value = stamp->entry.value;
          memset (&stamp->entry.value, 0, sizeof (PzValue));
          put_stamp (&entry, stamp);
          pz_slot_take (slot, &entry);
        }
    }
  pz_slot_sort (slot, FALSE);
}

static PzEntry *
find_unstamped_element (PzSlot        *slot,
                        const PzValue *element)
{
  for (guint i = 0; i < slot->n_entries; i++)
    if (slot->entries[i].shared && pz_value_equal (&slot->entries[i].value, element))
      return &slot->entries[i];
  return NULL;
}

static void
apply_to_element (PzSlot     *slot,
                  const char *text,
                  GArray     *stamps)
{
  g_auto(PzValue) element = pz_value_text (text);

  for (guint i = 0; i < stamps->len; i++)
    {
      Stamp *stamp = &g_array_index (stamps, Stamp, i);
      PzEntry *present = stamp->entry.gone ? NULL : find_unstamped_element (slot, &element);
      PzEntry entry = { 0 };

      if (present != NULL)
        {
          put_stamp (present, stamp);
          continue;
        }
      entry.value = pz_value_copy (&element);
      put_stamp (&entry, stamp);
      pz_slot_take (slot, &entry);
    }
  pz_slot_sort (slot, TRUE);
}

static void
apply_star (PzRecord *record,
            GArray   *stamps)
{
  if (stamps->len > 0 && g_array_index (stamps, Stamp, 0).stamped)
    pz_record_set_star (record, &g_array_index (stamps, Stamp, 0).entry.stamp);
}

/* what has no stamp of its own gets that of the record */
static void
share_star (PzRecord *record)
{
  gboolean has_star;
  const PzStamp *star = pz_record_get_star (record, &has_star);
  guint n_fields = pz_schema_get_record (pz_record_get_record_type (record))->n_fields;

  for (guint i = 0; has_star && i < n_fields; i++)
    {
      PzSlot *slot = pz_record_get_slot (record, i);

      for (guint j = 0; j < slot->n_entries; j++)
        if (slot->entries[j].shared)
          slot->entries[j].stamp = *star;
    }
}

static void
keep_unknown (Reading    *r,
              GPtrArray  *unknown,
              const char *name)
{
  const char *slice;
  gsize length;

  if (pz_json_reader_skip (r->reader, &slice, &length))
    g_ptr_array_add (unknown, pz_unknown_new (name, slice, length));
}

static void
read_field_stamps (Reading    *r,
                   PzRecord   *record,
                   const char *key)
{
  PzRecordType type = pz_record_get_record_type (record);
  const char *slash = strchr (key, '/');
  g_autofree char *name = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : g_strdup (key);
  gboolean star = strcmp (key, "*") == 0;
  int field = star ? -1 : pz_schema_find_field (type, name);
  const PzField *schema = field >= 0 ? &pz_schema_get_record (type)->fields[field] : NULL;
  g_autoptr(GArray) stamps = NULL;

  if (!star && (schema == NULL || ((schema->flags & PZ_FIELD_SET) != 0) != (slash != NULL)))
    {
      keep_unknown (r, pz_record_get_unknown_stamps (record), key);
      return;
    }
  stamps = read_stamps_of_field (r, schema != NULL ? schema->kind : PZ_FIELD_TEXT);
  if (star)
    apply_star (record, stamps);
  else if (slash != NULL)
    apply_to_element (pz_record_get_slot (record, (guint) field), slash + 1, stamps);
  else
    apply_to_single (pz_record_get_slot (record, (guint) field), stamps);
}

static void
read_record_stamps (Reading *r)
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
      fail (r, _ ("the stamps of a record are expected here"));
      return;
    }
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
read_devices (Reading *r)
{
  PzJsonToken token = pz_json_reader_next (r->reader);

  while (token == PZ_JSON_ARRAY && pz_json_reader_next (r->reader) == PZ_JSON_STRING)
    {
      guint64 device;

      if (!parse_device (pz_json_reader_get_text (r->reader, NULL), &device))
        fail (r, _ ("this is not the id of a device"));
      else
        g_array_append_val (pz_document_get_devices (r->document), device);
    }
  if (token != PZ_JSON_ARRAY)
    fail (r, _ ("a list of devices is expected here"));
}

static void
read_records (Reading *r)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    fail (r, _ ("the stamps of the records are expected here"));
  while (pz_json_reader_next (r->reader) == PZ_JSON_MEMBER)
    read_record_stamps (r);
}

static void
read_section (Reading *r)
{
  if (pz_json_reader_next (r->reader) != PZ_JSON_OBJECT)
    {
      fail (r, _ ("an object is expected here"));
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
  Reading r = { reader, data, self };
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
