/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import.h"
#include "pz-library.h"
#include "pz-one-roster.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  GPtrArray *people;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("pz-import-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, 1795392000000, 5);
  f->people = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_roster_person_free);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  g_ptr_array_unref (f->people);
  g_assert_finalize_object (f->environment);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->folder);
}

static PzRosterPerson *
add_person (Fixture    *f,
            const char *sourced_id,
            const char *given,
            const char *family)
{
  PzRosterPerson *person = pz_roster_person_new ();

  person->sourced_id = g_strdup (sourced_id);
  person->given_name = g_strdup (given);
  person->family_name = g_strdup (family);
  g_ptr_array_add (f->people, person);
  return person;
}

/* two people, one with all there is */
static void
add_people (Fixture *f)
{
  PzRosterPerson *person = add_person (f, "s-1", "Noor", "Jansen");

  person->level = g_strdup ("B");
  person->birth_date = g_strdup ("2016-03-14");
  person->interests = g_strsplit ("Music;Birds", ";", -1);
  person->notes = g_strdup ("Sits in front");
  add_person (f, "s-2", "Yuki", NULL);
}

static PzImportPlan *
plan (Fixture     *f,
      PzClassroom *classroom,
      gboolean     complete)
{
  const PzImportClass info = { .name = "Class 5b", .sourced_id = "c-1", .term_start = "2026-08-17" };
  g_autoptr(GError) error = NULL;
  PzImportPlan *made = pz_import_plan_new (classroom, &info, f->people, complete, &error);

  g_assert_no_error (error);
  return made;
}

static PzClassroom *
apply (Fixture      *f,
       PzImportPlan *made)
{
  g_autoptr(GError) error = NULL;
  PzClassroom *classroom = pz_import_plan_apply (made, f->environment, &error);

  g_assert_no_error (error);
  return classroom;
}

static PzClassroom *
import_new (Fixture *f)
{
  g_autoptr(PzImportPlan) made = NULL;

  add_people (f);
  made = plan (f, NULL, TRUE);
  return apply (f, made);
}

static PzDocument *
find_learner (PzClassroom *classroom,
              const char  *sourced_id)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      if (g_strcmp0 (pz_learner_row_get_sourced_id (row), sourced_id) == 0)
        return pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, pz_learner_row_get_id (row), NULL);
    }
  return NULL;
}

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
test_change_is_shown_and_written (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  PzRosterPerson *person = g_ptr_array_index (f->people, 1);
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzDocument) document = NULL;
  PzImportItem *item;
  PzImportDifference *difference;

  person->family_name = g_strdup ("Sato");
  again = plan (f, classroom, TRUE);
  item = pz_import_plan_get_item (again, 1);
  g_assert_cmpint (item->kind, ==, PZ_IMPORT_CHANGED);
  g_assert_cmpuint (item->differences->len, ==, 1);
  difference = g_ptr_array_index (item->differences, 0);
  g_assert_cmpuint (difference->field, ==, PZ_LEARNER_FAMILY_NAME);
  g_assert_null (difference->before);
  g_assert_cmpstr (difference->after, ==, "Sato");
  same = apply (f, again);
  document = find_learner (same, "s-2");
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME), ==, "Sato");
}

static void
test_what_is_not_chosen_stays (Fixture       *f,
                               gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  PzRosterPerson *person = g_ptr_array_index (f->people, 1);
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzDocument) document = NULL;

  person->family_name = g_strdup ("Sato");
  again = plan (f, classroom, TRUE);
  pz_import_plan_get_item (again, 1)->chosen = FALSE;
  g_assert_true (pz_import_plan_is_empty (again));
  same = apply (f, again);
  document = find_learner (same, "s-2");
  g_assert_null (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME));
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
test_who_returns_comes_back (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzDocument) document = find_learner (classroom, "s-1");
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzClassroom) same = NULL;

  pz_record_set_flag (pz_document_get_owner (document), PZ_LEARNER_ARCHIVED, TRUE);
  g_assert_true (pz_classroom_save (classroom, "Archive", NULL));
  again = plan (f, classroom, TRUE);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_BACK), ==, 1);
  same = apply (f, again);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 2);
}

static void
test_deleted_learners_stay_deleted (Fixture       *f,
                                    gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzDocument) document = find_learner (classroom, "s-1");
  const char *ids[] = { pz_document_get_id (document), NULL };
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzImportPlan) wanted = NULL;
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzClassroom) restored = NULL;

  g_assert_true (pz_classroom_delete (classroom, ids, "Delete", NULL));
  again = plan (f, classroom, TRUE);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_DELETED), ==, 1);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_GONE), ==, 0);
  g_assert_true (pz_import_plan_is_empty (again));
  same = apply (f, again);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 1);
  /* on request, with what the roster says now */
  ((PzRosterPerson *) g_ptr_array_index (f->people, 0))->given_name[0] = 'M';
  wanted = plan (f, classroom, TRUE);
  g_assert_cmpstr (pz_import_plan_get_item (wanted, 0)->learner, ==, ids[0]);
  pz_import_plan_get_item (wanted, 0)->chosen = TRUE;
  g_assert_false (pz_import_plan_is_empty (wanted));
  restored = apply (f, wanted);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (restored)), ==, 2);
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME), ==, "Moor");
  /* one undo deletes again */
  g_assert_true (pz_classroom_undo (restored, NULL));
  g_assert_true (pz_classroom_save (restored, NULL, NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (restored)), ==, 1);
}

static void
test_one_undo_takes_it_back (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzClassroom) same = NULL;

  add_person (f, "s-3", "Ada", "Lovelock");
  add_person (f, "s-4", "Ben", "Hill");
  again = plan (f, classroom, FALSE);
  same = apply (f, again);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 4);
  g_assert_true (pz_classroom_undo (same, NULL));
  g_assert_true (pz_classroom_save (same, NULL, NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 2);
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
test_nothing_is_left_when_it_fails (Fixture       *f,
                                    gconstpointer  data)
{
  g_autoptr(PzImportPlan) made = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(GListModel) classes = NULL;
  g_autofree char *file = g_build_filename (f->folder, "classrooms", NULL);
  g_autoptr(GError) error = NULL;

  add_people (f);
  made = plan (f, NULL, FALSE);
  g_assert_true (g_file_set_contents (file, "in the way", -1, NULL));
  classroom = pz_import_plan_apply (made, f->environment, &error);
  g_assert_null (classroom);
  g_assert_nonnull (error);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static PzClassroom *
apply_async (Fixture       *f,
             PzImportPlan  *made,
             GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pz_import_plan_apply_async (made, f->environment, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return pz_import_plan_apply_finish (result, error);
}

static void
test_waits_for_the_disk_elsewhere (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr(PzImportPlan) first = NULL;
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzImportPlan) nothing = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzClassroom) still = NULL;
  g_autoptr(GError) error = NULL;

  add_people (f);
  first = plan (f, NULL, FALSE);
  classroom = apply_async (f, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, 2);
  g_assert_cmpint (pz_classroom_get_save_state (classroom), ==, PZ_SAVE_SAVED);
  add_person (f, "s-3", "Ada", "Lovelock");
  again = plan (f, classroom, FALSE);
  same = apply_async (f, again, &error);
  g_assert_no_error (error);
  g_assert_true (same == classroom);
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 3);
  nothing = plan (f, classroom, FALSE);
  still = apply_async (f, nothing, &error);
  g_assert_true (still == classroom);
}

static void
test_says_later_that_nothing_was_written (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr(PzImportPlan) made = NULL;
  g_autofree char *file = g_build_filename (f->folder, "classrooms", NULL);
  g_autoptr(GError) error = NULL;

  add_people (f);
  made = plan (f, NULL, FALSE);
  g_assert_true (g_file_set_contents (file, "in the way", -1, NULL));
  g_assert_null (apply_async (f, made, &error));
  g_assert_nonnull (error);
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
  ADD ("change-is-shown-and-written", test_change_is_shown_and_written);
  ADD ("what-is-not-chosen-stays", test_what_is_not_chosen_stays);
  ADD ("the-teachers-words-stay", test_the_teachers_words_stay);
  ADD ("gone-is-proposed-by-whole-rosters-only", test_gone_is_proposed_by_whole_rosters_only);
  ADD ("who-returns-comes-back", test_who_returns_comes_back);
  ADD ("deleted-learners-stay-deleted", test_deleted_learners_stay_deleted);
  ADD ("one-undo-takes-it-back", test_one_undo_takes_it_back);
  ADD ("names-find-learners-without-numbers", test_names_find_learners_without_numbers);
  ADD ("texts-that-do-not-fit-are-made-to", test_texts_that_do_not_fit_are_made_to);
  ADD ("nothing-is-left-when-it-fails", test_nothing_is_left_when_it_fails);
  ADD ("waits-for-the-disk-elsewhere", test_waits_for_the_disk_elsewhere);
  ADD ("says-later-that-nothing-was-written", test_says_later_that_nothing_was_written);
  ADD ("open-class-is-imported-into", test_open_class_is_imported_into);
  return g_test_run ();
}
