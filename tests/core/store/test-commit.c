/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <string.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define C "activities/c.json"
#define HISTORY "history/9f1c22d07ab4e356.jsonl"

static void
assert_holds (StoreFixture *fixture,
              const char   *name,
              const char   *expected)
{
  g_autofree char *text = store_fixture_read (fixture, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_tidy (StoreFixture *fixture)
{
  g_autoptr(GPtrArray) left_over = store_fixture_left_over (fixture);
  g_autofree char *lock = store_fixture_read (fixture, "lock");

  g_assert_cmpuint (left_over->len, ==, 0);
  g_assert_cmpstr (lock, ==, "");
}

static void
put (PzCommit        *commit,
     const char      *name,
     const char      *text,
     const PzVersion *seen)
{
  g_autoptr(GBytes) content = bytes_of (text);

  pz_commit_put (commit, name, content, seen);
}

static void
run_well (PzCommit *commit)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_commit_run (commit, &error));
  g_assert_no_error (error);
}

static void
run_badly (PzCommit *commit,
           PzError   code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_commit_run (commit, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
save (StoreFixture *fixture,
      const char   *name,
      const char   *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (store_fixture_save (fixture, name, text, &error));
  g_assert_no_error (error);
}

static PzVersion
version_of (StoreFixture *fixture,
            const char   *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = NULL;
  PzVersion version;

  content = pz_store_read (fixture->store, name, &version, &error);
  g_assert_no_error (error);
  g_assert_nonnull (content);
  return version;
}

static void
test_one_file (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  put (commit, A, "one", NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 1);
  run_well (commit);
  assert_holds (fixture, A, "one");
  assert_tidy (fixture);
}

static void
test_several_files (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  save (fixture, B, "goes");
  put (commit, A, "one", NULL);
  put (commit, C, "two", NULL);
  put (commit, "classroom.json", "three", NULL);
  pz_commit_delete (commit, B, NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 4);
  run_well (commit);
  assert_holds (fixture, A, "one");
  assert_holds (fixture, C, "two");
  assert_holds (fixture, "classroom.json", "three");
  g_assert_false (store_fixture_exists (fixture, B));
  assert_tidy (fixture);
}

/* above 64 files the whole file system is flushed rather than each */
static void
test_many_files (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GPtrArray) names = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("learners/x%u.json", i);

      put (commit, name, name, NULL);
    }
  run_well (commit);
  names = pz_store_list (fixture->store, "learners", NULL);
  g_assert_cmpuint (names->len, ==, 200);
  assert_holds (fixture, "learners/x137.json", "learners/x137.json");
  assert_tidy (fixture);
}

static void
test_delete (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  PzVersion version;

  save (fixture, A, "one");
  version = version_of (fixture, A);
  pz_commit_delete (commit, A, &version);
  run_well (commit);
  g_assert_false (store_fixture_exists (fixture, A));
  assert_tidy (fixture);
}

static void
test_deleting_nothing_is_no_error (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  pz_commit_delete (commit, A, NULL);
  pz_commit_delete (commit, C, NULL);
  run_well (commit);
  assert_tidy (fixture);
}

static void
test_empty (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  run_well (commit);
  assert_tidy (fixture);
}

static void
test_later_words_replace_earlier_ones (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  put (commit, A, "first", NULL);
  put (commit, A, "second", NULL);
  put (commit, B, "never", NULL);
  pz_commit_delete (commit, B, NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 2);
  run_well (commit);
  assert_holds (fixture, A, "second");
  g_assert_false (store_fixture_exists (fixture, B));
}

static void
test_new_must_be_new (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  save (fixture, A, "one");
  put (commit, A, "two", NULL);
  run_badly (commit, PZ_ERROR_CHANGED);
  assert_holds (fixture, A, "one");
  assert_tidy (fixture);
}

static void
test_version_goes_from_commit_to_commit (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr(PzCommit) first = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) second = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) third = pz_commit_new (fixture->store);
  PzVersion version, read_version;

  put (first, A, "one", NULL);
  g_assert_false (pz_commit_get_version (first, A, &version));
  run_well (first);
  g_assert_true (pz_commit_get_version (first, A, &version));
  g_assert_false (pz_commit_get_version (first, B, &read_version));
  read_version = version_of (fixture, A);
  g_assert_true (pz_version_equal (&version, &read_version));
  g_assert_cmphex (version.crc, ==, crc_of ("one"));

  put (second, A, "two", &version);
  put (second, B, "two", NULL);
  run_well (second);
  g_assert_true (pz_commit_get_version (second, A, &version));
  pz_commit_delete (third, A, &version);
  run_well (third);
  g_assert_true (pz_commit_get_version (third, A, &version));
  g_assert_false (version.exists);
}

static void
test_changed_by_another (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzCommit) single = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) several = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) gone = pz_commit_new (fixture->store);
  PzVersion version;

  save (fixture, A, "one");
  version = version_of (fixture, A);
  save (fixture, A, "theirs");
  put (single, A, "ours", &version);
  run_badly (single, PZ_ERROR_CHANGED);
  put (several, B, "ours", NULL);
  put (several, A, "ours", &version);
  run_badly (several, PZ_ERROR_CHANGED);
  assert_holds (fixture, A, "theirs");
  g_assert_false (store_fixture_exists (fixture, B));
  pz_commit_delete (gone, A, &version);
  run_badly (gone, PZ_ERROR_CHANGED);
  assert_holds (fixture, A, "theirs");
  assert_tidy (fixture);
}

static void
test_removed_by_another (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *path = store_fixture_path (fixture, A);
  PzVersion version;

  save (fixture, A, "one");
  version = version_of (fixture, A);
  g_assert_no_errno (g_unlink (path));
  put (commit, A, "two", &version);
  run_badly (commit, PZ_ERROR_CHANGED);
  g_assert_false (store_fixture_exists (fixture, A));
}

/* same size, same inode, and the time of the content put back: what some copying programs do */
static void
test_rewritten_in_place_with_the_same_size_and_time (StoreFixture  *fixture,
                                                     gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *path = store_fixture_path (fixture, A);
  struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  PzVersion version, now;

  save (fixture, A, "one");
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
  version = version_of (fixture, A);
  store_fixture_write (fixture, A, "two");
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
  g_assert_true (pz_store_stat (fixture->store, A, &now, NULL));
  g_assert_cmpuint (now.inode, ==, version.inode);
  g_assert_cmpint (now.mtime_ns, ==, version.mtime_ns);
  put (commit, A, "ours", &version);
  run_badly (commit, PZ_ERROR_CHANGED);
  assert_holds (fixture, A, "two");
}

/* a copy of the class brought back, or a snapshot, changes times and numbers but no content */
static void
test_same_content_is_the_same_version (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzCommit) after_snapshot = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) after_copy = pz_commit_new (fixture->store);
  g_autofree char *path = store_fixture_path (fixture, A);
  g_autofree char *snapshot = NULL;
  PzVersion version;

  save (fixture, A, "one");
  version = version_of (fixture, A);
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  g_assert_nonnull (snapshot);
  put (after_snapshot, A, "two", &version);
  run_well (after_snapshot);

  version = version_of (fixture, A);
  g_assert_no_errno (g_unlink (path));
  store_fixture_write (fixture, A, "two");
  put (after_copy, A, "three", &version);
  run_well (after_copy);
  assert_holds (fixture, A, "three");
}

static void
test_snapshot_keeps_what_was (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autofree char *snapshot = NULL;
  g_autofree char *kept = NULL;

  save (fixture, A, "one");
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  save (fixture, A, "two");
  kept = g_build_filename ("snapshots", snapshot, A, NULL);
  assert_holds (fixture, kept, "one");
  assert_holds (fixture, A, "two");
}

static void
test_names_that_are_refused (StoreFixture  *fixture,
                             gconstpointer  data)
{
  static const char *const names[] = { "", "../x", "/etc/x", "learners/../../x", "learners//x", ".x", "learners/.x",
                                       "lock", "journal/x", "learners/", "learners/ä", "learners/a b",
                                       "cache/index.json", "snapshots/2026-11-23T1600/classroom.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      put (commit, names[i], "x", NULL);
      run_badly (commit, PZ_ERROR_NOT_SAFE);
    }
  assert_tidy (fixture);
}

static void
test_folder_in_the_place_of_a_file (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  store_fixture_write (fixture, A "/inside", "x");
  put (commit, A, "x", NULL);
  put (commit, B, "x", NULL);
  run_badly (commit, PZ_ERROR_NOT_SAFE);
  g_assert_false (store_fixture_exists (fixture, B));
  assert_tidy (fixture);
}

static void
test_link_is_replaced_and_its_target_untouched (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *link = store_fixture_path (fixture, A);
  g_autofree char *planted = store_fixture_path (fixture, "learners/.a.json.tmp");

  save (fixture, B, "x");
  store_fixture_write (fixture, "decoy", "not ours");
  g_assert_no_errno (symlink ("../decoy", link));
  g_assert_no_errno (symlink ("../decoy", planted));
  put (commit, A, "ours", NULL);
  run_well (commit);
  assert_holds (fixture, "decoy", "not ours");
  assert_holds (fixture, A, "ours");
  g_assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_tidy (fixture);
}

static void
test_link_as_folder (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *link = store_fixture_path (fixture, "frameworks");
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autoptr(GDir) dir = NULL;

  g_assert_no_errno (g_mkdir (elsewhere, 0700));
  g_assert_no_errno (symlink (elsewhere, link));
  put (commit, "frameworks/f.json", "x", NULL);
  run_badly (commit, PZ_ERROR_NOT_SAFE);
  dir = g_dir_open (elsewhere, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_folder_others_can_write_to (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *folder = store_fixture_path (fixture, "learners");

  save (fixture, B, "x");
  g_assert_no_errno (g_chmod (folder, 0770));
  put (commit, A, "x", NULL);
  run_badly (commit, PZ_ERROR_NOT_SAFE);
}

static void
test_modes_whatever_the_umask (StoreFixture  *fixture,
                               gconstpointer  data)
{
  static const mode_t masks[] = { 0, 0777 };

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
      g_autoptr(GBytes) line = bytes_of ("line\n");
      mode_t before = umask (masks[i]);

      put (commit, i == 0 ? A : C, "x", NULL);
      put (commit, i == 0 ? B : "frameworks/d.json", "x", NULL);
      pz_commit_append_history (commit, i == 0 ? HISTORY : "history/other.jsonl", line);
      run_well (commit);
      umask (before);
    }
  g_assert_cmphex (store_fixture_mode (fixture, "."), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, "lock"), ==, 0600);
  g_assert_cmphex (store_fixture_mode (fixture, "journal"), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, "learners"), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, "frameworks"), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, "history"), ==, 0700);
  g_assert_cmphex (store_fixture_mode (fixture, A), ==, 0600);
  g_assert_cmphex (store_fixture_mode (fixture, C), ==, 0600);
  g_assert_cmphex (store_fixture_mode (fixture, HISTORY), ==, 0600);
  g_assert_cmphex (store_fixture_mode (fixture, "history/other.jsonl"), ==, 0600);
}

/* the kernel refuses to write beyond a size, which is how a full disk looks, on any file system and to anybody */
static void
test_no_room (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(PzCommit) single = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) several = pz_commit_new (fixture->store);
  g_autoptr(GBytes) line = bytes_of ("line\n");
  g_autofree char *large = g_strnfill (10000, 'x');
  struct rlimit before, limit;

  save (fixture, A, "one");
  put (single, B, large, NULL);
  put (several, C, "small", NULL);
  put (several, B, large, NULL);
  pz_commit_delete (several, A, NULL);
  pz_commit_append_history (several, HISTORY, line);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  limit = before;
  limit.rlim_cur = 6000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_false (pz_commit_run (single, NULL));
  g_assert_false (pz_commit_run (several, NULL));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));

  assert_holds (fixture, A, "one");
  assert_holds (fixture, HISTORY, "");
  g_assert_false (store_fixture_exists (fixture, B));
  g_assert_false (store_fixture_exists (fixture, C));
  {
    g_autoptr(GPtrArray) left_over = store_fixture_left_over (fixture);

    g_assert_cmpuint (left_over->len, ==, 0);
  }
  /* and with room again the same commits go through */
  run_well (several);
  g_assert_false (store_fixture_exists (fixture, A));
  assert_holds (fixture, HISTORY, "line\n");
  assert_tidy (fixture);
}

static void
test_locked (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  gboolean left_over;
  int lock;

  lock = pz_lock_take (pz_store_get_root (fixture->store), 0, &left_over, NULL);
  g_assert_cmpint (lock, >=, 0);
  pz_store_set_lock_wait (fixture->store, 0);
  put (commit, A, "one", NULL);
  run_badly (commit, PZ_ERROR_LOCKED);
  g_assert_false (store_fixture_exists (fixture, A));
  pz_lock_release (lock, TRUE);
  run_well (commit);
  assert_holds (fixture, A, "one");
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzCommit) commit = NULL;

  store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_READ_ONLY, NULL);
  commit = pz_commit_new (store);
  put (commit, A, "one", NULL);
  run_badly (commit, PZ_ERROR_READ_ONLY);
  g_assert_false (store_fixture_exists (fixture, A));
}

static void
test_history_is_added_to (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(GBytes) lines = bytes_of ("{\"old\":1}\n{\"old\":2}\n");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

      pz_commit_append_history (commit, HISTORY, lines);
      run_well (commit);
    }
  assert_holds (fixture, HISTORY, "{\"old\":1}\n{\"old\":2}\n{\"old\":1}\n{\"old\":2}\n");
}

static void
test_torn_line_of_history_is_cut (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autofree char *long_line = g_strnfill (9000, 'x');
  g_autofree char *torn = g_strconcat ("whole\n", long_line, NULL);
  g_autoptr(PzCommit) first = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) second = pz_commit_new (fixture->store);
  g_autoptr(GBytes) line = bytes_of ("next\n");

  store_fixture_write (fixture, HISTORY, torn);
  pz_commit_append_history (first, HISTORY, line);
  run_well (first);
  assert_holds (fixture, HISTORY, "whole\nnext\n");

  store_fixture_write (fixture, HISTORY, "only a part");
  pz_commit_append_history (second, HISTORY, line);
  run_well (second);
  assert_holds (fixture, HISTORY, "next\n");
}

static void
test_history_of_a_commit_that_fails_is_taken_back (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr(PzCommit) good = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) bad = pz_commit_new (fixture->store);
  g_autoptr(GBytes) first = bytes_of ("first\n");
  g_autoptr(GBytes) second = bytes_of ("second\n");

  pz_commit_append_history (good, HISTORY, first);
  run_well (good);
  /* a folder where the unfinished file has to be */
  store_fixture_write (fixture, "learners/.a.json.tmp/inside", "x");
  put (bad, A, "one", NULL);
  pz_commit_append_history (bad, HISTORY, second);
  g_assert_false (pz_commit_run (bad, NULL));
  assert_holds (fixture, HISTORY, "first\n");
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  put (commit, A, "one", NULL);
  pz_commit_run_async (commit, NULL, finished_cb, &result);
  wait_for (&result);
  g_assert_true (pz_commit_run_finish (commit, result, &error));
  g_assert_no_error (error);
  assert_holds (fixture, A, "one");
  pz_store_close (fixture->store);
}

static void
test_async_error (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  save (fixture, A, "one");
  put (commit, A, "two", NULL);
  pz_commit_run_async (commit, NULL, finished_cb, &result);
  wait_for (&result);
  g_assert_false (pz_commit_run_finish (commit, result, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_CHANGED);
  pz_store_close (fixture->store);
}

static void
test_async_in_order (StoreFixture  *fixture,
                     gconstpointer  data)
{
  GAsyncResult *results[20] = { NULL };
  PzCommit *commits[G_N_ELEMENTS (results)];

  /* each one must be new, so only the first may succeed: had any overtaken it, another number would stand there */
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      commits[i] = pz_commit_new (fixture->store);
      put (commits[i], A, text, NULL);
      pz_commit_run_async (commits[i], NULL, finished_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      wait_for (&results[i]);
      g_assert_cmpint (pz_commit_run_finish (commits[i], results[i], NULL), ==, i == 0);
      g_object_unref (results[i]);
      g_object_unref (commits[i]);
    }
  assert_holds (fixture, A, "0");
  pz_store_close (fixture->store);
}

static void
test_cancelled_before_it_began (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  put (commit, A, "one", NULL);
  g_cancellable_cancel (cancellable);
  pz_commit_run_async (commit, cancellable, finished_cb, &result);
  wait_for (&result);
  g_assert_false (pz_commit_run_finish (commit, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (store_fixture_exists (fixture, A));
  assert_tidy (fixture);
  pz_store_close (fixture->store);
}

static void
test_closed (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(PzCommit) queued = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) late = pz_commit_new (fixture->store);
  g_autoptr(GAsyncResult) result = NULL;

  put (queued, A, "one", NULL);
  pz_commit_run_async (queued, NULL, finished_cb, &result);
  pz_store_close (fixture->store);
  assert_holds (fixture, A, "one");
  put (late, B, "two", NULL);
  run_badly (late, PZ_ERROR_FAILED);
  wait_for (&result);
  g_assert_true (pz_commit_run_finish (queued, result, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/commit/one-file", test_one_file);
  store_test_add ("/core/commit/several-files", test_several_files);
  store_test_add ("/core/commit/many-files", test_many_files);
  store_test_add ("/core/commit/delete", test_delete);
  store_test_add ("/core/commit/deleting-nothing-is-no-error", test_deleting_nothing_is_no_error);
  store_test_add ("/core/commit/empty", test_empty);
  store_test_add ("/core/commit/later-words-replace-earlier-ones", test_later_words_replace_earlier_ones);
  store_test_add ("/core/commit/new-must-be-new", test_new_must_be_new);
  store_test_add ("/core/commit/version-goes-from-commit-to-commit", test_version_goes_from_commit_to_commit);
  store_test_add ("/core/commit/changed-by-another", test_changed_by_another);
  store_test_add ("/core/commit/removed-by-another", test_removed_by_another);
  store_test_add ("/core/commit/rewritten-in-place", test_rewritten_in_place_with_the_same_size_and_time);
  store_test_add ("/core/commit/same-content-is-the-same-version", test_same_content_is_the_same_version);
  store_test_add ("/core/commit/snapshot-keeps-what-was", test_snapshot_keeps_what_was);
  store_test_add ("/core/commit/names-that-are-refused", test_names_that_are_refused);
  store_test_add ("/core/commit/folder-in-the-place-of-a-file", test_folder_in_the_place_of_a_file);
  store_test_add ("/core/commit/link-is-replaced", test_link_is_replaced_and_its_target_untouched);
  store_test_add ("/core/commit/link-as-folder", test_link_as_folder);
  store_test_add ("/core/commit/folder-others-can-write-to", test_folder_others_can_write_to);
  store_test_add ("/core/commit/modes-whatever-the-umask", test_modes_whatever_the_umask);
  store_test_add ("/core/commit/no-room", test_no_room);
  store_test_add ("/core/commit/locked", test_locked);
  store_test_add ("/core/commit/read-only", test_read_only);
  store_test_add ("/core/commit/history-is-added-to", test_history_is_added_to);
  store_test_add ("/core/commit/torn-line-of-history-is-cut", test_torn_line_of_history_is_cut);
  store_test_add ("/core/commit/history-is-taken-back", test_history_of_a_commit_that_fails_is_taken_back);
  store_test_add ("/core/commit/async", test_async);
  store_test_add ("/core/commit/async-error", test_async_error);
  store_test_add ("/core/commit/async-in-order", test_async_in_order);
  store_test_add ("/core/commit/cancelled-before-it-began", test_cancelled_before_it_began);
  store_test_add ("/core/commit/closed", test_closed);
  return g_test_run ();
}
