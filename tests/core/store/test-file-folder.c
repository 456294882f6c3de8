/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "pz-error.h"
#include "pz-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_list (PlaceFixture  *place,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) twice = NULL;
  g_autoptr(GPtrArray) names = NULL;

  place_write (place, "b", "");
  place_write (place, ".hidden", "");
  place_write (place, "a", "");
  names = pz_file_list (place->folder, "", 0, NULL);
  g_assert_cmpuint (names->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, ".hidden");
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "a");
  g_assert_cmpstr (g_ptr_array_index (names, 2), ==, "b");
  twice = pz_file_list (place->folder, "", 0, NULL);
  g_assert_cmpuint (twice->len, ==, 3);
}

static void
test_lists_one_kind (PlaceFixture  *place,
                     gconstpointer  data)
{
  g_autofree char *folder = place_path (place, "folder");
  g_autofree char *link = place_path (place, "link");
  static const struct { mode_t kind; const char *name; } rows[] = {
    { S_IFREG, "file" }, { S_IFDIR, "folder" }, { S_IFLNK, "link" },
  };

  place_write (place, "file", "");
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (symlink ("file", link));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) names = pz_file_list (place->folder, "", rows[i].kind, NULL);

      g_assert_cmpuint (names->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (names, 0), ==, rows[i].name);
    }
}

static void
test_lists_a_folder_below (PlaceFixture  *place,
                           gconstpointer  data)
{
  g_autofree char *folder = place_path (place, "folder");
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) unsafe = NULL;

  g_assert_null (pz_file_list_folder (place->folder, "folder", "folder", &missing));
  g_assert_error (missing, PZ_ERROR, PZ_ERROR_NOT_FOUND);
  g_assert_no_errno (g_mkdir (folder, 0700));
  place_write (place, "folder/a", "");
  names = pz_file_list_folder (place->folder, "folder", "folder", NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "a");
  g_assert_no_errno (g_chmod (folder, 0770));
  g_assert_null (pz_file_list_folder (place->folder, "folder", "folder", &unsafe));
  g_assert_error (unsafe, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_folders_that_are_refused (PlaceFixture  *place,
                               gconstpointer  data)
{
  g_autofree char *folder = place_path (place, "folder");
  g_autofree char *link = place_path (place, "link");
  g_autofree char *with_slash = g_strconcat (link, "/", NULL);
  g_autoptr(GError) link_error = NULL;
  g_autoptr(GError) mode_error = NULL;
  int root, below;

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (symlink ("folder", link));
  root = pz_file_open_root (place->path, NULL);
  below = pz_file_open_folder (root, "folder", "folder", NULL);
  g_assert_no_errno (close (below));
  g_assert_no_errno (close (root));
  g_assert_cmpint (pz_file_open_root (with_slash, &link_error), ==, -1);
  g_assert_error (link_error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
  g_assert_no_errno (g_chmod (folder, 0770));
  g_assert_cmpint (pz_file_open_folder (place->folder, "folder", "folder", &mode_error), ==, -1);
  g_assert_error (mode_error, PZ_ERROR, PZ_ERROR_NOT_SAFE);
}

static void
test_make_path (PlaceFixture  *place,
                gconstpointer  data)
{
  g_autofree char *deep = place_path (place, "one/two/three");
  g_autofree char *blocked = place_path (place, "file/folder");
  g_autofree char *middle = place_path (place, "one/two");
  struct stat status;
  mode_t before = umask (0);

  g_assert_true (pz_file_make_path (deep, NULL));
  umask (before);
  g_assert_no_errno (g_stat (middle, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  g_assert_true (pz_file_make_path (deep, NULL));
  place_write (place, "file", "");
  g_assert_false (pz_file_make_path (blocked, NULL));
}

static void
test_make_folder_says_whether_it_did (PlaceFixture  *place,
                                      gconstpointer  data)
{
  gboolean made = FALSE;

  g_assert_true (pz_file_make_folder (place->folder, "new", "new", &made, NULL));
  g_assert_true (made);
  g_assert_true (pz_file_make_folder (place->folder, "new", "new", &made, NULL));
  g_assert_false (made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  place_test_add ("/core/file-folder/list", test_list);
  place_test_add ("/core/file-folder/lists-one-kind", test_lists_one_kind);
  place_test_add ("/core/file-folder/lists-a-folder-below", test_lists_a_folder_below);
  place_test_add ("/core/file-folder/folders-that-are-refused", test_folders_that_are_refused);
  place_test_add ("/core/file-folder/make-path", test_make_path);
  place_test_add ("/core/file-folder/make-folder-says-whether-it-did", test_make_folder_says_whether_it_did);
  return g_test_run ();
}
