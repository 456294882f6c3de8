/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
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

/* "given/family@line", by blanks; takes the import */
static char *
list (PzTableImport    *self,
      PzRosterMessages *messages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = pz_table_import_list_people (self, messages, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      const PzRosterPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (text, "%s%s/%s@%u", i > 0 ? " " : "", person->given_name != NULL ? person->given_name : "-",
                              person->family_name != NULL ? person->family_name : "-", person->line);
    }
  pz_table_import_free (self);
  return g_string_free (text, FALSE);
}

static void
test_people_in_the_order_of_the_file (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *people = list (import ("First name,Last name\nZoe,Sol\nBen,Koch\n"), messages);
  g_autofree char *whole = list (import ("Full name\n\"Sol, Zoe\"\nBen Koch\n"), messages);
  g_autofree char *nobody = list (import ("First name,Last name\n"), messages);

  g_assert_cmpstr (people, ==, "Zoe/Sol@2 Ben/Koch@3");
  g_assert_cmpstr (whole, ==, "Zoe/Sol@2 Ben/Koch@3");
  g_assert_cmpstr (nobody, ==, "");
}

static void
test_a_row_without_a_name_is_nobody (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *people = list (import ("First name,Last name,Level\n,,A\nAna,,B\n,Koch,C\n"), messages);

  g_assert_cmpstr (people, ==, "Ana/-@3 -/Koch@4");
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_FAMILY_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_GIVEN_NAME), ==, 1);
}

static void
test_the_second_of_a_number_is_left_out_of_a_name_told (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *people = list (import ("First name,Last name,Student number\nAna,Sol,1\nBen,Koch,1\nANA,Sol,2\n"), messages);

  g_assert_cmpstr (people, ==, "Ana/Sol@2 ANA/Sol@4");
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_ID_TWICE), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NAME_TWICE), ==, 1);
}

static void
test_columns_left_out_are_told_once (void)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autofree char *people = list (import ("First name,Last name,Shoes,Hat\nAna,Sol,36,M\nBen,Koch,37,L\n"), messages);

  g_assert_cmpstr (people, ==, "Ana/Sol@2 Ben/Koch@3");
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_UNKNOWN_COLUMNS), ==, 1);
}

static void
test_refuses_a_table_without_names (void)
{
  g_autoptr(PzTableImport) self = import ("Level,Grade\nA,5\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_table_import_list_people (self, messages, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_birth_dates_are_read_when_asked_for (void)
{
  PzTableImport *self = import ("First name,Last name,Born\nAna,Sol,14.03.2016\nBen,Koch,31.02.2016\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;

  pz_table_import_set_field (self, 2, PZ_TABLE_BIRTH_DATE);
  people = pz_table_import_list_people (self, messages, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((PzRosterPerson *) g_ptr_array_index (people, 0))->birth_date, ==, "2016-03-14");
  g_assert_null (((PzRosterPerson *) g_ptr_array_index (people, 1))->birth_date);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_DATE_UNREADABLE), ==, 1);
  pz_table_import_free (self);
}

static void
test_only_languages_have_commas_between (void)
{
  g_auto(GStrv) languages = pz_table_split_list (PZ_TABLE_HOME_LANGUAGES, "Arabic, Turkish/Greek; Dutch");
  g_auto(GStrv) interests = pz_table_split_list (PZ_TABLE_INTERESTS, "Birds, also owls; Chess\nMusic");

  g_assert_cmpuint (g_strv_length (languages), ==, 4);
  g_assert_cmpstr (languages[2], ==, "Greek");
  g_assert_cmpuint (g_strv_length (interests), ==, 3);
  g_assert_cmpstr (interests[0], ==, "Birds, also owls");
  g_assert_cmpstr (interests[2], ==, "Music");
}

/* takes the import */
static void
assert_examples (PzTableImport *self,
                 guint          column,
                 PzTableField   field,
                 const char    *expected)
{
  g_auto(GStrv) examples = NULL;
  g_autofree char *text = NULL;

  pz_table_import_set_field (self, column, field);
  examples = pz_table_import_dup_examples (self, column, 2);
  text = g_strjoinv (" # ", examples);
  g_assert_cmpstr (text, ==, expected);
  pz_table_import_free (self);
}

static void
test_examples_show_how_cells_are_understood (void)
{
  static const char table[] = "A,B,C\n\"Sol, Zoe\",,14.03.2016\nBen,Arabic; Dutch,14.03.2016\nBen,Chess,13.2.\nCleo,x,y\n";

  assert_examples (import (table), 0, PZ_TABLE_FULL_NAME, "Zoe | Sol # Ben");
  assert_examples (import (table), 0, PZ_TABLE_LEAVE_OUT, "Sol, Zoe # Ben");
  assert_examples (import (table), 1, PZ_TABLE_HOME_LANGUAGES, "Arabic | Dutch # Chess");
  assert_examples (import (table), 2, PZ_TABLE_BIRTH_DATE, "14.03.2016 → 2016-03-14 # 13.2. → ?");
  assert_examples (import ("A,B\n"), 1, PZ_TABLE_LEVEL, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/table-people/people-in-the-order-of-the-file", test_people_in_the_order_of_the_file);
  g_test_add_func ("/core/table-people/a-row-without-a-name-is-nobody", test_a_row_without_a_name_is_nobody);
  g_test_add_func ("/core/table-people/the-second-of-a-number-is-left-out-of-a-name-told",
                   test_the_second_of_a_number_is_left_out_of_a_name_told);
  g_test_add_func ("/core/table-people/columns-left-out-are-told-once", test_columns_left_out_are_told_once);
  g_test_add_func ("/core/table-people/refuses-a-table-without-names", test_refuses_a_table_without_names);
  g_test_add_func ("/core/table-people/birth-dates-are-read-when-asked-for", test_birth_dates_are_read_when_asked_for);
  g_test_add_func ("/core/table-people/only-languages-have-commas-between", test_only_languages_have_commas_between);
  g_test_add_func ("/core/table-people/examples-show-how-cells-are-understood",
                   test_examples_show_how_cells_are_understood);
  return g_test_run ();
}
