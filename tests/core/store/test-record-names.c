/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-names.h"

#include "classroom-fixture.h"

static void
test_records_are_found_by_what_they_are_called (ClassroomFixture *f,
                                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);
  PzRecord *check_in = pz_document_add (document, PZ_RECORD_CHECK_IN);
  g_autoptr(PzRecordNames) names = NULL;
  g_autofree char *day = pz_day_to_words ("2026-11-20");
  const PzRecordName *found;

  pz_record_set_text (owner_of (document), PZ_LEARNER_PREFERRED_NAME, "Nour");
  pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
  pz_record_set_text (check_in, PZ_CHECK_IN_DATE, "2026-11-20");
  pz_document_delete (document, check_in);
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  names = pz_record_names_new (f->classroom->store, pz_classroom_get_id (f->classroom));
  g_assert_cmpstr (pz_record_names_find (names, PZ_DOCUMENT_LEARNER, id, id)->name, ==, "Nour Jansen");
  found = pz_record_names_find (names, PZ_DOCUMENT_LEARNER, id, pz_record_get_id (goal));
  g_assert_cmpstr (found->name, ==, "Reads aloud");
  g_assert_cmpint (found->type, ==, PZ_RECORD_GOAL);
  g_assert_null (found->deleted);
  found = pz_record_names_find (names, PZ_DOCUMENT_LEARNER, id, pz_record_get_id (check_in));
  g_assert_cmpstr (found->name, ==, day);
  g_assert_nonnull (found->deleted);
  g_assert_cmpuint (g_hash_table_size (pz_record_names_list (names, PZ_DOCUMENT_LEARNER, id)), ==, 3);
  g_assert_null (pz_record_names_find (names, PZ_DOCUMENT_LEARNER, id, "0000000000000000"));
  g_assert_null (pz_record_names_list (names, PZ_DOCUMENT_LEARNER, "../x"));
}

static void
test_references_are_looked_up_by_type (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *other = add_learner (f->classroom, "Ada", "Hill");
  PzRecord *level = pz_document_add (pz_classroom_get_document (f->classroom), PZ_RECORD_LEVEL);
  g_autoptr(PzRecordNames) names = NULL;

  pz_record_set_text (level, PZ_LEVEL_NAME, "Explorer");
  g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
  names = pz_record_names_new (f->classroom->store, pz_classroom_get_id (f->classroom));
  g_assert_cmpstr (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_LEVEL, pz_record_get_id (level)), ==,
                   "Explorer");
  g_assert_cmpstr (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_LEARNER, other), ==, "Ada Hill");
  g_assert_null (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_GOAL, pz_record_get_id (level)));
}

static void
test_standards_are_found_in_their_framework (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzRecordNames) names = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_add_with_id (f->classroom, PZ_DOCUMENT_FRAMEWORK, i == 0 ? "maths" : "reading", NULL);
      PzRecord *standard = pz_document_add_with_id (document, PZ_RECORD_STANDARD, i == 0 ? "m-1" : "r-1");

      pz_record_set_text (standard, PZ_STANDARD_STATEMENT, i == 0 ? "Counts" : "Reads aloud");
      g_assert_true (pz_classroom_save (f->classroom, "Edit", NULL));
    }
  names = pz_record_names_new (f->classroom->store, pz_classroom_get_id (f->classroom));
  g_assert_cmpstr (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_STANDARD, "r-1"), ==, "Reads aloud");
  g_assert_cmpstr (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_STANDARD, "m-1"), ==, "Counts");
  g_assert_null (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_STANDARD, "x-1"));
  g_assert_null (pz_record_names_look_up (names, PZ_DOCUMENT_LEARNER, id, PZ_RECORD_GOAL, "m-1"));
}

/* a file that was damaged has the names that stand before the damage, or none */
static void
test_damaged_files_have_no_names (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzRecordNames) names = NULL;

  classroom_fixture_damage (f, id);
  names = pz_record_names_new (f->classroom->store, pz_classroom_get_id (f->classroom));
  g_assert_null (pz_record_names_find (names, PZ_DOCUMENT_LEARNER, id, id));
}

static void
test_days_are_written_as_the_locale_does (ClassroomFixture *f,
                                          gconstpointer     data)
{
  g_autofree char *day = pz_day_to_words ("2026-11-20");
  g_autofree char *span = pz_day_to_words ("2026-11-20/2026-11-22");
  g_autofree char *nonsense = pz_day_to_words ("some day");

  g_assert_cmpstr (day, !=, "2026-11-20");
  g_assert_true (g_str_has_prefix (span, day));
  g_assert_cmpstr (nonsense, ==, "some day");
}

#define ADD(path, function) classroom_test_add ("/core/record-names/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("records-are-found-by-what-they-are-called", test_records_are_found_by_what_they_are_called);
  ADD ("references-are-looked-up-by-type", test_references_are_looked_up_by_type);
  ADD ("standards-are-found-in-their-framework", test_standards_are_found_in_their_framework);
  ADD ("damaged-files-have-no-names", test_damaged_files_have_no_names);
  ADD ("days-are-written-as-the-locale-does", test_days_are_written_as_the_locale_does);
  return g_test_run ();
}
