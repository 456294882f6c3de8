/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-csv-reader.h"
#include "pz-csv-writer.h"
#include "pz-table-import.h"

const char *const pz_fuzz_dictionary[] = {
  "\"", "\"\"", "\"\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\",\"", "\"\n\"", "sep=;\n",
  "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xC3\xA9", "\xE9", "=1+1", "'=", "Points Possible",
  "Vorname", "Nachname", "Student", "Birth date", "Password", "Interests", "1/05/2016", "14.03.2016", "Koch, Ben",
  NULL,
};

/* Cells lie within the text and rows lead to its end; what is written exactly reads back the same. */
static void
check_reader (const char *text,
              gsize       length)
{
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (text, length, '\0');
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (pz_csv_reader_get_delimiter (reader), PZ_CSV_EXACT);
  g_autoptr(PzCsvReader) again = NULL;
  g_autoptr(PzCsvReader) first = NULL;
  g_autoptr(GBytes) written = NULL;
  guint line = 0;

  while (pz_csv_reader_next (reader, NULL))
    {
      g_assert_cmpuint (pz_csv_reader_get_line (reader), >, line);
      line = pz_csv_reader_get_line (reader);
      for (guint i = 0; i < pz_csv_reader_get_n_cells (reader); i++)
        {
          gsize start, end;

          g_assert_true (pz_csv_reader_get_cell_range (reader, i, &start, &end));
          g_assert_true (start <= end && end <= length);
          pz_csv_writer_add_text (writer, pz_csv_reader_get_cell (reader, i), -1);
        }
      pz_csv_writer_end_row (writer);
    }
  written = pz_csv_writer_finish (writer);
  first = pz_csv_reader_new (text, length, '\0');
  again = pz_csv_reader_new (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                             pz_csv_reader_get_delimiter (reader));
  while (pz_csv_reader_next (first, NULL))
    {
      g_assert_true (pz_csv_reader_next (again, NULL));
      g_assert_cmpuint (pz_csv_reader_get_n_cells (again), ==, pz_csv_reader_get_n_cells (first));
      for (guint i = 0; i < pz_csv_reader_get_n_cells (first); i++)
        g_assert_cmpstr (pz_csv_reader_get_cell (again, i), ==, pz_csv_reader_get_cell (first, i));
    }
  g_assert_false (pz_csv_reader_next (again, NULL));
}

static void
check_import (GBytes *bytes)
{
  g_autoptr(PzTableImport) table = pz_table_import_new_from_bytes ("list.csv", bytes, NULL);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;

  if (table == NULL)
    return;
  people = pz_table_import_list_people (table, messages, NULL);
  g_assert_true (people == NULL || people->len <= pz_table_import_get_n_rows (table));
  for (guint i = 0; i < MIN (pz_table_import_get_n_columns (table), 4); i++)
    {
      g_auto(GStrv) examples = pz_table_import_dup_examples (table, i, 3);

      g_assert_nonnull (examples);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GBytes) text = pz_text_decode (bytes, PZ_TEXT_MAX_SIZE, NULL, NULL);

  if (text != NULL)
    {
      g_assert_true (g_utf8_validate_len (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL));
      check_reader (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
    }
  check_import (bytes);
  return 0;
}
