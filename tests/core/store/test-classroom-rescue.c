/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "classroom-fixture.h"

#include <string.h>
#include <unistd.h>

static void
test_learner_comes_back_from_the_newest_snapshot (ClassroomFixture *f,
                                                  gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GPtrArray) snapshots = NULL;
  guint position;

  g_assert_true (pz_classroom_snapshot (f->classroom, "first", NULL));
  {
    g_autoptr(PzDocument) document = load_learner (f->classroom, id);

    rename_to (document, "Nour");
    g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  }
  pz_environment_advance (f->environment, 3600 * 1000);
  g_assert_true (pz_classroom_snapshot (f->classroom, "second", NULL));
  classroom_fixture_damage (f, id);
  pz_environment_advance (f->environment, 3600 * 1000);
  /* this one holds the damage and is passed over */
  g_assert_true (pz_classroom_snapshot (f->classroom, "third", NULL));
  snapshots = pz_classroom_list_snapshots (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_assert_cmpuint (snapshots->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (snapshots, 0), "second"));
  g_assert_true (pz_classroom_restore_file (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL, NULL));
  assert_given_name (f->classroom, id, "Nour");
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 1);
  g_assert_true (pz_index_find (pz_classroom_get_index (f->classroom), id, &position));
  g_assert_cmpuint (pz_index_peek_flags (pz_classroom_get_index (f->classroom), position), ==, PZ_INDEX_SHOWN);
}

static void
test_a_snapshot_can_be_chosen (ClassroomFixture *f,
                               gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GPtrArray) snapshots = NULL;
  g_autofree char *file = classroom_fixture_file (f, id);

  g_assert_true (pz_classroom_snapshot (f->classroom, "first", NULL));
  g_assert_no_errno (unlink (file));
  snapshots = pz_classroom_list_snapshots (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  g_assert_true (pz_classroom_restore_file (f->classroom, PZ_DOCUMENT_LEARNER, id, g_ptr_array_index (snapshots, 0), NULL));
  assert_given_name (f->classroom, id, "Noor");
}

static void
test_good_file_is_not_replaced (ClassroomFixture *f,
                                gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_snapshot (f->classroom, "first", NULL));
  g_assert_false (pz_classroom_restore_file (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
}

static void
test_without_a_snapshot_the_file_stays (ClassroomFixture *f,
                                        gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(GError) error = NULL;

  classroom_fixture_damage (f, id);
  g_assert_false (pz_classroom_restore_file (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  assert_on_disk (f, id, "{\"format\":");
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 0);
}

static void
test_what_is_open_is_better_than_a_snapshot (ClassroomFixture *f,
                                             gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autoptr(PzDocument) document = NULL;

  g_assert_true (pz_classroom_snapshot (f->classroom, "first", NULL));
  document = load_learner (f->classroom, id);
  rename_to (document, "Nour");
  g_assert_true (pz_classroom_save (f->classroom, "Rename", NULL));
  classroom_fixture_damage (f, id);
  g_assert_true (pz_classroom_restore_file (f->classroom, PZ_DOCUMENT_LEARNER, id, NULL, NULL));
  assert_on_disk (f, id, "Nour");
  g_assert_cmpuint (classroom_fixture_count_aside (f, "learners"), ==, 1);
}

static void
test_class_is_rescued (ClassroomFixture *f,
                       gconstpointer     data)
{
  g_autofree char *id = add_learner (f->classroom, "Noor", "Jansen");
  g_autofree char *file = g_build_filename (f->path, "classroom.json", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_classroom_rescue (f->environment, f->path, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (pz_classroom_snapshot (f->classroom, "first", NULL));
  g_assert_false (pz_classroom_rescue (f->environment, f->path, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_object (&f->classroom);
  g_assert_true (g_file_set_contents (file, "{\"format\":", -1, NULL));
  g_assert_true (pz_classroom_rescue (f->environment, f->path, NULL, &error));
  g_assert_no_error (error);
  f->classroom = pz_classroom_open (f->environment, f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pz_classroom_get_name (f->classroom), ==, "Class 5b");
  assert_given_name (f->classroom, id, "Noor");
  g_assert_cmpuint (classroom_fixture_count_aside (f, ""), ==, 1);
}

#define ADD(path, function) classroom_test_add ("/core/classroom-rescue/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("learner-comes-back-from-the-newest-snapshot", test_learner_comes_back_from_the_newest_snapshot);
  ADD ("a-snapshot-can-be-chosen", test_a_snapshot_can_be_chosen);
  ADD ("good-file-is-not-replaced", test_good_file_is_not_replaced);
  ADD ("without-a-snapshot-the-file-stays", test_without_a_snapshot_the_file_stays);
  ADD ("what-is-open-is-better-than-a-snapshot", test_what_is_open_is_better_than_a_snapshot);
  ADD ("class-is-rescued", test_class_is_rescued);
  return g_test_run ();
}
