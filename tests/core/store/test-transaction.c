/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flush-faults.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"
#include "pz-transaction.h"

#include <errno.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define C "activities/c.json"
#define HISTORY "history/9f1c22d07ab4e356.jsonl"

/* What one transaction is given. */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *history;
} Work;

static void
work_init (Work *work)
{
  work->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_file_change_free);
  work->history = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_lines_free);
}

static void
work_clear (Work *work)
{
  g_ptr_array_unref (work->changes);
  g_ptr_array_unref (work->history);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* text NULL: the file goes. The version is the one that is there now. */
static PzFileChange *
work_add (Work         *work,
          StoreFixture *fixture,
          const char   *name,
          const char   *text)
{
  PzFileChange *change = pz_file_change_new (name);

  if (text != NULL)
    change->content = bytes_of (text);
  change->has_seen = TRUE;
  g_assert_true (pz_store_stat (fixture->store, name, &change->seen, NULL));
  g_ptr_array_add (work->changes, change);
  return change;
}

static void
work_add_line (Work       *work,
               const char *text)
{
  g_autoptr(GBytes) lines = bytes_of (text);

  g_ptr_array_add (work->history, pz_lines_new (HISTORY, lines));
}

/* of three files: one is changed, one is new, one goes; with a line of history */
static void
prepare_three (Work         *work,
               StoreFixture *fixture)
{
  store_save (fixture, A, "old");
  store_save (fixture, B, "goes");
  work_init (work);
  work_add (work, fixture, A, "new");
  work_add (work, fixture, C, "added");
  work_add (work, fixture, B, NULL);
  work_add_line (work, "line\n");
}

static void
assert_nothing_happened (StoreFixture *fixture)
{
  g_autoptr(GPtrArray) left_over = store_fixture_left_over (fixture);
  g_autofree char *history = store_fixture_read (fixture, HISTORY);

  g_assert_cmpuint (left_over->len, ==, 0);
  store_assert_holds (fixture, A, "old");
  store_assert_holds (fixture, B, "goes");
  g_assert_false (store_fixture_exists (fixture, C));
  g_assert_true (history == NULL || *history == '\0');
}

static void
assert_all_happened (StoreFixture *fixture)
{
  store_assert_holds (fixture, A, "new");
  store_assert_holds (fixture, C, "added");
  g_assert_false (store_fixture_exists (fixture, B));
  store_assert_holds (fixture, HISTORY, "line\n");
}

static void
assert_refused (Work         *work,
                StoreFixture *fixture,
                PzError       code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (pz_transaction_run (fixture->store, work->changes, work->history, NULL, &error));
  g_assert_error (error, PZ_ERROR, (int) code);
}

static void
test_writes_all_and_says_which_versions (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_auto(Work) work = { 0 };
  PzFileChange *change;
  PzVersion now;

  prepare_three (&work, fixture);
  g_assert_true (pz_transaction_run (fixture->store, work.changes, work.history, NULL, NULL));
  assert_all_happened (fixture);
  store_assert_tidy (fixture);
  change = g_ptr_array_index (work.changes, 0);
  g_assert_true (pz_store_stat (fixture->store, A, &now, NULL));
  g_assert_true (pz_version_equal (&change->written, &now));
  g_assert_cmphex (change->written.crc, ==, crc_of ("new"));
  change = g_ptr_array_index (work.changes, 2);
  g_assert_false (change->written.exists);
}

static void
test_one_file_or_none (StoreFixture  *fixture,
                       gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_auto(Work) work = { 0 };

      work_init (&work);
      if (i < 2)
        work_add (&work, fixture, A, i == 0 ? "one" : NULL);
      g_assert_true (pz_transaction_run (fixture->store, work.changes, work.history, NULL, NULL));
      g_assert_cmpint (store_fixture_exists (fixture, A), ==, i == 0);
      store_assert_tidy (fixture);
    }
}

static void
test_what_is_gone_already_may_go (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_auto(Work) work = { 0 };

  work_init (&work);
  work_add (&work, fixture, A, NULL);
  work_add (&work, fixture, "nowhere/at/all.json", NULL);
  work_add (&work, fixture, B, "one");
  g_assert_true (pz_transaction_run (fixture->store, work.changes, work.history, NULL, NULL));
  store_assert_holds (fixture, B, "one");
  g_assert_false (store_fixture_exists (fixture, "nowhere"));
  store_assert_tidy (fixture);
}

static void
test_one_that_changed_refuses_all (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_auto(Work) work = { 0 };

  prepare_three (&work, fixture);
  store_save (fixture, B, "changed");
  assert_refused (&work, fixture, PZ_ERROR_CHANGED);
  store_save (fixture, B, "goes");
  assert_nothing_happened (fixture);
  store_assert_tidy (fixture);
}

static void
test_cancelled_before_it_began (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_auto(Work) work = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  prepare_three (&work, fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (pz_transaction_run (fixture->store, work.changes, work.history, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_happened (fixture);
  store_assert_tidy (fixture);
}

static void
test_waits_for_its_turn (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_auto(Work) work = { 0 };
  gboolean left_over;
  int lock;

  prepare_three (&work, fixture);
  lock = pz_lock_take (pz_store_get_root (fixture->store), 0, &left_over, NULL);
  pz_store_set_lock_wait (fixture->store, 0);
  assert_refused (&work, fixture, PZ_ERROR_LOCKED);
  assert_nothing_happened (fixture);
  pz_lock_release (lock, TRUE);
  g_assert_true (pz_transaction_run (fixture->store, work.changes, work.history, NULL, NULL));
  assert_all_happened (fixture);
}

/* a folder stands where the second history is to be: the lines of the first one go again */
static void
test_history_that_fails_keeps_all_back (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_auto(Work) work = { 0 };
  g_autoptr(GBytes) lines = bytes_of ("more\n");

  prepare_three (&work, fixture);
  g_ptr_array_add (work.history, pz_lines_new ("history/folder.jsonl", lines));
  store_fixture_write (fixture, "history/folder.jsonl/inside", "x");
  assert_refused (&work, fixture, PZ_ERROR_NOT_SAFE);
  assert_nothing_happened (fixture);
}

static void
test_a_disk_that_fails_keeps_all_back (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  static const struct { int error; PzError code; } rows[] = { { EIO, PZ_ERROR_IO }, { ENOSPC, PZ_ERROR_NO_SPACE } };
  g_auto(Work) work = { 0 };

  prepare_three (&work, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      flush_faults_files (1, rows[i].error);
      assert_refused (&work, fixture, rows[i].code);
      assert_nothing_happened (fixture);
    }
  g_assert_true (pz_transaction_run (fixture->store, work.changes, work.history, NULL, NULL));
  assert_all_happened (fixture);
  store_assert_tidy (fixture);
}

static void
test_one_file_the_disk_did_not_take (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_auto(Work) work = { 0 };
  g_autoptr(GPtrArray) left_over = NULL;

  store_save (fixture, A, "old");
  work_init (&work);
  work_add (&work, fixture, A, "new");
  work_add_line (&work, "line\n");
  flush_faults_files (1, EIO);
  assert_refused (&work, fixture, PZ_ERROR_IO);
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
  store_assert_holds (fixture, A, "old");
  store_assert_holds (fixture, HISTORY, "");
}

/* it was renamed, and whether that lasts nobody can say: no more is written until the class is opened anew */
static void
test_one_file_that_is_uncertain (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  static const char *const texts[] = { "new", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(Work) work = { 0 };

      store_save (fixture, A, "old");
      work_init (&work);
      work_add (&work, fixture, A, texts[i]);
      flush_faults_folders (0, 1, EIO);
      assert_refused (&work, fixture, PZ_ERROR_UNCERTAIN);
      flush_faults_folders (0, 0, 0);
      assert_refused (&work, fixture, PZ_ERROR_UNCERTAIN);
      store_fixture_reopen (fixture);
      store_assert_holds (fixture, A, texts[i]);
    }
}

/* Wherever a folder is not confirmed, all of it happened or nothing, and what was answered is true. */
static void
test_every_folder_that_is_not_confirmed (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  guint n_refused = 0, n_uncertain = 0, n_finished_later = 0;
  gboolean reached = TRUE;

  for (guint skip = 0; reached; skip++)
    {
      g_auto(Work) work = { 0 };
      g_autoptr(GError) error = NULL;
      gboolean done;

      prepare_three (&work, fixture);
      flush_faults_folders (skip, 1, EIO);
      done = pz_transaction_run (fixture->store, work.changes, work.history, NULL, &error);
      reached = flush_faults_end ();
      if (!done && g_error_matches (error, PZ_ERROR, PZ_ERROR_IO))
        {
          n_refused++;
          assert_nothing_happened (fixture);
        }
      else
        {
          if (!done)
            g_assert_error (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);
          n_uncertain += !done;
          n_finished_later += done && reached;
          store_fixture_reopen (fixture);
          assert_all_happened (fixture);
          store_assert_tidy (fixture);
        }
      remove_tree (fixture->path);
      g_clear_object (&fixture->store);
      fixture->store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_CREATE, NULL);
    }
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_uncertain, >, 0);
  g_assert_cmpuint (n_finished_later, >, 0);
}

#define ADD(path, function) store_test_add ("/core/transaction/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("writes-all-and-says-which-versions", test_writes_all_and_says_which_versions);
  ADD ("one-file-or-none", test_one_file_or_none);
  ADD ("what-is-gone-already-may-go", test_what_is_gone_already_may_go);
  ADD ("one-that-changed-refuses-all", test_one_that_changed_refuses_all);
  ADD ("cancelled-before-it-began", test_cancelled_before_it_began);
  ADD ("waits-for-its-turn", test_waits_for_its_turn);
  ADD ("history-that-fails-keeps-all-back", test_history_that_fails_keeps_all_back);
  ADD ("a-disk-that-fails-keeps-all-back", test_a_disk_that_fails_keeps_all_back);
  ADD ("one-file-the-disk-did-not-take", test_one_file_the_disk_did_not_take);
  ADD ("one-file-that-is-uncertain", test_one_file_that_is_uncertain);
  ADD ("every-folder-that-is-not-confirmed", test_every_folder_that_is_not_confirmed);
  return g_test_run ();
}
