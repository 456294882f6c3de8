/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-series-file.h"

#include "pz-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static PzSeriesFile *
parse (const char        *text,
       PzRosterMessages  *messages,
       GError           **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pz_series_file_parse ("series.csv", bytes, messages, error);
}

static PzSeriesFile *
read_fine (const char *text)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GError) error = NULL;
  PzSeriesFile *file = parse (text, messages, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < pz_roster_messages_get_n (messages); i++)
    g_test_message ("%s", pz_roster_messages_get (messages, i)->text);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 0);
  return file;
}

static const PzSeriesPhase *
get_phase (const PzSeriesFile *file,
           guint               index)
{
  g_assert_cmpuint (index, <, file->phases->len);
  return g_ptr_array_index (file->phases, index);
}

static void
assert_point (const PzSeriesPhase *phase,
              gsize                index,
              double               x,
              double               y)
{
  g_assert_cmpuint (index, <, phase->n);
  g_assert_cmpfloat_with_epsilon (phase->x[index], x, 1e-12);
  g_assert_cmpfloat_with_epsilon (phase->y[index], y, 1e-12);
}

static void
test_phases_in_order (void)
{
  g_autoptr(PzSeriesFile) file = read_fine ("values,mt,phase\n7.0,1,B\n9.5,2,B\n,3,B\n-8,4,A\n1e2,5.5,A\n2,6,B\n");

  g_assert_cmpuint (file->phases->len, ==, 2);
  g_assert_cmpuint (file->n, ==, 5);
  g_assert_cmpuint (file->n_empty, ==, 1);
  g_assert_cmpuint (file->first_day, ==, 0);
  g_assert_cmpfloat_with_epsilon (file->newest_start, 6, 1e-12);
  g_assert_cmpstr (get_phase (file, 0)->name, ==, "B");
  g_assert_cmpuint (get_phase (file, 0)->n, ==, 3);
  assert_point (get_phase (file, 0), 1, 2, 9.5);
  assert_point (get_phase (file, 1), 0, 4, -8);
  assert_point (get_phase (file, 1), 1, 5.5, 100);
}

/* header, delimiter and decimals as they come */
static const char *const spellings[] = {
  "values,mt,phase\n1.5,1,A\n2,2,A\n",
  "Score;MT;Phase\r\n1,5;1;A\r\n2;2;A\r\n",
  "phase\tcompliance\tday\nA\t1.5\t1\nA\t2\t2",
  "\xEF\xBB\xBF\"value\" , \"mt\" , \"phase\"\n1.5,1,A\n2,2,A\n",
  "value,mt\n1.5,1\n2,2\n",
  "sep=;\nvalue;mt\n1.5;1\n2;2\n",
  "value,mt,phase\n1.5,1,A\nNA,1.5,A\nNone,1.7,A\n\n2,2,A\n,,\n",
};

static void
test_spellings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr(PzSeriesFile) file = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      file = read_fine (spellings[i]);
      g_assert_cmpuint (file->phases->len, ==, 1);
      g_assert_cmpstr (get_phase (file, 0)->name, ==, "A");
      g_assert_cmpuint (get_phase (file, 0)->n, ==, 2);
      assert_point (get_phase (file, 0), 0, 1, 1.5);
      assert_point (get_phase (file, 0), 1, 2, 2);
    }
}

static void
test_dates_are_days_since_the_first (void)
{
  g_autoptr(PzSeriesFile) file = read_fine ("date,score\n2026-09-07,4\n2026-09-14,5\n2026-10-07,6\n");
  g_autoptr(PzSeriesFile) british = read_fine ("date,score\n07/09/2026,4\n14/09/2026,5\n07/10/2026,6\n");
  double due = 0;

  g_assert_cmpuint (file->first_day, >, 0);
  assert_point (get_phase (file, 0), 0, 0, 4);
  assert_point (get_phase (file, 0), 2, 30, 6);
  assert_point (get_phase (british, 0), 2, 30, 6);
  g_assert_true (pz_series_file_read_time (file, "2026-09-17", &due));
  g_assert_cmpfloat_with_epsilon (due, 10, 1e-12);
  g_assert_false (pz_series_file_read_time (file, "10", &due));
}

static void
test_times_are_numbers_of_the_file (void)
{
  g_autoptr(PzSeriesFile) file = read_fine ("mt,score\n5,4\n9,5\n");
  double due = 0;

  g_assert_true (pz_series_file_read_time (file, "98.5", &due));
  g_assert_cmpfloat_with_epsilon (due, 98.5, 1e-12);
  g_assert_false (pz_series_file_read_time (file, "2026-09-17", &due));
  g_assert_false (pz_series_file_read_time (file, "inf", &due));
}

/* text, code, line: the rest is read all the same */
static const struct
{
  const char *text;
  PzRosterCode code;
  guint line;
  guint n;
} oddities[] = {
  { "value,mt\n1,1\nmany,2\n3,3\n", PZ_ROSTER_CODE_NO_NUMBER, 3, 2 },
  { "value,mt\n1,1\ninf,2\n3,3\n", PZ_ROSTER_CODE_NO_NUMBER, 3, 2 },
  { "value,mt\n1,1\n0x10,2\n3,3\n", PZ_ROSTER_CODE_NO_NUMBER, 3, 2 },
  { "value,mt\n1,1\n1e10,2\n3,3\n", PZ_ROSTER_CODE_NO_NUMBER, 3, 2 },
  { "value,mt\n1,1\n\"1,5\",2\n3,3\n", PZ_ROSTER_CODE_NO_NUMBER, 3, 2 },
  { "value,mt\n1,1\n2,\n3,3\n", PZ_ROSTER_CODE_NO_TIME, 3, 2 },
  { "value,mt\n1,1\n2,2026-09-07\n3,3\n", PZ_ROSTER_CODE_NO_TIME, 3, 2 },
  { "value,date\n1,2026-09-07\n2,45000\n3,2026-09-09\n", PZ_ROSTER_CODE_NO_TIME, 3, 2 },
  { "value,date\n1,2026-09-07\n2,2026-13-07\n3,2026-09-09\n", PZ_ROSTER_CODE_NO_TIME, 3, 2 },
  { "value,date\n1,2026-09-07\n2,1/05/2026\n3,2026-09-09\n", PZ_ROSTER_CODE_NO_TIME, 3, 2 },
  { "value,mt,phase\n1,1,\n2,2,A\n", PZ_ROSTER_CODE_NO_PHASE, 2, 1 },
  { "value,mt,phase\n1,1,A\n2,2,\n", PZ_ROSTER_CODE_PHASE_CONTINUED, 3, 2 },
  { "value,mt\n1,5\n2,2\n", PZ_ROSTER_CODE_NOT_IN_ORDER, 0, 2 },
  { "value,mt,mood\n1,1,good\n", PZ_ROSTER_CODE_UNKNOWN_COLUMNS, 1, 1 },
  { "value,mt\n1,1\n2,2,3\n", PZ_ROSTER_CODE_ROW_LONG, 3, 2 },
  { "value,mt\n1,1\nvalue,mt\n2,2\n", PZ_ROSTER_CODE_HEADER_REPEATED, 3, 2 },
};

static void
test_odd_rows_are_reported_with_their_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (oddities); i++)
    {
      g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(PzSeriesFile) file = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      file = parse (oddities[i].text, messages, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (file->n, ==, oddities[i].n);
      g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
      g_assert_cmpint (pz_roster_messages_get (messages, 0)->code, ==, oddities[i].code);
      g_assert_cmpuint (pz_roster_messages_get (messages, 0)->line, ==, oddities[i].line);
    }
}

static void
test_rows_are_sorted_by_time (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzSeriesFile) file = parse ("value,mt,phase\n1,9,B\n2,1,A\n3,9,B\n4,1,A\n5,0,A\n", messages, NULL);

  g_assert_cmpstr (get_phase (file, 0)->name, ==, "A");
  assert_point (get_phase (file, 0), 0, 0, 5);
  /* rows of one time stay in the order of the file */
  assert_point (get_phase (file, 0), 1, 1, 2);
  assert_point (get_phase (file, 0), 2, 1, 4);
  assert_point (get_phase (file, 1), 0, 9, 1);
  assert_point (get_phase (file, 1), 1, 9, 3);
}

static const struct
{
  const char *text;
  int code;
} rejects[] = {
  { "", PZ_ERROR_INVALID },
  { "points,mt\n1,1\n", PZ_ERROR_INVALID },
  { "value,week\n1,1\n", PZ_ERROR_INVALID },
  { "value,mt\n", PZ_ERROR_INVALID },
  { "value,mt\n,1\n,2\n", PZ_ERROR_INVALID },
  { "value,mt\nmany,1\n", PZ_ERROR_INVALID },
};

static void
test_rejects (void)
{
  g_autoptr(GBytes) picture = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GError) no_text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (parse (rejects[i].text, messages, &error));
      g_assert_error (error, PZ_ERROR, rejects[i].code);
    }
  g_assert_null (pz_series_file_parse ("a.csv", picture, messages, &no_text));
  g_assert_error (no_text, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED);
}

static void
test_too_many_measurements (void)
{
  g_autoptr(GString) text = g_string_new ("value,mt\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzSeriesFile) most = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < PZ_SERIES_FILE_MAX_POINTS; i++)
    g_string_append_printf (text, "1,%u\n", i);
  most = read_fine (text->str);
  g_assert_cmpuint (most->n, ==, PZ_SERIES_FILE_MAX_POINTS);
  g_string_append (text, "1,900000\n");
  g_assert_null (parse (text->str, messages, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
}

static void
test_loads_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("personalize-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "series.csv", NULL);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzSeriesFile) file = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_series_file_load (path, messages, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "value,mt\n1,1\nx,2\n", -1, NULL));
  file = pz_series_file_load (path, messages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->n, ==, 1);
  g_assert_cmpstr (pz_roster_messages_get (messages, 0)->file, ==, "series.csv");
  g_assert_cmpint (g_unlink (path) + g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/series-file/phases-in-order", test_phases_in_order);
  g_test_add_func ("/exchange/series-file/spellings", test_spellings);
  g_test_add_func ("/exchange/series-file/dates-are-days-since-the-first", test_dates_are_days_since_the_first);
  g_test_add_func ("/exchange/series-file/times-are-numbers-of-the-file", test_times_are_numbers_of_the_file);
  g_test_add_func ("/exchange/series-file/odd-rows-are-reported-with-their-lines",
                   test_odd_rows_are_reported_with_their_lines);
  g_test_add_func ("/exchange/series-file/rows-are-sorted-by-time", test_rows_are_sorted_by_time);
  g_test_add_func ("/exchange/series-file/rejects", test_rejects);
  g_test_add_func ("/exchange/series-file/too-many-measurements", test_too_many_measurements);
  g_test_add_func ("/exchange/series-file/loads-a-file", test_loads_a_file);
  return g_test_run ();
}
