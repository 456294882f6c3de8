/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-fields.h"

#include "pz-import-contacts.h"
#include "pz-import-lenses.h"

#include <string.h>

/* How what a roster says meets what the teacher has. */
typedef enum
{
  REPLACE, /* the roster knows better */
  FILL,    /* only into an empty field: the teacher's words stay */
} Rule;

typedef struct
{
  guint field;
  gsize offset; /* of the text or list in PzRosterPerson */
  Rule rule;
} TextRow;

#define ROW(field, member, rule) { field, G_STRUCT_OFFSET (PzRosterPerson, member), rule }
static const TextRow texts[] = {
  ROW (PZ_LEARNER_GIVEN_NAME, given_name, REPLACE),       ROW (PZ_LEARNER_MIDDLE_NAME, middle_name, REPLACE),
  ROW (PZ_LEARNER_FAMILY_NAME, family_name, REPLACE),     ROW (PZ_LEARNER_PREFERRED_NAME, preferred_name, FILL),
  ROW (PZ_LEARNER_PRONOUNS, pronouns, FILL),              ROW (PZ_LEARNER_BIRTH_DATE, birth_date, REPLACE),
  ROW (PZ_LEARNER_SOURCED_ID, sourced_id, REPLACE),       ROW (PZ_LEARNER_NOTES, notes, FILL),
  ROW (PZ_LEARNER_EMAIL, email, REPLACE),                 ROW (PZ_LEARNER_GRADE, grades, REPLACE),
};
/* sets only grow: what the teacher added is not in any roster */
static const TextRow sets[] = {
  ROW (PZ_LEARNER_HOME_LANGUAGES, home_languages, FILL),  ROW (PZ_LEARNER_STRENGTHS, strengths, FILL),
  ROW (PZ_LEARNER_NEEDS, needs, FILL),                    ROW (PZ_LEARNER_INTERESTS, interests, FILL),
  ROW (PZ_LEARNER_SUPPORTS, supports, FILL),
};

static char *
usable_text (guint       field,
             const char *text)
{
  return pz_import_usable_text (&pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field], text);
}

/* (nullable): the text a row is about; grades of a learner who is in several stand with a comma between */
static char *
dup_said (const PzRosterPerson *person,
          const TextRow        *row)
{
  if (row->field == PZ_LEARNER_GRADE)
    return person->grades != NULL ? g_strjoinv (", ", person->grades) : NULL;
  return g_strdup (G_STRUCT_MEMBER (char *, person, row->offset));
}

/* the value the field would get, or NULL when it stays */
static char *
new_text (PzRecord             *learner,
          const PzRosterPerson *person,
          const TextRow        *row)
{
  g_autofree char *said = dup_said (person, row);
  g_autofree char *text = usable_text (row->field, said);
  const char *present = learner != NULL ? pz_record_get_text (learner, row->field) : NULL;

  if (text == NULL || g_strcmp0 (text, present) == 0 || (row->rule == FILL && present != NULL))
    return NULL;
  return g_steal_pointer (&text);
}

/* the elements the set would get; NULL when none */
static GPtrArray *
new_elements (PzRecord             *learner,
              const PzRosterPerson *person,
              const TextRow        *row)
{
  char **said = G_STRUCT_MEMBER (char **, person, row->offset);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    {
      g_autofree char *element = usable_text (row->field, said[i]);

      if (element != NULL && (learner == NULL || !pz_record_set_has (learner, row->field, element))
          && !g_ptr_array_find_with_equal_func (added, element, g_str_equal, NULL))
        g_ptr_array_add (added, g_steal_pointer (&element));
    }
  return added->len > 0 ? g_steal_pointer (&added) : NULL;
}

static char *
join_elements (GPtrArray *elements)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) g_ptr_array_index (elements, i));
  return g_string_free (text, FALSE);
}

/* The same letters, however they are composed; not what the locale sorts alike: that would take 1 for A. */
static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *left = g_utf8_normalize (a, -1, G_NORMALIZE_NFC);
  g_autofree char *right = g_utf8_normalize (b, -1, G_NORMALIZE_NFC);

  return g_strcmp0 (left, right) == 0;
}

static PzRecord *
find_level (PzClassroom *classroom,
            const char  *name)
{
  GListModel *levels = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_LEVEL);

  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr(PzRecord) level = g_list_model_get_item (levels, i);
      const char *known = pz_record_get_text (level, PZ_LEVEL_NAME);

      if (!pz_record_is_deleted (level) && known != NULL && is_same_name (known, name))
        return level; /* the document holds it */
    }
  return NULL;
}

static const char *
level_name (PzClassroom *classroom,
            PzRecord    *learner)
{
  const char *id = learner != NULL ? pz_record_get_text (learner, PZ_LEARNER_LEVEL) : NULL;
  PzRecord *level = id != NULL ? pz_document_find (pz_classroom_get_document (classroom), id) : NULL;

  return level != NULL ? pz_record_get_text (level, PZ_LEVEL_NAME) : NULL;
}

/* levels come by name; the class's own scale grows when a name is new */
static char *
new_level (PzClassroom          *classroom,
           PzRecord             *learner,
           const PzRosterPerson *person)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_LEVEL)->fields[PZ_LEVEL_NAME];
  g_autofree char *name = person->level != NULL ? g_strdup (person->level) : NULL;
  const char *present = classroom != NULL ? level_name (classroom, learner) : NULL;

  if (name == NULL || *g_strstrip (name) == '\0' || !pz_field_check_text (schema, name, NULL)
      || (present != NULL && is_same_name (present, name)))
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * pz_import_compare:
 * @classroom: (nullable): the class; %NULL: a new one
 * @document: (nullable): the learner's; %NULL: a new one
 * @person: what the roster says
 *
 * Returns: (transfer full) (element-type PzImportDifference): what pz_import_write() would change
 */
GPtrArray *
pz_import_compare (PzClassroom          *classroom,
                   PzDocument           *document,
                   const PzRosterPerson *person)
{
  PzRecord *learner = document != NULL ? pz_document_get_owner (document) : NULL;
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_import_difference_free);
  char *level = new_level (classroom, learner, person);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *after = new_text (learner, person, &texts[i]);

      if (after != NULL)
        pz_import_difference_add (differences, texts[i].field,
                                  learner != NULL ? g_strdup (pz_record_get_text (learner, texts[i].field)) : NULL, after);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr(GPtrArray) added = new_elements (learner, person, &sets[i]);

      if (added != NULL)
        pz_import_difference_add (differences, sets[i].field,
                                  learner != NULL ? pz_record_dup_as_text (learner, sets[i].field) : NULL, join_elements (added));
    }
  if (level != NULL)
    pz_import_difference_add (differences, PZ_LEARNER_LEVEL,
                              classroom != NULL ? g_strdup (level_name (classroom, learner)) : NULL, level);
  pz_import_compare_lenses (classroom, learner, person, differences);
  pz_import_compare_contacts (document, person, differences);
  return differences;
}

static void
write_level (PzClassroom *classroom,
             PzRecord    *learner,
             const char  *name)
{
  PzRecord *level = find_level (classroom, name);

  if (level == NULL)
    {
      level = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_LEVEL);
      pz_record_set_text (level, PZ_LEVEL_NAME, name);
      pz_record_set_text (level, PZ_LEVEL_POSITION, name);
    }
  pz_record_set_text (learner, PZ_LEARNER_LEVEL, pz_record_get_id (level));
}

/* What was asked for is also shown: sensitive fields are out of sight until they are on. */
static void
turn_on (PzClassroom *classroom,
         guint        field)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field];

  if (schema->flags & PZ_FIELD_SENSITIVE)
    pz_record_set_add (pz_document_get_owner (pz_classroom_get_document (classroom)), PZ_CLASSROOM_FIELDS_ON,
                       schema->name);
}

/**
 * pz_import_write:
 * @classroom: the class
 * @document: the learner's, open
 * @person: what the roster says
 *
 * Writes what pz_import_compare() lists, and turns sensitive fields on that get a value; the caller saves.
 */
void
pz_import_write (PzClassroom          *classroom,
                 PzDocument           *document,
                 const PzRosterPerson *person)
{
  PzRecord *learner;
  g_autofree char *level = NULL;

  g_return_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (document) && person != NULL);

  learner = pz_document_get_owner (document);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = new_text (learner, person, &texts[i]);

      if (text == NULL)
        continue;
      pz_record_set_text (learner, texts[i].field, text);
      turn_on (classroom, texts[i].field);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr(GPtrArray) added = new_elements (learner, person, &sets[i]);

      for (guint j = 0; added != NULL && j < added->len; j++)
        pz_record_set_add (learner, sets[i].field, g_ptr_array_index (added, j));
    }
  level = new_level (classroom, learner, person);
  if (level != NULL)
    write_level (classroom, learner, level);
  pz_import_write_lenses (classroom, learner, person);
  pz_import_write_contacts (document, person);
}
