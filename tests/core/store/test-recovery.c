/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-lock.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define A "learners/a.json"
#define B "learners/b.json"
#define ID G_GUINT64_CONSTANT (0x00000000000000a1)
#define RECORD "journal/txn-00000000000000a1.journal"
#define STAGED_A "learners/.a.json.00000000000000a1.tmp"
#define STAGED_B "learners/.b.json.00000000000000a1.tmp"

static char *
line (const char *what,
      const char *name,
      const char *text)
{
  return g_strdup_printf ("%s %s %" G_GSIZE_FORMAT " %08x\n", what, name, strlen (text), (guint) crc_of (text));
}

/* what a writer leaves that died right after its commit record was written: a.json gets "new", b.json goes */
static void
leave_unfinished (StoreFixture *fixture)
{
  g_autofree char *put = line ("put", A, "new");
  g_autofree char *delete = line ("del", B, "goes");
  g_autofree char *lines = g_strconcat (put, delete, NULL);

  g_assert_true (store_fixture_save (fixture, A, "old", NULL));
  g_assert_true (store_fixture_save (fixture, B, "goes", NULL));
  store_fixture_write (fixture, STAGED_A, "new");
  store_fixture_plant_record (fixture, ID, lines);
}

static void
assert_finished (StoreFixture *fixture)
{
  store_assert_holds (fixture, A, "new");
  g_assert_false (store_fixture_exists (fixture, B));
  store_assert_tidy (fixture);
}

/* nothing of the record was applied; it and what it staged are kept until somebody has seen it */
static void
assert_set_aside (StoreFixture *fixture)
{
  g_autoptr(GPtrArray) damaged = pz_store_get_damaged_records (fixture->store);

  g_assert_cmpuint (damaged->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (damaged, 0), ==, "txn-00000000000000a1.journal.damaged");
  g_assert_false (store_fixture_exists (fixture, RECORD));
  store_assert_holds (fixture, A, "old");
}

static void
test_opening_finishes_it (StoreFixture  *fixture,
                          gconstpointer  data)
{
  leave_unfinished (fixture);
  store_fixture_reopen (fixture);
  assert_finished (fixture);
}

static void
test_reading_finishes_it (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) expected = bytes_of ("new");

  leave_unfinished (fixture);
  content = pz_store_read (fixture->store, A, NULL, NULL);
  g_assert_true (g_bytes_equal (content, expected));
  assert_finished (fixture);
}

static void
test_committing_finishes_it_first (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  leave_unfinished (fixture);
  g_assert_true (store_fixture_save (fixture, "classroom.json", "x", NULL));
  store_assert_holds (fixture, "classroom.json", "x");
  assert_finished (fixture);
}

static void
test_looking_only_leaves_it (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GBytes) content = NULL;

  leave_unfinished (fixture);
  store = pz_store_open (fixture->environment, fixture->path, PZ_STORE_READ_ONLY, NULL);
  content = pz_store_read (store, A, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_true (store_fixture_exists (fixture, RECORD));
  g_assert_true (store_fixture_exists (fixture, STAGED_A));
}

/* the rename was done, the record not yet removed */
static void
test_half_applied (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *staged = store_fixture_path (fixture, STAGED_A);
  g_autofree char *path = store_fixture_path (fixture, A);

  leave_unfinished (fixture);
  g_assert_no_errno (g_rename (staged, path));
  store_fixture_reopen (fixture);
  assert_finished (fixture);
}

static void
test_staged_content_is_damaged (StoreFixture  *fixture,
                                gconstpointer  data)
{
  leave_unfinished (fixture);
  store_fixture_write (fixture, STAGED_A, "neW");
  store_fixture_reopen (fixture);
  assert_set_aside (fixture);
  store_assert_holds (fixture, B, "goes");
  g_assert_true (store_fixture_exists (fixture, STAGED_A));
}

/* all is checked before the first rename: a.json is good here, and must not be touched because b.json is not */
static void
test_only_the_second_is_damaged (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autofree char *first = line ("put", A, "new");
  g_autofree char *second = line ("put", B, "new too");
  g_autofree char *lines = g_strconcat (first, second, NULL);

  g_assert_true (store_fixture_save (fixture, A, "old", NULL));
  store_fixture_write (fixture, STAGED_A, "new");
  store_fixture_write (fixture, STAGED_B, "shorter");
  store_fixture_plant_record (fixture, ID, lines);
  store_fixture_write (fixture, STAGED_B, "sho");
  store_fixture_reopen (fixture);
  assert_set_aside (fixture);
  g_assert_false (store_fixture_exists (fixture, B));
}

static void
test_staged_content_is_missing (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *staged = store_fixture_path (fixture, STAGED_A);

  leave_unfinished (fixture);
  g_assert_no_errno (g_unlink (staged));
  store_fixture_reopen (fixture);
  assert_set_aside (fixture);
}

/* what would be deleted is not what the writer saw: a record that came back from the dead */
static void
test_what_goes_is_something_else (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  leave_unfinished (fixture);
  store_fixture_write (fixture, B, "made anew");
  store_fixture_reopen (fixture);
  assert_set_aside (fixture);
  store_assert_holds (fixture, B, "made anew");
}

static void
test_hostile_records (StoreFixture  *fixture,
                      gconstpointer  data)
{
  static const char *const texts[] = {
    "", "PTXN2 00000000000000a1 1\nput ../../x 3 00000000\nCOMMIT 00000000\n", "PTXN2", "\n\n\n",
  };
  g_autofree char *path = store_fixture_path (fixture, RECORD);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) damaged = NULL;

      store_fixture_write (fixture, RECORD, texts[i]);
      store_fixture_reopen (fixture);
      damaged = pz_store_get_damaged_records (fixture->store);
      g_assert_cmpuint (damaged->len, ==, i + 1);
      g_assert_false (store_fixture_exists (fixture, RECORD));
    }
  /* a link to a record elsewhere is not followed, whatever it says */
  g_assert_true (store_fixture_save (fixture, A, "old", NULL));
  store_fixture_plant_record (fixture, ID, "del learners/a.json 3 00000000\n");
  {
    g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);

    g_assert_no_errno (g_rename (path, elsewhere));
    g_assert_no_errno (symlink (elsewhere, path));
  }
  store_fixture_reopen (fixture);
  store_assert_holds (fixture, A, "old");
  g_assert_false (store_fixture_exists (fixture, RECORD));
}

static void
test_record_under_another_name (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *right = store_fixture_path (fixture, RECORD);
  g_autofree char *wrong = store_fixture_path (fixture, "journal/txn-00000000000000a2.journal");
  g_autoptr(GPtrArray) damaged = NULL;

  leave_unfinished (fixture);
  g_assert_no_errno (g_rename (right, wrong));
  store_fixture_reopen (fixture);
  damaged = pz_store_get_damaged_records (fixture->store);
  g_assert_cmpuint (damaged->len, ==, 1);
  store_assert_holds (fixture, A, "old");
}

static void
test_damaged_record_stays_until_dismissed (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  leave_unfinished (fixture);
  store_fixture_write (fixture, STAGED_A, "neW");
  for (guint i = 0; i < 2; i++)
    {
      store_fixture_reopen (fixture);
      g_assert_true (store_fixture_save (fixture, "classroom.json", "x", NULL));
      assert_set_aside (fixture);
      store_assert_holds (fixture, STAGED_A, "neW");
    }
  g_assert_false (pz_store_dismiss_damaged_record (fixture->store, "lock", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_true (pz_store_dismiss_damaged_record (fixture->store, "txn-00000000000000a1.journal.damaged", NULL));
  g_assert_false (store_fixture_exists (fixture, STAGED_A));
  store_assert_tidy (fixture);
}

static void
test_opening_sweeps (StoreFixture  *fixture,
                     gconstpointer  data)
{
  store_fixture_write (fixture, STAGED_A, "x");
  store_fixture_reopen (fixture);
  store_assert_tidy (fixture);
}

/* the mark of a dead writer makes the next one sweep, without opening the class again */
static void
test_mark_of_a_dead_writer (StoreFixture  *fixture,
                            gconstpointer  data)
{
  store_fixture_write (fixture, "learners/.b.json.tmp", "x");
  store_fixture_write (fixture, "lock", "4711\n");
  g_assert_true (store_fixture_save (fixture, A, "x", NULL));
  store_assert_tidy (fixture);
}

static void
test_lock_says_who_did_not_finish (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  int root = pz_store_get_root (fixture->store);
  gboolean left_over = TRUE;
  int lock;

  lock = pz_lock_take (root, 0, &left_over, NULL);
  g_assert_cmpint (lock, >=, 0);
  g_assert_false (left_over);
  g_assert_true (pz_lock_is_left (root));
  pz_lock_release (lock, FALSE);
  g_assert_true (pz_lock_is_left (root));
  lock = pz_lock_take (root, 0, &left_over, NULL);
  g_assert_true (left_over);
  pz_lock_release (lock, TRUE);
  g_assert_false (pz_lock_is_left (root));
}

static void
test_lock_keeps_others_out (StoreFixture  *fixture,
                            gconstpointer  data)
{
  int root = pz_store_get_root (fixture->store);
  g_autoptr(GError) error = NULL;
  gboolean left_over;
  int lock;

  lock = pz_lock_take (root, 0, &left_over, NULL);
  g_assert_cmpint (pz_lock_take (root, 0, &left_over, &error), ==, -1);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_LOCKED);
  pz_lock_release (lock, TRUE);
}

static void
test_lock_that_is_no_file (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (fixture, "lock");
  g_autoptr(GError) error = NULL;

  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (symlink ("decoy", path));
  g_assert_false (store_fixture_save (fixture, A, "x", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_false (store_fixture_exists (fixture, "decoy"));
}

static void
test_lock_that_was_removed (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (fixture, "lock");

  g_assert_no_errno (g_unlink (path));
  g_assert_true (store_fixture_save (fixture, A, "x", NULL));
  store_assert_tidy (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/core/recovery/opening-finishes-it", test_opening_finishes_it);
  store_test_add ("/core/recovery/reading-finishes-it", test_reading_finishes_it);
  store_test_add ("/core/recovery/committing-finishes-it-first", test_committing_finishes_it_first);
  store_test_add ("/core/recovery/looking-only-leaves-it", test_looking_only_leaves_it);
  store_test_add ("/core/recovery/half-applied", test_half_applied);
  store_test_add ("/core/recovery/staged-content-is-damaged", test_staged_content_is_damaged);
  store_test_add ("/core/recovery/only-the-second-is-damaged", test_only_the_second_is_damaged);
  store_test_add ("/core/recovery/staged-content-is-missing", test_staged_content_is_missing);
  store_test_add ("/core/recovery/what-goes-is-something-else", test_what_goes_is_something_else);
  store_test_add ("/core/recovery/hostile-records", test_hostile_records);
  store_test_add ("/core/recovery/record-under-another-name", test_record_under_another_name);
  store_test_add ("/core/recovery/damaged-record-stays", test_damaged_record_stays_until_dismissed);
  store_test_add ("/core/recovery/opening-sweeps", test_opening_sweeps);
  store_test_add ("/core/recovery/mark-of-a-dead-writer", test_mark_of_a_dead_writer);
  store_test_add ("/core/lock/says-who-did-not-finish", test_lock_says_who_did_not_finish);
  store_test_add ("/core/lock/keeps-others-out", test_lock_keeps_others_out);
  store_test_add ("/core/lock/that-is-no-file", test_lock_that_is_no_file);
  store_test_add ("/core/lock/that-was-removed", test_lock_that_was_removed);
  return g_test_run ();
}
