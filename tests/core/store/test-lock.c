/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  int root;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("personalize-test-XXXXXX", NULL);
  fixture->root = open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (fixture->root, >=, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *lock = g_build_filename (fixture->folder, "lock", NULL);

  close (fixture->root);
  if (g_unlink (lock) < 0)
    g_rmdir (lock);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static int
take (Fixture  *fixture,
      gboolean *left_over)
{
  g_autoptr(GError) error = NULL;
  int lock = pz_lock_take (fixture->root, 0, left_over, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lock, >=, 0);
  return lock;
}

static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  data)
{
  gboolean left_over = TRUE;
  g_autoptr(GError) error = NULL;
  int lock = take (fixture, &left_over), other;

  g_assert_false (left_over);
  g_assert_true (pz_lock_is_left (fixture->root));
  other = pz_lock_take (fixture->root, 0, &left_over, &error);
  g_assert_cmpint (other, ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
  pz_lock_release (lock, TRUE);
  g_assert_false (pz_lock_is_left (fixture->root));
  lock = take (fixture, &left_over);
  g_assert_false (left_over);
  pz_lock_release (lock, TRUE);
}

static void
test_whoever_did_not_finish_leaves_a_mark (Fixture       *fixture,
                                           gconstpointer  data)
{
  gboolean left_over = FALSE;

  pz_lock_release (take (fixture, &left_over), FALSE);
  g_assert_true (pz_lock_is_left (fixture->root));
  pz_lock_release (take (fixture, &left_over), TRUE);
  g_assert_true (left_over);
  pz_lock_release (take (fixture, &left_over), TRUE);
  g_assert_false (left_over);
}

static gpointer
release_soon (gpointer data)
{
  g_usleep (50 * 1000);
  pz_lock_release (GPOINTER_TO_INT (data), TRUE);
  return NULL;
}

static void
test_waits_for_who_is_writing (Fixture       *fixture,
                               gconstpointer  data)
{
  gboolean left_over = TRUE;
  g_autoptr(GError) error = NULL;
  int first = take (fixture, &left_over), lock;
  GThread *thread = g_thread_new ("writer", release_soon, GINT_TO_POINTER (first));

  lock = pz_lock_take (fixture->root, 60 * 1000, &left_over, &error);
  g_assert_no_error (error);
  g_assert_false (left_over);
  g_thread_join (thread);
  pz_lock_release (lock, TRUE);
}

static void
test_the_file_is_for_its_owner_only (Fixture       *fixture,
                                     gconstpointer  data)
{
  gboolean left_over;
  struct stat status;

  g_assert_cmpint (close (openat (fixture->root, "lock", O_CREAT | O_WRONLY | O_CLOEXEC, 0644)), ==, 0);
  pz_lock_release (take (fixture, &left_over), TRUE);
  g_assert_cmpint (fstatat (fixture->root, "lock", &status, 0), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, 0);
}

static void
test_refuses_what_is_no_plain_file (Fixture       *fixture,
                                    gconstpointer  data)
{
  gboolean left_over;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) of_link = NULL;

  g_assert_false (pz_lock_is_left (fixture->root));
  g_assert_cmpint (mkfifoat (fixture->root, "lock", 0600), ==, 0);
  g_assert_cmpint (pz_lock_take (fixture->root, 0, &left_over, &error), ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_false (pz_lock_is_left (fixture->root));
  g_assert_cmpint (unlinkat (fixture->root, "lock", 0), ==, 0);
  g_assert_cmpint (symlinkat ("elsewhere", fixture->root, "lock"), ==, 0);
  g_assert_cmpint (pz_lock_take (fixture->root, 0, &left_over, &of_link), ==, -1);
  g_assert_nonnull (of_link);
}

#define ADD(path, function) g_test_add ("/core/lock/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("whoever-did-not-finish-leaves-a-mark", test_whoever_did_not_finish_leaves_a_mark);
  ADD ("waits-for-who-is-writing", test_waits_for_who_is_writing);
  ADD ("the-file-is-for-its-owner-only", test_the_file_is_for_its_owner_only);
  ADD ("refuses-what-is-no-plain-file", test_refuses_what_is_no_plain_file);
  return g_test_run ();
}
