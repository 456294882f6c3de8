/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-private.h"

#include "pz-journal.h"
#include "pz-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the record of an id stands. */
typedef struct
{
  char *document;
  PzRecordType type;
} Place;

typedef struct
{
  PzClassroom *classroom;
  GPtrArray *findings;
  GHashTable *known; /* ids of all records of the class: Place; owned */
  gboolean incomplete; /* a document could not be read: what it holds is not known, and missing it proves nothing */
  GHashTable *here;  /* ids in the document at hand; owned */
} Check;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->document);
  g_free (place);
}

/**
 * pz_finding_free:
 */
void
pz_finding_free (PzFinding *self)
{
  g_free (self->document);
  g_free (self->text);
  g_free (self->advice);
  g_free (self);
}

static void
find (Check          *check,
      PzFindingLevel  level,
      const char     *document,
      const char     *text,
      const char     *advice)
{
  PzFinding *finding = g_new0 (PzFinding, 1);

  finding->level = level;
  finding->document = g_strdup (document);
  finding->text = g_strdup (text);
  finding->advice = g_strdup (advice);
  g_ptr_array_add (check->findings, finding);
}

static void
find_in_record (Check      *check,
                const char *document,
                PzRecord   *record,
                const char *text,
                const char *advice)
{
  g_autofree char *message = g_strdup_printf (
      /* Translators: kind of record, its id, what is wrong with it */
      _ ("%1$s %2$s: %3$s"), pz_schema_get_record (pz_record_get_record_type (record))->name, pz_record_get_id (record),
      text);

  find (check, PZ_FINDING_PROBLEM, document, message, advice);
}

static void
find_value (Check      *check,
            const char *document,
            PzRecord   *record,
            const char *text)
{
  find_in_record (check, document, record, text,
                  _ ("Open the record and enter the value again. Nothing is lost until you do."));
}

static void
find_double (Check      *check,
             const char *document,
             PzRecord   *record,
             const char *text)
{
  find_in_record (check, document, record, text,
                  _ ("Delete one of the two, or bring the file back from a snapshot or a backup. Nothing is lost until you do."));
}

static void
check_value (Check         *check,
             const char    *document,
             PzRecord      *record,
             const PzField *field,
             const PzValue *value)
{
  g_autoptr(GError) error = NULL;

  if (value->kind == PZ_VALUE_RAW)
    {
      /* Translators: %s is the name of a field, as it stands in the file */
      g_autofree char *text = g_strdup_printf (_ ("%s holds a value of another kind"), field->name);

      find_value (check, document, record, text);
      return;
    }
  if (value->kind == PZ_VALUE_TEXT)
    pz_field_check_text (field, value->text, &error);
  else if (value->kind == PZ_VALUE_NUMBER)
    pz_field_check_number (field, value->number, &error);
  if (error != NULL)
    find_value (check, document, record, error->message);
}

static void
check_reference (Check         *check,
                 const char    *document,
                 PzRecord      *record,
                 const PzField *field,
                 const PzValue *value)
{
  g_autofree char *text = NULL;
  const Place *place;

  if (check->incomplete || field->kind != PZ_FIELD_REFERENCE || value->kind != PZ_VALUE_TEXT)
    return;
  place = g_hash_table_lookup (check->known, value->text);
  if (place != NULL && strcmp (pz_schema_get_record (place->type)->name, field->extra) == 0)
    return;
  if (place != NULL)
    /* Translators: %s is the name of a field, as it stands in the file */
    text = g_strdup_printf (_ ("%s points to something of another kind"), field->name);
  else if (!g_hash_table_contains (check->here, value->text))
    /* Translators: %s is the name of a field, as it stands in the file */
    text = g_strdup_printf (_ ("%s points to something that does not exist"), field->name);
  if (text != NULL)
    find_value (check, document, record, text);
}

static void
check_record (Check      *check,
              const char *document,
              PzRecord   *record)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const PzSlot *slot = pz_record_get_slot (record, i);

      if ((schema->fields[i].flags & PZ_FIELD_REQUIRED) && pz_record_is_empty (record, i))
        {
          /* Translators: %s is the name of a field, as it stands in the file */
          g_autofree char *text = g_strdup_printf (_ ("%s is missing"), schema->fields[i].name);

          find_value (check, document, record, text);
        }
      for (guint j = 0; j < slot->n_entries; j++)
        {
          if (slot->entries[j].gone)
            continue;
          check_value (check, document, record, &schema->fields[i], &slot->entries[j].value);
          check_reference (check, document, record, &schema->fields[i], &slot->entries[j].value);
        }
    }
}

static void
check_ids (Check      *check,
           const char *document,
           GPtrArray  *records)
{
  g_hash_table_remove_all (check->here);
  for (guint i = 0; i < records->len; i++)
    {
      PzRecord *record = g_ptr_array_index (records, i);

      if (!g_hash_table_add (check->here, g_strdup (pz_record_get_id (record))))
        find_double (check, document, record, _ ("two records have this id"));
    }
}

/* as it is on disk: what is open may be better than its file */
static PzDocument *
read_document (Check           *check,
               PzDocumentKind   kind,
               const char      *id,
               GError         **error)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(GBytes) bytes = pz_store_read (check->classroom->store, name, NULL, error);

  return bytes != NULL ? pz_document_parse (kind, id, bytes, check->classroom->clock, error) : NULL;
}

static const char *
advise (const GError *error)
{
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW))
    return _ ("Update Personalize to see it. The file is kept as it is, and everything else works.");
  if (pz_error_is_damage (error))
    return _ ("The file is kept as it is, and everything else works. Bring it back from a snapshot or a backup.");
  return _ ("See whether the disk and the rights of the folder are in order, and check again.");
}

static void
check_document (Check          *check,
                PzDocumentKind  kind,
                const char     *id)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) document = read_document (check, kind, id, &error);
  g_autoptr(GPtrArray) records = NULL;

  if (document == NULL)
    {
      /* a learner that another program removed a moment ago is no damage */
      if (!g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND) || kind == PZ_DOCUMENT_CLASSROOM)
        find (check, g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW) ? PZ_FINDING_PROBLEM : PZ_FINDING_DAMAGE, name,
              error->message, advise (error));
      return;
    }
  records = pz_document_get_all (document);
  check_ids (check, name, records);
  for (guint i = 0; i < records->len; i++)
    check_record (check, name, g_ptr_array_index (records, i));
}

/* an id is of one record in the whole class: what points to it must not be able to mean two */
static void
learn_id (Check      *check,
          const char *document,
          PzRecord   *record)
{
  const char *id = pz_record_get_id (record);
  const Place *place = g_hash_table_lookup (check->known, id);
  g_autofree char *text = NULL;
  Place *mine;

  if (place == NULL)
    {
      mine = g_new0 (Place, 1);
      mine->document = g_strdup (document);
      mine->type = pz_record_get_record_type (record);
      g_hash_table_insert (check->known, g_strdup (id), mine);
    }
  else if (strcmp (place->document, document) != 0)
    {
      /* Translators: %s is a file */
      text = g_strdup_printf (_ ("a record in “%s” has this id, too"), place->document);
      find_double (check, document, record, text);
    }
}

/* ids that documents may point to in each other: what stands in classroom.json, learners, frameworks */
static void
learn_ids (Check          *check,
           PzDocumentKind  kind,
           const char     *id)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(PzDocument) document = read_document (check, kind, id, NULL);
  g_autoptr(GPtrArray) records = NULL;

  if (document == NULL)
    {
      check->incomplete = TRUE;
      return;
    }
  records = pz_document_get_all (document);
  for (guint i = 0; i < records->len; i++)
    learn_id (check, name, g_ptr_array_index (records, i));
}

/* files that could not be read and were moved out of the way when the document was saved or brought back */
static void
check_set_aside (Check          *check,
                 PzDocumentKind  kind)
{
  const char *folder = pz_schema_get_document (kind)->folder;
  g_autoptr(GPtrArray) names = pz_store_list_all (check->classroom->store, folder != NULL ? folder : "", NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *base = g_ptr_array_index (names, i);
      g_autofree char *name = folder != NULL ? g_build_filename (folder, base, NULL) : g_strdup (base);

      if (strstr (base, ".json.damaged-") != NULL)
        find (check, PZ_FINDING_NOTE, name, _ ("A damaged file was kept under this name; another one took its place."),
              _ ("Delete it when nothing is missing."));
    }
}

static void
check_leftovers (Check *check)
{
  g_autoptr(GPtrArray) damaged = pz_store_get_damaged_records (check->classroom->store);

  for (guint i = 0; i < damaged->len; i++)
    {
      g_autofree char *name = g_build_filename (PZ_JOURNAL_FOLDER, g_ptr_array_index (damaged, i), NULL);

      find (check, PZ_FINDING_DAMAGE, name,
            _ ("A save that was cut short left a record that cannot be trusted. It was set aside, nothing of it was applied."),
            _ ("Look at what you last changed. Delete the file when all is well."));
    }
  /* where it can be written to, opening has finished it, and what is there now is another program at work */
  if (pz_store_is_read_only (check->classroom->store) && pz_store_has_record (check->classroom->store))
    find (check, PZ_FINDING_PROBLEM, PZ_JOURNAL_FOLDER,
          _ ("A save was cut short and waits to be finished. What is shown may be a part of it."),
          _ ("Open the class where it can be written to: that finishes the save."));
}

typedef void (*Visit) (Check          *check,
                       PzDocumentKind  kind,
                       const char     *id);

static gboolean
visit_all (Check           *check,
           PzDocumentKind   kind,
           Visit            visit,
           GError         **error)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (check->classroom, kind, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    visit (check, kind, g_ptr_array_index (ids, i));
  return TRUE;
}

/**
 * pz_classroom_check:
 * @error: why the folder could not be read at all
 *
 * Reads every document strictly and compares it with the schema: files that do not parse, values of another kind or
 * beyond their bounds, missing values, two records with one id, references to nothing or to a record of another kind,
 * and what interrupted saves left behind. Changes nothing.
 *
 * Returns: (transfer full) (element-type PzFinding): what was found; empty when all is well
 */
GPtrArray *
pz_classroom_check (PzClassroom  *self,
                    GError      **error)
{
  Check check = { 0 };
  gboolean ok = TRUE;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  check.classroom = self;
  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_finding_free);
  check.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  check.here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS && ok; kind++)
    ok = visit_all (&check, (PzDocumentKind) kind, learn_ids, error);
  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS && ok; kind++)
    ok = visit_all (&check, (PzDocumentKind) kind, check_document, error);
  for (guint kind = 0; kind < PZ_N_DOCUMENT_KINDS && ok; kind++)
    check_set_aside (&check, (PzDocumentKind) kind);
  if (ok)
    check_leftovers (&check);
  g_hash_table_unref (check.known);
  g_hash_table_unref (check.here);
  if (!ok)
    g_clear_pointer (&check.findings, g_ptr_array_unref);
  return check.findings;
}
