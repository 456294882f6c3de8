/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define C "activities/c.json"
#define HISTORY "history/9f1c22d07ab4e356.jsonl"

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

  commit_put_text (commit, A, "one", NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 1);
  commit_run_well (commit);
  store_assert_holds (fixture, A, "one");
  store_assert_tidy (fixture);
}

static void
test_several_files (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  store_save (fixture, B, "goes");
  commit_put_text (commit, A, "one", NULL);
  commit_put_text (commit, C, "two", NULL);
  commit_put_text (commit, "classroom.json", "three", NULL);
  pz_commit_delete (commit, B, NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 4);
  commit_run_well (commit);
  store_assert_holds (fixture, A, "one");
  store_assert_holds (fixture, C, "two");
  store_assert_holds (fixture, "classroom.json", "three");
  g_assert_false (store_fixture_exists (fixture, B));
  store_assert_tidy (fixture);
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

      commit_put_text (commit, name, name, NULL);
    }
  commit_run_well (commit);
  names = pz_store_list (fixture->store, "learners", NULL);
  g_assert_cmpuint (names->len, ==, 200);
  store_assert_holds (fixture, "learners/x137.json", "learners/x137.json");
  store_assert_tidy (fixture);
}

static void
test_delete (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  PzVersion version;

  store_save (fixture, A, "one");
  version = version_of (fixture, A);
  pz_commit_delete (commit, A, &version);
  commit_run_well (commit);
  g_assert_false (store_fixture_exists (fixture, A));
  store_assert_tidy (fixture);
}

static void
test_deleting_nothing_is_no_error (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  pz_commit_delete (commit, A, NULL);
  pz_commit_delete (commit, C, NULL);
  commit_run_well (commit);
  store_assert_tidy (fixture);
}

static void
test_empty (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  commit_run_well (commit);
  store_assert_tidy (fixture);
}

static void
test_later_words_replace_earlier_ones (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  commit_put_text (commit, A, "first", NULL);
  commit_put_text (commit, A, "second", NULL);
  commit_put_text (commit, B, "never", NULL);
  pz_commit_delete (commit, B, NULL);
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 2);
  commit_run_well (commit);
  store_assert_holds (fixture, A, "second");
  g_assert_false (store_fixture_exists (fixture, B));
}

static void
test_new_must_be_new (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  store_save (fixture, A, "one");
  commit_put_text (commit, A, "two", NULL);
  commit_run_badly (commit, PZ_ERROR_CHANGED);
  store_assert_holds (fixture, A, "one");
  store_assert_tidy (fixture);
}

static void
test_version_goes_from_commit_to_commit (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr(PzCommit) first = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) second = pz_commit_new (fixture->store);
  g_autoptr(PzCommit) third = pz_commit_new (fixture->store);
  PzVersion version, read_version;

  commit_put_text (first, A, "one", NULL);
  g_assert_false (pz_commit_get_version (first, A, &version));
  commit_run_well (first);
  g_assert_true (pz_commit_get_version (first, A, &version));
  g_assert_false (pz_commit_get_version (first, B, &read_version));
  read_version = version_of (fixture, A);
  g_assert_true (pz_version_equal (&version, &read_version));
  g_assert_cmphex (version.crc, ==, crc_of ("one"));

  commit_put_text (second, A, "two", &version);
  commit_put_text (second, B, "two", NULL);
  commit_run_well (second);
  g_assert_true (pz_commit_get_version (second, A, &version));
  pz_commit_delete (third, A, &version);
  commit_run_well (third);
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

  store_save (fixture, A, "one");
  version = version_of (fixture, A);
  store_save (fixture, A, "theirs");
  commit_put_text (single, A, "ours", &version);
  commit_run_badly (single, PZ_ERROR_CHANGED);
  commit_put_text (several, B, "ours", NULL);
  commit_put_text (several, A, "ours", &version);
  commit_run_badly (several, PZ_ERROR_CHANGED);
  store_assert_holds (fixture, A, "theirs");
  g_assert_false (store_fixture_exists (fixture, B));
  pz_commit_delete (gone, A, &version);
  commit_run_badly (gone, PZ_ERROR_CHANGED);
  store_assert_holds (fixture, A, "theirs");
  store_assert_tidy (fixture);
}

static void
test_removed_by_another (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *path = store_fixture_path (fixture, A);
  PzVersion version;

  store_save (fixture, A, "one");
  version = version_of (fixture, A);
  g_assert_no_errno (g_unlink (path));
  commit_put_text (commit, A, "two", &version);
  commit_run_badly (commit, PZ_ERROR_CHANGED);
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

  store_save (fixture, A, "one");
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
  version = version_of (fixture, A);
  store_fixture_write (fixture, A, "two");
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
  g_assert_true (pz_store_stat (fixture->store, A, &now, NULL));
  g_assert_cmpuint (now.inode, ==, version.inode);
  g_assert_cmpint (now.mtime_ns, ==, version.mtime_ns);
  commit_put_text (commit, A, "ours", &version);
  commit_run_badly (commit, PZ_ERROR_CHANGED);
  store_assert_holds (fixture, A, "two");
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

  store_save (fixture, A, "one");
  version = version_of (fixture, A);
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  g_assert_nonnull (snapshot);
  commit_put_text (after_snapshot, A, "two", &version);
  commit_run_well (after_snapshot);

  version = version_of (fixture, A);
  g_assert_no_errno (g_unlink (path));
  store_fixture_write (fixture, A, "two");
  commit_put_text (after_copy, A, "three", &version);
  commit_run_well (after_copy);
  store_assert_holds (fixture, A, "three");
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
      commit_run_well (commit);
    }
  store_assert_holds (fixture, HISTORY, "{\"old\":1}\n{\"old\":2}\n{\"old\":1}\n{\"old\":2}\n");
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
  commit_run_well (good);
  /* a folder where the unfinished file has to be */
  store_fixture_write (fixture, "learners/.a.json.tmp/inside", "x");
  commit_put_text (bad, A, "one", NULL);
  pz_commit_append_history (bad, HISTORY, second);
  g_assert_false (pz_commit_run (bad, NULL));
  store_assert_holds (fixture, HISTORY, "first\n");
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
  store_test_add ("/core/commit/history-is-added-to", test_history_is_added_to);
  store_test_add ("/core/commit/history-is-taken-back", test_history_of_a_commit_that_fails_is_taken_back);
  return g_test_run ();
}
