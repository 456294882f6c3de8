/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include "pz-csv-writer.h"

#include <string.h>

/* Canvas puts how much each task is worth under its header, in the place of a person, and above it a row in which
 * nothing stands but which tasks are posted by hand */
static gboolean
is_about_tasks (PzRosterTable *table)
{
  gboolean posted = FALSE;

  if (g_ascii_strcasecmp (pz_roster_table_get_cell (table, 0), "Points Possible") == 0)
    return TRUE;
  for (guint i = 0; i < pz_roster_table_get_n_columns (table); i++)
    {
      const char *cell = pz_roster_table_get_cell (table, i);

      if (*cell != '\0' && g_ascii_strcasecmp (cell, "Manual Posting") != 0)
        return FALSE;
      posted |= *cell != '\0';
    }
  return posted;
}

/* Canvas gives every course a student for the teacher to look through the eyes of; it has no number of the school */
static gboolean
is_test_student (PzTableRows *rows)
{
  const char *name;

  if (!rows->import->is_canvas || !rows->import->has_header
      || *pz_roster_table_get_cell (rows->table, 2) != '\0')
    return FALSE;
  name = pz_roster_table_get_cell (rows->table, 0);
  return g_str_equal (name, "Student, Test") || g_str_equal (name, "Test Student");
}

/*
 * pz_table_rows_begin:
 *
 * Before the first row; end with pz_table_rows_end().
 */
void
pz_table_rows_begin (PzTableRows      *rows,
                     PzTableImport    *import,
                     PzRosterMessages *messages)
{
  memset (rows, 0, sizeof *rows);
  rows->import = import;
  rows->table = pz_roster_table_new (import->file, messages);
}

/*
 * pz_table_rows_next:
 *
 * Returns: FALSE at the end
 */
gboolean
pz_table_rows_next (PzTableRows *rows)
{
  rows->on_header = !rows->begun && !rows->import->has_header && rows->import->columns->len > 0;
  rows->begun = TRUE;
  if (rows->on_header)
    return TRUE;
  while (pz_roster_table_next (rows->table))
    {
      if (is_about_tasks (rows->table))
        pz_roster_table_report (rows->table, PZ_ROSTER_CODE_ROW_NOT_A_PERSON, NULL);
      else if (is_test_student (rows))
        pz_roster_table_report (rows->table, PZ_ROSTER_CODE_TEST_STUDENT, NULL);
      else
        return TRUE;
    }
  return FALSE;
}

/*
 * pz_table_rows_dup_cell:
 *
 * Returns: the text, without blanks around it and without the guard a safe export puts before = + - @
 */
char *
pz_table_rows_dup_cell (PzTableRows *rows,
                        guint        column)
{
  const char *cell = rows->on_header ? pz_roster_table_get_header (rows->table, column)
                                     : pz_roster_table_get_cell (rows->table, column);

  return g_strdup (pz_csv_text_without_guard (cell));
}

/*
 * pz_table_rows_end:
 */
void
pz_table_rows_end (PzTableRows *rows)
{
  g_clear_pointer (&rows->table, pz_roster_table_free);
}
