/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conflict-fixture.h"

#include "pz-document-private.h"

#include <string.h>

static PzDocumentKind
find_kind (const char *name)
{
  for (guint i = 0; i < PZ_N_DOCUMENT_KINDS; i++)
    if (pz_schema_get_document ((PzDocumentKind) i)->folder != NULL
        && g_str_has_prefix (name, pz_schema_get_document ((PzDocumentKind) i)->folder))
      return (PzDocumentKind) i;
  return PZ_DOCUMENT_CLASSROOM;
}

static PzValue
make_value (const PzField *field,
            const char    *text)
{
  if (*text == '\0')
    return (PzValue) { 0 };
  if (field->kind == PZ_FIELD_NUMBER)
    return pz_value_number (g_ascii_strtod (text, NULL));
  if (field->kind == PZ_FIELD_FLAG)
    return pz_value_flag (TRUE);
  return pz_value_text (text);
}

static void
add_sibling (PzRecord   *record,
             const char *name,
             const char *text,
             PzStamp     stamp)
{
  PzRecordType type = pz_record_get_record_type (record);
  int field = pz_schema_find_field (type, name);
  PzEntry entry = { .stamp = stamp };
  PzSlot *slot;

  g_assert_cmpint (field, >=, 0);
  slot = pz_record_get_slot (record, (guint) field);
  entry.value = make_value (&pz_schema_get_record (type)->fields[field], text);
  pz_slot_take (slot, &entry);
  pz_slot_sort (slot, FALSE);
}

void
conflict_fixture_write (const char *path,
                        const char *name,
                        const char *record,
                        const char *field,
                        const char *text,
                        guint64     device,
                        gint64      ms)
{
  static guint64 number;
  g_autofree char *file = g_build_filename (path, name, NULL);
  g_autofree char *base = g_path_get_basename (strcmp (name, "classroom.json") == 0 ? path : name);
  g_autofree char *id = g_str_has_suffix (base, ".json") ? g_strndup (base, strlen (base) - 5) : g_strdup (base);
  g_autofree char *content = NULL;
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (path);
  g_autoptr(PzClock) clock = pz_clock_new (environment, device);
  g_autoptr(GBytes) bytes = NULL, written = NULL;
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  PzRecord *found;
  gsize length;

  g_file_get_contents (file, &content, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  document = pz_document_parse (find_kind (name), id, bytes, clock, &error);
  g_assert_no_error (error);
  found = record != NULL ? pz_document_find (document, record) : pz_document_get_owner (document);
  g_assert_nonnull (found);
  add_sibling (found, field, text, (PzStamp) { device, ++number, PZ_HLC (ms, number) });
  written = pz_document_serialize (document);
  g_file_set_contents_full (file, g_bytes_get_data (written, NULL), (gssize) g_bytes_get_size (written),
                            G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}
