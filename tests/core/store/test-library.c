/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-error.h"
#include "pz-library.h"

#include <string.h>
#include <unistd.h>

static PzClassInfo *
get_info (GListModel *list,
          guint       position)
{
  g_autoptr(PzClassInfo) info = g_list_model_get_item (list, position);

  g_assert_nonnull (info);
  return info; /* the list holds it */
}

static GListModel *
list_classes (Fixture  *fixture,
              gboolean  with_deleted)
{
  g_autoptr(GError) error = NULL;
  GListModel *list = pz_library_list (fixture->environment, with_deleted, &error);

  g_assert_no_error (error);
  g_assert_true (g_list_model_get_item_type (list) == PZ_TYPE_CLASS_INFO);
  return list;
}

static void
test_absent_folder_is_an_empty_list (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GListModel) list = list_classes (fixture, TRUE);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static void
test_sorted_by_name (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *one = fixture_write_class (fixture, "0000000000000001", "Zebras", "");
  g_autofree char *two = fixture_write_class (fixture, "0000000000000002", "Ants", ",\"sourced-id\":\"class-2\"");
  g_autofree char *three = fixture_write_class (fixture, "0000000000000003", "Mice", ",\"deleted\":\"2026-11-02T10:00\"");
  g_autoptr(GListModel) list = list_classes (fixture, FALSE), all = list_classes (fixture, TRUE);
  PzClassInfo *ants;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  ants = get_info (list, 0);
  g_assert_cmpstr (pz_class_info_get_name (ants), ==, "Ants");
  g_assert_cmpstr (pz_class_info_get_id (ants), ==, "0000000000000002");
  g_assert_cmpstr (pz_class_info_get_path (ants), ==, two);
  g_assert_cmpstr (pz_class_info_get_sourced_id (ants), ==, "class-2");
  g_assert_null (pz_class_info_get_problem (ants));
  g_assert_false (pz_class_info_is_deleted (ants));
  g_assert_cmpstr (pz_class_info_get_name (get_info (list, 1)), ==, "Zebras");

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);
  g_assert_cmpstr (pz_class_info_get_name (get_info (all, 1)), ==, "Mice");
  g_assert_true (pz_class_info_is_deleted (get_info (all, 1)));
}

static void
test_unsafe_folders_are_listed (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *one = fixture_write_class (fixture, "0000000000000001", "Ants", "");
  g_autofree char *link = g_build_filename (fixture->data_dir, "classrooms", "0000000000000002", NULL);
  g_autoptr(GListModel) list = NULL;

  g_assert_cmpint (symlink (one, link), ==, 0);
  g_assert_cmpint (g_chmod (one, 0777), ==, 0);
  list = list_classes (fixture, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_nonnull (strstr (pz_class_info_get_problem (get_info (list, 0)), "not safe"));
  g_assert_nonnull (strstr (pz_class_info_get_problem (get_info (list, 1)), "not safe"));
}

static void
test_class_without_its_file_is_listed (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, "0000000000000001");
  g_autoptr(GListModel) empty = NULL, list = NULL;

  fixture_write (fixture->data_dir, "classrooms/notes.txt", "not ours");
  fixture_write (fixture->data_dir, "classrooms/.hidden/x", "not ours");
  empty = list_classes (fixture, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (empty), ==, 0);
  fixture_write_learner (path, 1, "Noor", 0);
  list = list_classes (fixture, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_nonnull (strstr (pz_class_info_get_problem (get_info (list, 0)), "missing"));
}

static void
test_unreadable_folder_is_an_error (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture_write (fixture->data_dir, "classrooms", "a file");
  g_assert_null (pz_library_list (fixture->environment, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

/* The class found, or NULL when the error is the one expected. */
static char *
find (Fixture    *fixture,
      const char *wanted,
      int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassInfo) info = pz_library_find (fixture->environment, wanted, &error);

  if (info != NULL)
    return g_strdup (pz_class_info_get_id (info));
  g_assert_error (error, PZ_ERROR, code);
  return NULL;
}

static void
check_found (Fixture    *fixture,
             const char *wanted,
             const char *expected,
             int         code)
{
  g_autofree char *id = find (fixture, wanted, code);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_finds_by_id_name_or_beginning (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *one = fixture_write_class (fixture, "0000000000000001", "Class 4", "");
  g_autofree char *two = fixture_write_class (fixture, "0000000000000002", "Class 4b", "");
  g_autofree char *three = fixture_write_class (fixture, "0000000000000003", "Éclairs", "");
  g_autofree char *four = fixture_write_class (fixture, "0000000000000004", "Mice", ",\"deleted\":\"2026-11-02T10:00\"");
  g_autofree char *five = fixture_write_class (fixture, "0000000000000005", "Twin", "");
  g_autofree char *six = fixture_write_class (fixture, "0000000000000006", "Twin", "");

  check_found (fixture, "0000000000000002", "0000000000000002", 0);
  check_found (fixture, "0000000000000004", "0000000000000004", 0);
  check_found (fixture, "Class 4", "0000000000000001", 0);
  check_found (fixture, "class 4B", "0000000000000002", 0);
  check_found (fixture, "éc", "0000000000000003", 0);
  check_found (fixture, "class", NULL, PZ_ERROR_INVALID);
  check_found (fixture, "Twin", NULL, PZ_ERROR_INVALID);
  check_found (fixture, "Mice", NULL, PZ_ERROR_NOT_FOUND);
  check_found (fixture, "", NULL, PZ_ERROR_NOT_FOUND);
}

#define ADD(name, function) \
  g_test_add ("/core/library/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("absent-folder-is-an-empty-list", test_absent_folder_is_an_empty_list);
  ADD ("sorted-by-name", test_sorted_by_name);
  ADD ("unsafe-folders-are-listed", test_unsafe_folders_are_listed);
  ADD ("class-without-its-file-is-listed", test_class_without_its_file_is_listed);
  ADD ("unreadable-folder-is-an-error", test_unreadable_folder_is_an_error);
  ADD ("finds-by-id-name-or-beginning", test_finds_by_id_name_or_beginning);
  return g_test_run ();
}
