/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-names.h"

#include "pz-document-peek.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The fields a record is known by. A learner has three: preferred name, given name, family name. */
#define N_PARTS 3

struct _PzRecordNames
{
  PzStore *store;
  char *classroom;       /* id of the class */
  GHashTable *documents; /* path -> GHashTable: id -> PzRecordName; both owned; empty when it could not be read */
};

/* What is being read: the records of one document. */
typedef struct
{
  GHashTable *names; /* id -> PzRecordName */
  const char *owner; /* id of the document */
} Reading;

static const int known_by[PZ_N_RECORD_TYPES][N_PARTS] = {
  [PZ_RECORD_CLASSROOM] = { PZ_CLASSROOM_NAME, -1, -1 },
  [PZ_RECORD_LEVEL] = { PZ_LEVEL_NAME, -1, -1 },
  [PZ_RECORD_MEASURE] = { PZ_MEASURE_NAME, -1, -1 },
  [PZ_RECORD_LENS] = { PZ_LENS_NAME, -1, -1 },
  [PZ_RECORD_STRATEGY] = { PZ_STRATEGY_NAME, -1, -1 },
  [PZ_RECORD_TEMPLATE] = { PZ_TEMPLATE_NAME, -1, -1 },
  [PZ_RECORD_INQUIRY] = { PZ_INQUIRY_QUESTION, -1, -1 },
  [PZ_RECORD_LEARNER] = { PZ_LEARNER_PREFERRED_NAME, PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_FAMILY_NAME },
  [PZ_RECORD_CONTACT] = { PZ_CONTACT_NAME, -1, -1 },
  [PZ_RECORD_ABSENCE] = { PZ_ABSENCE_FROM, -1, -1 },
  [PZ_RECORD_CHECK_IN] = { PZ_CHECK_IN_DATE, -1, -1 },
  [PZ_RECORD_ACTIVITY] = { PZ_ACTIVITY_TITLE, -1, -1 },
  [PZ_RECORD_GROUP] = { PZ_GROUP_NAME, -1, -1 },
  [PZ_RECORD_PARTICIPATION] = { -1, -1, -1 },
  [PZ_RECORD_GOAL] = { PZ_GOAL_TITLE, -1, -1 },
  [PZ_RECORD_MILESTONE] = { PZ_MILESTONE_TEXT, -1, -1 },
  [PZ_RECORD_GAS_LEVEL] = { PZ_GAS_LEVEL_TEXT, -1, -1 },
  [PZ_RECORD_PHASE] = { PZ_PHASE_START, -1, -1 },
  [PZ_RECORD_MEASUREMENT] = { PZ_MEASUREMENT_DATE, -1, -1 },
  [PZ_RECORD_FRAMEWORK] = { PZ_FRAMEWORK_TITLE, -1, -1 },
  [PZ_RECORD_STANDARD] = { PZ_STANDARD_STATEMENT, -1, -1 },
  [PZ_RECORD_ASSOCIATION] = { PZ_ASSOCIATION_KIND, -1, -1 },
  [PZ_RECORD_GROUPING_RULE] = { PZ_GROUPING_RULE_KIND, -1, -1 },
};

static void
record_name_free (PzRecordName *name)
{
  g_free (name->name);
  g_free (name->deleted);
  g_free (name);
}

/**
 * pz_day_to_words:
 * @day: YYYY-MM-DD, or two of them with a slash between
 *
 * Returns: (transfer full): the day, or the first and the last, as the locale writes days; @day itself when it is none
 */
char *
pz_day_to_words (const char *day)
{
  GDate date;
  char text[64];

  g_return_val_if_fail (day != NULL, NULL);

  if (strlen (day) == 21 && day[10] == '/')
    {
      g_autofree char *start = g_strndup (day, 10);
      g_autofree char *first = pz_day_to_words (start);
      g_autofree char *last = pz_day_to_words (day + 11);

      /* Translators: from the first day to the last */
      return g_strdup_printf (C_ ("days", "%1$s – %2$s"), first, last);
    }
  if (!pz_date_is_valid (day))
    return g_strdup (day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) atoi (day + 8), (GDateMonth) atoi (day + 5), (GDateYear) atoi (day));
  g_date_strftime (text, sizeof text, "%x", &date);
  return g_strdup (text);
}

/* takes the texts */
static char *
join_parts (PzRecordType  type,
            char        **parts)
{
  const char *given = parts[0] != NULL ? parts[0] : parts[1];

  if (type != PZ_RECORD_LEARNER)
    {
      const PzRecordSchema *schema = pz_schema_get_record (type);

      if (given == NULL)
        return g_strdup ("");
      return schema->fields[known_by[type][0]].kind == PZ_FIELD_DATE ? pz_day_to_words (given) : g_strdup (given);
    }
  if (given != NULL && parts[2] != NULL)
    /* Translators: a learner's given name and family name, in the order they are said */
    return g_strdup_printf (C_ ("name", "%1$s %2$s"), given, parts[2]);
  if (given != NULL || parts[2] != NULL)
    return g_strdup (given != NULL ? given : parts[2]);
  /* Translators: shown for a learner who has no name yet */
  return g_strdup (C_ ("name", "No name yet"));
}

/* one record, behind its opening brace */
static void
read_record (PzJsonReader *reader,
             Reading      *reading,
             PzRecordType  type,
             const char   *owner)
{
  const PzRecordSchema *schema = pz_schema_get_record (type);
  g_autofree char *id = g_strdup (owner);
  g_autofree char *deleted = NULL;
  char *parts[N_PARTS] = { NULL };
  PzRecordName *name;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      char **into = owner == NULL && pz_json_reader_text_is (reader, "id") ? &id : NULL;

      for (guint i = 0; i < N_PARTS && known_by[type][i] >= 0; i++)
        if (pz_json_reader_text_is (reader, schema->fields[known_by[type][i]].name))
          into = &parts[i];
      if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
        into = &deleted;
      if (into != NULL)
        {
          g_free (*into);
          *into = g_strdup (pz_peek_text (reader));
        }
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
  if (id != NULL)
    {
      name = g_new0 (PzRecordName, 1);
      name->type = type;
      name->name = join_parts (type, parts);
      name->deleted = g_steal_pointer (&deleted);
      g_hash_table_insert (reading->names, g_strdup (id), name);
    }
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i]);
}

static void
read_list (PzJsonReader *reader,
           Reading      *reading,
           PzRecordType  type)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, pz_schema_get_record (type)->list))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    read_record (reader, reading, type, NULL);
  if (token != PZ_JSON_ARRAY_END)
    pz_peek_invalid (reader, pz_schema_get_record (type)->list);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  Reading *reading = user_data;
  PzRecordType owner = pz_schema_get_document (peek->kind)->owner;
  PzRecordType type;

  if (pz_json_reader_text_is (peek->reader, pz_schema_get_record (owner)->name))
    {
      if (pz_peek_expect (peek->reader, PZ_JSON_OBJECT, pz_schema_get_record (owner)->name))
        read_record (peek->reader, reading, owner, reading->owner);
    }
  else if (pz_schema_find_list (pz_json_reader_get_text (peek->reader, NULL), &type))
    read_list (peek->reader, reading, type);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

/* what could be read before an error still has names */
static GHashTable *
read_names (PzRecordNames  *self,
            PzDocumentKind  kind,
            const char     *id,
            const char     *path)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) record_name_free);
  g_autoptr(GBytes) bytes = pz_store_read (self->store, path, NULL, NULL);
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = kind, .may_be_newer = TRUE };
  Reading reading = { names, id };
  const char *data;
  gsize length;

  if (bytes == NULL)
    return names;
  data = g_bytes_get_data (bytes, &length);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  pz_document_peek_run (&peek, read_member, &reading, NULL);
  return names;
}

static char *
path_of (PzDocumentKind  kind,
         const char     *id)
{
  const char *folder = pz_schema_get_document (kind)->folder;

  return folder != NULL ? g_strdup_printf ("%s/%s.json", folder, id) : g_strdup ("classroom.json");
}

/**
 * pz_record_names_new:
 * @store: the files
 * @classroom: id of the class
 *
 * What is read is kept, so make a new one to see later names. Used by one thread at a time, any.
 *
 * Returns: (transfer full): names that are read when they are asked for
 */
PzRecordNames *
pz_record_names_new (PzStore    *store,
                     const char *classroom)
{
  PzRecordNames *self;

  g_return_val_if_fail (PZ_IS_STORE (store) && classroom != NULL, NULL);

  self = g_new0 (PzRecordNames, 1);
  self->store = g_object_ref (store);
  self->classroom = g_strdup (classroom);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * pz_record_names_free:
 * @self: (transfer full): the names
 */
void
pz_record_names_free (PzRecordNames *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->store);
  g_free (self->classroom);
  g_hash_table_unref (self->documents);
  g_free (self);
}

/**
 * pz_record_names_list:
 * @kind: of a document
 * @document: its id; anything for the class itself
 *
 * Returns: (transfer none) (nullable): id -> #PzRecordName of all its records, those in the trash too; what stands
 *   before a damage when the document cannot be read to its end; %NULL when @document is no id
 */
GHashTable *
pz_record_names_list (PzRecordNames  *self,
                      PzDocumentKind  kind,
                      const char     *document)
{
  const char *id = kind == PZ_DOCUMENT_CLASSROOM ? self->classroom : document;
  g_autofree char *path = NULL;
  GHashTable *names;

  g_return_val_if_fail (self != NULL, NULL);

  if (!pz_id_is_valid (id))
    return NULL;
  path = path_of (kind, id);
  names = g_hash_table_lookup (self->documents, path);
  if (names == NULL)
    {
      names = read_names (self, kind, id, path);
      g_hash_table_insert (self->documents, g_steal_pointer (&path), names);
    }
  return names;
}

/**
 * pz_record_names_find:
 * @kind: of a document
 * @document: its id; anything for the class itself
 * @record: id of a record in it
 *
 * Returns: (nullable): what the record is called; %NULL when the document cannot be read or does not have it
 */
const PzRecordName *
pz_record_names_find (PzRecordNames  *self,
                      PzDocumentKind  kind,
                      const char     *document,
                      const char     *record)
{
  GHashTable *names;

  g_return_val_if_fail (self != NULL && record != NULL, NULL);

  names = pz_record_names_list (self, kind, document);
  return names != NULL ? g_hash_table_lookup (names, record) : NULL;
}

/* in whichever framework it stands */
static const PzRecordName *
find_standard (PzRecordNames *self,
               const char    *id)
{
  g_autoptr(GPtrArray) files = pz_store_list (self->store, pz_schema_get_document (PZ_DOCUMENT_FRAMEWORK)->folder, NULL);
  const PzRecordName *found = NULL;

  for (guint i = 0; found == NULL && files != NULL && i < files->len; i++)
    {
      const char *base = g_ptr_array_index (files, i);
      g_autofree char *document = g_str_has_suffix (base, ".json") ? g_strndup (base, strlen (base) - 5) : NULL;

      if (document != NULL)
        found = pz_record_names_find (self, PZ_DOCUMENT_FRAMEWORK, document, id);
    }
  return found;
}

/**
 * pz_record_names_look_up:
 * @kind: of the document that refers to something
 * @document: its id
 * @target: the type of what it refers to
 * @id: of that
 *
 * Looks where a record of the type can be: in the same document, in the class, as a document of its own, or, for a
 * standard, in the frameworks.
 *
 * Returns: (nullable): its name, "" when it has none; %NULL when it is not found
 */
const char *
pz_record_names_look_up (PzRecordNames  *self,
                         PzDocumentKind  kind,
                         const char     *document,
                         PzRecordType    target,
                         const char     *id)
{
  const PzRecordName *found;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  found = pz_record_names_find (self, kind, document, id);
  if (found == NULL)
    found = pz_record_names_find (self, PZ_DOCUMENT_CLASSROOM, "", id);
  for (guint i = 0; found == NULL && i < PZ_N_DOCUMENT_KINDS; i++)
    if (pz_schema_get_document ((PzDocumentKind) i)->owner == target)
      found = pz_record_names_find (self, (PzDocumentKind) i, id, id);
  if (found == NULL && target == PZ_RECORD_STANDARD)
    found = find_standard (self, id);
  return found != NULL && found->type == target ? found->name : NULL;
}
