/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flush-faults.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-folders.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_folders_open_once (PlaceFixture         *place,
                        gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autofree char *deep = place_path (place, "a/b");
  const char *base;
  int folder;

  pz_folders_init (&folders, place->folder);
  g_assert_cmpint (pz_folders_open (&folders, "a/b", FALSE, NULL), ==, -1);
  folder = pz_folders_open (&folders, "a/b", TRUE, NULL);
  g_assert_cmpint (folder, >=, 0);
  g_assert_true (g_file_test (deep, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (pz_folders_open_for (&folders, "a/b/x.json", FALSE, &base, NULL), ==, folder);
  g_assert_cmpstr (base, ==, "x.json");
  g_assert_cmpint (pz_folders_open_for (&folders, "y.json", FALSE, &base, NULL), ==,
                   pz_folders_open (&folders, "", FALSE, NULL));
  g_assert_cmpstr (base, ==, "y.json");
}

/* a folder that cannot be flushed any more shows that only what was marked is flushed, and once */
static void
test_folders_flush_what_was_marked (PlaceFixture         *place,
                                    gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autoptr(GError) error = NULL;
  int folder, other;

  pz_folders_init (&folders, place->folder);
  folder = pz_folders_open (&folders, "a", TRUE, NULL);
  g_assert_true (pz_folders_flush (&folders, NULL));
  other = open ("/dev/null", O_PATH | O_CLOEXEC);
  g_assert_no_errno (dup3 (other, folder, O_CLOEXEC));
  close (other);
  g_assert_true (pz_folders_flush (&folders, NULL));
  pz_folders_mark (&folders, folder);
  g_assert_false (pz_folders_flush (&folders, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_assert_true (pz_folders_flush (&folders, NULL));
}

/* the one above waits, because the name of the new one is in it */
static void
test_a_new_folder_is_flushed_into_the_one_above (PlaceFixture  *place,
                                                 gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autoptr(GError) error = NULL;

  pz_folders_init (&folders, place->folder);
  g_assert_cmpint (pz_folders_open (&folders, "a", TRUE, NULL), >=, 0);
  flush_faults_folders (0, 1, EIO);
  g_assert_false (pz_folders_flush (&folders, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  flush_faults_folders (0, 1, EIO);
  /* and one that was there does not */
  g_assert_cmpint (pz_folders_open (&folders, "a", TRUE, NULL), >=, 0);
  g_assert_true (pz_folders_flush (&folders, NULL));
  flush_faults_folders (0, 0, 0);
}

/* of many files the whole file system is flushed, which takes in what was marked */
static void
test_flushing_all_leaves_nothing_marked (PlaceFixture  *place,
                                         gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };

  pz_folders_init (&folders, place->folder);
  g_assert_cmpint (pz_folders_open (&folders, "a/b", TRUE, NULL), >=, 0);
  g_assert_true (pz_folders_flush_all (&folders, NULL));
  flush_faults_folders (0, 1, EIO);
  g_assert_true (pz_folders_flush (&folders, NULL));
  flush_faults_folders (0, 0, 0);
}

static void
test_says_what_is_no_folder_of_ours (PlaceFixture  *place,
                                     gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autofree char *link = place_path (place, "link");
  static const struct { const char *name; gboolean make; PzError code; } rows[] = {
    { "missing", FALSE, PZ_ERROR_NOT_FOUND },  { "file", FALSE, PZ_ERROR_NOT_SAFE },
    { "file", TRUE, PZ_ERROR_NOT_SAFE },       { "link", TRUE, PZ_ERROR_NOT_SAFE },
    { "link/below", TRUE, PZ_ERROR_NOT_SAFE }, { "file/below", TRUE, PZ_ERROR_NOT_SAFE },
  };

  place_write (place, "file", "x");
  g_assert_no_errno (symlink ("/tmp", link));
  pz_folders_init (&folders, place->folder);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (pz_folders_open (&folders, rows[i].name, rows[i].make, &error), ==, -1);
      g_assert_error (error, PZ_ERROR, (int) rows[i].code);
    }
}

static void
test_clearing_closes_them (PlaceFixture  *place,
                           gconstpointer  data)
{
  PzFolders folders = { 0 };
  int folder;

  pz_folders_init (&folders, place->folder);
  folder = pz_folders_open (&folders, "a", TRUE, NULL);
  g_assert_cmpint (fcntl (folder, F_GETFD), >=, 0);
  pz_folders_clear (&folders);
  g_assert_cmpint (fcntl (folder, F_GETFD), ==, -1);
  g_assert_cmpint (fcntl (place->folder, F_GETFD), >=, 0);
}

/* whoever opened the folder of the class goes on to use it */
static void
test_the_root_stays_open (PlaceFixture  *place,
                          gconstpointer  data)
{
  PzFolders folders = { 0 };

  pz_folders_init (&folders, place->folder);
  g_assert_cmpint (pz_folders_open (&folders, "", FALSE, NULL), >=, 0);
  pz_folders_clear (&folders);
  g_assert_cmpint (fcntl (place->folder, F_GETFD), >=, 0);
}

static void
test_a_root_others_can_write_to_is_refused (PlaceFixture  *place,
                                            gconstpointer  data)
{
  g_auto(PzFolders) folders = { 0 };
  g_autoptr(GError) error = NULL;

  pz_folders_init (&folders, place->folder);
  g_assert_no_errno (fchmod (place->folder, 0770));
  g_assert_cmpint (pz_folders_open (&folders, "", FALSE, &error), ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

#define ADD(path, function) place_test_add ("/core/folders/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("open-once", test_folders_open_once);
  ADD ("flush-what-was-marked", test_folders_flush_what_was_marked);
  ADD ("a-new-folder-is-flushed-into-the-one-above", test_a_new_folder_is_flushed_into_the_one_above);
  ADD ("flushing-all-leaves-nothing-marked", test_flushing_all_leaves_nothing_marked);
  ADD ("says-what-is-no-folder-of-ours", test_says_what_is_no_folder_of_ours);
  ADD ("clearing-closes-them", test_clearing_closes_them);
  ADD ("the-root-stays-open", test_the_root_stays_open);
  ADD ("a-root-others-can-write-to-is-refused", test_a_root_others_can_write_to_is_refused);
  return g_test_run ();
}
