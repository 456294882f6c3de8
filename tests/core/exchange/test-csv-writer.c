/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-csv-reader.h"
#include "pz-csv-writer.h"

#include <math.h>
#include <string.h>

static const char *const awkward[] = {
  "", "plain", "two words", " blank ahead", "a,b", "a;b", "say \"hi\"", "two\nlines", "=1+1", "+49 170", "-1.5", "-x",
  "@me", "\tindented", "\rreturn", "'quoted", "'=x", "＝1", "Ñandú", "Tom & Ann", "<b>x</b>", "%n%s",
};

static char *
write_one (const char *text,
           PzCsvFlags  flags)
{
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (',', flags);
  g_autoptr(GBytes) bytes = NULL;

  pz_csv_writer_add_text (writer, text, -1);
  bytes = pz_csv_writer_finish (writer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_guards_formulas (void)
{
  static const struct { const char *text; const char *written; } cases[] = {
    { "=1+1", "\"'=1+1\"" },     { "+49 170", "\"'+49 170\"" }, { "-x", "\"'-x\"" },
    { "@me", "\"'@me\"" },       { "\tx", "\"'\tx\"" },         { "\rx", "\"'\rx\"" },
    { "-1.5", "-1.5" },          { "-12", "-12" },              { "-1+2", "\"'-1+2\"" },
    { "-", "\"'-\"" },           { "Anna", "Anna" },            { "＝1", "\"'＝1\"" },
    { "a\"b", "\"a\"\"b\"" },    { "", "\"\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = write_one (cases[i].text, PZ_CSV_PLAIN);

      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpint (pz_csv_text_needs_guard (cases[i].text), ==, strchr (written, '\'') != NULL);
    }
}

static void
round_trip (PzCsvFlags flags,
            char       delimiter)
{
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (delimiter, flags);
  g_autoptr(PzCsvReader) reader = NULL;
  g_autoptr(GBytes) bytes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      pz_csv_writer_add_text (writer, awkward[i], -1);
      pz_csv_writer_add_text (writer, "x", -1);
      pz_csv_writer_end_row (writer);
    }
  bytes = pz_csv_writer_finish (writer);
  reader = pz_csv_reader_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), delimiter);
  for (gsize i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      const char *cell;

      g_assert_true (pz_csv_reader_next (reader, NULL));
      g_assert_cmpint (pz_csv_reader_get_problems (reader), ==, PZ_CSV_FINE);
      cell = pz_csv_reader_get_cell (reader, 0);
      if ((flags & PZ_CSV_EXACT) || !g_str_has_prefix (awkward[i], "'="))
        g_assert_cmpstr ((flags & PZ_CSV_EXACT) ? cell : pz_csv_text_without_guard (cell), ==, awkward[i]);
    }
  g_assert_false (pz_csv_reader_next (reader, NULL));
}

static void
test_reads_back (void)
{
  round_trip (PZ_CSV_EXACT, ',');
  round_trip (PZ_CSV_EXACT, ';');
  round_trip (PZ_CSV_EXACT, '\t');
  round_trip (PZ_CSV_PLAIN, ',');
}

static void
test_writes_numbers (void)
{
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (';', PZ_CSV_BOM);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  pz_csv_writer_add_number (writer, -2.5);
  pz_csv_writer_add_number (writer, 0.1);
  pz_csv_writer_add_number (writer, (double) NAN);
  pz_csv_writer_add_number (writer, 1.0 / 3);
  pz_csv_writer_end_row (writer);
  bytes = pz_csv_writer_finish (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF-2.5;0.1;;0.3333333333333333\r\n");
}

static void
test_leaves_out_nul (void)
{
  g_autoptr(PzCsvWriter) writer = pz_csv_writer_new (',', PZ_CSV_PLAIN);
  g_autoptr(GBytes) bytes = NULL;

  pz_csv_writer_add_text (writer, "\0=a\0b\xFF", 6);
  pz_csv_writer_add_text (writer, NULL, -1);
  bytes = pz_csv_writer_finish (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\"'=ab\xEF\xBF\xBD\",\"\"", 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/guards-formulas", test_guards_formulas);
  g_test_add_func ("/exchange/csv-writer/reads-back", test_reads_back);
  g_test_add_func ("/exchange/csv-writer/writes-numbers", test_writes_numbers);
  g_test_add_func ("/exchange/csv-writer/leaves-out-nul", test_leaves_out_nul);
  return g_test_run ();
}
