/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

static void
test_edits_are_forgotten (ClassroomFixture *f,
                          gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(PzDocument) added = pz_classroom_add (f->classroom, PZ_DOCUMENT_LEARNER);

  rename_to (document, "Nour");
  pz_record_set_add (owner_of (document), PZ_LEARNER_INTERESTS, "Music");
  pz_document_add (document, PZ_RECORD_CONTACT);
  pz_classroom_queue_save (f->classroom, "Rename");
  pz_classroom_abandon (f->classroom);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Noor");
  g_assert_false (pz_record_set_has (owner_of (document), PZ_LEARNER_INTERESTS, "Music"));
  g_assert_cmpuint (g_list_model_get_n_items (pz_document_get_records (document, PZ_RECORD_CONTACT)), ==, 0);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_SAVED);
  g_assert_null (pz_classroom_get_undo_label (f->classroom));
  g_assert_false (pz_classroom_has_unsaved (f->classroom));
  ids = pz_classroom_list (f->classroom, PZ_DOCUMENT_LEARNER, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
test_prepared_class_leaves_nothing (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autoptr(PzClassroom) other = pz_classroom_prepare (f->environment, "Class 6", NULL);

  g_assert_true (g_file_test (pz_classroom_get_path (other), G_FILE_TEST_IS_DIR));
  pz_classroom_abandon (other);
  g_assert_false (g_file_test (pz_classroom_get_path (other), G_FILE_TEST_EXISTS));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_assert_true (pz_classroom_save_finish (PZ_CLASSROOM (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
test_commit_that_runs_is_waited_for (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  gboolean done = FALSE;

  rename_to (document, "Nour");
  pz_classroom_save_async (f->classroom, "Rename", NULL, saved_cb, &done);
  rename_to (document, "Nora");
  pz_classroom_abandon (f->classroom);
  g_assert_true (done);
  g_assert_cmpstr (pz_record_get_text (owner_of (document), PZ_LEARNER_GIVEN_NAME), ==, "Nour");
}

static void
test_snapshot_keeps_what_is_on_disk (ClassroomFixture *f,
                                     gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = load_learner (f->classroom, id);
  g_autoptr(GPtrArray) names = NULL;

  rename_to (document, "Nour");
  g_assert_true (pz_classroom_snapshot (f->classroom, "import", NULL));
  names = pz_classroom_list_snapshots (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (names, 0), "-import"));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-abandon/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edits-are-forgotten", test_edits_are_forgotten);
  ADD ("prepared-class-leaves-nothing", test_prepared_class_leaves_nothing);
  ADD ("commit-that-runs-is-waited-for", test_commit_that_runs_is_waited_for);
  ADD ("snapshot-keeps-what-is-on-disk", test_snapshot_keeps_what_is_on_disk);
  return g_test_run ();
}
