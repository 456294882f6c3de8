/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"
#include "flush-faults.h"
#include "store-fixture.h"

#include <errno.h>
#include <string.h>

static void
test_newer_class_is_only_looked_at (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *state = g_build_filename (f->path, "outbox", NULL);
  g_autoptr(GError) error = NULL;

  classroom_fixture_make_newer (f, "classroom.json");
  classroom_fixture_make_newer (f, name);
  before = classroom_fixture_read (f, "classroom.json");
  remove_tree (state);
  g_assert_finalize_object (f->classroom);
  f->classroom = pz_classroom_open (f->environment, f->path, &error);
  g_assert_no_error (error);
  g_assert_true (pz_classroom_is_read_only (f->classroom));
  g_assert_nonnull (strstr (pz_classroom_get_read_only_reason (f->classroom), "newer"));
  g_assert_cmpstr (pz_classroom_get_name (f->classroom), ==, "Class 5b");
  assert_given_name (f->classroom, id, "Noor");
  pz_record_set_text (owner_of (pz_classroom_get_document (f->classroom)), PZ_CLASSROOM_NAME, "Class 6b");
  g_assert_false (pz_classroom_save (f->classroom, "Rename", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_assert_cmpint (pz_classroom_get_save_state (f->classroom), ==, PZ_SAVE_FAILED);
  after = classroom_fixture_read (f, "classroom.json");
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (state, G_FILE_TEST_EXISTS));
}

static void
test_newer_learner_does_not_stop_the_class (ClassroomFixture *f,
                                            gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *second = add_learner (f->classroom, "Ada", "Hill");
  g_autofree char *name = g_strdup_printf ("learners/%s.json", id);
  g_autoptr(PzDocument) document = NULL;
  g_autoptr(PzDocument) other = NULL;
  g_autoptr(GError) error = NULL;
  guint position;

  classroom_fixture_make_newer (f, name);
  classroom_fixture_reopen (f);
  g_assert_true (pz_classroom_refresh (f->classroom, NULL));
  g_assert_false (pz_classroom_is_read_only (f->classroom));
  document = pz_classroom_load (f->classroom, PZ_DOCUMENT_LEARNER, id, &error);
  g_assert_null (document);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "newer version"));
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), id, &position));
  g_assert_cmpuint (pz_index_peek_flags (pz_classroom_get_index (f->classroom), position) & PZ_INDEX_DAMAGED, !=, 0);
  g_assert_cmpstr (pz_index_peek_given_name (pz_classroom_get_index (f->classroom), position), ==, "Noor");
  other = load_learner (f->classroom, second);
  rename_to (other, "Adah");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
}

static void
test_damaged_class_says_what_to_do (ClassroomFixture *f,
                                    gconstpointer     data)
{
  g_autofree char *file = g_build_filename (f->path, "classroom.json", NULL);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&f->classroom);
  g_assert_true (g_file_set_contents (file, "{\"format\":", -1, NULL));
  f->classroom = pz_classroom_open (f->environment, f->path, &error);
  g_assert_null (f->classroom);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "snapshot"));
  after = classroom_fixture_read (f, "classroom.json");
  g_assert_cmpstr (after, ==, "{\"format\":");
}

static guint
count_classes (ClassroomFixture *f)
{
  g_autofree char *path = g_path_get_dirname (f->path);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_class_that_cannot_be_made_leaves_nothing (ClassroomFixture *f,
                                               gconstpointer     data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_classroom_create (f->environment, "  ", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (pz_classroom_prepare (f->environment, "two\nlines", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  flush_faults_files (1000, ENOSPC);
  g_assert_null (pz_classroom_create (f->environment, "Class 6", &error));
  flush_faults_files (0, 0);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  g_assert_cmpuint (count_classes (f), ==, 1);
}

static void
test_device_stays_the_same (ClassroomFixture *f,
                            gconstpointer     data)
{
  guint64 device = pz_clock_get_device (f->classroom->clock);

  classroom_fixture_reopen (f);
  g_assert_cmpuint (pz_clock_get_device (f->classroom->clock), ==, device);
}

static void
test_damaged_state_gives_a_new_device (ClassroomFixture *f,
                                       gconstpointer     data)
{
  g_autofree char *file = g_build_filename (f->path, "outbox", "state.json", NULL);
  guint64 device = pz_clock_get_device (f->classroom->clock);

  g_assert_true (g_file_set_contents (file, "nonsense", -1, NULL));
  classroom_fixture_reopen (f);
  g_assert_cmpuint (pz_clock_get_device (f->classroom->clock), !=, device);
  g_assert_cmpuint (classroom_fixture_count_aside (f, "outbox"), ==, 1);
  device = pz_clock_get_device (f->classroom->clock);
  classroom_fixture_reopen (f);
  g_assert_cmpuint (pz_clock_get_device (f->classroom->clock), ==, device);
}

static void
test_prepared_class_is_written_by_its_first_save (ClassroomFixture *f,
                                                  gconstpointer     data)
{
  g_autoptr(PzClassroom) classroom = pz_classroom_prepare (f->environment, "Class 6", NULL);
  g_autofree char *file = g_build_filename (pz_classroom_get_path (classroom), "classroom.json", NULL);

  g_assert_cmpstr (pz_classroom_get_name (classroom), ==, "Class 6");
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_true (pz_classroom_save (classroom, "New class", NULL));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

#define ADD(path, function) classroom_test_add ("/core/classroom-open/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newer-class-is-only-looked-at", test_newer_class_is_only_looked_at);
  ADD ("newer-learner-does-not-stop-the-class", test_newer_learner_does_not_stop_the_class);
  ADD ("damaged-class-says-what-to-do", test_damaged_class_says_what_to_do);
  ADD ("class-that-cannot-be-made-leaves-nothing", test_class_that_cannot_be_made_leaves_nothing);
  ADD ("device-stays-the-same", test_device_stays_the_same);
  ADD ("damaged-state-gives-a-new-device", test_damaged_state_gives_a_new_device);
  ADD ("prepared-class-is-written-by-its-first-save", test_prepared_class_is_written_by_its_first_save);
  return g_test_run ();
}
