/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-error.h"
#include "pz-library.h"

#include <string.h>
#include <unistd.h>

/* Writes a class that has a name; more goes into its own record behind the name. */
static char *
write_class (Fixture    *fixture,
             const char *id,
             const char *name,
             const char *more)
{
  char *path = fixture_make_class (fixture, id);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"%s\",\"rev\":1,\n"
                          "\"classroom\":{\n \"name\":\"%s\"%s\n},\n\"levels\":[]}\n", id, name, more);
  fixture_write (path, "classroom.json", text);
  return path;
}

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
  g_autofree char *one = write_class (fixture, "0000000000000001", "Zebras", "");
  g_autofree char *two = write_class (fixture, "0000000000000002", "Ants", ",\"sourced-id\":\"class-2\"");
  g_autofree char *three = write_class (fixture, "0000000000000003", "Mice", ",\"deleted\":\"2026-11-02T10:00\"");
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
test_properties_are_the_getters (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = write_class (fixture, "0000000000000002", "Ants",
                                       ",\"sourced-id\":\"class-2\",\"deleted\":\"2026-11-02T10:00\"");
  g_autoptr(GListModel) list = list_classes (fixture, TRUE);
  g_autofree char *id = NULL, *name = NULL, *found = NULL, *sourced_id = NULL, *problem = NULL;
  guint n_learners = 0;
  gboolean deleted = FALSE;

  fixture_write_learner (path, 1, "Noor", 0);
  g_object_get (get_info (list, 0), "id", &id, "name", &name, "path", &found, "sourced-id", &sourced_id,
                "n-learners", &n_learners, "deleted", &deleted, "problem", &problem, NULL);
  g_assert_cmpstr (id, ==, "0000000000000002");
  g_assert_cmpstr (name, ==, "Ants");
  g_assert_cmpstr (found, ==, path);
  g_assert_cmpstr (sourced_id, ==, "class-2");
  g_assert_cmpuint (n_learners, ==, 0); /* the learner came later */
  g_assert_true (deleted);
  g_assert_null (problem);
}

static void
test_counts_learners (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = write_class (fixture, "0000000000000001", "Zebras", "");
  g_autofree char *id = fixture_id (9), *archived = g_strdup_printf ("learners/%s.json", id);
  g_autofree char *text = NULL;
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(GPtrArray) entries = fixture_entries_new ();
  g_autoptr(GListModel) counted = NULL, from_index = NULL, counted_again = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_write_learner (path, i, "Noor", 0);
  text = g_strdup_printf ("{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\","
                          "\"learner\":{\"archived\":true}}", id);
  fixture_write (path, archived, text);
  counted = list_classes (fixture, FALSE);
  g_assert_cmpuint (pz_class_info_get_n_learners (get_info (counted, 0)), ==, 3);

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (entries, fixture_entry (i, "Noor", NULL));
  g_assert_true (pz_index_cache_save (store, entries, "0000000000000001", NULL));
  from_index = list_classes (fixture, FALSE);
  g_assert_cmpuint (pz_class_info_get_n_learners (get_info (from_index, 0)), ==, 5);

  fixture_write (path, "cache/index.json", "{}");
  counted_again = list_classes (fixture, FALSE);
  g_assert_cmpuint (pz_class_info_get_n_learners (get_info (counted_again, 0)), ==, 3);
}

static const struct
{
  const char *text;
  const char *problem; /* a part of it */
  const char *name;
} problems[] = {
  { "", "damaged", "Class that cannot be opened" },
  { "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"0000000000000002\"}", "damaged",
    "Class that cannot be opened" },
  { "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"0000000000000001\"}", "damaged",
    "Class that cannot be opened" },
  { "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"0000000000000001\",\"classroom\":[]}", "damaged",
    "Class that cannot be opened" },
  { "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"0000000000000001\",\"classroom\":{\"name\":\"Ants\"},",
    "line 1", "Ants" },
  { "{\"format\":\"personalize-classroom\",\"version\":2,\"id\":\"0000000000000001\",\"classroom\":{\"name\":\"Ants\"}}",
    "newer version", "Ants" },
};

static void
test_problems_are_told (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, "0000000000000001");

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autoptr(GListModel) list = NULL;
      PzClassInfo *info;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      fixture_write (path, "classroom.json", problems[i].text);
      list = list_classes (fixture, FALSE);
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
      info = get_info (list, 0);
      g_assert_nonnull (strstr (pz_class_info_get_problem (info), problems[i].problem));
      g_assert_cmpstr (pz_class_info_get_name (info), ==, problems[i].name);
      g_assert_cmpuint (pz_class_info_get_n_learners (info), ==, 0);
    }
}

static void
test_unsafe_folders_are_listed (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *one = write_class (fixture, "0000000000000001", "Ants", "");
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
  g_autofree char *one = write_class (fixture, "0000000000000001", "Class 4", "");
  g_autofree char *two = write_class (fixture, "0000000000000002", "Class 4b", "");
  g_autofree char *three = write_class (fixture, "0000000000000003", "Éclairs", "");
  g_autofree char *four = write_class (fixture, "0000000000000004", "Mice", ",\"deleted\":\"2026-11-02T10:00\"");
  g_autofree char *five = write_class (fixture, "0000000000000005", "Twin", "");
  g_autofree char *six = write_class (fixture, "0000000000000006", "Twin", "");

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
  ADD ("properties-are-the-getters", test_properties_are_the_getters);
  ADD ("counts-learners", test_counts_learners);
  ADD ("problems-are-told", test_problems_are_told);
  ADD ("unsafe-folders-are-listed", test_unsafe_folders_are_listed);
  ADD ("class-without-its-file-is-listed", test_class_without_its_file_is_listed);
  ADD ("unreadable-folder-is-an-error", test_unreadable_folder_is_an_error);
  ADD ("finds-by-id-name-or-beginning", test_finds_by_id_name_or_beginning);
  return g_test_run ();
}
