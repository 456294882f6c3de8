/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-peek.h"
#include "pz-index-scan-private.h"

#include <string.h>

/* What a field's name in the stamps says of it. */
typedef enum
{
  FIELD_PLAIN,
  FIELD_ELEMENT, /* of a set: each stamp is an addition, several are no conflict */
  FIELD_LOCAL,   /* never leaves this device, so nothing of it waits to be sent */
} FieldRole;

/* Whether the field is local in every type of a learner's document that has it. */
static gboolean
is_local_everywhere (const char *name)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record (type);
      int field = pz_schema_find_field (type, name);

      if ((schema->documents & (1u << PZ_DOCUMENT_LEARNER)) != 0 && field >= 0
          && (schema->fields[field].flags & PZ_FIELD_LOCAL) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The names of the fields that never leave this device, NULL at the end. The stamps name records by id alone and may
 * stand before them, so a name must do. */
static const char *const *
get_local_names (void)
{
  static const char **names;

  if (g_once_init_enter (&names))
    {
      GPtrArray *found = g_ptr_array_new ();

      for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
        {
          const PzRecordSchema *schema = pz_schema_get_record (type);

          for (guint i = 0; i < schema->n_fields; i++)
            if ((schema->fields[i].flags & PZ_FIELD_LOCAL) != 0 && is_local_everywhere (schema->fields[i].name))
              g_ptr_array_add (found, (gpointer) schema->fields[i].name);
        }
      g_ptr_array_add (found, NULL);
      g_once_init_leave (&names, (const char **) g_ptr_array_free (found, FALSE));
    }
  return names;
}

/* The member just read names a field, or `field/element` of a set. */
static FieldRole
find_role (PzJsonReader *reader)
{
  const char *name;
  gsize length;

  if (pz_json_reader_text_is (reader, "*"))
    return FIELD_PLAIN;
  name = pz_json_reader_get_text (reader, NULL);
  length = strcspn (name, "/");
  for (const char *const *local = get_local_names (); *local != NULL; local++)
    if (strlen (*local) == length && strncmp (*local, name, length) == 0)
      return FIELD_LOCAL;
  return name[length] == '/' ? FIELD_ELEMENT : FIELD_PLAIN;
}

/* The text just read is a stamp: `clock`, or `device.number.clock` once it has a number. */
static gboolean
is_pending (PzJsonReader *reader)
{
  return strchr (pz_json_reader_get_text (reader, NULL), '.') == NULL;
}

/* Reads the rest of a stamp: a text, or an object whose member `stamp` is one. Returns how many wait: 0 or 1. */
static guint
scan_stamp (PzJsonReader *reader,
            PzJsonToken   token)
{
  guint n_pending = 0;

  if (token == PZ_JSON_STRING)
    return is_pending (reader);
  if (token != PZ_JSON_OBJECT)
    {
      pz_peek_finish (reader, token);
      return 0;
    }
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      if (!pz_json_reader_text_is (reader, "stamp"))
        pz_json_reader_skip (reader, NULL, NULL);
      else if ((token = pz_json_reader_next (reader)) == PZ_JSON_STRING)
        n_pending = is_pending (reader);
      else
        pz_peek_finish (reader, token);
    }
  return n_pending;
}

/* Reads the stamps of one field: one, or a list of them. */
static void
scan_field (PzJsonReader *reader,
            PzIndexDraft *entry)
{
  FieldRole role = find_role (reader);
  PzJsonToken token = pz_json_reader_next (reader);
  guint n_pending = 0, n_values = 0;

  if (token != PZ_JSON_ARRAY)
    n_pending = scan_stamp (reader, token);
  else
    while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
      {
        n_pending += scan_stamp (reader, token);
        n_values++;
      }
  if (role != FIELD_LOCAL)
    entry->counts[PZ_INDEX_PENDING] += n_pending;
  if (role != FIELD_ELEMENT && n_values > 1)
    entry->counts[PZ_INDEX_CONFLICTS]++;
}

static void
scan_record_stamps (PzJsonReader *reader,
                    PzIndexDraft *entry)
{
  PzJsonToken token = pz_json_reader_next (reader);

  if (token != PZ_JSON_OBJECT)
    pz_peek_finish (reader, token);
  else
    while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
      scan_field (reader, entry);
}

/**
 * pz_index_scan_stamps:
 * @reader: before the value of the member `stamps`
 * @entry: a draft
 *
 * Reads the value and adds up what waits to be sent, and the fields with more than one value.
 */
void
pz_index_scan_stamps (PzJsonReader *reader,
                      PzIndexDraft *entry)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "stamps"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      if (!pz_json_reader_text_is (reader, "records"))
        pz_json_reader_skip (reader, NULL, NULL);
      else if (pz_peek_expect (reader, PZ_JSON_OBJECT, "records"))
        while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
          scan_record_stamps (reader, entry);
    }
}
