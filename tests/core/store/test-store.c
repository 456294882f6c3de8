/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define NOBODY 65534

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
  store_assert_holds (fixture, "lock", "");
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
test_read_only_flag (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) other = bytes_of ("x");
  g_autoptr(GError) error = NULL;

  store_save (fixture, A, "one");
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

static void
test_closed_is_written_to_no_more (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;

  store_save (fixture, A, "one");
  pz_store_close (fixture->store);
  g_assert_false (store_fixture_save (fixture, A, "two", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_FAILED);
  store_assert_holds (fixture, A, "one");
  content = pz_store_read (fixture->store, A, NULL, NULL);
  g_assert_nonnull (content);
  pz_store_close (fixture->store); /* and again */
}

typedef struct
{
  GString *done;
  GMutex mutex;
  GCond go_on;
  gboolean may_go_on;
} Jobs;

static void
note_job (GTask *task)
{
  Jobs *jobs = g_task_get_task_data (task);

  g_mutex_lock (&jobs->mutex);
  while (!jobs->may_go_on)
    g_cond_wait (&jobs->go_on, &jobs->mutex);
  g_string_append_c (jobs->done, (char) GPOINTER_TO_INT (g_task_get_source_tag (task)));
  g_mutex_unlock (&jobs->mutex);
  g_task_return_boolean (task, TRUE);
}

static gpointer
let_go_on (gpointer data)
{
  Jobs *jobs = data;

  g_usleep (20000); /* who closes waits by now */
  g_mutex_lock (&jobs->mutex);
  jobs->may_go_on = TRUE;
  g_cond_signal (&jobs->go_on);
  g_mutex_unlock (&jobs->mutex);
  return NULL;
}

static void
test_closing_waits_for_what_is_queued (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  Jobs jobs = { .done = g_string_new (NULL) };
  GThread *thread;

  g_mutex_init (&jobs.mutex);
  g_cond_init (&jobs.go_on);
  for (int tag = 'a'; tag <= 'd'; tag++)
    {
      GTask *task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_source_tag (task, GINT_TO_POINTER (tag));
      g_task_set_task_data (task, &jobs, NULL);
      pz_store_queue (fixture->store, task, note_job);
    }
  thread = g_thread_new ("go-on", let_go_on, &jobs);
  pz_store_close (fixture->store);
  g_assert_cmpstr (jobs.done->str, ==, "abcd"); /* one after another */
  g_thread_join (thread);
  g_string_free (jobs.done, TRUE);
  g_mutex_clear (&jobs.mutex);
  g_cond_clear (&jobs.go_on);
}

static void
test_one_writer_at_a_time (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(PzStore) other = pz_store_open (fixture->environment, fixture->path, PZ_STORE_NONE, NULL);
  g_autoptr(GError) error = NULL;
  int lock, second;
  gint64 begun;

  g_assert_true (pz_store_begin (fixture->store, &lock, NULL));
  pz_store_set_lock_wait (other, 0);
  begun = g_get_monotonic_time ();
  g_assert_false (pz_store_begin (other, &second, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 2 * G_USEC_PER_SEC); /* it would wait so long by itself */
  pz_store_end (fixture->store, lock, TRUE);
  g_assert_true (pz_store_begin (other, &second, NULL));
  pz_store_end (other, second, TRUE);
  store_assert_tidy (fixture);
}

/* whoever writes next looks for what was left over */
static void
test_what_was_not_finished_is_marked (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  int lock;

  g_assert_true (pz_store_begin (fixture->store, &lock, NULL));
  store_fixture_write (fixture, "learners/.a.json.tmp", "x");
  pz_store_end (fixture->store, lock, FALSE);
  g_assert_true (pz_store_recover (fixture->store, NULL));
  store_assert_tidy (fixture);
}

static void
test_what_is_uncertain_is_written_to_no_more (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  pz_store_poison (fixture->store);
  g_assert_false (store_fixture_save (fixture, A, "one", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);
  g_clear_error (&error);
  g_assert_false (pz_store_recover (fixture->store, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);
  store_fixture_reopen (fixture);
  store_save (fixture, A, "one");
}

static void
test_remembers_since_when_the_journal_is_empty (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_assert_false (pz_store_knows_empty (fixture->store, 5));
  pz_store_remember_empty (fixture->store, 5);
  g_assert_true (pz_store_knows_empty (fixture->store, 5));
  g_assert_false (pz_store_knows_empty (fixture->store, 6));
}

static void
test_numbers_come_from_its_environment (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  guint64 first = pz_store_new_number (fixture->store);

  g_assert_true (pz_store_get_environment (fixture->store) == fixture->environment);
  g_assert_cmpuint (first, !=, 0);
  g_assert_cmpuint (pz_store_new_number (fixture->store), !=, first);
}

static void
test_finalizes (StoreFixture  *fixture,
                gconstpointer  data)
{
  store_save (fixture, A, "one");
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
  g_test_add_func ("/core/store/version-equal", test_version_equal);
  store_test_add ("/core/store/read-only-flag", test_read_only_flag);
  store_test_add ("/core/store/closed-is-written-to-no-more", test_closed_is_written_to_no_more);
  store_test_add ("/core/store/closing-waits-for-what-is-queued", test_closing_waits_for_what_is_queued);
  store_test_add ("/core/store/one-writer-at-a-time", test_one_writer_at_a_time);
  store_test_add ("/core/store/what-was-not-finished-is-marked", test_what_was_not_finished_is_marked);
  store_test_add ("/core/store/what-is-uncertain-is-written-to-no-more", test_what_is_uncertain_is_written_to_no_more);
  store_test_add ("/core/store/remembers-since-when-the-journal-is-empty",
                  test_remembers_since_when_the_journal_is_empty);
  store_test_add ("/core/store/numbers-come-from-its-environment", test_numbers_come_from_its_environment);
  store_test_add ("/core/store/finalizes", test_finalizes);
  return g_test_run ();
}
