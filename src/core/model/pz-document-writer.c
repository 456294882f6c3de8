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
    case PZ_RECORD_GROUPING_RULE:
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

/* bytes: more than what stands before the owner of a document */
#define HEAD_SIZE 256
/* bytes that a record takes, with its stamps, or more: text that grows is copied, of thousands of records at once */
#define RECORD_SIZE 640

/* Where the writing of a document is: in one text, which becomes the file. */
struct _PzDocumentWriter
{
  PzDocument *document;
  GString *file;      /* room for the head, then owner and lists; the rest when all is written. NULL: finished */
  gsize stamps;       /* where their lines begin in it; 0: they do not yet */
  GPtrArray *written; /* PzRecord, owned: in the order of the file */
  guint next_type;
  GPtrArray *list;    /* PzRecord, owned: the list that is being written; NULL: none */
  guint n_listed;
  guint n_stamped;
};

/* FALSE: there is no list any more */
static gboolean
begin_list (PzDocumentWriter *self)
{
  for (; self->next_type < PZ_N_RECORD_TYPES; self->next_type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) self->next_type);

      if (schema->list == NULL || !(schema->documents & (1u << pz_document_get_kind (self->document))))
        continue;
      self->list = pz_document_sort_records (self->document, (PzRecordType) self->next_type);
      self->n_listed = 0;
      if (self->list->len > 0)
        {
          self->next_type++;
          g_string_append (self->file, ",\n");
          append_name (self->file, schema->list);
          g_string_append (self->file, "[\n");
          return TRUE;
        }
      g_clear_pointer (&self->list, g_ptr_array_unref);
    }
  return FALSE;
}

static void
write_record (PzDocumentWriter *self)
{
  PzRecord *record = g_ptr_array_index (self->list, self->n_listed);

  g_string_append (self->file, self->n_listed > 0 ? ",\n{\"id\":" : "{\"id\":");
  pz_json_append_string (self->file, pz_record_get_id (record), -1);
  append_members (self->file, record, ",", ",");
  g_string_append_c (self->file, '}');
  if (++self->n_listed < self->list->len)
    return;
  g_string_append (self->file, "\n]");
  g_ptr_array_extend_and_steal (self->written, g_steal_pointer (&self->list));
}

static void
write_stamps (PzDocumentWriter *self)
{
  if (self->stamps == 0)
    self->stamps = self->file->len;
  pz_document_append_stamps (self->document, g_ptr_array_index (self->written, self->n_stamped++), self->file, self->stamps);
}

static gsize
estimate_size (PzDocument *document)
{
  guint n = 4;

  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    if ((pz_schema_get_record ((PzRecordType) type)->documents & (1u << pz_document_get_kind (document))) != 0)
      n += g_list_model_get_n_items (pz_document_get_records (document, (PzRecordType) type));
  return HEAD_SIZE + (gsize) RECORD_SIZE * n;
}

/**
 * pz_document_writer_new:
 * @document: it must not change before all is written
 *
 * Returns: (transfer full): what writes a document piece by piece, because thousands of records take a while
 */
PzDocumentWriter *
pz_document_writer_new (PzDocument *document)
{
  PzDocumentWriter *self = g_new0 (PzDocumentWriter, 1);

  pz_document_settle_doubles (document);
  self->document = g_object_ref (document);
  self->file = g_string_sized_new (estimate_size (document));
  g_string_set_size (self->file, HEAD_SIZE);
  self->written = g_ptr_array_new_with_free_func (g_object_unref);
  append_owner (self->file, pz_document_get_owner (document));
  g_ptr_array_add (self->written, g_object_ref (pz_document_get_owner (document)));
  return self;
}

/**
 * pz_document_writer_free:
 */
void
pz_document_writer_free (PzDocumentWriter *self)
{
  g_object_unref (self->document);
  if (self->file != NULL)
    g_string_free (self->file, TRUE);
  g_ptr_array_unref (self->written);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self);
}

/**
 * pz_document_writer_step:
 * @n: how many records, or stamps of them, to write at most
 *
 * Returns: whether there is more to write
 */
gboolean
pz_document_writer_step (PzDocumentWriter *self,
                         guint             n)
{
  for (; n > 0; n--)
    if (self->list != NULL || begin_list (self))
      write_record (self);
    else if (self->n_stamped < self->written->len)
      write_stamps (self);
    else
      return FALSE;
  return self->list != NULL || self->next_type < PZ_N_RECORD_TYPES || self->n_stamped < self->written->len;
}

/* What says what the file is, before everything else; its revision is known last. Returns where the file begins. */
static gsize
write_head (PzDocument *document,
            GString    *file)
{
  g_autofree char *head = g_strdup_printf ("{\"format\":\"%s\",\"version\":%d,\"id\":\"%s\",\"rev\":%" G_GUINT64_FORMAT,
                                           pz_schema_get_document (pz_document_get_kind (document))->format,
                                           PZ_DOCUMENT_VERSION, pz_document_get_id (document),
                                           pz_document_get_revision (document));
  gsize length = strlen (head);

  g_assert (length <= HEAD_SIZE);
  memcpy (file->str + HEAD_SIZE - length, head, length);
  return HEAD_SIZE - length;
}

/**
 * pz_document_writer_finish:
 * @self: one with nothing more to write; good for nothing afterwards
 *
 * What was written is not copied once more: that would take as long as many steps.
 *
 * Returns: (transfer full): the file, with the revision the document has now
 */
GBytes *
pz_document_writer_finish (PzDocumentWriter *self)
{
  PzDocument *document = self->document;
  GPtrArray *unknown = pz_document_get_unknown (document);
  GString *file = g_steal_pointer (&self->file);
  gsize start = write_head (document, file);
  g_autoptr(GBytes) bytes = NULL;

  pz_document_finish_stamps (document, file, self->stamps);
  for (guint i = 0; i < unknown->len; i++)
    {
      const PzUnknown *member = g_ptr_array_index (unknown, i);

      g_string_append (file, ",\n");
      append_name (file, member->name);
      g_string_append (file, member->slice);
    }
  g_string_append (file, "}\n");
  bytes = g_string_free_to_bytes (file);
  return g_bytes_new_from_bytes (bytes, start, g_bytes_get_size (bytes) - start);
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
  g_autoptr(PzDocumentWriter) writer = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), NULL);

  writer = pz_document_writer_new (self);
  while (pz_document_writer_step (writer, G_MAXUINT))
    ;
  return pz_document_writer_finish (writer);
}
