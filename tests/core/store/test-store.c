/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"
#include "pz-lock.h"

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

static void
save (StoreFixture *fixture,
      const char   *name,
      const char   *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (store_fixture_save (fixture, name, text, &error));
  g_assert_no_error (error);
}

static void
assert_holds (StoreFixture *fixture,
              const char   *name,
              const char   *expected)
{
  g_autofree char *text = store_fixture_read (fixture, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_not_opened (StoreFixture *fixture,
                   const char   *path,
                   PzError       code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_store_open (fixture->environment, path, PZ_STORE_NONE, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
test_create (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_assert_cmpstr (pz_store_get_path (fixture->store), ==, fixture->path);
  g_assert_false (pz_store_is_read_only (fixture->store));
  g_assert_cmphex (store_fixture_mode (fixture, "."), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, ".."), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, "journal"), ==, 0700);
  assert_holds (fixture, "lock", "");
}

static void
test_opens_what_is_missing_only_to_create_it (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);

  assert_not_opened (fixture, missing, PZ_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_refuses_unsafe_folders (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_no_errno (symlink (fixture->path, link));
  assert_not_opened (fixture, link, PZ_ERROR_NOT_SAFE);
  g_assert_no_errno (g_chmod (fixture->path, 0770));
  assert_not_opened (fixture, fixture->path, PZ_ERROR_NOT_SAFE);
  g_assert_no_errno (g_chmod (fixture->path, 0702));
  assert_not_opened (fixture, fixture->path, PZ_ERROR_NOT_SAFE);
  g_assert_no_errno (g_chmod (fixture->path, 0755));
  store_fixture_reopen (fixture);
}

static void
test_refuses_a_folder_of_somebody_else (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_assert_no_errno (chown (fixture->path, NOBODY, NOBODY));
      assert_not_opened (fixture, fixture->path, PZ_ERROR_NOT_SAFE);
      g_assert_no_errno (chown (fixture->path, 0, 0));
    }
  else /* root's, which everybody may look into */
    assert_not_opened (fixture, "/usr", PZ_ERROR_NOT_SAFE);
}

static void
test_read (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) expected = bytes_of ("one");
  g_autoptr(GError) error = NULL;
  PzVersion seen, version;

  save (fixture, A, "one");
  content = pz_store_read (fixture->store, A, &seen, NULL);
  g_assert_true (g_bytes_equal (content, expected));
  g_assert_true (seen.exists && seen.has_crc);
  g_assert_cmpuint (seen.size, ==, 3);
  g_assert_cmphex (seen.crc, ==, crc_of ("one"));
  g_assert_true (pz_store_stat (fixture->store, A, &version, NULL));
  g_assert_true (pz_version_equal (&seen, &version));
  g_assert_null (pz_store_read (fixture->store, B, &seen, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_false (seen.exists);
}

static void
test_stat_of_nothing (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  PzVersion version;

  g_assert_true (pz_store_stat (fixture->store, B, &version, NULL));
  g_assert_false (version.exists);
  g_assert_true (pz_store_stat (fixture->store, "nowhere/at/all.json", &version, NULL));
  g_assert_false (version.exists);
  g_assert_false (pz_store_stat (fixture->store, "../x", &version, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_version_equal (void)
{
  const PzVersion none = { 0 };
  const PzVersion one = { .exists = TRUE, .size = 3, .mtime_ns = 5, .inode = 7, .has_crc = TRUE, .crc = 9 };
  PzVersion other = one;

  g_assert_true (pz_version_equal (&none, &none));
  g_assert_false (pz_version_equal (&none, &one));
  g_assert_true (pz_version_equal (&one, &other));
  other.crc = 10;
  g_assert_false (pz_version_equal (&one, &other));
  other.has_crc = FALSE;
  g_assert_true (pz_version_equal (&one, &other));
  other.inode = 8;
  g_assert_false (pz_version_equal (&one, &other));
}

static void
test_refuses_what_is_no_file_of_ours (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autofree char *link = store_fixture_path (fixture, "learners/link.json");
  g_autofree char *fifo = store_fixture_path (fixture, "learners/fifo.json");
  g_autofree char *large = store_fixture_path (fixture, "learners/large.json");
  g_autofree char *folder_link = store_fixture_path (fixture, "frameworks");
  static const struct { const char *name; PzError code; } rows[] = {
    { "learners/link.json", PZ_ERROR_NOT_SAFE },   { "learners/fifo.json", PZ_ERROR_NOT_SAFE },
    { "learners/large.json", PZ_ERROR_TOO_LARGE }, { "learners", PZ_ERROR_NOT_SAFE },
    { "frameworks/a.json", PZ_ERROR_NOT_SAFE },    { "../classrooms", PZ_ERROR_NOT_SAFE },
    { "/etc/passwd", PZ_ERROR_NOT_SAFE },          { "learners/.a.json.tmp", PZ_ERROR_NOT_SAFE },
    { "", PZ_ERROR_NOT_SAFE },
  };

  save (fixture, A, "one");
  g_assert_no_errno (symlink ("a.json", link));
  g_assert_no_errno (mkfifo (fifo, 0600));
  store_fixture_write (fixture, "learners/large.json", "");
  g_assert_no_errno (truncate (large, PZ_FILE_CAP + 1));
  g_assert_no_errno (symlink ("learners", folder_link));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_store_read (fixture->store, rows[i].name, NULL, &error));
      g_assert_error (error, PZ_ERROR, (int) rows[i].code);
    }
}

static void
test_history_may_be_longer (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (fixture, "history/d.jsonl");
  g_autoptr(GBytes) content = NULL;

  store_fixture_write (fixture, "history/d.jsonl", "");
  g_assert_no_errno (truncate (path, PZ_FILE_CAP + 1));
  content = pz_store_read (fixture->store, "history/d.jsonl", NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (content), ==, PZ_FILE_CAP + 1);
}

static void
test_list (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GPtrArray) folders = NULL;
  g_autoptr(GPtrArray) nothing = NULL;

  save (fixture, B, "two");
  save (fixture, A, "one");
  store_fixture_write (fixture, "learners/.hidden", "");
  store_fixture_write (fixture, "learners/not ours", "");
  store_fixture_write (fixture, "learners/folder/inside", "");
  files = pz_store_list (fixture->store, "learners", NULL);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (files, 0), ==, "a.json");
  g_assert_cmpstr (g_ptr_array_index (files, 1), ==, "b.json");
  folders = pz_store_list_folders (fixture->store, "learners", NULL);
  g_assert_cmpuint (folders->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (folders, 0), ==, "folder");
  nothing = pz_store_list (fixture->store, "frameworks", NULL);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_null (pz_store_list (fixture->store, "..", NULL));
}

static void
test_set_aside (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture, A, "damaged");
  first = pz_store_set_aside (fixture->store, A, NULL);
  g_assert_cmpstr (first, ==, A ".damaged-20261123T160000");
  g_assert_false (store_fixture_exists (fixture, A));
  save (fixture, A, "damaged again");
  second = pz_store_set_aside (fixture->store, A, NULL);
  g_assert_cmpstr (second, ==, A ".damaged-20261123T160000-2");
  assert_holds (fixture, first, "damaged");
  assert_holds (fixture, second, "damaged again");
  g_assert_null (pz_store_set_aside (fixture->store, A, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (pz_store_set_aside (fixture->store, "lock", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_cache (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GBytes) one = bytes_of ("one");
  g_autoptr(GBytes) two = bytes_of ("two");
  g_autofree char *tag = NULL;
  g_autoptr(GPtrArray) left_over = NULL;

  g_assert_true (pz_store_write_cache (fixture->store, "cache/index.json", one, NULL));
  g_assert_true (pz_store_write_cache (fixture->store, "cache/index.json", two, NULL));
  assert_holds (fixture, "cache/index.json", "two");
  g_assert_cmphex (store_fixture_mode (fixture, "cache/index.json"), ==, 0600);
  tag = store_fixture_read (fixture, "cache/CACHEDIR.TAG");
  g_assert_true (g_str_has_prefix (tag, "Signature: 8a477f597d28d172789f06886806bc55"));
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
}

static void
test_snapshot (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GPtrArray) names = NULL;
  static const char *const left_out[] = { "lock", "journal", "cache", "history", "outbox", "snapshots" };

  save (fixture, A, "one");
  save (fixture, "classroom.json", "class");
  store_fixture_write (fixture, "history/d.jsonl", "x\n");
  store_fixture_write (fixture, "outbox/state.json", "x");
  store_fixture_write (fixture, "cache/index.json", "x");
  first = pz_store_snapshot (fixture->store, NULL, NULL);
  second = pz_store_snapshot (fixture->store, "import", NULL);
  g_assert_cmpstr (first, ==, "2026-11-23T1600");
  g_assert_cmpstr (second, ==, "2026-11-23T1600-import");
  g_free (second);
  second = pz_store_snapshot (fixture->store, "import", NULL);
  g_assert_cmpstr (second, ==, "2026-11-23T1600-import-2");
  assert_holds (fixture, "snapshots/2026-11-23T1600/" A, "one");
  assert_holds (fixture, "snapshots/2026-11-23T1600-import-2/classroom.json", "class");
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      g_autofree char *name = g_build_filename ("snapshots", first, left_out[i], NULL);

      g_assert_false (store_fixture_exists (fixture, name));
    }
  names = pz_store_list_folders (fixture->store, "snapshots", NULL);
  g_assert_cmpuint (names->len, ==, 3);
}

static void
test_read_only_flag (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) other = bytes_of ("x");
  g_autoptr(GError) error = NULL;

  save (fixture, A, "one");
  store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_READ_ONLY, NULL);
  g_assert_true (pz_store_is_read_only (store));
  content = pz_store_read (store, A, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_null (pz_store_snapshot (store, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (pz_store_write_cache (store, "cache/x", other, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_READ_ONLY);
}

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

  save (fixture, A, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    give_to_nobody (fixture, names[i]);
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (above, 0755));
  g_assert_no_errno (g_chmod (learners, 0500));
  run_as_nobody (fixture, save_where_it_is_forbidden);
  assert_holds (fixture, A, "one");
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

  save (fixture, A, "one");
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
  save (fixture, A, "one");
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
  save (fixture, B, "works again");
  /* and read-only */
  g_assert_no_errno (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL));
  g_assert_false (store_fixture_save (fixture, B, "no", NULL));
  assert_holds (fixture, B, "works again");
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

static void
test_finalizes (StoreFixture  *fixture,
                gconstpointer  data)
{
  save (fixture, A, "one");
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/store/create", test_create);
  store_test_add ("/core/store/opens-what-is-missing-only-to-create-it", test_opens_what_is_missing_only_to_create_it);
  store_test_add ("/core/store/refuses-unsafe-folders", test_refuses_unsafe_folders);
  store_test_add ("/core/store/refuses-a-folder-of-somebody-else", test_refuses_a_folder_of_somebody_else);
  store_test_add ("/core/store/read", test_read);
  store_test_add ("/core/store/stat-of-nothing", test_stat_of_nothing);
  g_test_add_func ("/core/store/version-equal", test_version_equal);
  store_test_add ("/core/store/refuses-what-is-no-file-of-ours", test_refuses_what_is_no_file_of_ours);
  store_test_add ("/core/store/history-may-be-longer", test_history_may_be_longer);
  store_test_add ("/core/store/list", test_list);
  store_test_add ("/core/store/set-aside", test_set_aside);
  store_test_add ("/core/store/cache", test_cache);
  store_test_add ("/core/store/snapshot", test_snapshot);
  store_test_add ("/core/store/read-only-flag", test_read_only_flag);
  store_test_add ("/core/store/folder-that-cannot-be-written-to", test_folder_that_cannot_be_written_to);
  store_test_add ("/core/store/class-that-cannot-be-written-to", test_class_that_cannot_be_written_to);
  store_test_add ("/core/store/full-and-read-only-disk", test_full_and_read_only_disk);
  store_test_add ("/core/store/finalizes", test_finalizes);
  return g_test_run ();
}
