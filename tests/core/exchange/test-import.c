/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-fixture.h"
#include "pz-one-roster.h"

#include <string.h>

static void
test_new_class_gets_everything (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzDocument) document = find_learner (classroom, "s-1");
  PzRecord *learner = pz_document_get_owner (document);
  PzRecord *level;

  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, 2);
  g_assert_cmpstr (pz_classroom_get_name (classroom), ==, "Class 5b");
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_BIRTH_DATE), ==, "2016-03-14");
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_INTERESTS, "Birds"));
  level = pz_document_find (pz_classroom_get_document (classroom), pz_record_get_text (learner, PZ_LEARNER_LEVEL));
  g_assert_cmpstr (pz_record_get_text (level, PZ_LEVEL_NAME), ==, "B");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 1);
}

static void
test_plan_writes_nothing (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr(PzImportPlan) made = NULL;
  g_autofree char *classrooms = g_build_filename (f->folder, "classrooms", NULL);

  add_people (f);
  made = plan (f, NULL, TRUE);
  g_assert_cmpuint (pz_import_plan_count (made, PZ_IMPORT_NEW), ==, 2);
  g_assert_cmpuint (pz_import_plan_get_n_items (made), ==, 2);
  g_assert_false (g_file_test (classrooms, G_FILE_TEST_EXISTS));
}

static void
test_second_time_changes_nothing (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzImportPlan) again = plan (f, classroom, TRUE);
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzDocument) document = NULL;

  g_assert_true (pz_import_plan_get_classroom (again) == classroom);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_SAME), ==, 2);
  g_assert_true (pz_import_plan_is_empty (again));
  same = apply (f, again);
  document = find_learner (same, "s-1");
  g_assert_cmpuint (pz_document_get_revision (document), ==, 1);
}

static void
test_the_teachers_words_stay (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzDocument) document = find_learner (classroom, "s-1");
  PzRecord *learner = pz_document_get_owner (document);
  g_autoptr(PzImportPlan) again = NULL;

  pz_record_set_text (learner, PZ_LEARNER_NOTES, "Sits at the window now");
  pz_record_set_add (learner, PZ_LEARNER_INTERESTS, "Football");
  g_assert_true (pz_classroom_save (classroom, "Edit", NULL));
  again = plan (f, classroom, TRUE);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_SAME), ==, 2);
}

static void
test_gone_is_proposed_by_whole_rosters_only (Fixture       *f,
                                             gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzImportPlan) part = NULL;
  g_autoptr(PzImportPlan) whole = NULL;
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzDocument) document = NULL;

  g_ptr_array_remove_index (f->people, 1);
  part = plan (f, classroom, FALSE);
  g_assert_cmpuint (pz_import_plan_count (part, PZ_IMPORT_GONE), ==, 0);
  whole = plan (f, classroom, TRUE);
  g_assert_cmpuint (pz_import_plan_count (whole, PZ_IMPORT_GONE), ==, 1);
  g_assert_true (pz_import_plan_is_empty (whole));
  pz_import_plan_get_item (whole, 1)->chosen = TRUE;
  same = apply (f, whole);
  document = find_learner (same, "s-2");
  g_assert_true (pz_record_get_flag (pz_document_get_owner (document), PZ_LEARNER_ARCHIVED));
  g_assert_false (pz_record_is_deleted (pz_document_get_owner (document)));
}

static void
test_names_find_learners_without_numbers (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzImportPlan) first = NULL;
  g_autoptr(PzImportPlan) again = NULL;

  add_person (f, NULL, "Zoë", "Ödegård");
  add_person (f, NULL, "Twin", "Hill");
  add_person (f, NULL, "Twin", "Hill");
  first = plan (f, NULL, FALSE);
  classroom = apply (f, first);
  g_ptr_array_set_size (f->people, 0);
  add_person (f, "s-1", "Zoe", "Odegard");
  /* two are called so: nobody can say which one this is */
  add_person (f, "s-2", "Twin", "Hill");
  again = plan (f, classroom, FALSE);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_NEW), ==, 1);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_CHANGED), ==, 1);
}

static void
test_texts_that_do_not_fit_are_made_to (Fixture       *f,
                                        gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (5000, 'x');
  g_autoptr(PzImportPlan) made = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzDocument) document = NULL;
  PzRosterPerson *person = add_person (f, "s-1", longest, "A\tB\n C");

  person->birth_date = g_strdup ("31.02.2016");
  made = plan (f, NULL, FALSE);
  classroom = apply (f, made);
  document = find_learner (classroom, "s-1");
  g_assert_cmpuint (strlen (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME)), ==, 200);
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME), ==, "A B C");
  g_assert_null (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_BIRTH_DATE));
}

static void
test_open_class_is_imported_into (Fixture       *f,
                                  gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "exchange", "oneroster-1.1", NULL);
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_path (folder, NULL);
  g_autoptr(PzRoster) roster = pz_one_roster_load (source, NULL, NULL);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "class-1");
  g_autoptr(PzImportPlan) first = pz_import_plan_new_for_class (NULL, roster, class_, NULL);
  g_autoptr(PzClassroom) classroom = apply (f, first);
  g_autoptr(PzImportPlan) again = pz_import_plan_new_for_class (classroom, roster, class_, NULL);

  g_assert_null (pz_import_plan_get_classroom (first));
  g_assert_true (pz_import_plan_get_classroom (again) == classroom);
  g_assert_true (pz_import_plan_is_empty (again));
}

#define ADD(path, function) g_test_add ("/core/import/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-class-gets-everything", test_new_class_gets_everything);
  ADD ("plan-writes-nothing", test_plan_writes_nothing);
  ADD ("second-time-changes-nothing", test_second_time_changes_nothing);
  ADD ("the-teachers-words-stay", test_the_teachers_words_stay);
  ADD ("gone-is-proposed-by-whole-rosters-only", test_gone_is_proposed_by_whole_rosters_only);
  ADD ("names-find-learners-without-numbers", test_names_find_learners_without_numbers);
  ADD ("texts-that-do-not-fit-are-made-to", test_texts_that_do_not_fit_are_made_to);
  ADD ("open-class-is-imported-into", test_open_class_is_imported_into);
  return g_test_run ();
}
