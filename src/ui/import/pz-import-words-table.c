/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return C_("between columns", "semicolons");
    case '\t':
      return C_("between columns", "tabs");
    default:
      return C_("between columns", "commas");
    }
}

/**
 * pz_import_words_subtitle:
 * @session: an import
 *
 * Returns: the file and how it was read, for below the title of the window; maybe empty
 */
char *
pz_import_words_subtitle (PzImportSession *session)
{
  const char *file;
  PzTableImport *table;
  g_autofree char *name = NULL;
  guint n_rows;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  file = pz_import_session_get_file_name (session);
  if (file == NULL || pz_import_session_get_step (session) == PZ_IMPORT_STEP_SOURCE)
    return g_strdup ("");
  table = pz_import_session_get_table (session);
  name = pz_import_words_isolate (file);
  if (table == NULL)
    return g_steal_pointer (&name);
  n_rows = pz_table_import_get_n_rows (table);
  /* Translators: a file, its number of rows, what stands between its columns, and its encoding:
   * klasse-5b.csv · 28 rows, semicolons, UTF-8 */
  return g_strdup_printf (ngettext ("%1$s · %2$u row, %3$s, %4$s", "%1$s · %2$u rows, %3$s, %4$s", n_rows), name,
                          n_rows, name_delimiter (pz_table_import_get_delimiter (table)),
                          pz_encoding_to_label (pz_table_import_get_info (table)->encoding));
}

/**
 * pz_import_words_column:
 * @table: a table
 * @column: one of its columns
 *
 * Returns: what the column is called
 */
char *
pz_import_words_column (PzTableImport *table,
                        guint          column)
{
  const char *header;

  g_return_val_if_fail (table != NULL, NULL);

  header = pz_table_import_get_header (table, column);
  return *header != '\0' ? g_strdup (header) : g_strdup_printf (_("Column %u"), column + 1);
}

/* "14.03.2016 → 2016-03-14" with the day spelled out, and how it was decided */
static char *
explain_date (PzTableImport *table,
              guint          column,
              const char    *example)
{
  const char *arrow = g_strrstr (example, " → ");
  g_autofree char *cell = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *day = NULL;

  if (arrow == NULL)
    return g_strdup (example);
  cell = g_strndup (example, (gsize) (arrow - example));
  shown = pz_import_words_isolate (cell);
  arrow += strlen (" → ");
  if (g_str_equal (arrow, "?") && pz_table_import_needs_day_order (table))
    /* Translators: %s is a date as the file has it */
    return g_strdup_printf (_("%s can be read in two ways"), shown);
  if (g_str_equal (arrow, "?"))
    /* Translators: %s is a date as the file has it */
    return g_strdup_printf (_("%s cannot be read as a date"), shown);
  day = pz_import_words_date (arrow);
  switch (pz_table_import_get_day_order (table, column))
    {
    case PZ_DAY_ORDER_DAY_FIRST:
      /* Translators: a date as the file has it, and as it was understood */
      return g_strdup_printf (_("%1$s is %2$s, day first"), shown, day);
    case PZ_DAY_ORDER_MONTH_FIRST:
      /* Translators: a date as the file has it, and as it was understood */
      return g_strdup_printf (_("%1$s is %2$s, month first"), shown, day);
    case PZ_DAY_ORDER_UNKNOWN:
    default:
      /* Translators: a date as the file has it, and as it was understood */
      return g_strdup_printf (_("%1$s is %2$s"), shown, day);
    }
}

static char *
join_examples (char **examples)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; examples[i] != NULL; i++)
    {
      g_autofree char *part = pz_import_words_isolate (examples[i]);

      /* Translators: between examples of what a column holds */
      g_string_append_printf (text, "%s%s", i > 0 ? C_("between examples", ", ") : "", part);
    }
  if (g_strv_length (examples) > 2)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

/**
 * pz_import_words_examples:
 * @table: a table
 * @column: one of its columns
 *
 * Returns: the first cells of the column, as they are understood; for a column that is left out, that nothing of it is
 *   stored
 */
char *
pz_import_words_examples (PzTableImport *table,
                          guint          column)
{
  PzTableField field;
  g_auto(GStrv) examples = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  field = pz_table_import_get_field (table, column);
  examples = pz_table_import_dup_examples (table, column, field == PZ_TABLE_BIRTH_DATE ? 1 : 3);
  if (examples[0] == NULL)
    return g_strdup (_("No row has anything here"));
  if (field == PZ_TABLE_BIRTH_DATE)
    return explain_date (table, column, examples[0]);
  if (field == PZ_TABLE_LEAVE_OUT)
    {
      g_autofree char *first = pz_import_words_isolate (examples[0]);

      /* Translators: an example out of a column that is left out */
      return g_strdup_printf (_("Nothing of it is stored, such as %s"), first);
    }
  return join_examples (examples);
}
