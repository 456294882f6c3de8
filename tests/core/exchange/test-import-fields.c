/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-learner-fixture.h"

#include <string.h>

/* how many fields would change; writes them, and then none would */
static guint
compare_and_write (LearnerFixture *f)
{
  g_autoptr(GPtrArray) before = pz_import_compare (f->classroom, f->document, f->person);
  g_autoptr(GPtrArray) after = NULL;

  pz_import_write (f->classroom, f->document, f->person);
  after = pz_import_compare (f->classroom, f->document, f->person);
  g_assert_cmpuint (after->len, ==, 0);
  return before->len;
}

static void
test_roster_knows_names_better (LearnerFixture *f,
                                gconstpointer   data)
{
  pz_record_set_text (f->learner, PZ_LEARNER_GIVEN_NAME, "Noor");
  f->person->given_name = g_strdup ("  Nour\t A. ");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), ==, "Nour A.");
}

static void
test_teachers_words_stay (LearnerFixture *f,
                          gconstpointer   data)
{
  pz_record_set_text (f->learner, PZ_LEARNER_NOTES, "Sits at the window");
  f->person->notes = g_strdup ("Sits in front");
  f->person->preferred_name = g_strdup ("Nou");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_NOTES), ==, "Sits at the window");
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_PREFERRED_NAME), ==, "Nou");
}

static void
test_sets_only_grow (LearnerFixture *f,
                     gconstpointer   data)
{
  g_autoptr(GPtrArray) differences = NULL;

  pz_record_set_add (f->learner, PZ_LEARNER_INTERESTS, "Chess");
  f->person->interests = g_strsplit ("Music;Music;Chess;Birds", ";", -1);
  differences = pz_import_compare (f->classroom, f->document, f->person);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((PzImportDifference *) g_ptr_array_index (differences, 0))->before, ==, "Chess");
  g_assert_cmpstr (((PzImportDifference *) g_ptr_array_index (differences, 0))->after, ==, "Music; Birds");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_true (pz_record_set_has (f->learner, PZ_LEARNER_INTERESTS, "Chess"));
  g_assert_true (pz_record_set_has (f->learner, PZ_LEARNER_INTERESTS, "Music"));
}

static void
test_levels_are_found_by_name_or_made (LearnerFixture *f,
                                       gconstpointer   data)
{
  GListModel *levels = pz_document_get_records (pz_classroom_get_document (f->classroom), PZ_RECORD_LEVEL);

  f->person->level = g_strdup (" É ");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (levels), ==, 1);
  /* the same letter, composed otherwise */
  g_free (f->person->level);
  f->person->level = g_strdup ("E\xcc\x81");
  g_assert_cmpuint (compare_and_write (f), ==, 0);
  g_free (f->person->level);
  f->person->level = g_strdup ("e");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (levels), ==, 2);
}

/* of the class's own scale, by name: nobody gets a second one of the same name, and none from the trash */
static void
test_levels_are_shared (LearnerFixture *f,
                        gconstpointer   data)
{
  PzDocument *class_document = pz_classroom_get_document (f->classroom);
  GListModel *levels = pz_document_get_records (class_document, PZ_RECORD_LEVEL);
  PzRecord *own = pz_document_add (class_document, PZ_RECORD_LEVEL), *dropped = pz_document_add (class_document, PZ_RECORD_LEVEL);
  g_autoptr(PzDocument) other = pz_classroom_add (f->classroom, PZ_DOCUMENT_LEARNER);

  pz_record_set_text (own, PZ_LEVEL_NAME, "B");
  pz_record_set_text (dropped, PZ_LEVEL_NAME, "C");
  pz_document_delete (class_document, dropped);
  f->person->level = g_strdup ("B");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  pz_import_write (f->classroom, other, f->person);
  g_assert_cmpuint (g_list_model_get_n_items (levels), ==, 2);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_LEVEL), ==, pz_record_get_id (own));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (other), PZ_LEARNER_LEVEL), ==, pz_record_get_id (own));
  g_free (f->person->level);
  f->person->level = g_strdup ("C");
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (levels), ==, 3);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_LEVEL), !=, pz_record_get_id (dropped));
}

/* what is out of sight until it is wanted is shown from then on; other fields are shown anyway */
static void
test_sensitive_fields_that_get_a_value_are_turned_on (LearnerFixture *f,
                                                      gconstpointer   data)
{
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (f->classroom));
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;

  f->person->given_name = g_strdup ("Noor");
  pz_import_write (f->classroom, f->document, f->person);
  before = pz_record_dup_set (owner, PZ_CLASSROOM_FIELDS_ON);
  g_assert_cmpuint (g_strv_length (before), ==, 0);
  f->person->birth_date = g_strdup ("2016-03-14");
  pz_import_write (f->classroom, f->document, f->person);
  after = pz_record_dup_set (owner, PZ_CLASSROOM_FIELDS_ON);
  g_assert_cmpuint (g_strv_length (after), ==, 1);
  g_assert_cmpstr (after[0], ==, "birth-date");
}

static void
test_what_does_not_fit_is_left_out (LearnerFixture *f,
                                    gconstpointer   data)
{
  f->person->birth_date = g_strdup ("31.02.2016");
  f->person->family_name = g_strdup ("\x01\x02");
  f->person->given_name = g_strnfill (5000, 'x');
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_null (pz_record_get_text (f->learner, PZ_LEARNER_BIRTH_DATE));
  g_assert_cmpint (g_utf8_strlen (pz_record_get_text (f->learner, PZ_LEARNER_GIVEN_NAME), -1), ==, 200);
}

static void
test_somebody_new_gets_everything (LearnerFixture *f,
                                   gconstpointer   data)
{
  g_autoptr(GPtrArray) differences = NULL;

  f->person->given_name = g_strdup ("Noor");
  f->person->level = g_strdup ("B");
  differences = pz_import_compare (NULL, NULL, f->person);
  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_null (((PzImportDifference *) g_ptr_array_index (differences, 0))->before);
}

static void
test_address_and_grades_are_kept (LearnerFixture *f,
                                  gconstpointer   data)
{
  f->person->email = g_strdup ("noor@school.example");
  f->person->grades = g_strsplit ("03 04", " ", -1);
  g_assert_cmpuint (compare_and_write (f), ==, 2);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_EMAIL), ==, "noor@school.example");
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GRADE), ==, "03, 04");
  /* a year later */
  g_strfreev (f->person->grades);
  f->person->grades = g_strsplit ("05", " ", -1);
  g_assert_cmpuint (compare_and_write (f), ==, 1);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_GRADE), ==, "05");
  /* what a roster leaves empty says nothing */
  g_clear_pointer (&f->person->grades, g_strfreev);
  g_clear_pointer (&f->person->email, g_free);
  g_assert_cmpuint (compare_and_write (f), ==, 0);
  g_assert_cmpstr (pz_record_get_text (f->learner, PZ_LEARNER_EMAIL), ==, "noor@school.example");
}

#define ADD(path, function) learner_test_add ("/core/import-fields/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("roster-knows-names-better", test_roster_knows_names_better);
  ADD ("teachers-words-stay", test_teachers_words_stay);
  ADD ("sets-only-grow", test_sets_only_grow);
  ADD ("levels-are-found-by-name-or-made", test_levels_are_found_by_name_or_made);
  ADD ("levels-are-shared", test_levels_are_shared);
  ADD ("sensitive-fields-that-get-a-value-are-turned-on", test_sensitive_fields_that_get_a_value_are_turned_on);
  ADD ("what-does-not-fit-is-left-out", test_what_does_not_fit_is_left_out);
  ADD ("address-and-grades-are-kept", test_address_and_grades_are_kept);
  ADD ("somebody-new-gets-everything", test_somebody_new_gets_everything);
  return g_test_run ();
}
