/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include "pz-person-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMN(self, i) (&g_array_index ((self)->columns, PzTableColumn, (i)))

/* One pass that lists people. What is odd about the rows as such is known already and not told again. */
typedef struct
{
  PzTableRows rows;
  PzRosterMessages *messages;
  GHashTable *names; /* those seen so far, folded */
  GHashTable *ids;
} Work;

static void
report (Work         *work,
        PzRosterCode  code,
        const char   *column)
{
  pz_roster_messages_add (work->messages, code, pz_roster_file_get_name (work->rows.import->file),
                          pz_roster_table_get_line (work->rows.table), column);
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = *text != '\0' ? pz_person_name_clean (text) : NULL;
}

/* Returns: place of a text, or NULL when the field is something else */
static char **
text_place (PzRosterPerson *person,
            PzTableField    field)
{
  switch ((guint) field)
    {
    case PZ_TABLE_GIVEN_NAME:
      return &person->given_name;
    case PZ_TABLE_FAMILY_NAME:
      return &person->family_name;
    case PZ_TABLE_PREFERRED_NAME:
      return &person->preferred_name;
    case PZ_TABLE_MIDDLE_NAME:
      return &person->middle_name;
    case PZ_TABLE_PRONOUNS:
      return &person->pronouns;
    case PZ_TABLE_LEVEL:
      return &person->level;
    case PZ_TABLE_SOURCED_ID:
      return &person->sourced_id;
    case PZ_TABLE_EMAIL:
      return &person->email;
    default:
      return NULL;
    }
}

/* Returns: place of a list, or NULL when the field is something else */
static char ***
list_place (PzRosterPerson *person,
            PzTableField    field)
{
  switch ((guint) field)
    {
    case PZ_TABLE_GRADE:
      return &person->grades;
    case PZ_TABLE_HOME_LANGUAGES:
      return &person->home_languages;
    case PZ_TABLE_STRENGTHS:
      return &person->strengths;
    case PZ_TABLE_NEEDS:
      return &person->needs;
    case PZ_TABLE_INTERESTS:
      return &person->interests;
    case PZ_TABLE_SUPPORTS:
      return &person->supports;
    default:
      return NULL;
    }
}

/*
 * pz_table_split_list:
 *
 * Entries with semicolons or in lines of their own. Commas separate only languages: in the others they are part of
 * what somebody wrote.
 */
char **
pz_table_split_list (PzTableField  field,
                     const char   *cell)
{
  return pz_roster_split_list (cell, field == PZ_TABLE_HOME_LANGUAGES ? ";\n\r,/" : ";\n\r");
}

static void
take_birth_date (Work           *work,
                 PzRosterPerson *person,
                 guint           column,
                 const char     *cell)
{
  PzRosterDateResult result;
  char iso[11];

  result = pz_roster_date_parse (cell, pz_table_import_order_of (work->rows.import, column), iso);
  if (result == PZ_ROSTER_DATE_FINE)
    set_text (&person->birth_date, iso);
  else if (result == PZ_ROSTER_DATE_AMBIGUOUS)
    report (work, PZ_ROSTER_CODE_DATE_AMBIGUOUS, COLUMN (work->rows.import, column)->header);
  else if (result == PZ_ROSTER_DATE_UNREADABLE)
    report (work, PZ_ROSTER_CODE_DATE_UNREADABLE, COLUMN (work->rows.import, column)->header);
}

static void
take_cell (Work           *work,
           PzRosterPerson *person,
           guint           column)
{
  PzTableField field = COLUMN (work->rows.import, column)->field;
  g_autofree char *cell = NULL;

  if (field == PZ_TABLE_LEAVE_OUT)
    return;
  cell = pz_table_rows_dup_cell (&work->rows, column);
  if (text_place (person, field) != NULL)
    set_text (text_place (person, field), cell);
  else if (list_place (person, field) != NULL)
    *list_place (person, field) = pz_table_split_list (field, cell);
  else if (field == PZ_TABLE_BIRTH_DATE)
    take_birth_date (work, person, column, cell);
  else if (field == PZ_TABLE_NOTES)
    person->notes = *cell != '\0' ? g_utf8_make_valid (cell, -1) : NULL; /* may have lines */
  else if (field == PZ_TABLE_FULL_NAME)
    {
      g_clear_pointer (&person->given_name, g_free);
      g_clear_pointer (&person->family_name, g_free);
      pz_person_name_split (cell, &person->given_name, &person->family_name);
    }
}

/* Returns: FALSE when the row cannot be a learner */
static gboolean
check_person (Work                 *work,
              const PzRosterPerson *person)
{
  gboolean given = person->given_name != NULL || person->preferred_name != NULL;
  g_autofree char *name = pz_roster_person_dup_name (person);
  PzRosterCode code = PZ_ROSTER_N_CODES;

  if (!given && person->family_name == NULL)
    {
      report (work, PZ_ROSTER_CODE_NO_NAME, NULL);
      return FALSE;
    }
  if (person->sourced_id != NULL && !g_hash_table_add (work->ids, g_strdup (person->sourced_id)))
    {
      report (work, PZ_ROSTER_CODE_ID_TWICE, NULL);
      return FALSE;
    }
  if (!given)
    code = PZ_ROSTER_CODE_NO_GIVEN_NAME;
  else if (person->family_name == NULL)
    code = PZ_ROSTER_CODE_NO_FAMILY_NAME;
  if (code != PZ_ROSTER_N_CODES)
    report (work, code, NULL);
  if (*name != '\0' && !g_hash_table_add (work->names, pz_roster_fold (name)))
    report (work, PZ_ROSTER_CODE_NAME_TWICE, NULL);
  return TRUE;
}

static gboolean
has_name_column (PzTableImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      PzTableField field = COLUMN (self, i)->field;

      if (field == PZ_TABLE_FULL_NAME || field == PZ_TABLE_GIVEN_NAME || field == PZ_TABLE_FAMILY_NAME
          || field == PZ_TABLE_PREFERRED_NAME)
        return TRUE;
    }
  return FALSE;
}

/* once, for the header; credentials are reported already, and without a header there are no names to say */
static void
report_columns_left_out (Work *work)
{
  PzTableImport *self = work->rows.import;
  const char *dropped = pz_roster_file_get_dropped (self->file);
  g_auto(GStrv) credentials = g_strsplit (dropped != NULL ? dropped : "", ", ", -1);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; self->has_header && i < self->columns->len; i++)
    {
      const char *header = COLUMN (self, i)->header;

      if (COLUMN (self, i)->field != PZ_TABLE_LEAVE_OUT || *header == '\0'
          || g_strv_contains ((const char *const *) credentials, header))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", header);
    }
  if (names->len > 0)
    report (work, PZ_ROSTER_CODE_UNKNOWN_COLUMNS, names->str);
}

/**
 * pz_table_import_list_people:
 * @self: an import
 * @messages: gets what is odd about single people; see also pz_table_import_get_messages()
 * @error: %PZ_ERROR_INVALID when no column holds names
 *
 * Reads all rows by the mapping as it is now.
 *
 * Returns: (transfer full) (element-type PzRosterPerson): the people, in the order of the file
 */
GPtrArray *
pz_table_import_list_people (PzTableImport     *self,
                             PzRosterMessages  *messages,
                             GError           **error)
{
  g_autoptr(PzRosterMessages) known = NULL;
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(GHashTable) ids = NULL;
  Work work = { .messages = messages };
  GPtrArray *people;

  g_return_val_if_fail (self != NULL && messages != NULL, NULL);

  if (!has_name_column (self))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("Choose the column that holds the names"));
      return NULL;
    }
  known = pz_roster_messages_new ();
  work.names = names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work.ids = ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
  pz_table_rows_begin (&work.rows, self, known);
  report_columns_left_out (&work);
  while (pz_table_rows_next (&work.rows))
    {
      g_autoptr(PzRosterPerson) person = pz_roster_person_new ();

      person->role = PZ_ROSTER_ROLE_STUDENT;
      person->line = pz_roster_table_get_line (work.rows.table);
      for (guint i = 0; i < self->columns->len; i++)
        take_cell (&work, person, i);
      if (check_person (&work, person))
        g_ptr_array_add (people, g_steal_pointer (&person));
    }
  pz_table_rows_end (&work.rows);
  return people;
}

static char *
describe (PzTableImport *self,
          guint          column,
          const char    *cell)
{
  PzTableField field = COLUMN (self, column)->field;
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;
  g_auto(GStrv) list = NULL;
  char iso[11];

  switch ((guint) field)
    {
    case PZ_TABLE_FULL_NAME:
      pz_person_name_split (cell, &given, &family);
      return given == NULL || family == NULL ? pz_person_name_clean (cell) : g_strjoin (" | ", given, family, NULL);
    case PZ_TABLE_BIRTH_DATE:
      if (pz_roster_date_parse (cell, pz_table_import_order_of (self, column), iso) != PZ_ROSTER_DATE_FINE)
        return g_strdup_printf ("%s → ?", cell);
      return g_strdup_printf ("%s → %s", cell, iso);
    case PZ_TABLE_GRADE:
    case PZ_TABLE_HOME_LANGUAGES:
    case PZ_TABLE_STRENGTHS:
    case PZ_TABLE_NEEDS:
    case PZ_TABLE_INTERESTS:
    case PZ_TABLE_SUPPORTS:
      list = pz_table_split_list (field, cell);
      return list != NULL ? g_strjoinv (" | ", list) : g_strdup ("");
    default:
      return pz_person_name_clean (cell);
    }
}

/**
 * pz_table_import_dup_examples:
 * @self: an import
 * @column: below the number of columns
 * @n_examples: at most so many
 *
 * Returns: (transfer full) (array zero-terminated=1): different cells of the column, the first ones, as they are
 *   understood by the mapping: parts of a name or list with "|" between, a date with what it was read as
 */
char **
pz_table_import_dup_examples (PzTableImport *self,
                              guint          column,
                              guint          n_examples)
{
  g_autoptr(PzRosterMessages) known = NULL;
  g_autoptr(GHashTable) seen = NULL;
  GPtrArray *examples;
  PzTableRows rows;

  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  known = pz_roster_messages_new ();
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  examples = g_ptr_array_new ();
  pz_table_rows_begin (&rows, self, known);
  while (examples->len < n_examples && pz_table_rows_next (&rows))
    {
      g_autofree char *cell = pz_table_rows_dup_cell (&rows, column);

      if (*cell == '\0' || g_hash_table_contains (seen, cell))
        continue;
      g_ptr_array_add (examples, describe (self, column, cell));
      g_hash_table_add (seen, g_steal_pointer (&cell));
    }
  pz_table_rows_end (&rows);
  g_ptr_array_add (examples, NULL);
  return (char **) g_ptr_array_free (examples, FALSE);
}
