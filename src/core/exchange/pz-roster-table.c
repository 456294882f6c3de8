/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-table.h"

#include "pz-csv-reader.h"
#include "pz-roster-person.h"

#include <string.h>

struct _PzRosterTable
{
  const PzRosterFile *file;   /* borrowed */
  PzRosterMessages *messages; /* borrowed */
  PzCsvReader *reader;
  GPtrArray *header;          /* char *, trimmed, as many as the header row has cells */
  GHashTable *columns;        /* folded header -> index + 1 */
  GHashTable *asked;          /* name as asked for -> index + 1, 0 for none: folding is slow */
  char *cell;                 /* what pz_roster_table_get_cell() gave last */
};

/* names seen in real files, folded, and the proper ones */
static const struct { const char *seen; const char *proper; } aliases[] = {
  { "agents", "agentsourcedids" },          { "grade", "grades" },
  { "prefferedgivenname", "preferredgivenname" }, { "prefferedmiddlename", "preferredmiddlename" },
  { "prefferedfamilyname", "preferredfamilyname" }, { "datalastmodified", "datelastmodified" },
  { "termsourcedid", "termsourcedids" },    { "orgsourcedids", "orgsourcedid" },
};

static char *
fold_name (const char *name)
{
  g_autofree char *folded = pz_roster_fold (name);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  return g_strjoinv (NULL, words);
}

static guint
find_column (PzRosterTable *self,
             const char    *column)
{
  g_autofree char *folded = NULL;
  gpointer known;
  guint index;

  if (g_hash_table_lookup_extended (self->asked, column, NULL, &known))
    return GPOINTER_TO_UINT (known);
  folded = fold_name (column);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, folded));
  for (gsize i = 0; index == 0 && i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].proper, folded))
      index = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, aliases[i].seen));
  g_hash_table_insert (self->asked, g_strdup (column), GUINT_TO_POINTER (index));
  return index;
}

static void
read_header (PzRosterTable *self)
{
  gboolean nameless = FALSE;

  while (pz_csv_reader_next (self->reader, NULL))
    if (!pz_csv_reader_is_blank (self->reader))
      break;
  for (guint i = 0; i < pz_csv_reader_get_n_cells (self->reader); i++)
    {
      char *name = g_strstrip (g_strdup (pz_csv_reader_get_cell (self->reader, i)));
      g_autofree char *folded = fold_name (name);

      g_ptr_array_add (self->header, name);
      nameless |= *folded == '\0';
      if (*folded == '\0')
        continue;
      if (g_hash_table_contains (self->columns, folded))
        pz_roster_table_report (self, PZ_ROSTER_CODE_COLUMN_TWICE, name);
      else
        g_hash_table_insert (self->columns, g_steal_pointer (&folded), GUINT_TO_POINTER (i + 1));
    }
  if (nameless)
    pz_roster_table_report (self, PZ_ROSTER_CODE_COLUMN_WITHOUT_NAME, NULL);
}

/* cells that are empty here count as equal: a repeated credential column was blanked like any other */
static gboolean
repeats_header (PzRosterTable *self)
{
  guint alike = 0;

  for (guint i = 0; i < self->header->len; i++)
    {
      const char *cell = pz_roster_table_get_cell (self, i);

      if (*cell == '\0')
        continue;
      if (!g_str_equal (cell, g_ptr_array_index (self->header, i)))
        return FALSE;
      alike++;
    }
  return alike * 2 > self->header->len;
}

static void
report_problems (PzRosterTable *self)
{
  static const struct { PzCsvProblem problem; PzRosterCode code; } codes[] = {
    { PZ_CSV_SHORT, PZ_ROSTER_CODE_ROW_SHORT },
    { PZ_CSV_LONG, PZ_ROSTER_CODE_ROW_LONG },
    { PZ_CSV_BAD_QUOTE | PZ_CSV_UNCLOSED_QUOTE, PZ_ROSTER_CODE_QUOTES },
    { PZ_CSV_CELL_CUT | PZ_CSV_CELLS_CUT, PZ_ROSTER_CODE_CUT },
  };
  PzCsvProblem problems = pz_csv_reader_get_problems (self->reader);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (problems & codes[i].problem)
      pz_roster_table_report (self, codes[i].code, NULL);
}

/**
 * pz_roster_table_new:
 * @file: a file of rows under a header; borrowed
 * @messages: gets what is odd about rows and header; borrowed
 *
 * Reads the rows of a file by the names of their columns, whatever their order, case and blanks.
 *
 * Returns: (transfer full): before the first row below the header
 */
PzRosterTable *
pz_roster_table_new (const PzRosterFile *file,
                     PzRosterMessages   *messages)
{
  PzRosterTable *self;
  const char *text;
  gsize length;

  g_return_val_if_fail (file != NULL && messages != NULL, NULL);

  self = g_new0 (PzRosterTable, 1);
  self->file = file;
  self->messages = messages;
  text = pz_roster_file_get_text (file, &length);
  self->reader = pz_csv_reader_new (text, length, pz_roster_file_get_delimiter (file));
  self->header = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (pz_roster_file_name_differs (file))
    pz_roster_table_report (self, PZ_ROSTER_CODE_FILE_NAME_DIFFERS, NULL);
  if (pz_roster_file_get_info (file)->replaced > 0)
    pz_roster_table_report (self, PZ_ROSTER_CODE_ENCODING, NULL);
  if (pz_roster_file_get_dropped (file) != NULL)
    pz_roster_table_report (self, PZ_ROSTER_CODE_CREDENTIALS_DROPPED, pz_roster_file_get_dropped (file));
  read_header (self);
  return self;
}

/**
 * pz_roster_table_free:
 * @self: a table
 */
void
pz_roster_table_free (PzRosterTable *self)
{
  g_return_if_fail (self != NULL);

  pz_csv_reader_free (self->reader);
  g_ptr_array_unref (self->header);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->asked);
  g_free (self->cell);
  g_free (self);
}

static void
append_name (GString    *list,
             const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

/**
 * pz_roster_table_expect:
 * @self: a table
 * @columns: names of all columns this kind of file may have, with blanks between
 *
 * Reports, once, the columns nobody reads and those that have an unusual name. Credentials are reported already.
 */
void
pz_roster_table_expect (PzRosterTable *self,
                        const char    *columns)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) unknown = g_string_new (NULL);
  g_autoptr(GString) unusual = g_string_new (NULL);
  g_auto(GStrv) names = NULL;

  g_return_if_fail (self != NULL && columns != NULL);

  names = g_strsplit (columns, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (known, fold_name (names[i]));
  for (guint i = 0; i < self->header->len; i++)
    {
      const char *name = g_ptr_array_index (self->header, i);
      g_autofree char *folded = fold_name (name);
      gboolean alias = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (aliases); j++)
        alias |= g_str_equal (folded, aliases[j].seen) && g_hash_table_contains (known, aliases[j].proper);
      if (*folded == '\0' || g_hash_table_contains (known, folded))
        continue;
      if (alias)
        append_name (unusual, name);
      else
        append_name (unknown, name);
    }
  if (unusual->len > 0)
    pz_roster_table_report (self, PZ_ROSTER_CODE_OTHER_COLUMN_NAME, unusual->str);
  if (unknown->len > 0)
    pz_roster_table_report (self, PZ_ROSTER_CODE_UNKNOWN_COLUMNS, unknown->str);
}

/**
 * pz_roster_table_get_n_columns:
 * @self: a table
 *
 * Returns: cells of the header
 */
guint
pz_roster_table_get_n_columns (PzRosterTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->header->len;
}

/**
 * pz_roster_table_get_header:
 * @self: a table
 * @column: below the number of columns
 *
 * Returns: (transfer none): the column's name without blanks around it; may be empty
 */
const char *
pz_roster_table_get_header (PzRosterTable *self,
                            guint          column)
{
  g_return_val_if_fail (self != NULL && column < self->header->len, NULL);

  return g_ptr_array_index (self->header, column);
}

/**
 * pz_roster_table_next:
 * @self: a table
 *
 * Goes to the next row. Blank rows are passed over, repeated headers too, with a warning.
 *
 * Returns: %FALSE at the end
 */
gboolean
pz_roster_table_next (PzRosterTable *self)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  while (pz_csv_reader_next (self->reader, &error))
    {
      if (pz_csv_reader_is_blank (self->reader))
        continue;
      if (!repeats_header (self))
        {
          report_problems (self);
          return TRUE;
        }
      pz_roster_table_report (self, PZ_ROSTER_CODE_HEADER_REPEATED, NULL);
    }
  if (error != NULL)
    pz_roster_messages_add (self->messages, PZ_ROSTER_CODE_FILE_CUT_SHORT, pz_roster_file_get_name (self->file), 0,
                            NULL);
  return FALSE;
}

/**
 * pz_roster_table_get_line:
 * @self: a table
 *
 * Returns: line of the file in which the row begins, from 1
 */
guint
pz_roster_table_get_line (PzRosterTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return pz_csv_reader_get_line (self->reader);
}

/**
 * pz_roster_table_get_cell:
 * @self: a table
 * @column: index, may be beyond the row
 *
 * Returns: (transfer none): the cell of this row without blanks around it, valid until the next call
 */
const char *
pz_roster_table_get_cell (PzRosterTable *self,
                          guint          column)
{
  g_return_val_if_fail (self != NULL, "");

  g_free (self->cell);
  self->cell = g_strstrip (g_strdup (pz_csv_reader_get_cell (self->reader, column)));
  return self->cell;
}

/**
 * pz_roster_table_has:
 * @self: a table
 * @column: name of a column
 *
 * Returns: %TRUE when there is one
 */
gboolean
pz_roster_table_has (PzRosterTable *self,
                     const char    *column)
{
  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  return find_column (self, column) > 0;
}

/**
 * pz_roster_table_get:
 * @self: a table
 * @column: name of a column; case, blanks and known misspellings do not matter
 *
 * Returns: (transfer none): its cell of this row, empty when there is no such column, valid until the next call
 */
const char *
pz_roster_table_get (PzRosterTable *self,
                     const char    *column)
{
  guint index;

  g_return_val_if_fail (self != NULL && column != NULL, "");

  index = find_column (self, column);
  return index > 0 ? pz_roster_table_get_cell (self, index - 1) : "";
}

/**
 * pz_roster_table_dup:
 * @self: a table
 * @column: as pz_roster_table_get()
 *
 * Returns: (transfer full) (nullable): the cell; %NULL when it is empty
 */
char *
pz_roster_table_dup (PzRosterTable *self,
                     const char    *column)
{
  const char *cell = pz_roster_table_get (self, column);

  return *cell != '\0' ? g_strdup (cell) : NULL;
}

/**
 * pz_roster_table_dup_list:
 * @self: a table
 * @column: as pz_roster_table_get()
 *
 * Returns: (transfer full) (nullable): the entries of a cell with commas; %NULL when there are none
 */
char **
pz_roster_table_dup_list (PzRosterTable *self,
                          const char    *column)
{
  return pz_roster_split_list (pz_roster_table_get (self, column), ",");
}

/**
 * pz_roster_table_report:
 * @self: a table
 * @code: what is odd
 * @column: (nullable): name of the column, as the header has it
 *
 * Adds a message about this row.
 */
void
pz_roster_table_report (PzRosterTable *self,
                        PzRosterCode   code,
                        const char    *column)
{
  g_return_if_fail (self != NULL);

  pz_roster_messages_add (self->messages, code, pz_roster_file_get_name (self->file),
                          pz_csv_reader_get_line (self->reader), column);
}
