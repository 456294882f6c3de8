/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

#include <string.h>

static void
append_name (GString    *out,
             const char *name)
{
  pz_json_append_string (out, name, -1);
  g_string_append_c (out, ':');
}

static void
append_set (GString      *out,
            const PzSlot *slot)
{
  const PzValue *last = NULL;

  g_string_append_c (out, '[');
  for (guint i = 0; i < slot->n_entries; i++)
    {
      const PzEntry *entry = &slot->entries[i];

      if (entry->gone || (last != NULL && pz_value_equal (last, &entry->value)))
        continue;
      if (last != NULL)
        g_string_append_c (out, ',');
      pz_value_append (&entry->value, out);
      last = &entry->value;
    }
  g_string_append_c (out, ']');
}

/* members of a record, each behind separator; before: what stands between the first and what is there already */
static void
append_members (GString    *out,
                PzRecord   *record,
                const char *before,
                const char *separator)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));
  GPtrArray *unknown = pz_record_get_unknown (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (pz_record_is_empty (record, i))
        continue;
      g_string_append (out, before);
      before = separator;
      append_name (out, schema->fields[i].name);
      if (schema->fields[i].flags & PZ_FIELD_SET)
        append_set (out, pz_record_get_slot (record, i));
      else
        pz_value_append (pz_record_peek_value (record, i), out);
    }
  for (guint i = 0; i < unknown->len; i++)
    {
      const PzUnknown *member = g_ptr_array_index (unknown, i);

      g_string_append (out, before);
      before = separator;
      append_name (out, member->name);
      g_string_append (out, member->slice);
    }
}

static void
append_owner (GString  *out,
              PzRecord *owner)
{
  gsize start;

  g_string_append (out, ",\n");
  append_name (out, pz_schema_get_record (pz_record_get_record_type (owner))->name);
  g_string_append_c (out, '{');
  start = out->len;
  append_members (out, owner, "\n ", ",\n ");
  g_string_append (out, out->len > start ? "\n}" : "}");
}

/* what a list is sorted by before the id: its day, if it has one */
static const char *
day_of (PzRecord *record)
{
  switch (pz_record_get_record_type (record))
    {
    case PZ_RECORD_MEASUREMENT:
      return pz_record_get_text (record, PZ_MEASUREMENT_DATE);
    case PZ_RECORD_CHECK_IN:
      return pz_record_get_text (record, PZ_CHECK_IN_DATE);
    case PZ_RECORD_ABSENCE:
      return pz_record_get_text (record, PZ_ABSENCE_FROM);
    case PZ_RECORD_PHASE:
      return pz_record_get_text (record, PZ_PHASE_START);
    case PZ_RECORD_GOAL:
      return pz_record_get_text (record, PZ_GOAL_START);
    case PZ_RECORD_INQUIRY:
      return pz_record_get_text (record, PZ_INQUIRY_DATE);
    case PZ_RECORD_CLASSROOM:
    case PZ_RECORD_LEVEL:
    case PZ_RECORD_MEASURE:
    case PZ_RECORD_LENS:
    case PZ_RECORD_STRATEGY:
    case PZ_RECORD_TEMPLATE:
    case PZ_RECORD_LEARNER:
    case PZ_RECORD_CONTACT:
    case PZ_RECORD_ACTIVITY:
    case PZ_RECORD_GROUP:
    case PZ_RECORD_PARTICIPATION:
    case PZ_RECORD_MILESTONE:
    case PZ_RECORD_GAS_LEVEL:
    case PZ_RECORD_FRAMEWORK:
    case PZ_RECORD_STANDARD:
    case PZ_RECORD_ASSOCIATION:
    case PZ_N_RECORD_TYPES:
    default:
      return NULL;
    }
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  PzRecord *left = *(PzRecord *const *) a, *right = *(PzRecord *const *) b;
  int order = g_strcmp0 (day_of (left), day_of (right));

  return order != 0 ? order : strcmp (pz_record_get_id (left), pz_record_get_id (right));
}

/**
 * pz_document_sort_records:
 * @type: of the records
 *
 * Returns: (transfer full) (element-type PzRecord): the records of the type in the order of the file: by day, then id
 */
GPtrArray *
pz_document_sort_records (PzDocument   *self,
                          PzRecordType  type)
{
  GListModel *model = pz_document_get_records (self, type);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (records, g_list_model_get_item (model, i));
  g_ptr_array_sort (records, compare_records);
  return records;
}

static void
append_list (GString      *out,
             PzRecordType  type,
             GPtrArray    *records)
{
  g_string_append (out, ",\n");
  append_name (out, pz_schema_get_record (type)->list);
  g_string_append (out, "[\n");
  for (guint i = 0; i < records->len; i++)
    {
      PzRecord *record = g_ptr_array_index (records, i);

      g_string_append (out, i > 0 ? ",\n{\"id\":" : "{\"id\":");
      pz_json_append_string (out, pz_record_get_id (record), -1);
      append_members (out, record, ",", ",");
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n]");
}

static void
append_lists (GString    *out,
              PzDocument *self,
              GPtrArray  *written)
{
  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) type);
      g_autoptr(GPtrArray) records = NULL;

      if (schema->list == NULL || !(schema->documents & (1u << pz_document_get_kind (self))))
        continue;
      records = pz_document_sort_records (self, (PzRecordType) type);
      if (records->len == 0)
        continue;
      append_list (out, (PzRecordType) type, records);
      g_ptr_array_extend (written, records, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
    }
}

/**
 * pz_document_serialize:
 *
 * Same model, same bytes, on every machine and in every locale: owner, lists in the order of the schema, records by day
 * and id, one record a line, then the stamps, then what we do not know.
 *
 * Returns: (transfer full): the file
 */
GBytes *
pz_document_serialize (PzDocument *self)
{
  GString *out;
  g_autoptr(GString) stamps = g_string_new (NULL);
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *unknown;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  pz_document_settle_doubles (self);
  out = g_string_sized_new (4096);
  g_string_append_printf (out, "{\"format\":\"%s\",\"version\":%d,\"id\":\"%s\",\"rev\":%" G_GUINT64_FORMAT,
                          pz_schema_get_document (pz_document_get_kind (self))->format, PZ_DOCUMENT_VERSION,
                          pz_document_get_id (self), pz_document_get_revision (self));
  append_owner (out, pz_document_get_owner (self));
  g_ptr_array_add (written, g_object_ref (pz_document_get_owner (self)));
  append_lists (out, self, written);
  pz_document_write_stamps (self, written, stamps);
  if (stamps->len > 0)
    g_string_append_printf (out, ",\n\"stamps\":%s", stamps->str);
  unknown = pz_document_get_unknown (self);
  for (guint i = 0; i < unknown->len; i++)
    {
      const PzUnknown *member = g_ptr_array_index (unknown, i);

      g_string_append (out, ",\n");
      append_name (out, member->name);
      g_string_append (out, member->slice);
    }
  g_string_append (out, "}\n");
  return g_string_free_to_bytes (out);
}
