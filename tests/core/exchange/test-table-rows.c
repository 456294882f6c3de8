/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include <string.h>

static PzTableImport *
import (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PzTableImport *self = pz_table_import_new_from_bytes ("list.csv", bytes, &error);

  g_assert_no_error (error);
  return self;
}

/* the first cells of all rows, "Ana/Ben/" */
static void
assert_rows (PzTableImport *self,
             const char    *expected)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  PzTableRows rows;

  pz_table_rows_begin (&rows, self, messages);
  while (pz_table_rows_next (&rows))
    {
      g_autofree char *cell = pz_table_rows_dup_cell (&rows, 0);

      g_string_append_printf (text, "%s/", cell);
    }
  g_assert_false (pz_table_rows_next (&rows));
  pz_table_rows_end (&rows);
  g_assert_null (rows.table);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_the_header_is_no_row (void)
{
  g_autoptr(PzTableImport) self = import ("First name,Last name\nAna,Sol\nBen,Koch\n");

  assert_rows (self, "Ana/Ben/");
  /* and it can be read again, from the first */
  assert_rows (self, "Ana/Ben/");
}

static void
test_without_a_header_the_first_line_is_a_row (void)
{
  g_autoptr(PzTableImport) self = import ("First name,Last name\nAna,Sol\n");

  pz_table_import_set_has_header (self, FALSE);
  assert_rows (self, "First name/Ana/");
}

static void
test_a_header_alone_has_no_rows (void)
{
  g_autoptr(PzTableImport) self = import ("First name,Last name\n");

  assert_rows (self, "");
}

static void
test_cells_are_bare (void)
{
  g_autoptr(PzTableImport) self = import ("Name,Note\n  Ana Sol ,'=1\nBen,'tis\nCleo,\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  static const char *const expected[] = { "=1", "'tis", "" };
  PzTableRows rows;

  pz_table_rows_begin (&rows, self, messages);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *note = NULL;

      g_assert_true (pz_table_rows_next (&rows));
      name = pz_table_rows_dup_cell (&rows, 0);
      note = pz_table_rows_dup_cell (&rows, 1);
      g_assert_cmpstr (note, ==, expected[i]);
      if (i == 0)
        g_assert_cmpstr (name, ==, "Ana Sol");
    }
  pz_table_rows_end (&rows);
}

#define CANVAS "Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)\n"

static void
test_rows_of_a_gradebook_that_are_nobody (void)
{
  g_autoptr(PzTableImport) self = import (CANVAS ",,,,,Manual Posting\n    Points Possible,,,,,10\n"
                                          "\"Koch, Ben\",11,s-1,bkoch,5b,7\n\"Student, Test\",99,,,5b,\n"
                                          "\"Student, Test\",98,s-9,tstudent,5b,8\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  PzTableRows rows;
  guint n = 0;

  /* somebody of that name with a number of the school is a learner */
  assert_rows (self, "Koch, Ben/Student, Test/");
  pz_table_rows_begin (&rows, self, messages);
  while (pz_table_rows_next (&rows))
    n++;
  pz_table_rows_end (&rows);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_ROW_NOT_A_PERSON), ==, 2);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_TEST_STUDENT), ==, 1);
}

static void
test_elsewhere_a_test_student_is_one (void)
{
  g_autoptr(PzTableImport) self = import ("Name,Grade,Number\n\"Student, Test\",5,\n");

  assert_rows (self, "Student, Test/");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/table-rows/the-header-is-no-row", test_the_header_is_no_row);
  g_test_add_func ("/core/table-rows/without-a-header-the-first-line-is-a-row",
                   test_without_a_header_the_first_line_is_a_row);
  g_test_add_func ("/core/table-rows/a-header-alone-has-no-rows", test_a_header_alone_has_no_rows);
  g_test_add_func ("/core/table-rows/cells-are-bare", test_cells_are_bare);
  g_test_add_func ("/core/table-rows/rows-of-a-gradebook-that-are-nobody", test_rows_of_a_gradebook_that_are_nobody);
  g_test_add_func ("/core/table-rows/elsewhere-a-test-student-is-one", test_elsewhere_a_test_student_is_one);
  return g_test_run ();
}
