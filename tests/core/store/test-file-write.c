/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flush-faults.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* closes it */
static void
write_and_close (int         file,
                 const char *text)
{
  g_assert_cmpint (file, >=, 0);
  g_assert_true (pz_file_write (file, text, strlen (text), "a", NULL));
  g_assert_true (pz_file_close (file, "a", NULL));
}

static void
test_what_is_written_is_there (PlaceFixture  *place,
                               gconstpointer  data)
{
  write_and_close (pz_file_create (place->folder, ".a.tmp", "a", NULL), "sixty words");
  place_assert_holds (place, ".a.tmp", "sixty words");
  g_assert_true (pz_file_rename (place->folder, ".a.tmp", "a", "a", NULL));
  place_assert_holds (place, "a", "sixty words");
  g_assert_false (place_has (place, ".a.tmp"));
}

static void
test_creating_takes_the_place_of_what_is_there (PlaceFixture  *place,
                                                gconstpointer  data)
{
  g_autofree char *planted = place_path (place, ".a.tmp");
  struct stat status;
  mode_t before;

  place_write (place, "decoy", "not ours");
  g_assert_no_errno (symlink ("decoy", planted));
  before = umask (0777);
  write_and_close (pz_file_create (place->folder, ".a.tmp", "a", NULL), "ours");
  umask (before);
  g_assert_no_errno (g_lstat (planted, &status));
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);
  place_assert_holds (place, "decoy", "not ours");
}

static void
test_creating_fails_where_it_cannot_be (PlaceFixture  *place,
                                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  place_write (place, ".a.tmp/inside", "x");
  g_assert_cmpint (pz_file_create (place->folder, ".a.tmp", "learners/a.json", &error), ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_nonnull (strstr (error->message, "learners/a.json"));
  g_clear_error (&error);
  g_assert_cmpint (pz_file_create (place->folder, "missing/.a.tmp", "a", &error), ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  place_assert_holds (place, ".a.tmp/inside", "x");
}

/* the device of the system that is always full */
static void
test_a_full_disk_is_said (void)
{
  g_autoptr(GError) error = NULL;
  int file = open ("/dev/full", O_WRONLY | O_CLOEXEC);

  g_assert_no_errno (file);
  g_assert_true (pz_file_write (file, "", 0, "a", NULL));
  g_assert_false (pz_file_write (file, "x", 1, "a", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  g_assert_no_errno (close (file));
}

static void
test_closing_says_when_it_failed (void)
{
  g_autoptr(GError) error = NULL;
  int file = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  g_assert_no_errno (file);
  g_assert_true (pz_file_close (file, "a", NULL));
  g_assert_cmpint (fcntl (file, F_GETFD), ==, -1);
  g_assert_false (pz_file_close (-1, "a", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
}

static void
test_renaming_takes_the_place_of_a_file_only (PlaceFixture  *place,
                                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  place_write (place, ".a.tmp", "new");
  place_write (place, "a", "old");
  place_write (place, "folder/inside", "x");
  g_assert_true (pz_file_rename (place->folder, ".a.tmp", "a", "a", NULL));
  place_assert_holds (place, "a", "new");
  g_assert_false (pz_file_rename (place->folder, ".a.tmp", "a", "a", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (pz_file_rename (place->folder, "a", "folder", "folder", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  place_assert_holds (place, "a", "new");
}

static void
test_removing_what_is_not_there_is_well (PlaceFixture  *place,
                                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  place_write (place, "a", "x");
  place_write (place, "folder/inside", "x");
  g_assert_true (pz_file_remove (place->folder, "a", "a", NULL));
  g_assert_false (place_has (place, "a"));
  g_assert_true (pz_file_remove (place->folder, "a", "a", NULL));
  g_assert_false (pz_file_remove (place->folder, "folder", "folder", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_a_flush_that_fails_is_said_once (PlaceFixture  *place,
                                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  flush_faults_folders (0, 1, EIO);
  g_assert_false (pz_file_flush (place->folder, "learners", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "learners"));
  g_assert_true (pz_file_flush (place->folder, "learners", NULL));
}

static void
test_flushing_all_needs_a_file_system (PlaceFixture  *place,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_file_flush_all (place->folder, "", NULL));
  g_assert_false (pz_file_flush_all (-1, "", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
}

#define ADD(path, function) place_test_add ("/core/file-write/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-written-is-there", test_what_is_written_is_there);
  ADD ("creating-takes-the-place", test_creating_takes_the_place_of_what_is_there);
  ADD ("creating-fails-where-it-cannot-be", test_creating_fails_where_it_cannot_be);
  g_test_add_func ("/core/file-write/a-full-disk-is-said", test_a_full_disk_is_said);
  g_test_add_func ("/core/file-write/closing-says-when-it-failed", test_closing_says_when_it_failed);
  ADD ("renaming-takes-the-place-of-a-file-only", test_renaming_takes_the_place_of_a_file_only);
  ADD ("removing-what-is-not-there-is-well", test_removing_what_is_not_there_is_well);
  ADD ("a-flush-that-fails-is-said-once", test_a_flush_that_fails_is_said_once);
  ADD ("flushing-all-needs-a-file-system", test_flushing_all_needs_a_file_system);
  return g_test_run ();
}
