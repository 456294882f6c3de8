/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "stat-faults.h"
#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define A "learners/a.json"
#define KEPT "snapshots/2026-11-23T1600/"

static int link_error; /* errno of every second name for a file; 0: there may be one */

/* takes the place of the one of the C library */
int
linkat (int         from,
        const char *old_name,
        int         to,
        const char *new_name,
        int         flags)
{
  if (link_error == 0)
    return (int) syscall (SYS_linkat, from, old_name, to, new_name, flags);
  errno = link_error;
  return -1;
}

static void
assert_fails (StoreFixture *fixture,
              PzError       code)
{
  g_autofree char *snapshot = NULL;
  g_autoptr(GPtrArray) left_over = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GError) error = NULL;

  snapshot = pz_store_snapshot (fixture->store, NULL, &error);
  g_assert_null (snapshot);
  g_assert_error (error, PZ_ERROR, (int) code);
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
  kept = pz_store_list_folders (fixture->store, "snapshots", NULL);
  g_assert_cmpuint (kept->len, ==, 0);
}

static void
test_has_a_name_of_its_own_and_not_everything (StoreFixture  *fixture,
                                               gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GPtrArray) names = NULL;
  static const char *const left_out[] = { "lock", "journal", "cache", "history", "outbox", "snapshots" };

  store_save (fixture, A, "one");
  store_save (fixture, "classroom.json", "class");
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
  store_assert_holds (fixture, "snapshots/2026-11-23T1600/" A, "one");
  store_assert_holds (fixture, "snapshots/2026-11-23T1600-import-2/classroom.json", "class");
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      g_autofree char *name = g_build_filename ("snapshots", first, left_out[i], NULL);

      g_assert_false (store_fixture_exists (fixture, name));
    }
  names = pz_store_list_folders (fixture->store, "snapshots", NULL);
  g_assert_cmpuint (names->len, ==, 3);
}

static void
test_keeps_what_was (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *snapshot = NULL;
  g_autofree char *kept = NULL;

  store_save (fixture, A, "one");
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  store_save (fixture, A, "two");
  kept = g_build_filename ("snapshots", snapshot, A, NULL);
  store_assert_holds (fixture, kept, "one");
  store_assert_holds (fixture, A, "two");
}

static void
test_costs_no_space_until_a_file_changes (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autofree char *snapshot = NULL;
  g_autofree char *here = store_fixture_path (fixture, A);
  g_autofree char *there = store_fixture_path (fixture, KEPT A);
  struct stat one, other;

  store_save (fixture, A, "one");
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  g_assert_no_errno (stat (here, &one));
  g_assert_no_errno (stat (there, &other));
  g_assert_cmpuint (one.st_ino, ==, other.st_ino);
}

/* sticks and cards */
static void
test_copies_where_a_file_has_one_name_only (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  static const int errors[] = { EPERM, EOPNOTSUPP, EMLINK };

  store_save (fixture, A, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *snapshot = NULL;
      g_autofree char *kept = NULL;

      link_error = errors[i];
      snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
      link_error = 0;
      g_assert_nonnull (snapshot);
      kept = g_build_filename ("snapshots", snapshot, A, NULL);
      store_assert_holds (fixture, kept, "one");
      g_assert_cmphex (store_fixture_mode (fixture, kept), ==, 0600);
      store_fixture_write (fixture, A, "one");
    }
  store_assert_tidy (fixture);
}

static void
test_nothing_is_left_of_one_that_fails (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  store_save (fixture, A, "one");
  link_error = ENOSPC;
  assert_fails (fixture, PZ_ERROR_NO_SPACE);
  link_error = 0;
}

/* without it a learner would be missing when the class is turned back */
static void
test_fails_when_a_file_cannot_be_looked_at (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autofree char *snapshot = NULL;

  store_save (fixture, A, "one");
  store_save (fixture, "learners/b.json", "two");
  stat_faults_set ("b.json", EIO);
  assert_fails (fixture, PZ_ERROR_IO);
  stat_faults_set (NULL, 0);
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  store_assert_holds (fixture, KEPT "learners/b.json", "two");
}

static void
test_keeps_nothing_that_is_not_ours (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autofree char *link = store_fixture_path (fixture, "learners/link.json");
  g_autofree char *fifo = store_fixture_path (fixture, "learners/fifo.json");
  g_autofree char *snapshot = NULL;

  store_save (fixture, A, "one");
  g_assert_no_errno (symlink ("/etc", link));
  g_assert_no_errno (mkfifo (fifo, 0600));
  store_fixture_write (fixture, "learners/.hidden", "x");
  store_fixture_write (fixture, "learners/not ours", "x");
  snapshot = pz_store_snapshot (fixture->store, NULL, NULL);
  g_assert_nonnull (snapshot);
  g_assert_true (store_fixture_exists (fixture, KEPT A));
  g_assert_false (store_fixture_exists (fixture, KEPT "learners/link.json"));
  g_assert_false (store_fixture_exists (fixture, KEPT "learners/fifo.json"));
  g_assert_false (store_fixture_exists (fixture, KEPT "learners/.hidden"));
  g_assert_false (store_fixture_exists (fixture, KEPT "learners/not ours"));
}

static void
test_waits_for_its_turn (StoreFixture  *fixture,
                         gconstpointer  data)
{
  gboolean left_over;
  int lock;

  store_save (fixture, A, "one");
  lock = pz_lock_take (pz_store_get_root (fixture->store), 0, &left_over, NULL);
  pz_store_set_lock_wait (fixture->store, 0);
  assert_fails (fixture, PZ_ERROR_LOCKED);
  pz_lock_release (lock, TRUE);
}

#define ADD(path, function) store_test_add ("/core/snapshot/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("has-a-name-of-its-own-and-not-everything", test_has_a_name_of_its_own_and_not_everything);
  ADD ("keeps-what-was", test_keeps_what_was);
  ADD ("costs-no-space-until-a-file-changes", test_costs_no_space_until_a_file_changes);
  ADD ("copies-where-a-file-has-one-name-only", test_copies_where_a_file_has_one_name_only);
  ADD ("nothing-is-left-of-one-that-fails", test_nothing_is_left_of_one_that_fails);
  ADD ("fails-when-a-file-cannot-be-looked-at", test_fails_when_a_file_cannot_be_looked_at);
  ADD ("keeps-nothing-that-is-not-ours", test_keeps_nothing_that_is_not_ours);
  ADD ("waits-for-its-turn", test_waits_for_its_turn);
  return g_test_run ();
}
