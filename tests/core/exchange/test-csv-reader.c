/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-csv-reader.h"

#include <string.h>

/* all rows, cells with | and rows with / between, problems as a number after the row */
static char *
read_all (const char *text,
          char        delimiter)
{
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (text, strlen (text), delimiter);
  g_autoptr(GError) error = NULL;
  GString *all = g_string_new (NULL);

  while (pz_csv_reader_next (reader, &error))
    {
      for (guint i = 0; i < pz_csv_reader_get_n_cells (reader); i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", pz_csv_reader_get_cell (reader, i));
      if (pz_csv_reader_get_problems (reader) != PZ_CSV_FINE)
        g_string_append_printf (all, "#%d", (int) pz_csv_reader_get_problems (reader));
      g_string_append_c (all, '/');
    }
  g_assert_no_error (error);
  return g_string_free (all, FALSE);
}

static void
test_reads (void)
{
  static const struct { const char *text; const char *rows; } cases[] = {
    { "", "" },
    { "a", "a/" },
    { "a,b\nc,d\n", "a|b/c|d/" },
    { "a,b\rc,d\r\ne,f", "a|b/c|d/e|f/" },
    { "a,\n,b\n", "a|/|b/" },
    { "\"a,1\",\"say \"\"hi\"\"\"\n", "a,1|say \"hi\"/" },
    { "\"a\nb\r\nc\",d\n", "a\nb\r\nc|d/" },
    { "\"\",\"\"\"\"\n", "|\"/" },
    { "a , \"b\" ,c\n", "a |b|c/" },
    { "a,b\nc\nd,e,f\n", "a|b/c#1/d|e|f#2/" },
    { "a,b\n\nc,d\n", "a|b/#1/c|d/" },
    /* quotes inside and after a cell, one never closed, one closed only by the next row's */
    { "5\" pipe,x\n", "5\" pipe|x/" },
    { "\"John \"Jim\" Smith\",x\n", "John \"Jim\" Smith|x#4/" },
    { "\"abc\" x,y\nd,e\n", "abc\" x|y#4/d|e/" },
    { "a,b\n\"c,d\ne,f\n", "a|b/c|d#8/e|f/" },
    { "a,b\n\"c,d\n\"e\",f\n", "a|b/c|d#8/e|f/" },
    { "sep=;\na;b,c\n", "a|b,c/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_all (cases[i].text, g_str_has_prefix (cases[i].text, "sep") ? '\0' : ',');

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_finds_delimiter (void)
{
  static const struct { const char *text; char delimiter; } cases[] = {
    { "", ',' },
    { "name\nAnna\n", ',' },
    { "a,b\n1,2\n", ',' },
    { "a;b;c\n1,5;2;3\n1,6;2;3\n", ';' },
    { "a\tb\n\"x, y\"\tz\n", '\t' },
    { "name;note\nAnna;likes red, blue, green\nBen;\n", ';' },
    { "name,note\n\"Meier; Anna\",x\n", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PzCsvReader) reader = pz_csv_reader_new (cases[i].text, strlen (cases[i].text), '\0');

      g_assert_cmpint (pz_csv_reader_get_delimiter (reader), ==, cases[i].delimiter);
    }
}

static void
test_counts_lines (void)
{
  static const char text[] = "a,b\r\n\"x\ny\r\nz\",1\r\rc,d\n";
  static const guint lines[] = { 1, 2, 5, 6 };
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (text, strlen (text), ',');

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (pz_csv_reader_next (reader, NULL));
      g_assert_cmpuint (pz_csv_reader_get_row (reader), ==, i + 1);
      g_assert_cmpuint (pz_csv_reader_get_line (reader), ==, lines[i]);
      g_assert_cmpint (pz_csv_reader_is_blank (reader), ==, i == 2);
    }
  g_assert_false (pz_csv_reader_next (reader, NULL));
}

static void
test_says_where_cells_stand (void)
{
  static const char text[] = "ab,\"c\"\"d\",e";
  g_autoptr(PzCsvReader) reader = pz_csv_reader_new (text, strlen (text), ',');
  gsize start, end;

  g_assert_true (pz_csv_reader_next (reader, NULL));
  g_assert_true (pz_csv_reader_get_cell_range (reader, 1, &start, &end));
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 8);
  g_assert_false (pz_csv_reader_get_cell_range (reader, 3, &start, &end));
  g_assert_cmpstr (pz_csv_reader_get_cell (reader, 3), ==, "");
}

static void
test_cuts_at_caps (void)
{
  g_autoptr(GString) wide = g_string_new (NULL);
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autofree char *cell = g_strnfill (PZ_CSV_MAX_CELL + 10, 'x');
  g_autoptr(PzCsvReader) cells_reader = NULL;
  g_autoptr(PzCsvReader) wide_reader = NULL;
  g_autoptr(PzCsvReader) rows_reader = NULL;
  g_autoptr(GError) error = NULL;

  cells_reader = pz_csv_reader_new (cell, strlen (cell), ',');
  g_assert_true (pz_csv_reader_next (cells_reader, NULL));
  g_assert_cmpuint (strlen (pz_csv_reader_get_cell (cells_reader, 0)), ==, PZ_CSV_MAX_CELL);
  g_assert_true (pz_csv_reader_get_problems (cells_reader) & PZ_CSV_CELL_CUT);

  for (guint i = 0; i < PZ_CSV_MAX_CELLS + 10; i++)
    g_string_append (wide, "1,");
  g_string_append (wide, "\n2");
  wide_reader = pz_csv_reader_new (wide->str, wide->len, ',');
  g_assert_true (pz_csv_reader_next (wide_reader, NULL));
  g_assert_cmpuint (pz_csv_reader_get_n_cells (wide_reader), ==, PZ_CSV_MAX_CELLS);
  g_assert_true (pz_csv_reader_get_problems (wide_reader) & PZ_CSV_CELLS_CUT);
  g_assert_true (pz_csv_reader_next (wide_reader, NULL));
  g_assert_cmpstr (pz_csv_reader_get_cell (wide_reader, 0), ==, "2");

  for (guint i = 0; i <= PZ_CSV_MAX_ROWS; i++)
    g_string_append (rows, "1\n");
  rows_reader = pz_csv_reader_new (rows->str, rows->len, ',');
  for (guint i = 0; i < PZ_CSV_MAX_ROWS; i++)
    g_assert_true (pz_csv_reader_next (rows_reader, NULL));
  g_assert_false (pz_csv_reader_next (rows_reader, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

/* each opening quote alone would be searched for its closing one through the whole cap: 10^10 steps */
static void
test_survives_many_open_quotes (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(PzCsvReader) reader = NULL;
  guint rows = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, i % 2 == 0 ? "a,\"\"\"b\n" : "\"\"\"\"\"\"c\n");
  reader = pz_csv_reader_new (text->str, text->len, ',');
  while (pz_csv_reader_next (reader, NULL))
    rows++;
  g_assert_cmpuint (rows, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/reads", test_reads);
  g_test_add_func ("/exchange/csv-reader/finds-delimiter", test_finds_delimiter);
  g_test_add_func ("/exchange/csv-reader/counts-lines", test_counts_lines);
  g_test_add_func ("/exchange/csv-reader/says-where-cells-stand", test_says_where_cells_stand);
  g_test_add_func ("/exchange/csv-reader/cuts-at-caps", test_cuts_at_caps);
  g_test_add_func ("/exchange/csv-reader/survives-many-open-quotes", test_survives_many_open_quotes);
  return g_test_run ();
}
