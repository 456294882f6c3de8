/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-person.h"
#include "pz-table-import.h"

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

static void
assert_fields (PzTableImport *self,
               const char    *expected)
{
  g_autoptr(GString) fields = g_string_new (NULL);

  for (guint i = 0; i < pz_table_import_get_n_columns (self); i++)
    g_string_append_printf (fields, "%s%s", i > 0 ? " " : "",
                            pz_table_field_to_name (pz_table_import_get_field (self, i)));
  g_assert_cmpstr (fields->str, ==, expected);
}

static GPtrArray *
list (PzTableImport    *self,
      PzRosterMessages *messages)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *people = pz_table_import_list_people (self, messages, &error);

  g_assert_no_error (error);
  return people;
}

static void
test_suggests (void)
{
  static const struct { const char *header; const char *fields; } cases[] = {
    { "First name,Last name,Email address,Groups", "given-name family-name email leave-out" },
    { "Student,ID,SIS User ID,SIS Login ID,Section", "full-name leave-out sourced-id leave-out leave-out" },
    { "Last Name,First Name,Email Address", "family-name given-name email" },
    { "Student_id,Student_number,Last_name,First_name,Grade,DOB",
      "sourced-id leave-out family-name given-name grade leave-out" },
    { "Name;Vorname;Geburtsdatum;Klasse", "family-name given-name leave-out leave-out" },
    { "Nom;Prénom", "family-name given-name" },
    { "Nombre;Apellidos", "given-name family-name" },
    { "Nombre;Fecha de nacimiento", "full-name leave-out" },
    { "Fornavn,Etternavn,Født,Trinn,Personnr", "given-name family-name leave-out grade leave-out" },
    { "الاسم;المستوى", "full-name level" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\nx,y\n", NULL);
      g_autoptr(PzTableImport) self = import (text);

      assert_fields (self, cases[i].fields);
      g_assert_true (pz_table_import_get_has_header (self));
    }
}

static void
test_reads_people (void)
{
  g_autoptr(PzTableImport) self = import (
    "Vorname;Nachname;Niveau;Geburtsdatum;Muttersprache;Interessen;Bemerkung;Schülernummer\r\n"
    "Zoë;van Dijk;A;14.03.2016;Arabisch, Deutsch;\"Fußball; Lesen, Rätsel\";\"zwei\nZeilen\";7\r\n"
    "Yuki;;B;31.02.2016;;;;8\r\n"
    ";;;;;;;9\r\n"
    "zoe;Van  Dijk;;;;;;10\r\n"
    "Ben;Koch;;;;;'=1;8\r\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;
  const PzRosterPerson *first;

  pz_table_import_set_field (self, 3, PZ_TABLE_BIRTH_DATE);
  people = list (self, messages);
  first = g_ptr_array_index (people, 0);

  g_assert_cmpint (pz_table_import_get_delimiter (self), ==, ';');
  g_assert_cmpint (pz_table_import_get_info (self)->encoding, ==, PZ_ENCODING_UTF_8);
  g_assert_cmpuint (pz_table_import_get_n_rows (self), ==, 5);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpstr (first->given_name, ==, "Zoë");
  g_assert_cmpstr (first->family_name, ==, "van Dijk");
  g_assert_cmpstr (first->level, ==, "A");
  g_assert_cmpstr (first->birth_date, ==, "2016-03-14");
  g_assert_cmpstr (first->home_languages[1], ==, "Deutsch");
  g_assert_cmpstr (first->interests[1], ==, "Lesen, Rätsel");
  g_assert_cmpstr (first->notes, ==, "zwei\nZeilen");
  g_assert_cmpstr (first->sourced_id, ==, "7");
  g_assert_cmpint (first->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_cmpuint (((const PzRosterPerson *) g_ptr_array_index (people, 1))->line, ==, 4);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_FAMILY_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NO_NAME), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_NAME_TWICE), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_ID_TWICE), ==, 1);
  g_assert_cmpuint (pz_roster_messages_count_code (messages, PZ_ROSTER_CODE_DATE_UNREADABLE), ==, 1);
}

static void
test_canvas (void)
{
  g_autoptr(PzTableImport) self = import (
    "Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)\n"
    ",,,,,Manual Posting\n"
    "    Points Possible,,,,,10\n"
    "\"Koch, Ben\",11,s-1,bkoch,5b,7\n"
    "\"de la Cruz, Amy Jo\",12,s-2,acruz,5b,8\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = list (self, messages);
  const PzRosterPerson *second = g_ptr_array_index (people, 1);
  g_auto(GStrv) examples = pz_table_import_dup_examples (self, 0, 3);
  g_auto(GStrv) logins = pz_table_import_dup_examples (self, 3, 3);

  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpuint (pz_table_import_get_n_rows (self), ==, 2);
  g_assert_cmpstr (second->given_name, ==, "Amy Jo");
  g_assert_cmpstr (second->family_name, ==, "de la Cruz");
  g_assert_cmpstr (second->sourced_id, ==, "s-2");
  g_assert_cmpuint (pz_roster_messages_count_code (pz_table_import_get_messages (self),
                                                   PZ_ROSTER_CODE_ROW_NOT_A_PERSON), ==, 2);
  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_cmpuint (g_strv_length (examples), ==, 2);
  g_assert_cmpstr (examples[0], ==, "Ben | Koch");
  g_assert_cmpuint (g_strv_length (logins), ==, 0);
}

static void
test_the_test_student_of_canvas (void)
{
  /* a person of that name has a number, and other tables are not about courses of Canvas */
  static const struct { const char *text; guint n_people; } rows[] = {
    { "Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)\n\"Student, Test\",1,,x,5b,\n\"Koch, Ben\",2,s-1,b,5b,7\n", 1 },
    { "Student,ID,SIS User ID,SIS Login ID,Section\nTest Student,1,,x,5b\n\"Koch, Ben\",2,s-1,b,5b\n", 1 },
    { "Student,ID,SIS User ID,SIS Login ID,Section\n\"Student, Test\",1,s-2,x,5b\n\"Koch, Ben\",2,s-1,b,5b\n", 2 },
    { "Student,ID,SIS User ID,Section\n\"Student, Test\",1,,5b\n\"Koch, Ben\",2,s-1,5b\n", 2 },
    { "Student,SIS User ID\nTest Student,\n\"Koch, Ben\",s-1\n", 2 },
    { "First name,Last name\nTest,Student\nBen,Koch\n", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PzTableImport) self = import (rows[i].text);
      g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
      g_autoptr(GPtrArray) people = list (self, messages);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (people->len, ==, rows[i].n_people);
      g_assert_cmpuint (pz_roster_messages_count_code (pz_table_import_get_messages (self), PZ_ROSTER_CODE_TEST_STUDENT),
                        ==, 2 - rows[i].n_people);
    }
}

static void
test_says_what_it_leaves_out (void)
{
  g_autoptr(PzTableImport) self = import ("Name,House,,Login ID,Section\nAnna Meier,red,x,amei,5b\nBen Koch,blue,,,\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzRosterMessages) nothing = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = list (self, messages);
  g_autoptr(GPtrArray) again = NULL;

  g_assert_cmpuint (pz_roster_messages_get_n (messages), ==, 1);
  g_assert_cmpint (pz_roster_messages_get (messages, 0)->code, ==, PZ_ROSTER_CODE_UNKNOWN_COLUMNS);
  g_assert_cmpstr (pz_roster_messages_get (messages, 0)->column, ==, "House, Section");
  g_assert_cmpuint (pz_roster_messages_get (messages, 0)->line, ==, 1);
  pz_table_import_set_field (self, 1, PZ_TABLE_NOTES);
  pz_table_import_set_field (self, 4, PZ_TABLE_LEVEL);
  again = list (self, nothing);
  g_assert_cmpuint (pz_roster_messages_get_n (nothing), ==, 0);
}

static void
test_mapping_changes (void)
{
  g_autoptr(PzTableImport) self = import ("who,Essay,Name\nAnna Meier,good,x\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;
  const PzRosterPerson *person;

  assert_fields (self, "leave-out leave-out full-name");
  pz_table_import_set_field (self, 0, PZ_TABLE_FULL_NAME);
  assert_fields (self, "full-name leave-out leave-out");
  g_assert_true (pz_table_import_map (self, "ESSAY=notes", &error));
  g_assert_true (pz_table_import_map (self, "3=level", &error));
  assert_fields (self, "full-name notes level");
  g_assert_false (pz_table_import_map (self, "who=password", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (pz_table_import_map (self, "4=level", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  people = list (self, messages);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (person->family_name, ==, "Meier");
  g_assert_cmpstr (person->notes, ==, "good");
  pz_table_import_set_field (self, 0, PZ_TABLE_LEAVE_OUT);
  g_assert_null (pz_table_import_list_people (self, messages, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_asks_for_day_order (void)
{
  g_autoptr(PzTableImport) asks = import ("Name,Birth date\nAnna,1/05/2016\nBen,2/06/2016\n");
  g_autoptr(PzTableImport) knows = import ("Name,Birth date\nAnna,1/05/2016\nBen,25/06/2016\n");
  g_autoptr(PzTableImport) torn = import ("Name,Birth date\nAnna,1/05/2016\nBen,25/06/2016\nCai,06/25/2016\n");
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;

  g_assert_false (pz_table_import_needs_day_order (asks));
  pz_table_import_set_field (asks, 1, PZ_TABLE_BIRTH_DATE);
  pz_table_import_set_field (knows, 1, PZ_TABLE_BIRTH_DATE);
  pz_table_import_set_field (torn, 1, PZ_TABLE_BIRTH_DATE);
  before = pz_table_import_dup_examples (asks, 1, 1);
  g_assert_true (pz_table_import_needs_day_order (asks));
  g_assert_cmpstr (before[0], ==, "1/05/2016 → ?");
  pz_table_import_set_day_order (asks, PZ_DAY_ORDER_MONTH_FIRST);
  g_assert_false (pz_table_import_needs_day_order (asks));
  after = pz_table_import_dup_examples (asks, 1, 1);
  g_assert_cmpstr (after[0], ==, "1/05/2016 → 2016-01-05");
  g_assert_false (pz_table_import_needs_day_order (knows));
  g_assert_cmpint (pz_table_import_get_day_order (knows, 1), ==, PZ_DAY_ORDER_DAY_FIRST);
  g_assert_true (pz_table_import_needs_day_order (torn));
}

static void
test_without_header (void)
{
  g_autoptr(PzTableImport) self = import ("Anna Meier,anna@school.example\nBen Koch,ben@school.example\n");
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;

  g_assert_false (pz_table_import_get_has_header (self));
  g_assert_cmpuint (pz_table_import_get_n_rows (self), ==, 2);
  g_assert_cmpstr (pz_table_import_get_header (self, 0), ==, "");
  pz_table_import_set_field (self, 0, PZ_TABLE_FULL_NAME);
  people = list (self, messages);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((const PzRosterPerson *) g_ptr_array_index (people, 0))->given_name, ==, "Anna");
  pz_table_import_set_has_header (self, TRUE);
  g_assert_cmpuint (pz_table_import_get_n_rows (self), ==, 1);
  g_assert_cmpstr (pz_table_import_get_header (self, 0), ==, "Anna Meier");
}

static void
test_remembers_by_header (void)
{
  g_autoptr(PzTableImport) a = import ("First name,Last name\nA,B\n");
  g_autoptr(PzTableImport) b = import (" first NAME ;Last name\nC;D\n");
  g_autoptr(PzTableImport) c = import ("First name,Last\nA,B\n");
  g_autofree char *key_a = pz_table_import_dup_header_key (a);
  g_autofree char *key_b = pz_table_import_dup_header_key (b);
  g_autofree char *key_c = pz_table_import_dup_header_key (c);

  g_assert_cmpstr (key_a, ==, key_b);
  g_assert_cmpstr (key_a, !=, key_c);
}

static void
test_refuses_nothing (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_table_import_new_from_bytes ("empty.csv", bytes, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-import/suggests", test_suggests);
  g_test_add_func ("/exchange/table-import/reads-people", test_reads_people);
  g_test_add_func ("/exchange/table-import/canvas", test_canvas);
  g_test_add_func ("/exchange/table-import/the-test-student-of-canvas", test_the_test_student_of_canvas);
  g_test_add_func ("/exchange/table-import/says-what-it-leaves-out", test_says_what_it_leaves_out);
  g_test_add_func ("/exchange/table-import/mapping-changes", test_mapping_changes);
  g_test_add_func ("/exchange/table-import/asks-for-day-order", test_asks_for_day_order);
  g_test_add_func ("/exchange/table-import/without-header", test_without_header);
  g_test_add_func ("/exchange/table-import/remembers-by-header", test_remembers_by_header);
  g_test_add_func ("/exchange/table-import/refuses-nothing", test_refuses_nothing);
  return g_test_run ();
}
