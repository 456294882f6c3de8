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
test_read (StoreFixture  *fixture,
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
test_list (StoreFixture  *fixture,
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
}

static void
test_set_aside (StoreFixture  *fixture,
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
test_cache (StoreFixture  *fixture,
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

static void
test_snapshot (StoreFixture  *fixture,
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
  store_test_add ("/core/store/read", test_read);
  store_test_add ("/core/store/stat-of-nothing", test_stat_of_nothing);
  g_test_add_func ("/core/store/version-equal", test_version_equal);
  store_test_add ("/core/store/refuses-what-is-no-file-of-ours", test_refuses_what_is_no_file_of_ours);
  store_test_add ("/core/store/history-may-be-longer", test_history_may_be_longer);
  store_test_add ("/core/store/list", test_list);
  store_test_add ("/core/store/set-aside", test_set_aside);
  store_test_add ("/core/store/cache", test_cache);
  store_test_add ("/core/store/snapshot", test_snapshot);
  store_test_add ("/core/store/read-only-flag", test_read_only_flag);
  store_test_add ("/core/store/finalizes", test_finalizes);
  return g_test_run ();
}
