/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <string.h>

static void
test_document_lives_as_long_as_it_is_needed (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  PzDocument *first = load_learner (f->classroom, id);
  PzDocument *second = load_learner (f->classroom, id);

  g_assert_true (first == second);
  g_object_unref (second);
  rename_to (first, "Nour");
  /* nobody holds it, but it has something to save */
  g_object_unref (first);
  g_assert_cmpuint (g_hash_table_size (f->classroom->open), ==, 2);
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  g_assert_cmpuint (g_hash_table_size (f->classroom->open), ==, 1);
  assert_on_disk (f, id, "Nour");
}

static void
test_missing_document_is_an_error (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, "0123456789abcdef", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
}

static void
test_damaged_document_says_what_to_do (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GError) error = NULL;

  classroom_fixture_damage (f, id);
  g_assert_null (pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, id));
  g_assert_nonnull (strstr (error->message, "snapshot"));
}

static void
test_list_has_everything_on_disk (ClassroomFixture *f,
                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  const char *ids[] = { id, NULL };
  g_autoptr(PzDocument) unsaved = pz_classroom_add (f->classroom, PZ_DOCUMENT_ACTIVITY);
  g_autoptr(GPtrArray) learners = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GPtrArray) own = NULL;

  activities = pz_classroom_list (f->classroom, PZ_DOCUMENT_ACTIVITY, NULL);
  g_assert_cmpuint (activities->len, ==, 0);
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  learners = pz_classroom_list (f->classroom, PZ_DOCUMENT_LEARNER, NULL);
  g_assert_cmpuint (learners->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (learners, 0), ==, id);
  own = pz_classroom_list (f->classroom, PZ_DOCUMENT_CLASSROOM, NULL);
  g_assert_cmpstr (g_ptr_array_index (own, 0), ==, pz_classroom_get_id (f->classroom));
}

static void
test_trash_and_back_are_all_or_nothing (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  const char *wrong[] = { id, "0123456789abcdef", NULL };
  const char *ids[] = { id, NULL };

  g_assert_false (pz_classroom_delete (f->classroom, wrong, "Delete learners", NULL));
  g_assert_false (pz_record_is_deleted (owner_of (document)));
  g_assert_true (pz_classroom_delete (f->classroom, ids, "Delete learner", NULL));
  g_assert_true (pz_record_is_deleted (owner_of (document)));
  g_assert_true (pz_classroom_restore (f->classroom, ids, "Restore learner", NULL));
  g_assert_false (pz_record_is_deleted (owner_of (document)));
  assert_on_disk (f, id, "Noor");
}

/* notify of one document may be where somebody lets go of another */
static void
let_go_cb (PzRecord    *record,
           GParamSpec  *pspec,
           PzDocument **other)
{
  g_clear_object (other);
}

static void
test_documents_may_go_in_a_signal (ClassroomFixture *f,
                                   gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  g_autoptr(PzClassroom) other = classroom_fixture_open_other (f);
  g_autoptr(PzDocument) theirs = load_learner (other, id);
  g_autoptr(PzDocument) theirs2 = load_learner (other, second);
  PzDocument *mine = load_learner (f->classroom, id);
  PzDocument *mine2 = load_learner (f->classroom, second);
  PzRecord *record = owner_of (mine), *record2 = owner_of (mine2);

  rename_to (theirs, "Nour");
  rename_to (theirs2, "Adah");
  g_assert_true (pz_classroom_save (other, "Rename", NULL));
  /* each lets go of both, itself and the one that comes later or came before */
  g_signal_connect (record, "notify", G_CALLBACK (let_go_cb), &mine2);
  g_signal_connect (record, "notify", G_CALLBACK (let_go_cb), &mine);
  g_signal_connect (record2, "notify", G_CALLBACK (let_go_cb), &mine);
  g_signal_connect (record2, "notify", G_CALLBACK (let_go_cb), &mine2);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_null (mine);
  g_assert_null (mine2);
  g_assert_cmpuint (g_hash_table_size (f->classroom->open), ==, 1);
}

static void
test_id_from_elsewhere (ClassroomFixture *fixture,
                        gconstpointer     data)
{
  const char *id = "0b9d4a52-7c11-4e0f-9a3e-2f6c1d8e5b70";
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) document = pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pz_document_get_id (document), ==, id);
  /* open, not yet on the disk */
  g_assert_null (pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  pz_record_set_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE, "Reading");
  g_assert_true (pz_classroom_save (fixture->classroom, "Import", &error));
  g_assert_no_error (error);
  g_clear_object (&document);
  /* on the disk, not open */
  g_assert_null (pz_classroom_add_with_id (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  document = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_FRAMEWORK, id, NULL);
  g_assert_cmpstr (pz_record_get_text (pz_document_get_owner (document), PZ_FRAMEWORK_TITLE), ==, "Reading");
}

#define ADD(path, function) classroom_test_add ("/core/classroom-documents/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("document-lives-as-long-as-it-is-needed", test_document_lives_as_long_as_it_is_needed);
  ADD ("missing-document-is-an-error", test_missing_document_is_an_error);
  ADD ("damaged-document-says-what-to-do", test_damaged_document_says_what_to_do);
  ADD ("list-has-everything-on-disk", test_list_has_everything_on_disk);
  ADD ("trash-and-back-are-all-or-nothing", test_trash_and_back_are_all_or_nothing);
  ADD ("documents-may-go-in-a-signal", test_documents_may_go_in_a_signal);
  ADD ("id-from-elsewhere", test_id_from_elsewhere);
  return g_test_run ();
}
