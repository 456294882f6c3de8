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
  store_test_add ("/core/store/finalizes", test_finalizes);
  return g_test_run ();
}
