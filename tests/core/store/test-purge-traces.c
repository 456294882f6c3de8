/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-purge-traces.h"

#include <unistd.h>

#define NOOR "d4m7kq2x9v5t0rhb"
#define ADA "0000000000000001"
#define MINE "history/9f1c22d07ab4e356.jsonl"
#define THEIRS "history/5d80b71e4c9a2f03.jsonl"

static const char *const noor[] = { NOOR, NULL };

static void
clean (StoreFixture      *fixture,
       const char *const *ids)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_purge_clean_histories (fixture->store, commit, ids, &error));
  g_assert_no_error (error);
  commit_run_well (commit);
}

static void
delete_copies (StoreFixture   *fixture,
               PzDocumentKind  kind,
               const char     *id)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_purge_delete_copies (fixture->store, commit, kind, id, &error));
  g_assert_no_error (error);
  commit_run_well (commit);
}

static void
test_lines_that_name_one_of_them_go (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  const char *const both[] = { NOOR, ADA, NULL };

  store_fixture_write (fixture, MINE,
                       "{\"doc\":\"learners/" NOOR "\"}\n{\"doc\":\"learners/0000000000000002\"}\n"
                       "{\"doc\":\"learners/" ADA "\"}\n{\"new\":\"" NOOR "\"}\n");
  store_fixture_write (fixture, THEIRS, "{\"doc\":\"learners/" NOOR "\"}\n");
  clean (fixture, noor);
  store_assert_holds (fixture, MINE, "{\"doc\":\"learners/0000000000000002\"}\n{\"doc\":\"learners/" ADA "\"}\n");
  store_assert_holds (fixture, THEIRS, "");
  clean (fixture, both);
  store_assert_holds (fixture, MINE, "{\"doc\":\"learners/0000000000000002\"}\n");
}

/* what a power cut left of a line names somebody just as well; zeros and other bytes do not hide what follows */
static void
test_torn_and_damaged_lines_are_looked_at (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (fixture, THEIRS);
  static const char with_nul[] = "x\0\xff" NOOR "\nkept\n";

  store_fixture_write (fixture, MINE, "kept\n{\"doc\":\"learners/" NOOR);
  store_fixture_write (fixture, THEIRS, "");
  g_assert_true (g_file_set_contents (path, with_nul, sizeof with_nul - 1, NULL));
  clean (fixture, noor);
  store_assert_holds (fixture, MINE, "kept\n");
  store_assert_holds (fixture, THEIRS, "kept\n");
}

static void
test_histories_without_them_are_left_alone (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  g_assert_true (pz_purge_clean_histories (fixture->store, commit, noor, NULL));
  store_fixture_write (fixture, MINE, "{\"doc\":\"learners/" ADA "\"}\nno end");
  g_assert_true (pz_purge_clean_histories (fixture->store, commit, noor, NULL));
  g_assert_cmpuint (pz_commit_get_n_files (commit), ==, 0);
}

/* somebody wrote a line between the reading and the commit: it must not be lost, nor stay unread */
static void
test_a_history_that_grew_is_not_overwritten (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);

  store_fixture_write (fixture, MINE, NOOR "\n");
  g_assert_true (pz_purge_clean_histories (fixture->store, commit, noor, NULL));
  store_fixture_write (fixture, MINE, NOOR "\nmore\n");
  commit_run_badly (commit, PZ_ERROR_CHANGED);
  store_assert_holds (fixture, MINE, NOOR "\nmore\n");
}

/* who cannot read it cannot say that nobody is named there */
static void
test_a_history_that_cannot_be_read_is_an_error (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
  g_autofree char *path = store_fixture_path (fixture, MINE);
  g_autofree char *folder = store_fixture_path (fixture, "history");
  g_autoptr(GError) error = NULL;

  store_fixture_write (fixture, MINE, "");
  g_assert_no_errno (truncate (path, (off_t) 1 << 40)); /* larger than any history may be */
  g_assert_false (pz_purge_clean_histories (fixture->store, commit, noor, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE);
  g_clear_error (&error);
  remove_tree (folder);
  g_assert_no_errno (symlink ("/", folder));
  g_assert_false (pz_purge_clean_histories (fixture->store, commit, noor, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_every_copy_goes_but_the_file_itself (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  static const char *const gone[] = { "learners/" NOOR ".json.damaged-20261123T160000",
                                      "learners/" NOOR ".json.damaged-20261123T160000-2",
                                      "snapshots/2026-11-23T1600/learners/" NOOR ".json",
                                      "snapshots/2026-11-22T1600/learners/" NOOR ".json",
                                      "snapshots/2026-11-22T1600/learners/" NOOR ".json.damaged-20261101T160000" };
  static const char *const kept[] = { "learners/" NOOR ".json", "learners/" ADA ".json",
                                      "learners/" ADA ".json.damaged-20261123T160000",
                                      "snapshots/2026-11-23T1600/learners/" ADA ".json",
                                      "snapshots/2026-11-23T1600/classroom.json", "activities/" NOOR ".json",
                                      "snapshots/2026-11-23T1600/activities/" NOOR ".json",
                                      "snapshots/2026-11-21T1600/classroom.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    store_fixture_write (fixture, gone[i], "x");
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    store_fixture_write (fixture, kept[i], "x");
  delete_copies (fixture, PZ_DOCUMENT_LEARNER, NOOR);
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_false (store_fixture_exists (fixture, gone[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (store_fixture_exists (fixture, kept[i]));
  delete_copies (fixture, PZ_DOCUMENT_ACTIVITY, NOOR);
  g_assert_false (store_fixture_exists (fixture, "snapshots/2026-11-23T1600/activities/" NOOR ".json"));
  g_assert_true (store_fixture_exists (fixture, "activities/" NOOR ".json"));
}

static void
test_folders_that_cannot_be_read_are_an_error (StoreFixture  *fixture,
                                               gconstpointer  data)
{
  static const char *const names[] = { "learners", "snapshots", "snapshots/2026-11-23T1600/learners" };

  store_fixture_write (fixture, "snapshots/2026-11-23T1600/classroom.json", "x");
  for (gsize i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_autoptr(PzCommit) commit = pz_commit_new (fixture->store);
      g_autofree char *path = store_fixture_path (fixture, names[i - 1]);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", names[i - 1]);
      remove_tree (path);
      g_assert_no_errno (symlink ("/", path));
      g_assert_false (pz_purge_delete_copies (fixture->store, commit, PZ_DOCUMENT_LEARNER, NOOR, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
      g_assert_no_errno (unlink (path));
    }
}

#define DAMAGED "journal/txn-00000000000000a1.journal.damaged"
#define STAGED(id) "learners/." id ".json.00000000000000a1.tmp"

/* the sweep leaves it: it may be the only copy of what somebody wrote of others */
static void
test_what_a_damaged_save_holds_of_them_goes (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_write (fixture, DAMAGED, "x");
  store_fixture_write (fixture, STAGED (NOOR), "Noor");
  store_fixture_write (fixture, STAGED (ADA), "Ada");
  store_fixture_write (fixture, "activities/." NOOR ".json.00000000000000a1.tmp", "Noor's activity");
  store_fixture_write (fixture, "learners/." NOOR ".json", "hidden by somebody else");
  g_assert_true (pz_purge_delete_staged (fixture->store, PZ_DOCUMENT_LEARNER, noor, &error));
  g_assert_no_error (error);
  g_assert_false (store_fixture_exists (fixture, STAGED (NOOR)));
  store_assert_holds (fixture, STAGED (ADA), "Ada");
  g_assert_true (store_fixture_exists (fixture, "activities/." NOOR ".json.00000000000000a1.tmp"));
  g_assert_true (store_fixture_exists (fixture, "learners/." NOOR ".json"));
  g_assert_true (store_fixture_exists (fixture, DAMAGED));
}

static void
test_without_a_damaged_save_nothing_is_looked_for (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *folder = store_fixture_path (fixture, "learners");

  remove_tree (folder);
  g_assert_true (pz_purge_delete_staged (fixture->store, PZ_DOCUMENT_LEARNER, noor, NULL));
  store_fixture_write (fixture, DAMAGED, "x");
  g_assert_true (pz_purge_delete_staged (fixture->store, PZ_DOCUMENT_LEARNER, noor, NULL));
}

static void
test_a_damaged_save_that_cannot_be_cleaned_is_an_error (StoreFixture  *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *folder = store_fixture_path (fixture, "learners");
  g_autoptr(GError) error = NULL;

  store_fixture_write (fixture, DAMAGED, "x");
  store_fixture_write (fixture, STAGED (NOOR) "/inside", "x");
  g_assert_false (pz_purge_delete_staged (fixture->store, PZ_DOCUMENT_LEARNER, noor, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_clear_error (&error);
  remove_tree (folder);
  g_assert_no_errno (symlink ("/", folder));
  g_assert_false (pz_purge_delete_staged (fixture->store, PZ_DOCUMENT_LEARNER, noor, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

#define ADD(path, function) store_test_add ("/core/purge-traces/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines-that-name-one-of-them-go", test_lines_that_name_one_of_them_go);
  ADD ("torn-and-damaged-lines-are-looked-at", test_torn_and_damaged_lines_are_looked_at);
  ADD ("histories-without-them-are-left-alone", test_histories_without_them_are_left_alone);
  ADD ("a-history-that-grew-is-not-overwritten", test_a_history_that_grew_is_not_overwritten);
  ADD ("a-history-that-cannot-be-read-is-an-error", test_a_history_that_cannot_be_read_is_an_error);
  ADD ("every-copy-goes-but-the-file-itself", test_every_copy_goes_but_the_file_itself);
  ADD ("folders-that-cannot-be-read-are-an-error", test_folders_that_cannot_be_read_are_an_error);
  ADD ("what-a-damaged-save-holds-of-them-goes", test_what_a_damaged_save_holds_of_them_goes);
  ADD ("without-a-damaged-save-nothing-is-looked-for", test_without_a_damaged_save_nothing_is_looked_for);
  ADD ("a-damaged-save-that-cannot-be-cleaned-is-an-error", test_a_damaged_save_that_cannot_be_cleaned_is_an_error);
  return g_test_run ();
}
