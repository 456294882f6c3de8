/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom.h"
#include "pz-library.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "store-fixture.h"

typedef struct
{
  char *folder;
  PzEnvironment *environment;
  PzClassroom *classroom;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("pz-classroom-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, 1795392000000, 5);
  f->classroom = pz_classroom_create (f->environment, "Class 5b", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  if (f->classroom != NULL)
    g_assert_finalize_object (f->classroom);
  g_assert_finalize_object (f->environment);
  remove_tree (f->folder);
  g_free (f->folder);
}

/* the id of a new learner, saved */
static char *
add_learner (PzClassroom *classroom,
             const char  *given,
             const char  *family)
{
  g_autoptr(PzDocument) document = pz_classroom_add (classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, given);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_FAMILY_NAME, family);
  pz_classroom_save (classroom, "Add learner", &error);
  g_assert_no_error (error);
  return g_strdup (pz_document_get_id (document));
}

static PzClassroom *
reopen (Fixture *f)
{
  g_autofree char *path = g_strdup (pz_classroom_get_path (f->classroom));
  g_autoptr(GError) error = NULL;

  pz_classroom_close (f->classroom, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (f->classroom);
  f->classroom = pz_classroom_open (f->environment, path, &error);
  g_assert_no_error (error);
  return f->classroom;
}

static char *
given_name (PzClassroom *classroom,
            const char  *id)
{
  g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  return document != NULL ? g_strdup (pz_record_get_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME)) : NULL;
}

static void
test_what_was_saved_is_there_again (Fixture       *f,
                                    gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = NULL;

  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 1);
  reopen (f);
  g_assert_cmpstr (pz_classroom_get_name (f->classroom), ==, "Class 5b");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 1);
  name = given_name (f->classroom, id);
  g_assert_cmpstr (name, ==, "Noor");
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
}

static void
test_same_object_while_held (Fixture       *f,
                             gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) first = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autoptr(PzDocument) second = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);

  g_assert_true (first == second);
}

static void
test_edit_is_kept_though_nobody_holds_it (Fixture       *f,
                                          gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  PzDocument *document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autofree char *name = NULL;

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_GIVEN_NAME, "Nour");
  g_object_unref (document);
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  reopen (f);
  name = given_name (f->classroom, id);
  g_assert_cmpstr (name, ==, "Nour");
}

static void
test_undo_and_redo (Fixture       *f,
                    gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Nour");
  pz_record_set_add (learner, PZ_LEARNER_INTERESTS, "Music");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_cmpstr (pz_classroom_get_undo_label (f->classroom), ==, "Rename");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_INTERESTS, "Music"));
  g_assert_cmpstr (pz_classroom_get_redo_label (f->classroom), ==, "Rename");
  g_assert_true (pz_classroom_redo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_true (pz_record_set_has (learner, PZ_LEARNER_INTERESTS, "Music"));
  g_assert_null (pz_classroom_get_redo_label (f->classroom));
}

static void
test_undo_of_an_unsaved_edit (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Nour");
  pz_classroom_queue_save (f->classroom, "Rename");
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_cmpstr (pz_classroom_get_redo_label (f->classroom), ==, "Rename");
}

static void
test_trash_and_back (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  const char *ids[] = { id, NULL };

  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 0);
  g_assert_true (pz_classroom_undo (f->classroom, NULL));
  g_assert_true (pz_classroom_save (f->classroom, NULL, NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 1);
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  reopen (f);
  g_assert_true (pz_classroom_restore (f->classroom, ids, "Restore learner", NULL));
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (f->classroom)), ==, 1);
}

static void
test_two_programs_lose_nothing (Fixture       *f,
                                gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzEnvironment) other_environment = pz_environment_new_fixed (f->folder, 1795392000000, 99);
  g_autoptr(PzClassroom) other = pz_classroom_open (other_environment, pz_classroom_get_path (f->classroom), NULL);
  g_autoptr(PzDocument) mine = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autoptr(PzDocument) theirs = pz_classroom_load (other, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autoptr(GError) error = NULL;

  pz_record_set_text (pz_document_get_owner (mine), PZ_LEARNER_GIVEN_NAME, "Nour");
  pz_record_set_text (pz_document_get_owner (theirs), PZ_LEARNER_FAMILY_NAME, "Janssen");
  g_assert_true (pz_classroom_save (other, "Rename", &error));
  g_assert_true (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (mine), PZ_LEARNER_FAMILY_NAME), ==, "Janssen");
  g_assert_true (pz_classroom_refresh (other, &error));
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (theirs), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
  g_assert_cmpuint (pz_document_count_conflicts (theirs), ==, 0);
}

static void
test_one_field_in_two_programs_is_a_conflict (Fixture       *f,
                                              gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzEnvironment) other_environment = pz_environment_new_fixed (f->folder, 1795392000000, 99);
  g_autoptr(PzClassroom) other = pz_classroom_open (other_environment, pz_classroom_get_path (f->classroom), NULL);
  g_autoptr(PzDocument) mine = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_autoptr(PzDocument) theirs = pz_classroom_load (other, PZ_DOCUMENT_LEARNER, id, NULL);

  pz_record_set_text (pz_document_get_owner (mine), PZ_LEARNER_GIVEN_NAME, "Nour");
  pz_record_set_text (pz_document_get_owner (theirs), PZ_LEARNER_GIVEN_NAME, "Nora");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_cmpuint (pz_record_get_n_values (pz_document_get_owner (mine), PZ_LEARNER_GIVEN_NAME), ==, 2);
}

static void
test_files_are_private (Fixture       *f,
                        gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *file = g_strdup_printf ("%s/learners/%s.json", pz_classroom_get_path (f->classroom), id);
  struct stat status;

  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (pz_classroom_get_path (f->classroom), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_purge_leaves_no_trace (Fixture       *f,
                            gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noorderlicht", "Jansen");
  g_autofree char *command = NULL;
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_snapshot (f->classroom, "test", &error));
  g_assert_false (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_true (pz_classroom_purge (f->classroom, ids, &error));
  g_assert_no_error (error);
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  reopen (f);
  command = g_strdup_printf ("grep -rqE 'Noorderlicht|%s' '%s'", id, f->folder);
  g_assert_cmpint (system (command), !=, 0);
}

static void
test_check_finds_damage (Fixture       *f,
                         gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *file = g_strdup_printf ("%s/learners/%s.json", pz_classroom_get_path (f->classroom), id);
  g_autoptr(GPtrArray) none = pz_classroom_check (f->classroom, NULL);
  g_autoptr(GPtrArray) findings = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (g_file_set_contents (file, "{\"format\":", -1, NULL));
  findings = pz_classroom_check (f->classroom, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((PzFinding *) g_ptr_array_index (findings, 0))->level, ==, PZ_FINDING_DAMAGE);
}

static void
test_class_is_listed (Fixture       *f,
                      gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GListModel) classes = NULL;
  g_autoptr(PzClassInfo) info = NULL;

  reopen (f);
  classes = pz_library_list (f->environment, FALSE, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, 1);
  info = g_list_model_get_item (classes, 0);
  g_assert_cmpstr (pz_class_info_get_name (info), ==, "Class 5b");
  g_assert_cmpuint (pz_class_info_get_n_learners (info), ==, 1);
}

static void
test_abandoned_class_leaves_nothing (Fixture       *f,
                                     gconstpointer  data)
{
  g_autoptr(PzClassroom) other = pz_classroom_prepare (f->environment, "Class 6", NULL);
  g_autofree char *path = g_strdup (pz_classroom_get_path (other));

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  pz_classroom_abandon (other);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_abandoned_edit_is_undone (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  PzRecord *learner = pz_document_get_owner (document);

  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Nour");
  pz_record_set_add (learner, PZ_LEARNER_INTERESTS, "Music");
  pz_classroom_abandon (f->classroom);
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_false (pz_record_set_has (learner, PZ_LEARNER_INTERESTS, "Music"));
}

#define ADD(path, function) g_test_add ("/core/classroom/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-saved-is-there-again", test_what_was_saved_is_there_again);
  ADD ("same-object-while-held", test_same_object_while_held);
  ADD ("edit-is-kept-though-nobody-holds-it", test_edit_is_kept_though_nobody_holds_it);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-of-an-unsaved-edit", test_undo_of_an_unsaved_edit);
  ADD ("trash-and-back", test_trash_and_back);
  ADD ("two-programs-lose-nothing", test_two_programs_lose_nothing);
  ADD ("one-field-in-two-programs-is-a-conflict", test_one_field_in_two_programs_is_a_conflict);
  ADD ("files-are-private", test_files_are_private);
  ADD ("purge-leaves-no-trace", test_purge_leaves_no_trace);
  ADD ("check-finds-damage", test_check_finds_damage);
  ADD ("class-is-listed", test_class_is_listed);
  ADD ("abandoned-class-leaves-nothing", test_abandoned_class_leaves_nothing);
  ADD ("abandoned-edit-is-undone", test_abandoned_edit_is_undone);
  return g_test_run ();
}
