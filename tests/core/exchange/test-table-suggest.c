/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include <string.h>

/* columns as they come, before anything is said of them */
static PzTableImport *
make (const char *const *headers,
      guint              n)
{
  PzTableImport *self = g_new0 (PzTableImport, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (PzTableColumn));
  for (guint i = 0; i < n; i++)
    {
      PzTableColumn column = { .header = g_strdup (headers[i]), .field = PZ_TABLE_LEAVE_OUT };

      g_array_append_val (self->columns, column);
    }
  return self;
}

static void
drop (PzTableImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_free (g_array_index (self->columns, PzTableColumn, i).header);
  g_array_unref (self->columns);
  g_free (self);
}

/* headers by "|" */
static void
assert_suggests (const char *headers,
                 const char *expected,
                 gboolean    has_header)
{
  g_auto(GStrv) list = g_strsplit (headers, "|", -1);
  PzTableImport *self = make ((const char *const *) list, g_strv_length (list));
  g_autoptr(GString) fields = g_string_new (NULL);

  pz_table_import_suggest (self);
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (fields, "%s%s", i > 0 ? " " : "",
                            pz_table_field_to_name (g_array_index (self->columns, PzTableColumn, i).field));
  g_test_message ("%s", headers);
  g_assert_cmpstr (fields->str, ==, expected);
  g_assert_cmpint (self->has_header, ==, has_header);
  drop (self);
}

static void
test_each_field_once (void)
{
  assert_suggests ("First name|Last name|Level", "given-name family-name level", TRUE);
  assert_suggests ("First name|First name|Last name", "given-name leave-out family-name", TRUE);
}

static void
test_one_word_for_the_whole_name_or_a_part (void)
{
  /* beside a given name it is the family name, and the other way round */
  assert_suggests ("Name|Vorname", "family-name given-name", TRUE);
  assert_suggests ("Nombre|Apellidos", "given-name family-name", TRUE);
  /* alone it is the whole */
  assert_suggests ("Nombre|Grado", "full-name grade", TRUE);
  assert_suggests ("Nom", "full-name", TRUE);
  assert_suggests ("First name", "given-name", TRUE);
  /* with both, the whole says nothing new */
  assert_suggests ("Name|First name|Last name", "leave-out given-name family-name", TRUE);
}

static void
test_birth_dates_wait_until_they_are_asked_for (void)
{
  assert_suggests ("First name|Last name|Date of birth", "given-name family-name leave-out", TRUE);
}

static void
test_a_line_of_somebody_is_no_header (void)
{
  assert_suggests ("Ana Sol|ana@school.example", "leave-out leave-out", FALSE);
  assert_suggests ("Ana Sol|14.03.2016", "leave-out leave-out", FALSE);
  /* a known word decides */
  assert_suggests ("First name|ana@school.example", "given-name leave-out", TRUE);
  /* and where nothing tells, it is one */
  assert_suggests ("Bla|Blub", "leave-out leave-out", TRUE);
}

static void
test_a_gradebook_is_known_by_all_its_headers (void)
{
  static const char *const canvas[] = { "Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Essay (1)" };

  for (guint n = 4; n <= 6; n++)
    {
      PzTableImport *self = make (canvas, n);

      pz_table_import_suggest (self);
      g_assert_cmpint (self->is_canvas, ==, n >= 5);
      drop (self);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/table-suggest/each-field-once", test_each_field_once);
  g_test_add_func ("/core/table-suggest/one-word-for-the-whole-name-or-a-part",
                   test_one_word_for_the_whole_name_or_a_part);
  g_test_add_func ("/core/table-suggest/birth-dates-wait-until-they-are-asked-for",
                   test_birth_dates_wait_until_they_are_asked_for);
  g_test_add_func ("/core/table-suggest/a-line-of-somebody-is-no-header", test_a_line_of_somebody_is_no_header);
  g_test_add_func ("/core/table-suggest/a-gradebook-is-known-by-all-its-headers",
                   test_a_gradebook_is_known_by_all_its_headers);
  return g_test_run ();
}
