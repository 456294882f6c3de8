/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flush-faults.h"
#include "store-fixture.h"

#include "pz-error.h"

#include <errno.h>
#include <string.h>

#define A "learners/a.json"
#define DAMAGED "txn-00000000000000a1.journal.damaged"
#define STAGED_A "learners/.a.json.00000000000000a1.tmp"

static void
test_sets_a_damaged_file_aside (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  store_save (fixture, A, "damaged");
  first = pz_store_set_aside (fixture->store, A, NULL);
  g_assert_cmpstr (first, ==, A ".damaged-20261123T160000");
  g_assert_false (store_fixture_exists (fixture, A));
  store_save (fixture, A, "damaged again");
  second = pz_store_set_aside (fixture->store, A, NULL);
  g_assert_cmpstr (second, ==, A ".damaged-20261123T160000-2");
  store_assert_holds (fixture, first, "damaged");
  store_assert_holds (fixture, second, "damaged again");
  g_assert_null (pz_store_set_aside (fixture->store, A, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (pz_store_set_aside (fixture->store, "lock", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_writes_what_can_be_made_again (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GBytes) one = bytes_of ("one");
  g_autoptr(GBytes) two = bytes_of ("two");
  g_autofree char *tag = NULL;
  g_autoptr(GPtrArray) left_over = NULL;

  g_assert_true (pz_store_write_cache (fixture->store, "cache/index.json", one, NULL));
  g_assert_true (pz_store_write_cache (fixture->store, "cache/index.json", two, NULL));
  store_assert_holds (fixture, "cache/index.json", "two");
  g_assert_cmphex (store_fixture_mode (fixture, "cache/index.json"), ==, 0600);
  tag = store_fixture_read (fixture, "cache/CACHEDIR.TAG");
  g_assert_true (g_str_has_prefix (tag, "Signature: 8a477f597d28d172789f06886806bc55"));
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
}

/* where nobody can know whether it has its new name, nothing more is written */
static void
test_setting_aside_may_be_uncertain (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_save (fixture, A, "damaged");
  flush_faults_folders (0, 1, EIO);
  g_assert_null (pz_store_set_aside (fixture->store, A, &error));
  flush_faults_folders (0, 0, 0);
  g_assert_error (error, PZ_ERROR, PZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (store_fixture_save (fixture, "classroom.json", "x", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_UNCERTAIN);
}

static void
test_cache_goes_nowhere_else (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const names[] = { "cache/", "cache/../" A, "cache/.hidden", "cache//x" };
  g_autoptr(GBytes) content = bytes_of ("x");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (pz_store_write_cache (fixture->store, names[i], content, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
    }
  g_assert_false (store_fixture_exists (fixture, A));
}

static void
test_cache_that_cannot_be_written_leaves_nothing (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr(GBytes) content = bytes_of ("x");
  g_autoptr(GPtrArray) left_over = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_write (fixture, "cache/index.json/inside", "x");
  g_assert_false (pz_store_write_cache (fixture->store, "cache/index.json", content, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  left_over = store_fixture_left_over (fixture);
  g_assert_cmpuint (left_over->len, ==, 0);
}

static void
test_a_damaged_save_stays_until_it_was_seen (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr(GPtrArray) none = pz_store_get_damaged_records (fixture->store);
  g_autoptr(GPtrArray) one = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  store_fixture_write (fixture, "journal/" DAMAGED, "x");
  store_fixture_write (fixture, STAGED_A, "kept");
  store_save (fixture, "classroom.json", "x");
  one = pz_store_get_damaged_records (fixture->store);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (one, 0), ==, DAMAGED);
  g_assert_false (pz_store_dismiss_damaged_record (fixture->store, "../classroom.json", &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  store_assert_holds (fixture, STAGED_A, "kept");
  g_assert_true (pz_store_dismiss_damaged_record (fixture->store, DAMAGED, NULL));
  store_assert_tidy (fixture);
  store_assert_holds (fixture, "classroom.json", "x");
}

static void
test_no_journal_holds_no_damaged_save (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autofree char *journal = store_fixture_path (fixture, "journal");
  g_autoptr(GPtrArray) none = NULL;

  remove_tree (journal);
  none = pz_store_get_damaged_records (fixture->store);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(path, function) store_test_add ("/core/store-keep/" path, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sets-a-damaged-file-aside", test_sets_a_damaged_file_aside);
  ADD ("writes-what-can-be-made-again", test_writes_what_can_be_made_again);
  ADD ("setting-aside-may-be-uncertain", test_setting_aside_may_be_uncertain);
  ADD ("cache-goes-nowhere-else", test_cache_goes_nowhere_else);
  ADD ("cache-that-cannot-be-written-leaves-nothing", test_cache_that_cannot_be_written_leaves_nothing);
  ADD ("a-damaged-save-stays-until-it-was-seen", test_a_damaged_save_stays_until_it_was_seen);
  ADD ("no-journal-holds-no-damaged-save", test_no_journal_holds_no_damaged_save);
  return g_test_run ();
}
