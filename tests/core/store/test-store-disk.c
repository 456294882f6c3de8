/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define NOBODY 65534

/* Runs a function in a process of its own, as nobody when this one is root's, because nothing is forbidden to root. */
static void
run_as_nobody (StoreFixture *fixture,
               void        (*function) (StoreFixture *))
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (geteuid () == 0 && (setgroups (0, NULL) < 0 || setgid (NOBODY) < 0 || setuid (NOBODY) < 0))
        _exit (99);
      function (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
give_to_nobody (StoreFixture *fixture,
                const char   *name)
{
  g_autofree char *path = store_fixture_path (fixture, name);

  if (geteuid () == 0)
    g_assert_no_errno (chown (path, NOBODY, NOBODY));
}

static void
save_where_it_is_forbidden (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzStore) store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_NONE, &error);
  g_autoptr(PzCommit) single = NULL;
  g_autoptr(PzCommit) several = NULL;
  g_autoptr(GBytes) content = bytes_of ("two");

  g_assert_no_error (error);
  g_assert_false (pz_store_is_read_only (store));
  single = pz_commit_new (store);
  pz_commit_put (single, B, content, NULL);
  g_assert_false (pz_commit_run (single, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_clear_error (&error);
  several = pz_commit_new (store);
  pz_commit_put (several, "classroom.json", content, NULL);
  pz_commit_delete (several, A, NULL);
  g_assert_false (pz_commit_run (several, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
}

static void
test_folder_that_cannot_be_written_to (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  static const char *const names[] = { ".", "lock", "journal", "learners", A };
  g_autofree char *learners = store_fixture_path (fixture, "learners");
  g_autofree char *above = g_path_get_dirname (fixture->path);

  store_save (fixture, A, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    give_to_nobody (fixture, names[i]);
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (above, 0755));
  g_assert_no_errno (g_chmod (learners, 0500));
  run_as_nobody (fixture, save_where_it_is_forbidden);
  store_assert_holds (fixture, A, "one");
  g_assert_false (store_fixture_exists (fixture, "classroom.json"));
}

static void
look_where_writing_is_forbidden (StoreFixture *fixture)
{
  g_autoptr(PzStore) store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_NONE, NULL);
  g_autoptr(GBytes) content = pz_store_read (store, A, NULL, NULL);

  g_assert_true (pz_store_is_read_only (store));
  g_assert_cmpuint (g_bytes_get_size (content), ==, 3);
}

static void
test_class_that_cannot_be_written_to (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  static const char *const names[] = { ".", "lock", "journal", "learners", A };
  g_autofree char *above = g_path_get_dirname (fixture->path);

  store_save (fixture, A, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    give_to_nobody (fixture, names[i]);
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (above, 0755));
  g_assert_no_errno (g_chmod (fixture->path, 0500));
  run_as_nobody (fixture, look_where_writing_is_forbidden);
}

static gboolean
tell_kernel (const char *path,
             const char *text)
{
  gboolean good;
  int file;

  file = open (path, O_WRONLY | O_CLOEXEC);
  good = file >= 0 && write (file, text, strlen (text)) == (gssize) strlen (text);
  if (file >= 0)
    close (file);
  return good;
}

/* the user becomes root within a name space of its own */
static gboolean
become_root_inside (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && tell_kernel ("/proc/self/uid_map", users) &&
         tell_kernel ("/proc/self/setgroups", "deny") && tell_kernel ("/proc/self/gid_map", groups);
}

/* A small file system in a name space of its own; FALSE where the system does not allow it. */
static gboolean
enter_small_disk (const char *place)
{
  if (geteuid () == 0 ? unshare (CLONE_NEWNS) < 0 : !become_root_inside ())
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tmpfs", place, "tmpfs", 0, "size=1m,mode=0700") == 0;
}

static void
put_text (PzCommit   *commit,
          const char *name,
          gsize       length)
{
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr(GBytes) content = bytes_of (text);

  pz_commit_put (commit, name, content, NULL);
}

static void
assert_no_room (StoreFixture *fixture,
                guint         n_files,
                gsize         length)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GPtrArray) left_over = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("learners/n%u.json", i);

      put_text (commit, name, length);
    }
  g_assert_false (pz_commit_run (commit, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NO_SPACE);
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
  g_assert_false (store_fixture_exists (fixture, "learners/n0.json"));
}

static void
fill_small_disk (StoreFixture *fixture)
{
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(PzCommit) commit = NULL;
  char zeros[4096] = { 0 };
  int file;

  if (!enter_small_disk (fixture->folder))
    _exit (77);
  g_clear_object (&fixture->store);
  fixture->store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_CREATE, NULL);
  store_save (fixture, A, "one");
  before = store_fixture_read (fixture, A);
  assert_no_room (fixture, 1, 1100000);
  assert_no_room (fixture, 8, 200000);
  assert_no_room (fixture, 70, 20000);
  /* to the last byte: it opens, reads and deletes all the same */
  file = open (filler, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  while (write (file, zeros, sizeof zeros) == sizeof zeros)
    ;
  close (file);
  store_fixture_reopen (fixture);
  after = store_fixture_read (fixture, A);
  g_assert_cmpstr (before, ==, after);
  assert_no_room (fixture, 1, 10000);
  commit = pz_commit_new (fixture->store);
  pz_commit_delete (commit, A, NULL);
  g_assert_true (pz_commit_run (commit, NULL));
  g_assert_no_errno (g_unlink (filler));
  store_save (fixture, B, "works again");
  /* and read-only */
  g_assert_no_errno (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL));
  g_assert_false (store_fixture_save (fixture, B, "no", NULL));
  store_assert_holds (fixture, B, "works again");
  store_fixture_reopen (fixture);
  g_assert_true (pz_store_is_read_only (fixture->store));
  g_clear_object (&fixture->store);
}

static void
test_full_and_read_only_disk (StoreFixture  *fixture,
                              gconstpointer  data)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fill_small_disk (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("no name spaces here; the same errors are injected by the crash tests and by /core/commit/no-room");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/store/folder-that-cannot-be-written-to", test_folder_that_cannot_be_written_to);
  store_test_add ("/core/store/class-that-cannot-be-written-to", test_class_that_cannot_be_written_to);
  store_test_add ("/core/store/full-and-read-only-disk", test_full_and_read_only_disk);
  return g_test_run ();
}
