/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define C "activities/c.json"
#define HISTORY "history/9f1c22d07ab4e356.jsonl"

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
      commit_put_text (commit, names[i], "x", NULL);
      commit_run_badly (commit, PZ_ERROR_NOT_SAFE);
    }
  store_assert_tidy (fixture);
}

static void
test_folder_in_the_place_of_a_file (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  store_fixture_write (fixture, A "/inside", "x");
  commit_put_text (commit, A, "x", NULL);
  commit_put_text (commit, B, "x", NULL);
  commit_run_badly (commit, PZ_ERROR_NOT_SAFE);
  g_assert_false (store_fixture_exists (fixture, B));
  store_assert_tidy (fixture);
}

static void
test_link_is_replaced_and_its_target_untouched (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *link = store_fixture_path (fixture, A);
  g_autofree char *planted = store_fixture_path (fixture, "learners/.a.json.tmp");

  store_save (fixture, B, "x");
  store_fixture_write (fixture, "decoy", "not ours");
  g_assert_no_errno (symlink ("../decoy", link));
  g_assert_no_errno (symlink ("../decoy", planted));
  commit_put_text (commit, A, "ours", NULL);
  commit_run_well (commit);
  store_assert_holds (fixture, "decoy", "not ours");
  store_assert_holds (fixture, A, "ours");
  g_assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  store_assert_tidy (fixture);
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
  commit_put_text (commit, "frameworks/f.json", "x", NULL);
  commit_run_badly (commit, PZ_ERROR_NOT_SAFE);
  dir = g_dir_open (elsewhere, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_folder_others_can_write_to (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *folder = store_fixture_path (fixture, "learners");

  store_save (fixture, B, "x");
  g_assert_no_errno (g_chmod (folder, 0770));
  commit_put_text (commit, A, "x", NULL);
  commit_run_badly (commit, PZ_ERROR_NOT_SAFE);
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

      commit_put_text (commit, i == 0 ? A : C, "x", NULL);
      commit_put_text (commit, i == 0 ? B : "frameworks/d.json", "x", NULL);
      pz_commit_append_history (commit, i == 0 ? HISTORY : "history/other.jsonl", line);
      commit_run_well (commit);
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

  store_save (fixture, A, "one");
  commit_put_text (single, B, large, NULL);
  commit_put_text (several, C, "small", NULL);
  commit_put_text (several, B, large, NULL);
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

  store_assert_holds (fixture, A, "one");
  store_assert_holds (fixture, HISTORY, "");
  g_assert_false (store_fixture_exists (fixture, B));
  g_assert_false (store_fixture_exists (fixture, C));
  {
    g_autoptr(GPtrArray) left_over = store_fixture_left_over (fixture);

    g_assert_cmpuint (left_over->len, ==, 0);
  }
  /* and with room again the same commits go through */
  commit_run_well (several);
  g_assert_false (store_fixture_exists (fixture, A));
  store_assert_holds (fixture, HISTORY, "line\n");
  store_assert_tidy (fixture);
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
  commit_put_text (commit, A, "one", NULL);
  commit_run_badly (commit, PZ_ERROR_LOCKED);
  g_assert_false (store_fixture_exists (fixture, A));
  pz_lock_release (lock, TRUE);
  commit_run_well (commit);
  store_assert_holds (fixture, A, "one");
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(PzCommit) commit = NULL;

  store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_READ_ONLY, NULL);
  commit = pz_commit_new (store);
  commit_put_text (commit, A, "one", NULL);
  commit_run_badly (commit, PZ_ERROR_READ_ONLY);
  g_assert_false (store_fixture_exists (fixture, A));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/commit/names-that-are-refused", test_names_that_are_refused);
  store_test_add ("/core/commit/folder-in-the-place-of-a-file", test_folder_in_the_place_of_a_file);
  store_test_add ("/core/commit/link-is-replaced", test_link_is_replaced_and_its_target_untouched);
  store_test_add ("/core/commit/link-as-folder", test_link_as_folder);
  store_test_add ("/core/commit/folder-others-can-write-to", test_folder_others_can_write_to);
  store_test_add ("/core/commit/modes-whatever-the-umask", test_modes_whatever_the_umask);
  store_test_add ("/core/commit/no-room", test_no_room);
  store_test_add ("/core/commit/locked", test_locked);
  store_test_add ("/core/commit/read-only", test_read_only);
  return g_test_run ();
}
