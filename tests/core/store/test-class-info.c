/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index-fixture.h"
#include "pz-class-info-private.h"
#include "pz-error.h"

#include <string.h>

static PzClassInfo *
read_info (Fixture    *fixture,
           const char *path)
{
  PzClassInfo *info = pz_class_info_read (fixture->environment, path);

  g_assert_nonnull (info);
  return info;
}

static guint
count_learners (Fixture    *fixture,
                const char *path)
{
  g_autoptr(PzClassInfo) info = read_info (fixture, path);

  return pz_class_info_get_n_learners (info);
}

static void
test_says_what_is_known_of_a_class (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *path = fixture_write_class (fixture, "0000000000000002", "Ants", ",\"sourced-id\":\"class-2\"");
  g_autofree char *gone = fixture_write_class (fixture, "0000000000000003", "Mice", ",\"deleted\":\"2026-11-02T10:00\"");
  g_autoptr(PzClassInfo) ants = read_info (fixture, path), mice = read_info (fixture, gone);

  g_assert_cmpstr (pz_class_info_get_id (ants), ==, "0000000000000002");
  g_assert_cmpstr (pz_class_info_get_name (ants), ==, "Ants");
  g_assert_cmpstr (pz_class_info_get_path (ants), ==, path);
  g_assert_cmpstr (pz_class_info_get_sourced_id (ants), ==, "class-2");
  g_assert_null (pz_class_info_get_problem (ants));
  g_assert_false (pz_class_info_is_deleted (ants));
  g_assert_true (pz_class_info_is_deleted (mice));
  g_assert_null (pz_class_info_get_sourced_id (mice));
}

static void
test_properties_are_the_getters (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = fixture_write_class (fixture, "0000000000000002", "Ants",
                                               ",\"sourced-id\":\"class-2\",\"deleted\":\"2026-11-02T10:00\"");
  g_autoptr(PzClassInfo) info = read_info (fixture, path);
  g_autofree char *id = NULL, *name = NULL, *found = NULL, *sourced_id = NULL, *problem = NULL;
  guint n_learners = 7;
  gboolean deleted = FALSE;

  fixture_write_learner (path, 1, "Noor", 0);
  g_object_get (info, "id", &id, "name", &name, "path", &found, "sourced-id", &sourced_id,
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
test_counts_learners_from_the_index_or_the_files (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *path = fixture_write_class (fixture, "0000000000000001", "Zebras", "");
  g_autofree char *id = fixture_id (9), *archived = g_strdup_printf ("learners/%s.json", id);
  g_autofree char *text = NULL;
  g_autoptr(PzStore) store = fixture_open (fixture, path);
  g_autoptr(GPtrArray) entries = fixture_entries_new ();

  for (guint i = 0; i < 3; i++)
    fixture_write_learner (path, i, "Noor", 0);
  text = g_strdup_printf ("{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\","
                          "\"learner\":{\"archived\":true}}", id);
  fixture_write (path, archived, text);
  g_assert_cmpuint (count_learners (fixture, path), ==, 3);

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (entries, fixture_entry (i, "Noor", NULL));
  g_assert_true (pz_index_cache_save (store, entries, "0000000000000001", NULL));
  g_assert_cmpuint (count_learners (fixture, path), ==, 5);

  fixture_write (path, "cache/index.json", "{}");
  g_assert_cmpuint (count_learners (fixture, path), ==, 3);
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
      g_autoptr(PzClassInfo) info = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      fixture_write (path, "classroom.json", problems[i].text);
      info = read_info (fixture, path);
      g_assert_nonnull (strstr (pz_class_info_get_problem (info), problems[i].problem));
      g_assert_cmpstr (pz_class_info_get_name (info), ==, problems[i].name);
      g_assert_cmpuint (pz_class_info_get_n_learners (info), ==, 0);
    }
}

static void
test_an_unsafe_folder_is_a_problem (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *path = fixture_write_class (fixture, "0000000000000001", "Ants", "");
  g_autoptr(PzClassInfo) info = NULL;

  g_assert_no_errno (g_chmod (path, 0777));
  info = read_info (fixture, path);
  g_assert_nonnull (strstr (pz_class_info_get_problem (info), "not safe"));
}

/* one that was begun and not written is no class, nor one that has just gone; one that lost its file is, for the sake of
 * its learners */
static void
test_only_learners_make_a_class_of_a_folder (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, "0000000000000001");
  g_autofree char *missing = g_build_filename (fixture->data_dir, "classrooms", "0000000000000002", NULL);
  g_autoptr(PzClassInfo) info = NULL;

  g_assert_null (pz_class_info_read (fixture->environment, path));
  g_assert_null (pz_class_info_read (fixture->environment, missing));
  fixture_write_learner (path, 1, "Noor", 0);
  info = read_info (fixture, path);
  g_assert_nonnull (strstr (pz_class_info_get_problem (info), "missing"));
}

static void
test_a_class_without_a_name_says_so (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *path = fixture_make_class (fixture, "0000000000000001");
  g_autoptr(PzClassInfo) info = NULL;

  fixture_write (path, "classroom.json",
                 "{\"format\":\"personalize-classroom\",\"version\":1,\"id\":\"0000000000000001\",\"classroom\":{}}");
  info = read_info (fixture, path);
  g_assert_null (pz_class_info_get_problem (info));
  g_assert_cmpstr (pz_class_info_get_name (info), ==, "Class without a name");
}

static void
test_names_compare_as_people_sort_them (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *first = fixture_write_class (fixture, "0000000000000001", "Ants", "");
  g_autofree char *second = fixture_write_class (fixture, "0000000000000002", "Bees", "");
  g_autoptr(PzClassInfo) ants = read_info (fixture, first), bees = read_info (fixture, second);

  g_assert_cmpstr (pz_class_info_get_collate_key (ants), <, pz_class_info_get_collate_key (bees));
}

#define ADD(name, function) \
  g_test_add ("/core/class-info/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-what-is-known-of-a-class", test_says_what_is_known_of_a_class);
  ADD ("properties-are-the-getters", test_properties_are_the_getters);
  ADD ("counts-learners-from-the-index-or-the-files", test_counts_learners_from_the_index_or_the_files);
  ADD ("problems-are-told", test_problems_are_told);
  ADD ("an-unsafe-folder-is-a-problem", test_an_unsafe_folder_is_a_problem);
  ADD ("only-learners-make-a-class-of-a-folder", test_only_learners_make_a_class_of_a_folder);
  ADD ("a-class-without-a-name-says-so", test_a_class_without_a_name_says_so);
  ADD ("names-compare-as-people-sort-them", test_names_compare_as_people_sort_them);
  return g_test_run ();
}
