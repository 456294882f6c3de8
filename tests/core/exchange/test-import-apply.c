/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-fixture.h"

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

/* what does not fit is left out: it must not keep the learners out */
static void
test_a_new_class_is_called_as_in_the_roster (Fixture       *f,
                                             gconstpointer  data)
{
  g_autofree char *long_school = g_strnfill (1000, 'x');
  const PzImportClass info = { .name = "5b", .sourced_id = "c-1", .subject = "Maths", .school = long_school,
                               .term_start = "2026-08-17", .term_end = "soon" };
  g_autoptr(PzImportPlan) made = NULL;
  g_autoptr(PzClassroom) classroom = NULL;
  PzRecord *record;

  add_people (f);
  made = pz_import_plan_new (NULL, &info, f->people, FALSE, NULL);
  classroom = apply (f, made);
  record = pz_document_get_owner (pz_classroom_get_document (classroom));
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_NAME), ==, "5b");
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_SOURCED_ID), ==, "c-1");
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_SUBJECT), ==, "Maths");
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_TERM_START), ==, "2026-08-17");
  g_assert_true (pz_record_is_empty (record, PZ_CLASSROOM_TERM_END));
  g_assert_true (pz_record_is_empty (record, PZ_CLASSROOM_SCHOOL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, 2);
}

/* snapshots of a class */
static guint
count_snapshots (PzClassroom *classroom)
{
  g_autofree char *path = g_build_filename (pz_classroom_get_path (classroom), "snapshots", NULL);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* and what waited to be saved is no part of the import: one undo leaves it */
static void
test_a_class_that_was_there_is_copied_first (Fixture       *f,
                                             gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  PzRecord *record = pz_document_get_owner (pz_classroom_get_document (classroom));
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzClassroom) same = NULL;

  g_assert_cmpuint (count_snapshots (classroom), ==, 0);
  add_person (f, "s-3", "Ada", "Lovelock");
  again = plan (f, classroom, FALSE);
  pz_record_set_text (record, PZ_CLASSROOM_SUBJECT, "Maths");
  same = apply (f, again);
  g_assert_cmpuint (count_snapshots (classroom), ==, 1);
  g_assert_cmpstr (pz_classroom_get_undo_label (same), ==, "Import roster");
  g_assert_true (pz_classroom_undo (same, NULL));
  g_assert_true (pz_classroom_save (same, NULL, NULL));
  g_assert_cmpstr (pz_record_get_text (record, PZ_CLASSROOM_SUBJECT), ==, "Maths");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (same)), ==, 2);
}

/* a learner whose file broke meanwhile keeps all the others as they were */
static void
test_half_of_it_is_never_written (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autofree char *folder = g_strdup (pz_classroom_get_path (classroom));
  g_autoptr(PzDocument) first = find_learner (classroom, "s-1");
  g_autofree char *broken = g_strdup_printf ("%s/learners/%s.json", folder, pz_document_get_id (first));
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzDocument) second = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&first);
  g_clear_object (&classroom);
  classroom = pz_classroom_open (f->environment, folder, NULL);
  ((PzRosterPerson *) g_ptr_array_index (f->people, 0))->family_name[0] = 'H';
  ((PzRosterPerson *) g_ptr_array_index (f->people, 1))->family_name = g_strdup ("Sato");
  again = plan (f, classroom, TRUE);
  g_assert_cmpuint (pz_import_plan_count (again, PZ_IMPORT_CHANGED), ==, 2);
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  g_assert_null (pz_import_plan_apply (again, f->environment, &error));
  g_assert_nonnull (error);
  second = find_learner (classroom, "s-2");
  g_assert_null (pz_record_get_text (pz_document_get_owner (second), PZ_LEARNER_FAMILY_NAME));
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
test_half_of_it_is_never_written_later_either (Fixture       *f,
                                               gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = import_new (f);
  g_autofree char *folder = g_strdup (pz_classroom_get_path (classroom));
  g_autofree char *broken = NULL;
  g_autoptr(PzImportPlan) again = NULL;
  g_autoptr(PzDocument) second = NULL;
  g_autoptr(GError) error = NULL;

  {
    g_autoptr(PzDocument) first = find_learner (classroom, "s-1");

    broken = g_strdup_printf ("%s/learners/%s.json", folder, pz_document_get_id (first));
  }
  g_clear_object (&classroom);
  classroom = pz_classroom_open (f->environment, folder, NULL);
  ((PzRosterPerson *) g_ptr_array_index (f->people, 0))->family_name[0] = 'H';
  ((PzRosterPerson *) g_ptr_array_index (f->people, 1))->family_name = g_strdup ("Sato");
  again = plan (f, classroom, TRUE);
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  g_assert_null (apply_async (f, again, &error));
  g_assert_nonnull (error);
  second = find_learner (classroom, "s-2");
  g_assert_null (pz_record_get_text (pz_document_get_owner (second), PZ_LEARNER_FAMILY_NAME));
}

#define ADD(path, function) g_test_add ("/core/import-apply/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("change-is-shown-and-written", test_change_is_shown_and_written);
  ADD ("what-is-not-chosen-stays", test_what_is_not_chosen_stays);
  ADD ("who-returns-comes-back", test_who_returns_comes_back);
  ADD ("deleted-learners-stay-deleted", test_deleted_learners_stay_deleted);
  ADD ("one-undo-takes-it-back", test_one_undo_takes_it_back);
  ADD ("nothing-is-left-when-it-fails", test_nothing_is_left_when_it_fails);
  ADD ("a-new-class-is-called-as-in-the-roster", test_a_new_class_is_called_as_in_the_roster);
  ADD ("a-class-that-was-there-is-copied-first", test_a_class_that_was_there_is_copied_first);
  ADD ("half-of-it-is-never-written", test_half_of_it_is_never_written);
  ADD ("waits-for-the-disk-elsewhere", test_waits_for_the_disk_elsewhere);
  ADD ("says-later-that-nothing-was-written", test_says_later_that_nothing_was_written);
  ADD ("half-of-it-is-never-written-later-either", test_half_of_it_is_never_written_later_either);
  return g_test_run ();
}
