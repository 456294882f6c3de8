/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

#include <string.h>

static guint
count_files (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* a run that may be saved */
static void
begin (Fixture     *fixture,
       PzSampleRun *run)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "class", NULL);
  g_autoptr(GError) error = NULL;

  sample_run_init (run, fixture->environment, 1);
  run->store = pz_store_open (fixture->environment, path, PZ_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
test_new_documents_wait_to_be_saved (Fixture       *fixture,
                                     gconstpointer  data)
{
  PzSampleRun run;
  PzDocument *learner, *activity;
  g_autoptr(GError) error = NULL;

  begin (fixture, &run);
  learner = pz_sample_add_document (&run, PZ_DOCUMENT_LEARNER);
  activity = pz_sample_add_document (&run, PZ_DOCUMENT_ACTIVITY);
  g_assert_cmpint (pz_document_get_kind (activity), ==, PZ_DOCUMENT_ACTIVITY);
  g_assert_cmpuint (strlen (pz_document_get_id (learner)), ==, PZ_ID_LENGTH);
  g_assert_cmpstr (pz_document_get_id (learner), !=, pz_document_get_id (activity));
  g_assert_cmpuint (run.unsaved->len, ==, 2);
  g_assert_cmpuint (count_files (pz_store_get_path (run.store), "learners"), ==, 0);
  g_assert_true (pz_sample_save (&run, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (run.unsaved->len, ==, 0);
  g_assert_cmpuint (count_files (pz_store_get_path (run.store), "learners"), ==, 1);
  g_assert_cmpuint (count_files (pz_store_get_path (run.store), "activities"), ==, 1);
  pz_sample_end_run (&run);
}

static void
test_nothing_to_save_is_no_error (Fixture       *fixture,
                                  gconstpointer  data)
{
  PzSampleRun run;
  g_autoptr(GError) error = NULL;

  begin (fixture, &run);
  g_assert_true (pz_sample_save (&run, &error));
  g_assert_no_error (error);
  pz_sample_end_run (&run);
}

static char *
generate (Fixture       *fixture,
          guint          n_learners,
          GCancellable  *cancellable,
          GError       **error)
{
  PzSampleOptions options;

  pz_sample_options_init (&options, fixture->environment);
  options.n_learners = n_learners;
  options.name = "Sample";
  return pz_sample_generate (fixture->data_dir, &options, 7, cancellable, error);
}

static void
test_a_class_is_written_whole (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = generate (fixture, 5, NULL, &error);
  g_autofree char *classroom = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, fixture->data_dir));
  classroom = g_build_filename (path, "classroom.json", NULL);
  g_assert_true (g_file_test (classroom, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (path, "learners"), ==, 5);
  g_assert_cmpuint (count_files (path, "frameworks"), ==, 1);
  g_assert_cmpuint (count_files (path, "activities"), >, 5);
}

/* more than one commit holds */
static void
test_a_school_is_written_in_parts (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = generate (fixture, 101, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_files (path, "learners"), ==, 101);
}

static void
test_cancelled_gives_no_class (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (generate (fixture, 5, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_disk_that_takes_nothing_is_an_error (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "classrooms", NULL);
  g_autoptr(GError) error = NULL;

  /* a file is where the classes belong */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (generate (fixture, 5, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-run/new-documents-wait-to-be-saved", test_new_documents_wait_to_be_saved);
  fixture_test_add ("/core/sample-run/nothing-to-save-is-no-error", test_nothing_to_save_is_no_error);
  fixture_test_add ("/core/sample-run/a-class-is-written-whole", test_a_class_is_written_whole);
  fixture_test_add ("/core/sample-run/a-school-is-written-in-parts", test_a_school_is_written_in_parts);
  fixture_test_add ("/core/sample-run/cancelled-gives-no-class", test_cancelled_gives_no_class);
  fixture_test_add ("/core/sample-run/a-disk-that-takes-nothing-is-an-error",
                    test_a_disk_that_takes_nothing_is_an_error);
  return g_test_run ();
}
