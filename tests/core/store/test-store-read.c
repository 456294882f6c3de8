/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stat-faults.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define RECORD "journal/txn-00000000000000a1.journal"

static void
test_reads_what_is_there_and_which_version (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) expected = bytes_of ("one");
  g_autoptr(GError) error = NULL;
  PzVersion seen, version;

  store_save (fixture, A, "one");
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

  store_save (fixture, A, "one");
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
test_lists_files_and_folders_of_ours (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GPtrArray) folders = NULL;
  g_autoptr(GPtrArray) nothing = NULL;

  store_save (fixture, B, "two");
  store_save (fixture, A, "one");
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
  g_assert_null (pz_store_list_folders (fixture->store, "..", NULL));
  g_assert_null (pz_store_list_all (fixture->store, "..", NULL));
}

/* who reads one of them is told why not, instead of finding nothing */
static void
test_lists_all_with_what_is_no_file (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *link = store_fixture_path (fixture, "learners/link.json");

  store_save (fixture, A, "one");
  store_fixture_write (fixture, "learners/folder/inside", "");
  store_fixture_write (fixture, "learners/.a.json.tmp", "");
  g_assert_no_errno (symlink ("a.json", link));
  all = pz_store_list_all (fixture->store, "learners", NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (all, 0), ==, "a.json");
  g_assert_cmpstr (g_ptr_array_index (all, 1), ==, "folder");
  g_assert_cmpstr (g_ptr_array_index (all, 2), ==, "link.json");
}

/* a disk that is giving up must not make a learner seem to be gone */
static void
test_lists_what_cannot_be_looked_at (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GPtrArray) all = NULL;

  store_save (fixture, A, "one");
  store_save (fixture, B, "two");
  stat_faults_set ("b.json", EIO);
  files = pz_store_list (fixture->store, "learners", NULL);
  all = pz_store_list_all (fixture->store, "learners", NULL);
  stat_faults_set (NULL, 0);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 2);
}

static void
test_says_when_a_version_cannot_be_seen (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  PzVersion version;

  store_save (fixture, A, "one");
  stat_faults_set ("a.json", EIO);
  g_assert_false (pz_store_stat (fixture->store, A, &version, &error));
  stat_faults_set (NULL, 0);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_assert_false (version.exists);
}

static void
test_paths_that_may_be_touched (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_store_check_name (A, &error));
  g_assert_no_error (error);
  g_assert_false (pz_store_check_name ("learners/../../x", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_sees_a_commit_that_waits (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_assert_false (pz_store_has_record (fixture->store));
  g_assert_false (pz_store_may_have_record (fixture->store));
  store_fixture_write (fixture, RECORD ".damaged", "x");
  g_assert_false (pz_store_has_record (fixture->store));
  g_assert_false (pz_store_may_have_record (fixture->store));
  store_fixture_write (fixture, RECORD, "x");
  g_assert_true (pz_store_has_record (fixture->store));
  g_assert_true (pz_store_may_have_record (fixture->store));
}

/* a class just made by hand, or one whose journal somebody took away */
static void
test_no_journal_holds_no_commit (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autofree char *journal = store_fixture_path (fixture, "journal");

  remove_tree (journal);
  g_assert_false (pz_store_has_record (fixture->store));
  g_assert_false (pz_store_may_have_record (fixture->store));
}

static void
test_finishes_a_commit_before_it_reads (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autofree char *line = g_strdup_printf ("put " A " 3 %08x\n", (guint) crc_of ("new"));
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) expected = bytes_of ("new");

  store_save (fixture, A, "old");
  store_fixture_write (fixture, "learners/.a.json.00000000000000a1.tmp", "new");
  store_fixture_plant_record (fixture, 0xa1, line);
  content = pz_store_read (fixture->store, A, NULL, NULL);
  g_assert_true (g_bytes_equal (content, expected));
  store_assert_tidy (fixture);
}

#define ADD(path, function) store_test_add ("/core/store-read/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads-what-is-there-and-which-version", test_reads_what_is_there_and_which_version);
  ADD ("stat-of-nothing", test_stat_of_nothing);
  ADD ("refuses-what-is-no-file-of-ours", test_refuses_what_is_no_file_of_ours);
  ADD ("history-may-be-longer", test_history_may_be_longer);
  ADD ("lists-files-and-folders-of-ours", test_lists_files_and_folders_of_ours);
  ADD ("lists-all-with-what-is-no-file", test_lists_all_with_what_is_no_file);
  ADD ("lists-what-cannot-be-looked-at", test_lists_what_cannot_be_looked_at);
  ADD ("says-when-a-version-cannot-be-seen", test_says_when_a_version_cannot_be_seen);
  g_test_add_func ("/core/store-read/paths-that-may-be-touched", test_paths_that_may_be_touched);
  ADD ("sees-a-commit-that-waits", test_sees_a_commit_that_waits);
  ADD ("no-journal-holds-no-commit", test_no_journal_holds_no_commit);
  ADD ("finishes-a-commit-before-it-reads", test_finishes_a_commit_before_it_reads);
  return g_test_run ();
}
