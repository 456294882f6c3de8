/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-fields.h"

#include <string.h>

static const PzField *
get_field (guint field)
{
  return &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field];
}

static void
assert_usable (guint       field,
               const char *text,
               const char *usable)
{
  g_autofree char *found = pz_import_usable_text (get_field (field), text);

  g_assert_cmpstr (found, ==, usable);
}

static void
test_what_it_is_about (void)
{
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_import_difference_free);
  PzImportDifference *field, *contact, *lens;

  field = pz_import_difference_add (differences, PZ_LEARNER_GIVEN_NAME, NULL, g_strdup ("Ada"));
  contact = pz_import_difference_add (differences, 0, NULL, g_strdup ("Mo, mother"));
  contact->kind = PZ_IMPORT_CONTACT;
  lens = pz_import_difference_add (differences, PZ_LEARNER_LENS_VALUES, g_strdup ("one"), g_strdup ("both"));
  lens->kind = PZ_IMPORT_LENS;
  lens->name = g_strdup ("Language at home");

  g_assert_cmpuint (differences->len, ==, 3);
  g_assert_cmpstr (field->after, ==, "Ada");
  g_assert_cmpstr (pz_import_difference_get_name (field), ==, "given-name");
  g_assert_cmpstr (pz_import_difference_get_label (field), ==, "Given name");
  g_assert_cmpstr (pz_import_difference_get_name (contact), ==, "contact");
  g_assert_cmpstr (pz_import_difference_get_label (contact), ==, "Contact");
  g_assert_cmpstr (pz_import_difference_get_label (lens), ==, "Language at home");
}

static void
test_blanks_and_control_characters_are_one_blank (void)
{
  assert_usable (PZ_LEARNER_GIVEN_NAME, "  Ada \t\r\n  Maria\001 ", "Ada Maria");
  assert_usable (PZ_LEARNER_NOTES, "first\nsecond\tline", "first\nsecond line"); /* a long text keeps its lines */
}

static void
test_nothing_that_can_be_kept (void)
{
  assert_usable (PZ_LEARNER_GIVEN_NAME, NULL, NULL);
  assert_usable (PZ_LEARNER_GIVEN_NAME, " \n\t ", NULL);
  assert_usable (PZ_LEARNER_BIRTH_DATE, "yesterday", NULL);
}

static void
test_is_cut_at_the_length_of_the_field (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *usable = NULL;
  double most = get_field (PZ_LEARNER_GIVEN_NAME)->maximum;

  for (guint i = 0; i < most + 10; i++)
    g_string_append (text, "ä");
  usable = pz_import_usable_text (get_field (PZ_LEARNER_GIVEN_NAME), text->str);

  g_assert_cmpint (g_utf8_strlen (usable, -1), ==, (glong) most);
}

static void
test_bytes_that_are_no_text_are_replaced (void)
{
  g_autofree char *usable = pz_import_usable_text (get_field (PZ_LEARNER_GIVEN_NAME), "Ad\xff" "a");

  g_assert_true (g_utf8_validate (usable, -1, NULL));
  g_assert_true (g_str_has_prefix (usable, "Ad"));
  g_assert_true (g_str_has_suffix (usable, "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-difference/what-it-is-about", test_what_it_is_about);
  g_test_add_func ("/import-difference/one-blank", test_blanks_and_control_characters_are_one_blank);
  g_test_add_func ("/import-difference/nothing", test_nothing_that_can_be_kept);
  g_test_add_func ("/import-difference/cut", test_is_cut_at_the_length_of_the_field);
  g_test_add_func ("/import-difference/no-text", test_bytes_that_are_no_text_are_replaced);
  return g_test_run ();
}
