/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-table.h"

#include <string.h>

static const char text[] =
  "\n Sourced ID ,given name,Grade,,password,Grade\n"
  "a, Anna ,\"5, 6\",x,pw,7\n"
  ";;\n,,,,,\n"
  "Sourced ID,given name,Grade,,password,Grade\n"
  "b,\"Ben\" B\n";

static void
test_reads_by_name (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(PzRosterFile) file = pz_roster_file_new ("users.csv", bytes, NULL);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzRosterTable) table = pz_roster_table_new (file, messages);
  g_auto(GStrv) grades = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpuint (pz_roster_table_get_n_columns (table), ==, 6);
  g_assert_cmpstr (pz_roster_table_get_header (table, 0), ==, "Sourced ID");
  g_assert_true (pz_roster_table_has (table, "givenName"));
  g_assert_true (pz_roster_table_has (table, "grades"));
  g_assert_false (pz_roster_table_has (table, "familyName"));
  g_assert_true (pz_roster_table_next (table));
  g_assert_cmpuint (pz_roster_table_get_line (table), ==, 3);
  g_assert_cmpstr (pz_roster_table_get (table, "sourcedId"), ==, "a");
  g_assert_cmpstr (pz_roster_table_get_cell (table, 3), ==, "x");
  g_assert_cmpstr (pz_roster_table_get (table, "password"), ==, "");
  name = pz_roster_table_dup (table, "GIVENNAME");
  g_assert_cmpstr (name, ==, "Anna");
  g_assert_null (pz_roster_table_dup (table, "familyName"));
  grades = pz_roster_table_dup_list (table, "grades");
  g_assert_cmpstr (grades[1], ==, "6");
  g_assert_true (pz_roster_table_next (table)); /* ;; is a short row of one cell */
  g_assert_true (pz_roster_table_next (table));
  g_assert_cmpstr (pz_roster_table_get (table, "sourcedId"), ==, "b");
  g_assert_false (pz_roster_table_next (table));
}

static void
test_reports (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(PzRosterFile) file = pz_roster_file_new ("users.csv", bytes, NULL);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzRosterTable) table = pz_roster_table_new (file, messages);

  pz_roster_table_expect (table, "sourcedId grades password");
  while (pz_roster_table_next (table))
    pz_roster_table_report (table, PZ_ROSTER_CODE_NO_ID, "Sourced ID");
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_COLUMN_TWICE), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_COLUMN_WITHOUT_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_CREDENTIALS_DROPPED), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_UNKNOWN_COLUMNS), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_OTHER_COLUMN_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_HEADER_REPEATED), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_ROW_SHORT), ==, 2);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_QUOTES), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_ID), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/roster-table/reads-by-name", test_reads_by_name);
  g_test_add_func ("/exchange/roster-table/reports", test_reports);
  return g_test_run ();
}
